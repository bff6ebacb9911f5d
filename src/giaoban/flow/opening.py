"""Opening the database for a door: made on first use, brought up to date after an upgrade."""

from __future__ import annotations

from collections.abc import Callable
from datetime import datetime
from pathlib import Path

from giaoban import store
from giaoban.flow import checkpoints, haste, users
from giaoban.flow.moment import today

Fault = store.Fault


def open_house(*, os_user: str, at: datetime, say: Callable[[str, str], None] | None = None, home: Path | None = None) -> None:
    """Open the database, and make sure that whoever made it can act.

    Args:
        os_user: Name of the operating system's user at the command line.
        say: Told in Vietnamese and in English what takes long.
        home: Folder in which checkpoints and compiled kernels may be put by; None for none.

    Raises:
        Fault: The database cannot be used; the sentence says why and what to do.
    """
    store.open_database(say=say)
    checkpoints.live_in(home / "checkpoints" if home else None)
    haste.live_in(home / "kernels" if home else None)
    users.first_account(os_user=os_user, at=at, on=today(at))
