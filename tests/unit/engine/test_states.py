"""Does every cell without a number say why: absent is not 0, not "does not apply", not "not yet due"?"""

from __future__ import annotations

from datetime import date

import pytest

from giaoban.catalogue import Frequency, OverTime
from giaoban.ledger import Book
from tests.unit.boards import board
from tests.unit.catalogues import ledger_of
from tests.unit.engine.makers import maker, other_world, row

LATE, IN_TIME = date(2026, 4, 11), date(2026, 4, 10)  # a quarter's report is due ten days after its end


def state(
    book: Book, indicator: str, *, body: str = "tp", period: str = "2026-Q1", on: date = LATE, frame: date | None = None
) -> tuple[str, str]:
    """State and reason of a cell."""
    found = board(book, period, on=on, frame=frame).row(indicator, body=body)
    return found.state, found.reason


def test_a_number_needs_no_reason(book: Book) -> None:
    """
    2026-01  p1  phat-sinh  0 vụ

    Nought is a number: it is known, and so is nothing where silence means nothing.
    """
    assert state(book, "phat-sinh", body="p1") == ("known", "")
    assert state(book, "phat-sinh", body="p2") == ("absent", "chưa có số liệu")


def test_a_body_says_that_the_indicator_does_not_apply_to_it(book: Book) -> None:
    """
    2026-Q1  p1  thu  không áp dụng
    """
    assert state(book, "thu", body="p1") == ("not_applicable", "không áp dụng")


def test_a_kind_of_body_to_which_the_indicator_does_not_apply(book: Book) -> None:
    """
    2026-01  p4  tieu-chi  19 tiêu chí

    Wards are not asked for what communes are.
    """
    assert state(book, "tieu-chi", body="p1", period="2026-01") == ("not_applicable", "không áp dụng")


def test_a_whole_to_no_part_of_which_it_applies(book: Book) -> None:
    """
    2026-01  p1  thu  không áp dụng
    2026-01  p2  thu  không áp dụng
    2026-01  p3  thu  không áp dụng
    2026-01  p4  thu  không áp dụng
    """
    assert state(book, "thu", period="2026-01") == ("not_applicable", "không áp dụng")


def test_a_judgement_in_words_is_known(book: Book) -> None:
    """
    2026-03  p1  danh-gia  mức cham
    2026-03  p2  danh-gia  mức khac.te
    2026-02  p3  danh-gia  mức cham

    A scale that the catalogue lacks gives the bare word; a judgement of another month is none of this one.
    """
    assert state(book, "danh-gia", body="p1", period="2026-03") == ("known", "đánh giá bằng lời: chậm tiến độ")
    assert state(book, "danh-gia", body="p2", period="2026-03") == ("known", "đánh giá bằng lời: te")
    assert state(book, "danh-gia", body="p3", period="2026-03") == ("absent", "chưa có số liệu")


def test_a_source_that_gives_only_a_relation(book: Book) -> None:
    """
    2026-Q1  p1  thu  145 % cùng kỳ
    """
    assert state(book, "thu", body="p1") == ("absent", "nguồn chỉ nêu tỷ lệ, không nêu số tuyệt đối")


@pytest.mark.parametrize(
    ("frequency", "period", "every"),
    [
        (Frequency.QUARTER, "2026-02", "quý"),
        (Frequency.QUARTER, "2026-03", "quý"),
        (Frequency.HALF, "2026-Q1", "6 tháng"),
        (Frequency.HALF, "2026-Q2", "6 tháng"),
        (Frequency.YEAR, "2026-9M", "năm"),
    ],
)
def test_between_reports_nothing_is_due(frequency: Frequency, period: str, every: str) -> None:
    """Whatever the day: a quarter's figure is asked of quarters and of nothing shorter."""
    world = other_world(thu={"frequency": frequency})
    found = row(maker(ledger_of(""), period, on=date(2028, 1, 1), catalogue=world), "thu", body="p1")
    assert (found.state, found.reason) == ("not_due", f"chưa đến kỳ: chỉ tiêu báo cáo theo {every}")


