from __future__ import annotations

from datetime import date

import pytest

from giaoban.formats import Cell, Document, Paragraph, Table
from giaoban.reading import Linker, Suggestion, day_of, read_document, read_text, refit, suggestions
from tests.unit.catalogues import catalogue_on

LINKER = Linker(catalogue_on(date(2026, 3, 31)))
THU = LINKER.catalogue.indicators["thu"]


def read(text: str, *, body: str = "tp") -> tuple[Suggestion, ...]:
    """Return what a text suggests."""
    return suggestions(read_text(text, document="a.txt", linker=LINKER), linker=LINKER, body=body)


def told(text: str, *, body: str = "tp") -> list[tuple[str, dict[str, str]]]:
    """Return kind and fields of each."""
    return [(one.kind, dict(one.fields)) for one in read(text, body=body)]


KEY = {"indicator": "thu", "body": "tp", "period": "2026-Q1"}


def test_a_level_and_what_it_is_compared_with() -> None:
    """A figure, and two relations as stated; a plan that nobody names is unnamed and doubted."""
    assert told("Quý I/2026, thu ngân sách đạt 47,6 tỷ đồng, bằng 121% so với cùng kỳ, đạt 28% kế hoạch.") == [
        ("figure", {**KEY, "printed": "47,6 tỷ đồng", "quality": "actual"}),
        ("stated", {**KEY, "printed": "121%", "relation": "same_period", "authority": "-"}),
        ("stated", {**KEY, "printed": "28%", "relation": "plan", "authority": "unnamed", "doubt": "ke-hoach-khong-ro"}),
    ]


def test_growth_is_stated_as_a_ratio_and_says_so() -> None:
    """ "Tăng 45%" is 145 % of the same period; the words stay in a remark."""
    _, (kind, fields) = told("Quý I/2026, thu ngân sách đạt 5 tỷ đồng, tăng 45% so với cùng kỳ.")
    assert (kind, fields["printed"], fields["relation"]) == ("stated", "145%", "same_period")
    assert "45% so với cùng kỳ" in fields["remark"]


@pytest.mark.parametrize(
    ("words", "quality", "doubt"),
    [
        ("ước đạt 5 tỷ đồng", "estimate", None),
        ("đạt hơn 5 tỷ đồng", "actual", "so-gan-dung"),
        ("đạt khoảng 5 tỷ đồng", "actual", "so-gan-dung"),
    ],
)
def test_what_qualifies_a_number_goes_along(words: str, quality: str, doubt: str | None) -> None:
    """An estimate is an estimate; a bound is a doubt with a remark."""
    ((_, fields),) = told(f"Quý I/2026, thu ngân sách {words}.")
    assert (fields["quality"], fields.get("doubt"), "remark" in fields) == (quality, doubt, bool(doubt))


def test_an_aim_before_a_day_is_noted() -> None:
    """ "Trước ngày 15/8" ends before that day; "chậm nhất" ends after it."""
    text = "Năm 2026, hội nghị ghi nhận các đơn vị phấn đấu hoàn thành 80% thu ngân sách {} 15/8."
    aim = [one for one in told(text.format("trước ngày")) if one[0] == "aim"]
    assert [fields["fraction"] + fields["before"] for _, fields in aim] == ["80%2026-08-15"]
    late = [one for one in told(text.format("chậm nhất ngày")) if one[0] == "aim"]
    assert [fields["before"] for _, fields in late] == ["2026-08-16"]


def test_an_aim_is_linked_by_its_own_words() -> None:
    """Never by the subject of the sentence before; and it has no period but its day."""
    text = "Quý I/2026, thu ngân sách đạt 5 tỷ đồng. Phấn đấu hoàn thành 80% khối lượng việc khác trước ngày 15/8/2026."
    (aim,) = [one for one in read(text) if one.kind == "aim"]
    assert dict(aim.fields) == {"body": "tp", "fraction": "80%", "before": "2026-08-15"}


def test_what_was_reached_is_no_target() -> None:
    """Though the sentence speaks of targets before."""
    first = told("Quý I/2026, có hai chỉ tiêu đạt cao hơn: thu ngân sách (đạt 5 tỷ đồng); chi ngân sách (đạt 6 triệu đồng).")[0]
    assert first[0] == "figure"


def test_a_difficulty_is_told_without_the_name_of_who_told_it() -> None:
    """The name goes into a remark, that lies outside the chain."""
    found = read("Quý I/2026. Bí thư Đảng ủy phường Trần Văn Mẫu: Xi măng về chậm nên các tuyến đường vướng mắc, chưa thi công được.")
    assert [one.fields.get("title", "")[:8] for one in found if one.kind == "bottleneck"] in (["Xi măng "], [])


def test_an_unknown_place_stays_open() -> None:
    """And so does an unknown indicator; both are unsure."""
    (one,) = read("Quý I/2026, phường Không Có trồng được 300 cây hoa giấy.", body="")
    assert ("body" in one.fields, one.is_ready, one.confidence <= 45) == (False, False, True)


def test_a_table_gives_targets_with_who_gave_them() -> None:
    """And keeps the words of the header for what names a plan."""
    cells = [
        ["TT", "Chỉ tiêu", "ĐVT", "KH năm 2026 tỉnh giao", "TH quý I/2026", "% KH tỉnh giao"],
        ["1", "Thu ngân sách", "tỷ đồng", "40", "10", "30"],
    ]
    table = Table("B", tuple(Cell(row, column, text) for row, line in enumerate(cells) for column, text in enumerate(line)))
    reading = read_document(Document("xlsx", (Paragraph("Quý I/2026"), table)), document="a", linker=LINKER)
    target, figure, stated = suggestions(reading, linker=LINKER, body="tp")
    assert dict(target.fields) == {
        "indicator": "thu",
        "body": "tp",
        "period": "2026",
        "printed": "40 tỷ đồng",
        "authority": "tinh-giao",
        "version": "1",
    }
    assert (figure.place, stated.fields["authority"]) == ("B!E2", "tinh-giao")
    assert (stated.doubts, stated.fields["doubt"]) == (("reading-does-not-add-up",), "so-lieu-khong-khop")


@pytest.mark.parametrize(
    ("printed", "fitted"),
    [("154,3 tỷ", "154,3 tỷ đồng"), ("154,3 tỷ đồng", "154,3 tỷ đồng"), ("5 ha", "5 ha"), ("nhiều", "nhiều"), ("7", "7")],
)
def test_an_amount_is_fitted_to_the_indicator(printed: str, fitted: str) -> None:
    """Only where both count the same."""
    assert refit(printed, indicator=THU) == fitted


def test_a_longer_noun_counts_the_same() -> None:
    """300 vụ cháy are 300 vụ."""
    assert refit("300 vụ cháy", indicator=LINKER.catalogue.indicators["phat-sinh"]) == "300 vụ"


def test_the_year_of_a_document() -> None:
    """Gives the day of its catalogue; none where it names none."""
    assert (day_of(Document("txt", (Paragraph("Quý I năm 2026"),))), day_of(Document("txt", (Paragraph("x"),)))) == (
        date(2026, 12, 31),
        None,
    )
