"""Are checkpoints never anything but a shortcut: whatever lies in the folder, the board is the same?"""

from __future__ import annotations

import multiprocessing
import os
import signal
import subprocess
import sys
import time
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from datetime import date
from pathlib import Path

import pytest

from giaoban import engine, flow
from giaoban.flow import checkpoints, library
from tests.flow import small
from tests.house.source import ROOT
from tests.people import AT

ASKED_DAY = date(2021, 3, 31)


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Path]:
    """Checkpoints of every ten entries."""
    monkeypatch.setattr(checkpoints, "EVERY", 10)
    checkpoints.live_in(tmp_path)
    forget()
    yield tmp_path
    checkpoints.live_in(None)
    forget()


def forget() -> None:
    """Begin like a new process."""
    for one in (library._CUBES.kept, library._LAST.kept, checkpoints._checked):
        one.clear()


def board(by: flow.Actor, **other: object) -> dict:
    forget()
    return flow.answer(flow.Wanted("ha-tinh", "2021-Q1", units=True, **other), by=by, at=AT).data()


def files(folder: Path) -> list[Path]:
    return sorted(folder.rglob("*.cube"))


@pytest.fixture
def built(monkeypatch: pytest.MonkeyPatch) -> list[int]:
    """How many entries each cube was built of that was built anew."""
    seen: list[int] = []
    build = engine.build
    monkeypatch.setattr(engine, "build", lambda entries, **other: (seen.append(len(entries)), build(entries, **other))[1])
    return seen


def test_a_process_begins_with_the_nearest_checkpoint(embedded_ha_tinh, by, folder, built):
    """The first builds and puts by; the second maps; one who asks of an earlier instant finds none that knows no more."""
    first = board(by)
    (path,) = files(folder)
    assert (path.parent.name, len(built)) == ("ha-tinh", 1)
    assert board(by) == first
    assert len(built) == 1
    earlier = board(by, as_known=flow.moment.instant("2021-04-20"))
    assert (len(built), len(files(folder))) == (2, 2)
    assert board(by, as_known=flow.moment.instant("2021-04-20")) == earlier
    assert len(built) == 2


def test_what_came_since_is_written_onto_it(town, by, folder, built):
    """A figure more: the checkpoint is followed, not built anew, and stays as it was."""
    asked = flow.Wanted(small.TOWN, small.PERIOD, units=True)
    before = flow.answer(asked, by=by, at=AT).data()
    (path,) = files(folder)
    content = path.read_bytes()
    more = small.FACTS.replace("10 tỷ đồng", "11 tỷ đồng")
    flow.load_files(small.files(facts=more), manner=flow.Manner.NOW, by=by, at=AT)
    forget()
    after = flow.answer(asked, by=by, at=AT).data()
    assert (len(built), path.read_bytes()) == (1, content)
    row = next(one for one in after["rows"] if (one["indicator"], one["body"]) == (small.REVENUE, small.A))
    was = next(one for one in before["rows"] if (one["indicator"], one["body"]) == (small.REVENUE, small.A))
    assert (was["value"], row["value"], row["revised"]) == (10, 11, "corrected")


def test_who_may_see_less_has_a_checkpoint_of_their_own(town, by, folder):
    asked = flow.Wanted(small.TOWN, small.PERIOD, units=True)
    boards = {}
    for _ in range(2):
        for account in ("quan-tri", "can-bo-a", "can-bo-b", "lanh-dao"):
            forget()
            actor = flow.actor(account, via="cli:x", on=flow.moment.today(AT))
            found = flow.answer(asked, by=actor, at=AT).data()
            assert boards.setdefault(account, found) == found
    assert len(files(folder)) == 4


def wreck_nothing(path: Path) -> None:
    path.write_bytes(b"")


def wreck_front(path: Path) -> None:
    path.write_bytes(b"x" * 16 + path.read_bytes()[16:])


