"""The traps of changed maps, each as it befell somebody: names and codes that wander, chains of years, halves of units.

All names and figures here are made.
"""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from decimal import Decimal

from giaoban.catalogue import Body, Catalogue, Edge, Event, Extent
from giaoban.engine import Row
from giaoban.ledger import Book
from tests.unit.catalogues import ledger_of
from tests.unit.engine.grounds import area, drawn, passing
from tests.unit.engine.worlds import asked

JANUARY, JULY = date(2027, 1, 1), date(2027, 7, 1)


def ward(id: str, *, parent: str = "tp", since: date = date(2010, 1, 1), until: date | None = None, **other: str) -> Body:
    return replace(area(id, parent, since=since, until=until), **other)


def row(book: Book, period: str, body: str, catalogue: Catalogue, *, indicator: str = "thu", frame: str = "", of: str = "tp") -> Row:
    return asked(book, period, catalogue=catalogue, body=of, frame=frame).row(indicator, body=body)


def wandering() -> Catalogue:
    """A name and a code wander over three grounds: until 2026 one, from 1/2027 another, from 7/2027 a third.

    mau-1 (901, Phường Mẫu) + lan (902) → mau-2 (902, Phường Mẫu) on 1/1/2027; hoa (903) → mau-3 (903, Phường Mẫu) on
    1/7/2027, on which day mau-2 becomes sen (901).
    """
    return drawn(
        area("tp"),
        ward("mau-1", until=JANUARY, name="Phường Mẫu", code="901"), ward("lan", until=JANUARY, name="Phường Lan", code="902"),
        ward("mau-2", since=JANUARY, until=JULY, name="Phường Mẫu", code="902"), ward("hoa", until=JULY, name="Phường Hoa", code="903"),
        ward("mau-3", since=JULY, name="Phường Mẫu", code="903"), ward("sen", since=JULY, name="Phường Sen", code="901"),
        passing(JANUARY, ("mau-1", "mau-2", "1"), ("lan", "mau-2", "1")), passing(JULY, ("hoa", "mau-3", "1"), ("mau-2", "sen", "1")),
    )  # fmt: skip


WANDERED = """
2026-08  mau-1  thu  1 tỷ đồng
2026-08  lan    thu  2 tỷ đồng
2026-08  hoa    thu  40 tỷ đồng
2027-08  sen    thu  6 tỷ đồng
2027-08  mau-3  thu  50 tỷ đồng
"""


def test_one_name_on_three_grounds() -> None:
    """The third ward of the name has nothing of the first two: last year it was Phường Hoa."""
    third = row(ledger_of(WANDERED), "2027-08", "mau-3", wandering())
    assert (third.body_name, third.value, third.same_period.value, third.same_period.ratio) == ("Phường Mẫu", 50, 40, 1.25)


def test_one_code_on_two_grounds() -> None:
    """901 was Phường Mẫu and is Phường Sen, and 902 was two wards: both are told by their ground alone."""
    catalogue = wandering()
    codes = [(id, body.code) for id, family in catalogue.bodies.items() for body in family if body.code]
    assert len(codes) > len({code for _, code in codes})
    assert row(ledger_of(WANDERED), "2027-08", "sen", catalogue).same_period.value == 3


def test_a_chain_of_changes_over_two_years() -> None:
    """Two wards → one → one of another name: a step that is left out loses last year; all steps give it exactly."""
    book, catalogue = ledger_of(WANDERED), wandering()
    found = row(book, "2027-08", "sen", catalogue).same_period
    assert (found.value, found.ratio, found.mark) == (3, 2, "exact")
    assert "lan" in {id for id in catalogue.bodies if id in found.reason} or "Phường Lan" in found.reason
    lost = replace(catalogue, events=catalogue.events[1:])
    assert row(book, "2027-08", "sen", lost).same_period.value is None


def test_a_change_of_kind_without_a_change_of_ground() -> None:
    """A commune becomes a ward: the same body; its criteria no longer apply, its revenue is compared as ever."""
    xa, phuong = ward("a", kind="xa", until=JANUARY), ward("a", kind="phuong", since=JANUARY)
    catalogue = drawn(area("tp"), xa, phuong)
    book = ledger_of("2026-08  a  tieu-chi  19 tiêu chí\n2026-08  a  thu  4 tỷ đồng\n2027-08  a  thu  5 tỷ đồng")
    before, after = (row(book, period, "a", catalogue, indicator="tieu-chi") for period in ("2026-08", "2027-08"))
    assert (before.value, after.state, after.reason) == (19, "not_applicable", "không áp dụng")
    assert row(book, "2027-08", "a", catalogue).same_period.ratio == 1.25
    assert row(book, "2027-08", "a", catalogue).same_period.reason == ""


