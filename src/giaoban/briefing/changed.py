"""How is it said what became different since an instant? One point a row: what it was, what it is, and why.

What was corrected or withdrawn is told first and in full, with the paper that
did it. What only came in since is counted, for it stands in the table anyway.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from decimal import Decimal

from giaoban.briefing.blocks import Block, Paragraph, Point
from giaoban.briefing.cells import STATES
from giaoban.briefing.notes import wrapped
from giaoban.briefing.points import listed
from giaoban.briefing.stamp import instant_words
from giaoban.catalogue import Window
from giaoban.engine import Change, Changes, Reason, Turn
from giaoban.findings.finding import JUDGED, amount
from giaoban.values import Quality

KINDS = {
    "corrected": "đã đính chính", "withdrawn": "đã rút", "updated": "đã cập nhật", "planned": "kế hoạch mới giao hoặc điều chỉnh",
    "rule": "quy tắc đánh giá thay đổi", "map": "địa giới thay đổi", "definition": "định nghĩa chỉ tiêu thay đổi",
    "stated": "tỷ lệ theo nguồn", "graded": "đánh giá bằng lời", "arrived": "mới có số liệu",
    "otherwise": "kéo theo từ số liệu liên quan", "hidden": "có mục không được xem",
}  # fmt: skip
WHAT = {
    "value": "trong kỳ", "to_date": "lũy kế từ đầu năm", "same_period": "cùng kỳ năm trước", "status": "đánh giá", "quality": "chất lượng",
    "state": "tình trạng",
}  # fmt: skip
RELATIONS = {"plan": "so với kế hoạch", "same_period": "so với cùng kỳ"}
NOTHING = "chưa có"
FEW = 3  # reasons told in one point


def change_blocks(changes: Changes, *, own_only: bool = False) -> list[Block]:
    """Return what became different: a sentence of counts, the rows that were changed, and the names of those that only came in.

    Args:
        own_only: Whether rows of parts are only counted, because naming them is the chair's decision.
    """
    body = changes.now.body
    shown = [one for one in changes.changes if not own_only or one.body == body]
    parts = {one.body for one in changes.changes if one.body != body}
    since = instant_words(changes.then.as_known)
    if not changes.changes:
        return [Paragraph(f"So với số liệu biết đến {since}, không có số liệu nào thay đổi.")]
    changed = by_gravity(one for one in shown if not one.is_news)
    news = [one for one in shown if one.is_news]
    said = [f"{count} dòng {words}" for count, words in ((len(changed), "thay đổi"), (len(news), "mới có số liệu")) if count]
    said += [f"{len(parts)} đơn vị trực thuộc có số liệu thay đổi"] if own_only and parts else []
    blocks: list[Block] = [Paragraph(f"So với số liệu biết đến {since}: {', '.join(said)}.")]
    blocks += [Point(change_sentence(one, body=body)) for one in changed]
    if news:
        blocks.append(Point(f"Mới có số liệu: {listed([_place(one, body) for one in news])}."))
    return blocks


def change_sentence(change: Change, *, body: str) -> str:
    """Return one row that changed, as a sentence.

    Args:
        body: Id of the body whose board it is; of its own rows the body is not named.
    """
    turns = "; ".join(_turn(one, change) for one in change.turns if one.what != "quality" or len(change.turns) == 1)
    why = "; ".join([*map(_reason, change.reasons[:FEW]), *_more(change)])
    return f"{_place(change, body)}: {turns} ({why})."


def changes_text(changes: Changes, *, width: int = 100) -> str:
    """Return what became different as plain text, with the question that both boards answer."""
    now = changes.now
    period = now.period_words[:1].upper() + now.period_words[1:]
    question = f"[{now.body_name}]  [{period}]  Thay đổi từ mục số {changes.then.number} đến mục số {now.number}"
    lines = [line for block in change_blocks(changes) for line in _lines(block, width)]
    return "\n".join([question, "", *lines]) + "\n"


def _lines(block: Block, width: int) -> list[str]:
    return wrapped(block.text, width=width, first="- ") if isinstance(block, Point) else wrapped(_text(block), width=width)


def _text(block: Block) -> str:
    return block.text if isinstance(block, Paragraph) else ""


def _place(change: Change, body: str) -> str:
    name = change.name.removesuffix(JUDGED)
    return name if change.body == body else f"{name}, {change.body_name}"


def _turn(turn: Turn, change: Change) -> str:
    what = f"{WHAT.get(turn.what, '')} {_of(turn)}".strip()
    return f"{what} {_said(turn.before, turn, change)} → {_said(turn.after, turn, change)}"


def _of(turn: Turn) -> str:
    """Return whose plan, or which relation, a turn is of."""
    if turn.what == "target":
        giver, _, period = turn.of.rpartition(" ")
        return f"kế hoạch {Window.of(period).words} ({giver})"
    relation, _, giver = turn.of.partition(" ")
    return f"{RELATIONS[relation]} theo nguồn{f' ({giver})' if relation == 'plan' and giver else ''}" if turn.what == "stated" else ""


def _said(value: object, turn: Turn, change: Change) -> str:
    if value is None:
        return NOTHING
    if isinstance(value, str):
        return Quality(value).words if turn.what == "quality" else STATES.get(value, value)
    return f"{amount(Decimal(str(value)))}{'' if change.measure.startswith('%') else ' '}{change.measure}"


def _reason(reason: Reason) -> str:
    said = KINDS[reason.kind]
    if reason.before and reason.after and reason.period:
        said += f": {reason.body_name}, {Window.of(reason.period).words}, {reason.before} → {reason.after}"
    elif reason.period:
        said += f": {reason.body_name}, {Window.of(reason.period).words}, {reason.before or reason.after}"
    cited = "; ".join(reason.sources)
    return ", ".join(filter(None, [said, f"mục {reason.entry}" if reason.entry else "", f"theo {cited}" if cited else ""]))


def _more(change: Change) -> Iterator[str]:
    """Yield how many more reasons there are than are told."""
    rest = sum(change.counts.values()) - min(FEW, len(change.reasons))
    if rest > 0:
        yield f"và {rest} mục nữa"


def by_gravity(changes: Iterable[Change]) -> Sequence[Change]:
    """Return the changes with what was corrected or withdrawn first, else in their order."""
    order = list(KINDS)
    return sorted(changes, key=lambda one: min((order.index(kind) for kind in one.counts), default=len(order)))
