"""What stands out in the made case, by name: the places a reviewer should find.

Everything else is chance. An indicator that is no longer in the starter set
is passed over; nothing here is needed for the rest to stand.
"""

from __future__ import annotations

from giaoban.cases.tinh_mau.ground import CITY, INTO_THE_WARD, WARD, WEST, group_id
from giaoban.cases.tinh_mau.own import BY_ITEM, BY_WASTE

NOW = "2026-Q1"
# How well it goes, in thousandths of the usual: series, place, quarter or year.
STORIES: dict[tuple[str, str, str], int] = {
    # Phường Mẫu in the first quarter of 2026: weak …
    ("von-dau-tu-cong-giai-ngan", WARD, NOW): 700,
    ("gia-tri-chuong-trinh-hoan-thanh", WARD, NOW): 560,
    ("xi-mang-da-cap", WARD, NOW): 430,
    ("thue-dat-phi-nong-nghiep", WARD, NOW): 550,
    ("via-he-chinh-trang", WARD, NOW): 480,
    # … behind …
    ("cap-giay-chung-nhan-dat", WARD, NOW): 820,
    ("giai-quyet-viec-lam", WARD, NOW): 840,
    ("ho-kinh-doanh-moi", WARD, NOW): 830,
    ("boi-thuong-da-chi-tra", WARD, NOW): 800,
    ("ho-phan-loai-rac", WARD, NOW): 800,
    ("mo-hinh-nong-nghiep-do-thi", WARD, NOW): 1400,
    # … well, as nearly everything …
    ("*", WARD, NOW): 1030,
    ("thu-ngan-sach", WARD, NOW): 1090,
    ("thu-ngan-sach-xa", WARD, NOW): 1060,
    ("doanh-nghiep-thanh-lap-moi", WARD, NOW): 1150,
    ("rac-thu-gom", WARD, NOW): 1010,
    # … and far above a low plan: the trees of Tết.
    ("cay-xanh-trong-moi", WARD, NOW): 1250,
    # The city's years.
    ("cay-xanh-trong-moi", "phuong-mau-mot", "2021-Q1"): 2300,
    ("cay-xanh-trong-moi", "xa-mau-bac", "2023-Q1"): 3900,
    ("xi-mang-da-cap", "xa-mau-trung", "2021"): 450,
    ("duong-be-tong-xi-mang", "xa-mau-trung", "2021"): 560,
    ("khach-du-lich", CITY, "2020"): 420,
    ("thu-ngan-sach", WEST, "2023"): 640,
    ("von-dau-tu-cong-giai-ngan", "phuong-mau-muoi", "2024"): 610,
}
for _place in (*INTO_THE_WARD, "phuong-mau-bay", "phuong-mau-tam", "phuong-mau-chin", "phuong-mau-muoi"):
    STORIES["khach-du-lich", _place, "2020"] = 450
for _number in (5, 9, 12, 17, 23, 28, 31, 36):  # groups where trees and roads lag
    STORIES["duong-be-tong-xi-mang", group_id(_number), NOW] = 150
    STORIES["cay-xanh-trong-moi", group_id(_number), NOW] = 500
for _number in (2, 14, 20):
    STORIES["cay-xanh-trong-moi", group_id(_number), NOW] = 3200

# Plans that were low, in thousandths of what they would have been: series, place, year.
LOW_PLANS = {
    ("cay-xanh-trong-moi", WARD, 2026): 520,
    ("cay-xanh-trong-moi", WARD, 2025): 600,
    ("doanh-nghiep-thanh-lap-moi", WARD, 2025): 620,
    ("cay-xanh-trong-moi", "phuong-mau-mot", 2021): 650,
    ("cay-xanh-trong-moi", "xa-mau-bac", 2023): 300,
}

# Groups of the ward that sent nothing, or nothing yet: place and month.
SILENT = {
    (group_id(10), "2026-03"), (group_id(17), "2026-03"), (group_id(33), "2026-01"), (group_id(33), "2026-02"), (group_id(33), "2026-03"),
    (WEST, "2023-07"), (WEST, "2023-08"), (WEST, "2023-09"), ("xa-mau-ha", "2020-05"), ("phuong-mau-muoi", "2024-11"),
}  # fmt: skip
# Reports that came late for certain: place, month, days after the month.
LATE = {(group_id(8), "2026-03"): 13, (group_id(21), "2026-03"): 12, (WEST, "2024-06"): 47, (CITY, "2025-06"): 26}

