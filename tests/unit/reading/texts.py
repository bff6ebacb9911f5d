"""Texts of our own for the reading tests: every name, number and place in them is made up."""

from __future__ import annotations

from giaoban.reading import ProposedFigure, Reading, read_text

REPORT = """UBND PHƯỜNG MẪU AN
BÁO CÁO
Tình hình kinh tế - xã hội quý I, nhiệm vụ quý II năm 2031

I. Kinh tế
1. Thu ngân sách quý I ước đạt 4,25 tỷ đồng, bằng 26,5% dự toán thành phố giao, tăng 12,4% so với cùng kỳ năm trước. \
Trong đó, thu tiền sử dụng đất 1,1 tỷ đồng, đạt 15% kế hoạch; thuế ngoài quốc doanh 870 triệu đồng, đạt 31%.
2. Diện tích gieo cấy vụ Xuân 215/220 ha, đạt 97,7% kế hoạch. Tổng đàn lợn 1.250 con, giảm 8%.
3. Giải ngân vốn đầu tư công đến 31/3 đạt 735 tỷ = 88,7% KH tỉnh giao, 68% KH TP giao, 153% cùng kỳ.
II. Tồn tại
Tiến độ giải phóng mặt bằng còn chậm do 12 hộ chưa nhận tiền đền bù theo Quyết định số 14/2030/QĐ-UBND ngày 5/6/2030 của UBND tỉnh.
III. Nhiệm vụ
Phấn đấu hoàn thành 80% khối lượng trước ngày 15/8. Chủ tịch UBND phường Trần Thị Mẫu yêu cầu các tổ dân phố rà soát hộ nghèo.
IV. Kiến nghị
Đề nghị UBND thành phố bổ sung 2 tỷ 500 triệu đồng kinh phí.
"""


def figures(text: str) -> tuple[ProposedFigure, ...]:
    """Return the figures that a text proposes."""
    return read_text(text, document="thu.txt").figures


def told(text: str) -> list[tuple[str, str, str, str | None]]:
    """Return value, measure, relation and period of each figure of a text."""
    return [(f"{figure.value.normalize():f}", figure.measure, figure.relation.value, figure.period) for figure in figures(text)]


def stray(reading: Reading) -> list[str]:
    """Return the quotes that do not stand where they say."""
    return [one.quote.words for one in reading.proposals if reading.text[one.quote.start : one.quote.end] != one.quote.words]
