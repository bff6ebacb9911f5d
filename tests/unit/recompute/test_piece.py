"""Does a piece give what the board gives, by itself and without what it was cut from?"""

from __future__ import annotations

import pickle

import numpy as np
import pytest
from hypothesis import given, settings

from giaoban import recompute
from giaoban.catalogue import EVERYTHING
from giaoban.recompute.parquet import _table
from tests.unit.catalogues import ledger_of
from tests.unit.engine.worlds import World, worlds
from tests.unit.recompute.years import TOLD, batch, board_rows, close, expected, jobs


def rows_of(found: tuple[recompute.Job, ...]) -> dict[tuple[str, str, str, str], dict[str, object]]:
    """Every row of the pieces, each piece sent away and worked on there."""
    sent = [pickle.dumps(job.make()) for job in found]
    pieces = [pickle.loads(one) for one in sent]  # noqa: S301 -- our own
    rows = [row for piece in pieces for row in _table(recompute.measures(piece), piece.label).to_pylist()]
    keyed = {(row["period"], row["indicator"], row["part"], row["body"]): row for row in rows}
    assert len(keyed) == len(rows)
    return keyed


@pytest.mark.parametrize("code", ["2026-02", "2026-03", "2026-Q1", "2026-H1", "2026-9M", "2026"])
def test_every_row_of_the_board_stands_in_the_files(code: str) -> None:
    book = ledger_of(TOLD)
    found = rows_of(jobs(book))
    for key, row in board_rows(book, code).items():
        mine = found[code, *key]
        assert close({name: mine[name] for name in expected(row)}, expected(row)), (code, key)


@given(worlds(most=60))
@settings(max_examples=12, deadline=None)
def test_pieces_give_what_the_whole_gives(world: World) -> None:
    """On random maps and ledgers: however the series are cut."""
    regime = world.maps.regime
    windows = recompute.windows_of(2027, regime=regime, on=batch().on)
    whole = recompute.Batch(world.cube, world.catalogue, regime, windows, batch().on, {})
    one = recompute.Piece("x", {}, recompute.piece.cut(world.cube, rows=_all(world)), world.catalogue, regime, windows, batch().on)
    together = {(row["period"], row["indicator"], row["part"], row["body"]): row for row in _table(recompute.measures(one), {}).to_pylist()}
    apart = rows_of(recompute.jobs(whole, name="x", sight=EVERYTHING))
    assert {key: row for key, row in together.items() if row["regime"] == regime.id} == apart


def _all(world: World):

    return np.array([n for n, one in enumerate(world.cube.series) if one.regime == world.maps.regime.id], np.int64)


def test_a_piece_carries_no_entry_and_is_small() -> None:
    piece = jobs()[0].make()
    assert (len(piece.cube.entries), len(piece.cube.kept)) == (0, 0)
    assert len(pickle.dumps(piece.cube)) < 200_000


def test_of_what_nobody_ever_told_there_is_no_row() -> None:
    found = rows_of(jobs(ledger_of("2026-01  p1  thu  5 tỷ đồng")))
    assert {key[1] for key in found} == {"thu"}
    assert {key[3] for key in found} == {"p1", "tp"}
