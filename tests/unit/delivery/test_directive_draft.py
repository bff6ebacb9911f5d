from __future__ import annotations

from datetime import date

from giaoban.delivery import DirectiveDraft, check, read_act
from giaoban.values import Span
from tests.unit.catalogues import catalogue_on

DRAFT = DirectiveDraft(
    "don-rac", "tp", "2026-Q2", "Dọn rác", lead="p1", lead_words="Phường Một", helping=("p2", "p3"), measure="80%",
    due_on=date(2026, 8, 14), due_words="trước ngày 15/8", report_on=date(2026, 8, 19),
)  # fmt: skip
WHERE = Span("a.yaml")


def test_what_is_written_is_read_again() -> None:
    """Key and content, whole."""
    assert read_act(DirectiveDraft.KIND, key=DRAFT.key, content=DRAFT.content(), where=WHERE) == (DRAFT, ())


def test_a_draft_is_seen_by_nobody_else() -> None:
    """It binds nobody, so it is a draft unless it says otherwise."""
    assert DRAFT.visibility == "draft"


def test_a_name_is_no_id_and_a_strength_is_one_of_three() -> None:
    """Each is said."""
    content = {**DRAFT.content(), "lead": "Ông Mẫu", "strength": "rất gấp"}
    act, problems = read_act(DirectiveDraft.KIND, key=DRAFT.key, content=content, where=WHERE)
    assert (act, len(problems)) == (None, 2)


def test_its_bodies_are_checked() -> None:
    """Lead and helpers as well."""
    unknown = DirectiveDraft("x", "tp", "2026-Q2", "Dọn rác", lead="la", helping=("p1", "khac"), indicator="khong")
    found = check(unknown, catalogue=catalogue_on(date(2026, 6, 30)), where=WHERE)
    assert len(found) == 3
