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
PASTED = "-"


def needs_database(args: argparse.Namespace) -> bool:
    """Whether the call asks a book for its names."""
    return bool(args.book)


def arguments(parser: argparse.ArgumentParser, say: Say) -> None:
    """Add the command's arguments."""
    parser.add_argument(
        "files",
        nargs="+",
        metavar=say("TỆP", "FILE"),
        help=say("tệp Word, PDF, Excel, .html, .txt; “-” là văn bản dán vào", "Word, PDF, Excel, .html, .txt file; “-” for pasted text"),
    )
    parser.add_argument("--out", help=say("thư mục ghi mỗi tệp một bản .json", "folder for one .json per file"))
    book = say("dùng danh mục của sổ này (mặc định: bộ chỉ tiêu kèm theo)", "with the names of this book (default: the shipped ones)")
    parser.add_argument("--book", metavar=say("SỔ", "BOOK"), help=book)
    drop_personal(parser, say)
    as_json(parser, say)


def drop_personal(parser: argparse.ArgumentParser, say: Say) -> None:
    """Add `--drop-personal`."""
    said = say("bỏ các cột dữ liệu cá nhân, chỉ đọc phần còn lại", "leave out columns of personal data and read the rest")
    parser.add_argument("--drop-personal", action="store_true", help=said)


def contents(names: Sequence[str]) -> dict[str, bytes]:
    """Return the content of each file by its name; of "-", what is pasted."""
    return {
        "pasted.txt" if name == PASTED else name: sys.stdin.buffer.read() if name == PASTED else Path(name).read_bytes() for name in names
    }


def run(args: argparse.Namespace, door: Door) -> int:
    """Read, and print or write what was found."""
    given = contents(args.files)
    if args.book:
        found = flow.read_for(given, book=args.book, by=door.actor(), at=door.at, drop_personal=args.drop_personal)
    else:
        found = flow.read(given, at=door.at, drop_personal=args.drop_personal)
    for one in found:
        door.problems(one.problems)
    if args.out:
        _write(found, Path(args.out), door)
    if args.json:
        shapes = [one.as_json(id=Path(one.name).stem, language=door.language) for one in found]
        door.data(shapes[0] if len(shapes) == 1 else shapes)
    elif not args.out:
        _tell(found, door)
    return 1 if any(one.reading is None for one in found) else 0


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
            place, period = figure.get("cell") or figure["start"], figure["period"] or "?"
            door.say(*[f"  {place:>7}  {figure['quote']} · {figure['subject']} · {period} · {link}"] * 2)
        for due in shape["deadlines"]:
            door.say(f"  {due['start']:>7}  hạn {due['date']}: {due['what']}", f"  {due['start']:>7}  due {due['date']}: {due['what']}")
        for doubt in shape["doubts"]:
            door.say(f"  {doubt['where']}  ngờ: {doubt['sentence']}", f"  {doubt['where']}  doubt: {doubt['sentence']}")
