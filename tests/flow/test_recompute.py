"""Are the files of a year what the board says, whoever worked them out, and is every obstacle a sentence?"""

from __future__ import annotations

import json
import os
import subprocess
import sys
import time
from collections import Counter
from collections.abc import Iterator
from pathlib import Path

import pyarrow.dataset as ds
import pyarrow.parquet as pq
import pytest

from giaoban import flow
from giaoban.flow.recompute import ClusterFails, ClusterOutOfReach, NeedsCluster
from giaoban.flow.refusal import NotAllowed, UnknownBook
from tests.flow import small
from tests.house.source import ROOT
from tests.people import AT, at_the_door
from tests.unit.recompute import deadly
from tests.unit.recompute.years import close, expected

steps = sys.modules["giaoban.flow.recompute"]


def run(by: flow.Actor, folder: Path, *, book: str = "ha-tinh", year: int = 2021, cluster: str = "", workers: int = 1) -> flow.Recomputed:
    return flow.recompute_year(book, year=year, folder=folder, cluster=cluster, workers=workers, by=by, at=AT)


def files(folder: Path) -> dict[str, bytes]:
    return {path.name: path.read_bytes() for path in folder.glob("*.parquet")}


@pytest.mark.parametrize("period", ["2021-Q1", "2021-04", "2021-9M", "2021"])
def test_the_files_say_what_the_board_says(embedded_ha_tinh, by, tmp_path, period):
    """Of the city and its wards, as known now, on the map of the period's last day."""
    run(by, tmp_path)
    table = ds.dataset(tmp_path, format="parquet", exclude_invalid_files=True).to_table().to_pylist()
    mine = {(row["indicator"], row["part"], row["body"]): row for row in table if (row["period"], row["regime"]) == (period, "giao-ban")}
    board = flow.answer(flow.Wanted("ha-tinh", period, units=True), by=by, at=AT)
    compared = 0
    for row in board.rows:
        if row.followed and row.mark != "implied":
            data = row.data()
            found = mine[row.series.indicator, row.series.part, row.body]
            assert close({name: found[name] for name in expected(data)}, expected(data)), (row.series, row.body)
            compared += row.value is not None
    assert compared > 1


def test_a_second_run_finds_everything_and_a_new_entry_makes_it_new(town, by, tmp_path):
    first = run(by, tmp_path, book=small.BOOK, year=2026)
    before = files(tmp_path)
    again = run(by, tmp_path, book=small.BOOK, year=2026)
    assert (first.found, again.found, again.rows) == (0, again.files, first.rows)
    assert files(tmp_path) == before
    (tmp_path / min(before)).write_bytes(b"damaged")
    assert run(by, tmp_path, book=small.BOOK, year=2026).found == first.files - 1
    assert files(tmp_path) == before
    more = small.FACTS.replace("10 tỷ đồng", "11 tỷ đồng")
    flow.load_files(small.files(facts=more), manner=flow.Manner.NOW, by=by, at=AT)
    later = run(by, tmp_path, book=small.BOOK, year=2026)
    assert (later.found, later.number) == (0, first.number + 1)


def test_the_manifest_names_every_file_and_the_entry(town, by, tmp_path):
    """A file that an earlier run listed and this one has not is gone; what somebody else put there stays."""
    (tmp_path / "mine.parquet").write_bytes(b"mine")
    (tmp_path / "old-001.parquet").write_bytes(b"old")
    (tmp_path / "manifest.json").write_text('{"parts": [{"name": "old-001.parquet"}, {"name": "../away.parquet"}]}')
    found = run(by, tmp_path, book=small.BOOK, year=2026)
    said = json.loads((tmp_path / "manifest.json").read_text("utf-8"))
    assert said["entry"] == {"number": found.number, "hash": found.hash}
    assert {one["name"]: one["rows"] for one in said["parts"]} == {
        name: pq.read_metadata(tmp_path / name).num_rows for name in files(tmp_path) if name != "mine.parquet"
    }
    assert (tmp_path / "mine.parquet").read_bytes() == b"mine"
    assert not (tmp_path / "old-001.parquet").exists()


def test_who_may_not_audit_may_not_recompute(town, by, tmp_path):
    for account in ("lanh-dao", "can-bo-a", "van-phong"):
        with pytest.raises(NotAllowed):
            run(at_the_door(account), tmp_path, book=small.BOOK)
    assert run(at_the_door("kiem-tra"), tmp_path, book=small.BOOK, year=2026).rows > 0
    with pytest.raises(UnknownBook):
        run(by, tmp_path, book="khong-co")


