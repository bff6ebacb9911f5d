"""In what is an amount said: money, per cent, a physical measure, or a counted noun?

Closed measures have one name each ("VND", "%", "ha"); a counted noun keeps
the words of the text ("dự án", "hộ"). Words of time are durations and no
amounts.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from decimal import Decimal

TIMES = {
    "nghìn tỷ": 12, "ngàn tỷ": 12, "nghìn tỉ": 12, "ngàn tỉ": 12, "tỷ": 9, "tỉ": 9, "trăm triệu": 8, "triệu": 6, "vạn": 4,
    "nghìn": 3, "ngàn": 3, "trăm": 2, "tr": 6,
}  # fmt: skip
MONEY = {
    "đồng": "VND", "đ": "VND", "vnđ": "VND", "vnd": "VND", "usd": "USD", "đô la mỹ": "USD", "đô la": "USD", "đô-la": "USD", "đôla": "USD",
    "yên": "JPY", "jpy": "JPY", "euro": "EUR", "eur": "EUR",
}  # fmt: skip
CLOSED = {
    "%": "%", "%0": "‰", "‰": "‰", "phần trăm": "%", "điểm phần trăm": "điểm %", "điểm %": "điểm %", "hecta": "ha", "héc ta": "ha",
    "hécta": "ha", "hec-ta": "ha", "héc-ta": "ha",
    "ha": "ha",
    "m2": "m2", "m²": "m2", "mét vuông": "m2", "m3": "m3", "m³": "m3", "mét khối": "m3", "km2": "km2", "km²": "km2", "km": "km", "m": "m",
    "mét": "m", "tấn": "tấn", "tạ": "tạ", "kg": "kg", "lít": "lít", "lần": "lần", "kwh": "kWh", "mw": "MW", "mwp": "MWp", "kwp": "kWp",
    "km/h": "km/h", "gb": "GB", "ki lô mét": "km", "kilômét": "km", "cây số": "km",
}  # fmt: skip
NOUNS = (
    "doanh nghiệp", "dự án", "công trình", "tiêu chí", "chỉ tiêu", "nhiệm vụ", "học sinh", "sinh viên", "giáo viên", "lao động",
    "lượt khách",
    "lượt người", "lượt", "hộ gia đình", "hộ nghèo", "hộ cận nghèo", "hộ dân", "hộ", "nhân khẩu", "người dân", "người", "trường hợp",
    "trường học",
    "trường", "cơ sở", "đơn vị hành chính", "đơn vị", "địa phương", "phường, xã", "xã, phường", "xã, thị trấn", "sở, ban, ngành",
    "tỉnh thành",
    "tỉnh, thành phố", "tỉnh", "huyện", "xã", "phường", "thôn", "tổ dân phố", "khu dân cư", "mô hình", "vị trí", "hồ sơ", "thủ tục",
    "kiến nghị",
    "ý kiến", "nội dung", "văn bản", "quyết định", "nghị quyết", "kế hoạch", "cuộc", "đoàn", "đợt", "buổi", "vụ việc", "vụ",
    "đối tượng", "đảng viên",
    "chi bộ", "đại biểu", "cán bộ", "công chức", "viên chức", "hợp tác xã", "trang trại", "sản phẩm", "cây xanh", "cây", "con", "chiếc",
    "cái", "phòng học",
    "phòng", "giường bệnh", "giường", "bác sĩ", "trạm y tế", "trạm", "chợ", "cụm công nghiệp", "khu công nghiệp", "nhà máy", "nhà",
    "căn hộ", "căn nhà",
    "căn", "thửa đất", "thửa", "tuyến đường", "tuyến", "cầu", "điểm trường", "điểm", "bậc", "container", "xe", "phương tiện", "tàu",
    "tờ khai",
    "giấy chứng nhận", "giấy phép", "giải pháp", "đồng chí", "thành viên", "hội viên", "câu lạc bộ", "lớp", "suất", "nghìn tấn",
    "gói thầu", "lô",
    "khách", "phiếu", "di tích", "nhà văn hóa", "sáng kiến", "đề án", "chương trình", "tổ chức", "cá nhân", "tập thể", "nhóm", "bộ",
    "ca", "mũi", "liều", "mặt bằng", "dự thảo", "công ty", "thông tin", "vi bằng", "tổ", "bộ, ngành", "sở, ngành", "lợn", "trâu", "bò",
    "cơ quan", "thị trấn", "thành phố", "hiệp định", "danh mục", "mặt hàng", "biên bản", "thông tư", "nghị định", "cuộc họp",
    "hội nghị", "lao động", "cục", "chi cục", "sở", "tập đoàn", "trung tâm", "đảng bộ", "bệnh viện", "công việc", "câu hỏi", "phản ánh",
    "bưu gửi", "ngôi nhà", "hội viên", "ngày công", "cuộc gọi", "mét khối", "tổ hợp tác", "chủ đầu tư", "nhà thầu", "tàu cá", "điểm ngập",
    "tiểu thương", "hộ kinh doanh", "cơ sở kinh doanh", "chương trình", "tuyến phố",
)  # fmt: skip
OF_GROUND = (
    "cơ quan trung ương",
    "cơ quan",
    "thành phố",
    "thị xã",
    "thị trấn",
    "huyện",
    "quận",
    "phường",
    "xã",
    "đặc khu",
    "ban",
    "ngành",
    "địa phương",
    "đơn vị",
    "tổ chức",
    "đoàn thể",
)
TIME = (
    "năm",
    "tháng",
    "ngày",
    "giờ",
    "phút",
    "giây",
    "tuần",
    "quý",
    "h",
    "thập kỷ",
    "thế kỷ",
    "tuổi",
    "đêm",
    "nhiệm kỳ",
    "mùa",
    "phiên",
    "kỳ",
    "khóa",
)
NO_NOUNS = (
    "và là của trên trong đến tới từ với cho khi thì mà để do bởi vì tại ở vào ra lên xuống còn đã đang sẽ được bị có không "
    "chưa so bằng tăng giảm đạt "
    "cũng này đó ấy kia trở thuộc theo nhưng song hoặc hay như nên nếu sau trước giữa cùng gồm hơn gần khoảng dưới rõ cấp "
    "chiều sáng trưa tối đầu cuối "
    "chiếm vượt thấp cao ước dự về qua làn tầng nhất nhì chỉ mới vẫn phải cần tiếp hằng hàng trình mỗi lần lại làm xây nằm "
    "nữa qua các những này khác rồi thi phân ra đi nhằm xin"
)
NO_NOUN = frozenset(NO_NOUNS.split())


def _words(found: object) -> str:
    return "|".join(sorted((re.escape(word).replace(r"\ ", r"\s") for word in found), key=len, reverse=True))  # type: ignore[attr-defined]


PER = (
    r"(?:\s?/\s?(?:người|năm|tháng|ngày|ha|hecta|m2|m²|m3|m³|km2|km²|kg|tấn|tạ|hộ|lít|sào|lượt|suất|vụ|khẩu|công|cây|con|chiếc|"
    r"phòng|học sinh|lao động|căn))"
)
MULTIPLE = re.compile(rf"\s?({_words(TIMES)})(?!\w)")
CURRENCY = re.compile(rf"\s?({_words(MONEY)})(?!\w)({PER}{{0,3}})")
EXACT = re.compile(rf"\s?({_words(CLOSED)})(?!\w)(?!\slượt)({PER}{{0,2}})")
NOUN = re.compile(rf"\s((?:{_words(NOUNS)})(?!\w)(?:,\s(?:{_words(OF_GROUND)})(?!\w)(?!\s[\d]))*)({PER}{{0,2}})")
SPELL = re.compile(rf"\s?(?:{_words(TIME)})(?!\w)")
ANY_NOUN = re.compile(r"\s([^\W\d_]{1,8})(?!\w)")
POINTS_BACK = re.compile(r"\s(?:này|ấy|đó|kia)(?!\w)")
ACRONYM = re.compile(r"\s?(DN|HTX|KDC|TDP|CLB|TTHC|CBCC|CBCCVC|GCN|KCN|CCN|VBQPPL)(?!\w)")


@dataclass(frozen=True, slots=True)
class SaidMeasure:
    """What an amount is counted in, and where its words end.

    Args:
        name: One name for one measure: "VND", "%", "VND/người/năm", "dự án".
        times: What a printed one stands for: 10⁹ for "tỷ đồng".
        end: Where its words end in the clean text.
        counted: Whether it is a noun that things are counted by.
        implied: Whether only the multiple is said and money is meant ("735 tỷ").
    """

    name: str
    times: Decimal
    end: int
    counted: bool = False
    implied: bool = False


def measure_at(low: str, *, place: int, text: str) -> SaidMeasure | None:
    """Return the measure whose words begin at the place, straight after a number; None where there is none or a duration."""
    if SPELL.match(low, place):
        return None
    multiple = MULTIPLE.match(low, place)
    times, after = (Decimal(10) ** TIMES[multiple[1]], multiple.end()) if multiple else (Decimal(1), place)
    if money := CURRENCY.match(low, after):
        if not multiple and money[1] == "đ" and low[after : after + 1] == " ":
            return None
        return SaidMeasure(MONEY[" ".join(money[1].split())] + _per(money[2]), times, money.end())
    if (exact := EXACT.match(low, after)) and (exact[1] != "m" or not low.startswith("/", exact.end())):
        return SaidMeasure(CLOSED[" ".join(exact[1].split())] + _per(exact[2]), times, exact.end())
    if (noun := NOUN.match(low, after)) and not POINTS_BACK.match(low, noun.end()):
        return SaidMeasure(" ".join(noun[1].split()) + _per(noun[2]), times, noun.end(), counted=True)
    if acronym := ACRONYM.match(text, after):
        return SaidMeasure(acronym[1], times, acronym.end(), counted=True)
    if noun:
        return None
    other = ANY_NOUN.match(low, after)
    if other and other[1] not in NO_NOUN and text[other.start(1)].islower() and not (multiple and multiple[1] in ("tỷ", "tỉ", "nghìn tỷ")):
        return SaidMeasure(other[1], times, other.end(), counted=True)
    return SaidMeasure("VND", times, after, implied=True) if multiple and TIMES[multiple[1]] >= 6 else None


def _per(said: str) -> str:
    parts = [part.strip() for part in said.split("/") if part.strip()]
    return "".join("/" + CLOSED.get(part, part) for part in parts)
