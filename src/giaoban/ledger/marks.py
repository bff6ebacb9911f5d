"""What stands in the columns after the fourth of a shorthand line: sources, the day, and words about the figure.

A column that is none of the known words is a source. Only what a reader would
not take for granted is written.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from datetime import UTC, datetime
from typing import Any

from giaoban.ledger.book import day_of, end_of_day
from giaoban.ledger.entry import Entry
from giaoban.ledger.figures import SEEN_BY_ALL, VISIBILITIES, Cell, Fact, Figure, Withdrawal
from giaoban.ledger.notation import read_instant, write_instant
from giaoban.ledger.phrase import wrong
from giaoban.values import Quality, Span, vietnamese

BY, AS_POST, VIA = "ng-1", "", "load"
CORRECTION = "đính chính"
QUALITIES = {"ước": Quality.ESTIMATE, "sơ bộ": Quality.PRELIMINARY, "thực hiện": Quality.ACTUAL, "chính thức": Quality.FINAL}
NAMED = ("regime", "doubt", "note", "by", "as", "via")


def read(columns: list[str], *, where: Span) -> tuple[tuple[str, ...], dict[str, str]]:
    """Return the sources among the columns, and everything else by name."""
    sources: list[str] = []
    marks: dict[str, str] = {}
    for column in columns:
        mark = mark_of(column)
        if mark is None:
            sources.append(column)
        elif mark[0] in marks:
            raise wrong(where, said=column, vi="nói hai lần trong một dòng", en="said twice in one line")
        else:
            marks[mark[0]] = mark[1]
    return tuple(sources), marks


def mark_of(column: str) -> tuple[str, str] | None:
    """Return name and value of what a column says; None where it is a source."""
    if column in QUALITIES:
        return "quality", column
    if column in VISIBILITIES:
        return "visibility", column
    if column == CORRECTION:
        return "correction", column
    if column.startswith("@"):
        return "day", column[1:]
    name, sign, value = column.partition("=")
    return (name, value) if sign and name in NAMED else None


def known_at(marks: Mapping[str, str], *, where: Span) -> datetime | None:
    """Return when the line was known, the end of the day where it says a day; None where it does not say."""
    said = marks.get("day")
    if said is None:
        return None
    try:
        at = read_instant(said) if "T" in said else end_of_day(vietnamese.read_date(said)).astimezone(UTC)
    except ValueError:
        at = None
    if at is None or at.year not in vietnamese.YEARS:
        raise wrong(where, said=f"@{said}", vi="không có ngày này", en="no such day")
    return at


def marked(item: Fact | Withdrawal, *, marks: Mapping[str, str], where: Span) -> Fact | Withdrawal:
    """Return the item with its quality, visibility, doubt and remark."""
    said: dict[str, Any] = {"note": marks.get("note", "")}
    for name in ("quality", "visibility", "doubt"):
        if name in marks and not hasattr(item, name):
            raise wrong(where, said=marks[name], vi="không dùng được cho loại số liệu này", en="does not go with this kind of figure")
        if name in marks:
            said[name] = QUALITIES[marks[name]] if name == "quality" else marks[name]
    return replace(item, reason=said["note"]) if isinstance(item, Withdrawal) else replace(item, **said)


def write(entry: Entry, *, item: Fact | Withdrawal, cell: Cell, regime: str, latest: datetime | None) -> list[str]:
    """Return the columns after the sources: only what a reader would not take for granted."""
    marks: list[str] = []
    if entry.recorded_at != latest:
        day = day_of(entry.recorded_at)
        marks.append(f"@{day.isoformat() if end_of_day(day) == entry.recorded_at else write_instant(entry.recorded_at)}")
    if isinstance(item, Figure) and item.quality is not Quality.ACTUAL:
        marks.append(next(word for word, quality in QUALITIES.items() if quality is item.quality))
    if (visibility := getattr(item, "visibility", SEEN_BY_ALL)) != SEEN_BY_ALL:
        marks.append(visibility)
    note = item.reason if isinstance(item, Withdrawal) else item.note
    usual = {"regime": regime, "doubt": "", "note": "", "by": BY, "as": AS_POST, "via": VIA}
    said = {"regime": cell.regime, "doubt": getattr(item, "doubt", ""), "note": note, "by": entry.by, "as": entry.as_post, "via": entry.via}
    return marks + [f"{name}={value}" for name, value in said.items() if value != usual[name]]