def test_a_year_before_everything_is_empty_and_whole(town, by, tmp_path):
    found = run(by, tmp_path, book=small.BOOK, year=1990)
    assert found.rows == 0
    assert (tmp_path / "manifest.json").exists()


@pytest.mark.parametrize(("cluster", "missing"), [("", "pyarrow"), ("tcp://127.0.0.1:1", "pyarrow, distributed")])
def test_what_is_not_installed_is_said(town, by, tmp_path, monkeypatch, cluster, missing):
    monkeypatch.setattr(steps, "find_spec", lambda name: None)
    with pytest.raises(NeedsCluster) as refused:
        run(by, tmp_path, book=small.BOOK, cluster=cluster)
    assert refused.value.sentence().endswith(f"({missing}). Cài thêm: pip install 'giaoban[cluster]'.")


@pytest.mark.parametrize("address", ["tcp://127.0.0.1:9", "khong-co-cum", "http://["])
def test_a_cluster_that_nobody_answers_at_is_said(town, by, tmp_path, monkeypatch, address):
    monkeypatch.setattr(steps, "PATIENCE", 1)
    with pytest.raises(ClusterOutOfReach) as refused:
        run(by, tmp_path, book=small.BOOK, year=2026, cluster=address)
    assert f"“{address}”" in refused.value.sentence()
    assert "bỏ --cluster" in refused.value.sentence()
    assert files(tmp_path) == {}


@pytest.fixture
def dask(tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """The two Dask commands of docs/operating: a scheduler and two workers of one thread, over loopback."""
    folder = tmp_path_factory.mktemp("dask")
    address = folder / "scheduler.json"
    beside = {"cwd": folder, "stdout": subprocess.DEVNULL, "stderr": subprocess.DEVNULL}
    environment = {**os.environ, "PYTHONPATH": str(ROOT)}
    ends = ["--no-dashboard", "--scheduler-file", str(address)]
    scheduler = subprocess.Popen([*_dask("scheduler"), "--host", "127.0.0.1", "--port", "0", *ends], env=environment, **beside)
    workers = subprocess.Popen(
        [*_dask("worker"), "--nworkers", "2", "--nthreads", "1", "--host", "127.0.0.1", *ends], env=environment, **beside
    )
    until = time.monotonic() + 60
    while not address.exists() and time.monotonic() < until:
        time.sleep(0.1)
    yield str(json.loads(address.read_text())["address"])
    for one in (workers, scheduler):
        one.terminate()
        one.wait(20)


def _dask(part: str) -> list[str]:
    return [str(Path(sys.executable).with_name("dask")), part]


@pytest.mark.slow
def test_a_cluster_gives_the_same_files_even_when_a_worker_dies(embedded_ha_tinh, by, tmp_path, dask, monkeypatch):
    """Killed in the midst of a file: nothing is lost, nothing doubled."""
    plain, spread = tmp_path / "plain", tmp_path / "spread"
    first = run(by, plain)
    spread.mkdir()
    (spread / f"kill-{min(files(plain))}").touch()
    told: Counter[str] = Counter()
    on_cluster = steps._on_cluster

    def deadly_cluster(jobs, folder, address):
        for one in on_cluster(jobs, folder, address, work=deadly.work):
            told[one.name] += 1
            yield one

    monkeypatch.setattr(steps, "_on_cluster", deadly_cluster)
    found = run(by, spread, cluster=dask)
    assert list(spread.glob("kill-*")) == []
    assert files(spread) == files(plain)
    assert (found.rows, told) == (first.rows, Counter(files(plain).keys()))


@pytest.mark.slow
def test_a_cluster_that_only_loses_what_it_is_given_is_said(embedded_ha_tinh, by, tmp_path, dask, monkeypatch):
    on_cluster = steps._on_cluster
    monkeypatch.setattr(steps, "_on_cluster", lambda jobs, folder, address: on_cluster(jobs, folder, address, work=deadly.always))
    with pytest.raises(ClusterFails) as refused:
        run(by, tmp_path, cluster=dask)
    assert "chạy lại lệnh để tính tiếp" in refused.value.sentence()
