from __future__ import annotations

from giaoban.reading.prose import periods, places
from giaoban.reading.prose.clean import clean
from giaoban.reading.prose.page import Page


def test_times_from_one_place_to_another() -> None:
    """The end is not included."""
    text = clean("quý I/2031, quý II/2031, năm 2032")
    times = periods.scan(text.low, year=2031)
    page = Page(text, (), times, [said.start for said in times], places.scan(text.text), "2031")
    assert [said.code for said in page.times_in(5, end=25)] == ["2031-Q2"]
