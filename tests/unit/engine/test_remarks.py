"""Does a number bring along how sure it is, how it came to be revised, and what is to be said of it?"""

from __future__ import annotations

import pytest

from giaoban.engine import Row
from giaoban.engine.scene import Archive
from giaoban.ledger import Book
from tests.unit.boards import board
from tests.unit.catalogues import ledger_of
from tests.unit.engine.makers import maker, row


def city(book: Book, indicator: str, period: str = "2026-01", *, body: str = "tp") -> Row:
    return board(book, period).row(indicator, body=body)


# ---------------------------------------------------------------- how sure


def test_a_sum_is_as_sure_as_its_least_sure_part(book: Book) -> None:
    """
    2026-01  p1  thu  1 tỷ đồng  chính thức
    2026-01  p2  thu  1 tỷ đồng  sơ bộ
    2026-01  p3  thu  1 tỷ đồng
    2026-01  p4  thu  1 tỷ đồng
    """
    found = {body: city(book, "thu", body=body).quality for body in ("p1", "p2", "p3", "tp")}
    assert found == {"p1": "final", "p2": "preliminary", "p3": "actual", "tp": "preliminary"}


def test_a_quarter_is_as_sure_as_its_least_sure_month(book: Book) -> None:
    """
    2026-01  p1  thu  1 tỷ đồng  chính thức
    2026-02  p1  thu  1 tỷ đồng
    2026-03  p1  thu  1 tỷ đồng  ước
    """
    assert city(book, "thu", "2026-Q1", body="p1").quality == "estimate"


def test_a_ratio_is_as_sure_as_its_two_sides(book: Book) -> None:
    """
    2026-01  p1  ho-ngheo  3 hộ    chính thức
    2026-01  p1  ho        100 hộ  sơ bộ
    """
    assert city(book, "ty-le", body="p1").quality == "preliminary"


def test_what_is_not_known_is_not_sure_either(book: Book) -> None:
    """
    2026-01  p1  thu  1 tỷ đồng  chính thức

    A sum of one of four is no sum.
    """
    assert (city(book, "thu").value, city(book, "thu").quality, city(book, "thu").revised) == (None, None, None)


# ---------------------------------------------------------------- revised


@pytest.mark.parametrize(
    ("lines", "revised"),
    [
        (["10 tỷ đồng"], None),
        (["10 tỷ đồng  ước", "12 tỷ đồng"], "updated"),
        (["10 tỷ đồng  ước", "10 tỷ đồng"], "updated"),
        (["10 tỷ đồng  sơ bộ", "12 tỷ đồng  chính thức"], "updated"),
        (["10 tỷ đồng", "12 tỷ đồng  đính chính"], "corrected"),
        (["10 tỷ đồng  ước", "12 tỷ đồng  ước"], "corrected"),
        (["10 tỷ đồng", "10 tỷ đồng  ước"], "corrected"),
        (["10 tỷ đồng", "10.000 triệu đồng"], None),
        (["10 tỷ đồng  ước", "12 tỷ đồng", "13 tỷ đồng  đính chính"], "corrected"),
        (["10 tỷ đồng", "12 tỷ đồng  ước", "13 tỷ đồng"], "updated"),
        (["không áp dụng", "12 tỷ đồng"], "corrected"),
        (["12 tỷ đồng", "không áp dụng"], None),
        (["10 tỷ đồng", "rút"], None),
        (["10 tỷ đồng", "rút", "12 tỷ đồng"], "corrected"),
    ],
)
def test_a_surer_figure_updates_any_other_corrects(lines: list[str], revised: str | None) -> None:
    """An estimate gives way to what was done; the same number said in other words is no change; the last change counts."""
    assert city(ledger_of("\n".join(f"2026-01  p1  thu  {said}" for said in lines)), "thu", body="p1").revised == revised


def test_a_sum_with_one_corrected_part_is_corrected(book: Book) -> None:
    """
    2026-01  p1  thu  1 tỷ đồng  ước
    2026-01  p2  thu  1 tỷ đồng
    2026-01  p3  thu  1 tỷ đồng
    2026-01  p4  thu  1 tỷ đồng
    2026-01  p1  thu  2 tỷ đồng
    2026-01  p2  thu  2 tỷ đồng  đính chính
    """
    assert [city(book, "thu", body=body).revised for body in ("p1", "p2", "p3", "tp")] == ["updated", "corrected", None, "corrected"]


def test_a_sum_with_updated_parts_only_is_updated(book: Book) -> None:
    """
    2026-01  p1  thu  1 tỷ đồng  ước
    2026-02  p1  thu  1 tỷ đồng
    2026-03  p1  thu  1 tỷ đồng
    2026-01  p1  thu  2 tỷ đồng
    """
    assert [city(book, "thu", period, body="p1").revised for period in ("2026-Q1", "2026-02")] == ["updated", None]


