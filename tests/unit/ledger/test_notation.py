"""Is there exactly one line for an entry, and does reading it give the entry back?"""

from __future__ import annotations

from datetime import UTC, datetime, timedelta, timezone

import pytest
from hypothesis import given
from hypothesis import strategies as st

from giaoban.ledger import Entry, notation
from giaoban.ledger.notation import NotALine
from tests.unit.ledger.entries import AT, ENTRIES, GENESIS, INSTANTS, ODD, entry

LINE = (
    "v1 so-thu 1 2026-04-03T02:00:00.000000Z Figure thu/giao-ban/-/p1/2026-03 by=ng-1 as=\"\" via=load"
    " : printed=\"12 tỷ đồng\" quality=actual steps=12000000000"
)  # fmt: skip
FULL = (
    'v1 so-thu 2 2026-04-03T02:00:00.000000Z Figure k by=ng-1 as="chánh văn phòng" via=cli:minh supersedes=1'
    ' src="aa!Biểu 02!D14" src=bb : a="dòng 1\\ndòng 2" b="\\u0085\\u2028\\u007f" c="\\"\\\\" d=😀'
)


def test_the_line_of_an_entry_is_this_one() -> None:
    """Word for word: it is hashed, so it never changes."""
    assert notation.write(entry()) == LINE


def test_every_part_of_an_entry_stands_in_its_line() -> None:
    """Names in alphabetical order; a value is bare where it can be, else quoted."""
    full = entry(
        number=2, key="k", as_post="chánh văn phòng", via="cli:minh", supersedes=1, sources=("aa!Biểu 02!D14", "bb"),
        content={"d": "😀", "c": '"\\', "b": "\x85\u2028\x7f", "a": "dòng 1\ndòng 2"},
    )  # fmt: skip
    assert notation.write(full) == FULL
    assert notation.read(FULL, previous=GENESIS) == full


@given(ENTRIES)
def test_what_is_written_is_read_back_to_the_same(one: Entry) -> None:
    """Whatever its texts hold; and the line is one line, for every reader of lines."""
    line = notation.write(one)
    assert notation.read(line, previous=one.previous) == one
    assert line.splitlines() == [line]
    assert line.encode().decode() == line


@given(ENTRIES)
def test_the_line_is_the_only_one(one: Entry) -> None:
    """The order in which content was put together does not matter, and writing again gives the same."""
    backwards = {name: one.content[name] for name in sorted(one.content, reverse=True)}
    again = entry(**{name: getattr(one, name) for name in Entry.__slots__} | {"content": backwards})
    line = notation.write(one)
    assert notation.write(again) == line
    assert notation.write(notation.read(line, previous=GENESIS)) == line


@pytest.mark.parametrize("text", ODD)
def test_no_text_is_too_odd_to_be_kept(text: str) -> None:
    """In the content, in a source, in a post."""
    one = entry(content={"a": text}, sources=(text,), as_post=text)
    assert notation.read(notation.write(one), previous=GENESIS) == one


@pytest.mark.parametrize("half", ["\ud800", "a\udfffb", "\udc00 "])
@pytest.mark.parametrize("place", ["content", "sources", "by", "kind", "key", "book"])
def test_half_of_a_surrogate_pair_is_refused_in_a_sentence(half: str, place: str) -> None:
    """It is no text and has no bytes to hash."""
    value = {"content": {"a": half}, "sources": (half,)}.get(place, half)
    with pytest.raises(NotALine, match=r"half of a surrogate pair, which is no text|cannot stand in a line"):
        notation.write(entry(**{place: value}))


@pytest.mark.parametrize(
    ("place", "value"),
    [
        ("book", ""),
        ("book", "so thu"),
        ("kind", "a\nb"),
        ("key", 'a"b'),
        ("key", "a\u00a0b"),
        ("content", {"Ten": "x"}),
        ("content", {"": "x"}),
    ],
)
def test_what_would_break_the_line_is_refused(place: str, value: object) -> None:
    """Book, kind, key and names are bare words."""
    with pytest.raises(NotALine):
        notation.write(entry(**{place: value}))


@pytest.mark.parametrize(
    "line",
    [
        "", LINE + "\n", " " + LINE, LINE.replace("v1", "v2"), LINE.replace(" : ", " "), LINE.replace(" 1 ", " x "),
        LINE.replace("by=ng-1 ", ""), LINE.replace("2026-04-03T02", "2026-13-03T02"), LINE.replace("T02:00:00", "T25:00:00"),
        LINE.replace("000000Z", "000000"), LINE.replace('as=""', "as="), LINE.replace('as=""', 'as="'), LINE.replace('as=""', 'as="\\x"'),
        LINE.replace('as=""', 'as="\\ud800"'), LINE.replace('as=""', 'as="\ud800"'), LINE.replace('as=""', 'as="\u2028"'),
        LINE.replace("quality", "Quality"), LINE.replace(" 1 ", f" {'9' * 5000} "), LINE.replace("via=load", "via=load supersedes=x"),
        LINE[:-1] + '"',
    ],
)  # fmt: skip
def test_what_is_not_in_the_form_is_no_line(line: str) -> None:
    """Whatever is wrong with it."""
    with pytest.raises(NotALine):
        notation.read(line, previous=GENESIS)


@given(
    st.text()
    | st.text(st.sampled_from(FULL)).map(lambda text: FULL + text)
    | st.integers(0, len(FULL)).map(lambda n: FULL[:n] + "\\" + FULL[n:])
)
def test_any_text_is_a_line_or_is_refused(text: str) -> None:
    """Nothing else comes out."""
    try:
        found = notation.read(text, previous=GENESIS)
    except NotALine:
        return
    assert notation.read(notation.write(found), previous=GENESIS) == found


@pytest.mark.parametrize("spelt", [LINE.replace("by=ng-1", 'by="ng-1"'), LINE.replace("tỷ", "t\\u1ef7"), LINE + " a=1"])
def test_another_spelling_of_a_line_is_read_but_is_not_its_line(spelt: str) -> None:
    """So that whoever compares finds it."""
    assert notation.write(notation.read(spelt, previous=GENESIS)) != spelt


@given(INSTANTS, st.integers(-12, 14))
def test_an_instant_is_the_same_wherever_it_was_said(at: datetime, hours: int) -> None:
    """It is written in UTC, to the microsecond."""
    elsewhere = at.astimezone(timezone(timedelta(hours=hours)))
    assert notation.write_instant(elsewhere) == notation.write_instant(at)
    assert notation.read_instant(notation.write_instant(at)) == at


def test_an_instant_must_name_its_time_zone() -> None:
    """Two o'clock where?"""
    assert notation.write_instant(AT) == "2026-04-03T02:00:00.000000Z"
    with pytest.raises(NotALine, match="time zone"):
        notation.write_instant(datetime(2026, 4, 3))  # noqa: DTZ001 -- the very thing that is refused
    assert notation.write_instant(datetime(1, 1, 1, tzinfo=UTC)) == "0001-01-01T00:00:00.000000Z"


@pytest.mark.parametrize(
    "text",
    ["2026-04-03", "2026-04-03T02:00:00Z", "2026-04-03 02:00:00.000000Z", "2026-04-03T02:00:00,000000Z", "2026-02-30T02:00:00.000000Z"],
)
def test_an_instant_has_one_form(text: str) -> None:
    """The one that is written."""
    with pytest.raises(ValueError, match=r"^"):
        notation.read_instant(text)
