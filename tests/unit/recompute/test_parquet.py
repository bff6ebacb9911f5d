"""Is a file whole or not there, and is one that says something else never taken for it?"""

from __future__ import annotations

from pathlib import Path

import pyarrow.parquet as pq
import pytest

from giaoban import recompute
from giaoban.recompute import Receipt
from tests.unit.recompute.years import jobs

JOB = jobs()[0]


def written(folder: Path) -> Path:
    recompute.work(JOB.make(), folder=str(folder))
    return folder / JOB.name


def test_a_file_is_written_under_its_name_and_nothing_beside_it(tmp_path: Path) -> None:
    path = written(tmp_path)
    assert [one.name for one in tmp_path.iterdir()] == [JOB.name]
    assert recompute.receipt(path, label=JOB.label) == Receipt(JOB.name, pq.read_metadata(path).num_rows, found=True)


def test_the_same_piece_gives_the_same_bytes(tmp_path: Path) -> None:
    first = written(tmp_path).read_bytes()
    (tmp_path / JOB.name).unlink()
    assert written(tmp_path).read_bytes() == first


def test_what_lies_there_is_not_made_again(tmp_path: Path) -> None:
    path = written(tmp_path)
    before = path.stat().st_mtime_ns
    assert recompute.work(JOB.make(), folder=str(tmp_path)).found
    assert path.stat().st_mtime_ns == before


@pytest.mark.parametrize("wrecked", [b"", b"PAR1", b"PAR1" + b"\0" * 400 + b"PAR1", b"x" * 1000])
def test_a_file_that_is_none_is_made_again(tmp_path: Path, wrecked: bytes) -> None:
    path = tmp_path / JOB.name
    path.write_bytes(wrecked)
    assert recompute.receipt(path, label=JOB.label) is None
    assert not recompute.work(JOB.make(), folder=str(tmp_path)).found
    assert recompute.receipt(path, label=JOB.label) is not None


def test_a_file_of_another_label_is_no_receipt(tmp_path: Path) -> None:
    path = written(tmp_path)
    assert recompute.receipt(path, label={**JOB.label, "digest": "0"}) is None
    assert recompute.receipt(tmp_path / "none.parquet", label=JOB.label) is None


def test_where_it_cannot_be_written_what_was_there_stays(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    path = tmp_path / JOB.name
    path.write_bytes(b"older")

    def full(self: Path, *args: object) -> Path:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(Path, "replace", full)
    with pytest.raises(OSError, match="No space"):
        recompute.work(JOB.make(), folder=str(tmp_path))
    assert [(one.name, one.read_bytes()) for one in tmp_path.iterdir()] == [(JOB.name, b"older")]
