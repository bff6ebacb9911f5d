"""Does a forecast say what it rests on, and nothing where it cannot?"""

from __future__ import annotations

from datetime import date
from decimal import Decimal
from typing import Any

import pytest

from giaoban import engine
from giaoban.catalogue import EVERYTHING, Window
from giaoban.ledger import Book, day_of
from giaoban.outlook import NoPlan, Outlook, Wish, Year, look_ahead
from tests.unit.boards import SILENT
from tests.unit.catalogues import REGIME, catalogue_on, ledger_of
from tests.unit.engine.makers import STRANGER

YEAR_END = date(2026, 12, 31)
WARDS = ("p1", "p2", "p3")


def flow(each: dict[int, float], body: str = "p1", indicator: str = "thu", measure: str = "tỷ đồng") -> str:
    """Twelve months of each year, rising a little through it; three of 2026."""
    lines = []
    for year, level in each.items():
        for month in range(1, 13 if year < 2026 else 4):
            said = f"{level * (90 + 2 * month) / 100:.3f}".replace(".", ",")
            lines.append(f"{year}-{month:02d}  {body}  {indicator}  {said} {measure}")
    return "\n".join(lines)


HISTORY = "\n".join(flow({2021 + n: (8 + 2 * at) * 1.05**n for n in range(6)}, body) for at, body in enumerate(WARDS))


def look(
    text: str, *, indicator: str = "thu", body: str = "p1", by: date = YEAR_END, on: date = date(2026, 4, 10), **other: Any
) -> Outlook | None:
    book = text if isinstance(text, Book) else ledger_of(text)
    catalogue = catalogue_on(date(by.year, 12, 31))
    cube = engine.build(book.entries, catalogue=catalogue, regime=REGIME, sees=lambda _: True)
    question = engine.Question(body, Window(by.year, 1, 12), REGIME, min(on, by), on)
    wish = Wish(by, **{name: value for name, value in other.items() if name in ("level", "share")})
    series = engine.Series(indicator, REGIME, other.get("part", "-"))
    sight = other.get("sight", EVERYTHING)
    return look_ahead(question, series=series, wish=wish, cube=cube, catalogue=catalogue, sight=sight, archive=SILENT)


def seen(*args: Any, **other: Any) -> Outlook:
    found = look(*args, **other)
    assert found is not None
    return found


def test_with_history_there_is_a_probability_and_its_back_test() -> None:
    """Five years, three wards, five in the hundred more each year, 126 the next: 122 are in reach, 135 are not."""
    found = seen(HISTORY, level=Decimal(122))
    assert (found.until, found.siblings, found.reason) == (Window(2026, 1, 3), 3, "")
    assert found.probability is not None
    assert found.probability > 0.9
    assert found.verdict == "có khả năng đạt mốc"
    assert found.tested is not None
    assert found.tested.cases == 36  # three wards, four years, from February, March and April
    assert (found.low or 0) < (found.middle or 0) < (found.high or 0)
    assert [one.year for one in found.years] == [2021, 2022, 2023, 2024, 2025]
    assert found.rule.startswith("Quy tắc dự báo; ")
    hard = seen(HISTORY, level=Decimal(135))
    assert (hard.verdict, (hard.probability or 0) < 0.1) == ("khó đạt mốc", True)


def test_the_higher_the_level_the_less_probable() -> None:
    said = [seen(HISTORY, level=Decimal(level)).probability or 0 for level in (100, 120, 126, 130, 134, 140, 200)]
    assert said == sorted(said, reverse=True)


def test_the_plan_is_the_level_unless_another_is_asked() -> None:
    """Of two givers the one that the verdict goes by; 80 % by 14 August."""
    plan = "\n2026  p1  thu  KH tp-giao 140 tỷ đồng\n2026  p1  thu  KH tinh-giao 125 tỷ đồng"
    found = seen(HISTORY + plan)
    assert (found.level, found.words) == (125.0, "kế hoạch năm 2026 (tỉnh giao)")
    part = seen(HISTORY + plan, share=Decimal("0.8"), by=date(2026, 8, 14))
    assert (part.level, part.words) == (100.0, "80% kế hoạch năm 2026 (tỉnh giao)")
    assert part.months_left == pytest.approx(4 + 14 / 31)
    assert part.entry > 0


def test_without_a_plan_by_a_named_giver_a_share_of_it_says_nothing() -> None:
    for plan in ("", "\n2026  p1  thu  KH 125 tỷ đồng", "\n2026-Q1  p1  thu  KH tinh-giao 125 tỷ đồng"):
        with pytest.raises(NoPlan):
            look(HISTORY + plan)


def test_without_history_the_paces_are_said_and_no_probability() -> None:
    """30 in three months, 90 more in nine."""
    text = "\n".join(f"2026-{month:02d}  p1  thu  10 tỷ đồng" for month in (1, 2, 3))
    found = seen(text, level=Decimal(120))
    assert (found.now, found.achieved, found.required) == (30.0, 10.0, 10.0)
    assert (found.probability, found.verdict, found.tested) == (None, "", None)
    assert found.reason == "chưa đủ số liệu các năm trước trên địa giới này để dự báo"


