from __future__ import annotations

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from giaoban.reading.prose import citations

SYMBOLS = st.sampled_from(["QĐ-UBND", "NQ-HĐND", "TT-BTC", "NĐ-CP", "CT-TTg", "KL-TU"])


@given(st.integers(1, 99_999), st.none() | st.integers(1990, 2050), SYMBOLS)
def test_a_number_that_was_written_is_read_back(number: int, year: int | None, symbol: str) -> None:
    """With and without the year."""
    said = f"{number}/{year}/{symbol}" if year else f"{number}/{symbol}"
    assert [cited.number for cited in citations.scan(f"Căn cứ Văn bản số {said}, xét")] == [said]


@pytest.mark.parametrize(
    ("said", "number", "kind", "issuer"),
    [
        ("Nghị quyết số 72/2030/QH15 của Quốc hội", "72/2030/QH15", "Nghị quyết", "Quốc hội"),
        ("Kết luận số 13- KL/TW", "13-KL/TW", "Kết luận", ""),
        ("Quy định 36-QĐ/TW của Bộ Chính trị", "36-QĐ/TW", "Quy định", "Bộ Chính trị"),
        ("công văn số 5027/UBND-VX của UBND tỉnh Mẫu về", "5027/UBND-VX", "Công văn", "UBND tỉnh Mẫu"),
        ("Kế hoạch thực hiện Chỉ thị số 3/CT-TTg", "3/CT-TTg", "Chỉ thị", ""),
        ("Thông tư số 12/2030/TT-BTC của Bộ Tài chính hướng dẫn", "12/2030/TT-BTC", "Thông tư", "Bộ Tài chính"),
        ("819/NQ-UBTVQH14", "819/NQ-UBTVQH14", "", ""),
    ],
)
def test_forms_of_citations(said: str, number: str, kind: str, issuer: str) -> None:
    """The nearest kind before, the issuer after."""
    (found,) = citations.scan(said)
    assert (found.number, found.type, found.issuer) == (number, kind, issuer)


def test_days_of_papers() -> None:
    """After the number, or at the sentence's beginning; no such day is none."""
    said = "Quyết định 5/QĐ-UBND ngày 3 tháng 4 năm 2030. Công văn 6/UBND-NC ngày 31/9/2030. Ngày 5/6/2030, Sở Mẫu có văn bản số 7/SM-TH"
    assert [cited.dated for cited in citations.scan(said)] == [date(2030, 4, 3), None, date(2030, 6, 5)]
    assert [cited.dated for cited in citations.scan("Ngày 31/9/2030, Sở Mẫu ban hành Quyết định 7/QĐ-SM")] == [None]


def test_what_is_no_number_of_a_paper() -> None:
    """A rate per day, a fraction of households."""
    assert list(citations.scan("5/9 tiêu chí, 3/UBND, 30/VND, 20-30 DN")) == []


def test_one_document_is_cited_once() -> None:
    """Where it is cited most fully."""
    said = "Nghị quyết 5/NQ-CP. Theo Nghị quyết số 5/NQ-CP ngày 3/4/2030 của Chính phủ; Nghị quyết 5/NQ-CP"
    assert [(cited.number, cited.issuer) for cited in citations.once(list(citations.scan(said)))] == [("5/NQ-CP", "Chính phủ")]
