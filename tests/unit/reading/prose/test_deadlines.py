from __future__ import annotations

import pytest

from giaoban.reading import read_text


def due(text: str) -> list[tuple[str, str]]:
    return [(one.quote.words, one.date) for one in read_text(f"Năm 2031. {text}", document="a").deadlines]


@pytest.mark.parametrize(
    ("said", "words", "date"),
    [
        ("Phấn đấu hoàn thành trước ngày 15/8.", "trước ngày 15/8", "2031-08-15"),
        ("Chậm nhất ngày 20 tháng 5, các tổ báo cáo kết quả.", "Chậm nhất ngày 20 tháng 5", "2031-05-20"),
        ("Xong trước 30/10/2032.", "trước 30/10/2032", "2032-10-30"),
        ("Dự kiến hoàn thành trong quý II.", "trong quý II", "2031-Q2"),
        ("Hoàn thành hồ sơ vào tháng 12.2031.", "vào tháng 12.2031", "2031-12"),
        ("Huyện sẽ hoàn thành dự án đến cuối năm.", "đến cuối năm", "2031"),
        ("Yêu cầu hoàn thành đến hết năm 2032.", "đến hết năm 2032", "2032"),
        ("Gửi báo cáo trước ngày 03 hằng tháng.", "trước ngày 03 hằng tháng", "recurring:day-03"),
        ("Phải hoàn tất chậm nhất trong 2 tuần nữa.", "chậm nhất trong 2 tuần nữa", "relative:2 tuần"),
        ("Phấn đấu hoàn thành trong 6 tháng đầu năm 2032.", "trong 6 tháng đầu năm 2032", "2032-H1"),
        ("Phấn đấu hoàn thành đến cuối nhiệm kỳ.", "đến cuối nhiệm kỳ", "end-of-term"),
    ],
)
def test_deadlines_of_many_forms(said: str, words: str, date: str) -> None:
    """The phrase with its preposition; a missing year is the text's."""
    assert due(said) == [(words, date)]


@pytest.mark.parametrize(
    "said",
    [
        "Thu đạt 5 tỷ đồng đến ngày 30/9.",
        "Phường đã hoàn thành trong tháng 3.",
        "Dự án khởi công trước đây.",
        "Chương trình phòng, chống ma túy đến năm 2035.",
        "Thực hiện Quyết định số 5/QĐ-UBND ngày 3/4/2030.",
        "Phấn đấu hoàn thành trước ngày 31/9.",
        "Hội nghị diễn ra vào tháng 5.",
        "Mục tiêu hoàn thành tính đến ngày 5/6.",
    ],
)
def test_what_is_no_deadline(said: str) -> None:
    """What was done until then, the name of a programme, the day of a paper, no such day."""
    assert due(said) == []


def test_a_day_without_any_year_is_said_without() -> None:
    """Nothing is guessed."""
    found = [read_text(said, document="a").deadlines for said in ("Hoàn thành trước ngày 15/8.", "Hoàn thành trước tháng 8.")]
    assert [[one.date for one in deadlines] for deadlines in found] == [["08-15"], []]
