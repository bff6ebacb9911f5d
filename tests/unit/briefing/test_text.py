"""Does every block of a script stand in plain text, and nothing that a terminal cannot show?"""

from __future__ import annotations

import pytest

from giaoban.briefing.blocks import Block, Column, Footnotes, Grid, Heading, NewPage, Paragraph, Picture, Point, Script
from giaoban.briefing.text import script_text

TABLE = Grid((Column("Quý"), Column("Thu", right=True)), (("I", "154,3"),), caption="Thu ngân sách")
DRAWN = ["Thu ngân sách", "", "Quý │ Thu", "────┼──────", "I   │ 154,3"]


def script(*blocks: Block, **also: object) -> Script:
    return Script("ha-tinh", "Thành phố Mẫu", "BÁO CÁO", "về việc thử", blocks, **also)  # type: ignore[arg-type]


def test_the_head_has_the_marks_the_body_and_the_title() -> None:
    """A paper that is no draft any more says nothing of it."""
    made = script_text(script(held="(họp ngày 1/2/2026)", draft="DỰ THẢO", marks=("MẪU",), stamp=("Bản 1.",)), width=20)
    assert [line.strip() for line in made.splitlines()] == [
        "DỰ THẢO", "MẪU", "", "THÀNH PHỐ MẪU", "", "BÁO CÁO", "về việc thử", "(họp ngày 1/2/2026)", "", "Bản 1.", "MẪU",
    ]  # fmt: skip
    assert "DỰ THẢO" not in script_text(script())


@pytest.mark.parametrize(
    ("block", "lines"),
    [
        (Heading("I. Kết quả"), ["", "I. Kết quả", ""]),
        (Paragraph("một hai ba bốn năm"), ["một hai ba bốn năm"]),
        (Point("một hai ba bốn năm sáu"), ["- một hai ba bốn năm", "  sáu"]),
        (Point("một", "1."), ["1. một"]),
        (TABLE, DRAWN),
        (Grid((Column("x"),), (), empty="Không có."), ["Không có."]),
        (Picture("thu", {}, "Thu tăng đều.", TABLE), ["", "[Biểu đồ] Thu tăng", "đều.", *DRAWN]),
        (Picture("thu", {}, "Thu tăng."), ["", "[Biểu đồ] Thu tăng."]),
        (Footnotes(("Một.", "Hai.")), ["", "Ghi chú:", "[1] Một.", "[2] Hai."]),
        (Footnotes(()), []),
        (NewPage(landscape=True), [""]),
    ],
)  # fmt: skip
def test_each_block_is_written(block: Block, lines: list[str]) -> None:
    """A picture by its words and numbers, a new page by an empty line."""
    bare = len(script_text(script(), width=20).splitlines())
    assert script_text(script(block), width=20).splitlines()[bare - 1 : -1] == lines


def test_a_heading_over_two_columns_is_told_with_each() -> None:
    """Plain text has one row of titles."""
    both = Grid((Column("Với KH", above="So sánh (%)"), Column("b")), (("1", "2"),))
    assert "So sánh (%): Với KH" in " ".join(line.split("│")[0].strip() for line in script_text(script(both)).splitlines())
