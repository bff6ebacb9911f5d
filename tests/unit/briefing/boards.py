"""Boards and catalogues made by hand, for tests of findings and briefings."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from datetime import date
from decimal import Decimal
from typing import Any

from giaoban.catalogue import (
    Absence,
    Body,
    Catalogue,
    Direction,
    Frequency,
    Group,
    Hierarchy,
    Indicator,
    Nature,
    OverBodies,
    OverTime,
    Own,
    Part,
    Reach,
    StatusRule,
)
from giaoban.engine import Board, Disagreement, Level, PlanShare, Row, SamePeriod, Series, StatedShare, Status
from giaoban.engine.status import WORDS, no_verdict
from giaoban.values import Measure, Source, Step

REGIME = "giao-ban"
ARTICLE = "Báo Hà Tĩnh, TP Hà Tĩnh tăng tốc thực hiện nhiệm vụ KT-XH trọng tâm năm 2021, ngày 20/4/2021"
RULE_SOURCE = Source("giaoban, mặc định của sản phẩm")
RULE = StatusRule("mac-dinh", "Quy tắc chung", Decimal("0.9"), Decimal("0.7"), Decimal("1.5"), frozenset(), RULE_SOURCE)
GROUPS = {
    "ngan-sach": Group("ngan-sach", "Ngân sách, kinh tế", 100),
    "do-thi": Group("do-thi", "Đô thị, đô thị văn minh", 200),
    "xa-hoi": Group("xa-hoi", "Giáo dục, y tế, văn hóa - xã hội", 300),
}


def indicator(id: str, name: str, measure: str = "tỷ đồng", **other: Any) -> Indicator:
    """Return an indicator: a flow of which more is better, unless said otherwise."""
    said = Measure.named(measure)
    made = Indicator(
        id=id,
        name=name,
        name_en="",
        measure=said,
        step=Step(Decimal(1), said),
        group="ngan-sach",
        definition="",
        direction=Direction.MORE,
        over_time=OverTime.SUM,
        over_bodies=OverBodies.SUM,
        own=Own.WHOLE,
        absence=Absence.LACKING,
        frequency=Frequency.MONTH,
        reach=Reach.PUBLIC,
        field="",
        source=RULE_SOURCE,
    )
    return replace(made, **other)


REVENUE = indicator("thu-ngan-sach", "Thu ngân sách nhà nước trên địa bàn")
TREES = indicator(
    "trong-cay-xanh",
    "Trồng cây xanh",
    "cây",
    group="do-thi",
    phasing=(Decimal("0.6"), Decimal("0.75"), Decimal("0.85"), Decimal(1)),
)
VOLUME = indicator(
    "khoi-luong-ctmt",
    "Khối lượng chương trình mục tiêu hoàn thành",
    "%",
    group="do-thi",
    over_time=OverTime.NEVER,
    over_bodies=OverBodies.RATIO,
)
PACE = indicator("tien-do-ctmt", "Tiến độ chương trình mục tiêu (đánh giá)", "mức", group="do-thi", direction=Direction.NONE)
POOR = indicator("ty-le-ho-ngheo", "Tỷ lệ hộ nghèo", "%", group="xa-hoi", direction=Direction.LESS, over_time=OverTime.LAST)
GIFTS = indicator("dong-gop-giao-duc", "Huy động đóng góp cơ sở vật chất giáo dục", "triệu đồng", group="xa-hoi", voluntary=True)
BY_ITEM = indicator("thu-theo-khoan", "Thu theo khoản", parts=(Part("thue", "Thuế"), Part("phi", "Phí, lệ phí")))
ALL = (REVENUE, BY_ITEM, TREES, VOLUME, PACE, POOR, GIFTS)


def body(id: str, name: str, *, parent: str = "", kind: str = "phuong", **other: Any) -> Body:
    """Return an area that stands since 2019."""
    made = Body(id, Nature.AREA, kind, name, "", parent, "", Hierarchy.STATE, date(2019, 1, 1), None, True, RULE_SOURCE)
    return replace(made, **other)


CITY = body("ha-tinh", "Thành phố Hà Tĩnh", kind="thanh-pho")
WARDS = tuple(body(f"phuong-{n}", f"Phường Số {n}", parent="ha-tinh") for n in range(1, 6))
PARTY = body(
    "dang-uy-phuong-1",
    "Đảng ủy phường Số 1",
    kind="dang-uy",
    nature=Nature.ORGANISATION,
    of_area="phuong-1",
    hierarchy=Hierarchy.PARTY,
)


def catalogue(*indicators: Indicator, **other: Any) -> Catalogue:
    """Return a catalogue of these indicators (of all, if none is said), a city of five wards, and the general rule."""
    return Catalogue(
        on=date(2021, 3, 31),
        groups=GROUPS,
        indicators={one.id: one for one in indicators or ALL},
        rules={"mac-dinh": RULE},
        bodies={one.id: (one,) for one in (CITY, *WARDS, PARTY)},
        **other,
    )


def status(level: Level, reason: str = "") -> Status:
    """Return a verdict in the usual word."""
    return Status(level, WORDS[level], reason)


def graded(level: Level, word: str, source: str = ARTICLE) -> Status:
    """Return the verdict that a judgement in words gives."""
    return Status(level, word, f"đánh giá bằng lời, theo nguồn: {source}")


def plan(
    value: float, attainment: float | None, *, period: str = "2021", authority: str = "thanh-pho-giao", words: str = "thành phố giao"
) -> PlanShare:
    """Return a plan and how much of it is done."""
    return PlanShare(authority, words, period, 1, value, attainment, 7)


def stated(
    relation: str, printed: str, value: float, *, authority: str | None = None, words: str = "", source: str = ARTICLE
) -> StatedShare:
    """Return a relation as a source states it."""
    return StatedShare(relation, authority, words, value, printed, source, 9)


def row(of: Indicator, *, at: Body = CITY, part: str = "-", **other: Any) -> Row:
    """Return a row of the indicator: known if a value is given, else absent; the year so far as the value, if not said."""
    value = other.get("value")
    name = next((f"{of.name}: {one.name}" for one in of.parts if one.id == part), of.name)
    made = Row(
        series=Series(of.id, REGIME, part),
        name=name,
        group=of.group,
        body=at.id,
        body_name=at.name,
        measure=of.measure.label,
        value=None,
        to_date=value,
        state="absent" if value is None else "known",
        reason="chưa có số liệu" if value is None else "",
        quality=None if value is None else "actual",
        targets=(),
        same_period=SamePeriod(reason="chưa có số liệu cùng kỳ"),
        growth=None,
        pace=None,
        status=no_verdict("chưa có số liệu" if value is None else "chưa có kế hoạch giao"),
        reported=0 if value is None else 1,
        expected=1,
        mark=None if value is None else "exact",
        revised=None,
        stated=(),
        notes=(),
        entry=0 if value is None else 5,
    )
    return replace(made, **other)


def board(rows: Sequence[Row], *, period: str = "2021-Q1", period_words: str = "quý I/2021", **other: Any) -> Board:
    """Return a board of the city, as known on the evening of 20/4/2021."""
    made = Board(
        book="ha-tinh",
        body="ha-tinh",
        body_name="Thành phố Hà Tĩnh",
        period=period,
        period_words=period_words,
        regime=REGIME,
        as_known="2021-04-20T10:05:00.000000Z",
        on=date(2021, 4, 20),
        frame=date(2021, 4, 20),
        number=1042,
        hash="5f" * 32,
        rows=tuple(rows),
    )
    return replace(made, **other)


def ha_tinh() -> Board:
    """Return a board as the newspaper of 20/4/2021 gives it: two numbers, two judgements, nothing else."""
    return board(
        [
            row(
                REVENUE,
                value=154.3,
                same_period=SamePeriod(106.4, None, "implied", "suy ra từ tỷ lệ ghi trong văn bản", (106.0, 106.8)),
                stated=(stated("same_period", "145%", 1.45),),
                status=no_verdict("chỉ có tỷ lệ theo nguồn"),
                notes=("Chưa chắc số liệu này là của chỉ tiêu này.",),
            ),
            row(
                TREES,
                reason="nguồn chỉ nêu tỷ lệ, không nêu số tuyệt đối",
                stated=(stated("plan", "188%", 1.88, authority="unnamed", words="chưa rõ kế hoạch nào"),),
                status=no_verdict("chưa rõ tính theo kế hoạch nào"),
                notes=("Chưa rõ tính theo kế hoạch nào.",),
            ),
            row(
                PACE,
                state="known",
                reason="đánh giá bằng lời: chậm tiến độ",
                status=graded(Level.WEAK, "Chậm tiến độ"),
            ),
            row(
                GIFTS, state="known", reason="đánh giá bằng lời: chưa thực sự hiệu quả", status=graded(Level.WEAK, "Chưa thực sự hiệu quả")
            ),
        ],
        notes=("nạp lại lịch sử",),
    )


def mau() -> Board:
    """Return a made-up board of a second quarter with five wards: every state, plan, mark and verdict that a row may have."""
    return board(
        [*_own(), *_wards()],
        period="2021-Q2",
        period_words="quý II/2021",
        as_known="2021-07-08T01:30:00.000000Z",
        on=date(2021, 7, 8),
        frame=date(2021, 7, 1),
        made=True,
        hidden=3,
    )


def _own() -> list[Row]:
    tinh = {"authority": "tinh-giao", "words": "tỉnh giao"}
    return [
        row(
            REVENUE,
            value=80.25,
            to_date=234.55,
            quality="estimate",
            targets=(plan(450.0, 234.55 / 450, **tinh), plan(470.0, 234.55 / 470)),
            same_period=SamePeriod(72.9, 80.25 / 72.9, "exact", "tính lại theo địa giới mới (từ Xã Cũ)"),
            growth=80.25 / 72.9 - 1,
            pace=1.04,
            status=status(Level.ON_PACE, "52,1% kế hoạch năm 2021 (tỉnh giao)"),
            stated=(stated("same_period", "108%", 1.08, source="BC 45/BC-UBND ngày 30/6/2021"),),
            disagreements=(Disagreement("same_period", 1.08, 80.25 / 72.9, 0.006, (9, 5)),),
        ),
        row(
            BY_ITEM,
            value=100.0,
            to_date=200.0,
            status=no_verdict("chưa có kế hoạch giao"),
            disagreements=(Disagreement("parts", 100.0, 98.0, 1.5, (5, 11, 12)),),
        ),
        row(BY_ITEM, part="phi", value=18.0, to_date=30.0, status=no_verdict("chưa có kế hoạch giao")),
        row(BY_ITEM, part="thue", value=80.0, to_date=170.0, status=no_verdict("chưa có kế hoạch giao")),
        row(
            TREES,
            value=558.0,
            to_date=5558.0,
            targets=(plan(3295.0, 5558 / 3295),),
            same_period=SamePeriod(0.0, None, "exact", "cùng kỳ không phát sinh"),
            status=status(Level.EXCEEDED),
            stated=(
                stated("plan", "114%", 1.14, authority="thanh-pho-giao", words="thành phố giao", source="BC 45/BC-UBND ngày 30/6/2021"),
            ),
            revised="corrected",
            disagreements=(Disagreement("plan", 1.14, 5558 / 3295, 0.0053, (9, 5, 7)),),
        ),
        row(
            VOLUME,
            value=31.0,
            to_date=31.0,
            targets=(plan(100.0, 0.31),),
            pace=0.62,
            status=status(Level.WEAK),
            notes=("Số liệu tính đến ngày 30/6/2021.",),
        ),
        row(
            PACE,
            state="known",
            reason="đánh giá bằng lời: đảm bảo đúng tiến độ",
            status=graded(Level.ON_PACE, "Đảm bảo đúng tiến độ", "BC 45/BC-UBND ngày 30/6/2021"),
        ),
        row(
            POOR,
            value=1.45,
            to_date=1.45,
            targets=(plan(1.2, 1.45 / 1.2),),
            same_period=SamePeriod(1.62, 1.45 / 1.62, "apportioned", "phân bổ theo dân số"),
            growth=-0.17,
            status=Status(Level.WEAK, "Quá mức giao", ""),
        ),
        row(
            GIFTS,
            reason="mới có 3/5 đơn vị có số liệu",
            reported=3,
            expected=5,
            partial=1234.5,
            targets=(plan(5000.0, None),),
            status=no_verdict("đóng góp tự nguyện, không xếp loại, không tính phần trăm kế hoạch"),
            notes=("Cộng 3/5 đơn vị đã có số liệu: 1.234,5 triệu đồng.",),
        ),
    ]


def _wards() -> list[Row]:
    weak, fine, absent = WARDS[:2], WARDS[2:4], WARDS[4]
    found = [row(VOLUME, at=ward, value=20.0, targets=(plan(100.0, 0.2),), pace=0.4, status=status(Level.WEAK)) for ward in weak]
    found += [row(VOLUME, at=ward, value=60.0, targets=(plan(100.0, 0.6),), pace=1.2, status=status(Level.ON_PACE)) for ward in fine]
    found.append(row(VOLUME, at=absent, state="not_due", reason="chưa đến hạn báo cáo (10/7/2021)"))
    found.append(row(POOR, at=absent, state="not_applicable", reason="không áp dụng"))
    trees = row(TREES, at=weak[0], value=10.0, to_date=100.0, targets=(plan(500.0, 0.2),), pace=0.25, status=status(Level.WEAK))
    unnamed = stated("plan", "120%", 1.2, authority="unnamed", words="chưa rõ kế hoạch nào")
    return [*found, trees, row(TREES, at=fine[0], stated=(unnamed,), status=no_verdict("chưa rõ tính theo kế hoạch nào"))]
