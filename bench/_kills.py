"""Kill what writes, at random moments: nothing may be half there afterwards, and going on must end where it would have ended.

Used by soak.py; every moment and choice comes from the seed.
"""

from __future__ import annotations

import json
import os
import random
import shutil
import signal
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable
from pathlib import Path

ROOT = Path(__file__).resolve().parents[1]
# As `giaoban`, with a checkpoint for every ten entries, so that small books have some.
GIAOBAN = "from giaoban.flow import checkpoints; checkpoints.EVERY = 10; from giaoban.cli import main; raise SystemExit(main())"
ENVIRONMENT = {**os.environ, "PYTHONPATH": str(ROOT), "LANG": "en_US.UTF-8"}


def giaoban(home: Path, *argv: object) -> subprocess.CompletedProcess[str]:
    """Run a command on a home of its own."""
    call = [sys.executable, "-c", GIAOBAN, *map(str, argv)]
    return subprocess.run(call, env={**ENVIRONMENT, "GIAOBAN_HOME": str(home)}, capture_output=True, text=True, check=False)


def killed(home: Path, *argv: object, after: float) -> None:
    """Run a command and kill it after so many seconds, if it has not ended."""
    call = [sys.executable, "-c", GIAOBAN, *map(str, argv)]
    run = subprocess.Popen(
        call, env={**ENVIRONMENT, "GIAOBAN_HOME": str(home)}, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL, start_new_session=True
    )
    time.sleep(after)
    if run.poll() is None:
        os.killpg(run.pid, signal.SIGKILL)
    run.wait()


def loading(dice: random.Random, home: Path) -> str:
    """A load killed midway: all of it is in the book or nothing, the chain holds, and loading again ends as it should."""
    from tests.flow import small

    folder = home / "yaml"
    folder.mkdir()

    def write(facts: str) -> None:
        for name, text in small.files(facts=facts).items():
            (folder / name).write_text(text, "utf-8")

    write(small.FACTS)
    if (ran := giaoban(home, "load", folder, "--now")).returncode:
        return ran.stderr
    value = dice.randrange(20, 90)
    write(small.FACTS.replace("0 tỷ đồng", f"0,{value} tỷ đồng"))
    killed(home, "load", folder, "--now", after=dice.uniform(0.3, 4.0))
    if (ran := giaoban(home, "verify")).returncode:
        return f"after the kill the chain does not hold\n{ran.stdout}{ran.stderr}"
    found = [row["value"] for row in board(home) if row["indicator"] == small.REVENUE and row["body"] != small.TOWN]
    if found not in ([10, 20, 30, 40], [float(f"{n}0.{value}") for n in (1, 2, 3, 4)]):
        return f"half of a load is in the book: {found}"
    giaoban(home, "load", folder, "--now")
    ended = [row["value"] for row in board(home) if row["indicator"] == small.REVENUE and row["body"] != small.TOWN]
    return "" if ended == [float(f"{n}0.{value}") for n in (1, 2, 3, 4)] else f"loading again ended elsewhere: {ended}"


def board(home: Path) -> list[dict[str, object]]:
    """Return the rows of the small book's board."""
    from tests.flow import small

    ran = giaoban(home, "board", "--body", small.TOWN, "--period", small.PERIOD, "--units", "--json")
    found: list[dict[str, object]] = json.loads(ran.stdout)["rows"]
    return found


def recomputing(dice: random.Random, home: Path) -> str:
    """Workers of a pool that die at some pieces: the same files as without, each told of once."""
    from giaoban.recompute import here, pooled
    from tests.unit.recompute import deadly
    from tests.unit.recompute.years import jobs

    plain, spread = home / "plain", home / "spread"
    plain.mkdir()
    spread.mkdir()
    made = jobs()
    list(here(made, folder=plain))
    for job in dice.sample(made, dice.randrange(1, len(made))):
        (spread / f"kill-{job.name}").touch()
    told = sorted(one.name for one in pooled(made, folder=spread, workers=2, work=deadly.work))
    files = [{path.name: path.read_bytes() for path in folder.glob("*.parquet")} for folder in (plain, spread)]
    return "" if files[0] == files[1] and told == sorted(files[0]) else f"files differ, or were told of twice: {told}"


def checkpointing(dice: random.Random, home: Path) -> str:
    """Readers killed while they put checkpoints by: the next one answers as if there had never been any."""
    (home / "book").mkdir()
    from tests.flow import small

    for name, text in small.files().items():
        (home / "book" / name).write_text(text, "utf-8")
    giaoban(home, "load", home / "book", "--now")
    first, folder = board(home), home / "checkpoints"
    if not list(folder.rglob("*.cube")):
        return "no checkpoint was put by"
    for _ in range(3):
        killed(home, "board", "--body", small.TOWN, "--period", small.PERIOD, after=dice.uniform(0.5, 3.0))
        if dice.random() < 0.5:
            board(home)
        for path in folder.rglob("*.cube"):
            content = bytearray(path.read_bytes())
            content[dice.randrange(len(content))] ^= 1 << dice.randrange(8)
            path.write_bytes(content)
    return "" if board(home) == first else "a checkpoint changed the board"


KILLS: tuple[Callable[[random.Random, Path], str], ...] = (loading, recomputing, checkpointing)


def one_round(start: int, *, number: int) -> bool:
    """Run one kind of kill, and print what does not hold."""
    dice = random.Random(start * 100_000 + number)  # noqa: S311 -- moments, no secrets
    kill, home = KILLS[number % len(KILLS)], Path(tempfile.mkdtemp(prefix="giaoban-soak-"))
    try:
        wrong = kill(dice, home)
    finally:
        shutil.rmtree(home, ignore_errors=True)
    if wrong:
        print(f"seed {start}, round {number}: “{kill.__doc__}” does not hold\n{wrong}", flush=True)
    return not wrong
