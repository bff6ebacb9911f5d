"""What a person may hand in that cannot be taken: one clear sentence each, with place and way out, and nothing half-written."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest

from giaoban import store
from giaoban.flow.loading import starter
from tests.flow import small
from tests.people import OFFICER_A

ENGLISH = "en_US.UTF-8"
LATER = 'recorded: "2026-04-12T08:00:00+07:00"\n'


@pytest.fixture
def folder(tmp_path: Path) -> Callable[..., Path]:
    """Write the small book's files, some of them changed, and return their folder."""

    def write(**changed: str) -> Path:
        made = tmp_path / "case"
        made.mkdir(exist_ok=True)
        for name, text in small.files(**changed).items():
            (made / name).write_text(text, encoding="utf-8")
        return made

    return write


def facts(*lines: str) -> str:
    return "source: bao-cao-1\nfacts:\n" + "".join(lines)


GOOD = small.figure(small.REVENUE, small.A, "11 tỷ đồng")
FILES = {
    "broken YAML": (
        facts(GOOD, "  - {figure: thu-thu, body: [phuong-a\n"),
        "- facts.yaml, dòng 5: tệp không đúng cú pháp YAML",
        "  → Sửa dòng này",
    ),
    "a field twice": (
        facts("  - {figure: thu-thu, figure: thu-thu, body: phuong-a}\n"),
        "- facts.yaml, dòng 3: trường “figure” đứng hai lần",
        "  → Giữ lại một dòng.",
    ),
    "an unknown indicator": (
        facts(GOOD, small.figure("thu-tho", small.A, "1 tỷ đồng")),
        "- facts.yaml, dòng 4: không có chỉ tiêu “thu-tho” trong kỳ 2026-Q1.",
        "  → Sửa mã chỉ tiêu",
    ),
    "an unknown body": (
        facts(GOOD, small.figure(small.REVENUE, "phuong-x", "1 tỷ đồng")),
        "- facts.yaml, dòng 4: không có đơn vị “phuong-x” trong danh mục ngày 31/3/2026.",
        "  → Sửa mã",
    ),
    "an unknown source": (
        facts(GOOD, small.figure(small.REVENUE, small.B, "1 tỷ đồng", more=", source: bao-cao-9")),
        "- facts.yaml, dòng 4: figure thu-thu: “source: bao-cao-9” không đọc được; cần mã của một nguồn trong mục sources.",
        "  → Sửa giá trị của “source”.",
    ),
    "a period that is none": (
        facts(small.figure(small.REVENUE, small.A, "1 tỷ đồng", period="2026-Q5")),
        "- facts.yaml, dòng 3: figure thu-thu: “period: 2026-Q5” không đọc được",
        "  → Sửa giá trị của “period”.",
    ),
    "a period that the regime does not have": (
        facts(small.figure(small.REVENUE, small.A, "1 tỷ đồng", period="2026-9M", more=", regime: nghi-dinh-09")),
        "- facts.yaml, dòng 3: figure thu-thu: “period: 2026-9M” không đọc được; cần một kỳ của chế độ báo cáo “nghi-dinh-09”.",
        "  → Sửa giá trị của “period”.",
    ),
    "no number": (
        facts(small.figure(small.REVENUE, small.A, "chưa rõ")),
        "- facts.yaml, dòng 3: “chưa rõ” không phải là một số kèm đơn vị tính cho chỉ tiêu thu-thu (đơn vị tính: tỷ đồng).",
        "  → Viết theo cách Việt Nam, ví dụ “1.234,5 tỷ đồng”; chưa có số liệu thì bỏ mục này, đừng ghi 0.",
    ),
    "another measure": (
        facts(small.figure(small.REVENUE, small.A, "12 tấn")),
        "- facts.yaml, dòng 3: “12 tấn” không cùng loại với đơn vị tính của chỉ tiêu thu-thu (tỷ đồng).",
        "  → Sửa đơn vị tính, hoặc chọn đúng chỉ tiêu.",
    ),
    "more than can be added exactly": (
        facts(small.figure(small.REVENUE, small.A, "10.000.000 tỷ đồng")),
        "- facts.yaml, dòng 3: “10.000.000 tỷ đồng” vượt quá giới hạn tính đúng từng bước của chỉ tiêu thu-thu (2^53 bước).",
        "  → Xem lại số và đơn vị tính",
    ),
    "an entry twice": (
        facts(GOOD, GOOD),
        "- facts.yaml, dòng 4: Figure thu-thu/giao-ban/-/phuong-a/2026-Q1 đã có trong cùng lần nạp, ở facts.yaml, dòng 3.",
        "  → Giữ một mục; nếu là đính chính, nạp riêng sau.",
    ),
    "a field that nobody knows": (
        facts(small.figure(small.REVENUE, small.A, "1 tỷ đồng", more=", notte: x")),
        "- facts.yaml, dòng 3: figure thu-thu có trường “notte” mà hệ thống không biết.",
        "  → Sửa tên trường",
    ),
}


