from __future__ import annotations

from dataclasses import replace
from decimal import Decimal

import pytest

from giaoban.reading import Link, Reading, read_text
from giaoban.reading.history import Earlier, held_against

THU = "thu-ngan-sach"


def linked(text: str) -> Reading:
    """Return the reading with every figure linked to one indicator, as a catalogue would."""
    found = read_text(text, document="a.txt")
    return replace(found, figures=tuple(replace(figure, links=(Link(THU, 100),)) for figure in found.figures))


def doubts(text: str, *earlier: tuple[str, int]) -> list[str]:
    known = [Earlier(THU, period, Decimal(value) * 10**9) for period, value in earlier]
    return [doubt.code for doubt in held_against(linked(text), earlier=known)]


@pytest.mark.parametrize(
    ("text", "earlier", "expected"),
    [
        ("Quý I/2031 thu đạt 5 tỷ đồng.", [("2031-Q1", 5)], []),
        ("Quý I/2031 thu đạt 5 tỷ đồng.", [("2031-Q1", 6)], ["reading-not-as-recorded"]),
        ("Quý I/2031 thu đạt hơn 5 tỷ đồng.", [("2031-Q1", 5)], []),
        ("Quý I/2031 thu đạt 6 tỷ đồng, tăng 20% so với cùng kỳ.", [("2030-Q1", 5)], []),
        ("Quý I/2031 thu đạt 6 tỷ đồng, tăng 35% so với cùng kỳ.", [("2030-Q1", 5)], ["reading-not-the-growth"]),
        ("Quý I/2031 thu đạt 4 tỷ đồng, giảm 20% so với cùng kỳ.", [("2030-Q1", 5)], []),
        ("Quý I/2031 thu đạt 4 tỷ đồng, bằng 97% cùng kỳ.", [("2030-Q1", 5)], ["reading-not-the-growth"]),
        ("Quý I/2031 thu đạt 3.826 tỷ đồng.", [("2030-Q4", 4)], ["reading-far-from-before"]),
        ("Quý I/2031 thu đạt 9 tỷ đồng.", [("2030-Q4", 4), ("2030", 900)], []),
        ("Năm 2031 thu đạt 9 tỷ đồng.", [("2030-Q4", 900)], []),
        ("Thu đạt 9 tỷ đồng.", [("2030-Q4", 900)], []),
        ("Quý I/2031 phấn đấu thu 90 tỷ đồng.", [("2031-Q1", 5)], []),
    ],
)
def test_what_was_recorded_before(text: str, earlier: list[tuple[str, int]], expected: list[str]) -> None:
    """Within the printed precision; another number, another growth, another magnitude."""
    assert doubts(text, *earlier) == expected


def test_a_link_that_is_not_sure_is_not_held_against_anything() -> None:
    """Nor one of another body."""
    found = read_text("Quý I/2031 thu đạt 5 tỷ đồng.", document="a.txt")
    known = [Earlier(THU, "2031-Q1", Decimal(6) * 10**9)]
    assert held_against(found, earlier=known) == ()
    other = replace(found, figures=(replace(found.figures[0], links=(Link(THU, 100),), bodies=(Link("xa-khac", 100),)),))
    assert held_against(other, earlier=known) == ()


def test_the_doubt_says_both_numbers() -> None:
    """And the period, in both languages."""
    (doubt,) = held_against(linked("Quý I/2031 thu đạt 5 tỷ đồng."), earlier=[Earlier(THU, "2031-Q1", Decimal(6) * 10**9)])
    assert doubt.sentence() == "a.txt, 19-28: khác số đã ghi: “5 tỷ đồng”, nhưng kỳ 2031-Q1 đã ghi 6.000.000.000."
    assert "6.000.000.000 was recorded for 2031-Q1" in doubt.sentence("en")
