"""Compare for long what must say the same: the arrays, the tracer and the slow reference, on random catalogues and ledgers.

make soak ARGS="--minutes 10"            and again with the seed that it prints: make soak ARGS="--minutes 10 --seed 42"

After each round something that writes is killed (`_kills.py`): a load, a worker, a process that puts a checkpoint by.
Every round draws its own worlds from the seed and its number, so that one that failed can be run again alone
(`--seed 42 --round 17`). The failing world is printed as ledger lines, map and formulas, as small as it could be made.
"""

from __future__ import annotations

import argparse
import random
import sys
import time
from collections.abc import Callable
from datetime import date

from hypothesis import HealthCheck, given, seed, settings
from hypothesis.strategies import SearchStrategy

from bench import _kills
from giaoban.catalogue import Window
from tests.unit.engine.test_measures_reference import agree, histories
from tests.unit.engine.test_tracer_agrees import same
from tests.unit.engine.worlds import World, frames, windows, worlds

Check = Callable[[World, Window, date], None]
EXAMPLES = 40  # of each check, a round


def reference(world: World, window: Window, frame: date) -> None:
    """Arrays = reference."""
    agree(world, window, frame)


def tracer(world: World, window: Window, frame: date) -> None:
    """Arrays = tracer."""
    same(world, window, frame)


def history(world: World, window: Window, frame: date) -> None:
    """Arrays = reference, as known at an instant of a history of corrections and withdrawals."""
    agree(world, window, frame)


CHECKS: tuple[tuple[Check, SearchStrategy[World]], ...] = ((reference, worlds()), (tracer, worlds()), (history, histories()))


def run(check: Check, *, drawn: SearchStrategy[World], number: int) -> None:
    """Run one check on worlds of their own."""
    quiet = settings(max_examples=EXAMPLES, deadline=None, database=None, suppress_health_check=list(HealthCheck))
    seed(number)(quiet(given(drawn, windows, frames)(check)))()


def one_round(start: int, *, number: int) -> bool:
    """Run every check once, and print what does not hold."""
    for check, drawn in CHECKS:
        try:
            run(check, drawn=drawn, number=start * 100_000 + number)
        except AssertionError as fault:
            notes = "\n".join(getattr(fault, "__notes__", ()))
            print(f"seed {start}, round {number}: “{check.__doc__}” does not hold\n{fault}\n{notes}", flush=True)
            return False
    return True


def main() -> int:
    """Run rounds until the time is over, and say what was run."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--minutes", type=float, default=5.0)
    parser.add_argument("--seed", type=int, default=None)
    parser.add_argument("--round", type=int, default=None, help="run this round alone")
    asked = parser.parse_args()
    start = random.SystemRandom().randrange(10**6) if asked.seed is None else asked.seed
    print(f"seed {start}", flush=True)
    until, number, done = time.monotonic() + asked.minutes * 60, asked.round or 0, 0
    while one_round(start, number=number) and _kills.one_round(start, number=number):
        done += EXAMPLES * len(CHECKS)
        print(f"round {number}: {done} worlds compared, all agree; {number + 1 - (asked.round or 0)} kills, nothing lost", flush=True)
        number += 1
        if asked.round is not None or time.monotonic() > until:
            return 0
    return 1


if __name__ == "__main__":
    sys.exit(main())
