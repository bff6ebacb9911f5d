"""`giaoban board`: the figures of a body for a period."""

from __future__ import annotations

import argparse

from giaoban import briefing, flow
from giaoban.cli.arguments import Say, as_json, question, units
from giaoban.cli.door import Door, wanted

HELP = ("in bảng tổng hợp của một đơn vị trong một kỳ", "print the board of a body for a period")


def arguments(parser: argparse.ArgumentParser, say: Say) -> None:
    """Add the command's arguments."""
    question(parser, say)
    units(parser, say)
    parser.add_argument("--indicators", nargs="+", metavar=say("MÃ", "ID"), help=say("chỉ các chỉ tiêu này", "only these indicators"))
    parser.add_argument("--all", action="store_true", help=say("in cả dòng chưa có số liệu", "print rows of which nothing is known, too"))
    as_json(parser, say)


def run(args: argparse.Namespace, door: Door) -> int:
    """Print the board."""
    asked, by = wanted(args), door.actor()
    board = flow.answer(asked, by=by, at=door.at)
    if args.json:
        door.data(board.data())
    else:
        print(briefing.board_text(board, legend=flow.legend(asked, by=by, at=door.at), known_only=not args.all), end="")
    return 0
