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

from giaoban.catalogue import Direction, RankedBy, RankingRule
from giaoban.engine.answer import Answer
from giaoban.engine.board import PlanShare
from giaoban.engine.comparison import growth, same_period
from giaoban.engine.plans import chosen_plan, plan_shares, plan_words
from giaoban.engine.rank import Ranking, places
from giaoban.engine.scene import Scene, Spot

BY = {RankedBy.VALUE: "số liệu trong kỳ", RankedBy.GROWTH: "tăng, giảm so với cùng kỳ"}
ONE_WAY = (Direction.MORE, Direction.LESS)


@dataclass(frozen=True, slots=True)
class _Score:
    """What one body is ranked by; only scores that are alike are compared.

    Args:
        alike: The plan or scale that the score is of.
    """

    score: float
    less: bool
    alike: tuple[str, ...] = ()
    words: str = ""


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
    mine = found[spot.body] if spot.body in found else _score(scene, spot, rule)
    if mine is None:
        return Ranking(reason="chưa có kết quả đánh giá nên chưa xếp hạng")
    placed, shared = _placed(scene, spot, found, mine)
    if len(placed) < 2:
        return Ranking(reason="không có đơn vị cùng loại để xếp hạng")
    place = placed[spot.body]
    return Ranking(place, len(placed), shared[place], len(found) - len(placed), mine.words, rule.id if rule else "")


def _placed(scene: Scene, spot: Spot, found: Mapping[str, _Score | None], mine: _Score) -> tuple[Mapping[str, int], Mapping[int, int]]:
    """Return the places of all whose scores are like this one's, and how many share each; worked out once for them all."""
    frame, column = scene.measured.frame, spot.at[1]
    key = spot.at[0], int(frame.parents[column]), f"{frame.kinds[column]} {mine.alike} {mine.less}"
    if key not in scene.scores:
        placed = places({id: one.score for id, one in found.items() if one and one.alike == mine.alike}, less=mine.less)
        scene.scores[key] = placed, Counter(placed.values())
    both: tuple[Mapping[str, int], Mapping[int, int]] = scene.scores[key]
    return both


def _scores(scene: Scene, spot: Spot, rule: RankingRule | None) -> Mapping[str, _Score | None]:
    """Return the scores of the bodies of the same kind that are part of the same whole on the map, the body itself among them."""
    frame, column = scene.measured.frame, spot.at[1]
    whole, kind = int(frame.parents[column]), frame.kinds[column]
    key = spot.at[0], whole, kind
    if key not in scene.scores:
        parts = (scene.cube.bodies[part] for part in frame.parts.get(whole, ()) if frame.kinds[part] == kind)
        scene.scores[key] = {id: _score(scene, scene.spot(spot.series, body=id), rule) for id in parts}
    found: Mapping[str, _Score | None] = scene.scores[key]
    return found


def _score(scene: Scene, spot: Spot, rule: RankingRule | None) -> _Score | None:
    """Return what the cell is ranked by; None where it has no place."""
    by, less = rule.by if rule else RankedBy.ATTAINMENT, spot.indicator.direction is Direction.LESS
    if by is RankedBy.ATTAINMENT and spot.grade:
        return _of_words(scene, spot)
    value = scene.said(scene.table.value, spot=spot)
    if value is None and by is not RankedBy.ATTAINMENT:
        return None
    match by:
        case RankedBy.VALUE:
            return _Score(value or 0.0, less, (), BY[by])
        case RankedBy.GROWTH:
            grown = growth(spot, value=value, same=same_period(scene, spot=spot, value=value, answer=Answer(None)))
            return None if grown is None else _Score(grown, less, (), BY[by])
    plan = _plan(scene, spot, value)
    if plan is None or plan.attainment is None or scene.rule(spot) is None:
        return None
    return _Score(plan.attainment, less, (plan.authority, plan.plan_period), f"phần trăm {plan_words(plan)}")


def _plan(scene: Scene, spot: Spot, value: float | None) -> PlanShare | None:
    if not spot.facts:
        return None
    return chosen_plan(plan_shares(scene, spot=spot, value=value, to_date=scene.said(scene.table.to_date, spot=spot)))


def _of_words(scene: Scene, spot: Spot) -> _Score | None:
    """Return the score of a judgement in words: its place on the scale, the best first."""
    grade = spot.grade[0] if spot.grade else None
    scale = scene.catalogue.scales.get(grade.scale) if grade else None
    if grade is None or scale is None:
        return None
    order = next((at for at, word in enumerate(scale.words) if word.id == grade.word), None)
    return None if order is None else _Score(float(order), True, (scale.id,), f"đánh giá bằng lời ({scale.name})")
