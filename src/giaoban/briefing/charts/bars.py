"""What do bars of units and of counts have alike? Names beside them, and words for how units stand."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from giaoban.briefing.charts.look import INK, Spec
from giaoban.engine import Level, Row

LONGEST = 34  # letters of a name beside its bar
WORDS = {
    Level.EXCEEDED: "vượt kế hoạch", Level.REACHED: "đạt kế hoạch", Level.ON_PACE: "đúng tiến độ", Level.BEHIND: "chậm tiến độ",
    Level.WEAK: "đạt thấp", Level.NONE: "chưa đánh giá",
}  # fmt: skip
ORDER = (Level.EXCEEDED, Level.REACHED, Level.ON_PACE, Level.BEHIND, Level.WEAK, Level.NONE)


def names_axis(field: str, *, names: Sequence[str]) -> Spec:
    """Return the axis of the bars, which knows each by its place, since two may bear one name."""
    said = ", ".join(f"'{_quoted(name)}'" for name in names)
    axis = {
        "labelExpr": f"[{said}][toNumber(datum.value)]", "title": None, "ticks": False, "domain": False, "labelLimit": 240,
        "labelColor": INK,
    }  # fmt: skip
    return {"field": field, "type": "nominal", "sort": None, "axis": axis}


def _quoted(text: str) -> str:
    """Return a text as it stands between quotes of an expression."""
    return "".join(
        letter if letter.isalnum() or letter in " -–,.()/…" else f"\\u{ord(letter):04x}" for letter in text if ord(letter) < 0x10000
    )


def short(name: str) -> str:
    """Return a name, cut at a word where it is too long to stand beside a bar."""
    return name if len(name) <= LONGEST else f"{name[:LONGEST].rpartition(' ')[0]} …"


def lower(word: str) -> str:
    """Return the word of a verdict inside a sentence."""
    return word[:1].lower() + word[1:]


def counts_of(units: Sequence[Row]) -> Mapping[Level, int]:
    """Return how many of the units to which the indicator applies stand where."""
    levels = [row.status.level for row in units if row.state != "not_applicable"]
    return {level: levels.count(level) for level in ORDER}


def words_of(units: Sequence[Row]) -> Mapping[Level, str]:
    """Return how each verdict is called: a limit is kept or passed, a plan is reached or not."""
    said: dict[Level, dict[str, None]] = {level: {} for level in ORDER}
    for row in units:
        if row.status.level is not Level.NONE and row.value is not None:
            said[row.status.level].setdefault(lower(row.status.word))
    return {level: " / ".join(found) or WORDS[level] for level, found in said.items()}


def counts_words(units: Sequence[Row]) -> str:
    """Return how many units stand where, in words."""
    words = words_of(units)
    return ", ".join(f"{count} {words[level]}" for level, count in counts_of(units).items() if count) or "chưa đánh giá đơn vị nào"
