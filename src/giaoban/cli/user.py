"""`giaoban user`: accounts and their rights."""

from __future__ import annotations

import argparse
from typing import Any

from giaoban import flow
from giaoban.cli.arguments import Say, as_json
from giaoban.cli.door import Door

HELP = ("tài khoản và quyền", "accounts and rights")
ROLES = "administrator | office | department | unit_officer | leader | auditor"


def arguments(parser: argparse.ArgumentParser, say: Say) -> None:
    """Add the command's arguments."""
    acts = parser.add_subparsers(dest="act", required=True, title=say("việc", "acts"), metavar=say("VIỆC", "ACT"))
    more: dict[str, Any] = {"say": say}
    listed = acts.add_parser("list", help=say("danh sách tài khoản", "list the accounts"), **more)
    as_json(listed, say)
    add = acts.add_parser("add", help=say("mở tài khoản, in mật khẩu một lần", "open an account, its password printed once"), **more)
    id = say("MÃ", "ID")
    add.add_argument("username", metavar=say("TÀI-KHOẢN", "ACCOUNT"), help=say("tên tài khoản", "user name"))
    add.add_argument("--name", required=True, metavar=say("HỌ-TÊN", "NAME"), help=say("họ tên", "name of the person"))
    add.add_argument("--role", required=True, metavar=say("VAI-TRÒ", "ROLE"), help=ROLES)
    add.add_argument("--book", metavar=say("SỔ", "BOOK"), help=say("chỉ trong sổ này", "in this book only"))
    add.add_argument("--body", default="", metavar=id, help=say("chỉ đơn vị này và trực thuộc", "this body and its parts only"))
    add.add_argument("--post", default="", metavar=say("CHỨC-VỤ", "POST"), help=say("chức vụ", "post"))
    lines = say("lĩnh vực hạn chế được xem", "restricted fields that it may see")
    add.add_argument("--lines", nargs="*", default=[], metavar=id, help=lines)
    as_json(add, say)
    words = say("đặt mật khẩu mới, in một lần", "set a new password, printed once")
    password = acts.add_parser("password", help=words, **more)
    password.add_argument("username", metavar=say("TÀI-KHOẢN", "ACCOUNT"), help=say("tên tài khoản", "user name"))
    as_json(password, say)


def run(args: argparse.Namespace, door: Door) -> int:
    """List, add, or set a password."""
    return {"add": _add, "list": _list, "password": _password}[args.act](args, door)


def _password(args: argparse.Namespace, door: Door) -> int:
    fresh = flow.users.renew_password(args.username, by=door.actor())
    if args.json:
        door.data({"account": fresh.account, "password": fresh.password})
        return 0
    door.say(
        f"Mật khẩu mới của {fresh.account} (chỉ hiện một lần): {fresh.password}",
        f"New password of {fresh.account} (shown once): {fresh.password}",
    )
    return 0


def _add(args: argparse.Namespace, door: Door) -> int:
    by, today = door.actor(), flow.moment.today(door.at)
    opened = flow.users.open_account(
        args.username, name=args.name, role=args.role, book=args.book, body=args.body, post=args.post, lines=tuple(args.lines),
        by=by, at=door.at, on=today,
    )  # fmt: skip
    if args.json:
        door.data({"account": opened.account, "role": opened.role, "password": opened.password})
        return 0
    door.say(
        f"Đã mở tài khoản {opened.account} ({opened.role}). Mật khẩu (chỉ hiện một lần): {opened.password}",
        f"Opened the account {opened.account} ({opened.role}). Password (shown once): {opened.password}",
    )
    return 0


def _list(args: argparse.Namespace, door: Door) -> int:
    found = flow.users.accounts(by=door.actor(), on=flow.moment.today(door.at))
    if args.json:
        door.data([
            {"account": name, "person": person, "rights": [
                {"role": right.role, "book": right.book, "body": right.body or None, "post": right.post or None, "lines": list(right.lines)}
                for right in rights
            ]}
            for name, person, rights in found
        ])  # fmt: skip
        return 0
    for name, person, rights in found:
        held = "; ".join(f"{right.role} {right.book or '*'} {right.body}".strip() for right in rights)
        print(f"{name:<16} {person:<28} {held or door.said('chưa có quyền', 'no rights')}")
    return 0
