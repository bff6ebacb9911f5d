"""Measure the way from a made case to a board, in one run, beside a plain loop."""

from __future__ import annotations

import argparse
import json
import os
import statistics
import sys
import tempfile
import time
from collections.abc import Callable
from datetime import UTC, date, datetime
from typing import Any


def timed(act: Callable[[], Any], *, runs: int = 5) -> tuple[float, Any]:
    """Return the median of some runs in seconds, and the last result."""
    took, found = [], None
    for _ in range(runs):
        begun = time.perf_counter()
        found = act()
        took.append(time.perf_counter() - begun)
    return statistics.median(took), found


def main() -> int:
    """Measure and print."""
    parser = argparse.ArgumentParser()
    parser.add_argument("--size", default="S", choices=["S", "M"])
    parser.add_argument("--json", action="store_true")
    args = parser.parse_args()
    with tempfile.TemporaryDirectory() as home:
        os.environ |= {"GIAOBAN_HOME": home, "DJANGO_SETTINGS_MODULE": "giaoban.web.settings"}
        os.environ.pop("DATABASE_URL", None)
        os.environ.pop("GIAOBAN_DATABASE_URL", None)
        found = measure(args.size)
    if args.json:
        print(json.dumps(found, indent=2))
    else:
        for name, value in found.items():
            print(f"{name:<12} {value if isinstance(value, (int, str)) else format(value, '.4f')}")
    return 0


def measure(size: str) -> dict[str, Any]:
    """Return the figures of one run."""
    from giaoban import cases, catalogue, engine, flow, ledger, store
    from giaoban.flow.load import starter
    from giaoban.store import shelf

    at = datetime.now(UTC)
    flow.open_house(os_user="bench", at=at)
    by = flow.actor("quan-tri", via="cli:bench", on=at.date())
    case = cases.generate(seed=cases.SEED, size=size, starter=starter())
    generate, facts = timed(lambda: list(case.facts), runs=1)
    record, _ = timed(lambda: flow.load_case(case, manner=flow.Manner.HISTORY, by=by, at=at), runs=1)
    shelf.forget()
    read, book = timed(lambda: store.books.read(case.id), runs=1)
    on = date(2026, 3, 31)
    known = catalogue.build(ledger.known_definitions(book), on=on)
    replay, cube = timed(lambda: engine.build(book.entries, catalogue=known, regime=case.regime, sees=lambda _: True), runs=3)
    window = catalogue.Window.of("2026-Q1")
    question = engine.Question("phuong-mau", window, case.regime, on, on, units=True)
    silent = engine.Archive(lambda _: "", lambda _: "")

    def ask() -> engine.Board:
        return engine.ask(
            question, cube=cube, catalogue=known, sight=catalogue.EVERYTHING, asked=engine.Asked(case.id, book.head), archive=silent
        )

    asked, board = timed(ask)
    plain, _ = timed(lambda: plain_sums(book, "2026"), runs=3)
    return {
        "size": size,
        "entries": len(book.entries),
        "facts": len(facts),
        "rows": len(board.rows),
        "generate_s": generate,
        "record_s": record,
        "read_s": read,
        "replay_s": replay,
        "ask_s": asked,
        "plain_s": plain,
        "ask_over_plain": asked / plain,
        "python": sys.version.split()[0],
    }


def plain_sums(book: Any, year: str) -> dict[tuple[str, str], int]:
    """Return the year's sums by indicator and body, the last word on each cell, the obvious way."""
    cells: dict[str, int] = {}
    for entry in book.entries:
        if entry.kind == "Figure" and entry.content["steps"] and f"/{year}-" in entry.key:
            cells[entry.key] = int(entry.content["steps"])
    sums: dict[tuple[str, str], int] = {}
    for key, steps in cells.items():
        indicator, _, _, body, _ = key.split("/")
        sums[indicator, body] = sums.get((indicator, body), 0) + steps
    return sums


if __name__ == "__main__":
    raise SystemExit(main())