def parted(people: str | None, land: str | None) -> Catalogue:
    """One ward is parted between two, by shares of the people and of the land."""
    rest = {"population": people and str(1 - Decimal(people)), "area": land and str(1 - Decimal(land))}
    shares = [{"population": people, "area": land}, rest]
    edges = tuple(
        Edge("k", id, Extent.PART, {basis: None if share is None else Decimal(share) for basis, share in said.items()})
        for id, said in zip("vs", shares, strict=True)
    )
    event = Event("e", "", JANUARY, edges, area("").source)
    known = drawn(area("tp"), ward("k", until=JANUARY), ward("v", since=JANUARY), ward("s", since=JANUARY), event)
    return replace(known, indicators=known.indicators | {"thu": replace(known.indicators["thu"], basis="area")})


def test_the_share_depends_on_what_is_shared() -> None:
    """All of the land went to the one, six tenths of the people to the other."""
    book = ledger_of("2026-08  k  thu  10 tỷ đồng\n2026-08  k  dan-so  1.000 người")
    catalogue = parted("0.4", "1")
    found = {(id, body): row(book, "2027-08", body, catalogue, indicator=id).same_period for id in ("thu", "dan-so") for body in "vs"}
    assert {key: (same.value, same.reason) for key, same in found.items()} == {
        ("thu", "v"): (10, "phân bổ theo diện tích"), ("thu", "s"): (0, "phân bổ theo diện tích"),
        ("dan-so", "v"): (400, "phân bổ theo dân số"), ("dan-so", "s"): (600, "phân bổ theo dân số"),
    }  # fmt: skip


def test_what_nobody_published_is_not_guessed_from_another_basis() -> None:
    """Land is known, people are not: the one is apportioned, the other is not comparable, and the whole is exact."""
    book = ledger_of("2026-08  k  thu  10 tỷ đồng\n2026-08  k  dan-so  1.000 người")
    catalogue = parted(None, "0.7")
    land, people = (row(book, "2027-08", "v", catalogue, indicator=id).same_period for id in ("thu", "dan-so"))
    assert [(one.value, one.mark) for one in (land, people)] == [(7, "apportioned"), (None, "not_comparable")]
    city = row(book, "2027-08", "tp", catalogue, indicator="dan-so").same_period
    assert (city.value, city.mark) == (1000, "exact")


def hamlets() -> Catalogue:
    """Ward a has three hamlets; on 1/1/2027 the third goes to ward b, the others with a's rest to c: nobody published a share."""
    told = [ward(f"t{n}", parent="a", until=JANUARY) for n in (1, 2, 3)]
    moved = [ward("t1", parent="c", since=JANUARY), ward("t2", parent="c", since=JANUARY), ward("t3", parent="b", since=JANUARY)]
    own = [ward("t4", parent="b")]
    bodies = area("tp"), ward("a", until=JANUARY), ward("b"), ward("c", since=JANUARY), *told, *moved, *own
    return drawn(*bodies, passing(JANUARY, ("a", "c", None), ("a", "b", None)))


def test_a_hamlet_that_moved_takes_its_figures_along() -> None:
    """Where hamlets report, last year of both wards is exact though the ward's own figure could not be parted."""
    book = ledger_of("\n".join(f"2026-08  t{n}  dan-so  {n}00 người" for n in (1, 2, 3, 4)))
    found = {body: row(book, "2027-08", body, hamlets(), indicator="dan-so").same_period for body in ("tp", "b", "c")}
    assert {body: (same.value, same.mark) for body, same in found.items()} == {
        "tp": (1000, "exact"), "b": (700, "exact"), "c": (300, "exact"),
    }  # fmt: skip


