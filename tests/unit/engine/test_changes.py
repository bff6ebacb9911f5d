"""Is every difference between two instants told with the entry that made it, and nothing else told?"""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from decimal import Decimal

from hypothesis import given, settings
from hypothesis import strategies as st

from giaoban import engine
from giaoban.catalogue import EVERYTHING, Catalogue, Sight, Window
from giaoban.engine import Change, Changes, changes
from giaoban.ledger import Book, end_of_day
from tests.unit.catalogues import REGIME, catalogue_on, ledger_of
from tests.unit.engine.makers import STRANGER, other_world

DAY = date(2026, 4, 20)
CITED = engine.Archive(cite=lambda source: f"nguồn {source}", remark=lambda digest: digest)


def compared(
    book: Book,
    period: str,
    since: int | date,
    *,
    body: str = "tp",
    catalogue: tuple[Catalogue, Catalogue] | None = None,
    sight: Sight = EVERYTHING,
) -> Changes:
    """Compare the whole book with its first entries, or with what was known at the end of a day."""
    earlier = book.upto(since) if isinstance(since, int) else book.as_known(end_of_day(since))
    plain = catalogue_on(date(2026, 3, 31))
    window = Window.of(period)
    question = engine.Question(body, window, REGIME, plain.regimes[REGIME].days(window).last_day, DAY, units=True)
    found = []
    for known, one in zip((earlier, book), catalogue or (plain, plain), strict=True):
        cube = engine.build(known.entries, catalogue=one, regime=REGIME, sees=lambda item: True)
        asked = {"cube": cube, "catalogue": one, "sight": sight, "archive": CITED}
        found.append((engine.ask(question, asked=engine.Asked(known.id, known.head), **asked), engine.prepare(question, **asked)))
    (then, made_then), (now, made_by) = found
    return changes(now, then=then, made_by=made_by, made_then=made_then)


def told(found: Changes) -> dict[tuple[str, str], Change]:
    return {(one.series.indicator, one.body): one for one in found.changes}


def why(change: Change) -> list[tuple[str, int, str, str]]:
    return [(one.kind, one.entry, one.before, one.after) for one in change.reasons]


QUARTER = """
    2026-01  p1  thu  10 tỷ đồng            @2026-02-01
    2026-02  p1  thu  12 tỷ đồng  ước       @2026-03-01
    2026-03  p1  thu  14 tỷ đồng            @2026-04-01
"""


def test_a_correction_names_both_figures_and_its_entry() -> None:
    """The sum changed because one month was put right."""
    book = ledger_of(QUARTER + "    2026-01  p1  thu  11 tỷ đồng  @2026-04-10  đính chính\n")
    change = told(compared(book, "2026-Q1", date(2026, 4, 1)))["thu", "p1"]
    assert [(one.what, one.before, one.after) for one in change.turns] == [("value", 36.0, 37.0)]
    assert why(change) == [("corrected", 4, "10 tỷ đồng", "11 tỷ đồng")]
    assert (change.reasons[0].body_name, change.reasons[0].period, change.is_news) == ("Phường Một", "2026-01", False)


def test_the_year_so_far_is_a_turn_of_its_own() -> None:
    """The first quarter was put right: the second has its own figure still, and another year so far."""
    book = ledger_of("2026-Q1  p1  thu  10 tỷ đồng\n2026-Q2  p1  thu  5 tỷ đồng\n2026-Q1  p1  thu  11 tỷ đồng  đính chính")
    change = told(compared(book, "2026-Q2", 2))["thu", "p1"]
    assert [(one.what, one.before, one.after) for one in change.turns] == [("to_date", 15.0, 16.0)]


def test_a_surer_figure_is_an_update_and_a_new_one_has_arrived() -> None:
    """An estimate became a figure; a month came in and made the quarter whole."""
    surer = ledger_of(QUARTER + "    2026-02  p1  thu  12,5 tỷ đồng  @2026-04-10  đính chính\n")
    change = told(compared(surer, "2026-Q1", 3))["thu", "p1"]
    assert why(change) == [("updated", 4, "12 tỷ đồng", "12,5 tỷ đồng")]
    assert {one.what for one in change.turns} == {"value", "quality"}
    arrived = told(compared(ledger_of(QUARTER), "2026-Q1", 2))["thu", "p1"]
    assert why(arrived) == [("arrived", 3, "", "14 tỷ đồng")]
    assert (arrived.is_news, arrived.turns[0].before, arrived.turns[0].after) == (True, None, 36.0)


def test_a_withdrawal_takes_the_number_away() -> None:
    """
    2026-Q1  p1  thu  30 tỷ đồng
    2026-Q1  p1  thu  rút
    """
    book = ledger_of("2026-Q1  p1  thu  30 tỷ đồng\n2026-Q1  p1  thu  rút")
    change = told(compared(book, "2026-Q1", 1))["thu", "p1"]
    assert why(change) == [("withdrawn", 2, "30 tỷ đồng", "")]
    assert [(one.what, one.before, one.after) for one in change.turns] == [("value", 30.0, None), ("quality", "actual", None)]


