"""`giaoban reject`: put suggestions of a document away; nothing is recorded."""

from __future__ import annotations

import argparse

from giaoban import flow
from giaoban.cli.accept import chosen
from giaoban.cli.arguments import Say
from giaoban.cli.door import Door
from giaoban.values import vietnamese

HELP = ("bỏ những đề xuất không ghi", "put suggestions away")


def arguments(parser: argparse.ArgumentParser, say: Say) -> None:
    """Add the command's arguments."""
    chosen(parser, say)


def run(args: argparse.Namespace, door: Door) -> int:
    """Reject those named, or all that wait."""
    count = flow.inbox.reject(args.paper, numbers=args.numbers, by=door.actor(), at=door.at)
    door.say(f"Đã bỏ {vietnamese.write_number(count)} đề xuất; không ghi gì vào sổ.", f"Rejected {count}; nothing was recorded.")
    return 0
