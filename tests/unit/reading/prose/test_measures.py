from __future__ import annotations

import pytest

from giaoban.reading.prose.measures import measure_at


@pytest.mark.parametrize(
    ("said", "name", "times"),
    [
        (" tỷ đồng", "VND", 10**9),
        (" nghìn tỷ đồng", "VND", 10**12),
        (" triệu USD", "USD", 10**6),
        (" triệu đồng/người/năm", "VND/người/năm", 10**6),
        ("%", "%", 1),
        (" điểm phần trăm", "điểm %", 1),
        ("ha", "ha", 1),
        (" triệu m3 đất", "m3", 10**6),
        (" nghìn tấn", "tấn", 1000),
        (" lần", "lần", 1),
        (" hộ nghèo", "hộ nghèo", 1),
        (" xã, phường", "xã, phường", 1),
        (" huyện, thành phố", "huyện, thành phố", 1),
        (" triệu lượt khách", "lượt khách", 10**6),
        (" bông", "bông", 1),
        (" DN trong tỉnh", "DN", 1),
        (" tỷ, bằng", "VND", 10**9),
    ],
)
def test_what_follows_a_number(said: str, name: str, times: int) -> None:
    """One name for one measure, and what a printed one stands for."""
    found = measure_at(said.lower(), place=0, text=said)
    assert found is not None
    assert (found.name, found.times) == (name, times)


@pytest.mark.parametrize("said", [" tháng đầu năm", " và", " lần lượt", " công ty này", "", ".", " đ c", " Mẫu Sơn"])
def test_what_counts_nothing(said: str) -> None:
    """Durations, connecting words, things that were counted before, names."""
    assert measure_at(said.lower(), place=0, text=said) is None
