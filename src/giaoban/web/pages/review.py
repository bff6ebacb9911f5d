"""Duyệt đề xuất: the document on the left with its words marked, what it suggests on the right; a person decides each.

Words and suggestion lead to one another by plain links. Every decision is a
form of its own, so that the page works by keyboard and without any script.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise
from typing import Any

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render

from giaoban import flow
from giaoban.flow.inbox import Waiting
from giaoban.values import Span
from giaoban.web import gate, language
from giaoban.web.pages.inbox import paper_of

KINDS = {
    "figure": ("Số liệu", "Figure"), "stated": ("So sánh theo nguồn", "As stated"), "target": ("Chỉ tiêu kế hoạch", "Plan target"),
    "grade": ("Đánh giá bằng lời", "Judgement"), "aim": ("Mốc phấn đấu", "Noted aim"), "bottleneck": ("Khó khăn, vướng mắc", "Difficulty"),
    "directive": ("Dự thảo nhiệm vụ", "Draft directive"), "other": ("Chỉ để xem", "To look at"),
}  # fmt: skip
FIELDS = {
    "indicator": ("Chỉ tiêu", "Indicator"), "body": ("Đơn vị", "Body"), "period": ("Kỳ", "Period"), "printed": ("Số như in", "As printed"),
    "quality": ("Ước hay thực hiện", "Quality"), "relation": ("So với", "Against"), "authority": ("Cấp giao kế hoạch", "Whose plan"),
    "version": ("Lần giao", "Version"), "word": ("Mức", "Word"), "fraction": ("Mức phấn đấu", "Level"), "before": ("Trước ngày", "Before"),
    "title": ("Nội dung", "What"), "cause": ("Nguyên nhân", "Cause"), "task": ("Việc", "Task"), "lead": ("Mã đơn vị chủ trì", "Lead (id)"),
    "lead_words": ("Chủ trì", "Lead"), "helping_words": ("Phối hợp", "Helping"), "measure": ("Kết quả cần đạt", "Measure"),
    "due_on": ("Hạn", "Due"), "report_on": ("Hạn báo cáo", "Report by"), "strength": ("Tính chất", "Strength"),
    "doubt": ("Nghi vấn", "Doubt"),
    "remark": ("Ghi chú", "Remark"), "part": ("Phân tổ", "Part"), "raised_for": ("Đơn vị nêu", "Raised for"), "asks": ("Kiến nghị", "Asks"),
}  # fmt: skip
DOUBTS = {
    "reading-does-not-add-up": ("Tỷ lệ không khớp với các số bên cạnh.", "The percentage is not that of the numbers beside it."),
    "reading-sum-differs": ("Các phần cộng lại không bằng tổng.", "The parts do not add up to the whole."),
    "reading-not-as-recorded": ("Khác số đã ghi trong sổ.", "Not as recorded before."),
    "reading-not-the-growth": ("Tốc độ không khớp số năm trước đã ghi.", "The growth does not follow from last year's figure."),
    "reading-far-from-before": ("Lệch xa kỳ trước; xem lại dấu phẩy, đơn vị tính.", "Far from before; look at comma and measure."),
    "reading-either-times": ("“Tăng … lần” có thể hiểu hai cách.", "“Tăng … lần” may be read in two ways."),
    "reading-english-digits": ("Số viết theo kiểu Anh; kiểm tra dấu.", "Written the English way; check the marks."),
    "": ("Có điểm cần xem lại trong bản gốc.", "Something to look at in the original."),
}
LISTS = {"indicator": "indicators", "body": "bodies", "lead": "bodies", "authority": "authorities", "raised_for": "bodies"}
LONG = ("title", "task", "remark", "cause", "asks")
CHOICES = {
    "quality": (("actual", "TH"), ("estimate", "ước TH"), ("preliminary", "sơ bộ"), ("final", "chính thức")),
    "relation": (("same_period", "cùng kỳ"), ("plan", "kế hoạch")),
    "strength": (("binding", "giao, yêu cầu"), ("asked", "đề nghị"), ("general", "định hướng chung")),
}
SHOWN_WHEN_EMPTY = ("indicator", "body", "period", "printed", "word", "fraction", "before", "title", "task", "lead", "due_on", "remark")
SURE = 80
AT_ONCE = 120  # suggestions on one page


@dataclass(frozen=True, slots=True)
class Piece:
    """A stretch of the document's text (đoạn chữ).

    Args:
        number: Of the suggestion that its words belong to; 0 for none.
        begins: Numbers of the suggestions that begin here.
    """

    text: str
    number: int
    kind: str
    state: str
    begins: tuple[int, ...]


@dataclass(frozen=True, slots=True)
class Box:
    """One field of a suggestion's form (ô của biểu mẫu).

    Args:
        among: Id of the list of values that it may be; empty for free text.
        hint: Name of what the id stands for.
    """

    name: str
    label: str
    value: str
    is_long: bool
    is_lacking: bool
    choices: tuple[tuple[str, str], ...]
    among: str
    hint: str


@dataclass(frozen=True, slots=True)
class Card:
    """One suggestion as the page shows it (thẻ đề xuất)."""

    number: int
    kind: str
    name: str
    words: str
    place: str
    confidence: int
    decision: str
    entry: str
    boxes: tuple[Box, ...]
    others: tuple[str, ...]
    lacking: str
    doubts: tuple[str, ...]


def review(request: HttpRequest, book: str, paper: int) -> HttpResponse:
    """Show a document with what it suggests, and carry out what a person decided."""
    at = gate.now()
    by = gate.actor(request, at=at)
    opened = paper_of(book, paper=paper, by=by)
    if request.method == "POST":
        anchor = _decided(request, opened, by)
        return redirect(f"{request.get_full_path()}{anchor}")
    waiting = [one for one in opened.suggestions if not one.decision]
    ready = [one for one in waiting if one.suggestion and one.suggestion.is_ready and one.suggestion.confidence >= SURE]
    names = flow.inbox.names(book, by=by, at=at)
    since = request.GET.get("tu", "")
    first = int(since) if since.isascii() and since.isdigit() and len(since) < 7 else 1
    cards = [one for one in opened.suggestions if one.suggestion and one.number >= first]
    shown: dict[str, Any] = {
        "book": book,
        "opened": opened,
        "notes": [note[language.now()] for note in opened.notes],
        "pieces": list(pieces(opened.paper.text, suggestions=opened.suggestions)),
        "cards": [card(one, names=names) for one in cards[:AT_ONCE]],
        "further": cards[AT_ONCE].number if len(cards) > AT_ONCE else 0,
        "ready": len(ready),
        "sure": SURE,
        "names": names,
    }
    return render(request, "review.html", shown)


def _decided(request: HttpRequest, opened: flow.inbox.Opened, by: flow.Actor) -> str:
    """Carry out what was decided, say what came of it, and return where on the page to go on."""
    id, at, act = opened.paper.id, gate.now(), request.POST.get("act", "")
    number = request.POST.get("number", "")
    chosen = [int(number)] if number.isascii() and number.isdigit() and len(number) < 7 else []
    try:
        if act == "reject" and chosen:
            flow.inbox.reject(id, numbers=chosen, by=by, at=at)
        elif act == "accept" and chosen:
            edits = {name[2:]: value.strip() for name, value in request.POST.items() if name.startswith("f-") and isinstance(value, str)}
            _say(request, flow.inbox.accept(id, numbers=chosen, edits={chosen[0]: edits}, by=by, at=at))
        elif act == "accept_sure":
            _say(request, flow.inbox.accept(id, at_least=SURE, by=by, at=at))
    except flow.Refused as refused:
        messages.warning(request, refused.sentence(language.now()))
    after = next((one.number for one in opened.suggestions if not one.decision and chosen and one.number > chosen[0]), 0)
    return f"#d{after}" if after else ""


def _say(request: HttpRequest, outcome: flow.inbox.Outcome) -> None:
    vi = language.now() == "vi"
    if outcome.recorded:
        entries = ", ".join(str(entry) for entry in outcome.recorded.values())
        messages.success(request, f"Đã ghi vào sổ: mục {entries}." if vi else f"Recorded: entry {entries}.")
    if outcome.stood:
        messages.info(request, "Sổ đã có đúng số này; không ghi lại." if vi else "The book says so already; nothing was recorded again.")
    for number, problems in outcome.left.items():
        for problem in problems:
            said = f"{problem.sentence(language.now())} {problem.way_out(language.now())}"
            messages.warning(request, f"{'Đề xuất' if vi else 'Suggestion'} {number}: {said}")


def pieces(text: str, *, suggestions: Sequence[Waiting]) -> Iterator[Piece]:
    """Yield the text cut where suggestions begin and end; where they overlap the shortest is the one that is marked."""
    spans = sorted((one.suggestion.start, one.suggestion.end, one.number, one) for one in suggestions if one.suggestion)
    cuts = sorted({0, len(text), *(place for start, end, _, _ in spans for place in (start, end) if 0 <= place <= len(text))})
    waiting, covering = 0, list(spans[:0])
    for start, end in pairwise(cuts):
        covering = [one for one in covering if one[1] >= end]
        begins: list[int] = []
        while waiting < len(spans) and spans[waiting][0] <= start:
            covering.append(spans[waiting])
            begins.append(spans[waiting][2])
            waiting += 1
        if covering:
            inner = min(covering, key=lambda one: one[1] - one[0])[3]
            kind = inner.suggestion.kind if inner.suggestion else ""
            yield Piece(text[start:end], inner.number, kind, inner.decision, tuple(begins))
        else:
            yield Piece(text[start:end], 0, "", "", ())


def card(one: Waiting, *, names: flow.inbox.Names) -> Card:
    """Return a suggestion as the page shows it."""
    said = one.suggestion
    assert said is not None  # noqa: S101 -- blanked ones are not shown
    vi = language.now() == "vi"
    lacking = ", ".join(_label(name) for name in said.lacking)
    others = tuple(f"{link.id} ({link.score})" for link in said.links if link.id != said.fields.get("indicator"))
    place = Span("", said.place).words(language=language.now())
    return Card(
        one.number, said.kind, KINDS[said.kind][not vi], said.words, place, said.confidence, one.decision, str(one.entry or ""),
        tuple(_boxes(one, names)), others[:3], lacking, tuple(_doubts(said.doubts)),
    )  # fmt: skip


def _doubts(codes: Sequence[str]) -> Iterator[str]:
    vi = language.now() == "vi"
    for code in dict.fromkeys(codes):
        yield DOUBTS.get(code, DOUBTS[""])[not vi]


def _boxes(one: Waiting, names: flow.inbox.Names) -> Iterator[Box]:
    said = one.suggestion
    if said is None:
        return
    called = dict((*names.indicators, *names.bodies, *names.authorities))
    for name in flow.inbox.fields_of(said.kind):
        value = said.fields.get(name, "")
        if value or name in said.lacking or name in SHOWN_WHEN_EMPTY:
            among = LISTS.get(name, "")
            yield Box(
                name,
                _label(name),
                value,
                name in LONG,
                name in said.lacking,
                CHOICES.get(name, ()),
                among,
                called.get(value, "") if among else "",
            )


def _label(name: str) -> str:
    said = FIELDS.get(name)
    return said[language.now() != "vi"] if said else name
