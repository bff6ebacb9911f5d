"""Who sees which place a unit has among its siblings?"""

from __future__ import annotations

import pytest

from giaoban import flow
from tests.flow import small
from tests.people import AT, EVERYBODY, at_the_door

PLANS = "".join(
    f'  - {{target: {small.REVENUE}, body: {ward}, period: "2026", authority: tinh-giao, version: "1", printed: 100 tỷ đồng, at: Biểu 1}}\n'
    for ward in small.WARDS
)
RULE = """
source: bao-cao-1
definitions:
  - {kind: ranking-rule, id: quy-che, since: 2020-01-01, name: Quy chế xếp hạng, indicators: [thu-thu]}
"""
SEE_PLACES = {"quan-tri", "van-phong", "lanh-dao", "kiem-tra"}


def place(account: str) -> int | None:
    asked = flow.Wanted(small.A, small.PERIOD, indicators=(small.REVENUE,))
    return flow.answer(asked, by=at_the_door(account), at=AT).rows[0].data()["rank"]


@pytest.mark.parametrize("account", EVERYBODY)
def test_a_unit_sees_places_only_where_an_issued_paper_sets_them(town, by, account):
    """10 of 100 is the last of four."""
    flow.load_files(small.files(facts=small.FACTS + PLANS), manner=flow.Manner.NOW, by=by, at=AT)
    assert place(account) == (4 if account in SEE_PLACES else None)
    flow.load_files(small.files(facts=small.FACTS + PLANS, rules=RULE), manner=flow.Manner.NOW, by=by, at=AT)
    assert place(account) == 4
