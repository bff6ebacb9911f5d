"""`giaoban receive`: keep a document and what it suggests; nothing is recorded."""

from __future__ import annotations

import argparse
from pathlib import Path

from giaoban import flow
from giaoban.cli import inbox
from giaoban.cli.arguments import Say, as_json
from giaoban.cli.door import Door
from giaoban.cli.read import drop_personal
from giaoban.values import Source

HELP = ("nhận văn bản vào sổ: giữ văn bản và đề xuất, chưa ghi số liệu", "receive a document: keep it and what it suggests, record nothing")


def arguments(parser: argparse.ArgumentParser, say: Say) -> None:
    """Add the command's arguments."""
    parser.add_argument(
        "file", metavar=say("TỆP", "FILE"), help=say("tệp Word, PDF, Excel, .html, .txt", "Word, PDF, Excel, .html, .txt file")
    )
    parser.add_argument("--book", required=True, metavar=say("SỔ", "BOOK"), help=say("mã sổ", "id of the book"))
    body = say("mã đơn vị mà văn bản nói đến, nếu không nêu nơi nào khác", "id of the body it speaks for, where no other place is named")
    parser.add_argument("--body", default="", metavar=say("MÃ", "ID"), help=body)
    said = {
        "title": say("tên văn bản (mặc định: tên tệp)", "what it is called (default: the file's name)"),
        "number": say("số, ký hiệu", "number and symbol"),
        "issuer": say("cơ quan ban hành hoặc báo", "who issued or published it"),
        "dated": say("ngày của văn bản", "its own day"),
        "url": say("địa chỉ công khai", "public address"),
    }
    for name, words in said.items():
        parser.add_argument(f"--{name}", default="", metavar=say("NGÀY", "DAY") if name == "dated" else say("CHỮ", "TEXT"), help=words)
    drop_personal(parser, say)
    as_json(parser, say)


def run(args: argparse.Namespace, door: Door) -> int:
    """Receive, and say what waits for a person."""
    path = Path(args.file)
    dated = flow.moment.day(args.dated) if args.dated else None
    source = Source(args.title or path.name, args.number, args.issuer, dated, url=args.url)
    opened = flow.inbox.receive(
        path.read_bytes(), name=path.name, book=args.book, body=args.body, source=source, drop_personal=args.drop_personal,
        by=door.actor(), at=door.at,
    )  # fmt: skip
    if not opened.is_new:
        door.warn("Văn bản này đã nhận trước đó; không nhận lại.", "This document was received before; it is not received again.")
    inbox.show(opened, door, json=args.json)
    return 0
