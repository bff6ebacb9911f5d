"""`giaoban brief`: freeze a pack and write the briefing."""

from __future__ import annotations

import argparse
from pathlib import Path

from giaoban import briefing, flow
from giaoban.cli import files
from giaoban.cli.arguments import Say, as_json, question
from giaoban.cli.door import Door, wanted

HELP = ("lập tài liệu giao ban", "make the briefing")
TEXT, PACK = "briefing.txt", "pack.json"


def arguments(parser: argparse.ArgumentParser, say: Say) -> None:
    """Add the command's arguments."""
    question(parser, say)
    out = say(f"thư mục để ghi {TEXT} và {PACK}", f"folder for {TEXT} and {PACK}")
    parser.add_argument("--out", type=Path, required=True, metavar=say("THƯ-MỤC", "FOLDER"), help=out)
    parser.add_argument(
        "--office", action="store_true", help=say("kèm nội dung chỉ dành cho văn phòng", "with what is for the office only")
    )
    as_json(parser, say)


def run(args: argparse.Namespace, door: Door) -> int:
    """Write both files and say where they are."""
    pack = flow.brief(wanted(args), for_office=args.office, by=door.actor(), at=door.at)
    text, data = write(pack, args.out)
    if args.json:
        door.data({"text": str(text), "pack": str(data)})
    else:
        tell((text, data), door)
    return 0


def write(pack: briefing.Pack, folder: Path) -> list[Path]:
    """Write the plain wording and the pack, both or none, and return their paths."""
    return files.write({TEXT: briefing.briefing_text(pack).encode(), PACK: briefing.dumps(pack)}, folder=folder)


def tell(written: tuple[Path, ...], door: Door) -> None:
    """Say where the files are."""
    for path in written:
        door.say(f"Đã ghi {path}", f"Wrote {path}")
