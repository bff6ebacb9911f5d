"""Difficulties raised, aims noted and tasks to come in the made case; their own room reads the content."""

from __future__ import annotations

from collections.abc import Collection, Iterator

from giaoban.cases.case import Act, CaseFact
from giaoban.cases.tinh_mau.figures import WHERE
from giaoban.cases.tinh_mau.ground import CITY, EAST, WARD, WEST, group_id
from giaoban.cases.tinh_mau.own import MADE, instant
from giaoban.values import Source

ECONOMY, SOCIETY = "phong-kinh-te-ha-tang-do-thi-phuong-mau", "phong-van-hoa-xa-hoi-phuong-mau"
# key, known at, body, period, title, raised by, raised for, cause, asks, affects
BOTTLENECKS = (
    ("khach-giam-2020", "2020-07-07T08:30", CITY, "2020-H1", "Lượt khách giảm sâu", "", CITY,
     "Dịch bệnh", "Đề nghị giãn thời hạn nộp thuế", "khach-du-lich"),
    ("xi-mang-cap-cham-2021", "2021-04-07T09:00", "xa-mau-trung", "2021-Q1", "Xi măng hỗ trợ cấp về chậm so với đăng ký", "",
     "xa-mau-trung", "Nhà cung ứng chưa đủ hàng", "Đề nghị cấp đủ xi măng trước mùa mưa", "xi-mang-da-cap duong-be-tong-xi-mang"),
    ("mat-bang-2021", "2021-07-08T09:30", "phuong-mau-nam", "2021-H1", "Vướng mặt bằng tuyến đường Mẫu", "nguoi-mau-07",
     "phuong-mau-nam", "Chưa thống nhất phương án bồi thường", "Đề nghị duyệt bổ sung phương án bồi thường", "boi-thuong-da-chi-tra"),
    ("rac-giap-ranh-2022", "2022-04-06T14:00", "phuong-mau-muoi", "2022-Q1", "Điểm rác vô chủ phát sinh ở vùng giáp ranh", "",
     "phuong-mau-muoi", "Hai địa bàn chưa phân định trách nhiệm", "Đề nghị phân định trách nhiệm thu gom", "diem-rac-vo-chu"),
    ("dau-gia-dat-2023", "2023-07-06T09:00", WEST, "2023-H1", "Đấu giá quyền sử dụng đất không có người tham gia", "nguoi-mau-08",
     WEST, "Giá khởi điểm cao", "Đề nghị xem lại giá khởi điểm", "thu-tien-su-dung-dat"),
    ("dau-tu-cong-2024", "2024-10-08T10:00", "phuong-mau-muoi", "2024-9M", "Giải ngân vốn đầu tư công đạt thấp", "",
     "phuong-mau-muoi", "Nhà thầu chậm nghiệm thu", "Đề nghị chủ đầu tư đôn đốc nhà thầu", "von-dau-tu-cong-giai-ngan"),
    ("ban-giao-2025", "2025-07-22T15:00", WARD, "2025-07", "Hồ sơ đất đai bàn giao chưa đủ", "nguoi-mau-05", ECONOMY,
     "Đơn vị cũ kết thúc hoạt động", "Đề nghị rà soát, bàn giao bổ sung hồ sơ", "cap-giay-chung-nhan-dat"),
    ("chia-xa-mau-tay-2025", "2025-09-10T09:00", EAST, "2025-Q3", "Chưa có số liệu chia dân số Xã Mẫu Tây cũ", "", EAST,
     "Chưa công bố số dân từng phần", "Đề nghị công bố số liệu tách theo địa giới mới", "dan-so"),
    ("xi-mang-2026", "2026-02-24T09:00", WARD, "2026-Q1", "Xi măng được cấp chưa đủ, 7 tuyến đường phải dừng", "nguoi-mau-06",
     ECONOMY, "Kế hoạch cung ứng quý I chỉ bằng một phần đăng ký", "Đề nghị cấp đủ xi măng theo đăng ký trước ngày 15/5/2026",
     "xi-mang-da-cap duong-be-tong-xi-mang"),
    ("so-hoa-2026", "2026-03-10T10:00", WARD, "2026-Q1", "Thiếu người số hóa hồ sơ", "nguoi-mau-04", SOCIETY,
     "Biên chế chưa được giao đủ", "Đề nghị bố trí nhân lực", "ho-so-truc-tuyen"),
    ("rac-tai-phat-2026", "2026-03-18T08:30", group_id(31), "2026-Q1", "Điểm rác vô chủ tái phát sau khi xử lý", "", group_id(31),
     "Chưa có biển cấm, chưa lắp camera", "Đề nghị lắp camera, tăng chuyến thu gom", "diem-rac-vo-chu"),
    ("dau-tu-cong-2026", "2026-04-03T16:00", WARD, "2026-Q1", "Giải ngân vốn đầu tư công chậm", "nguoi-mau-03", ECONOMY,
     "Dự án khởi công mới chưa xong thủ tục", "Đề nghị rút ngắn thời gian thẩm định", "von-dau-tu-cong-giai-ngan"),
    ("mat-bang-2026", "2026-04-06T09:30", WARD, "2026-Q1", "12 hộ chưa nhận tiền bồi thường tuyến đường Mẫu", "nguoi-mau-03",
     ECONOMY, "Chưa thống nhất giá đất", "Đề nghị đối thoại, xem lại đơn giá", "boi-thuong-da-chi-tra"),
)  # fmt: skip
# key, known at, body, indicator, fraction, before
AIMS = (
    ("chuong-trinh-2021", "2021-04-20T17:00", CITY, "khoi-luong-chuong-trinh-muc-tieu", "80%", "2021-08-15"),
    ("chuong-trinh-2024", "2024-04-22T17:00", CITY, "khoi-luong-chuong-trinh-muc-tieu", "85%", "2024-10-01"),
    ("dau-tu-cong-2025", "2025-10-14T17:00", WARD, "giai-ngan-dau-tu-cong", "95%", "2026-01-01"),
    ("chuong-trinh-2026", "2026-01-20T17:00", WARD, "khoi-luong-chuong-trinh-muc-tieu", "80%", "2026-08-15"),
    ("bao-hiem-y-te-2026", "2026-01-20T17:00", WARD, "ty-le-bao-hiem-y-te", "97%", "2026-07-01"),
)
# key, known at, body, period, title, measure, indicator
FOCUS = (
    ("xi-mang-quy-2-2025", "2025-04-09T10:00", CITY, "2025-Q2", "Bàn giao hồ sơ, tài sản trước khi tổ chức chính quyền hai cấp",
     "Xong trước ngày 20/6/2025", ""),
    ("duong-quy-2-2026", "2026-04-08T15:00", WARD, "2026-Q2", "Làm tiếp 7 tuyến đường đang dừng ngay khi có xi măng",
     "6 tháng đạt 45% kế hoạch năm", "duong-be-tong-xi-mang"),
    ("dau-tu-cong-quy-2-2026", "2026-04-08T15:00", WARD, "2026-Q2", "Nghiệm thu, thanh toán theo tháng; giao ban riêng từng dự án",
     "Giải ngân 6 tháng đạt 40% vốn", "giai-ngan-dau-tu-cong"),
    ("boi-thuong-quy-2-2026", "2026-04-08T15:00", WARD, "2026-Q2", "Đối thoại với 12 hộ chưa nhận tiền bồi thường tuyến đường Mẫu",
     "Xong trước ngày 31/5/2026", "ty-le-chi-tra-boi-thuong"),
    ("so-hoa-quy-2-2026", "2026-04-08T15:00", WARD, "2026-Q2", "Số hóa hồ sơ đất đai nhận bàn giao", "", ""),
    ("rac-quy-2-2026", "2026-04-08T16:00", group_id(31), "2026-Q2", "Lắp biển cấm đổ rác, tự quản điểm rác đã xử lý",
     "Không để tái phát", "diem-rac-vo-chu"),
    ("cay-quy-2-2026", "2026-04-08T16:10", group_id(5), "2026-Q2", "Trồng dặm cây xanh hai tuyến ngõ", "60 cây", "cay-xanh-trong-moi"),
    ("duong-to-12-2026", "2026-04-08T16:20", group_id(12), "2026-Q2", "Vận động hiến đất mở rộng ngõ", "", "duong-be-tong-xi-mang"),
)  # fmt: skip
NOTED, STRIVE = "noted", "phan-dau"


