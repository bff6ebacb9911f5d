"""`giaoban read`: what documents propose, each with its place; nothing is recorded."""

from __future__ import annotations

import argparse
import json
import sys
from collections.abc import Sequence
from pathlib import Path

from giaoban import flow
from giaoban.cli.arguments import Say, as_json
from giaoban.cli.door import Door
from giaoban.values import vietnamese

HELP = ("đọc văn bản: số liệu, thời hạn, văn bản dẫn, người được nêu", "read documents: figures, deadlines, citations, people")
NEEDS_DATABASE = False
PASTED = "-"


def arguments(parser: argparse.ArgumentParser, say: Say) -> None:
    """Add the command's arguments."""
    parser.add_argument(
        "files",
        nargs="+",
        metavar=say("TỆP", "FILE"),
        help=say("tệp .txt, .html; “-” là văn bản dán vào", ".txt or .html file; “-” for pasted text"),
    )
    parser.add_argument("--out", help=say("thư mục ghi mỗi tệp một bản .json", "folder for one .json per file"))
    as_json(parser, say)


def run(args: argparse.Namespace, door: Door) -> int:
    """Read, and print or write what was found."""
    contents = {name: sys.stdin.buffer.read() if name == PASTED else Path(name).read_bytes() for name in args.files}
    found = flow.receive({_named(name): content for name, content in contents.items()}, at=door.at)
    for one in found:
        door.problems(one.problems)
    if args.out:
        _write(found, Path(args.out), door)
    if args.json:
        shapes = [one.as_json(id=Path(one.name).stem, language=door.language) for one in found]
        door.data(shapes[0] if len(shapes) == 1 else shapes)
    elif not args.out:
        _tell(found, door)
    return 1 if any(one.problems for one in found) else 0


def _named(name: str) -> str:
    return "pasted.txt" if name == PASTED else name


def _write(found: Sequence[flow.Received], folder: Path, door: Door) -> None:
    folder.mkdir(parents=True, exist_ok=True)
    taken: set[str] = set()
    for one in found:
        stem = Path(one.name).stem
        id = stem if stem not in taken else next(f"{stem}-{n}" for n in range(2, len(found) + 2) if f"{stem}-{n}" not in taken)
        taken.add(id)
        shape = json.dumps(one.as_json(id=id, language=door.language), ensure_ascii=False, indent=1)
        (folder / f"{id}.json").write_text(shape + "\n", encoding="utf-8")
    n = vietnamese.write_number(len(found))
    door.say(
        f"Đã ghi {n} tệp vào “{folder}”. Chưa có số liệu nào được ghi sổ.", f"Wrote {len(found)} files to “{folder}”. Nothing was recorded."
    )


def _tell(found: Sequence[flow.Received], door: Door) -> None:
    for one in found:
        shape = one.as_json(id=one.name, language=door.language)
        door.say(f"{one.name}", one.name)
        for figure in shape["figures"]:
            link = figure["links"][0]["indicator"] if figure["links"] else "?"
            door.say(*[f"  {figure['start']:>7}  {figure['quote']} · {figure['subject']} · {figure['period'] or '?'} · {link}"] * 2)
        for due in shape["deadlines"]:
            door.say(f"  {due['start']:>7}  hạn {due['date']}: {due['what']}", f"  {due['start']:>7}  due {due['date']}: {due['what']}")
        for doubt in shape["doubts"]:
            door.say(f"  {doubt['where']}  ngờ: {doubt['sentence']}", f"  {doubt['where']}  doubt: {doubt['sentence']}")