def test_a_hamlet_that_moved_cannot_be_told_from_the_wards_figure_alone() -> None:
    """Where only wards report, neither can be compared, and the city can."""
    book = ledger_of("2026-08  a  dan-so  600 người\n2026-08  b  dan-so  400 người")
    found = {body: row(book, "2027-08", body, hamlets(), indicator="dan-so").same_period for body in ("tp", "b", "c")}
    assert [(same.value, same.mark) for same in found.values()] == [(1000, "exact"), (None, "not_comparable"), (None, "not_comparable")]


def widened() -> Catalogue:
    """The city of two wards takes in a commune of the neighbouring district on 1/1/2027."""
    return drawn(
        area("tinh"), ward("tp", parent="tinh", kind="thanh-pho"), ward("huyen", parent="tinh", kind="huyen"), ward("a"), ward("b"),
        ward("x", parent="huyen", until=JANUARY), ward("x", parent="tp", since=JANUARY), ward("y", parent="huyen"),
        Event("e", "", JANUARY, (), area("").source),
    )  # fmt: skip


SIX = "\n".join(f"{year}-08  {body}  thu  {value} tỷ đồng" for year, more in ((2026, 0), (2027, 10)) for body, value in
                (("a", 10 + more), ("b", 20 + more), ("x", 30 + more), ("y", 40 + more)))  # fmt: skip


def test_a_whole_whose_units_changed_is_compared_like_with_like() -> None:
    """Three wards this year against the same three last year, though one was not the city's then: 90 to 60, not 90 to 30."""
    found = row(ledger_of(SIX), "2027-08", "tp", widened(), of="tinh")
    assert (found.value, found.same_period.value, found.same_period.ratio, found.growth) == (90, 60, 1.5, 0.5)
    province = row(ledger_of(SIX), "2027-08", "tinh", widened(), of="tinh")
    assert (province.value, province.same_period.value, province.same_period.mark) == (140, 100, "exact")


def test_a_whole_that_reported_itself_is_not_compared_with_other_ground() -> None:
    """The city's own figure of last year was that of two wards: it is not carried over to three."""
    book = ledger_of(f"2026-08  tp  thu  30 tỷ đồng\n2027-08  tp  thu  90 tỷ đồng\n{SIX}".replace("2026-08  x  thu  30 tỷ đồng\n", ""))
    found = row(book, "2027-08", "tp", widened(), of="tinh")
    assert (found.value, found.same_period.value, found.growth) == (90, None, None)
    assert found.same_period.mark == "not_comparable"


def test_the_maps_of_the_past_are_still_there() -> None:
    """Last year's board on last year's map is as it was; this year's figures can be asked on it too."""
    book, then = ledger_of(SIX), "2026-12-31"
    assert [row(book, "2026-08", "tp", widened(), of="tinh", frame=frame).value for frame in (then, "2027-12-31")] == [30, 60]
    back = row(book, "2027-08", "tp", widened(), of="tinh", frame=then)
    assert (back.value, back.same_period.value, back.growth) == (50, 30, 50 / 30 - 1)


def test_a_split_goes_back_whole() -> None:
    """This year of two halves on the map before they were parted is the sum; of one half alone it is nothing."""
    catalogue = parted("0.4", "1")
    both, one = "2027-08  v  thu  4 tỷ đồng\n2027-08  s  thu  7 tỷ đồng", "2027-08  v  thu  4 tỷ đồng"
    found = [row(ledger_of(text), "2027-08", "k", catalogue, frame="2026-12-31") for text in (both, one)]
    assert [(one.value, one.mark) for one in found] == [(11, "exact"), (None, None)]


def test_the_year_in_which_the_map_changed_adds_up() -> None:
    """Half a year of two wards and half of the one they became: the year is the sum, of ward and city."""
    wards = ward("a", until=JULY), ward("b", until=JULY), ward("c", since=JULY), ward("d")
    catalogue = drawn(area("tp"), *wards, passing(JULY, ("a", "c", "1"), ("b", "c", "1")))
    said = [f"2027-{n:02d}  {id}  thu  1 tỷ đồng" for n in range(1, 13) for id in ("abd" if n < 7 else "cd")]
    book = ledger_of("\n".join(said))
    assert [row(book, "2027", body, catalogue).value for body in ("tp", "c", "d")] == [30, 18, 12]
    assert [row(book, "2027-H1", body, catalogue, frame="2027-12-31").value for body in ("tp", "c", "d")] == [18, 12, 6]
