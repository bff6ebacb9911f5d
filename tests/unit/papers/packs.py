"""Packs to make papers of: the case of 20/4/2021, and a made one for the office with every part."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace
from datetime import date

from giaoban.briefing import Agenda, Pack, prepare
from giaoban.delivery import Act, Aim
from giaoban.engine import Board
from tests.unit.briefing.boards import REGIME, catalogue, ha_tinh, mau
from tests.unit.briefing.test_pack import CEMENT, EIGHTY
from tests.unit.briefing.test_wording import SHORT


def pack_of(made: Board, *, acts: Iterable[Act] = (), office: bool = False, held_on: date | None = None) -> Pack:
    agenda = Agenda("ha-tinh", made.period, (REGIME,), for_office=office, held_on=held_on)
    return prepare(agenda, boards=[made], catalogue=catalogue(), acts=acts)


def published() -> Pack:
    """Return the pack of what was published on 20/4/2021."""
    return pack_of(ha_tinh(), acts=(CEMENT, EIGHTY), held_on=date(2021, 4, 20))


def made_up() -> Pack:
    """Return a made pack with every kind of finding, part and state of a row."""
    aim: Aim = replace(EIGHTY, source="")
    return pack_of(mau(), acts=(SHORT, aim), office=True)