def wreck_middle(path: Path) -> None:
    content = bytearray(path.read_bytes())
    content[len(content) // 2] ^= 1
    path.write_bytes(content)


def wreck_end(path: Path) -> None:
    path.write_bytes(path.read_bytes()[:-1000])


def wreck_all(path: Path) -> None:
    path.write_bytes(os.urandom(5000))


@pytest.mark.parametrize("wreck", [wreck_nothing, wreck_front, wreck_middle, wreck_end, wreck_all])
def test_a_damaged_checkpoint_is_thrown_away_and_made_again(embedded_ha_tinh, by, folder, built, wreck):
    first = board(by)
    (path,) = files(folder)
    whole = path.read_bytes()
    wreck(path)
    assert board(by) == first
    assert (len(built), path.read_bytes()) == (2, whole)


def test_a_checkpoint_of_another_chain_is_thrown_away(embedded_ha_tinh, by, folder, built, monkeypatch):
    """A backup was restored and written on: same book, same number, another hash."""
    first = board(by)
    label = checkpoints._label
    (path,) = files(folder)
    monkeypatch.setattr(checkpoints, "_label", lambda book, number, lens: {**label(book, number, lens), "hash": "0" * 64})
    assert board(by) == first
    assert len(built) == 2
    monkeypatch.undo()
    assert path.exists()


def test_one_that_cannot_be_written_is_not_kept(embedded_ha_tinh, by, folder, built, monkeypatch):
    """A full disk is no reason not to answer."""

    def full(self: Path, *args: object, **other: object) -> object:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(Path, "replace", full)
    first = board(by)
    assert (files(folder), list(folder.rglob("*.part"))) == ([], [])
    assert board(by) == first


def test_only_so_many_are_kept(embedded_ha_tinh, by, folder, monkeypatch):
    monkeypatch.setattr(checkpoints, "MOST", 3)
    for day in ("2021-04-20", "2022-01-31", "2023-01-31", "2024-01-31", "2025-01-31"):
        board(by, as_known=flow.moment.instant(day))
    assert len(files(folder)) <= 3
    monkeypatch.setattr(checkpoints, "LARGEST", 1)
    board(by, as_known=flow.moment.instant("2025-06-30"))
    (newest,) = files(folder)
    assert newest.stat().st_size > 1


def test_rebuild_drops_them_and_what_a_killed_process_left(embedded_ha_tinh, by, folder):
    board(by)
    (path,) = files(folder)
    path.with_name(".left.part").write_bytes(b"half")
    flow.rebuild("ha-tinh", by=by)
    assert list(folder.rglob("*.*")) == []


def test_readers_and_writers_at_once_all_get_the_same_board(embedded_ha_tinh, by, folder):
    """Eight at a time, each throwing away what it finds now and then."""
    first = board(by)
    shelf = library.take("ha-tinh", as_known=None, at=AT)
    known = library.catalogue_for(shelf, on=ASKED_DAY, frame=ASKED_DAY)
    build = engine.build(shelf.book.entries, catalogue=known, regime="giao-ban", sees=lambda _: True)

    def once(n: int) -> int:
        if n % 3 == 0:
            checkpoints.drop("ha-tinh")
        checkpoints.keep(build, book=shelf.book, lens="x")
        found = checkpoints.nearest(shelf.book, lens="x")
        return -1 if found is None else int((found.first_told == build.first_told).all())

    with ThreadPoolExecutor(8) as pool:
        said = list(pool.map(once, range(60)))
    assert 0 not in said
    assert 1 in said
    assert board(by) == first


WRITER = """
import sys
from datetime import date
from pathlib import Path
import numpy as np
from giaoban.flow import checkpoints
from giaoban.ledger import Book
from tests.unit.boards import cube
from tests.unit.catalogues import ledger_of
checkpoints.EVERY = 1
checkpoints.live_in(Path(sys.argv[1]))
lines = (f"{y}-{m:02d}  p{n}  thu  5 tỷ đồng" for y in range(2000, 2026) for m in range(1, 13) for n in (1, 2, 3))
book = ledger_of("\\n".join(lines))
found = cube(book)
while True:
    checkpoints.drop(book.id)
    checkpoints.keep(found, book=book, lens="x")
    print("kept", flush=True)
"""


@pytest.mark.slow
def test_a_writer_killed_at_any_moment_leaves_nothing_that_is_taken_for_whole(tmp_path, embedded, monkeypatch):
    """Killed six times in the midst of writing."""
    from tests.unit.boards import cube
    from tests.unit.catalogues import ledger_of

    lines = (f"{y}-{m:02d}  p{n}  thu  5 tỷ đồng" for y in range(2000, 2026) for m in range(1, 13) for n in (1, 2, 3))
    book = ledger_of("\n".join(lines))
    whole = cube(book)
    checkpoints.live_in(tmp_path)
    for n in range(6):
        writer = subprocess.Popen([sys.executable, "-c", WRITER, str(tmp_path)], cwd=ROOT, stdout=subprocess.PIPE)
        assert writer.stdout is not None
        writer.stdout.readline()
        time.sleep(0.003 * n)
        writer.send_signal(signal.SIGKILL)
        writer.wait()
        writer.stdout.close()
        checkpoints._checked.clear()
        found = checkpoints.nearest(book, lens="x")
        assert found is None or (found.first_told == whole.first_told).all()
    checkpoints.live_in(None)


def test_processes_share_the_pages_of_the_file(embedded_ha_tinh, by, folder):
    """What is mapped is private only where it was written to: nothing of it."""
    board(by)
    board(by)
    (path,) = files(folder)
    maps = Path("/proc/self/smaps")
    if not maps.exists() or multiprocessing.current_process().daemon:
        pytest.skip("no /proc here")
    block = maps.read_text().split(str(path))[1].split("VmFlags")[0]
    assert "Private_Dirty:         0 kB" in block
