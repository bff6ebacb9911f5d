"""What happens when we are at fault? The whole story goes to a file, the person gets a number to quote."""

from __future__ import annotations

import os
import platform
import secrets
import sys
import traceback
from pathlib import Path

from giaoban import __version__, config
from giaoban.cli.door import Door

FILE = "faults.log"


def report(fault: BaseException, *, door: Door) -> None:
    """Log a fault of ours with its traceback, and tell the person the number under which it stands."""
    number = f"{door.at:%Y%m%d-%H%M%S}-{secrets.token_hex(2)}"
    try:
        path = _log(fault, number)
    except (OSError, config.BadSetting):
        kind = type(fault).__name__
        door.warn(
            f"Lỗi của phần mềm, số {number} ({kind}); không ghi được nhật ký. Báo số này và lệnh vừa chạy cho người phụ trách.",
            f"A fault of the software, number {number} ({kind}); it could not be logged. Report this number and the command.",
        )
        return
    door.warn(
        f"Lỗi của phần mềm, số {number}. Báo số này cho người phụ trách, kèm tệp {path}.",
        f"A fault of the software, number {number}. Report this number, with the file {path}.",
    )


def _log(fault: BaseException, number: str) -> Path:
    folder = config.load().home / "log"
    folder.mkdir(mode=0o700, parents=True, exist_ok=True)
    told = "".join(traceback.format_exception(fault))
    head = f"{number} giaoban {__version__} python {platform.python_version()} {sys.platform}"
    path = folder / FILE
    with os.fdopen(os.open(path, os.O_WRONLY | os.O_APPEND | os.O_CREAT, 0o600), "a", encoding="utf-8", errors="replace") as log:
        log.write(f"== {head}\n{told}\n")
    return path
