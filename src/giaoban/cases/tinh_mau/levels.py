"""How much is usual: plausible sizes for an average unit of some 6 500 people, and what to take where nothing is said.

Only orders of magnitude are meant; nothing here is a real figure of anybody.
A new indicator needs no line: it gets the usual size of its measure.
"""

from __future__ import annotations

from giaoban.catalogue.indicator import Direction, Indicator, OverBodies, OverTime

# Of a flow the whole year's amount, of a stock the stock, of a rate or index its level, in 2021.
LEVELS = {
    "thu-ngan-sach": "22 tỷ đồng", "thu-ngan-sach-xa": "9 tỷ đồng", "thue-dat-phi-nong-nghiep": "180 triệu đồng",
    "phi-le-phi": "140 triệu đồng", "chi-ngan-sach": "12 tỷ đồng", "ke-hoach-von-dau-tu-cong": "15 tỷ đồng",
    "tong-gia-tri-san-xuat": "620 tỷ đồng", "toc-do-tang-gia-tri-san-xuat": "9,5 %", "toc-do-tang-thuong-mai-dich-vu": "11 %",
    "thu-nhap-binh-quan": "62 triệu đồng/người/năm", "doanh-nghiep-thanh-lap-moi": "16 doanh nghiệp",
    "hop-tac-xa-thanh-lap-moi": "1 HTX", "ho-kinh-doanh-moi": "44 hộ", "san-pham-ocop": "3 sản phẩm", "khach-du-lich": "4.200 lượt",
    "ra-quan-trat-tu-do-thi": "24 đợt", "vi-pham-via-he-xu-ly": "64 vụ", "vi-pham-trat-tu-xay-dung": "12 vụ",
    "tuyen-pho-van-minh": "4 tuyến", "so-to-dan-pho": "9 khu", "nha-van-hoa-kieu-mau": "2 nhà", "khu-dan-cu-kieu-mau": "2 khu",
    "via-he-chinh-trang": "1.400 m²", "tong-chieu-dai-duong": "42 km", "cay-xanh-trong-moi": "800 cây",
    "cay-duoc-kiem-dem": "700 cây", "mo-hinh-nong-nghiep-do-thi": "4 mô hình", "mo-hinh-nong-nghiep-duy-tri": "4 mô hình",
    "dien-tich-gieo-trong": "140 ha", "nang-suat-lua": "54 tạ/ha", "tong-dan-lon": "1.500 con", "tong-dan-trau-bo": "220 con",
    "tong-dan-gia-cam": "9.000 con", "vuon-mau": "6 vườn", "duong-be-tong-xi-mang": "1,8 km", "ranh-thoat-nuoc": "1,4 km",
    "kenh-muong-kien-co": "0,9 km", "xi-mang-dang-ky": "420 tấn", "gia-tri-chuong-trinh-ke-hoach": "8 tỷ đồng",
    "nhan-dan-dong-gop": "0,9 tỷ đồng", "ngay-cong-dong-gop": "900 ngày công", "dat-nhan-dan-hien": "600 m²",
    "nao-vet-thuy-loi": "1.500 m³", "trau-bo-dien-tiem": "200 con", "lon-dien-tiem": "1.300 con", "gia-cam-dien-tiem": "8.000 con",
    "gia-suc-giet-mo": "2.400 con", "vi-pham-giet-mo": "3 vụ", "o-dich-vat-nuoi": "1 ổ", "co-so-kiem-tra-attp": "40 cơ sở",
    "rac-phat-sinh": "1.900 tấn", "diem-rac-vo-chu": "5 điểm", "diem-rac-da-xu-ly": "6 điểm", "dien-tich-phai-thu-hoi": "6 ha",
    "boi-thuong-duoc-duyet": "14 tỷ đồng", "phuong-an-phai-lap": "60 phương án", "cap-giay-chung-nhan-dat": "130 giấy",
    "nha-tam-phai-xoa": "12 nhà", "dong-gop-giao-duc": "260 triệu đồng", "so-truong": "3 trường", "tre-duoc-can-do": "480 trẻ",
    "tre-sinh-ra": "90 trẻ", "giai-quyet-viec-lam": "150 người", "dan-so": "6.500 người", "dien-tich-tu-nhien": "4,2 km²",
    "cu-tri-danh-sach": "4.700 người", "ho-so-tiep-nhan": "2.600 hồ sơ", "ho-so-da-giai-quyet": "2.500 hồ sơ",
    "chi-so-cai-cach-hanh-chinh": "84 điểm", "tai-nan-giao-thong": "3 vụ", "nguoi-chet-tai-nan-giao-thong": "1 người",
    "nguoi-bi-thuong-tai-nan-giao-thong": "3 người", "don-thu-phai-giai-quyet": "16 đơn", "ket-nap-dang-vien": "9 người",
    "nhiem-vu-den-han": "120 nhiệm vụ",
    "thu-theo-khoan-mau": "22 tỷ đồng", "hoc-sinh-theo-cap-mau": "1.250 học sinh", "rac-theo-loai-mau": "1.900 tấn",
    "tre-em-can-bao-ve-mau": "11 em",
}  # fmt: skip

