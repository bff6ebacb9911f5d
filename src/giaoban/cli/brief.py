"""`giaoban brief`: freeze a pack and write the briefing."""

from __future__ import annotations

import argparse
from collections.abc import Iterable, Mapping
from pathlib import Path

from giaoban import briefing, flow, papers
from giaoban.cli import files
from giaoban.cli.arguments import Say, as_json, question
from giaoban.cli.door import Door, wanted

HELP = ("lập tài liệu giao ban", "make the briefing")
NAMES = ", ".join(one.FILENAME for one in papers.PAPERS)


def arguments(parser: argparse.ArgumentParser, say: Say) -> None:
    """Add the command's arguments."""
    question(parser, say)
    out = say(f"thư mục để ghi {NAMES}", f"folder for {NAMES}")
    parser.add_argument("--out", type=Path, required=True, metavar=say("THƯ-MỤC", "FOLDER"), help=out)
    parser.add_argument(
        "--office", action="store_true", help=say("kèm nội dung chỉ dành cho văn phòng", "with what is for the office only")
    )
    parser.add_argument(
        "--chair",
        action="store_true",
        help=say("kèm phụ lục nêu tên đơn vị (gửi người chủ trì)", "with the annex that names units"),
    )
    since = say("so với tài liệu trước: thời điểm của nó", "compare with an earlier pack: its instant")
    parser.add_argument("--since", metavar=say("THỜI-ĐIỂM", "INSTANT"), help=since)
    _look(parser, say)
    as_json(parser, say)


def _look(parser: argparse.ArgumentParser, say: Say) -> None:
    """Add the arguments that say how papers shall look."""
    id, kind = say("MÃ", "ID"), say("LOẠI", "PAPER")
    known = ", ".join(one.id for one in papers.layouts())
    kinds = ", ".join(one.NAME for one in papers.PAPERS)
    for name, vi, en in (
        ("layout", f"thể thức: {known} (mặc định: theo cơ quan ban hành)", f"layout: {known} (default: the issuer's)"),
        ("issuer", "mã cơ quan ban hành (mặc định: UBND của đơn vị)", "id of the issuing organisation (default: the body's committee)"),
        ("signing", "cách ký, ví dụ pho-chu-tich", "way of signing, as pho-chu-tich"),
    ):
        parser.add_argument(f"--{name}", metavar=id, default="", help=say(vi, en))
    mould = say("mẫu Word (.docx) của cơ quan; xem giaoban template", "the office's own Word template (.docx); see giaoban template")
    parser.add_argument("--template", type=Path, metavar=say("TỆP", "FILE"), help=mould)
    only = say(f"chỉ ghi các loại này: {kinds}", f"write only these kinds: {kinds}")
    parser.add_argument("--only", nargs="+", metavar=kind, default=[one.NAME for one in papers.PAPERS], help=only)


def run(args: argparse.Namespace, door: Door) -> int:
    """Write the papers and say where they are."""
    since = flow.moment.instant(args.since) if args.since else None
    pack = flow.brief(wanted(args), for_office=args.office, for_chair=args.chair, since=since, by=door.actor(), at=door.at)
    template = files.read_whole(args.template) if args.template else None
    look = papers.Look(layout=args.layout, issuer=args.issuer, signing=args.signing, template=template)
    written = write(pack, args.out, door, look=look, only=args.only)
    for remark in papers.remarks(pack, look=look):
        door.warn(remark.vi, remark.en)
    if args.json:
        door.data({name: str(path) for name, path in written.items()})
    else:
        tell(written, door)
    return 0


def write(pack: briefing.Pack, folder: Path, door: Door, *, look: papers.Look | None = None, only: Iterable[str] = ()) -> dict[str, Path]:
    """Write papers, all or none, and return their paths by name.

    Args:
        look: How they shall look; None for the body's own custom.
        only: Names of those wanted; empty for every one.
    """
    by, names = door.actor(), {one.NAME: one.FILENAME for one in papers.PAPERS}
    made = {name: flow.publish(pack, paper=name, by=by, look=look) for name in dict.fromkeys(only or names)}
    paths = files.write({names[name]: content for name, content in made.items()}, folder=folder)
    return dict(zip(made, paths, strict=True))


def tell(written: Mapping[str, Path], door: Door) -> None:
    """Say where the files are."""
    for path in written.values():
        door.say(f"Đã ghi {path}", f"Wrote {path}")
