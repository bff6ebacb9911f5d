"""`giaoban serve`: the pages, for the people of an office."""

from __future__ import annotations

import argparse
import os
import sys

from giaoban import flow
from giaoban.cli.arguments import Say
from giaoban.cli.door import Door

HELP = ("phục vụ các trang web", "serve the pages")
WSGI = "giaoban.web.wsgi:application"
HOST, PORT = "127.0.0.1", 8000
ON_SQLITE, ON_POSTGRESQL = (1, 8), (2, 4)  # processes, threads of each


def arguments(parser: argparse.ArgumentParser, say: Say) -> None:
    """Add the command's arguments."""
    host = say(f"địa chỉ lắng nghe (mặc định: {HOST}, chỉ máy này)", f"address to listen on (default: {HOST}, this machine only)")
    parser.add_argument("--host", default=HOST, metavar=say("ĐỊA-CHỈ", "ADDRESS"), help=host)
    parser.add_argument(
        "--port", type=int, default=PORT, metavar=say("CỔNG", "PORT"), help=say(f"cổng (mặc định: {PORT})", f"port ({PORT})")
    )


def run(args: argparse.Namespace, door: Door) -> int:
    """Gather the static files, say how to come in, and serve until stopped."""
    from django.core.management import call_command

    call_command("collectstatic", interactive=False, verbosity=0)
    door.say(f"Mở trình duyệt: http://{args.host}:{args.port}/ (dừng: Ctrl-C)", f"Open http://{args.host}:{args.port}/ (stop: Ctrl-C)")
    _tell_first_run(door)
    sys.stdout.flush()
    return _windows(args) if sys.platform == "win32" else _gunicorn(args)


def _tell_first_run(door: Door) -> None:
    """Say how to get a first password and first figures, where there are none."""
    if not flow.users.has_password(by=door.actor()):
        door.say(
            "Chưa có tài khoản nào đăng nhập web được. Đặt mật khẩu (in một lần): giaoban user password quan-tri\n"
            "Mở tài khoản khác: giaoban user add TÊN --name 'Họ tên' --role office --book SỔ",
            "No account can sign in on the web yet. Set a password (printed once): giaoban user password quan-tri\n"
            "Open another account: giaoban user add NAME --name 'Full name' --role office --book BOOK",
        )
    if not flow.books(by=door.actor()):
        door.say("Chưa có số liệu. Thử với dữ liệu mẫu: giaoban demo", "There are no figures yet. Try the cases: giaoban demo")


def _gunicorn(args: argparse.Namespace) -> int:
    """Become gunicorn: what this process holds of the database is let go, and each worker opens it for itself."""
    from django.db import connection

    processes, threads = ON_SQLITE if connection.vendor == "sqlite" else ON_POSTGRESQL
    host = f"[{args.host}]" if ":" in args.host else args.host
    call = [
        sys.executable, "-m", "gunicorn", WSGI, "--bind", f"{host}:{args.port}", "--worker-class", "gthread",
        "--workers", str(processes), "--threads", str(threads), "--timeout", "60", "--graceful-timeout", "20", "--log-level", "warning",
    ]  # fmt: skip
    connection.close()
    os.execv(sys.executable, call)  # noqa: S606 -- our own words, no shell


def _windows(args: argparse.Namespace) -> int:
    """Serve with waitress, in this process."""
    from importlib import import_module

    application = import_module("giaoban.web.wsgi").application
    import_module("waitress").serve(application, host=args.host, port=args.port, threads=ON_SQLITE[1])
    return 0
