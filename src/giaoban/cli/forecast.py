"""`giaoban forecast`: will a level be reached by a day?"""

from __future__ import annotations

import argparse

from giaoban import flow
from giaoban.briefing import ahead
from giaoban.cli.arguments import Say, as_json, as_known
from giaoban.cli.door import Door

HELP = ("dự báo khả năng đạt mốc", "how probable it is that a level is reached")


def arguments(parser: argparse.ArgumentParser, say: Say) -> None:
    """Add the command's arguments."""
    id, day, when = say("MÃ", "ID"), say("NGÀY", "DAY"), say("THỜI-ĐIỂM", "INSTANT")
    said = say("mã chỉ tiêu; phân tổ viết ma.phan-to", "id of the indicator; a part as id.part")
    parser.add_argument("indicator", metavar=id, help=said)
    parser.add_argument("--body", required=True, metavar=id, help=say("mã đơn vị, ví dụ ha-tinh", "id of the body, as ha-tinh"))
    until = say("đến hết ngày này (mặc định: ngày cuối năm)", "by the end of this day (default: the year's last)")
    parser.add_argument("--by", metavar=day, help=until)
    vi, en = "80% kế hoạch năm, hoặc 150 tỷ đồng (mặc định: cả kế hoạch)", "80% of the year's plan, or a number with its measure"
    level = say(f"mức cần đạt: {vi}", f"what is to be reached: {en} (default: the plan)")
    parser.add_argument("--level", default="", metavar=say("MỨC", "LEVEL"), help=level.replace("%", "%%"))
    as_known(parser, say, metavar=when)
    frame = say("theo địa giới ngày này (mặc định: ngày của --as-known)", "on the map of this day (default: the day of --as-known)")
    parser.add_argument("--frame", metavar=day, help=frame)
    parser.add_argument("--regime", metavar=id, help=say("chế độ báo cáo (mặc định: của sổ)", "reporting regime (default: the book's)"))
    as_json(parser, say)


def run(args: argparse.Namespace, door: Door) -> int:
    """Print the forecast."""
    indicator, _, part = args.indicator.partition(".")
    asked = flow.Ahead(
        indicator=indicator, part=part or "-", body=args.body, level=args.level, regime=args.regime or "",
        by=flow.moment.day(args.by) if args.by else None, frame=flow.moment.day(args.frame) if args.frame else None,
        as_known=flow.moment.instant(args.as_known) if args.as_known else None,
    )  # fmt: skip
    found = flow.forecast(asked, by=door.actor(), at=door.at)
    if found is None:
        return door.restricted(args.indicator)
    if args.json:
        door.data(found.data())
    else:
        print(ahead.outlook_text(found))
    return 0
