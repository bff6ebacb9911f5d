"""`giaoban recompute`: a year's measures as Parquet files."""

from __future__ import annotations

import argparse
from pathlib import Path

from giaoban import flow
from giaoban.cli.arguments import Say, as_json
from giaoban.cli.door import Door
from giaoban.values import vietnamese

HELP = ("tính mọi số liệu của một năm thành tệp Parquet", "write a year's measures as Parquet files")


def arguments(parser: argparse.ArgumentParser, say: Say) -> None:
    """Add the command's arguments."""
    parser.add_argument("--book", required=True, metavar=say("SỔ", "BOOK"), help=say("mã sổ", "id of the book"))
    parser.add_argument("--year", required=True, type=int, metavar=say("NĂM", "YEAR"), help=say("năm", "the year"))
    parser.add_argument("--to", required=True, type=Path, metavar=say("THƯ-MỤC", "DIR"), help=say("thư mục ghi tệp", "folder of the files"))
    cluster = say("địa chỉ dask scheduler, ví dụ tcp://10.0.0.5:8786", "address of a dask scheduler, as tcp://10.0.0.5:8786")
    parser.add_argument("--cluster", default="", metavar=say("ĐỊA-CHỈ", "ADDRESS"), help=cluster)
    workers = say("số tiến trình trên máy này (mặc định: 1)", "processes on this machine (default: 1)")
    parser.add_argument("--workers", type=int, default=1, choices=range(1, 129), metavar=say("SỐ", "N"), help=workers)
    as_json(parser, say)


def run(args: argparse.Namespace, door: Door) -> int:
    """Write the files."""
    found = flow.recompute_year(
        args.book, year=args.year, folder=args.to, cluster=args.cluster, workers=args.workers, by=door.actor(), at=door.at,
        tell=lambda done, of: door.tell("compute", done, of),
    )  # fmt: skip
    if args.json:
        door.data(found.data())
        return 0
    rows = vietnamese.write_number(found.rows)
    door.say(
        f"Sổ {found.book}, năm {found.year}: {found.files} tệp, {rows} dòng trong {args.to} ({found.found} tệp đã có sẵn).",
        f"Book {found.book}, {found.year}: {found.files} files, {rows} rows in {args.to} ({found.found} lay there already).",
    )
    return 0
