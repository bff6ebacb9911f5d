"""How do commands end when the database, the disk or we are at fault? In a sentence, with 2, and nothing half-written."""

from __future__ import annotations

import errno
import os
import sqlite3
import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import psycopg
import pytest
from django.db import connection

from giaoban import flow, store
from giaoban.cli import files, run
from tests.cli.conftest import Ran
from tests.flow import small
from tests.people import OFFICE

ASKED = ("--body", small.TOWN, "--period", small.PERIOD)


def sql(statement: str, *values: object) -> list[tuple]:
    with connection.cursor() as cursor:
        cursor.execute(statement, values)
        return cursor.fetchall() if cursor.description else []


def refused(ran: Ran, said: str) -> None:
    assert (ran.code, ran.out) == (2, "")
    assert len(ran.err.splitlines()) == 1, ran.err
    assert said in ran.err


@pytest.fixture
def changed(tmp_path: Path) -> Path:
    """The small book's files with many more figures."""
    made = tmp_path / "case"
    made.mkdir()
    many = "".join(
        small.figure(small.REVENUE, ward, "1,5 tỷ đồng", period=f"{year}-{month:02d}")
        for ward in small.WARDS
        for year in range(2020, 2026)
        for month in range(1, 13)
    )
    for name, text in small.files(facts=small.FACTS + many).items():
        (made / name).write_text(text, encoding="utf-8")
    return made


def test_a_full_disk_leaves_nothing_half_written(giaoban, town, changed):
    """With room again, the same command succeeds."""
    before = (store.books.head(small.BOOK), store.texts.tally(), store.documents.tally())
    if town.vendor == "sqlite":
        pages = sql("PRAGMA page_count")[0][0]
        sql(f"PRAGMA max_page_count = {pages + 10}")
    else:
        sql("""CREATE FUNCTION full_disk() RETURNS trigger LANGUAGE plpgsql
               AS $$ BEGIN RAISE EXCEPTION 'could not extend file' USING ERRCODE = 'disk_full'; END $$""")
        sql("CREATE TRIGGER full_disk BEFORE INSERT ON store_standing EXECUTE FUNCTION full_disk()")
    refused(giaoban("load", changed), "Ổ đĩa giữ cơ sở dữ liệu đã đầy. Chưa có gì được ghi")
    assert (store.books.head(small.BOOK), store.texts.tally(), store.documents.tally()) == before
    sql("PRAGMA max_page_count = 1000000" if town.vendor == "sqlite" else "DROP TRIGGER full_disk ON store_standing")
    ran = giaoban("load", changed)
    assert (ran.code, ran.out) == (0, "Sổ thi-xa-thu (Thị xã Thử (dữ liệu giả định)): đã ghi 0 định nghĩa, 288 số liệu.\n")


@contextmanager
def held(database) -> Iterator[None]:
    """Another process is writing and takes its time."""
    sql("PRAGMA busy_timeout = 50" if database.vendor == "sqlite" else "SET lock_timeout = '50ms'")
    if database.vendor == "sqlite":
        other = sqlite3.connect(database.url.removeprefix("sqlite:///"), isolation_level=None)
        other.execute("BEGIN IMMEDIATE")
    else:
        other = psycopg.connect(database.url)
        other.execute("SELECT id FROM store_book FOR UPDATE")
    try:
        yield
    finally:
        other.close()


def test_a_second_writer_is_told_to_come_again(giaoban, town, changed):
    """Whoever only reads does not notice."""
    with held(town):
        refused(giaoban("load", changed), "Người khác đang ghi vào sổ và chưa xong. Chưa có gì được ghi")
        assert giaoban("board", *ASKED).code == 0
    assert giaoban("load", changed).code == 0


def test_a_database_of_a_newer_release_is_not_touched(giaoban, town):
    sql("UPDATE store_schema SET version = 99, release = '9.1'")
    refused(giaoban("board", *ASKED), "Cơ sở dữ liệu đã được bản giaoban mới hơn (9.1) sử dụng")
    refused(giaoban("load", "tinh-mau"), "Cài lại bản mới.")


