"""What a cell is held against, and how it stands: targets, relations as stated, the verdict."""

from __future__ import annotations

from collections.abc import Sequence

from giaoban.catalogue import Direction, StatusRule, Window
from giaoban.cube import window_of
from giaoban.engine.board import PlanShare, StatedShare
from giaoban.engine.scene import Scene, Spot
from giaoban.engine.status import Status, accumulates, expected_share, judge, no_verdict, of_words, within, written
from giaoban.ledger import Stated, Target
from giaoban.ledger.figures import PLAN, UNNAMED, WHOLE

LAST = 9999


def plan_shares(scene: Scene, *, spot: Spot, value: float | None, to_date: float | None) -> tuple[PlanShare, ...]:
    """Return the newest version of each authority's plan for the window or its year, with what is done of it.

    Returns:
        The plan of the window itself before that of the year, then by order of the authorities; plans without a giver last.
    """
    newest: dict[tuple[str, str], tuple[Target, int]] = {}
    for one in spot.facts:
        item = one.item
        if isinstance(item, Target) and item.cell.period in (str(scene.question.window.year), scene.code):
            key = item.authority, item.cell.period
            if key not in newest or newest[key][0].version <= item.version:
                newest[key] = item, one.entry
    shares = [_share(scene, spot, target, entry, value, to_date) for target, entry in newest.values()]
    known = scene.catalogue.authorities

    def place(share: PlanShare) -> tuple[bool, bool, int, str]:
        order = known[share.authority].order if share.authority in known else LAST
        return share.authority == UNNAMED, share.plan_period != scene.code, order, share.authority

    return tuple(sorted(shares, key=place))


def _share(scene: Scene, spot: Spot, target: Target, entry: int, value: float | None, to_date: float | None) -> PlanShare:
    level = scene.in_measure(float(target.steps), indicator=spot.indicator) or 0.0
    done = value if target.cell.period == scene.code else to_date
    share = None if done is None or level == 0 or spot.indicator.voluntary else done / level
    words = scene.catalogue.authority_words(target.authority)
    return PlanShare(target.authority, words, target.cell.period, target.version, level, share, entry)


def stated_shares(scene: Scene, *, spot: Spot) -> tuple[StatedShare, ...]:
    """Return the relations that a source states of the window."""
    found = []
    for one in spot.facts:
        item = one.item
        if isinstance(item, Stated) and item.cell.period == scene.code:
            authority = None if item.authority == WHOLE else item.authority
            words = scene.catalogue.authority_words(item.authority) if item.relation == PLAN else "cùng kỳ"
            found.append(StatedShare(item.relation, authority, words, float(item.value), item.printed, scene.cited(one.entry), one.entry))
    return tuple(found)


def chosen_plan(targets: Sequence[PlanShare]) -> PlanShare | None:
    """Return the plan that the verdict goes by: the first with a known giver that something can be said of."""
    return next((one for one in targets if one.attainment is not None and one.authority != UNNAMED), None)


def verdict(
    scene: Scene,
    *,
    spot: Spot,
    targets: Sequence[PlanShare],
    stated: Sequence[StatedShare],
    done: tuple[float | None, float | None],
    why_none: str,
) -> tuple[Status, float | None]:
    """Return how a cell stands, and what was done over what the pace asks by now.

    Args:
        done: Figure of the window, and the year so far.
        why_none: Why there is no figure; empty where there is one.
    """
    if spot.grade:
        scale = scene.catalogue.scales.get(spot.grade[0].scale)
        if scale:
            return of_words(scale.word(spot.grade[0].word), source=scene.cited(spot.grade[1])), None
    if spot.indicator.voluntary:
        return no_verdict("đóng góp tự nguyện, không xếp loại, không tính phần trăm kế hoạch"), None
    rule, chosen = scene.rule(spot), chosen_plan(targets)
    if rule and chosen:
        return _judged(scene, spot, chosen, rule)
    if rule and (nothing := _of_nothing_allowed(scene, spot, targets, done, rule)):
        return nothing, None
    return no_verdict("chưa có quy tắc đánh giá" if chosen else _why_none(targets, stated, why_none)), None


def _why_none(targets: Sequence[PlanShare], stated: Sequence[StatedShare], why_none: str) -> str:
    unnamed = any(one.relation == PLAN and one.authority == UNNAMED for one in stated)
    if unnamed or (targets and all(one.authority == UNNAMED for one in targets) and not why_none):
        return "chưa rõ tính theo kế hoạch nào"
    if stated:
        return "chỉ có tỷ lệ theo nguồn"
    return why_none or ("chưa tính được phần trăm kế hoạch" if targets else "chưa có kế hoạch giao")


def _judged(scene: Scene, spot: Spot, chosen: PlanShare, rule: StatusRule) -> tuple[Status, float | None]:
    window = scene.question.window
    whole = chosen.plan_period == scene.code
    grows = accumulates(spot.indicator, indicators=scene.catalogue.indicators)
    expected = expected_share(spot.indicator, window=Window(window.year, 1, 12) if whole else window, grows=grows)
    share = chosen.attainment or 0.0
    status = judge(spot.indicator, attainment=share, expected=expected, plan_is_whole=whole, rule=rule, plan=plan_words(chosen))
    paced = spot.indicator.direction is Direction.MORE and expected > 0
    return status, scene.said(scene.table.pace, spot=spot) if paced else None


def _of_nothing_allowed(
    scene: Scene, spot: Spot, targets: Sequence[PlanShare], done: tuple[float | None, float | None], rule: StatusRule
) -> Status | None:
    """Return the verdict on a level of 0 that must not be passed, of which no percentage can be said."""
    plan = next((one for one in targets if one.value == 0 and one.authority != UNNAMED), None)
    if plan is None or spot.indicator.direction is not Direction.LESS:
        return None
    found = done[plan.plan_period != scene.code]
    if found is None:
        return None
    return within(found <= 0, said=f"{written(found)} {spot.indicator.measure.label}, {plan_words(plan)} bằng 0", rule=rule)


def plan_words(plan: PlanShare) -> str:
    """Return how a sentence names a plan: "kế hoạch năm 2026 (tỉnh giao)"."""
    return f"kế hoạch {window_of(plan.plan_period).words} ({plan.words})"
