"""Văn bản đến: which documents wait for a decision, and the form that takes a new one in."""

from __future__ import annotations

from typing import Any

from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render

from giaoban import flow
from giaoban.briefing.stamp import instant_words
from giaoban.flow.guard import PersonalDocument
from giaoban.values import Source
from giaoban.web import gate, language

CITED = ("title", "number", "issuer", "dated")


def rooms(request: HttpRequest) -> HttpResponse:
    """Send to the one book's documents, or show of which books they may be seen."""
    at = gate.now()
    by = gate.actor(request, at=at)
    found = [one for one in flow.shelves(by=by, at=at) if flow.inbox.may_receive(one.book, by=by)]
    if len(found) == 1:
        return redirect("inbox", book=found[0].book)
    return render(request, "inbox_books.html", {"books": found})


def inbox(request: HttpRequest, book: str) -> HttpResponse:
    """Show the documents of a book, and receive one; a file is read in memory only."""
    at = gate.now()
    by = gate.actor(request, at=at)
    typed: dict[str, Any] = {name: request.POST.get(name, "").strip() for name in (*CITED, "body")}
    wrong: list[str] = []
    status = 200
    if request.method == "POST":
        try:
            opened = _receive(request, typed, book, by)
        except PersonalDocument as refused:
            wrong, status = [_personal(refused)], 400
            typed["is_personal"] = True
        except flow.Refused as refused:
            tongue = language.now()
            wrong = [refused.sentence(tongue), *(f"{one.sentence(tongue)} {one.way_out(tongue)}" for one in refused.problems)]
            status = 400
        else:
            if opened is None:
                wrong, status = [_said("Chưa chọn tệp và chưa dán chữ nào.", "No file was chosen and nothing was pasted.")], 400
            else:
                if not opened.is_new:
                    messages.info(request, _said("Văn bản này đã nhận trước đó.", "This document was received before."))
                return redirect("review", book=book, paper=opened.paper.id)
    desk = next((one for one in flow.shelves(by=by, at=at) if one.book == book), None)
    found = [(one, instant_words(one.received_at.isoformat())) for one in flow.inbox.papers(book, by=by)]
    typed["body"] = typed["body"] or (desk.body if desk else "")
    shown = {"book": book, "desk": desk, "papers": found, "typed": typed, "wrong": wrong, "bodies": flow.inbox.bodies(book, by=by, at=at)}
    return render(request, "inbox.html", shown, status=status)


def _receive(request: HttpRequest, typed: dict[str, Any], book: str, by: flow.Actor) -> flow.inbox.Opened | None:
    file, pasted = request.FILES.get("file"), request.POST.get("pasted", "")
    if file is None and not pasted.strip():
        return None
    name = (file.name if file else "") or "van-ban-dan.txt"
    content = file.read() if file else pasted.encode()
    dated = flow.moment.day(typed["dated"]) if typed["dated"] else None
    source = Source(typed["title"] or name, typed["number"], typed["issuer"], dated)
    return flow.inbox.receive(
        content, name=name, book=book, body=typed["body"], source=source, drop_personal=request.POST.get("drop") == "1", by=by,
        at=gate.now(),
    )  # fmt: skip


def _personal(refused: PersonalDocument) -> str:
    """Return the sentence of a list of people as a page says it, without the command line."""
    said = {name: value.words(language=language.now()) if hasattr(value, "words") else value for name, value in refused.said.items()}
    return _said(
        "Tệp có vẻ chứa dữ liệu cá nhân của {people} người ({what}). Giao ban chỉ cần số tổng hợp; chưa có nội dung nào được lưu.",
        "The file seems to hold personal data of {people} people ({what}). Only totals are needed; nothing of it was kept.",
    ).format(**said)


def _said(vi: str, en: str) -> str:
    return vi if language.now() == "vi" else en


def paper_of(book: str, *, paper: int, by: flow.Actor) -> flow.inbox.Opened:
    """Return a document of that book.

    Raises:
        Http404: It is of another book.
    """
    opened = flow.inbox.look(paper, by=by)
    if opened.paper.book != book:
        raise Http404
    return opened
