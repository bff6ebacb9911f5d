"""The inbox at the command line: receive, look, accept, reject, with the exit code that each end has."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from giaoban.cli import main
from tests.flow.small import BOOK, TOWN

TEXT = "Quý II/2026, chỉ tiêu thử thu-thu đạt 21,5 tỷ đồng, bằng 145% so với cùng kỳ. Trồng được 300 cây hoa giấy.\n"


@pytest.fixture
def paper(embedded_town, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> int:
    """Receive a document and return its number."""
    (tmp_path / "bc.txt").write_text(TEXT, "utf-8")
    assert main(["receive", str(tmp_path / "bc.txt"), "--book", BOOK, "--body", TOWN, "--dated", "2026-07-01", "--json"]) == 0
    return int(json.loads(capsys.readouterr().out)["paper"])


def test_what_waits_is_told(paper: int, capsys: pytest.CaptureFixture[str]) -> None:
    """Number, kind, how sure, words, fields, and what is lacking."""
    assert main(["inbox", "--book", BOOK]) == 0
    assert f"{paper:>4}  " in capsys.readouterr().out
    assert main(["inbox", "--paper", str(paper)]) == 0
    said = capsys.readouterr().out
    assert "“21,5 tỷ đồng”" in said
    assert "thiếu indicator" in said
    assert main(["inbox", "--book", BOOK, "--json"]) == 0
    assert json.loads(capsys.readouterr().out)[0]["waiting"] == 3


def test_a_person_accepts_and_rejects(paper: int, capsys: pytest.CaptureFixture[str]) -> None:
    """What is incomplete waits, with a way out, and ends in 1."""
    number = str(paper)
    assert main(["accept", number, "1", "--set", "1.indicator=thu-thu", "--set", "2.indicator=thu-thu", "--json"]) == 0
    assert sorted(json.loads(capsys.readouterr().out)["recorded"]) == ["1", "2"]
    assert main(["accept", number, "3"]) == 1
    assert "→" in capsys.readouterr().err
    assert main(["reject", number]) == 0
    assert main(["inbox", "--paper", number]) == 0
    said = capsys.readouterr().out
    assert "đã ghi → mục" in said
    assert "đã bỏ" in said


@pytest.mark.parametrize(
    "call",
    [
        ["accept", "{}"],
        ["accept", "{}", "99"],
        ["accept", "{}", "--set", "x"],
        ["accept", "{}", "--set", "1.la=x"],
        ["inbox", "--paper", "99"],
    ],
)
def test_a_call_that_is_not_right_is_refused(paper: int, call: list[str], capsys: pytest.CaptureFixture[str]) -> None:
    """With 2 and a sentence."""
    assert main([word.format(paper) for word in call]) == 2
    assert capsys.readouterr().err.strip()


def test_a_document_is_received_once(paper: int, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """The second time it is said so."""
    assert main(["receive", str(tmp_path / "bc.txt"), "--book", BOOK]) == 0
    assert "đã nhận trước đó" in capsys.readouterr().err
