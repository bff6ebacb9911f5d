from __future__ import annotations

import pytest

from giaoban.reading.prose.qualifiers import qualify


@pytest.mark.parametrize(
    ("lead", "after", "said"),
    [
        ("đạt hơn ", "", "over"), ("ít nhất ", "", "over"), ("đạt ≥ ", "", "over"), ("ước đạt gần ", "", "under"), ("không quá ", "",
        "under"),
        ("khoảng ", "", "about"), ("trên dưới ", "", "about"), ("gần gấp ", "", "under"), ("ước thu ngân sách năm nay là ", "",
        "estimate"), ("đạt ", "", "exact"),
        ("cao hơn ", "", "exact"), ("đạt ", " tiêu chí trở lên", "over"), ("còn ", " xã trở xuống", "under"),
    ],
)  # fmt: skip
def test_how_firmly(lead: str, after: str, said: str) -> None:
    """The bound right before the number wins over an estimate said earlier."""
    assert qualify(lead, after=after).value == said
