"""`giaoban rebuild`: make what is derived from the entries again."""

from __future__ import annotations

import argparse

from giaoban import flow
from giaoban.cli.arguments import Say
from giaoban.cli.door import Door

HELP = ("dựng lại các bảng suy ra từ mục ghi", "rebuild the tables derived from the entries")


def arguments(parser: argparse.ArgumentParser, say: Say) -> None:
    """Add the command's arguments."""
    said = say("chỉ một sổ (mặc định: tất cả)", "one book only (default: all)")
    parser.add_argument("--book", metavar=say("SỔ", "BOOK"), help=said)


def run(args: argparse.Namespace, door: Door) -> int:
    """Rebuild, book by book."""
    by = door.actor()
    books = [args.book] if args.book else [cover.id for cover in flow.books(by=by, act=flow.Act.ADMINISTER)]
    for book in books:
        flow.rebuild(book, by=by)
        door.say(f"Sổ {book}: đã dựng lại.", f"Book {book}: rebuilt.")
    if not books:
        door.say("Chưa có sổ nào.", "There is no book yet.")
    return 0
