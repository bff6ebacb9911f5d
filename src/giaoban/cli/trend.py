"""`giaoban trend`: the course of an indicator over the year, as a table and as a chart."""

from __future__ import annotations

import argparse
from pathlib import Path

from giaoban import flow
from giaoban.briefing import charts, course
from giaoban.cli import files
from giaoban.cli.arguments import Say, as_json, question
from giaoban.cli.door import Door, wanted
from giaoban.papers import drawing

HELP = ("diễn biến của một chỉ tiêu trong năm", "the course of an indicator over the year")

DRAWN = {".svg": lambda spec: drawing.svg(spec).encode(), ".png": drawing.png}


def arguments(parser: argparse.ArgumentParser, say: Say) -> None:
    """Add the command's arguments."""
    said = say("mã chỉ tiêu; phân tổ viết ma.phan-to", "id of the indicator; a part as id.part")
    parser.add_argument("indicator", metavar=say("MÃ", "ID"), help=said)
    question(parser, say)
    said = say("vẽ biểu đồ ra tệp .svg hoặc .png", "draw the chart into an .svg or .png file")
    parser.add_argument("--chart", type=Path, metavar=say("TỆP", "FILE"), help=said)
    as_json(parser, say)


class NoSuchPicture(flow.Refused):
    """The chart was asked for as a file of another kind."""

    code = "no-such-picture"
    vi = "“{path}”: chỉ vẽ được ra tệp .svg hoặc .png. Đổi đuôi tệp rồi chạy lại."
    en = "“{path}”: a chart is drawn into an .svg or .png file only. Change the ending and run it again."


def run(args: argparse.Namespace, door: Door) -> int:
    """Print the course."""
    if args.chart and args.chart.suffix not in DRAWN:
        raise NoSuchPicture(path=args.chart)
    indicator, _, part = args.indicator.partition(".")
    found = flow.trend(wanted(args), indicator=indicator, part=part or "-", by=door.actor(), at=door.at)
    if found is None:
        return door.restricted(args.indicator)
    if args.json:
        door.data(found.data())
    else:
        print(course.course_text(found), end="")
    if args.chart:
        picture = DRAWN[args.chart.suffix](charts.course_picture(found).spec)
        for path in files.write({args.chart.name: picture}, folder=args.chart.parent):
            door.say(f"Đã ghi {path}", f"Wrote {path}")
    return 0
