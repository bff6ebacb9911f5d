from __future__ import annotations

import random
from decimal import Decimal

from giaoban.formats import Document, Paragraph
from giaoban.reading import read_document
from giaoban.reading.prose.qualifiers import Qualifier
from tests.unit.reading.tables.made import ABOVE, HEAD, REVENUE, read, table, told


def test_each_column_says_its_own() -> None:
    """Plan, the year before, estimate, year so far; a rate is of the level that it fits."""
    reading = read([HEAD, REVENUE])
    name = "Thu ngân sách"
    assert told(reading) == [
        ("D2", name, "12.500 triệu đồng", "level", "2026", ""), ("E2", name, "2.100 triệu đồng", "level", "2025-Q2", ""),
        ("F2", name, "2.835 triệu đồng", "level", "2026-Q2", ""), ("G2", name, "6.000 triệu đồng", "level", "2026-H1", ""),
        ("H2", name, "48,0%", "pct_of_plan", "2026-H1", ""), ("I2", name, "135%", "pct_of_same_period", "2026-Q2", ""),
    ]  # fmt: skip
    plan, _, estimate, _, rate, _ = reading.figures
    assert (plan.target, plan.plan, plan.value) == (True, "KH năm 2026 (tỉnh giao)", Decimal(12500000000))
    assert (estimate.qualifier, estimate.target) == (Qualifier.ESTIMATE, False)
    assert rate.plan == "KH năm 2026 (tỉnh giao)"
    assert reading.doubts == ()


def test_the_order_of_columns_does_not_matter() -> None:
    """Shuffled, every figure says the same."""
    dice = random.Random(7)  # noqa: S311 -- a shuffle
    expected = sorted(one[1:] for one in told(read([HEAD, REVENUE])))
    for _ in range(12):
        order = list(range(len(HEAD)))
        dice.shuffle(order)
        mixed = [[row[n] for n in order] for row in (HEAD, REVENUE)]
        assert sorted(one[1:] for one in told(read(mixed))) == expected


def test_every_quote_points_at_its_words() -> None:
    """In the text of the document, and by the cell."""
    reading = read([HEAD, REVENUE, ["1", "Thu nội địa", "nt", "10.000", "", "2.000", "-", "", "", "chậm"]])
    assert all(reading.text[one.quote.start : one.quote.end] == one.quote.words for one in reading.figures)
    assert reading.figures[0].quote.span("a.docx").words() == "a.docx, tờ “Biểu 01”, ô D2"


def test_blank_and_dash_are_no_nought() -> None:
    """And nought is."""
    reading = read([["TT", "Chỉ tiêu", "ĐVT", "KH", "TH quý II/2026"], ["1", "Cây xanh", "cây", "-", "0"], ["2", "Chợ", "chợ", "", "x"]])
    assert told(reading) == [("E2", "Cây xanh", "0 cây", "level", "2026-Q2", "")]


def test_two_rows_of_header_with_merged_cells() -> None:
    """A rate stands under "So sánh (%)"; the row that counts columns is no figure."""
    head = ["TT", "Chỉ tiêu", "Đơn vị", "KH năm", "TH", "So sánh (%)", ""]
    rows = [
        head,
        ["", "", "", "", "", "Với KH năm", "Với cùng kỳ"],
        ["A", "B", "C", "1", "2", "3=2/1", "4"],
        ["1", "Thu", "tỷ đồng", "40", "10", "25", "110"],
    ]
    spans = {(0, n): (2, 1) for n in range(5)} | {(0, 5): (1, 2)}
    assert [one[3] for one in told(read(rows, spans=spans))] == ["level", "level", "pct_of_plan", "pct_of_same_period"]


def test_rows_of_places() -> None:
    """Each column is an indicator with its own measure; the total row is nobody's."""
    head = ["TT", "Phường, xã", "Thu ngân sách (triệu đồng)", "Cây xanh trồng mới (cây)"]
    revenue, trees = "Thu ngân sách", "Cây xanh trồng mới"
    assert told(read([head, ["1", "Phường A", "2.600", "150"], ["", "Tổng cộng", "2.600", "150"]])) == [
        ("C2", revenue, "2.600 triệu đồng", "level", "2026-Q2", "Phường A"), ("D2", trees, "150 cây", "level", "2026-Q2", "Phường A"),
        ("C3", revenue, "2.600 triệu đồng", "level", "2026-Q2", ""), ("D3", trees, "150 cây", "level", "2026-Q2", ""),
    ]  # fmt: skip


