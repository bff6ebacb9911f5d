"""Does each regime say which days a window covers, as its law has it?"""

from __future__ import annotations

import contextlib
from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from giaoban.catalogue import NoSuchPeriod, PeriodKind, Regime, Window
from giaoban.values import Period, Source
from tests.unit.catalogues import catalogue_on, sentences, understood

REGIMES = catalogue_on(date(2026, 1, 1)).regimes
BRIEFING, DECREE = REGIMES["giao-ban"], REGIMES["nghi-dinh-09"]
YEARS = st.integers(1900, 2100)
CODES = st.one_of(
    YEARS.map(str),
    st.builds("{}-Q{}".format, YEARS, st.integers(1, 4)),
    st.builds("{}-H{}".format, YEARS, st.integers(1, 2)),
    st.builds("{}-{:02d}".format, YEARS, st.integers(1, 12)),
    st.builds("{}-{}M".format, YEARS, st.sampled_from([2, 4, 5, 7, 8, 9, 10, 11])),
    st.dates(date(1900, 1, 1), date(2100, 12, 31)).map(date.isoformat),
)
REGULAR = st.sampled_from([BRIEFING, DECREE]) | st.builds(
    Regime,
    st.just("r"),
    st.just("Chế độ"),
    st.integers(1, 28),
    st.integers(-1, 0),
    st.just(frozenset(PeriodKind)),
    st.just({}),
    st.just(Source("x")),
)


# ---------------------------------------------------------------- codes and words


@given(CODES)
def test_a_code_reads_back_to_itself(code: str) -> None:
    """Each window has one code, and each of these codes is the one of its window."""
    assert Window.of(code).code == code


@pytest.mark.parametrize(
    ("code", "window", "canonical", "kind", "words"),
    [
        ("2021", Window(2021, 1, 12), "2021", PeriodKind.YEAR, "năm 2021"),
        ("2021-12M", Window(2021, 1, 12), "2021", PeriodKind.YEAR, "năm 2021"),
        ("2021-Q1", Window(2021, 1, 3), "2021-Q1", PeriodKind.QUARTER, "quý I/2021"),
        ("2021-3M", Window(2021, 1, 3), "2021-Q1", PeriodKind.QUARTER, "quý I/2021"),
        ("2021-Q4", Window(2021, 10, 12), "2021-Q4", PeriodKind.QUARTER, "quý IV/2021"),
        ("2021-H1", Window(2021, 1, 6), "2021-H1", PeriodKind.HALF, "6 tháng đầu năm 2021"),
        ("2021-06M", Window(2021, 1, 6), "2021-H1", PeriodKind.HALF, "6 tháng đầu năm 2021"),
        ("2021-H2", Window(2021, 7, 12), "2021-H2", PeriodKind.HALF, "6 tháng cuối năm 2021"),
        ("2021-9M", Window(2021, 1, 9), "2021-9M", PeriodKind.NINE_MONTHS, "9 tháng đầu năm 2021"),
        ("2021-2M", Window(2021, 1, 2), "2021-2M", PeriodKind.MONTHS, "2 tháng đầu năm 2021"),
        ("2021-1M", Window(2021, 1, 1), "2021-01", PeriodKind.MONTH, "tháng 1/2021"),
        ("2021-04", Window(2021, 4, 4), "2021-04", PeriodKind.MONTH, "tháng 4/2021"),
        ("2021-04-20", Window(2021, 1, 4, date(2021, 4, 20)), "2021-04-20", PeriodKind.DAY, "từ đầu năm đến ngày 20/4/2021"),
    ],
)
def test_a_window_has_one_code_one_kind_and_its_words(code: str, window: Window, canonical: str, kind: PeriodKind, words: str) -> None:
    """Three months from the year's start are the first quarter, whoever writes them how."""
    found = Window.of(code)
    assert (found, found.code, found.kind, found.words) == (window, canonical, kind, words)


