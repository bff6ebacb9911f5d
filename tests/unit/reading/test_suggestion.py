from __future__ import annotations

from giaoban.reading import MAY, NEEDED, Link, Suggestion, suggestion_of, written

ONE = Suggestion(
    "figure", 5, 18, "p1:5-18", "154,3 tỷ đồng", {"indicator": "thu", "printed": "154,3 tỷ đồng"}, "thu", "TP", 83,
    (Link("thu", 100),), (Link("tp", 80),), ("reading-does-not-add-up",),
)  # fmt: skip


def test_what_is_written_is_read_again() -> None:
    """Every field, through JSON."""
    assert suggestion_of(written(ONE)) == ONE


def test_it_says_what_it_lacks() -> None:
    """By kind; what has no kind is never ready."""
    assert (ONE.lacking, ONE.is_ready) == (("body", "period"), False)
    assert Suggestion("figure", 0, 1, "", "x", dict.fromkeys(NEEDED["figure"], "x")).is_ready
    assert not Suggestion("other", 0, 1, "", "x").is_ready


def test_every_kind_has_its_fields() -> None:
    """Those that it needs and those that it may have."""
    assert set(NEEDED) == set(MAY)
