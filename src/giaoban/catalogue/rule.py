"""Dated thresholds and the plain lists that a board needs: groups, authorities, scales.

A threshold in code is a defect: "behind" below nine tenths of the pace is a
rule, with a day from which it holds and the paper that set it.
"""

from __future__ import annotations

from dataclasses import dataclass
from decimal import Decimal
from enum import Enum

from giaoban.catalogue.fields import Fields
from giaoban.values import GradeWord, Scale, Source, Standing


@dataclass(frozen=True, slots=True)
class StatusRule:
    """When an indicator is weak, behind, on pace or above plan (quy tắc đánh giá).

    All levels are ratios of what was done to what the pace asks by then.

    Args:
        behind_below: Below this, behind pace (chậm tiến độ).
        weak_below: Below this, weak (đạt thấp).
        soft_from: From this share of a whole plan upward the plan itself was low (chỉ tiêu giao thấp).
        indicators: Ids that it is for; empty for all that have no rule of their own.
    """

    id: str
    name: str
    behind_below: Decimal
    weak_below: Decimal
    soft_from: Decimal
    indicators: frozenset[str]
    source: Source


class RankedBy(Enum):
    """What places among siblings go by."""

    ATTAINMENT = "attainment"  # the share of the plan that the verdict goes by
    VALUE = "value"  # the figure of the window
    GROWTH = "growth"  # against the same period last year


@dataclass(frozen=True, slots=True)
class RankingRule:
    """That units are ranked by an indicator, because an issued paper says so (quy chế xếp hạng).

    Args:
        by: What the places go by.
        indicators: Ids that it is for; empty for all that have no rule of their own.
        source: The paper that sets it; without one, places are shown on no paper.
    """

    id: str
    name: str
    by: RankedBy
    indicators: frozenset[str]
    source: Source


@dataclass(frozen=True, slots=True)
class ForecastRule:
    """When a forecast says that a level is hard to reach, and when it may be shown at all (quy tắc dự báo).

    Args:
        hard_below: Below this probability, hard to reach (khó đạt mốc).
        likely_from: From this probability upward, likely (có khả năng đạt mốc).
        fewest: Forecasts of earlier years that the back-test must have before a probability is shown.
        indicators: Ids that it is for; empty for all that have no rule of their own.
    """

    id: str
    name: str
    hard_below: Decimal
    likely_from: Decimal
    fewest: int
    indicators: frozenset[str]
    source: Source


@dataclass(frozen=True, slots=True)
class Group:
    """A heading of the board (nhóm chỉ tiêu)."""

    id: str
    name: str
    order: int


@dataclass(frozen=True, slots=True)
class Authority:
    """Who gives a plan: "tỉnh giao", "HĐND giao", "tự đăng ký" (cơ quan giao kế hoạch).

    Args:
        words: How a column names the plan: "tỉnh giao".
        body: Id of the body, where it is one of the book's; empty otherwise.
        order: Order of the columns, the plan that the status goes by first.
    """

    id: str
    words: str
    body: str
    order: int


def read_status_rule(fields: Fields) -> StatusRule | None:
    """Return the rule that a definition says, or None when a field is missing or wrong."""
    name = fields.text("name")
    behind, weak, soft = fields.number("behind_below"), fields.number("weak_below"), fields.number("soft_from")
    if behind is not None and weak is not None and not 0 < weak <= behind:
        fields.wrong(
            "weak_below", value=weak, vi="mức trên 0 và không quá “behind_below”", en="a level above 0 and not above “behind_below”"
        )
    indicators, source, id = frozenset(fields.texts("indicators")), fields.source(), fields.id
    if not fields.sound or name is None or behind is None or weak is None or soft is None or source is None:
        return None
    return StatusRule(id, name, behind, weak, soft, indicators, source)


def read_ranking_rule(fields: Fields) -> RankingRule | None:
    """Return the rule that a definition says, or None when a field is missing or wrong."""
    name, by = fields.text("name"), fields.choice("by", kind=RankedBy, default=RankedBy.ATTAINMENT)
    indicators, source, id = frozenset(fields.texts("indicators")), fields.source(), fields.id
    if not fields.sound or name is None or by is None or source is None:
        return None
    return RankingRule(id, name, by, indicators, source)


def read_forecast_rule(fields: Fields) -> ForecastRule | None:
    """Return the rule that a definition says, or None when a field is missing or wrong."""
    name, fewest = fields.text("name"), fields.whole("fewest", low=1, high=9999)
    hard, likely = fields.number("hard_below"), fields.number("likely_from")
    if hard is not None and likely is not None and not 0 <= hard <= likely <= 1:
        fields.wrong("likely_from", value=likely, vi="xác suất từ “hard_below” đến 1", en="a probability from “hard_below” to 1")
    indicators, source, id = frozenset(fields.texts("indicators")), fields.source(), fields.id
    if not fields.sound or name is None or hard is None or likely is None or fewest is None or source is None:
        return None
    return ForecastRule(id, name, hard, likely, fewest, indicators, source)


def read_group(fields: Fields) -> Group | None:
    """Return the group that a definition says, or None when a field is missing or wrong."""
    name, order, id = fields.text("name"), fields.whole("order", low=0, high=9999), fields.id
    return Group(id, name, order or 0) if fields.sound and name else None


def read_authority(fields: Fields) -> Authority | None:
    """Return the authority that a definition says, or None when a field is missing or wrong."""
    words, body = fields.text("words"), fields.text("body", optional=True) or ""
    order, id = fields.whole("order", low=0, high=9999), fields.id
    return Authority(id, words, body, order or 0) if fields.sound and words else None


def read_scale(fields: Fields) -> Scale | None:
    """Return the scale that a definition says, or None when a field is missing or wrong."""
    name, id = fields.text("name"), fields.id
    words = []
    for word in fields.mappings("words"):
        words.append((word.id, word.text("words"), word.choice("standing", kind=Standing)))
        word.leftover()
    if not words or len({id for id, _, _ in words}) < len(words):
        vi, en = "danh sách các mức, tốt nhất trước, mỗi mức một mã", "a list of words, best first, each with an id of its own"
        fields.wrong("words", value="", vi=vi, en=en)
    if not fields.sound or not name:
        return None
    return Scale(id, name, tuple(GradeWord(i, said, standing) for i, said, standing in words if said and standing))
