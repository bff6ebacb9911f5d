"""The command line as a door: its clock, its person, its language, and how it speaks."""

from __future__ import annotations

import getpass
import json
import os
import sys
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from datetime import UTC, datetime
from itertools import islice
from typing import Any

from giaoban import flow
from giaoban.values import Problem, vietnamese

ACCOUNT = "quan-tri"
WIDTH = 24  # of the progress bar
SHOWN = 200  # problems listed on a screen
DOING = {"read": ("Đọc và kiểm tra", "Reading and checking"), "write": ("Ghi vào sổ", "Recording"), "compute": ("Tính", "Computing")}


def language(environ: Mapping[str, str]) -> str:
    """Return `en` where the environment asks for English, else `vi`."""
    said = environ.get("LC_ALL") or environ.get("LC_MESSAGES") or environ.get("LANG") or ""
    return "en" if said.lower().startswith("en") else "vi"


@dataclass
class Door:
    """One run of the command line.

    Args:
        account: User name under which it acts.
        quiet: Whether only data may be printed to standard output.
    """

    language: str
    account: str = ACCOUNT
    quiet: bool = False
    at: datetime = field(default_factory=lambda: datetime.now(UTC))

    @property
    def os_user(self) -> str:
        """Name of the operating system's user."""
        try:
            return getpass.getuser()
        except (KeyError, OSError):
            return f"uid-{os.getuid()}" if hasattr(os, "getuid") else "unknown"

    def actor(self) -> flow.Actor:
        """Return who acts."""
        return flow.actor(self.account, via=f"cli:{self.os_user}", on=flow.moment.today(self.at))

    def said(self, vi: str, en: str) -> str:
        """Return the sentence in the door's language."""
        return vi if self.language == "vi" else en

    def say(self, vi: str, en: str) -> None:
        """Tell the person; on standard error where standard output is for data."""
        print(self.said(vi, en), file=sys.stderr if self.quiet else sys.stdout, flush=True)

    def warn(self, vi: str, en: str) -> None:
        """Tell the person on standard error."""
        print(self.said(vi, en), file=sys.stderr, flush=True)

    def wait(self, vi: str, en: str) -> None:
        """Tell somebody who looks on that this takes a while."""
        if sys.stderr.isatty():
            self.warn(vi, en)

    def refuse(self, refused: flow.Refused | flow.Fault) -> None:
        """Say why an act cannot be done, with what is wrong where that is the reason."""
        self.warn(refused.sentence("vi"), refused.sentence("en"))
        self.problems(getattr(refused, "problems", ()))

    def restricted(self, indicator: str) -> int:
        """Say that the account may not see the indicator, and return the exit code of a refusal."""
        self.warn(
            f"Số liệu “{indicator}” hạn chế theo ngành: tài khoản “{self.account}” không được xem. Dùng tài khoản khác (--as).",
            f"“{indicator}” is restricted: the account “{self.account}” may not see it. Use another account (--as).",
        )
        return 2

    def problems(self, found: Iterable[Problem]) -> None:
        """List problems on standard error, each with its way out; of very many, the first."""
        waiting = iter(found)
        for problem in islice(waiting, SHOWN):
            print(f"- {problem.sentence(self.language)}\n  → {problem.way_out(self.language)}", file=sys.stderr)
        if more := sum(1 for _ in waiting):
            self.warn(f"… và {vietnamese.write_number(more)} vấn đề nữa (--json in đủ).", f"… and {more} more (--json prints all).")

    def data(self, found: object) -> None:
        """Print data as JSON."""
        print(json.dumps(found, ensure_ascii=False, indent=2, allow_nan=False))

    def tell(self, doing: str, done: int, of: int) -> None:
        """Show how far a long act is, on standard error, where somebody looks.

        Args:
            doing: One of `DOING`.
            of: How many there are; 0 where that is not known.
        """
        if not sys.stderr.isatty():
            return
        n = vietnamese.write_number
        filled = WIDTH * done // of if of else 0
        bar = f" {'█' * filled}{'░' * (WIDTH - filled)} {n(done)}/{n(of)}" if of else f" {n(done)} …"
        print(f"\r\033[K{self.said(*DOING[doing])}{bar}", end="\n" if done >= of > 0 else "", file=sys.stderr, flush=True)


def said_of(problems: Iterable[Problem], *, language: str) -> list[dict[str, str]]:
    """Return problems as data."""
    return [
        {
            "code": problem.code,
            "severity": problem.severity.value,
            "where": problem.where.words(language=language),
            "sentence": problem.sentence(language),
            "way_out": problem.way_out(language),
        }
        for problem in problems
    ]


def wanted(args: Any) -> flow.Wanted:
    """Return what the arguments ask for."""
    return flow.Wanted(
        body=args.body,
        period=args.period,
        as_known=flow.moment.instant(args.as_known) if args.as_known else None,
        on=flow.moment.day(args.on) if args.on else None,
        frame=flow.moment.day(args.frame) if args.frame else None,
        units=bool(getattr(args, "units", False)),
        indicators=tuple(getattr(args, "indicators", ()) or ()),
        regime=args.regime or "",
    )
