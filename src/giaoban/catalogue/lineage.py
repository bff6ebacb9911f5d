"""Does ground pass from what ends to what begins, in shares that add up, and never round to where it came from?"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from typing import ClassVar

from giaoban.catalogue.body import Edge, Event, Extent
from giaoban.catalogue.catalogue import Catalogue
from giaoban.values import Problem, Span, vietnamese


@dataclass(frozen=True)
class LineageDoesNotFit(Problem):
    """An event takes ground from or to a body that does not exist then."""

    code: ClassVar[str] = "lineage-does-not-fit"
    vi: ClassVar[str] = "sự kiện “{event}” ngày {day}: “{body}” {why_vi}."
    en: ClassVar[str] = "event “{event}” on {day}: “{body}” {why_en}."
    way_out_vi: ClassVar[str] = "Sửa ngày của sự kiện, hoặc “since”, “until” của đơn vị."
    way_out_en: ClassVar[str] = "Mend the day of the event, or “since” and “until” of the body."

    event: str
    day: str
    body: str
    why_vi: str
    why_en: str


@dataclass(frozen=True)
class SharesDoNotAdd(Problem):
    """The known shares that leave a body do not add to one."""

    code: ClassVar[str] = "shares-do-not-add"
    vi: ClassVar[str] = "sự kiện “{event}”: các phần của “{body}” theo {basis} cộng lại bằng {total}, không bằng 1."
    en: ClassVar[str] = "event “{event}”: the shares of “{body}” by {basis} add to {total}, not to 1."
    way_out_vi: ClassVar[str] = "Sửa các tỷ lệ, hoặc để null nếu chưa có số liệu công bố."
    way_out_en: ClassVar[str] = "Mend the shares, or leave them null where nothing is published."

    event: str
    body: str
    basis: str
    total: str


@dataclass(frozen=True)
class LineageCircle(Problem):
    """Ground comes back to an id that had ended: an id stands for one ground, once."""

    code: ClassVar[str] = "lineage-circle"
    vi: ClassVar[str] = "sự kiện “{event}” ngày {day}: “{body}” đã kết thúc nay lại là đơn vị kế thừa: {path}."
    en: ClassVar[str] = "event “{event}” on {day}: “{body}” had ended and now takes over again: {path}."
    way_out_vi: ClassVar[str] = "Đặt một mã mới cho đơn vị mới (tên có thể như cũ), hoặc sửa quan hệ kế thừa."
    way_out_en: ClassVar[str] = "Give the new body an id of its own (its name may be the old one), or mend the edges."

    event: str
    day: str
    body: str
    path: str


def passing(event: Event, *, catalogue: Catalogue, where: Span) -> list[Problem]:
    """Return what does not fit in one change of the map."""
    problems: list[Problem] = []
    eve = date.fromordinal(event.on.toordinal() - 1)
    leaving: dict[str, list[Edge]] = {}

    def unfit(body: str, why_vi: str, why_en: str) -> None:
        problems.append(LineageDoesNotFit(where, event.id, event.on.isoformat(), body, why_vi, why_en))

    for edge in event.edges:
        leaving.setdefault(edge.before, []).append(edge)
        if edge.before in catalogue.bodies and not catalogue.body(edge.before, on=eve):
            unfit(edge.before, "không tồn tại ngay trước đó", "did not exist just before")
        if edge.after in catalogue.bodies and not catalogue.body(edge.after, on=event.on):
            unfit(edge.after, "không tồn tại từ ngày đó", "does not exist from that day")
    for body, edges in leaving.items():
        stays = catalogue.body(body, on=event.on) and all(edge.after != body for edge in edges)
        full = any(edge.extent is Extent.FULL for edge in edges)
        if len(edges) > 1 and full:
            unfit(body, "vừa chuyển toàn bộ vừa chuyển nơi khác", "passes in full and elsewhere too")
        elif stays and full:
            unfit(body, "chuyển toàn bộ mà vẫn tồn tại", "passes in full and yet still exists")
        elif stays:
            unfit(body, "vẫn tồn tại mà không giữ phần nào (quan hệ tới chính nó)", "still exists but keeps no part (an edge to itself)")
        for basis in sorted({basis for edge in edges for basis in edge.shares}):
            known = [edge.share(basis) for edge in edges]
            total = sum((share for share in known if share is not None), Decimal(0))
            if total > 1 or (None not in known and total != 1):
                problems.append(SharesDoNotAdd(where, event.id, body, basis, vietnamese.write_number(total)))
    return problems


def circles(catalogue: Catalogue, *, places: Mapping[str, Span]) -> list[Problem]:
    """Return every body that ended and to which ground comes back later, with the way it went.

    Args:
        places: Where each event is defined.
    """
    problems: list[Problem] = []
    ways: dict[str, dict[str, tuple[str, ...]]] = {}  # by where ground lies now and where it once lay: how it came
    for event in catalogue.events:
        eve = date.fromordinal(event.on.toordinal() - 1)
        after: dict[str, dict[str, tuple[str, ...]]] = {}
        for edge in event.edges:
            for origin, way in {**ways.get(edge.before, {}), edge.before: (edge.before,)}.items():
                if edge.after not in way:
                    after.setdefault(edge.after, {}).setdefault(origin, (*way, edge.after))
                elif origin == edge.after != edge.before and not catalogue.body(edge.after, on=eve):
                    path = " → ".join((*way, edge.after))
                    problems.append(LineageCircle(places[event.id], event.id, event.on.isoformat(), edge.after, path))
        for body, found in after.items():
            ways[body] = {**ways.get(body, {}), **found}
    return problems
