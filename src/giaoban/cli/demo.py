"""`giaoban demo`: everything from nothing to a board and a briefing."""

from __future__ import annotations

import argparse
from pathlib import Path

from giaoban import briefing, config, flow
from giaoban.cli import brief, load
from giaoban.cli.arguments import Say
from giaoban.cli.door import Door
from giaoban.flow.load import SHIPPED

HELP = ("nạp hai bộ dữ liệu mẫu, in bảng và viết tài liệu giao ban", "load the two cases, print a board, write a briefing")
BOOK = "tinh-mau"
ACCOUNTS = (
    ("van-phong", "Chuyên viên Văn phòng (mẫu)", "office", "", "chuyên viên Văn phòng"),
    ("phong-kinh-te", "Chuyên viên Phòng Kinh tế (mẫu)", "department", "", "chuyên viên Phòng Kinh tế, Hạ tầng và Đô thị"),
    ("to-dan-pho", "Tổ trưởng tổ dân phố (mẫu)", "unit_officer", "tdp-01-phuong-mau", "tổ trưởng"),
    ("lanh-dao", "Lãnh đạo phường (mẫu)", "leader", "", "Chủ tịch UBND phường"),
    ("thanh-tra", "Kiểm tra viên (mẫu)", "auditor", "", "kiểm tra viên"),
)


def arguments(parser: argparse.ArgumentParser, say: Say) -> None:
    """Add the command's arguments."""
    out = say("thư mục cho tài liệu (mặc định: trong GIAOBAN_HOME)", "folder for the papers (default: in GIAOBAN_HOME)")
    parser.add_argument("--out", type=Path, metavar=say("THƯ-MỤC", "FOLDER"), help=out)


def run(args: argparse.Namespace, door: Door) -> int:
    """Load, print, write, and say where everything is."""
    by = door.actor()
    for name in SHIPPED:
        door.say(f"Nạp bộ dữ liệu {name.replace('_', '-')}…", f"Loading the case {name.replace('_', '-')} …")
        load.report(flow.load_shipped(name, by=by, at=door.at, tell=door.tell), door)
    _accounts(door)
    wanted = flow.Wanted(body="ha-tinh", period="2021-Q1", as_known=flow.moment.instant("2021-04-20"))
    print()
    print(briefing.board_text(flow.answer(wanted, by=by, at=door.at), legend=flow.legend(wanted, by=by, at=door.at), known_only=True))
    folder = args.out or config.load().home / "demo"
    brief.tell(brief.write(flow.brief(wanted, for_office=False, by=by, at=door.at), folder, door), door)
    return 0


def _accounts(door: Door) -> None:
    """Open the demonstration accounts once, and print their passwords this once."""
    by, today = door.actor(), flow.moment.today(door.at)
    known = {name for name, _, _ in flow.users.accounts(by=by, on=today)}
    opened = [
        flow.users.open_account(account, name=name, role=role, book=BOOK, body=body, post=post, by=by, at=door.at, on=today)
        for account, name, role, body, post in ACCOUNTS
        if account not in known
    ]
    if opened:
        door.say(
            f"Tài khoản mẫu của sổ {BOOK} (mật khẩu chỉ hiện lần này):",
            f"Demonstration accounts of the book {BOOK} (passwords shown this once):",
        )
        for one in opened:
            print(f"  {one.account:<14} {one.role:<13} {one.password}")
