"""Does every text say which version of the figures it rests on, in the time of Vietnam?"""

from __future__ import annotations

from giaoban.briefing.stamp import PURPOSE, foot, hidden_words, instant_words, question_line
from tests.unit.briefing.boards import board


def test_an_instant_is_said_in_the_time_of_vietnam() -> None:
    """The evening of the 19th in London is the morning of the 20th in Hà Tĩnh."""
    assert instant_words("2021-04-19T18:30:00.000000Z") == "01:30 ngày 20/4/2021"
    assert instant_words("") == "chưa có số liệu"


def test_the_question_names_body_period_version_and_map() -> None:
    assert question_line(board([])) == (
        "[Thành phố Hà Tĩnh]  [Quý I/2021]  Bản số liệu: mục số 1042 (17:05 ngày 20/4/2021)  Theo địa giới ngày: 20/4/2021"
    )


def test_the_foot_names_entry_hash_instant_map_and_purpose() -> None:
    version = "Bản số liệu: mục số 1042; số liệu biết đến 17:05 ngày 20/4/2021 (giờ Việt Nam)"
    days = "theo địa giới ngày 20/4/2021; xét tiến độ ngày 20/4/2021."
    assert foot(board([])) == [f"{version}; {days}", f"Mã băm: {'5f' * 32}", PURPOSE]
    assert PURPOSE == "Số liệu phục vụ chỉ đạo, điều hành; không thay thế số liệu do cơ quan thống kê công bố."


def test_what_may_not_be_seen_is_counted() -> None:
    assert hidden_words(3) == "có 3 mục không thuộc phạm vi được xem"