def test_a_plan_is_given_and_adjusted() -> None:
    """A new version of a plan changes the target and the verdict, not the figure."""
    text = """
    2026-Q1  p1  thu  30 tỷ đồng
    2026     p1  thu  KH tinh-giao 200 tỷ đồng
    2026     p1  thu  KH tinh-giao lần 2 100 tỷ đồng
    """
    book = ledger_of(text)
    change = told(compared(book, "2026-Q1", 2))["thu", "p1"]
    assert [(one.what, one.of, one.before, one.after) for one in change.turns] == [
        ("target", "tỉnh giao 2026", 200.0, 100.0),
        ("status", "", "Đạt thấp", "Đúng tiến độ"),
    ]
    assert why(change) == [("planned", 3, "200 tỷ đồng", "100 tỷ đồng")]
    given = told(compared(book, "2026-Q1", 1))["thu", "p1"]
    assert (given.turns[0].before, given.turns[0].after) == (None, 100.0)


def test_words_and_stated_relations_are_news() -> None:
    """A judgement and a ratio that a source states."""
    book = ledger_of("2026-01  p1  thu  1 tỷ đồng\n2026-01  p1  thu  145 % cùng kỳ\n2026-01  p1  danh-gia  mức kha")
    found = told(compared(book, "2026-01", 1))
    assert why(found["thu", "p1"]) == [("stated", 2, "", "145 %")]
    assert ("stated", "same_period cùng kỳ", "145 %") in [(one.what, one.of, one.after) for one in found["thu", "p1"].turns]
    assert why(found["danh-gia", "p1"]) == [("graded", 3, "", "khá")]
    assert [(one.what, one.after) for one in found["danh-gia", "p1"].turns] == [("status", "Khá")]


def test_the_whole_changes_with_its_part() -> None:
    """Four wards report; one is put right; city and ward both say which entry did it."""
    wards = "\n".join(f"2026-01  p{n}  thu  {n} tỷ đồng" for n in range(1, 5))
    book = ledger_of(f"{wards}\n2026-01  p4  thu  5 tỷ đồng  đính chính")
    found = told(compared(book, "2026-01", 4))
    assert set(found) == {("thu", "tp"), ("thu", "p4")}
    assert [(one.before, one.after) for one in found["thu", "tp"].turns] == [(10.0, 11.0)]
    assert why(found["thu", "tp"]) == why(found["thu", "p4"]) == [("corrected", 5, "4 tỷ đồng", "5 tỷ đồng")]


def test_of_very_many_reasons_the_first_are_told_and_all_are_counted() -> None:
    """Twelve months came in."""
    book = ledger_of("2025-12  p1  thu  1 tỷ đồng\n" + "\n".join(f"2026-{n:02d}  p1  thu  {n} tỷ đồng" for n in range(1, 13)))
    change = told(compared(book, "2026", 1))["thu", "p1"]
    assert (len(change.reasons), change.counts) == (8, {"arrived": 12})


def test_what_became_known_of_rule_definition_and_map_is_a_reason() -> None:
    """The same figures judged by another rule; an indicator defined anew; another map."""
    plain = catalogue_on(date(2026, 3, 31))
    book = ledger_of("2026-Q1  p1  thu  20 tỷ đồng\n2026  p1  thu  KH tinh-giao 100 tỷ đồng")
    stricter = replace(plain, rules={id: replace(one, weak_below=Decimal("0.85")) for id, one in plain.rules.items()})
    change = told(compared(book, "2026-Q1", 2, catalogue=(plain, stricter)))["thu", "p1"]
    assert [(one.what, one.before, one.after) for one in change.turns] == [("status", "Chậm tiến độ", "Đạt thấp")]
    assert why(change) == [("rule", 0, "", "")]
    defined = other_world(thu={"measure": plain.indicators["chi"].measure})
    change = told(compared(book, "2026-Q1", 2, catalogue=(plain, replace(defined, on=plain.on))))["thu", "p1"]
    assert change.counts == {"definition": 1}
    mapped = replace(plain, events=())
    found = compared(book, "2026-Q1", 1, catalogue=(mapped, plain))
    assert told(found)["thu", "p1"].counts == {"planned": 1, "map": 1}


def test_the_entry_of_a_definition_is_named() -> None:
    """The last one between the two instants whose key is that of the rule; the earlier book does not hold it."""
    plain = catalogue_on(date(2026, 3, 31))
    stricter = replace(plain, rules={id: replace(one, weak_below=Decimal("0.85")) for id, one in plain.rules.items()})
    told_book = ledger_of("2026-Q1  p1  thu  20 tỷ đồng\n2026  p1  thu  KH tinh-giao 100 tỷ đồng")
    rule = replace(told_book.entries[-1], number=3, kind="Definition", key="status-rule/chung/2010-01-01", content={}, sources=("ab",))
    book = Book(told_book.id, [*told_book.entries, rule], [*told_book.hashes, "0" * 64])
    change = told(compared(book, "2026-Q1", 2, catalogue=(plain, stricter)))["thu", "p1"]
    assert [(one.kind, one.entry, one.sources) for one in change.reasons] == [("rule", 3, ("nguồn ab",))]


