"""`giaoban blank`: make words outside the chain unreadable, by decision."""

from __future__ import annotations

import argparse

from giaoban import flow
from giaoban.cli.arguments import Say
from giaoban.cli.door import Door
from giaoban.flow.blank import KINDS

HELP = (
    "xóa nội dung ngoài chuỗi (ghi chú, tài liệu, tên người) theo quyết định",
    "blank words outside the chain (remark, document, name) by decision",
)


def arguments(parser: argparse.ArgumentParser, say: Say) -> None:
    """Add the command's arguments."""
    id = say("MÃ", "ID")
    parser.add_argument("book", metavar=say("SỔ", "BOOK"), help=say("mã sổ để ghi việc xóa", "book in which the act is recorded"))
    kinds = say("text (ghi chú), document (tài liệu) hoặc person (người)", "text, document or person")
    parser.add_argument("kind", choices=KINDS, metavar=say("LOẠI", "KIND"), help=kinds)
    parser.add_argument("id", metavar=id, help=say("mã của nội dung", "id of it"))
    parser.add_argument("--reason", default="", metavar=say("LÝ-DO", "REASON"), help=say("lý do", "why"))
    decision = say("số, ngày của quyết định", "number and day of the decision")
    parser.add_argument("--decision", default="", metavar=say("QUYẾT-ĐỊNH", "DECISION"), help=decision)


def run(args: argparse.Namespace, door: Door) -> int:
    """Blank, and say which entry records it."""
    entry = flow.blank(args.book, kind=args.kind, id=args.id, reason=args.reason, decision=args.decision, by=door.actor(), at=door.at)
    n = entry.number
    door.say(f"Đã xóa; việc xóa ghi ở mục {n} của sổ {args.book}.", f"Blanked; recorded as entry {n} of the book {args.book}.")
    return 0
