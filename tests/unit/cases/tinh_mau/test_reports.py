"""Do reports come when they are said to, once, from a source of their own?"""

from __future__ import annotations

from collections import Counter
from datetime import datetime, timedelta

from giaoban.cases.tinh_mau.place import Place, Role, month_of
from giaoban.cases.tinh_mau.reports import Reports, mending, quick, start_of
from giaoban.ledger.book import VIETNAM

FIRST, LAST = month_of("2019-01"), month_of("2025-12")
UNIT = Place("xa-a", "Xã A", Role.UNIT, ((0, "xa"),), FIRST, None, 1000, days=4, late=100)
GROUP = Place("tdp-1", "Tổ dân phố 1", Role.GROUP, ((0, "to-dan-pho"),), month_of("2025-07"), None, 20)
CITY = Place("tp", "Thành phố", Role.CITY, ((0, "thanh-pho"),), FIRST, month_of("2025-07"), 1000)
NOBODY = Place("tinh", "Tỉnh", Role.SILENT, ((0, "tinh"),), FIRST, None, 1)
MARCH = month_of("2021-03")


def reports(*, monthly: bool = True, **more: object) -> Reports:
    plain: dict[str, object] = {"silent": frozenset(), "late": {}, "certain": frozenset(), **more}
    return Reports(1, (UNIT, GROUP, CITY, NOBODY), range(FIRST, LAST + 1), monthly, **plain)  # type: ignore[arg-type]


def test_most_come_within_days_some_weeks_later_few_never() -> None:
    found = reports()
    late: Counter[str] = Counter()
    for month in range(FIRST, FIRST + 1000):
        sent = found.sent(UNIT, month=month)
        days = (sent.at - start_of(month + 1)).days if sent else -1
        late["never" if sent is None else "in time" if 3 <= days <= 5 else "late" if 15 <= days < 70 else "?"] += 1
    assert late["?"] == 0
    assert late["never"] <= 12
    assert 70 <= late["late"] <= 130


def test_they_come_in_working_hours_of_vietnam() -> None:
    sent = [reports().sent(UNIT, month=month) for month in range(FIRST, LAST)]
    assert {one.at.tzinfo for one in sent if one} == {VIETNAM}
    assert all(8 <= one.at.hour < 17 for one in sent if one)


def test_what_is_certain_silent_or_late_is_so() -> None:
    month = MARCH
    assert reports(silent=frozenset({("xa-a", month)})).sent(UNIT, month=month) is None
    late = reports(late={("xa-a", month): 47}).sent(UNIT, month=month)
    assert late
    assert late.at.date() == (start_of(month + 1) + timedelta(days=46)).date()
    certain = reports(certain=frozenset(("xa-a", month) for month in range(FIRST, FIRST + 1000)))
    assert all(
        (sent := certain.sent(UNIT, month=month)) and sent.at < start_of(month + 1) + timedelta(days=7)
        for month in range(FIRST, FIRST + 1000)
    )


def test_each_report_is_a_source_with_its_day() -> None:
    sources = dict(reports().sources())
    sent = reports().sent(UNIT, month=MARCH)
    assert sent
    assert sources[sent.source].words() == (
        f"UBND Xã A (dữ liệu giả định), Báo cáo tháng 3/2021 và quý I/2021, 09/BC-UBND ngày {sent.at.day}/{sent.at.month}/2021"
    )
    assert sources["bc-tdp-1-2025-08"].issuer == "Tổ trưởng Tổ dân phố 1 (dữ liệu giả định)"
    assert not any("tinh" in id.split("-")[1] for id in sources)
    assert not any(id.startswith("bc-tp-2025-07") for id in sources)


def test_letters_and_short_notes_are_sources_of_the_year() -> None:
    sources = dict(reports().sources())
    assert sources[mending(UNIT, year=2021)].title == "Văn bản bổ sung, đính chính số liệu năm 2021"
    assert sources[quick(CITY, year=2021)].title == "Báo cáo nhanh số liệu năm 2021"
    assert quick(UNIT, year=2021) not in sources


def test_in_the_larger_sizes_a_place_has_one_source_a_year() -> None:
    found = reports(monthly=False)
    sources = dict(found.sources())
    sent = found.sent(UNIT, month=MARCH)
    assert sent
    assert sources[sent.source].title == "Báo cáo các tháng năm 2021"
    assert len([id for id in sources if id.startswith("bc-xa-a")]) == 7


def test_a_month_begins_in_vietnam() -> None:
    assert start_of(month_of("2021-01")) == datetime(2021, 1, 1, tzinfo=VIETNAM)
