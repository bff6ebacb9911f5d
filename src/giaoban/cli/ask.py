"""`giaoban ask`: one figure, or a few, in a line each."""

from __future__ import annotations

import argparse

from giaoban import flow
from giaoban.briefing import answers
from giaoban.cli.arguments import Say, as_json, question, units
from giaoban.cli.door import Door, wanted

HELP = ("hỏi một hoặc vài chỉ tiêu", "ask for one indicator or a few")


def arguments(parser: argparse.ArgumentParser, say: Say) -> None:
    """Add the command's arguments."""
    said = say("mã chỉ tiêu, ví dụ thu-ngan-sach", "id of an indicator, as thu-ngan-sach")
    parser.add_argument("indicators", nargs="+", metavar=say("MÃ", "ID"), help=said)
    question(parser, say)
    units(parser, say)
    as_json(parser, say)


def run(args: argparse.Namespace, door: Door) -> int:
    """Print a sentence per row."""
    asked, by = wanted(args), door.actor()
    board = flow.answer(asked, by=by, at=door.at)
    if args.json:
        door.data(board.data())
    elif lines := answers.row_lines(board, legend=flow.legend(asked, by=by, at=door.at)):
        print("\n".join(lines))
    else:
        door.warn("Không có số liệu nào tài khoản này được xem.", "There is nothing that this account may see.")
    return 0
