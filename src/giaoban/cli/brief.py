"""`giaoban brief`: freeze a pack and write the briefing."""

from __future__ import annotations

import argparse
from collections.abc import Mapping
from pathlib import Path

from giaoban import briefing, flow, papers
from giaoban.cli import files
from giaoban.cli.arguments import Say, as_json, question
from giaoban.cli.door import Door, wanted

HELP = ("lập tài liệu giao ban", "make the briefing")
NAMES = ", ".join(one.FILENAME for one in papers.PAPERS)


def arguments(parser: argparse.ArgumentParser, say: Say) -> None:
    """Add the command's arguments."""
    question(parser, say)
    out = say(f"thư mục để ghi {NAMES}", f"folder for {NAMES}")
    parser.add_argument("--out", type=Path, required=True, metavar=say("THƯ-MỤC", "FOLDER"), help=out)
    parser.add_argument(
        "--office", action="store_true", help=say("kèm nội dung chỉ dành cho văn phòng", "with what is for the office only")
    )
    as_json(parser, say)


def run(args: argparse.Namespace, door: Door) -> int:
    """Write the papers and say where they are."""
    pack = flow.brief(wanted(args), for_office=args.office, by=door.actor(), at=door.at)
    written = write(pack, args.out, door)
    if args.json:
        door.data({name: str(path) for name, path in written.items()})
    else:
        tell(written, door)
    return 0


def write(pack: briefing.Pack, folder: Path, door: Door) -> dict[str, Path]:
    """Write every paper, all or none, and return their paths by name."""
    by = door.actor()
    contents = {one.FILENAME: flow.publish(pack, paper=one.NAME, by=by) for one in papers.PAPERS}
    return dict(zip((one.NAME for one in papers.PAPERS), files.write(contents, folder=folder), strict=True))


def tell(written: Mapping[str, Path], door: Door) -> None:
    """Say where the files are."""
    for path in written.values():
        door.say(f"Đã ghi {path}", f"Wrote {path}")
