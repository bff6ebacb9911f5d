"""Does the command line help in both languages, and refuse a wrong call in them?"""

from __future__ import annotations

import pytest

from giaoban.cli.run import COMMANDS

CALLS = [(), *((name,) for name in COMMANDS), ("user", "add"), ("user", "list")]
ENGLISH = "en_US.UTF-8"


@pytest.mark.parametrize("call", CALLS, ids=" ".join)
def test_every_command_helps_in_vietnamese(giaoban, call):
    """Not a word of the parser's own English is left."""
    ran = giaoban(*call, "--help")
    assert (ran.code, ran.err) == (0, "")
    assert ran.out.startswith("Cách dùng: giaoban")
    assert "in hướng dẫn này" in ran.out
    assert [word for word in ("usage:", "options:", "positional", "show this", "optional arguments") if word in ran.out] == []


@pytest.mark.parametrize("call", CALLS, ids=" ".join)
def test_every_command_helps_in_english(giaoban, call):
    """Where LANG begins with en."""
    ran = giaoban(*call, "--help", lang=ENGLISH)
    assert (ran.code, ran.err) == (0, "")
    assert ran.out.startswith("usage: giaoban")
    assert "show this help" in ran.out


@pytest.mark.parametrize("lang", ["C", "", "vi_VN", "fr_FR.UTF-8", "POSIX"])
def test_everybody_else_is_spoken_to_in_vietnamese(giaoban, lang):
    assert giaoban("--help", lang=lang).out.startswith("Cách dùng:")


WRONG = {
    (): "thiếu tham số: LỆNH.",
    ("no-such-command",): "tham số LỆNH: không có trong danh sách: 'no-such-command' (chọn trong ",
    ("board",): "thiếu tham số: --body, --period.",
    ("board", "--body"): "tham số --body: cần một giá trị.",
    ("board", "--body", "x", "--period", "2021", "--wrong", "1"): "không có tham số: --wrong 1.",
    ("board", "--body", "x", "--per", "2021"): "thiếu tham số: --period.",
    ("board", "--body", "x", "--period", "2021", "--indicators"): "tham số --indicators: cần ít nhất một giá trị.",
    ("board", "--body", "x", "--period", "2021", "--json=yes"): "tham số --json: không nhận giá trị 'yes'.",
    ("load", "x", "--now", "--history"): "tham số --history: không dùng cùng tham số --now.",
    ("load",): "thiếu tham số: ĐƯỜNG-DẪN.",
    ("user",): "thiếu tham số: VIỆC.",
    ("bench", "--size", "XL"): "tham số --size: không có trong danh sách: 'XL' (chọn trong 'S', 'M', 'L').",
}


@pytest.mark.parametrize("call", WRONG, ids=" ".join)
def test_a_wrong_call_is_refused_in_vietnamese(giaoban, call):
    """Two lines: what is wrong, and where the help is; exit code 2."""
    ran = giaoban(*call)
    first, second = ran.err.splitlines()
    assert (ran.code, ran.out) == (2, "")
    assert first.startswith(f"Lệnh chưa đúng: {WRONG[call]}")
    assert second.startswith("Xem cách dùng: giaoban")


def test_a_wrong_call_is_refused_in_english(giaoban):
    ran = giaoban("board", lang=ENGLISH)
    assert ran.err == "The call is not right: the following arguments are required: --body, --period.\nSee: giaoban board --help\n"


def test_an_argument_in_another_encoding_is_refused(giaoban):
    """Python hands such bytes on as lone surrogates, which no database takes."""
    ran = giaoban("--as", "quan-tr\udcec", "verify")
    assert (ran.code, ran.out, ran.err) == (2, "", "Tham số “quan-tr?” không phải văn bản UTF-8. Gõ lại lệnh.\n")


def test_the_version_is_said(giaoban):
    assert giaoban("--version").out.startswith("giaoban 0.")
