"""A news text is dropped in, a person accepts, and the briefing made from it says every number as the text does, each with its source."""

from __future__ import annotations

from datetime import date

from giaoban import flow
from giaoban.values import Source
from tests.people import AT, OFFICE, at_the_door

BOOK = BODY = "ha-tinh"
PERIOD = "2021-Q3"  # nothing of it stands in the shipped case
TEXT = (
    "Thành phố họp giao ban quý III/2021\n\n"
    "Quý III/2021, nhiều việc đạt khá: thu ngân sách (đạt 161,7 tỷ đồng, bằng 132% so với cùng kỳ); trồng cây xanh (đạt 174% kế hoạch).\n"
    "Do mưa lũ nên việc làm đường gặp khó khăn, vướng mắc.\n"
    "Hội nghị ghi nhận, phấn đấu hoàn thành 85% khối lượng chương trình mục tiêu trước ngày 15/11/2021.\n"
)


def test_from_the_text_to_the_briefing_and_back(ha_tinh) -> None:
    """Level, ratio to the same period, a share of a plan that nobody names, an aim; each leads to its words."""
    by = at_the_door(OFFICE)
    source = Source("Giao ban quý III", issuer="Báo Thử", dated=date(2021, 10, 5))
    opened = flow.inbox.receive(TEXT.encode(), name="tin.txt", book=BOOK, body=BODY, source=source, by=by, at=AT)
    edits = {}
    for one in opened.suggestions:
        assert one.suggestion is not None
        if one.suggestion.kind == "aim":
            edits[one.number] = {"indicator": "khoi-luong-chuong-trinh-muc-tieu"}
        elif one.suggestion.kind in ("figure", "stated", "bottleneck"):
            edits[one.number] = {}
    outcome = flow.inbox.accept(opened.paper.id, numbers=sorted(edits), edits=edits, by=by, at=AT)
    assert outcome.left == {}

    pack = flow.brief(flow.Wanted(BODY, PERIOD), for_office=False, by=by, at=AT)
    said = " ".join(flow.publish(pack, paper="text", by=by).decode().split())
    for words in ("161,7 tỷ đồng", "132%", "174%", "nguồn không nêu rõ kế hoạch nào", "85%", "15/11/2021"):
        assert words in said, words
    for indicator, what, words in (
        ("thu-ngan-sach", flow.What.VALUE, "“161,7 tỷ đồng”"), ("thu-ngan-sach", flow.What.STATED, "“132% so với cùng kỳ”"),
        ("cay-xanh-trong-moi", flow.What.STATED, "“174% kế hoạch”"),
    ):  # fmt: skip
        explained = flow.explain(flow.Wanted(BODY, PERIOD), indicator=indicator, part="-", what=what, by=by, at=AT)
        assert explained is not None
        assert any(words in place for line in explained.lines for place in line.sources), words
