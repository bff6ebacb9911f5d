"""Many rows in, many rows out."""

from __future__ import annotations

from giaoban.store import sql


def test_many_rows_are_asked_for_in_slices(database, monkeypatch):
    """More keys than one query may name lose nobody."""
    monkeypatch.setattr(sql, "ASKED", 2)
    sql.insert("store_text", ("digest", "salt", "text", *BLANKED), [(f"{n}", "", f"text {n}", "", "", "", "") for n in range(5)])
    found = sql.rows_of("store_text", ("digest", "text"), key="digest", among=["4", "0", "3", "none"])
    assert dict(found) == {"0": "text 0", "3": "text 3", "4": "text 4"}


def test_no_row_is_no_statement(database):
    """Nothing to write or to ask for is no mistake."""
    sql.insert("store_text", ("digest",), [])
    assert list(sql.rows_of("store_text", ("digest",), key="digest", among=[])) == []


BLANKED = ("blanked_at", "blanked_by", "blanked_reason", "blanked_decision")
