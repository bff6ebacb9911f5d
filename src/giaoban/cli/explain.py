"""`giaoban explain`: why a number is what it is."""

from __future__ import annotations

import argparse

from giaoban import flow
from giaoban.briefing import answers
from giaoban.cli.arguments import Say, as_json, question
from giaoban.cli.door import Door, wanted

HELP = ("nguồn và cách tính của một con số", "where a number comes from and how it was computed")


def arguments(parser: argparse.ArgumentParser, say: Say) -> None:
    """Add the command's arguments."""
    said = say("mã chỉ tiêu; phân tổ viết ma.phan-to", "id of the indicator; a part as id.part")
    parser.add_argument("indicator", metavar=say("MÃ", "ID"), help=said)
    question(parser, say)
    choices = [what.value for what in flow.What]
    parser.add_argument("--what", choices=choices, default="value", help=say("con số nào của dòng", "which number of the row"))
    as_json(parser, say)


def run(args: argparse.Namespace, door: Door) -> int:
    """Print the explanation."""
    indicator, _, part = args.indicator.partition(".")
    what = flow.What(args.what)
    asked, by = wanted(args), door.actor()
    found = flow.explain(asked, indicator=indicator, part=part or "-", what=what, by=by, at=door.at)
    if found is None:
        return door.restricted(args.indicator)
    if args.json:
        door.data(found.data())
    else:
        print(answers.explanation_text(found, who=lambda person: flow.name_of(person, wanted=asked, by=by)))
    return 0
