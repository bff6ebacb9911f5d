"""Where does a cell stand among its siblings: the bodies of its kind that are part of the same whole?

Only like is held against like: one kind of body, one window, one plan. What
does not apply, is not known or has no verdict has no place; voluntary
contributions and figures of which more is neither better nor worse are never
ranked. Without an issued rule the places go by the verdict (practice: rank
numbers on paper only where a quy chế sets them).
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass

import numpy as np

from giaoban.catalogue import Direction, RankedBy, RankingRule
from giaoban.cube import At, window_of
from giaoban.cube.tags import UNSURE_BITS
from giaoban.engine.rank import Ranking, places
from giaoban.engine.scene import Scene, Spot
from giaoban.ledger import Grade
from giaoban.ledger.figures import UNNAMED

BY = {RankedBy.VALUE: "số liệu trong kỳ", RankedBy.GROWTH: "tăng, giảm so với cùng kỳ"}
ONE_WAY = (Direction.MORE, Direction.LESS)


@dataclass(frozen=True, slots=True)
class _Score:
    """What one body is ranked by; only scores that are alike are compared.

    Args:
        alike: The plan or scale that the score is of.
        quality: Bits that say how sure the figure is.
    """

    score: float
    less: bool
    alike: tuple[str, ...] = ()
    words: str = ""
    quality: int = 0


@dataclass(frozen=True, slots=True)
class _Placed:
    """Places of bodies that are alike, how many share each, and whether estimates are among surer figures."""

    of: Mapping[str, int]
    shared: Mapping[int, int]
    mixed: bool


def ranking_of(scene: Scene, *, spot: Spot) -> Ranking:
    """Return the place of a cell, or why it has none; none where the asker may not see places."""
    indicator, rule = spot.indicator, scene.catalogue.ranking_for(spot.indicator.id)
    if not (rule or scene.sight.ranks):
        return Ranking(reason="thứ hạng chỉ hiển thị cho văn phòng và lãnh đạo, trừ khi có quy chế xếp hạng")
    if indicator.voluntary:
        return Ranking(reason="đóng góp tự nguyện, không xếp hạng")
    if indicator.direction not in ONE_WAY and not spot.grade:
        return Ranking(reason="chỉ tiêu này không đánh giá cao, thấp nên không xếp hạng")
    found = _scores(scene, spot, rule)
    mine = found[spot.body] if spot.body in found else _score(scene, spot, spot.at[1], rule)
    if mine is None:
        return Ranking(reason="chưa có kết quả đánh giá nên chưa xếp hạng")
    placed = _placed(scene, spot, found, mine)
    if len(placed.of) < 2:
        return Ranking(reason="không có đơn vị cùng loại để xếp hạng")
    place, left_out = placed.of[spot.body], len(found) - len(placed.of)
    return Ranking(place, len(placed.of), placed.shared[place], left_out, mine.words, rule.id if rule else "", mixed=placed.mixed)


def _placed(scene: Scene, spot: Spot, found: Mapping[str, _Score | None], mine: _Score) -> _Placed:
    """Return the places of all whose scores are like this one's; worked out once for them all."""
    frame, column = scene.measured.frame, spot.at[1]
    key = spot.at[0], int(frame.parents[column]), f"{frame.kinds[column]} {mine.alike} {mine.less}"
    if key not in scene.scores:
        alike = {id: one for id, one in found.items() if one and one.alike == mine.alike}
        of = places({id: one.score for id, one in alike.items()}, less=mine.less)
        scene.scores[key] = _Placed(of, Counter(of.values()), len({one.quality for one in alike.values()}) > 1)
    placed: _Placed = scene.scores[key]
    return placed


def _scores(scene: Scene, spot: Spot, rule: RankingRule | None) -> Mapping[str, _Score | None]:
    """Return the scores of the bodies of the same kind that are part of the same whole on the map, the body itself among them."""
    frame, column = scene.measured.frame, spot.at[1]
    whole, kind = int(frame.parents[column]), frame.kinds[column]
    key = spot.at[0], whole, kind
    if key not in scene.scores:
        parts = (part for part in frame.parts.get(whole, np.array([], np.int64)).tolist() if frame.kinds[part] == kind)
        scene.scores[key] = {scene.cube.bodies[part]: _score(scene, spot, part, rule) for part in parts}
    found: Mapping[str, _Score | None] = scene.scores[key]
    return found


def _score(scene: Scene, spot: Spot, column: int, rule: RankingRule | None) -> _Score | None:
    """Return what the series is ranked by for a body, by column; None where it has no place."""
    at, table, less = (spot.at[0], column), scene.table, spot.indicator.direction is Direction.LESS
    by, quality = rule.by if rule else RankedBy.ATTAINMENT, int(table.tags[at]) & UNSURE_BITS
    if by is RankedBy.ATTAINMENT:
        grade = _grades(scene).get(at)
        return _of_words(scene, grade) if grade else _of_plan(scene, spot, at, less, quality)
    score = float(table.value[at] if by is RankedBy.VALUE else table.growth[at])
    return None if np.isnan(score) else _Score(score, less, (), BY[by], quality)


def _of_plan(scene: Scene, spot: Spot, at: At, less: bool, quality: int) -> _Score | None:
    """Return the share of the plan that the verdict goes by: the first with a known giver of which something can be said."""
    plans = (plan for plan in scene.table.plans if plan.authority != UNNAMED and not np.isnan(plan.attainment[at]))
    plan = next(plans, None)
    if plan is None or scene.rule(spot) is None:
        return None
    words = f"phần trăm kế hoạch {window_of(plan.period).words} ({scene.catalogue.authority_words(plan.authority)})"
    return _Score(float(plan.attainment[at]), less, (plan.authority, plan.period), words, quality)


def _grades(scene: Scene) -> Mapping[At, Grade]:
    """Return the judgements in words of the window, by row and column; found once."""
    key = -1, -1, "grades"
    if key not in scene.scores:
        said = scene.cube.said_of(scene.question.window.code)
        scene.scores[key] = {at: one.item for at, one in said if isinstance(one.item, Grade)}
    found: Mapping[At, Grade] = scene.scores[key]
    return found


def _of_words(scene: Scene, grade: Grade) -> _Score | None:
    """Return the score of a judgement in words: its place on the scale, the best first."""
    scale = scene.catalogue.scales.get(grade.scale)
    if scale is None:
        return None
    order = next((at for at, word in enumerate(scale.words) if word.id == grade.word), None)
    return None if order is None else _Score(float(order), True, (scale.id,), f"đánh giá bằng lời ({scale.name})")