def sources() -> dict[str, Source]:
    """Return the minutes that the acts stand in."""
    years = sorted({known_at[:4] for _, known_at, *_ in (*BOTTLENECKS, *AIMS, *FOCUS)})
    return {f"bb-{year}": Source(f"Biên bản hội nghị giao ban năm {year}", issuer=f"Văn phòng ({MADE.lower()})") for year in years}


def acts(known: Collection[str]) -> Iterator[CaseFact]:
    """Yield difficulties, aims and focus tasks, each with the instant at which it was known.

    Args:
        known: Ids of the indicators that there are; an aim for another one is left out.
    """
    for number, (key, known_at, body, period, title, by, of, cause, asks, affects) in enumerate(BOTTLENECKS):
        held = "\n".join(id for id in affects.split() if id in known)
        content = {
            "body": body, "period": period, "title": title, "raised_by": by, "raised_for": of,
            "cause": cause, "asks": asks, "affects": held,
        }  # fmt: skip
        yield _fact("Bottleneck", f"bottleneck/{key}", content, known_at, number)
    for number, (key, known_at, body, indicator, fraction, before) in enumerate(AIMS):
        if indicator in known:
            content = {
                "body": body, "indicator": indicator, "fraction": fraction, "before": before, "voice": NOTED, "strength": STRIVE,
            }  # fmt: skip
            yield _fact("Aim", f"aim/{key}", content, known_at, number)
    for number, (key, known_at, body, period, title, measure, indicator) in enumerate(FOCUS):
        moved = indicator if indicator in known else ""
        content = {"body": body, "period": period, "title": title, "measure": measure, "indicator": moved}
        yield _fact("FocusTask", f"focus/{key}", content, known_at, number)


def _fact(kind: str, key: str, content: dict[str, str], known_at: str, number: int) -> CaseFact:
    act = Act(kind, key, {name: said for name, said in content.items() if said})
    return CaseFact(act, f"bb-{known_at[:4]}", f"đoạn {number + 1}", instant(known_at), "", WHERE)
