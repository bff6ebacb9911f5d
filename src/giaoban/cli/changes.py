"""`giaoban changes`: what became different on a board since an instant, and why."""

from __future__ import annotations

import argparse

from giaoban import flow
from giaoban.briefing import changed
from giaoban.cli.arguments import Say, as_json, question, units
from giaoban.cli.door import Door, wanted

HELP = ("số liệu thay đổi từ một thời điểm, và vì sao", "what changed on a board since an instant, and why")


def arguments(parser: argparse.ArgumentParser, say: Say) -> None:
    """Add the command's arguments."""
    question(parser, say)
    said = say("so với những gì đã biết đến thời điểm này", "compared with what was known at this instant")
    parser.add_argument("--since", required=True, metavar=say("THỜI-ĐIỂM", "INSTANT"), help=said)
    units(parser, say)
    parser.add_argument("--indicators", nargs="+", metavar=say("MÃ", "ID"), help=say("chỉ các chỉ tiêu này", "only these indicators"))
    as_json(parser, say)


def run(args: argparse.Namespace, door: Door) -> int:
    """Print what changed."""
    found = flow.changes(wanted(args), since=flow.moment.instant(args.since), by=door.actor(), at=door.at)
    if args.json:
        door.data(found.data())
    else:
        print(changed.changes_text(found), end="")
    return 0
