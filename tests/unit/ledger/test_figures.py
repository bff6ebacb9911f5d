"""Does each kind of figure stand in an entry and come out of it the same?"""

from __future__ import annotations

from decimal import Decimal
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from giaoban.ledger import Cell, Draft, Figure, Grade, Stated, Target, Withdrawal, decode, encode
from giaoban.ledger.figures import NOT_APPLICABLE, VISIBILITIES
from giaoban.values import Quality
from tests.unit.ledger.entries import entry

CELL = Cell("thu", "giao-ban", "-", "p1", "2026-03")
KEY = "thu/giao-ban/-/p1/2026-03"
IDS = st.from_regex(r"[a-z0-9]{1,4}(-[a-z0-9]{1,3})?", fullmatch=True)
CELLS = st.builds(Cell, IDS, IDS, IDS | st.just("-"), IDS, st.sampled_from(["2026", "2026-03", "2026-Q1", "2026-04-20"]))
RATIOS = st.decimals(allow_nan=False, allow_infinity=False)
SEEN, CODES = st.sampled_from(VISIBILITIES), IDS | st.just("")
ITEMS: st.SearchStrategy[Any] = st.one_of(
    st.builds(Figure, CELLS, st.text(), st.none() | st.integers(), st.sampled_from(Quality), SEEN, CODES, CODES),
    st.builds(Stated, CELLS, st.sampled_from(["plan", "same_period"]), IDS | st.just("-"), st.text(), RATIOS, SEEN, CODES, CODES),
    st.builds(Grade, CELLS, IDS, IDS, SEEN, CODES, CODES),
    st.builds(Target, CELLS, IDS, st.integers(1, 99), st.text(), st.integers(), SEEN, CODES),
    st.builds(Withdrawal, st.sampled_from(["Figure", "Target", "Definition"]), CELLS.map(lambda cell: cell.key), CODES),
)  # fmt: skip


@given(ITEMS)
def test_what_is_encoded_is_decoded_to_the_same(item: Any) -> None:
    """Every kind, every field; and all that is kept is text."""
    draft = encode(item)
    assert all(isinstance(value, str) for value in draft.content.values())
    found = decode(entry(kind=draft.kind, key=draft.key, content=draft.content))
    assert found == item
    assert encode(found) == draft


@pytest.mark.parametrize(
    ("item", "draft"),
    [
        (
            Figure(CELL, "154,3 tỷ đồng", 154_300_000_000, Quality.ESTIMATE, "draft", "nghi-ngo", "ab"),
            Draft(
                "Figure", KEY,
                {
                    "printed": "154,3 tỷ đồng", "steps": "154300000000", "quality": "estimate", "visibility": "draft",
                    "doubt": "nghi-ngo", "note": "ab",
                },
            ),
        ),
        (
            Figure(CELL, NOT_APPLICABLE, None),
            Draft("Figure", KEY, {"printed": NOT_APPLICABLE, "steps": "", "quality": "actual", "visibility": "accepted"}),
        ),
        (
            Stated(CELL, "plan", "tinh-giao", "188 %", Decimal("1.88")),
            Draft("Stated", f"{KEY}/plan/tinh-giao", {"printed": "188 %", "value": "1.88", "visibility": "accepted"}),
        ),
        (Grade(CELL, "muc", "tot"), Draft("Grade", KEY, {"scale": "muc", "word": "tot", "visibility": "accepted"})),
        (
            Target(CELL, "tinh-giao", 2, "500 tỷ đồng", 5 * 10**11),
            Draft("Target", f"{KEY}/tinh-giao/2", {"printed": "500 tỷ đồng", "steps": "500000000000", "visibility": "accepted"}),
        ),
        (Withdrawal("Target", f"{KEY}/tinh-giao/2", "ab"), Draft("Withdrawal", f"Target:{KEY}/tinh-giao/2", {"reason": "ab"})),
    ],
)  # fmt: skip
def test_each_kind_stands_in_its_entry_as_agreed(item: Any, draft: Draft) -> None:
    """Key and content, word for word: books that were kept must be read for ever."""
    assert encode(item) == draft


def test_sources_and_what_is_superseded_go_along() -> None:
    """They belong to the entry, not to the figure."""
    draft = encode(Grade(CELL, "muc", "tot"), sources=("aa!D14",), supersedes=7)
    back = encode(Withdrawal("Grade", KEY, ""), sources=("bb",), supersedes=8)
    assert [(draft.sources, draft.supersedes), (back.sources, back.supersedes)] == [(("aa!D14",), 7), (("bb",), 8)]


@given(CELLS)
def test_a_cell_is_found_in_its_key(cell: Cell) -> None:
    """And in the longer keys of targets and relations."""
    assert Cell.of(cell.key) == Cell.of(f"{cell.key}/tinh-giao/2") == cell


def test_an_old_entry_without_visibility_was_accepted() -> None:
    """Nothing that was known falls out of sight."""
    found = decode(entry(content={"printed": "12 tỷ đồng", "steps": "12000000000", "quality": "actual"}))
    assert found == Figure(CELL, "12 tỷ đồng", 12_000_000_000)


@pytest.mark.parametrize(("kind", "content"), [("Definition", {}), ("Figure", {}), ("Grade", {"scale": "muc"})])
def test_what_is_no_figure_is_refused(kind: str, content: dict[str, str]) -> None:
    """Another room's kind, or a content that lacks a field."""
    with pytest.raises(KeyError):
        decode(entry(kind=kind, content=content))
