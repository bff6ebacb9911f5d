from __future__ import annotations

from datetime import date
from functools import cache

from giaoban.reading import Link, Linker, read_text
from giaoban.reading.linking import fold_words, last_day
from giaoban.reading.prose.relations import Relation
from tests.unit.catalogues import catalogue_on

DAY = date(2026, 1, 1)


@cache
def linker() -> Linker:
    return Linker(catalogue_on(DAY))


def test_a_name_word_for_word_is_certain() -> None:
    """And every indicator is found by its own name."""
    found = {id: linker().indicators(indicator.name)[0] for id, indicator in catalogue_on(DAY).indicators.items()}
    assert {link.score for link in found.values()} == {100}


def test_alternatives_are_shown_best_first() -> None:
    """With their scores, at most four."""
    some = next(iter(catalogue_on(DAY).indicators.values()))
    found = linker().indicators(f"{some.name} trên địa bàn", measure="")
    assert [link.score for link in found] == sorted((link.score for link in found), reverse=True)
    assert 0 < len(found) <= 4
    assert linker().indicators("chuyện không liên quan zzz") == ()


def test_a_level_must_be_said_in_the_indicators_measure() -> None:
    """A rate of plan may be said of any."""
    some = next(indicator for indicator in catalogue_on(DAY).indicators.values() if indicator.measure.dimension == "đồng")
    money = linker().indicators(some.name, measure="VND")[0]
    weight = linker().indicators(some.name, measure="tấn")[0]
    rate = linker().indicators(some.name, measure="%", relation=Relation.PCT_OF_PLAN)[0]
    assert (money.score, weight.score, rate.score) == (100, 70, 100)
    assert linker().indicators(some.name, measure="5x")[0].score == 100


def test_what_a_person_decided_is_kept() -> None:
    """A corrected link teaches a synonym."""
    some = next(iter(catalogue_on(DAY).indicators))
    taught = Linker(catalogue_on(DAY), taught={fold_words("khoản lạ"): some})
    assert [(link.id, link.score) for link in taught.indicators("Khoản lạ")] == [(some, 100)]


def test_bodies_of_that_day() -> None:
    """By name with or without the word for its kind."""
    body = catalogue_on(DAY).standing_on(DAY)[0]
    assert linker().bodies(body.name, on=DAY)[0].id == body.id
    assert linker().bodies("", on=DAY) == ()
    assert linker().bodies("xã Không Có", on=DAY) == ()


def test_a_reading_is_linked() -> None:
    """Each figure by its subject, its place on the last day of its period."""
    some = next(indicator for indicator in catalogue_on(DAY).indicators.values() if indicator.measure.dimension == "đồng")
    (figure,) = read_text(f"Quý I/2026, {some.name} đạt 5 tỷ đồng.", document="a", linker=linker()).figures
    assert figure.links[0].id == some.id


def test_last_days() -> None:
    """Of a window, a day, a stretch; none of what is no window."""
    said = ["2021-Q1", "2021-04-20", "2021/2025", None, "", "2021-13"]
    assert [last_day(code) for code in said] == [date(2021, 3, 31), date(2021, 4, 20), date(2025, 12, 31), None, None, None]


def test_abbreviations_are_spelled_out() -> None:
    """As offices write them."""
    assert fold_words("Thu NSNN") == "thu ngan sach nha nuoc"


def test_many_words_do_not_fill_the_memory() -> None:
    """What was kept is thrown away now and then."""
    own = Linker(catalogue_on(DAY))
    for number in range(5003):
        own.indicators(f"x{number}")
    assert len(own._kept) < 5000


def test_synonyms_from_outside_are_names_too() -> None:
    """Dated data of the caller; an indicator that the catalogue of the day does not know is passed over."""
    some = next(iter(catalogue_on(DAY).indicators.values()))
    with_more = Linker(catalogue_on(DAY), synonyms={"chuyện riêng của phường": some.id, "zebra": "no-such-indicator"})
    assert with_more.indicators("Chuyện riêng của phường")[0] == Link(some.id, 100)
    assert with_more.indicators("zebra") == ()


def test_what_the_catalogue_does_not_know_is_proposed() -> None:
    """Once per name and measure, with its places; what is linked is not."""
    some = next(iter(catalogue_on(DAY).indicators.values()))
    text = f"Quý I/2026, {some.name} tăng 5%. Số zebra vằn đạt 12 con. Số zebra vằn đạt 14 con, tăng 3%."
    found = read_text(text, document="a.txt", linker=linker()).unnamed
    assert [(one.name, one.measure, len(one.quotes)) for one in found] == [("Số zebra vằn", "con", 2)]