# What is so many thousandths of something else, beside the numerators of ratios.
SHARES = {
    "so-ho": ("dan-so", 270), "so-lao-dong": ("dan-so", 560), "thu-tien-su-dung-dat": ("thu-ngan-sach", 300),
    "xi-mang-da-cap": ("xi-mang-dang-ky", 860), "xi-mang-da-dung": ("xi-mang-da-cap", 900), "dien-tich-lua": ("dien-tich-gieo-trong", 620),
}  # fmt: skip
# Usual level of a ratio in thousandths, by its id.
RATES = {
    "giai-ngan-dau-tu-cong": 940, "ty-trong-thuong-mai-dich-vu": 620, "ty-le-to-dan-pho-van-hoa": 850, "ty-le-gia-dinh-van-hoa": 880,
    "ty-le-xu-ly-vi-pham-xay-dung": 880, "ty-le-duong-chieu-sang": 780, "ty-le-duong-cung-hoa": 850, "ty-le-cay-song": 910,
    "ty-le-tiem-phong-trau-bo": 800, "ty-le-tiem-phong-lon": 760, "ty-le-tiem-phong-gia-cam": 830, "giet-mo-tap-trung": 620,
    "ty-le-co-so-dat-attp": 890, "ty-le-thu-gom-rac": 930, "ty-le-ho-phan-loai-rac": 420, "ty-le-ho-nuoc-sach": 940,
    "ty-le-gpmb": 860, "ty-le-chi-tra-boi-thuong": 880, "ty-le-phuong-an-boi-thuong": 920, "ty-le-xoa-nha-tam": 850,
    "ty-le-truong-dat-chuan": 750, "ty-le-bao-hiem-y-te": 920, "ty-le-suy-dinh-duong": 60, "ty-le-sinh-con-thu-ba": 150,
    "ty-le-ho-ngheo": 18, "ty-le-ho-can-ngheo": 26, "ty-le-lao-dong-qua-dao-tao": 720, "ty-le-cu-tri-di-bau": 985,
    "ty-le-ho-so-truc-tuyen": 640, "ty-le-ho-so-dung-han": 965, "ty-le-don-thu-giai-quyet": 870, "ty-le-nhiem-vu-dung-han": 900,
    "khoi-luong-chuong-trinh-muc-tieu": 940,
}  # fmt: skip
# Weight of each month in the year's amount.
SEASONS = {
    "thu-ngan-sach": (120, 75, 85, 80, 80, 80, 80, 75, 75, 80, 80, 90),
    "thu-ngan-sach-xa": (105, 75, 85, 80, 80, 80, 80, 75, 80, 80, 80, 100),
    "von-dau-tu-cong-giai-ngan": (20, 45, 75, 80, 80, 90, 90, 90, 95, 95, 100, 140),
    "duong-be-tong-xi-mang": (60, 85, 110, 105, 105, 95, 85, 75, 60, 60, 75, 85),
    "ranh-thoat-nuoc": (60, 85, 110, 105, 105, 95, 85, 75, 60, 60, 75, 85),
    "cay-xanh-trong-moi": (230, 270, 100, 55, 55, 40, 30, 30, 40, 50, 50, 50),
    "khach-du-lich": (80, 95, 75, 85, 95, 120, 125, 105, 65, 50, 50, 55),
    "dien-tich-gieo-trong": (130, 130, 60, 20, 60, 100, 130, 100, 70, 70, 70, 60),
}
EVEN = (84, 76, 84, 82, 84, 84, 84, 84, 82, 84, 84, 88)
MONEY, COUNTED_BY_ONE = "đồng", 20
FLOWS = {
    "tỷ đồng": 12, "triệu đồng": 300, "nghìn đồng": 90_000, "km": 2, "m²": 1200, "m³": 1200, "ha": 40, "tấn": 300, "cây": 900, "người": 60,
    "hộ": 40, "lượt": 3000, "hồ sơ": 2000, "con": 900, "vụ": 8, "ổ": 1, "giấy": 100,
}  # fmt: skip
STOCKS = {"người": 900, "hộ": 300, "con": 1500, "tỷ đồng": 14, "km": 30, "km²": 4, "ha": 120, "học sinh": 1000, "trẻ": 300, "cây": 2000}
LOW, HIGH = 40, 850


def usual_level(indicator: Indicator) -> int:
    """Return the size in the indicator's own measure where no table names it."""
    label = indicator.measure.label
    if indicator.is_percentage:
        return 4 if indicator.direction is Direction.LESS else 82
    if is_rate(indicator):
        return 60
    table = FLOWS if indicator.over_time is OverTime.SUM else STOCKS
    return table.get(label, COUNTED_BY_ONE)


def usual_rate(ratio: Indicator) -> int:
    """Return the usual level of a ratio in thousandths."""
    return RATES.get(ratio.id, LOW if ratio.direction is Direction.LESS else HIGH)


def is_rate(indicator: Indicator) -> bool:
    """Whether a larger body has no larger figure: a percentage, an index, an amount per head."""
    if indicator.is_percentage or "/" in indicator.measure.label:
        return True
    return indicator.over_time is OverTime.NEVER or indicator.over_bodies not in (OverBodies.SUM, OverBodies.NONE)