def unguard(database) -> None:
    sql("DROP TRIGGER store_entry_no_update" if database.vendor == "sqlite" else "DROP TRIGGER store_entry_no_change ON store_entry")


def test_a_tampered_row_is_found_and_nothing_is_answered_from_it(giaoban, town, changed):
    """`verify` ends with 1: there is a problem in the data; the others refuse."""
    unguard(town)
    sql("UPDATE store_entry SET line = 'x' || substr(line, 2) WHERE number = 40")
    ran = giaoban("verify")
    assert (ran.code, ran.err) == (1, "")
    assert ran.out.startswith("Sổ thi-xa-thu: HỎNG từ mục 40 (dòng không đọc được). Giữ nguyên cơ sở dữ liệu này")
    store.shelf.forget()
    for call in (("board", *ASKED), ("load", changed), ("rebuild",), ("export", small.BOOK, "--out", changed.parent / "out")):
        refused(giaoban(*call), "Mục ghi số 40 của sổ “thi-xa-thu” không đọc được hoặc bị mất")
    assert not (changed.parent / "out").exists()


def test_a_changed_column_ends_verify_with_1(giaoban, town):
    unguard(town)
    sql("UPDATE store_entry SET steps = steps + 1 WHERE number = (SELECT max(number) FROM store_entry WHERE steps IS NOT NULL)")
    ran = giaoban("verify", "--json")
    assert ran.code == 1
    assert '"strayed": 2' in ran.out
    assert "các cột của mục 2" in ran.err


def test_a_rewritten_chain_ends_verify_with_1(giaoban, embedded_town, tmp_path):
    assert giaoban("brief", *ASKED, "--out", tmp_path).code == 0
    pack = tmp_path / "pack.json"
    ran = giaoban("verify", "--against", pack)
    assert (ran.code, f"khớp {pack}" in ran.out) == (0, True)
    text = pack.read_text("utf-8")
    entry = store.books.head(small.BOOK)
    pack.write_text(text.replace(entry.hash, "0" * 64), encoding="utf-8")
    ran = giaoban("verify", "--against", pack)
    assert ran.code == 1
    assert f"ĐÃ BỊ VIẾT LẠI, mục {entry.number} không còn là mục mà tài liệu đã gửi ghi nhận" in ran.out


@pytest.mark.parametrize("code", [errno.ENOSPC, errno.EACCES, errno.EROFS, errno.EDQUOT, errno.EIO, errno.EMFILE])
def test_a_paper_that_cannot_be_written_leaves_the_old_one(giaoban, embedded_town, tmp_path, monkeypatch, code):
    """Both files are as they were, and no draft of them is left."""
    assert giaoban("brief", *ASKED, "--out", tmp_path / "out").code == 0
    before = {path.name: path.read_bytes() for path in (tmp_path / "out").iterdir()}
    real = Path.write_bytes

    def full(path: Path, content: bytes) -> int:
        if path.name.startswith(".pack"):
            real(path, content[:100])
            raise OSError(code, os.strerror(code), str(path))
        return real(path, content)

    monkeypatch.setattr(Path, "write_bytes", full)
    refused(giaoban("brief", *ASKED, "--on", "2026-05-01", "--out", tmp_path / "out"), "Không đọc hoặc ghi được")
    assert {path.name: path.read_bytes() for path in (tmp_path / "out").iterdir()} == before
    refused(giaoban("brief", *ASKED, "--out", tmp_path / "new"), "Không đọc hoặc ghi được")
    assert not (tmp_path / "new").exists()
    if code in files.WORDS:
        assert files.WORDS[code][0] in giaoban("brief", *ASKED, "--out", tmp_path / "new").err


