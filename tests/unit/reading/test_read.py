from __future__ import annotations

import os
from datetime import date
from pathlib import Path

import pytest

from giaoban.reading import Linker, Reading, read_text
from tests.unit.catalogues import catalogue_on

FOLDER = Path(__file__).resolve().parents[2] / "golden" / "reading"


def told(reading: Reading) -> str:
    """Return the reading a line per proposal, as it is kept for review."""
    lines = [
        f"{one.quote.start}-{one.quote.end} {one.quote.words} | {one.subject} | {one.value.normalize():f} {one.measure} | "
        f"{one.relation.value}"
        f" | {one.qualifier.value} | {one.period} | {one.place}{' | target' if one.target else ''}"
        for one in reading.figures
    ]
    lines += [f"due {one.date} {one.quote.words} | {one.what}" for one in reading.deadlines]
    lines += [f"cites {one.type} {one.number} | {one.dated} | {one.issuer}" for one in reading.citations]
    lines += [f"names {one.name} | {one.role}" for one in reading.people]
    lines += [f"{one.kind.value}: {' '.join(reading.text[one.start : one.end].split())}" for one in reading.sentences]
    return "\n".join([*lines, *(doubt.sentence() for doubt in reading.doubts)]) + "\n"


@pytest.mark.parametrize("path", sorted(FOLDER.glob("*.in.txt")), ids=lambda path: path.name)
def test_a_document_reads_as_kept(path: Path) -> None:
    """`GOLDEN_UPDATE=1 pytest` writes what is kept anew, for review."""
    made = told(read_text(path.read_text("utf-8"), document=path.name))
    kept = path.with_name(path.name.replace(".in.", ".proposals."))
    if os.environ.get("GOLDEN_UPDATE"):
        kept.write_text(made, "utf-8")
    assert made == kept.read_text("utf-8")


def test_links_and_doubts_are_in_it() -> None:
    """With a catalogue; without one there are no links."""
    said = "Thu ngân sách đạt 120 tỷ đồng, đạt 90% kế hoạch (150 tỷ đồng)."
    linked = read_text(said, document="a", linker=Linker(catalogue_on(date(2026, 1, 1))))
    assert linked.figures[0].links
    assert not read_text(said, document="a").figures[0].links
    assert len(linked.doubts) == 1
