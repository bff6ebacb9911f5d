"""`giaoban bench`: measurements; they live beside the source, not in an installed package."""

from __future__ import annotations

import argparse
import subprocess
import sys
from pathlib import Path

from giaoban.cli.arguments import Say, as_json
from giaoban.cli.door import Door

HELP = ("đo tốc độ (chỉ trong thư mục mã nguồn)", "measure speed (in a source checkout only)")
NEEDS_DATABASE = False
KEEPS = "engine"
ROOT = Path(__file__).resolve().parents[3]


def arguments(parser: argparse.ArgumentParser, say: Say) -> None:
    """Add the command's arguments."""
    parser.add_argument("what", nargs="?", default="figures", metavar=say("PHÉP-ĐO", "WHAT"), help=say("phép đo", "what to measure"))
    parser.add_argument("--size", default="S", choices=["S", "M", "L"], help=say("cỡ dữ liệu", "size of the data"))
    texts = say("thư mục văn bản đã gắn nhãn, để chấm phép đo reading", "folder of labelled texts, for the measurement reading")
    parser.add_argument("--texts", metavar=say("THƯ-MỤC", "FOLDER"), help=texts)
    keep = say("ghi kết quả của cả hai bên (Parquet) vào thư mục này", "write the results of both sides there (Parquet)")
    parser.add_argument("--keep", default="", metavar=say("THƯ-MỤC", "DIR"), help=keep)
    as_json(parser, say)


def run(args: argparse.Namespace, door: Door) -> int:
    """Run the measurement in a process of its own."""
    folder = ROOT / "bench"
    if not folder.is_dir() or not (ROOT / "pyproject.toml").is_file():
        door.warn(
            "Phép đo nằm cùng mã nguồn, không có trong bản cài đặt. Lấy mã nguồn rồi chạy make bench.",
            "Measurements live beside the source, not in an installed package. Take the source and run make bench.",
        )
        return 2
    known = sorted(path.stem for path in folder.glob("*.py") if not path.stem.startswith("_"))
    if args.what not in known:
        names = ", ".join(known)
        door.warn(f"Không có phép đo “{args.what}”. Hiện có: {names}.", f"There is no measurement “{args.what}”. There are: {names}.")
        return 2
    call = [sys.executable, str(folder / f"{args.what}.py"), "--size", args.size]
    call += [*(["--json"] if args.json else []), *(["--texts", args.texts] if args.texts else [])]
    return min(abs(subprocess.run(call, check=False).returncode), 2)
