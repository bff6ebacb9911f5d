"""Who sees what? One table of kinds of readers, visibilities and reaches."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest

from giaoban.catalogue import EVERYTHING, Reach, Sight
from tests.unit.catalogues import catalogue_on

THU = catalogue_on(date(2026, 1, 1)).indicators["thu"]
REACHES = {reach: replace(THU, reach=reach, field="an-ninh") for reach in Reach}
VISIBILITIES = ("draft", "accepted", "restricted", "released")
PUBLIC, INTERNAL, RESTRICTED = Reach

ANYBODY = Sight()
OFFICER = Sight(person="ng-2", bodies=frozenset({"p1"}), signed_in=True)
OTHER = Sight(person="ng-3", bodies=frozenset({"p2"}), signed_in=True)
IN_THE_LINE = Sight(person="ng-4", fields=frozenset({"an-ninh"}), signed_in=True)
AUDITOR = Sight(person="ng-5", all_fields=True, signed_in=True)
SIGNED_OUT = Sight(person="ng-6", bodies=frozenset({"p1"}), fields=frozenset({"an-ninh"}), all_fields=True)

SEEN = {
    (ANYBODY, PUBLIC): "released",
    (ANYBODY, INTERNAL): "released",
    (ANYBODY, RESTRICTED): "released",
    (OFFICER, PUBLIC): "draft accepted released",
    (OFFICER, INTERNAL): "draft accepted released",
    (OFFICER, RESTRICTED): "draft released",
    (OTHER, PUBLIC): "accepted released",
    (OTHER, INTERNAL): "accepted released",
    (OTHER, RESTRICTED): "released",
    (IN_THE_LINE, PUBLIC): "accepted restricted released",
    (IN_THE_LINE, INTERNAL): "accepted restricted released",
    (IN_THE_LINE, RESTRICTED): "accepted restricted released",
    (AUDITOR, PUBLIC): "accepted restricted released",
    (AUDITOR, INTERNAL): "accepted restricted released",
    (AUDITOR, RESTRICTED): "accepted restricted released",
    (EVERYTHING, RESTRICTED): "accepted restricted released",
    (SIGNED_OUT, PUBLIC): "released",
    (SIGNED_OUT, INTERNAL): "released",
    (SIGNED_OUT, RESTRICTED): "released",
}


@pytest.mark.parametrize(("sight", "reach"), SEEN)
def test_a_figure_is_seen_by_whom_the_table_says(sight: Sight, reach: Reach) -> None:
    """Drafts by the own line, restricted figures by the line of work, released ones by all."""

    def is_under(body: str, roots: frozenset[str]) -> bool:
        return body in roots

    seen = [one for one in VISIBILITIES if sight.sees(one, body="p1", indicator=REACHES[reach], is_under=is_under)]
    assert seen == SEEN[sight, reach].split()
    assert not sight.sees("unheard-of", body="p1", indicator=REACHES[reach], is_under=is_under)


@pytest.mark.parametrize(
    ("sight", "reaches"),
    [(ANYBODY, [PUBLIC]), (OFFICER, [PUBLIC, INTERNAL]), (IN_THE_LINE, list(Reach)), (AUDITOR, list(Reach)), (SIGNED_OUT, [PUBLIC])],
)
def test_an_indicator_is_seen_by_its_reach(sight: Sight, reaches: list[Reach]) -> None:
    """Restricted ones only by the people of their line of work, and by auditors."""
    assert [reach for reach in Reach if sight.sees_field(REACHES[reach])] == reaches
