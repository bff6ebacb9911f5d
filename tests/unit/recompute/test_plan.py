"""Is a year always cut in the same way, and nothing left out or taken twice?"""

from __future__ import annotations

from dataclasses import replace
from datetime import date

from giaoban.catalogue import Sight
from giaoban.engine.blocks import made_of
from giaoban.recompute import jobs as cut_into
from giaoban.recompute import windows_of
from tests.unit.catalogues import REGIME
from tests.unit.recompute.years import CATALOGUE, ON, batch, jobs

GIAO_BAN, DECREE = CATALOGUE.regimes[REGIME], CATALOGUE.regimes["nghi-dinh-09"]


def test_the_windows_of_a_year_are_those_that_have_a_name_and_have_begun() -> None:
    codes = [one.code for one in windows_of(2026, regime=GIAO_BAN, on=ON)]
    assert codes == [
        *(f"2026-{m:02d}" for m in range(1, 13)),
        *(f"2026-Q{q}" for q in range(1, 5)),
        "2026-H1",
        "2026-H2",
        "2026-9M",
        "2026",
    ]
    assert "2026-9M" not in [one.code for one in windows_of(2026, regime=DECREE, on=ON)]
    begun = [one.code for one in windows_of(2026, regime=GIAO_BAN, on=date(2026, 2, 1))]
    assert begun == ["2026-01", "2026-02", "2026-Q1", "2026-H1", "2026-9M", "2026"]
    assert windows_of(2028, regime=GIAO_BAN, on=ON) == ()


def test_every_series_of_the_regime_is_in_one_piece_with_all_it_is_made_of() -> None:
    whole = batch()
    found = jobs()
    rows = [row for job in found for row in job.rows.tolist()]
    assert sorted(rows) == [n for n, one in enumerate(whole.cube.series) if one.regime == REGIME]
    for job in found:
        held = {whole.cube.series[row].indicator for row in job.rows.tolist()}
        assert all(made_of(CATALOGUE.indicators[id]) <= held for id in held)


def test_the_same_question_gives_the_same_names_and_labels() -> None:
    first = [(job.name, job.label) for job in jobs()]
    assert first == [(job.name, job.label) for job in jobs()]
    assert len({job.name for job in jobs()}) == len(first) > 1
    other = cut_into(replace(batch(), label={"book": "so-thu", "year": "2025"}), name="x", sight=Sight(signed_in=True, all_fields=True))
    assert {job.label["digest"] for job in other}.isdisjoint(label["digest"] for _, label in first)


def test_what_may_not_be_seen_is_in_no_piece() -> None:
    whole = batch()
    held = {whole.cube.series[row].indicator for job in jobs(sight=Sight(signed_in=True)) for row in job.rows.tolist()}
    assert "kin" not in held
    assert "thu" in held