@pytest.mark.parametrize(
    "code",
    ["", "21-Q1", "2021-Q5", "2021-Q0", "2021-H3", "2021-13", "2021-00", "2021-0M", "2021-13M", "2021-4", "2021-02-29", "2021-04-31",
     "2021-04-00", "2021-q1", " 2021", "2021-Q1\n", "0000", "9999", "1799-04", "3000-Q1", "٢٠٢١", "2021-04…05", "quý I/2021"],
)  # fmt: skip
def test_what_is_no_code_is_refused(code: str) -> None:
    """There is no 29 February 2021, no fifth quarter and no year 0."""
    with pytest.raises(NoSuchPeriod):
        Window.of(code)


@given(st.text())
def test_any_text_is_a_code_or_is_refused(text: str) -> None:
    """Nothing else comes out."""
    with contextlib.suppress(NoSuchPeriod):
        assert Window.of(Window.of(text).code) == Window.of(text)


def test_a_run_of_months_without_a_name_takes_no_other_windows_code() -> None:
    """April and May are not the first five months."""
    run = Window(2021, 4, 5)
    assert (run.kind, run.code, run.words, run.months) == (PeriodKind.MONTHS, "2021-04…05", "tháng 4 đến tháng 5/2021", 2)


def test_the_year_so_far_begins_with_the_year() -> None:
    """Lũy kế of the second quarter is the first half."""
    second = Window.of("2021-Q2")
    assert [second.to_date().code, second.from_start, second.to_date().from_start] == ["2021-H1", False, True]


@pytest.mark.parametrize(
    ("code", "following", "before"),
    [
        ("2021-12", "2022-01", "2020-12"),
        ("2021-Q4", "2022-Q1", "2020-Q4"),
        ("2021-Q1", "2021-Q2", "2020-Q1"),
        ("2021-H1", "2021-H2", "2020-H1"),
        ("2021", "2022", "2020"),
        ("2021-9M", "2022-9M", "2020-9M"),
        ("2021-2M", "2022-2M", "2020-2M"),
        ("2021-04-20", "2022-04-20", "2020-04-20"),
        ("2024-02-29", "2025-02-28", "2023-02-28"),
    ],
)
def test_the_next_window_and_the_one_a_year_before_are_of_the_same_kind(code: str, following: str, before: str) -> None:
    """The first nine months are followed by the next year's, and 29 February by the 28th."""
    window = Window.of(code)
    assert [window.following().code, window.year_before().code] == [following, before]


@given(CODES)
def test_the_last_day_by_the_calendar_is_the_last_of_the_month(code: str) -> None:
    """Or the day itself where the window runs to a day."""
    window = Window.of(code)
    following = window.last_day + timedelta(days=1)
    assert window.last_day.month == window.last
    assert window.last_day == window.day or following.day == 1


# ---------------------------------------------------------------- days


@pytest.mark.parametrize(
    ("code", "since", "until"),
    [
        ("2021-04", date(2021, 3, 15), date(2021, 4, 14)),
        ("2021-01", date(2020, 12, 15), date(2021, 1, 14)),
        ("2021-Q1", date(2020, 12, 15), date(2021, 3, 14)),
        ("2021-Q2", date(2021, 3, 15), date(2021, 6, 14)),
        ("2021-Q3", date(2021, 6, 15), date(2021, 9, 14)),
        ("2021-Q4", date(2021, 9, 15), date(2021, 12, 14)),
        ("2021-H1", date(2020, 12, 15), date(2021, 6, 14)),
        ("2021-H2", date(2021, 6, 15), date(2021, 12, 14)),
        ("2021", date(2020, 12, 15), date(2021, 12, 14)),
    ],
)
def test_decree_09_closes_on_the_fourteenth(code: str, since: date, until: date) -> None:
    """Article 12, word for word: first day and last day, both inclusive; due on the 25th (article 13)."""
    window = Window.of(code)
    span = DECREE.span(window)
    assert (span.since, span.last_day) == (since, until)
    assert DECREE.due_on(window) == until + timedelta(days=11)


@pytest.mark.parametrize("code", ["2021-9M", "2021-2M", "2021-04-20"])
def test_a_regime_refuses_a_kind_of_period_that_it_lacks(code: str) -> None:
    """Decree 09 sets no nine months: whoever orders such a report says the days."""
    with pytest.raises(NoSuchPeriod, match="Nghị định 09"):
        DECREE.span(Window.of(code))
    assert DECREE.days(Window.of("2021-9M")) == Period(date(2020, 12, 15), date(2021, 9, 15))


