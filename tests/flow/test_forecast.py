"""Who is told what of the future, as known when, and what is refused?"""

from __future__ import annotations

from datetime import date

import pytest

from giaoban import flow
from giaoban.flow.desk import UnknownIndicator
from giaoban.flow.forecast import NoPlanYet, NotALevel
from giaoban.flow.refusal import UnknownBody
from tests.flow import small
from tests.people import AT, EVERYBODY, at_the_door

HISTORY = small.FACTS + "".join(
    small.figure(small.REVENUE, ward, f"{(n + 1) * (10 + year - 2022 + quarter)} tỷ đồng", period=f"{year}-Q{quarter}")
    for n, ward in enumerate(small.WARDS)
    for year in (2022, 2023, 2024, 2025)
    for quarter in (1, 2, 3, 4)
)
GIVEN = 'period: "2026", authority: tinh-giao, version: "1", printed: 60 tỷ đồng, at: Biểu 1'
PLAN = f"  - {{target: {small.REVENUE}, body: {small.A}, {GIVEN}}}\n"
TOLD_NUMBERS = {"quan-tri", "van-phong"}


def ahead(account: str = "quan-tri", **other: object) -> object:
    asked = {"indicator": small.REVENUE, "body": small.A, **other}
    return flow.forecast(flow.Ahead(**asked), by=at_the_door(account), at=AT)


@pytest.mark.parametrize("account", EVERYBODY)
def test_the_office_gets_the_numbers_and_others_the_words(town, by, account):
    """Practice 14: probabilities go to the office; a leader's screen says "khó đạt mốc"."""
    flow.load_files(small.files(facts=HISTORY + PLAN), manner=flow.Manner.NOW, by=by, at=AT)
    found = ahead(account)
    assert found.verdict in {"khó đạt mốc", "chưa chắc đạt mốc", "có khả năng đạt mốc"}
    assert (found.probability is None, found.tested is None) == (account not in TOLD_NUMBERS,) * 2
    assert found.required is not None


def test_a_level_is_read_as_it_is_typed(town, by):
    flow.load_files(small.files(facts=HISTORY + PLAN), manner=flow.Manner.NOW, by=by, at=AT)
    said = {level: ahead(level=level).level for level in ("", "80%", "80 %", "45 tỷ đồng", "45", "45.000 triệu đồng", "12,5")}
    assert said == {"": 60, "80%": 48, "80 %": 48, "45 tỷ đồng": 45, "45": 45, "45.000 triệu đồng": 45, "12,5": 12.5}
    assert ahead(level="80%", by=date(2026, 8, 14)).words == "80% kế hoạch năm 2026 (tỉnh giao)"


@pytest.mark.parametrize("level", ["nhiều", "-5%", "0%", "-1 tỷ đồng", "5 cây", "%", "1e9", "5 5"])
def test_what_is_no_level_is_refused(town, by, level):
    with pytest.raises(NotALevel) as refused:
        ahead(level=level)
    assert refused.value.sentence().startswith(f"“{level}” không phải là mức của chỉ tiêu “thu-thu”.")


def test_without_a_plan_the_way_out_is_said(town, by):
    with pytest.raises(NoPlanYet) as refused:
        ahead()
    assert refused.value.sentence().endswith("Nêu mức cần đạt, ví dụ --level “100 tỷ đồng”.")


def test_what_is_not_there_is_refused(town, by):
    with pytest.raises(UnknownIndicator):
        ahead(indicator="khong-co")
    with pytest.raises(UnknownIndicator):
        ahead(part="khong-co", level="5")
    with pytest.raises(UnknownBody):
        ahead(body="khong-co")


def test_what_may_not_be_seen_is_not_told(town, by):
    assert ahead("can-bo-b", indicator=small.OF_TWO, level="5") is None


def test_as_known_then(ha_tinh, by):
    """On 20 April 2021 a quarter is known, and of earlier years only what follows from ratios: no probability."""
    asked = flow.Ahead("thu-ngan-sach", "ha-tinh", level="700 tỷ đồng", as_known=flow.moment.instant("2021-04-20"))
    found = flow.forecast(asked, by=by, at=AT)
    assert (found.now, found.until.code, found.probability) == (154.3, "2021-Q1", None)
    assert found.required == pytest.approx((700 - 154.3) / 9)
    assert found.reason == "chưa đủ số liệu các năm trước trên địa giới này để dự báo"


@pytest.mark.parametrize("account", ["van-phong", "lanh-dao"])
def test_the_page_of_an_indicator_says_it_in_words(town, by, account):
    """The same for everybody: no probability on a screen that a leader reads; nothing where there is no plan, or the year is over."""
    asked = flow.Wanted(small.A, small.PERIOD)
    actor = at_the_door(account)
    assert flow.history(asked, indicator=small.REVENUE, part="-", by=actor, at=AT).ahead is None
    flow.load_files(small.files(facts=HISTORY + PLAN), manner=flow.Manner.NOW, by=by, at=AT)
    found = flow.history(asked, indicator=small.REVENUE, part="-", by=actor, at=AT).ahead
    assert (found.verdict, found.probability, found.tested) == (ahead().verdict, None, None)
    past = flow.history(flow.Wanted(small.A, "2025-Q4"), indicator=small.REVENUE, part="-", by=actor, at=AT)
    assert past.ahead is None