@pytest.mark.parametrize("what", FILES)
def test_files_with_a_problem_are_told_of_it(giaoban, embedded_town, folder, what):
    """Exit code 1: file, line, sentence, way out; and the book is as it was."""
    text, sentence, way_out = FILES[what]
    before = store.books.head(small.BOOK)
    ran = giaoban("load", folder(facts=text))
    first, *rest = ran.err.splitlines()
    assert (ran.code, ran.out, first) == (1, "", f"Chưa nạp gì: có {len(rest) // 2} vấn đề cần sửa.")
    assert [line for line in rest if line.startswith(sentence)], ran.err
    assert [line for line in rest if line.startswith(way_out)], ran.err
    assert store.books.head(small.BOOK) == before


@pytest.mark.parametrize("what", FILES)
def test_files_with_a_problem_are_told_of_it_in_english(giaoban, embedded_town, folder, what):
    """The same places, not a word of Vietnamese but what the files say."""
    ran = giaoban("load", folder(facts=FILES[what][0]), lang=ENGLISH)
    assert ran.code == 1
    assert ran.err.startswith("Nothing was loaded: there are ")
    assert [word for word in ("dòng", "Sửa", "không", "trường") if word in ran.err] == []


def test_every_problem_is_told_at_once(giaoban, embedded_town, folder):
    """A file needs mending only once; as JSON they are data."""
    texts = (FILES[what][0].partition("facts:\n")[2] for what in ("no number", "another measure", "an unknown body"))
    made = folder(facts=facts(*texts))
    assert giaoban("load", made).err.startswith("Chưa nạp gì: có 3 vấn đề cần sửa.")
    ran = giaoban("load", made, "--json")
    assert '"code": "not-an-amount"' in ran.out
    assert '"where": "facts.yaml, dòng 3"' in ran.out


def refused(ran, *sentences: str) -> None:
    """The command ended with 2 and said one of these, on standard error, in one line."""
    assert (ran.code, ran.out) == (2, "")
    assert len(ran.err.splitlines()) == 1, ran.err
    assert [said for said in sentences if said not in ran.err] == [], ran.err


def test_a_figure_of_another_time_is_refused(giaoban, embedded_ha_tinh, tmp_path):
    """The first ward of that name ended in 2025: the problem says when, and who is there now."""
    made = tmp_path / "case"
    made.mkdir()
    for name, text in starter.shipped_files("ha_tinh").items():
        (made / name).write_text(text, encoding="utf-8")
    (made / "more.yaml").write_text(
        "facts:\n  - {figure: thu-ngan-sach-xa, body: phuong-tran-phu-1, period: 2025-Q3, printed: 1 tỷ đồng, quality: actual,"
        " source: bao-ha-tinh-210383}\n",
        encoding="utf-8",
    )
    ran = giaoban("load", made)
    assert ran.code == 1
    assert "more.yaml, dòng 2: “phuong-tran-phu-1” không tồn tại trong" in ran.err
    assert "→ Ghi cho đơn vị có trong kỳ đó" in ran.err


def test_past_instants_need_a_word(giaoban, embedded_town, folder):
    refused(giaoban("load", folder(facts=LATER + facts(GOOD))), "1 mục mới hoặc đã đổi", "facts.yaml, dòng 4", "--history", "--now")


