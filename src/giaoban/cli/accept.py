"""`giaoban accept`: record what a document suggests, as a person decides."""

from __future__ import annotations

import argparse

from giaoban import flow
from giaoban.cli.arguments import Say, as_json
from giaoban.cli.door import Door, said_of
from giaoban.values import vietnamese

HELP = ("ghi vào sổ những đề xuất được chọn", "record the suggestions that were chosen")


class NotAnEdit(flow.Refused):
    """What follows --set is no number, field and value."""

    code = "not-an-edit"
    vi = "“{given}” không đúng dạng SỐ.trường=giá-trị, ví dụ 3.indicator=thu-ngan-sach."
    en = "“{given}” is not NUMBER.field=value, as 3.indicator=thu-ngan-sach."


class NothingChosen(flow.Refused):
    """Nobody said which suggestions."""

    code = "nothing-chosen"
    vi = "Chưa chọn đề xuất nào. Ghi số của đề xuất (accept {paper} 1 2 5), hoặc --at-least 80 để nhận các đề xuất đủ chắc."
    en = "No suggestion was chosen. Give their numbers (accept {paper} 1 2 5), or --at-least 80 for those that are sure enough."


def arguments(parser: argparse.ArgumentParser, say: Say) -> None:
    """Add the command's arguments."""
    chosen(parser, say)
    least = say("nhận mọi đề xuất đủ trường và chắc ít nhất chừng này (0–100)", "take all that are complete and at least so sure (0–100)")
    parser.add_argument("--at-least", type=int, metavar=say("ĐỘ-CHẮC", "SURE"), help=least)
    edit = say("sửa một trường trước khi ghi: 3.indicator=thu-ngan-sach", "change a field before recording: 3.indicator=thu-ngan-sach")
    parser.add_argument(
        "--set", action="append", default=[], dest="edits", metavar=say("SỐ.TRƯỜNG=GIÁ-TRỊ", "NUMBER.FIELD=VALUE"), help=edit
    )
    as_json(parser, say)


def chosen(parser: argparse.ArgumentParser, say: Say) -> None:
    """Add the number of the document and those of its suggestions."""
    parser.add_argument("paper", type=int, metavar=say("VĂN-BẢN", "DOCUMENT"), help=say("số của văn bản đến", "number of the document"))
    parser.add_argument(
        "numbers", type=int, nargs="*", metavar=say("ĐỀ-XUẤT", "SUGGESTION"), help=say("số của đề xuất", "numbers of suggestions")
    )


def run(args: argparse.Namespace, door: Door) -> int:
    """Record, and say what was recorded and what still waits."""
    if not args.numbers and args.at_least is None and not args.edits:
        raise NothingChosen(paper=args.paper)
    outcome = flow.inbox.accept(
        args.paper, numbers=args.numbers, at_least=args.at_least, edits=_edits(args.edits), by=door.actor(), at=door.at
    )
    left = [problem for problems in outcome.left.values() for problem in problems]
    if args.json:
        door.data({
            "recorded": outcome.recorded, "stood": outcome.stood, "taught": list(outcome.taught),
            "left": {number: said_of(problems, language=door.language) for number, problems in outcome.left.items()},
        })  # fmt: skip
    n = vietnamese.write_number
    door.say(
        f"Đã ghi {n(len(outcome.recorded))} mục; {n(len(outcome.stood))} mục đã có trong sổ; {n(len(outcome.left))} đề xuất còn chờ.",
        f"Recorded {len(outcome.recorded)}; {len(outcome.stood)} stood already; {len(outcome.left)} still wait.",
    )
    for key in outcome.taught:
        door.say(f"Đã nhớ tên gọi: {key}", f"Remembered a name: {key}")
    door.problems(left)
    return 1 if left else 0


def _edits(given: list[str]) -> dict[int, dict[str, str]]:
    found: dict[int, dict[str, str]] = {}
    for one in given:
        place, equals, value = one.partition("=")
        number, dot, name = place.partition(".")
        if not (equals and dot and name and number.isascii() and number.isdigit() and len(number) < 7):
            raise NotAnEdit(given=one)
        found.setdefault(int(number), {})[name] = value
    return found
