"""`giaoban board`: the figures of a body for a period."""

from __future__ import annotations

import argparse
from pathlib import Path

from giaoban import briefing, flow, papers
from giaoban.cli import files
from giaoban.cli.arguments import Say, as_json, question, units
from giaoban.cli.door import Door, wanted

HELP = ("in bảng tổng hợp của một đơn vị trong một kỳ", "print the board of a body for a period")

WRITTEN = {
    "xlsx": lambda board, legend: papers.board_xlsx(board, legend=legend),
    "csv": lambda board, legend: papers.board_csv(board),  # noqa: ARG005 a list needs no headings
}


def arguments(parser: argparse.ArgumentParser, say: Say) -> None:
    """Add the command's arguments."""
    question(parser, say)
    units(parser, say)
    parser.add_argument("--indicators", nargs="+", metavar=say("MÃ", "ID"), help=say("chỉ các chỉ tiêu này", "only these indicators"))
    parser.add_argument("--all", action="store_true", help=say("in cả dòng chưa có số liệu", "print rows of which nothing is known, too"))
    for kind in WRITTEN:
        said = say(f"ghi thêm ra tệp {kind.upper()}", f"write it to a {kind.upper()} file, too")
        parser.add_argument(f"--{kind}", type=Path, metavar=say("TỆP", "FILE"), help=said)
    as_json(parser, say)


def run(args: argparse.Namespace, door: Door) -> int:
    """Print the board."""
    asked, by = wanted(args), door.actor()
    board, legend = flow.answer(asked, by=by, at=door.at), flow.legend(asked, by=by, at=door.at)
    if args.json:
        door.data(board.data())
    else:
        print(briefing.board_text(board, legend=legend, known_only=not args.all), end="")
    for kind, made in WRITTEN.items():
        if path := getattr(args, kind):
            for written in files.write({path.name: made(board, legend)}, folder=path.parent):
                door.say(f"Đã ghi {written}", f"Wrote {written}")
    return 0