# What the comparison of 2026 with 2025 rests on came in time and whole, but for one figure.
CERTAIN = {(place, month) for place in INTO_THE_WARD for month in ("2025-01", "2025-02", "2025-03")} | {
    (WARD, month) for month in ("2026-01", "2026-02", "2026-03")
}
LACKING = {("khach-du-lich", "phuong-mau-bon", "2025-Q1")}

# What bodies say does not apply to them.
NOT_APPLICABLE = {
    (series, place)
    for place in ("phuong-mau-mot", "phuong-mau-hai", "phuong-mau-nam")
    for series in ("dien-tich-gieo-trong", "dien-tich-lua", "nang-suat-lua", "kenh-muong-kien-co", "vuon-mau")
} | {("kenh-muong-kien-co", WARD), ("vuon-mau", WARD)}

# Numbers first said wrong and then corrected, in thousandths of the right one: series, place, period.
MENDED = {("cap-giay-chung-nhan-dat", WARD, NOW): 1350}
# Numbers that do not fit and that nobody corrected, in thousandths of the right one: series, place, period.
MISSTATED = {
    ("duong-be-tong-xi-mang", WARD, "2026-02"): 1300,  # the ward says more than its groups
    ("khach-du-lich", WARD, "2025-Q4"): 10_000,  # a digit too many
    ("thu-ngan-sach", "phuong-mau-hai", "2022-9M"): 1040,  # the nine months are not the months
}
# A year so far said once more beside the months, in thousandths of what they add up to: series, place, last month.
SAID_AGAIN = {
    ("thu-ngan-sach-xa", WARD, "2026-03"): 1035,
    ("von-dau-tu-cong-giai-ngan", WARD, "2026-03"): 1000,
    ("ho-so-tiep-nhan", WARD, "2026-03"): 1000,
}
# Parts that do not make the whole: thousandths of the last part.
PARTS_OFF = {(BY_ITEM, WARD, NOW): 1450, (BY_WASTE, "phuong-mau-ba", "2022-08"): 620}

# Figures to a day: series, place, day. One stands in a month that is told of anyway.
TO_A_DAY = {("thu-ngan-sach", CITY, f"{year}-{month}-20") for year in range(2019, 2025) for month in ("04", "08", "11")} | {
    ("thu-ngan-sach", CITY, "2023-06-20"), ("thu-ngan-sach", WARD, "2026-02-20"), ("thu-ngan-sach", WARD, "2026-04-10"),
}  # fmt: skip

# Relations that papers state, in thousandths of the true one: series, place, quarter's last month, relation, authority.
STATED = {
    ("thu-ngan-sach", WARD, "2026-03", "same_period", "-"): 1000,
    ("doanh-nghiep-thanh-lap-moi", WARD, "2026-03", "same_period", "-"): 1000,
    ("thu-ngan-sach", WARD, "2026-03", "plan", "hdnd-giao"): 1000,
    ("cay-xanh-trong-moi", WARD, "2026-03", "plan", "unnamed"): 1000,
    ("ho-kinh-doanh-moi", WARD, "2026-03", "same_period", "-"): 1310,  # contradicts the figures
    ("thu-ngan-sach-xa", WARD, "2026-03", "plan", "tinh-giao"): 1180,  # contradicts figures and plan
    ("cay-xanh-trong-moi", "phuong-mau-mot", "2021-03", "plan", "unnamed"): 1000,
    ("thu-ngan-sach", "phuong-mau-muoi", "2023-06", "same_period", "-"): 1220,  # contradicts the figures
}
WITHOUT_BASE = 1084  # what the city says of 2019 against 2018, of which no figure is known

# Judgements in words: series, place, period, rank of the word from 0, best first.
WORDS = {
    ("danh-gia-xu-ly-rac-vo-chu", WARD, NOW): -1,
    ("danh-gia-dong-gop-giao-duc", WARD, NOW): -1,
    ("danh-gia-chuong-trinh-muc-tieu", WARD, NOW): -1,
    ("danh-gia-trat-tu-do-thi", WARD, NOW): 0,
    ("danh-gia-gpmb", WARD, NOW): -2,
    ("danh-gia-bau-cu", WARD, NOW): 1,
}
ELECTIONS = {"danh-gia-bau-cu", "cu-tri-di-bau", "cu-tri-danh-sach"}
ELECTION_YEARS = {2021, 2026}
