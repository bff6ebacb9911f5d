"""When we are at fault: the whole story goes to a file under a number that a person can quote."""

from __future__ import annotations

import os
import platform
import secrets
import sys
import traceback
from datetime import datetime
from pathlib import Path

from giaoban import __version__

FILE = "faults.log"


def number(at: datetime) -> str:
    """Return a number to quote."""
    return f"{at:%Y%m%d-%H%M%S}-{secrets.token_hex(2)}"


def write(fault: BaseException, *, number: str, folder: Path) -> Path:
    """Write the fault with its traceback and return the file, which only its owner may read.

    Raises:
        OSError: The folder cannot be written.
    """
    folder.mkdir(mode=0o700, parents=True, exist_ok=True)
    told = "".join(traceback.format_exception(fault))
    head = f"{number} giaoban {__version__} python {platform.python_version()} {sys.platform}"
    path = folder / FILE
    with os.fdopen(os.open(path, os.O_WRONLY | os.O_APPEND | os.O_CREAT, 0o600), "a", encoding="utf-8", errors="replace") as log:
        log.write(f"== {head}\n{told}\n")
    return path