def test_instants_before_the_head_are_refused(giaoban, embedded_ha_tinh, tmp_path):
    made = tmp_path / "case"
    made.mkdir()
    for name, text in starter.shipped_files("ha_tinh").items():
        (made / name).write_text(text.replace("printed: 154,3 tỷ đồng", "printed: 155 tỷ đồng"), encoding="utf-8")
    refused(giaoban("load", made, "--history"), "2021-04-20T18:00:00+07:00", "trước mục cuối của sổ", "--now")


def test_a_file_in_another_encoding_is_refused(giaoban, embedded_town, folder):
    made = folder()
    (made / "facts.yaml").write_bytes(facts(GOOD).encode("utf-16"))
    refused(giaoban("load", made), "facts.yaml, dòng 1: không phải văn bản UTF-8. Lưu lại tệp")


def test_a_file_with_a_mark_of_its_encoding_is_read(giaoban, embedded_town, folder):
    """Notepad writes one in front."""
    made = folder()
    (made / "facts.yaml").write_bytes(small.FACTS.encode("utf-8-sig"))
    assert (giaoban("load", made).code, giaoban("load", made).err) == (0, "")


@pytest.mark.parametrize("path", ["no/such/folder", "empty"])
def test_a_path_without_files_is_refused(giaoban, embedded_town, tmp_path, path):
    (tmp_path / "empty").mkdir()
    refused(giaoban("load", tmp_path / path), f"Không thấy tệp YAML nào ở “{tmp_path / path}”", "Kiểm tra đường dẫn")


QUESTIONS = {
    ("--body", "phuong-z", "--period", "2026-Q1"): "Không có đơn vị “phuong-z” trong cơ sở dữ liệu (có phải “phuong-",
    ("--body", "thi-xa-thu", "--period", "2026-Q9"): "Chế độ báo cáo “giao-ban” không có kỳ “2026-Q9”. Ví dụ kỳ: 2021-Q1",
    ("--body", "thi-xa-thu", "--period", "2026-9M", "--regime", "nghi-dinh-09"): "“nghi-dinh-09” không có kỳ “2026-9M”",
    ("--body", "thi-xa-thu", "--period", "2026-Q1", "--regime", "giao-bam"): "Không có chế độ báo cáo “giao-bam” (có phải “giao-ban”?)",
    ("--body", "thi-xa-thu", "--period", "2015"): "“thi-xa-thu” không tồn tại vào cuối năm 2015",
    ("--body", "thi-xa-thu", "--period", "2026-Q1", "--as-known", "2199-01-01"): "ở tương lai",
    ("--body", "thi-xa-thu", "--period", "2026-Q1", "--as-known", "2020-01-01"): "sổ “thi-xa-thu” chưa ghi gì; mục đầu tiên ghi 2026-04-10",
    ("--body", "thi-xa-thu", "--period", "2026-Q1", "--as-known", "hôm qua"): "“hôm qua” không phải là ngày hoặc thời điểm",
    ("--body", "thi-xa-thu", "--period", "2026-Q1", "--on", "31/2/2026"): "“31/2/2026” không phải là ngày",
    ("--body", "thi-xa-thu", "--period", "2026-Q1", "--frame", "20260331"): "“20260331” không phải là ngày",
}


@pytest.mark.parametrize("call", QUESTIONS, ids=" ".join)
@pytest.mark.parametrize("command", ["board", "ask", "explain", "brief"])
def test_a_question_that_cannot_be_put_is_refused(giaoban, embedded_town, tmp_path, command, call):
    """At every command that asks, in one line; nothing is written."""
    more = {"ask": ("thu-thu",), "explain": ("thu-thu",), "brief": ("--out", tmp_path / "out")}.get(command, ())
    refused(giaoban(command, *more, *call), QUESTIONS[call])
    assert not (tmp_path / "out").exists()


def test_an_unknown_indicator_is_refused_with_the_one_that_may_be_meant(giaoban, embedded_town):
    asked = ("--body", "thi-xa-thu", "--period", "2026-Q1")
    said = "Không có chỉ tiêu “thu-tho” trong quý I/2026 (có phải “thu-thu”?)."
    refused(giaoban("ask", "thu-tho", *asked), said)
    refused(giaoban("explain", "thu-tho", *asked), said)
    refused(giaoban("board", *asked, "--indicators", "thu-tho"), said)
    refused(giaoban("explain", "thu-thu.nam", *asked), "Không có chỉ tiêu “thu-thu.nam”")


