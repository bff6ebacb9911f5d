"""A document is dropped in: read, linked, doubted, written as JSON; nothing is recorded, and no database is asked."""

from __future__ import annotations

import io
import json
import sys
from datetime import UTC, datetime
from pathlib import Path

import pytest

from giaoban import flow
from giaoban.cli import main
from giaoban.flow.guard import PersonalDocument, PersonalProse, SecretDocument
from tests.unit.formats.files import excel, pdf, word

AT = datetime(2026, 5, 4, 3, tzinfo=UTC)
REPORT = "Quý I/2026, thu ngân sách đạt 120 tỷ đồng, đạt 90% kế hoạch (150 tỷ đồng). Hoàn thành trước ngày 15/8.\n"


def test_a_document_is_received() -> None:
    """Its figures are linked to the starter definitions, and what does not fit is doubted."""
    (received,) = flow.read({"a.txt": REPORT.encode()}, at=AT)
    assert received.reading is not None
    assert [figure.links[0].id for figure in received.reading.figures[:2]] == ["thu-ngan-sach", "thu-ngan-sach"]
    assert [doubt.code for doubt in received.reading.doubts] == ["reading-does-not-add-up"]
    assert received.problems == ()


def test_what_cannot_be_read_is_said_and_proposes_nothing() -> None:
    """The others are read all the same."""
    bad, good = flow.read({"a.txt": b"%PDF-1.7", "b.txt": REPORT.encode()}, at=AT)
    assert (bad.reading, bad.as_json(id="a")["figures"]) == (None, [])
    assert len(bad.problems) == 1
    assert good.reading is not None


@pytest.mark.parametrize("content", ["TỐI MẬT\n" + REPORT, "<nav>TỐI MẬT</nav><p>" + REPORT])
def test_a_secret_document_is_refused(content: str) -> None:
    """Before anything of any document is read."""
    with pytest.raises(SecretDocument) as refused:
        flow.read({"b.txt": REPORT.encode(), "a.html": content.encode()}, at=AT)
    assert "Hệ thống không dùng cho bí mật nhà nước; chưa có nội dung nào được lưu." in refused.value.sentence("vi")


def test_the_command_writes_one_file_per_document(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """Named for the document; two of one name are kept apart."""
    (tmp_path / "x").mkdir()
    for folder in (tmp_path, tmp_path / "x"):
        (folder / "001.txt").write_text(REPORT, "utf-8")
    assert main(["read", str(tmp_path / "001.txt"), str(tmp_path / "x" / "001.txt"), "--out", str(tmp_path / "out")]) == 0
    assert sorted(path.name for path in (tmp_path / "out").iterdir()) == ["001-2.json", "001.json"]
    shape = json.loads((tmp_path / "out" / "001.json").read_text("utf-8"))
    assert (shape["id"], shape["figures"][0]["value"], shape["figures"][0]["unit"]) == ("001", 120_000_000_000, "VND")
    assert "ghi sổ" in capsys.readouterr().out


def test_pasted_text_is_read(monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> None:
    """From standard input, as JSON."""
    monkeypatch.setattr(sys, "stdin", io.TextIOWrapper(io.BytesIO(REPORT.encode())))
    assert main(["read", "-", "--json"]) == 0
    assert json.loads(capsys.readouterr().out)["deadlines"][0]["date"] == "2026-08-15"


def test_the_command_refuses_and_says_why(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """A secret: 2 and nothing written. A file of another kind: 1. No such file: 2."""
    (tmp_path / "a.txt").write_text("MẬT\n" + REPORT, "utf-8")
    (tmp_path / "b.txt").write_bytes(b"PK\x03\x04")
    assert main(["read", str(tmp_path / "a.txt"), "--out", str(tmp_path / "out")]) == 2
    assert not (tmp_path / "out").exists()
    assert main(["read", str(tmp_path / "b.txt")]) == 1
    assert main(["read", str(tmp_path / "c.txt")]) == 2
    assert "→" in capsys.readouterr().err


def test_without_a_folder_the_command_tells(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """Place, words, subject, time, link; deadlines; doubts."""
    (tmp_path / "a.txt").write_text(REPORT, "utf-8")
    assert main(["read", str(tmp_path / "a.txt")]) == 0
    said = capsys.readouterr().out
    assert "120 tỷ đồng · thu ngân sách · 2026-Q1 · thu-ngan-sach" in said
    assert "2026-08-15" in said
    assert "không khớp" in said


PEOPLE = [["TT", "Họ và tên", "Số CCCD", "Hỗ trợ"], *[[str(n), "Trần Thị Mẫu", f"04209900000{n}", "500"] for n in range(4)]]


def test_a_list_of_people_is_stopped_and_its_columns_may_be_dropped() -> None:
    """Nothing is read before a person says which."""
    content = excel({"Biểu": PEOPLE})
    with pytest.raises(PersonalDocument) as refused:
        flow.read({"a.xlsx": content}, at=AT)
    assert "dữ liệu cá nhân của 4 người (cột “Số CCCD”)" in refused.value.sentence("vi")
    (received,) = flow.read({"a.xlsx": content}, at=AT, drop_personal=True)
    assert received.reading is not None
    assert "042099" not in received.reading.text


def test_identity_numbers_in_prose_are_stopped() -> None:
    """There is no column to drop."""
    text = "\n".join(f"Bà Mẫu, CCCD 04209900000{n}, được hỗ trợ." for n in range(3))
    with pytest.raises(PersonalProse):
        flow.read({"a.txt": text.encode()}, at=AT, drop_personal=True)


def test_the_command_reads_word_excel_and_pdf(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """One shape for all; a figure of a table has its cell."""
    rows = [["TT", "Chỉ tiêu", "ĐVT", "TH quý I/2026"], ["1", "Thu ngân sách", "tỷ đồng", "120"]]
    for name, content in (("a.docx", word(rows)), ("b.xlsx", excel({"Biểu 01": rows})), ("c.pdf", pdf([REPORT.strip()]))):
        (tmp_path / name).write_bytes(content)
        assert main(["read", str(tmp_path / name), "--json"]) == 0
        figure = json.loads(capsys.readouterr().out)["figures"][0]
        assert (figure["value"], figure["period"], figure["links"][0]["indicator"]) == (120_000_000_000, "2026-Q1", "thu-ngan-sach")
        assert figure.get("cell") == {"a.docx": "Bảng 1!D2", "b.xlsx": "Biểu 01!D2"}.get(name)