def test_a_column_per_place() -> None:
    """The total column is the whole; the parts' place is their header."""
    rows = [["TT", "Chỉ tiêu", "ĐVT", "Toàn phường", "TDP 1", "TDP 2"], ["1", "Hộ nghèo", "hộ", "7", "3", "4"]]
    assert [(one[0], one[5]) for one in told(read(rows))] == [("D2", ""), ("E2", "TDP 1"), ("F2", "TDP 2")]


def test_the_measure_may_stand_above_in_the_header_or_in_the_name() -> None:
    """In this order the nearer wins."""
    rows = [["TT", "Chỉ tiêu", "KH", "TH"], ["1", "Thu", "5", "6"], ["2", "Tỷ lệ hộ nghèo (%)", "1,0", "0,9"]]
    figures = read(rows, above="Đơn vị tính: triệu đồng").figures
    assert [one.printed for one in figures] == ["5 triệu đồng", "6 triệu đồng", "1,0%", "0,9%"]


def test_a_percentage_of_no_named_plan_stays_unnamed() -> None:
    """Without a plan column and without a word who gave it."""
    (figure,) = read([["TT", "Chỉ tiêu", "% KH"], ["1", "Trồng cây", "188"]]).figures
    assert (figure.relation.value, figure.plan, figure.printed) == ("pct_of_plan", "", "188%")


def test_two_plans_are_told_apart() -> None:
    """By who gave them."""
    head = ["TT", "Chỉ tiêu", "ĐVT", "KH tỉnh giao", "KH thành phố giao", "TH", "% KH tỉnh giao", "% KH TP giao"]
    reading = read([head, ["1", "Thu", "tỷ đồng", "100", "120", "90", "90", "75"]])
    assert [one.plan for one in reading.figures if one.relation.value == "pct_of_plan"] == ["KH tỉnh giao", "KH thành phố giao"]
    assert reading.doubts == ()


def test_excel_keeps_its_own_numbers() -> None:
    """A number is exact, whatever is shown."""
    figure = read([["TT", "Chỉ tiêu", "ĐVT", "TH quý II/2026"], ["1", "Thu", "triệu đồng", Decimal("1234.567")]]).figures[0]
    assert (figure.value, figure.printed) == (Decimal("1234567000.000"), "1.234,567 triệu đồng")


def test_rates_that_excel_keeps_as_fractions_are_per_cent() -> None:
    """Where a level and its plan prove it; else they stay as they are."""
    head = ["TT", "Chỉ tiêu", "ĐVT", "KH", "TH", "% KH"]
    proved = [
        ["1", "Thu", "tỷ đồng", Decimal(50), Decimal(26), Decimal("0.52")],
        ["2", "Chi", "tỷ đồng", Decimal(4), Decimal(1), Decimal("0.25")],
    ]
    assert [one.printed for one in read([head, *proved]).figures if one.measure == "%"] == ["52%", "25%"]
    alone = read([["TT", "Chỉ tiêu", "% KH"], ["1", "Thu", Decimal("0.52")]])
    assert [one.printed for one in alone.figures] == ["0,52%"]


def test_a_table_of_words_is_read_as_prose() -> None:
    """No header of figures: a line per row."""
    document = Document("docx", (Paragraph(ABOVE), table([["Nội dung", "Kết quả"], ["Ngân sách", "Thu đạt 5 tỷ đồng"]])))
    (figure,) = read_document(document, document="a").figures
    assert (figure.quote.cell, figure.printed) == ("", "5 tỷ đồng")


def test_prose_around_a_table_is_still_read() -> None:
    """And its places hold."""
    document = Document("docx", (Paragraph(ABOVE), table([HEAD, REVENUE]), Paragraph("Quý II/2026, trồng được 300 cây xanh.")))
    reading = read_document(document, document="a")
    last = reading.figures[-1]
    assert (last.quote.cell, last.printed, reading.text[last.quote.start : last.quote.end]) == ("", "300 cây xanh", last.quote.words)
