"""Tài liệu giao ban: which papers can be taken from here, and how shall they look?"""

from __future__ import annotations

from typing import Any

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render

from giaoban import flow, papers
from giaoban.web import gate, language
from giaoban.web.asked import Asked
from giaoban.web.bar import QuestionLine

PAGE = "tai-lieu"
CHOICES = ("layout", "issuer", "signing")
SAID = {
    "docx": ("Báo cáo (Word, sửa được)", "Report (Word, to be edited)"),
    "pdf": ("Báo cáo (PDF/A, để in)", "Report (PDF/A, to be printed)"),
    "text": ("Báo cáo (văn bản thường)", "Report (plain text)"),
    "pack": ("Gói dữ liệu để đối chiếu (pack.json)", "The pack, to be checked against (pack.json)"),
    "xlsx": ("Biểu số liệu (Excel)", "Table of figures (Excel)"),
    "csv": ("Biểu số liệu (CSV)", "Table of figures (CSV)"),
}


def look_of(request: HttpRequest) -> papers.Look:
    """Return how the papers shall look, as it was asked for."""
    layout, issuer, signing = (request.GET.get(name, "").strip() for name in CHOICES)
    return papers.Look(layout=layout, issuer=issuer, signing=signing)


def is_for_office(request: HttpRequest) -> bool:
    """Whether what only the office is told is asked for."""
    return request.GET.get("office") == "1"


def _remarks(pack: Any, look: papers.Look) -> list[str]:
    """Return what is to be told on screen about papers in that look; that there is no such look, where there is none."""
    vi = language.now() == "vi"
    try:
        return [remark.words(language=language.now()) for remark in papers.remarks(pack, look=look)]
    except papers.NoSuchLayout as fault:
        return [f"Không có thể thức “{fault.id[:60]}”." if vi else f"There is no layout “{fault.id[:60]}”."]
    except papers.NoSuchIssuer as fault:
        known = ", ".join(fault.known)
        return [
            f"Không có cơ quan ban hành “{fault.id[:60]}”. Các cơ quan: {known}." if vi else f"No issuer “{fault.id[:60]}”. Known: {known}."
        ]


def shelf(request: HttpRequest, body: str, period: str) -> HttpResponse:
    """Show the papers of a period; they are frozen at the version of the figures that the question names."""
    at, asked = gate.now(), Asked.of(request, body=body, period=period)
    by = gate.actor(request, at=at)
    glance = flow.look(asked.wanted(), by=by, at=at)
    pack = flow.brief(asked.wanted(), for_office=is_for_office(request), by=by, at=at)
    look, tongue = look_of(request), language.now()
    more = {name: getattr(look, name) for name in CHOICES} | {"office": "1" if is_for_office(request) else ""}
    shown: dict[str, Any] = {
        "line": QuestionLine(asked, glance.frame, PAGE),
        "look": look,
        "for_office": is_for_office(request),
        "layouts": [(one.id, one.words.words(language=tongue)) for one in papers.layouts()],
        "remarks": _remarks(pack, look),
        "papers": [
            (SAID.get(one.NAME, (one.FILENAME, one.FILENAME))[tongue == "en"], asked.to("tai-ve", first=one.NAME, **more))
            for one in papers.PAPERS
        ],
    }
    return render(request, "papers.html", shown)