@pytest.mark.parametrize(("period", "expected"), [("2026-03", "absent"), ("2026-Q1", "absent"), ("2026-02", "not_due")])
def test_a_stock_is_due_with_the_end_of_its_period(period: str, expected: str) -> None:
    """The level at the end of March is the quarter's, so it is asked of March too; that of February is not."""
    world = other_world(dan_so={"frequency": Frequency.QUARTER})
    found = row(maker(ledger_of(""), period, on=date(2028, 1, 1), catalogue=world), "dan-so", body="p1")
    assert (world.indicators["dan-so"].over_time, found.state) == (OverTime.LAST, expected)


def test_ground_that_changed_without_shares(book: Book) -> None:
    """
    2026-Q1  p3  thu  12 tỷ đồng

    On 1/7/2027 ward 3 was split, and nobody published which share of its people went where.
    """
    reason = "địa giới đã thay đổi, chưa có tỷ lệ phân bổ để tính lại"
    assert state(book, "thu", body="p6", frame=date(2027, 12, 31)) == ("absent", reason)


def test_before_the_deadline_nothing_is_missing(book: Book) -> None:
    """
    2026-Q1  p2  thu  12 tỷ đồng

    Due on 10/4/2026; on that day it is still in time, on the next it is missing. What has begun to arrive is told.
    """
    assert state(book, "thu", body="p1", on=IN_TIME) == ("not_due", "chưa đến hạn báo cáo (10/4/2026)")
    assert state(book, "thu", body="p1", on=LATE) == ("absent", "chưa có số liệu")
    assert state(book, "thu", on=IN_TIME) == ("absent", "mới có 1/4 đơn vị có số liệu")


def test_some_parts_are_missing(book: Book) -> None:
    """
    2026-Q1  p2  thu  12 tỷ đồng
    2026-Q1  p3  thu  12 tỷ đồng
    2026-Q1  p4  thu  không áp dụng

    A body to which it does not apply is not waited for.
    """
    assert state(book, "thu") == ("absent", "mới có 2/3 đơn vị có số liệu")


def test_parts_that_do_not_make_the_whole(book: Book) -> None:
    """
    2026-01  p1  thu-dia-ban  1 tỷ đồng
    2026-01  p2  thu-dia-ban  1 tỷ đồng
    2026-01  p3  thu-dia-ban  1 tỷ đồng
    2026-01  p4  thu-dia-ban  1 tỷ đồng
    """
    reason = "chưa có số của toàn địa bàn; cộng số của các đơn vị không thành số toàn địa bàn"
    assert state(book, "thu-dia-ban", period="2026-01") == ("absent", reason)


def test_a_ratio_over_nothing(book: Book) -> None:
    """
    2026-01  p1  ho-ngheo  0 hộ
    2026-01  p1  ho        0 hộ
    2026-01  p2  ho-ngheo  3 hộ
    """
    assert state(book, "ty-le", body="p1", period="2026-01") == ("absent", "mẫu số bằng 0")
    assert state(book, "ty-le", body="p2", period="2026-01") == ("absent", "chưa có số liệu")


def test_a_mean_without_its_weights(book: Book) -> None:
    """
    2026-01  p1  thu-nhap  60 triệu đồng/người/năm
    2026-01  p2  thu-nhap  60 triệu đồng/người/năm
    2026-01  p3  thu-nhap  60 triệu đồng/người/năm
    2026-01  p4  thu-nhap  60 triệu đồng/người/năm

    Each has its own, but without people there is none of the whole.
    """
    assert state(book, "thu-nhap", body="p1", period="2026-01") == ("known", "")
    assert state(book, "thu-nhap", period="2026-01") == ("absent", "chưa có số liệu làm quyền số")
