"""Does a computed number tell each indicator in its formula, for the window it was looked up for?"""

from __future__ import annotations

from giaoban.engine import FormulaTerm, What, explain
from giaoban.ledger import Book
from tests.unit.engine.makers import maker
from tests.unit.engine.test_computed import computed


def test_the_terms_of_a_computed_number(book: Book) -> None:
    """One for each indicator and window, with its own figure in its own measure; the entries name their indicator.

    2026-03  p1  thu     10 tỷ đồng
    2026-03  p1  dan-so  100 người
    """
    catalogue = computed(tinh=("{thu} / {dan-so} * 1.000 + {thu}.ky_truoc / {dan-so} * 1.000 * 0", "triệu đồng/người"))
    made = maker(book, "2026-03", catalogue=catalogue, body="p1")
    found = explain(made, indicator="tinh", body="p1")
    assert found is not None
    assert found.terms == (
        FormulaTerm("{thu}", "thu", "Thu ngân sách", "2026-03", 10.0, "tỷ đồng"),
        FormulaTerm("{dan-so}", "dan-so", "Dân số", "2026-03", 100.0, "người"),
        FormulaTerm("{thu}", "thu", "Thu ngân sách", "2026-02", None, "tỷ đồng"),
    )
    assert found.rule.startswith("Công thức: {thu} / {dan-so} * 1.000 + ")
    assert (found.value, found.lacking) == (None, ("Phường Một: tháng 2/2026",))
    assert [(line.entry, line.role, line.indicator_name) for line in found.lines] == [
        (1, "term", "Thu ngân sách"), (2, "term", "Dân số"), (2, "term", "Dân số"),
    ]  # fmt: skip
    assert found.data()["terms"][2] == {
        "term": "{thu}", "indicator": "thu", "name": "Thu ngân sách", "period": "2026-02", "value": None, "measure": "tỷ đồng",
    }  # fmt: skip


def test_of_what_is_reported_and_of_what_is_gone_no_term_is_known(book: Book) -> None:
    """
    2026-03  p1  thu  10 tỷ đồng
    """
    made = maker(book, "2026-03", catalogue=computed(tinh=("{thu} + {la-lung}.ky_truoc", "tỷ đồng")), body="p1")
    plain, gone = (explain(made, indicator=id, body="p1") for id in ("thu", "tinh"))
    assert plain is not None
    assert gone is not None
    assert plain.terms == ()
    assert gone.terms[1:] == (FormulaTerm("{la-lung}", "la-lung", "la-lung", "2026-02", None, ""),)
    target = explain(made, indicator="tinh", body="p1", what=What.TARGET)
    assert target is not None
    assert target.terms == ()