# ---------------------------------------------------------------- remarks and doubts


def test_remarks_and_doubts_go_with_the_number(book: Book) -> None:
    """
    2026-Q1  p1  thu  20 tỷ đồng                 doubt=so-gan-dung
    2026-Q1  p1  thu  145 % cùng kỳ              note=theo-bao  doubt=so-nghi-sai
    2026-Q1  p1  thu  88 % kế hoạch tinh-giao    doubt=chua-tung-thay
    2026-Q1  p1  thu  KH tinh-giao 25 tỷ đồng    note=ke-hoach
    2026     p1  thu  KH tinh-giao 100 tỷ đồng   note=ca-nam

    A remark says more than the code of a doubt, so it stands instead; a plan of the year brings its own elsewhere.
    """
    assert city(book, "thu", "2026-Q1", body="p1").notes == (
        "Nguồn nêu số gần đúng.", "theo-bao", "Cần xem lại (chua-tung-thay).", "ke-hoach",
    )  # fmt: skip


def test_a_remark_that_may_not_be_read_leaves_its_doubt(book: Book) -> None:
    """
    2026-01  p1  thu  20 tỷ đồng  note=a  doubt=so-gan-dung
    2026-01  p2  thu  20 tỷ đồng  note=a
    """
    made = maker(book, "2026-01", archive=Archive(cite=str, remark=lambda digest: ""))
    assert [row(made, "thu", body=body).notes for body in ("p1", "p2")] == [("Nguồn nêu số gần đúng.",), ()]


def test_one_remark_is_said_once(book: Book) -> None:
    """
    2026-01  p1  thu  1 tỷ đồng  note=x
    2026-02  p1  thu  1 tỷ đồng  note=x
    2026-03  p1  thu  1 tỷ đồng  note=y
    """
    assert city(book, "thu", "2026-Q1", body="p1").notes == ("x", "y")


def test_a_number_of_many_entries_does_not_bring_the_remarks_of_each(book: Book) -> None:
    """
    2026-01  p1  thu  1 tỷ đồng  note=x
    2026-02  p1  thu  1 tỷ đồng
    2026-03  p1  thu  1 tỷ đồng
    2026-04  p1  thu  1 tỷ đồng

    Three are few, four are not.
    """
    assert [city(book, "thu", period, body="p1").notes for period in ("2026-Q1", "2026-4M")] == [("x",), ()]


def test_a_level_that_follows_brings_what_is_said_of_next_year(book: Book) -> None:
    """
    2026-Q1  p1  thu  154,3 tỷ đồng  doubt=so-gan-dung
    2026-Q1  p1  thu  145 % cùng kỳ  note=theo-bao
    """
    assert city(book, "thu", "2025-Q1", body="p1").notes == ("Nguồn nêu số gần đúng.", "theo-bao")


# ---------------------------------------------------------------- days and partial sums


def test_a_figure_to_a_day_says_so(book: Book) -> None:
    """
    2026-03-20  p1  thu  12 tỷ đồng
    2026-03-31  p2  thu  12 tỷ đồng

    To the last day of the quarter is the quarter; and who asks for a day knows it.
    """
    assert city(book, "thu", "2026-Q1", body="p1").notes == ("Số liệu tính đến ngày 20/3/2026.",)
    assert city(book, "thu", "2026-Q1", body="p2").notes == ()
    asked = city(book, "thu", "2026-03-20", body="p1")
    assert (asked.value, asked.notes) == (12.0, ())


def test_a_sum_says_how_many_figures_are_to_a_day(book: Book) -> None:
    """
    2026-03-25  p1  thu  1 tỷ đồng
    2026-03-20  p2  thu  1 tỷ đồng
    2026-03-20  p3  thu  1 tỷ đồng
    2026-Q1     p4  thu  1 tỷ đồng
    """
    found = city(book, "thu", "2026-Q1")
    assert (found.value, found.notes) == (4.0, ("Có 3/4 số liệu chỉ tính đến ngày 20/3/2026, 25/3/2026.",))


def test_a_partial_sum_is_told_and_never_passed_for_the_total(book: Book) -> None:
    """
    2026-01  p1  thu  1.500,5 tỷ đồng
    2026-01  p2  thu  1 tỷ đồng
    2026-01  p3  thu  không áp dụng
    """
    found = city(book, "thu")
    assert (found.value, found.partial, found.notes) == (None, 1501.5, ("Cộng 2/3 đơn vị đã có số liệu: 1.501,5 tỷ đồng.",))
