"""`giaoban export`: a book as the YAML files that `load` reads."""

from __future__ import annotations

import argparse
from pathlib import Path

from giaoban import flow
from giaoban.cli import files
from giaoban.cli.arguments import Say, as_json, as_known
from giaoban.cli.door import Door

HELP = ("xuất một sổ ra tệp YAML", "export a book as YAML files")


class NotEmpty(flow.Refused):
    """The folder holds something, and old files among new ones would be loaded with them."""

    code = "folder-not-empty"
    vi = "Thư mục “{folder}” không trống. Chọn thư mục khác (mới hoặc trống)."
    en = "The folder “{folder}” is not empty. Choose another, new or empty."


def arguments(parser: argparse.ArgumentParser, say: Say) -> None:
    """Add the command's arguments."""
    parser.add_argument("book", metavar=say("SỔ", "BOOK"), help=say("mã sổ", "id of the book"))
    out = say("thư mục (mới hoặc trống)", "folder (new or empty)")
    parser.add_argument("--out", type=Path, required=True, metavar=say("THƯ-MỤC", "FOLDER"), help=out)
    as_known(parser, say, metavar=say("THỜI-ĐIỂM", "INSTANT"))
    as_json(parser, say)


def run(args: argparse.Namespace, door: Door) -> int:
    """Write the files."""
    if args.out.exists() and any(args.out.iterdir()):
        raise NotEmpty(folder=args.out)
    instant = flow.moment.instant(args.as_known) if args.as_known else None
    door.wait(f"Đang xuất sổ {args.book}…", f"Exporting the book {args.book} …")
    found = flow.export(args.book, as_known=instant, by=door.actor(), at=door.at)
    written = files.write({name: text.encode() for name, text in found.items()}, folder=args.out)
    if args.json:
        door.data({"files": [str(path) for path in written]})
    door.say(f"Đã ghi {len(written)} tệp vào {args.out}", f"Wrote {len(written)} files to {args.out}")
    return 0