def test_with_too_little_to_test_on_no_probability_is_said() -> None:
    """One ward, three years of which one can be forecast from two: from three months, the rule asks three."""
    text = flow({2023: 8, 2024: 9, 2025: 10, 2026: 11})
    assert seen(text, level=Decimal(120)).probability is not None
    quarters = "\n".join(line for line in text.split("\n") if not line.startswith(("2024-02", "2024-03")))
    short = seen(quarters, level=Decimal(120))
    assert (short.probability, short.verdict) == (None, "")


def test_what_is_reached_or_over_is_not_forecast() -> None:
    assert seen(HISTORY, level=Decimal(20)).verdict == "đã đạt mốc"
    past = seen(HISTORY, level=Decimal(100), by=date(2026, 3, 31))
    assert (past.verdict, past.required, past.probability) == ("không đạt mốc", None, None)
    assert seen(HISTORY, level=Decimal(20), by=date(2026, 3, 31)).verdict == "đạt mốc"


def test_where_less_is_better_the_words_and_the_pace_turn_round() -> None:
    text = "\n".join(flow({2021 + n: 100 for n in range(6)}, body, "phat-sinh", "vụ").replace(",000", "") for body in WARDS)
    found = seen(text, indicator="phat-sinh", level=Decimal(2000))
    assert (found.less, found.verdict) == (True, "có khả năng giữ trong mức")
    assert found.required == pytest.approx((2000 - 282) / 9)
    assert seen(text, indicator="phat-sinh", level=Decimal(200)).verdict == "đã quá mức"
    assert seen(text, indicator="phat-sinh", level=Decimal(400)).verdict == "khó giữ trong mức"


@pytest.mark.parametrize(
    ("indicator", "measure", "reason"),
    [
        ("van-dong", "triệu đồng", "đóng góp tự nguyện, không dự báo mức đạt"),
        ("chi", "triệu đồng", "chỉ tiêu này không đánh giá cao, thấp nên không dự báo"),
    ],
)
def test_some_things_are_never_forecast(indicator: str, measure: str, reason: str) -> None:
    assert seen(f"2026-01  p1  {indicator}  5 {measure}", indicator=indicator, level=Decimal(9)).reason == reason


def test_where_nothing_is_known_of_the_year_it_says_so() -> None:
    found = seen("2025-01  p1  thu  5 tỷ đồng", level=Decimal(9))
    assert (found.until, found.now, found.required) == (None, None, None)
    assert found.reason == "năm 2026 chưa có số liệu đến trước ngày cần dự báo"


def test_a_level_is_no_flow() -> None:
    """Poor households: from 40 at the year's end to 34 in March, two fewer a month."""
    lines = ["2025-12  p1  ho-ngheo  40 hộ", *(f"2026-{month:02d}  p1  ho-ngheo  {40 - 2 * month} hộ" for month in (1, 2, 3))]
    found = seen("\n".join(lines), indicator="ho-ngheo", level=Decimal(25))
    assert (found.now, found.achieved, found.required) == (34.0, -2.0, -1.0)


def test_a_leader_reads_words_and_paces() -> None:
    found = seen(HISTORY, level=Decimal(150)).without_numbers()
    assert (found.verdict, found.probability, found.tested, found.years) == ("khó đạt mốc", None, None, ())
    assert found.required is not None


def test_what_may_not_be_seen_is_not_forecast() -> None:
    assert look("2026-01  p1  kin  5 vụ", indicator="kin", level=Decimal(9), sight=STRANGER) is None


def test_as_data() -> None:
    data = seen(HISTORY, level=Decimal(130)).data()
    assert (data["indicator"], data["by"], data["known_to"], data["level_words"]) == ("thu", "2026-12-31", "2026-Q1", "mức 130 tỷ đồng")
    assert data["years"][0] == {"year": 2021, "now": pytest.approx(22.56), "then": pytest.approx(98.88)}
    assert 0 < data["probability"] <= 1
    assert data["back_test"]["cases"] == 36


def test_years_are_those_of_the_book() -> None:
    """As known a year ago the last year is not there yet."""
    book = ledger_of("\n".join(f"{line}  @{2022 + n}-01-05" for n in range(4) for line in flow({2021 + n: 10}).split("\n")))
    assert day_of(book.entries[-1].recorded_at) == date(2025, 1, 5)
    found = seen(book.upto(36), level=Decimal(130), by=date(2024, 12, 31), on=date(2024, 1, 10))
    assert [one.year for one in found.years] == []
    assert found.reason == "năm 2024 chưa có số liệu đến trước ngày cần dự báo"
    assert Year(2021, None, 1.0).now is None
