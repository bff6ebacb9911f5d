"""How is the command line read? Arguments that several commands share, and a parser that speaks both languages."""

from __future__ import annotations

import argparse
import sys
from collections.abc import Callable
from typing import Any, NoReturn

Say = Callable[[str, str], str]

# What argparse says, piece by piece; the longer pieces first.
PIECES = {
    "the following arguments are required": "thiếu tham số",
    "expected at least one argument": "cần ít nhất một giá trị",
    "not allowed with argument": "không dùng cùng tham số",
    "ignored explicit argument": "không nhận giá trị",
    "unrecognized arguments": "không có tham số",
    "expected one argument": "cần một giá trị",
    "invalid choice": "không có trong danh sách",
    "choose from": "chọn trong",
    "argument": "tham số",
}


class VietnameseHelp(argparse.HelpFormatter):
    """Help whose first line begins in Vietnamese."""

    usage = "Cách dùng: "

    def add_usage(self, usage: Any, actions: Any, groups: Any, prefix: str | None = None) -> None:
        """Add the line that shows how the command is called."""
        super().add_usage(usage, actions, groups, self.usage if prefix is None else prefix)


class EnglishHelp(VietnameseHelp):
    """The same in English."""

    usage = "usage: "


class Parser(argparse.ArgumentParser):
    """A parser that helps and refuses in the reader's language, takes no shortened options, and exits with 2."""

    def __init__(self, *, say: Say, **more: Any) -> None:
        formatter = VietnameseHelp if say("vi", "en") == "vi" else EnglishHelp
        super().__init__(add_help=False, allow_abbrev=False, formatter_class=formatter, **more)
        self.say = say
        self._positionals.title = say("tham số", "arguments")
        self._optionals.title = say("tùy chọn", "options")
        self.add_argument("-h", "--help", action="help", help=say("in hướng dẫn này", "show this help"))

    def error(self, message: str) -> NoReturn:
        """Print what is wrong with the call, and how to see the help."""
        said = self.say(f"Lệnh chưa đúng: {_vietnamese(message)}.", f"The call is not right: {message}.")
        print(said, self.say(f"Xem cách dùng: {self.prog} --help", f"See: {self.prog} --help"), sep="\n", file=sys.stderr)
        raise SystemExit(2)


def _vietnamese(message: str) -> str:
    for english, vietnamese in PIECES.items():
        message = message.replace(english, vietnamese)
    return message


def question(parser: argparse.ArgumentParser, say: Say) -> None:
    """Add the arguments of a question: body, period, instant, day, map, regime."""
    id, day, when = say("MÃ", "ID"), say("NGÀY", "DAY"), say("THỜI-ĐIỂM", "INSTANT")
    periods = "2021-Q1, 2021-04, 2021-9M, 2021"
    parser.add_argument("--body", required=True, metavar=id, help=say("mã đơn vị, ví dụ ha-tinh", "id of the body, as ha-tinh"))
    parser.add_argument("--period", required=True, metavar=say("KỲ", "PERIOD"), help=say(f"kỳ: {periods}", f"period: {periods}"))
    as_known(parser, say, metavar=when)
    on = say("ngày để tính hạn (mặc định: ngày của --as-known)", "day for what is due (default: the day of --as-known)")
    parser.add_argument("--on", metavar=day, help=on)
    frame = say("theo địa giới ngày này (mặc định: ngày cuối kỳ)", "on the map of this day (default: the period's last)")
    parser.add_argument("--frame", metavar=day, help=frame)
    parser.add_argument("--regime", metavar=id, help=say("chế độ báo cáo (mặc định: của sổ)", "reporting regime (default: the book's)"))


def as_known(parser: argparse.ArgumentParser, say: Say, *, metavar: str) -> None:
    """Add `--as-known`."""
    said = say("như đã biết đến hết ngày này, hoặc đến thời điểm này", "as known at the end of this day, or at this instant")
    parser.add_argument("--as-known", metavar=metavar, help=said)


def as_json(parser: argparse.ArgumentParser, say: Say) -> None:
    """Add `--json`."""
    parser.add_argument("--json", action="store_true", help=say("in dữ liệu JSON", "print JSON"))


def units(parser: argparse.ArgumentParser, say: Say) -> None:
    """Add `--units`."""
    parser.add_argument("--units", action="store_true", help=say("kèm từng đơn vị trực thuộc", "with each of its parts"))
