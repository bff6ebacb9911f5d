"""Is a document cited, and a place said, as a reader would?"""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest

from giaoban.values import Source, Span

DECREE = Source("về chế độ báo cáo", number="09/2019/NĐ-CP", issuer="Chính phủ", dated=date(2019, 1, 24), article="Điều 12")


def test_a_citation_is_one_line() -> None:
    """What the document has not is left out."""
    assert DECREE.words() == "Chính phủ, về chế độ báo cáo, 09/2019/NĐ-CP ngày 24/1/2019, Điều 12"
    assert [Source("Báo cáo").words(), Source("Báo cáo", dated=date(2021, 4, 2)).words()] == ["Báo cáo", "Báo cáo, ngày 2/4/2021"]


def test_a_document_has_one_digest_whatever_article_is_meant() -> None:
    """Two articles of one decree are one document; another number is another."""
    assert len(DECREE.sha256) == 64
    assert replace(DECREE, article="Điều 13").sha256 == DECREE.sha256
    assert replace(DECREE, number="10/2019/NĐ-CP").sha256 != DECREE.sha256
    assert replace(DECREE, dated=None).sha256 != DECREE.sha256


@pytest.mark.parametrize(
    ("span", "vi", "en"),
    [
        (Span.line("a.yaml", number=12), "a.yaml, dòng 12", "a.yaml, line 12"),
        (Span("bc45.xlsx", "Biểu 02!D14"), "bc45.xlsx, tờ “Biểu 02”, ô D14", "bc45.xlsx, sheet “Biểu 02”, cell D14"),
        (Span("bc45.xlsx", "Biểu 02!D14:F20"), "bc45.xlsx, tờ “Biểu 02”, ô D14:F20", "bc45.xlsx, sheet “Biểu 02”, cell D14:F20"),
        (Span("bc45.docx", "p3:12-40"), "bc45.docx, đoạn 3, ký tự 12–40", "bc45.docx, paragraph 3, characters 12–40"),
        (Span("ha-tinh", "mục 7"), "ha-tinh, mục 7", "ha-tinh, mục 7"),
        (Span("a.yaml"), "a.yaml", "a.yaml"),
        (Span("", "line 2"), "dòng 2", "line 2"),
        (Span(""), "", ""),
    ],
)
def test_a_place_is_said_in_both_languages(span: Span, vi: str, en: str) -> None:
    """Line, sheet and cell, paragraph; anything else as it was given."""
    assert [span.words(), span.words(language="en")] == [vi, en]
