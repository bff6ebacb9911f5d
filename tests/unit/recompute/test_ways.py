"""Does every way give the same files, and does a worker that dies take nothing along?"""

from __future__ import annotations

from collections import Counter
from pathlib import Path

import pytest

from giaoban.recompute import WorkersDie, here, pooled
from tests.unit.recompute import deadly
from tests.unit.recompute.years import jobs


@pytest.fixture(scope="module")
def plain(tmp_path_factory: pytest.TempPathFactory) -> dict[str, bytes]:
    folder = tmp_path_factory.mktemp("plain")
    list(here(jobs(), folder=folder))
    return files(folder)


def files(folder: Path) -> dict[str, bytes]:
    return {path.name: path.read_bytes() for path in folder.glob("*.parquet")}


def test_in_this_process(plain: dict[str, bytes]) -> None:
    assert set(plain) == {job.name for job in jobs()}


def test_a_pool_gives_the_same_files(plain: dict[str, bytes], tmp_path: Path) -> None:
    said = Counter(one.name for one in pooled(jobs(), folder=tmp_path, workers=2))
    assert said == Counter(plain.keys())
    assert files(tmp_path) == plain


@pytest.mark.slow
def test_when_workers_die_nothing_is_lost_and_nothing_doubled(plain: dict[str, bytes], tmp_path: Path) -> None:
    """Two of them, in the midst of writing: the same files, each told of once; what was half-written has no name."""
    for job in jobs()[:2]:
        (tmp_path / f"kill-{job.name}").touch()
    said = Counter(one.name for one in pooled(jobs(), folder=tmp_path, workers=2, work=deadly.work))
    assert said == Counter(plain.keys())
    assert files(tmp_path) == plain
    assert list(tmp_path.glob("kill-*")) == []


@pytest.mark.slow
def test_when_they_do_nothing_but_die_it_is_said(tmp_path: Path) -> None:
    with pytest.raises(WorkersDie, match=jobs()[0].name):
        list(pooled(jobs(), folder=tmp_path, workers=2, work=deadly.always))
    assert files(tmp_path) == {}
