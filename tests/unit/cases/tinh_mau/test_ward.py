"""Who owes what in the ward's case?"""

from __future__ import annotations

import pytest

from giaoban.cases import Case
from giaoban.cases.tinh_mau.place import Place, Role
from giaoban.cases.tinh_mau.series import all_series
from giaoban.cases.tinh_mau.ward import ESTIMATORS, OF_GROUPS, PUBLISHED, ROLLED_UP, owes
from giaoban.catalogue.loading import Read

WHAT = ("dan-so", "thu-ngan-sach", "toc-do-tang-gia-tri-san-xuat", "ho-so-tiep-nhan", "diem-rac-vo-chu", "khach-du-lich")


@pytest.mark.parametrize(
    ("role", "owed"),
    [
        (Role.UNIT, [True, True, True, True, True, True]),
        (Role.CITY, [False, True, True, True, False, False]),
        (Role.WARD, [True, True, True, True, False, True]),
        (Role.GROUP, [True, False, False, False, True, False]),
        (Role.NEIGHBOUR, [True, True, False, False, False, False]),
        (Role.SILENT, [False] * 6),
    ],
)
def test_each_role_owes_its_own(starter: tuple[Read, ...], role: Role, owed: list[bool]) -> None:
    """The city what does not add up from below; the ward all but what its groups add up; the neighbours what is published."""
    shipped = {one.id: one for one in all_series(starter)[0]}
    place = Place("x", "X", role, ((0, "xa"),), 0, None, 1)
    assert [owes(place, one=shipped[id]) for id in WHAT] == owed


def test_the_groups_count_a_dozen_simple_things(starter: tuple[Read, ...]) -> None:
    shipped = {one.id for one in all_series(starter)[0]}
    assert len(OF_GROUPS) == 12
    assert shipped >= (OF_GROUPS | PUBLISHED)
    assert OF_GROUPS > ROLLED_UP


def test_estimators_are_places(case: Case) -> None:
    bodies = {read.definition.id for read in case.definitions if read.definition.kind == "body"}
    assert bodies >= ESTIMATORS


def test_every_definition_and_source_is_marked_as_made(case: Case) -> None:
    assert all("DỮ LIỆU GIẢ ĐỊNH" in read.definition.source.title for read in case.definitions)
    assert all("giả định" in f"{source.title} {source.issuer}".lower() for source in case.sources.values())
