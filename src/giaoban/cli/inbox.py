"""`giaoban inbox`: which documents wait, and what one of them suggests."""

from __future__ import annotations

import argparse
from typing import Any

from giaoban import flow
from giaoban.cli.arguments import Say, as_json
from giaoban.cli.door import Door
from giaoban.values import vietnamese

HELP = ("văn bản đến và đề xuất đang chờ quyết định", "received documents and suggestions that wait for a decision")
KINDS = {
    "figure": ("số liệu", "figure"), "stated": ("so sánh theo nguồn", "stated"), "target": ("chỉ tiêu kế hoạch", "target"),
    "grade": ("đánh giá", "grade"), "aim": ("mốc phấn đấu", "aim"), "bottleneck": ("khó khăn, vướng mắc", "difficulty"),
    "directive": ("nhiệm vụ", "directive"), "other": ("chỉ để xem", "to look at"),
}  # fmt: skip
DECISIONS = {"": ("chờ", "waits"), "accepted": ("đã ghi", "recorded"), "rejected": ("đã bỏ", "rejected")}
WIDEST = 96


def arguments(parser: argparse.ArgumentParser, say: Say) -> None:
    """Add the command's arguments."""
    which = parser.add_mutually_exclusive_group(required=True)
    which.add_argument("--book", metavar=say("SỔ", "BOOK"), help=say("liệt kê văn bản đến của sổ", "list the documents of a book"))
    which.add_argument("--paper", type=int, metavar=say("SỐ", "NUMBER"), help=say("xem một văn bản đến", "look at one document"))
    as_json(parser, say)


def run(args: argparse.Namespace, door: Door) -> int:
    """List the documents of a book, or show one."""
    if args.paper is not None:
        show(flow.inbox.look(args.paper, by=door.actor()), door, json=args.json)
        return 0
    found = flow.inbox.papers(args.book, by=door.actor())
    if args.json:
        door.data([_paper(one) for one in found])
        return 0
    for one in found:
        day = vietnamese.write_date(flow.moment.today(one.received_at))
        door.say(
            f"{one.id:>4}  {day}  {one.name or '(đã xóa)'}  {one.body}  {one.waiting}/{one.count} đề xuất đang chờ",
            f"{one.id:>4}  {day}  {one.name or '(blanked)'}  {one.body}  {one.waiting} of {one.count} suggestions wait",
        )
    if not found:
        door.say("Chưa nhận văn bản nào.", "No document has been received.")
    return 0


def show(opened: flow.inbox.Opened, door: Door, *, json: bool) -> None:
    """Print a document with what it suggests."""
    if json:
        door.data(_paper(opened.paper) | {"notes": list(opened.notes), "suggestions": [_suggestion(one) for one in opened.suggestions]})
        return
    paper, n = opened.paper, vietnamese.write_number
    door.say(
        f"Văn bản đến số {paper.id}: {paper.name} · {n(paper.count)} đề xuất, {n(paper.waiting)} đang chờ. Chưa đề xuất nào tự ghi vào sổ.",
        f"Document {paper.id}: {paper.name} · {paper.count} suggestions, {paper.waiting} waiting. None records itself.",
    )
    for note in opened.notes:
        door.say(f"  ! {note['vi']}", f"  ! {note['en']}")
    for one in opened.suggestions:
        _tell(one, door)


def _tell(one: flow.inbox.Waiting, door: Door) -> None:
    said = one.suggestion
    if said is None:
        door.say(f"{one.number:>4}  (đã xóa)", f"{one.number:>4}  (blanked)")
        return
    words = said.words if len(said.words) <= WIDEST else f"{said.words[: WIDEST - 1]}…"
    decision = DECISIONS[one.decision]
    entry = f" → mục {one.entry}" if one.entry else ""
    door.say(
        f"{one.number:>4}  {decision[0]}{entry}  {KINDS[said.kind][0]}, chắc {said.confidence}%  “{words}”  [{said.place}]",
        f"{one.number:>4}  {decision[1]}{entry}  {KINDS[said.kind][1]}, {said.confidence}% sure  “{words}”  [{said.place}]",
    )
    fields = " · ".join(f"{name}={value}" for name, value in said.fields.items() if name != "title")
    lacking = ", ".join(said.lacking)
    if fields or lacking:
        door.say(*[f"      {fields}{door.said(f'  ← thiếu {lacking}', f'  ← lacks {lacking}') if lacking else ''}"] * 2)
    if others := [link for link in said.links if link.id != said.fields.get("indicator")]:
        door.say(*[f"      {door.said('hoặc', 'or')}: {', '.join(f'{link.id} ({link.score})' for link in others[:3])}"] * 2)


def _paper(paper: Any) -> dict[str, Any]:
    return {
        "paper": paper.id, "book": paper.book, "name": paper.name, "body": paper.body, "sha256": paper.sha256, "kept": paper.kept,
        "received_at": paper.received_at.isoformat(), "count": paper.count, "waiting": paper.waiting,
    }  # fmt: skip


def _suggestion(one: flow.inbox.Waiting) -> dict[str, Any]:
    shape = {"number": one.number, "decision": one.decision or None, "entry": one.entry}
    return shape | (one.suggestion.as_json() if one.suggestion else {})