def test_who_may_not_is_refused(giaoban, embedded_town, tmp_path):
    """An unknown account, one without the right, and a figure that the account may not see."""
    asked = ("--body", "thi-xa-thu", "--period", "2026-Q1")
    refused(giaoban("--as", "ai-do", "board", *asked), "Không có tài khoản “ai-do”", "giaoban user list")
    refused(giaoban("--as", OFFICER_A, "brief", *asked, "--out", tmp_path / "out"), f"“{OFFICER_A}” không được lập tài liệu giao ban")
    refused(giaoban("--as", OFFICER_A, "verify"), "không được kiểm tra, xuất sổ", "--as")
    refused(giaoban("--as", OFFICER_A, "user", "list"), "không được quản trị tài khoản và sổ trong toàn hệ thống")
    refused(giaoban("--as", OFFICER_A, "explain", small.OF_TWO, *asked), "hạn chế theo ngành", "--as")
    assert not (tmp_path / "out").exists()


def test_a_book_that_is_not_there_is_refused(giaoban, embedded_town, tmp_path):
    for call in (
        ("dump", "so-x"),
        ("export", "so-x", "--out", tmp_path / "out"),
        ("verify", "--book", "so-x"),
        ("rebuild", "--book", "so-x"),
    ):
        refused(giaoban(*call), "Không có sổ “so-x”", "Các sổ hiện có: thi-xa-thu")
    assert not (tmp_path / "out").exists()


def test_what_is_no_pack_is_refused(giaoban, embedded_town, tmp_path):
    """No file, no JSON, JSON of something else, the pack of another book."""
    path = tmp_path / "pack.json"
    refused(giaoban("verify", "--against", path), f"Không đọc hoặc ghi được “{path}”: không có tệp hoặc thư mục này")
    path.write_text("{", encoding="utf-8")
    refused(giaoban("verify", "--against", path), "không phải là tệp JSON (dòng 1)")
    for text in ("[1, 2]", "{}", "7", '{"book": "thi-xa-thu", "entry": {"number": "x", "hash": ""}}'):
        path.write_text(text, encoding="utf-8")
        refused(giaoban("verify", "--against", path), "không phải là pack.json của giaoban (không có sổ, số mục và mã băm)")
    path.write_text('{"book": "so-x", "entry": {"number": 1, "hash": "0"}}', encoding="utf-8")
    refused(giaoban("verify", "--against", path), "Không có sổ “so-x”")
    refused(giaoban("verify", "--against", path, "--book", small.BOOK), "được lập từ sổ “so-x”", "--book so-x")


def test_a_folder_that_cannot_be_written_is_refused(giaoban, embedded_town, tmp_path):
    """A file stands in the way; a folder is not empty; the disk is the system's own."""
    asked = ("--body", "thi-xa-thu", "--period", "2026-Q1")
    (tmp_path / "file").write_text("x")
    refused(giaoban("brief", *asked, "--out", tmp_path / "file"), "đã có tệp cùng tên, cần thư mục")
    refused(giaoban("brief", *asked, "--out", tmp_path / "file" / "out"), "đường dẫn đi qua một tệp, cần thư mục")
    refused(giaoban("export", small.BOOK, "--out", tmp_path / "file"), "đường dẫn đi qua một tệp, cần thư mục")
    refused(giaoban("export", small.BOOK, "--out", tmp_path), "không trống. Chọn thư mục khác")
    assert sorted(path.name for path in tmp_path.iterdir() if path.name != "home") == ["file"]


def test_blanking_that_cannot_be_done_is_refused(giaoban, embedded_town):
    refused(giaoban("blank", small.BOOK, "text", "0" * 64, "--reason", "x"), "phải có lý do (--reason) và số, ngày của quyết định")
    refused(giaoban("blank", small.BOOK, "text", "0" * 64, "--reason", "x", "--decision", "QĐ 1"), "Không có", "giaoban dump")