def test_the_briefing_custom_follows_the_calendar() -> None:
    """The first quarter is January to March; a window to a day begins with the year."""
    spans = [BRIEFING.span(Window.of(code)) for code in ("2021-Q1", "2021-04-20", "2021-9M")]
    ends = [date(2021, 4, 1), date(2021, 4, 21), date(2021, 10, 1)]
    assert spans == [Period(date(2021, 1, 1), end) for end in ends]
    assert [BRIEFING.due_on(Window.of(code)) for code in ("2021-Q1", "2021-H1")] == [date(2021, 4, 10), date(2021, 6, 30)]


@given(REGULAR, YEARS)
def test_the_quarters_partition_the_year_in_every_regime(regime: Regime, year: int) -> None:
    """And months partition quarters, quarters halves: no day is lost or counted twice."""
    for whole, parts in (
        ("{}", ("{}-Q1", "{}-Q2", "{}-Q3", "{}-Q4")),
        ("{}", ("{}-H1", "{}-H2")),
        ("{}-H1", ("{}-Q1", "{}-Q2")),
        ("{}-Q4", ("{}-10", "{}-11", "{}-12")),
    ):
        spans = [regime.days(Window.of(part.format(year))) for part in parts]
        span = regime.days(Window.of(whole.format(year)))
        assert [one.since for one in spans] == [span.since, *(one.until for one in spans[:-1])]
        assert spans[-1].until == span.until


@given(REGULAR, YEARS)
def test_a_year_begins_where_the_one_before_ended(regime: Regime, year: int) -> None:
    """Years follow one another without a gap."""
    assert regime.days(Window.of(str(year))).until == regime.days(Window.of(str(year + 1))).since


def test_a_window_to_a_day_before_the_regimes_year_is_no_period() -> None:
    """Where the year begins on the fifteenth, nothing runs to the tenth."""
    late = Regime("r", "Muộn", 15, 0, frozenset(PeriodKind), {}, Source("x"))
    with pytest.raises(NoSuchPeriod, match="Muộn"):
        late.days(Window.of("2021-01-10"))


# ---------------------------------------------------------------- its definition

SOUND = {
    "kind": "regime",
    "id": "r",
    "name": "Chế độ",
    "month_day": "15",
    "month_shift": "-1",
    "kinds": ["month"],
    "due_days": {"month": "3"},
}


def test_a_regime_is_read_from_its_definition() -> None:
    """Every field stands in the regime."""
    _, regime, problems = understood(**SOUND)
    assert problems == ()
    assert regime == Regime("r", "Chế độ", 15, -1, frozenset({PeriodKind.MONTH}), {PeriodKind.MONTH: 3}, Source("Quyết định"))
    assert understood(**{**SOUND, "due_days": None})[1].due_days == {}


@pytest.mark.parametrize(
    ("field", "value", "sentence"),
    [
        ("name", "", "thiếu trường “name”"),
        ("month_day", "29", "“month_day: 29” không đọc được; cần số nguyên từ 1 đến 28"),
        ("month_shift", "1", "“month_shift: 1” không đọc được; cần số nguyên từ -1 đến 0"),
        ("kinds", [], "“kinds: ” không đọc được; cần danh sách các loại kỳ"),
        ("kinds", ["week"], "“kinds: week” không đọc được; cần một trong: month, quarter, half, nine-months, months, year, day"),
        ("due_days", {"week": "3"}, "“due_days: week” không đọc được; cần một trong: month, quarter, half, nine-months, months, year, day"),
        ("due_days", {"month": "400"}, "due_days: “month: 400” không đọc được; cần số nguyên từ 0 đến 366"),
        ("source", None, "thiếu trường “source”"),
        ("id", "Quý 1", "“id: Quý 1” không đọc được; cần chữ thường không dấu, số và gạch nối"),
    ],
)
def test_a_regime_with_a_wrong_field_is_refused(field: str, value: object, sentence: str) -> None:
    """The sentence says the field and what is needed."""
    definition, thing, problems = understood(**{**SOUND, field: value})
    assert (definition, thing) == (None, None)
    assert [said for said in sentences(problems) if sentence in said] == sentences(problems)
