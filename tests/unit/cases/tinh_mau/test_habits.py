"""Is a case without habits of its own the plain one?"""

from __future__ import annotations

from giaoban.cases.tinh_mau.habits import Habits


def test_nothing_stands_out_unless_it_is_said() -> None:
    plain = Habits("giao-ban", frozenset(), {})
    assert not any((plain.estimators, plain.not_applicable, plain.lacking, plain.misstated, plain.mended, plain.said_again))
    assert not any((plain.parts_off, plain.to_a_day, plain.only_in, plain.low_plans))
