from __future__ import annotations

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from giaoban.catalogue import Window
from giaoban.reading.prose import periods
from giaoban.values import vietnamese

WINDOWS = st.sampled_from(["2031-Q1", "2031-Q3", "2031-H1", "2031-9M", "2031-5M", "2031-11M", "2031-04", "2031-12", "2031"])


@given(WINDOWS)
def test_a_window_that_was_written_is_read_back(code: str) -> None:
    """Code → words of a report → code."""
    words = Window.of(code).words.lower()
    assert [said.code for said in periods.scan(words, year=None)] == [code]


@given(st.dates(min_value=date(1990, 1, 1), max_value=date(2090, 1, 1)))
def test_a_day_that_was_written_is_read_back(day: date) -> None:
    """Short and long form."""
    for words in (f"đến {vietnamese.write_date(day)}", f"tính đến {vietnamese.write_long_date(day)}"):
        assert [said.code for said in periods.scan(words, year=2000)] == [day.isoformat()]


@pytest.mark.parametrize(
    ("said", "codes"),
    [
        ("tính đến hết tháng 5/2031", ["2031-5M"]),
        ("từ đầu năm đến 6/12", ["2030-12-06"]),
        ("6 tháng cuối năm", ["2030-H2"]),
        ("giai đoạn 2026-2030", ["2026/2030"]),
        ("năm ngoái", ["2029"]),
        ("sang năm", ["2031"]),
        ("nửa đầu năm 2031", ["2031-H1"]),
        ("sau 15 tháng thi công", []),
        ("5/9 tiêu chí, tăng 10-12%", []),
        ("ngày 31/9/2031", []),
        ("giữa tháng 2", ["2030-02"]),
        ("tháng 13", []),
        ("13 tháng", []),
        ("7 tháng cuối năm", []),
    ],
)
def test_times_of_many_forms(said: str, codes: list[str]) -> None:
    """A missing year is the year of the text; what counts is no time."""
    assert [one.code for one in periods.scan(said, year=2030)] == codes


def test_times_that_are_no_time_of_a_figure() -> None:
    """A base, a meeting day, a time run up to."""
    found = periods.scan("so với cùng kỳ năm 2029; kế hoạch năm 2030; ngày 8/12; đến ngày 9/12", year=2030)
    assert [(said.base, said.single, said.upto) for said in found] == [
        (True, False, False), (True, False, False), (False, True, False), (False, False, True),
    ]  # fmt: skip


def test_without_a_year_a_time_is_named_but_not_dated() -> None:
    """It still hides its digits."""
    assert [said.code for said in periods.scan("ngày 8/9, quý ii, 6 tháng đầu năm, năm nay", year=None)] == ["", "", "", ""]


def test_the_year_of_a_text() -> None:
    """The first year said in its head, not that of a law or a plan; else the one said most."""
    assert periods.year_of("quyết định số 5/qđ ngày 3/4/2019. trong quý i/2031 thu đạt") == 2031
    assert periods.year_of("chương trình 2026-2030") == 2030
    assert periods.year_of("không nói năm nào") is None


def test_codes() -> None:
    """The year before keeps the window; a stretch has none."""
    assert [periods.year_before(code) for code in ("2031-Q1", "2031", "2026/2030", "")] == ["2030-Q1", "2030", "", ""]
    assert periods.day_code(2031, month=2, day=30) is None
