"""The same window a year before, on this map, and what has become of it since."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date

import numpy as np

from giaoban.catalogue import OverTime
from giaoban.catalogue.body import BASIS_WORDS
from giaoban.engine.answer import Answer
from giaoban.engine.board import SamePeriod
from giaoban.engine.implied import implied_level
from giaoban.engine.rebase import Mark
from giaoban.engine.scene import Scene, Spot
from giaoban.values import vietnamese

NOTHING_KNOWN = SamePeriod(reason="chưa có số liệu cùng kỳ")
MARKS = {int(mark): mark.code for mark in Mark}  # looked up for every row
NEVER_COMPARED, PARTED = int(Mark.NOT_COMPARABLE), int(Mark.APPORTIONED)
LOST = SamePeriod(mark=Mark.NOT_COMPARABLE.code, reason="chưa so sánh được: địa giới đã thay đổi, chưa có tỷ lệ phân bổ")


def same_period(scene: Scene, *, spot: Spot, value: float | None, answer: Answer) -> SamePeriod:
    """Return the same window a year before, and this year's figure over it.

    Args:
        value: This year's figure; None where there is none of its own.
        answer: What it rests on.
    """
    rolled = scene.measured.same
    same = scene.said(scene.table.same, spot=spot)
    if same is None:
        follows = implied_level(spot.indicator, cube=scene.cube, at=spot.at, window=scene.before)
        if follows:
            reason = "suy ra từ tỷ lệ ghi trong văn bản"
            return SamePeriod(float(follows.value), None, "implied", reason, (float(follows.low), float(follows.high)))
        return LOST if rolled.mark[spot.at] == NEVER_COMPARED else NOTHING_KNOWN
    mark = MARKS[int(rolled.mark[spot.at])]
    reason = "; ".join(filter(None, (_carried(scene, spot), _unequal(scene, spot, answer))))
    if value is None or spot.indicator.over_time is OverTime.NEVER or spot.indicator.is_percentage:
        return SamePeriod(same, None, mark, reason)
    if same <= 0:
        return SamePeriod(same, None, mark, "cùng kỳ không phát sinh" if same == 0 else "cùng kỳ là số âm, không tính tỷ lệ")
    return SamePeriod(same, scene.said(scene.table.ratio, spot=spot), mark, reason)


def growth(spot: Spot, *, value: float | None, same: SamePeriod) -> float | None:
    """Return this year's figure over last year's, less one; of a percentage, the change in points.

    Args:
        value: This year's figure; None where there is none of its own.
    """
    if value is None or same.value is None or same.mark == "implied":
        return None
    if spot.indicator.is_percentage:
        return value - same.value
    return None if same.ratio is None else same.ratio - 1


def _carried(scene: Scene, spot: Spot) -> str:
    """Return the sentence that says how last year's figure came onto this map; empty where the ground is the same."""
    since = scene.regime.days(scene.before).last_day
    touched = _origins(scene, spot.at[1], since)
    if not touched:
        return ""
    if scene.measured.same.mark[spot.at] == PARTED:
        return f"phân bổ theo {BASIS_WORDS[spot.indicator.basis]}"
    names = (body.name if (body := scene.catalogue.latest(id)) else id for id in touched)
    return f"tính lại theo địa giới mới (từ {', '.join(names)})"


def _origins(scene: Scene, column: int, since: date) -> list[str]:
    """Return ids of the bodies of then that a body's ground came from, where it changed hands since."""
    ground, frame = scene.measured.ground, scene.measured.frame
    steps = ground.between(since=since, until=frame.on)
    if not steps or column in ground.kept(since=since, until=frame.on):
        return []
    then, found = ground.frame(since), set[int]()
    members = {column, *frame.parts.get(column, np.array([], np.int64)).tolist()}
    for step in reversed(steps):
        came = {link.before for at in members for link in step.arriving.get(at, ())}
        members = (members - step.arriving.keys()) | came
        found |= came
    return [scene.cube.bodies[at] for at in sorted(found) if then.standing[at]]


def _unequal(scene: Scene, spot: Spot, answer: Answer) -> str:
    """Return the sentence that says that one of the two figures is only to a day; empty where both are of the same days."""
    if scene.question.window.day or not scene.may_rest_on_days(spot):
        return ""
    this, last = scene.days(answer), scene.days(scene.answer(spot, window=scene.before))
    if {(day.month, day.day) for day in this.values()} == {(day.month, day.day) for day in last.values()}:
        return ""
    return f"hai kỳ không bằng nhau: năm nay {_until(this)}, cùng kỳ {_until(last)}"


def _until(days: Mapping[int, date]) -> str:
    return f"tính đến ngày {vietnamese.write_date(max(days.values()))}" if days else "tính hết kỳ"
