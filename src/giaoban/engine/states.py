"""Why a cell of the board has no number: absent is not 0, not "does not apply", not "not yet due"."""

from __future__ import annotations

import numpy as np

from giaoban.catalogue import OverBodies, OverTime
from giaoban.engine.rebase import Mark
from giaoban.engine.scene import Scene, Spot
from giaoban.values import vietnamese

KNOWN, ABSENT, DOES_NOT_APPLY, NOT_DUE = "known", "absent", "not_applicable", "not_due"
EVERY = {1: "tháng", 3: "quý", 6: "6 tháng", 12: "năm"}


def state_of(scene: Scene, *, spot: Spot, is_stated: bool) -> tuple[str, str]:
    """Return the state of a cell without a number, and the reason.

    Args:
        is_stated: Whether a source states a relation of it.
    """
    rolled, at = scene.measured.value, spot.at
    if rolled.na[at] or (spot.standing and spot.standing.kind in spot.indicator.not_for):
        return DOES_NOT_APPLY, "không áp dụng"
    if spot.grade:
        scale = scene.catalogue.scales.get(spot.grade[0].scale)
        words = scale.word(spot.grade[0].word).words if scale else spot.grade[0].word
        return KNOWN, f"đánh giá bằng lời: {words}"
    if is_stated:
        return ABSENT, "nguồn chỉ nêu tỷ lệ, không nêu số tuyệt đối"
    if _is_between_reports(scene, spot):
        return NOT_DUE, f"chưa đến kỳ: chỉ tiêu báo cáo theo {EVERY[spot.indicator.frequency.months]}"
    if rolled.mark[at] == Mark.NOT_COMPARABLE:
        return ABSENT, "địa giới đã thay đổi, chưa có tỷ lệ phân bổ để tính lại"
    reported, expected = int(rolled.reported[at]), int(rolled.expected[at])
    if scene.question.on <= scene.due and not reported:
        return NOT_DUE, f"chưa đến hạn báo cáo ({vietnamese.write_date(scene.due)})"
    return ABSENT, _missing(scene, spot, reported, expected)


def _is_between_reports(scene: Scene, spot: Spot) -> bool:
    window, months = scene.question.window, spot.indicator.frequency.months
    return bool(window.last % months) or (window.months < months and spot.indicator.over_time is not OverTime.LAST)


def _missing(scene: Scene, spot: Spot, reported: int, expected: int) -> str:
    if not spot.indicator.parts_make_whole and expected > 1:
        return "chưa có số của toàn địa bàn; cộng số của các đơn vị không thành số toàn địa bàn"
    if 0 < reported < expected:
        return f"mới có {reported}/{expected} đơn vị có số liệu"
    if spot.indicator.over_bodies is OverBodies.FORMULA:
        return _not_computed(scene, spot)
    if spot.indicator.over_bodies is OverBodies.RATIO and _is_over_nothing(scene, spot):
        return "mẫu số bằng 0"
    if spot.indicator.over_bodies is OverBodies.WEIGHTED_MEAN and reported == expected > 0:
        return "chưa có số liệu làm quyền số"
    return "chưa có số liệu"


def _not_computed(scene: Scene, spot: Spot) -> str:
    """Return why a formula comes to nothing: what it divides by, or which of its terms are missing."""
    if spot.at[0] not in scene.measured.rules.formulas:
        return "chưa có số liệu"
    told = scene.tracer.formula(spot.at, window=scene.question.window)
    if told.why_none:
        return "; ".join(told.why_none)
    indicators = scene.catalogue.indicators
    missing = [one for one in told.terms if not one.answer.settled]
    said = [
        f"{indicators[one.term.indicator].name if one.term.indicator in indicators else one.term.indicator}"
        f"{'' if one.window in (None, scene.question.window) else f' ({one.window.words})'}"
        for one in missing
    ]
    return f"chưa tính được, thiếu: {', '.join(dict.fromkeys(said))}" if said else "chưa có số liệu"


def _is_over_nothing(scene: Scene, spot: Spot) -> bool:
    """Whether a ratio cannot be had only because its denominator is 0."""
    below = scene.cube.row.get(spot.series._replace(indicator=spot.indicator.denominator))
    return below is not None and bool(np.equal(scene.measured.value.value[below, spot.at[1]], 0))
