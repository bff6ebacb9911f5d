"""Measure the way from a book to papers: 130 units × 200 indicators, beside plain writing of the same board in the same run."""

from __future__ import annotations

import argparse
import csv
import gc
import io
import json
import os
import sys
import tempfile
import time
from collections.abc import Callable
from datetime import UTC, datetime
from typing import Any

SIZES = {"S": (15, 60), "M": (130, 200), "L": (170, 300)}  # units, indicators


def timed(act: Callable[[], Any], *, runs: int = 3) -> tuple[float, Any]:
    """Return the best of some runs in seconds of the processor, which a shared machine does not blow up, and the last result."""
    took, found = [], None
    for _ in range(runs):
        begun = time.process_time()
        found = act()
        took.append(time.process_time() - begun)
    return min(took), found


def main() -> int:
    """Measure and print."""
    parser = argparse.ArgumentParser()
    parser.add_argument("--size", default="M", choices=sorted(SIZES))
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
            print(f"{name:<22} {value if isinstance(value, (int, str)) else format(value, '.3f')}")
    return 0


def measure(size: str) -> dict[str, Any]:
    """Return the figures of one run."""
    from giaoban import cases, flow, papers
    from giaoban.cases.tinh_mau import nation
    from giaoban.cli.run import COLLECT
    from giaoban.flow.load import starter

    gc.set_threshold(*COLLECT)  # as the command line and the server have it
    units, indicators = SIZES[size]
    nation.SIZES["papers"] = nation.Size(1, units, indicators, "2025-01", "2025-12")
    at = datetime.now(UTC)
    flow.open_house(os_user="bench", at=at)
    by = flow.actor("quan-tri", via="cli:bench", on=at.date())
    case = cases.generate(seed=cases.SEED, size="papers", starter=starter())
    flow.load_case(case, manner=flow.Manner.HISTORY, by=by, at=at)
    wanted = flow.Wanted("tinh-mau-01", "2025-Q4")
    first, _ = timed(lambda: flow.brief(wanted, for_office=True, by=by, at=at), runs=1)
    packed, pack = timed(lambda: flow.brief(wanted, for_office=True, by=by, at=at))
    made = {one.NAME: timed(lambda one=one: flow.publish(pack, paper=one.NAME, by=by)) for one in papers.PAPERS}
    plain, _ = timed(lambda: plainly(pack))
    total = sum(took for took, _ in made.values())
    return {
        "units": units,
        "indicators": indicators,
        "rows": len(pack.board.rows),
        "brief_first_cpu_s": first,
        "brief_cpu_s": packed,
        **{f"{name}_cpu_s": took for name, (took, _) in made.items()},
        **{f"{name}_kb": len(content) // 1024 for name, (_, content) in made.items()},
        "papers_cpu_s": total,
        "plain_cpu_s": plain,
        "brief_over_plain": packed / plain,
        "papers_over_plain": total / plain,
        "python": sys.version.split()[0],
    }


def plainly(pack: Any) -> tuple[str, str]:
    """Return the rows of the board as JSON and as CSV, the obvious way: the baseline."""
    rows = [row.data() for row in pack.board.rows]
    made = io.StringIO()
    csv.writer(made).writerows([list(map(str, row.values())) for row in rows])
    return json.dumps(rows, ensure_ascii=False), made.getvalue()


if __name__ == "__main__":
    raise SystemExit(main())
