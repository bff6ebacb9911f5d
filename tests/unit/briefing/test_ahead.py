"""Is a forecast said in words first, with Vietnamese numbers, and its back-test beside every probability?"""

from __future__ import annotations

from dataclasses import replace
from decimal import Decimal

from giaoban.briefing.ahead import headline, outlook_text
from giaoban.outlook.backtest import BackTest
from tests.unit.outlook.test_outlook import HISTORY, seen

PLAN = "\n2026  p1  thu  KH tinh-giao 135 tỷ đồng"


def test_the_words_a_leader_reads() -> None:
    assert headline(seen(HISTORY + PLAN).without_numbers()) == (
        "Dự báo: khó đạt mốc kế hoạch năm 2026 (tỉnh giao) đến hết ngày 31/12/2026."
    )


def test_a_leader_reads_no_probability() -> None:
    said = outlook_text(seen(HISTORY + PLAN).without_numbers())
    assert "Xác suất" not in said
    assert "Brier" not in said
    assert "Từ nay mỗi tháng cần: 11,8 tỷ đồng (còn 9 tháng); bình quân đã qua: 9,6 tỷ đồng mỗi tháng." in said


def test_a_probability_stands_with_its_back_test() -> None:
    lines = outlook_text(seen(HISTORY + PLAN)).split("\n")
    assert lines[0] == "Thu ngân sách, Phường Một"
    at = lines.index("Xác suất đạt: dưới 1%.")
    assert lines[at + 1].startswith("Mức dự báo đến ngày đó: 126,2 tỷ đồng (8 phần 10 là trong khoảng từ 124,48 đến 127,94")
    assert any(line.startswith("Thử lại trên số liệu cũ: 36 lần, điểm Brier 0 ") for line in lines)
    assert "- dự báo 0–20%: 36 lần, trung bình " in outlook_text(seen(HISTORY + PLAN))
    assert "- 2021: cùng thời điểm 22,56 tỷ đồng, đến ngày mốc 98,88 tỷ đồng" in lines
    assert max(map(len, lines)) <= 100


def test_why_there_is_no_forecast_is_said() -> None:
    found = seen("2026-01  p1  thu  10 tỷ đồng", level=Decimal(120))
    assert headline(found) == (
        "Chưa dự báo được việc đạt mức 120 tỷ đồng đến hết ngày 31/12/2026 (chưa đủ số liệu các năm trước trên địa giới này để dự báo)."
    )


def test_what_is_certain_is_no_forecast() -> None:
    assert headline(seen(HISTORY, level=Decimal(20))) == "Đã đạt mốc mức 20 tỷ đồng đến hết ngày 31/12/2026."


def test_what_the_back_test_cannot_tell_is_said() -> None:
    """All earlier years missed it, so that guessing would have been perfect; and a forecast worse than guessing says so."""
    found = seen(HISTORY + PLAN)
    assert "nên chưa so được với đoán theo tỷ lệ chung." in outlook_text(found).replace("\n  ", " ")
    worse = replace(found, tested=BackTest(9, 0.5, 0.25, 0.3, ()))
    said = outlook_text(worse).replace("\n  ", " ")
    assert "Dự báo chưa tốt hơn đoán theo tỷ lệ chung: chỉ để tham khảo. Ít lần thử: đọc thận trọng." in said