def test_a_fault_of_ours_gets_a_number(giaoban, embedded_town, home, monkeypatch):
    """The story stands in a file for its owner alone; the person gets the number to quote."""

    def broken(*given: object, **named: object) -> None:
        raise ZeroDivisionError("chia cho không")

    monkeypatch.setattr(flow, "answer", broken)
    for n in (1, 2):
        ran = giaoban("board", *ASKED)
        (line,) = ran.err.splitlines()
        number = line.removeprefix("Lỗi của phần mềm, số ").split(".")[0]
        assert (ran.code, ran.out) == (2, "")
        assert line == f"Lỗi của phần mềm, số {number}. Báo số này cho người phụ trách, kèm tệp {home / 'log' / 'faults.log'}."
        log = (home / "log" / "faults.log").read_text("utf-8")
        assert (log.count("Traceback"), log.count("ZeroDivisionError: chia cho không"), f"== {number} giaoban" in log) == (n, n, True)
    assert (home / "log" / "faults.log").stat().st_mode & 0o077 == 0


def test_a_fault_that_cannot_be_logged_is_told_all_the_same(giaoban, embedded_town, home, monkeypatch):
    home.write_text("a file where the folder should be")
    monkeypatch.setattr(flow, "answer", lambda *given, **named: 1 / 0)
    ran = giaoban("board", *ASKED, lang="en_US.UTF-8")
    assert ran.code == 2
    assert "(ZeroDivisionError); it could not be logged" in ran.err


def test_a_setting_that_cannot_be_read_is_refused(giaoban, embedded_town, home, monkeypatch):
    """In a process of its own, since settings are read once."""
    call = [sys.executable, "-m", "giaoban", "board", *ASKED]
    environ = {**os.environ, "GIAOBAN_DATABASE_URL": "mysql://x", "LANG": "vi_VN.UTF-8"}
    ran = subprocess.run(call, env=environ, capture_output=True, text=True, check=False)
    assert (ran.returncode, ran.stdout) == (2, "")
    assert ran.stderr.startswith("Thiết lập GIAOBAN_DATABASE_URL: “…” không phải là một địa chỉ")
    assert "Traceback" not in ran.stderr


def test_an_interruption_is_no_fault(giaoban, embedded_town, monkeypatch):
    def stopped(*given: object, **named: object) -> None:
        raise KeyboardInterrupt

    monkeypatch.setattr(flow, "answer", stopped)
    refused(giaoban("board", *ASKED), "Đã dừng theo yêu cầu; không có gì ghi dở dang.")


@pytest.fixture
def in_a_process(embedded_town) -> dict[str, str]:
    """The environment of a process of its own on the small book."""
    return {**os.environ, "GIAOBAN_DATABASE_URL": embedded_town.url, "LANG": "vi_VN.UTF-8"}


def test_a_reader_who_has_seen_enough_is_no_fault(in_a_process):
    """`giaoban dump … | head -1` ends quietly."""
    call = f"{sys.executable} -m giaoban --as {OFFICE} board --body {small.TOWN} --period {small.PERIOD} --json | head -c 10"
    ran = subprocess.run(["bash", "-c", f"set -o pipefail; {call}"], env=in_a_process, capture_output=True, text=True, check=False)
    assert (ran.returncode, ran.stderr) == (0, "")


@pytest.mark.skipif(not Path("/dev/full").exists(), reason="there is no device that is always full")
def test_output_to_a_full_disk_is_refused(in_a_process):
    """One sentence, and not a second one when Python ends."""
    call = [sys.executable, "-m", "giaoban", "board", *ASKED]
    with Path("/dev/full").open("w") as full:
        ran = subprocess.run(call, env=in_a_process, stdout=full, stderr=subprocess.PIPE, text=True, check=False)
    assert (ran.returncode, ran.stderr) == (2, "Không đọc hoặc ghi được: ổ đĩa đã đầy. Chưa có gì được ghi dở dang.\n")


def test_the_codes_are_three():
    """0 done, 1 problems in the data, 2 refused."""
    assert (run.DONE, run.PROBLEMS, run.REFUSED) == (0, 1, 2)