def test_what_is_drawn_along_by_something_else_says_so() -> None:
    """A longer figure was withdrawn, and an older one stands again: nothing else came in."""
    plain = catalogue_on(date(2026, 3, 31))
    book = ledger_of("2026-Q1  p1  thu  20 tỷ đồng")
    renamed = {id: replace(one, id=id) for id, one in plain.scales.items()}
    assert compared(book, "2026-Q1", 1, catalogue=(plain, replace(plain, scales=renamed))).changes == ()
    words = ledger_of("2026-01  p1  danh-gia  mức kha")
    scales = {
        id: replace(one, words=tuple(replace(word, words=word.words.upper()) for word in one.words)) for id, one in plain.scales.items()
    }
    change = told(compared(words, "2026-01", 1, catalogue=(plain, replace(plain, scales=scales))))["danh-gia", "p1"]
    assert change.counts == {"otherwise": 1}


def test_an_indicator_that_is_new_has_no_past() -> None:
    """Its row was not on the earlier board; one that is gone is not on the later."""
    plain = catalogue_on(date(2026, 3, 31))
    without = replace(plain, indicators={id: one for id, one in plain.indicators.items() if id != "thu"})
    book = ledger_of("2026-01  p1  thu  20 tỷ đồng")
    born = told(compared(book, "2026-01", 1, catalogue=(without, plain)))["thu", "p1"]
    gone = told(compared(book, "2026-01", 1, catalogue=(plain, without)))["thu", "p1"]
    assert (born.turns[0].before, born.turns[0].after) == (None, 20.0)
    assert (gone.turns[0].before, gone.turns[0].after, gone.direction.value) == (20.0, None, "none")
    assert gone.counts == {"definition": 1}


def test_whoever_sees_totals_only_is_told_no_entry() -> None:
    """That something changed may be seen; by what, not."""
    wards = "\n".join(f"2026-01  p{n}  kin  {n} vụ" for n in range(1, 5))
    book = ledger_of(f"{wards}\n2026-01  p4  kin  9 vụ  đính chính")
    found = told(compared(book, "2026-01", 4, sight=STRANGER))
    assert set(found) == {("kin", "tp")}
    assert (found["kin", "tp"].counts, [one.entry for one in found["kin", "tp"].reasons]) == ({"hidden": 1}, [0])


def test_as_data() -> None:
    """Both versions are named; numbers plain."""
    book = ledger_of(QUARTER + "    2026-01  p1  thu  11 tỷ đồng  BC 7!ô B4  @2026-04-10  đính chính\n")
    found = compared(book, "2026-Q1", 3).data()
    assert (found["since"]["entry"]["number"], found["until"]["entry"]["number"]) == (3, 4)
    change = next(one for one in found["changes"] if one["body"] == "p1")
    assert change["turns"] == [{"what": "value", "of": None, "before": 36, "after": 37}]
    assert change["counts"] == {"corrected": 1}
    assert change["reasons"][0] | {"sources": 0} == {
        "kind": "corrected", "entry": 4, "body": "p1", "body_name": "Phường Một", "period": "2026-01", "before": "10 tỷ đồng",
        "after": "11 tỷ đồng", "recorded_at": "2026-04-10T16:59:59.999999Z", "sources": 0,
    }  # fmt: skip


LINES = [
    "2026-01  p1  thu  {} tỷ đồng", "2026-02  p1  thu  {} tỷ đồng", "2026-03  p1  thu  {} tỷ đồng", "2026-Q1  p2  thu  {} tỷ đồng",
    "2026  p1  thu  KH tinh-giao {} tỷ đồng", "2025-Q1  p1  thu  {} tỷ đồng",
]  # fmt: skip


@settings(max_examples=25, deadline=None)
@given(st.lists(st.tuples(st.sampled_from(LINES), st.integers(1, 40)), min_size=1, max_size=9), st.data())
def test_a_board_compared_with_itself_is_the_same_and_else_every_change_has_its_reason(
    said: list[tuple[str, int]], data: st.DataObject
) -> None:
    """Whatever was recorded in whatever order, and wherever the book is cut."""
    seen: set[str] = set()
    lines = []
    for form, number in said:
        lines.append(form.format(number) + ("  đính chính" if form in seen and " KH " not in form else ""))
        seen.add(form)
    kept = [line for n, line in enumerate(lines) if " KH " not in line or line.split(" KH ")[0] not in " ".join(lines[:n])]
    book = ledger_of("\n".join(kept))
    assert compared(book, "2026-Q1", len(book.entries)).changes == ()
    cut = data.draw(st.integers(0, len(book.entries)))
    for change in compared(book, "2026-Q1", cut).changes:
        assert set(change.counts) <= {"arrived", "corrected", "updated", "planned"}
        assert all(reason.entry > cut for reason in change.reasons)
