"""`giaoban load`: definitions and facts from YAML files into a book."""

from __future__ import annotations

import argparse
from pathlib import Path

from giaoban import flow
from giaoban.cli import files
from giaoban.cli.arguments import Say, as_json
from giaoban.cli.door import Door, said_of
from giaoban.flow.load import SHIPPED
from giaoban.values import vietnamese

HELP = ("nạp định nghĩa và số liệu từ tệp YAML", "load definitions and facts from YAML files")
MUCH = 1_000_000  # characters that take a while to read


def arguments(parser: argparse.ArgumentParser, say: Say) -> None:
    """Add the command's arguments."""
    shipped = ", ".join(name.replace("_", "-") for name in SHIPPED)
    said = say(f"thư mục hoặc tệp YAML, hoặc tên bộ dữ liệu kèm theo: {shipped}", f"folder or YAML file, or a shipped case: {shipped}")
    parser.add_argument("path", metavar=say("ĐƯỜNG-DẪN", "PATH"), help=said)
    manner = parser.add_mutually_exclusive_group()
    history = say("nạp lại lịch sử: mỗi mục ghi thời điểm đã biết", "reload a history: every item says when it was known")
    manner.add_argument("--history", action="store_true", help=history)
    now = say("ghi mọi khác biệt như đã biết từ lúc này", "record every difference as known from now")
    manner.add_argument("--now", action="store_true", help=now)
    as_json(parser, say)


def run(args: argparse.Namespace, door: Door) -> int:
    """Load, and say what was recorded."""
    asked = flow.Manner.HISTORY if args.history else flow.Manner.NOW if args.now else None
    path, name = Path(args.path), args.path.replace("-", "_")
    if not path.exists() and name in SHIPPED:
        loaded = flow.load_shipped(name, manner=asked, by=door.actor(), at=door.at, tell=door.tell)
    else:
        found = files.texts(path)
        if sum(map(len, found.values())) > MUCH:
            door.wait(f"Đang đọc {len(found)} tệp…", f"Reading {len(found)} files …")
        loaded = flow.load_files(found, manner=asked or flow.Manner.PLAIN, by=door.actor(), at=door.at, tell=door.tell)
    report(loaded, door)
    if args.json:
        door.data({
            "book": loaded.book, "definitions": loaded.definitions, "facts": loaded.facts, "corrected": loaded.corrected,
            "unchanged": loaded.unchanged, "problems": said_of(loaded.problems, language=door.language),
        })  # fmt: skip
    return 0


def report(loaded: flow.Loaded, door: Door) -> None:
    """Say what a load recorded."""
    n = vietnamese.write_number
    if loaded.definitions + loaded.facts == 0:
        door.say(f"Sổ {loaded.book} ({loaded.title}): không có gì mới.", f"Book {loaded.book} ({loaded.title}): nothing new.")
    else:
        door.say(
            f"Sổ {loaded.book} ({loaded.title}): đã ghi {n(loaded.definitions)} định nghĩa, {n(loaded.facts)} số liệu"
            f"{f', trong đó {n(loaded.corrected)} mục thay mục trước' if loaded.corrected else ''}.",
            f"Book {loaded.book} ({loaded.title}): recorded {loaded.definitions} definitions and {loaded.facts} facts"
            f"{f', {loaded.corrected} of them in place of earlier ones' if loaded.corrected else ''}.",
        )
    door.problems(loaded.problems)
