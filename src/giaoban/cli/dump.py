"""`giaoban dump`: every entry as a line of notation v1."""

from __future__ import annotations

import argparse

from giaoban import flow
from giaoban.cli.arguments import Say
from giaoban.cli.door import Door

HELP = ("in mọi mục ghi của một sổ, mỗi mục một dòng", "print every entry of a book, one to a line")


def arguments(parser: argparse.ArgumentParser, say: Say) -> None:
    """Add the command's arguments."""
    parser.add_argument("book", metavar=say("SỔ", "BOOK"), help=say("mã sổ", "id of the book"))


def run(args: argparse.Namespace, door: Door) -> int:
    """Print the lines."""
    for line in flow.dump(args.book, by=door.actor()):
        print(line)
    return 0
