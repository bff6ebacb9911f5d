"""A journey: the pack of a meeting is made again, elsewhere and later, and is the same to the byte."""

from __future__ import annotations

import hashlib
import os
import subprocess
import sys
from datetime import timedelta
from pathlib import Path

import pytest

from giaoban import briefing, flow, papers, store
from giaoban.ledger import VIETNAM
from tests.flow.test_correction import changed
from tests.people import AT, OFFICE, at_the_door

QUESTION = ("--body", "ha-tinh", "--period", "2021-Q1", "--as-known", "2021-04-20")
ELSEWHERE = [
    {"TZ": "UTC", "PYTHONHASHSEED": "0", "LANG": "vi_VN.UTF-8"},
    {"TZ": "Pacific/Auckland", "PYTHONHASHSEED": "12345", "LANG": "en_US.UTF-8"},
    {"TZ": "America/Los_Angeles", "PYTHONHASHSEED": "4294967295", "LANG": "C"},
]


def digest(pack: bytes) -> str:
    return hashlib.sha256(pack).hexdigest()


def made_here(*, at=AT) -> str:
    wanted = flow.Wanted("ha-tinh", "2021-Q1", as_known=flow.moment.instant("2021-04-20"))
    return digest(briefing.dumps(flow.brief(wanted, for_office=False, by=at_the_door(OFFICE), at=at)))


def made_there(database, folder: Path, environment: dict[str, str]) -> dict[str, str]:
    """Return the digest of each paper that another process makes in another time zone and working folder, with another order of hashes."""
    folder.mkdir()
    call = [sys.executable, "-m", "giaoban", "--as", OFFICE, "brief", *QUESTION, "--out", "out"]
    found = {**os.environ, "GIAOBAN_DATABASE_URL": database.url, **environment}
    run = subprocess.run(call, cwd=folder, env=found, capture_output=True, text=True, check=False)
    assert (run.returncode, run.stderr) == (0, "")
    return {path.name: digest(path.read_bytes()) for path in sorted((folder / "out").iterdir())}


def test_an_equal_question_gives_equal_bytes_everywhere(ha_tinh, tmp_path):
    """Every paper: Word, PDF, text and data."""
    here, *others = [made_there(ha_tinh, tmp_path / str(n), environment) for n, environment in enumerate(ELSEWHERE)]
    assert others == [here] * len(others)
    assert sorted(here) == sorted(one.FILENAME for one in papers.PAPERS)
    assert here["pack.json"] == made_here()


def test_an_equal_question_gives_equal_bytes_for_ever(ha_tinh, by):
    """A year later, after a correction."""
    before = made_here()
    flow.load_files(changed(), manner=flow.Manner.NOW, by=by, at=AT + timedelta(days=30))
    assert made_here(at=AT + timedelta(days=400)) == before


def head_of_the_case() -> str:
    last = store.books.head("ha-tinh").recorded_at
    assert last is not None
    return last.astimezone(VIETNAM).isoformat()


def test_what_is_known_at_the_end_of_today_is_not_yet_known(ha_tinh, by):
    """Asked for today, a pack names the instant of what it rests on; so no two packs of one name differ."""
    today = flow.Wanted("ha-tinh", "2021-Q1", as_known=flow.moment.instant("2026-04-10"))
    before = flow.answer(today, by=by, at=AT)
    assert (before.as_known, before.on) == (head_of_the_case(), flow.moment.day("2026-04-10"))
    flow.load_files(changed(), manner=flow.Manner.NOW, by=by, at=AT + timedelta(hours=1))
    after = flow.answer(today, by=by, at=AT + timedelta(hours=2))
    assert (after.as_known, after.number) == ("2026-04-10T10:00:00+07:00", before.number + 1)


@pytest.mark.parametrize("text", ["2027-01-01", "2026-04-11T00:00:00+07:00"])
def test_tomorrow_cannot_be_asked(ha_tinh, by, text):
    with pytest.raises(flow.Refused, match="lies in the future"):
        flow.answer(flow.Wanted("ha-tinh", "2021-Q1", as_known=flow.moment.instant(text)), by=by, at=AT)


def test_before_the_book_began_there_is_nothing_to_say(ha_tinh, by):
    with pytest.raises(flow.Refused, match="its first entry is of"):
        flow.answer(flow.Wanted("ha-tinh", "2021-Q1", as_known=flow.moment.instant("1995-01-01")), by=by, at=AT)
