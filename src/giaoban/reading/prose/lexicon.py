"""Which words of official prose tell an order or a request, and who is above whom?

Everything is matched against text in one spelling. These are words of the
language of offices, not of any document.
"""

from __future__ import annotations

import re
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Lexeme:
    """Words that tell one thing (từ khóa), and by which syllables a text without any of them is passed over.

    Args:
        pattern: Finds them.
        begin: With one of these syllables each of them begins; empty where that cannot be told.
    """

    pattern: re.Pattern[str]
    begin: frozenset[str]

    def search(self, low: str, *, syllables: frozenset[str] | None = None) -> re.Match[str] | None:
        """Return the first place where one stands.

        Args:
            syllables: All that the text holds, or more.
        """
        if syllables is not None and self.begin and self.begin.isdisjoint(syllables):
            return None
        return self.pattern.search(low)

    def taken_out(self, low: str, *, syllables: frozenset[str] | None = None) -> str:
        """Return the text with a blank in the place of each."""
        if syllables is not None and self.begin and self.begin.isdisjoint(syllables):
            return low
        return self.pattern.sub(" ", low)


def any_of(*words: str, before: str = r"(?<!\w)", after: str = r"(?!\w)") -> Lexeme:
    """Return what finds any of the words, whole; a word may itself hold several, with "|" between them."""
    begin = {syllable for said in words for part in _parts(said) for syllable in _begins(part)}
    return Lexeme(re.compile(before + one_of(*words) + after), frozenset() if "" in begin else frozenset(begin))


def _begins(part: str) -> set[str]:
    """Return the first syllables that a part may have; an empty one where it cannot be told."""
    if part.startswith("(?<!"):
        return _begins(part[_closes(part, 0) + 1 :])
    if part.startswith("(?:"):
        end = _closes(part, 0)
        rest = part[end + 1 :]
        if rest[:1] in ("*", "+", "{"):
            return {""}
        found = {syllable for inner in _parts(part[3:end]) for syllable in _begins(inner + ("" if rest[:1] == "?" else rest))}
        if rest[:1] == "?":
            found = {syllable for inner in _parts(part[3:end]) for syllable in _begins(inner + rest[1:])} | _begins(rest[1:])
        return found
    plain = PLAIN.match(part)
    if not plain:
        return {""}
    after = part[plain.end() :]
    return {plain[0]} if not after or after[0] in " ,|):" or after.startswith(("(?!", "(?<!", "(?: ", "(?:,")) else {""}


def _closes(said: str, begin: int) -> int:
    """Return where the bracket closes that opens at the place."""
    depth = 0
    for place in range(begin, len(said)):
        depth += (said[place] == "(") - (said[place] == ")")
        if not depth:
            return place
    return len(said)


def one_of(*words: str) -> str:
    """Return the pattern of any of the words.

    Words of one initial stand together, so that a letter that begins none of
    them is passed over at once; which of them wins does not change.
    """
    initials: dict[str, list[str]] = {}
    for word in (part for said in words for part in _parts(said)):
        is_plain = word[:1].isalpha() and word[1:2] not in ("?", "*", "+", "{")
        initials.setdefault(word[0] if is_plain else "", []).append(word[1:] if is_plain else word)
    return "(?:" + "|".join(f"{initial}(?:{'|'.join(rest)})" for initial, rest in initials.items()) + ")"


PLAIN = re.compile(r"[^\W\d_]+")


def _parts(said: str) -> list[str]:
    """Return what stands between the "|" that lie in no bracket."""
    parts, depth, begin = [], 0, 0
    for place, letter in enumerate(said):
        depth += (letter in "([") - (letter in ")]")
        if letter == "|" and not depth:
            parts.append(said[begin:place])
            begin = place + 1
    return [*parts, said[begin:]]


# ---------------------------------------------------------------- who

ABOVE = one_of(
    r"chính phủ|thủ tướng|quốc hội|trung ương|bộ (?!phận|tiêu|hồ|mặt|máy|chỉ)|các bộ|tỉnh|thành phố|tp|hđnd|ubnd (?:tỉnh|"
    r"thành phố|tp|huyện|quận)|cấp trên|cấp có thẩm quyền|nhà nước|tổng cục"
    r"|ngân hàng nhà nước|sở|lãnh đạo (?:tỉnh|thành phố|huyện)"
)
BELOW = one_of(
    r"các (?:\w+ ){0,2}?(?:xã|phường|huyện|quận|sở|ban|ngành|đơn vị|địa phương|cơ quan|phòng|chủ đầu tư|cấp|đồng chí|"
    r"tổ chức|tỉnh|bộ|nhà thầu|thành viên|đảng|tập đoàn|hội)|cấp ủy|đảng ủy|ubnd|ủy ban nhân dân|sở [\w&]+|phòng |thủ trưởng"
    r"|người đứng đầu|chủ đầu tư|từng đồng chí|mỗi|văn phòng|công an|ban quản lý|kho bạc|chi cục|trung tâm|đơn vị|địa phương|"
    r"nhà thầu|ban chỉ đạo|mttq|ban (?!hành)|thường trực|toàn (?:ngành|tỉnh|huyện|đảng bộ|hệ thống|lực lượng)|các tổ dân phố|"
    r"tổ dân phố|tdp|các thôn|các khu phố|các trường|"
    r"mặt trận|bộ chỉ huy|đoàn thanh niên|hội (?!nghị|thảo|viên|đồng nhân)"
)
LEADER = one_of(
    r"bí thư|chủ tịch|thủ tướng|bộ trưởng|thứ trưởng|giám đốc|trưởng ban|trưởng phòng|chủ trì|thường trực|ban thường vụ|"
    r"lãnh đạo|ubnd (?:tỉnh|thành phố|tp|huyện)|chính phủ|cục trưởng|trưởng đoàn|tỉnh ủy|thành ủy|kết luận"
)
LOWER_RANK = one_of(
    r"huyện|quận|xã|phường|cử tri|đại biểu|đb |doanh nghiệp|người dân|bà con|nhân dân|hợp tác xã|chủ đầu tư|nhà thầu|"
    r"ban quản lý|đơn vị|địa phương|hiệp hội|cục|chi cục|sở|công ty"
)

# ---------------------------------------------------------------- asking and ordering

SPOKEN_OF = (  # "các kiến nghị" are a thing that is spoken of, and ask for nothing
    "các", "những", "nhiều", "ý kiến", "ý kiến,", "nội dung", "trả lời", "tiếp thu", "giải quyết", "tổng hợp", "mọi", "đơn thư",
    "phản ánh,", r"\d\d", "số", "xem xét", "ghi nhận", "theo", "có", "được", "bản", "hồ sơ", "văn bản", "công văn", "đơn", "tờ trình",
    "của", "thu thập", "lắng nghe", "danh mục", "việc",
)  # fmt: skip


def asking(verb: str, *, unless: str) -> str:
    """Return the pattern of a verb of asking where it is a verb.

    Args:
        unless: Words after it that make a noun of it.
    """
    return verb + "".join(f"(?<!{before} {verb})" for before in SPOKEN_OF) + f"(?! (?:{unless}))(?! được (?:giải quyết|trả lời|tiếp thu))"


PLEADS = any_of(asking("đề nghị", unless="của|công nhận|xét tặng|xét công|trên|này|nêu|đã được"))
ASKS = any_of(
    asking("kiến nghị", unless="của|chính đáng|đã được|trên|này|nêu|cử tri|sau|trước|đó"),
    asking("đề xuất", unless="của|các giải pháp|giải pháp|chính đáng|trên|này|nêu"),
    "mong(?<!như mong)(?<!trông mong)(?: muốn| được| rằng| các)?", "nên cho", "muốn(?<!mong muốn)(?! vươn| biết)",
    "cần có cơ chế", "đề đạt", "tờ trình đề nghị", "kính đề nghị",
    "xin (?<!đã xin )(?<!việc xin )(?:cơ chế|ý kiến|chủ trương|hỗ trợ|bổ sung|được|gia hạn|phép)", r"trình \w+ xem xét",
)  # fmt: skip
VOICED = any_of(
    r"(?:cử tri|hộ dân|người dân|bà con|doanh nghiệp|các đại biểu)(?!\w)(?! .{0,40}(?:được|trả lời|tiếp thu|"
    r"giải đáp))[^.;]{0,60}?(?:bày tỏ|nêu|phản ánh|gửi|có)(?: \w+){0,3} "
    r"(?:ý kiến, kiến nghị|kiến nghị|đề xuất|nguyện vọng|mong muốn)",
    after="",
)
NO_ASKING = re.compile(
    r"và\s(?=đề xuất)(?!đề xuất (?:với|tỉnh|thành phố|trung ương|chính phủ|bộ|cấp))đề xuất|(?:kịp thời|chủ động|rà soát,?|nghiên cứu,?|"
    r"tham mưu,?|chỉ|tổng hợp,?|các giải pháp|để|phải|giải quyết|trả lời|"
    r"tiếp thu|nhằm|xác định \w+, \w+ \w+ và)\s(?:các |những )?(?:kiến nghị|đề xuất)"
    r"|(?:kiến nghị|đề xuất)[^.;]{0,40}(?:đã được|được giải quyết)|không mong|chưa muốn|(?:^|,\s)muốn |phấn đấu hoàn thành"
)
UP_NEEDS = re.compile(r"^[\s\"“]*(?:thành phố|tp|trung ương|chính phủ|nhà nước|quốc hội|bộ \w+(?: \w+)?) (?:cần|nên)(?! thiết)")
NEEDS = any_of(
    r"(?:(?:tỉnh|thành phố|nhà nước|trung ương|chính phủ|quốc hội|bộ|ngành|các cấp|cơ quan chức năng|chính quyền)(?: \w+){0,4}? "
    r"(?:cần|nên|phải)(?! thiết) (?:có|sớm|quan tâm|hỗ trợ|bố trí|ban hành|xem xét|tạo|cho|điều chỉnh|sửa|bổ sung|đầu tư|tháo gỡ|"
    r"nghiên cứu))",
    after="",
)
OUTSIDER = any_of(
    r"(?:đại biểu|đb|cử tri|chuyên gia|doanh nghiệp|người dân|bà con|hộ dân|các hộ|hiệp hội|tiến sĩ|luật sư|nhân dân|nông dân|"
    r"công ty|hợp tác xã|trưởng ban pháp chế|trưởng ban kinh tế)(?!\w)[^.;]{0,90}?(?<!\w)(?:cho rằng|đề nghị|nhận xét|nêu|phân tích|"
    r"góp ý|bày tỏ|cho biết)(?!\w)",
    after="",
)
MODAL = any_of("cần(?! thiết)", "nên", "ưu tiên", "phải", "sớm", "đề xuất")
MUST = any_of("cần(?! thiết| được| gần| hơn| \\d)", "phải(?! chăng| chịu| dừng| ngừng| bỏ| rẽ)", "không được", "tuyệt đối")
SPEAKS = re.compile(rf"{LEADER}[^.:;]{{0,80}}?(?:yêu cầu|cho rằng|nhấn mạnh|chỉ rõ|kết luận|lưu ý|chỉ đạo|quán triệt|:)")
ORDERS = any_of(
    rf"(?:yêu cầu (?:\w+ ){{0,2}}?{BELOW}|{LEADER}[^.:;]{{0,70}}?(?<!các )(?<!những )(?<!theo )(?<!đã )(?:yêu cầu|chỉ đạo(?=,)|"
    rf"lưu ý|nhắc nhở|"
    rf"nhấn mạnh (?:nhiều |các |một số )?(?:nhiệm vụ|yêu cầu))(?! của| trên| này| đặt| đề ra| nhiệm vụ| cao| mới| phát)|"
    rf"yêu cầu ?[:,“\"]|"
    rf"(?<!được )(?<!bàn )giao (?!ban )(?:cho |nhiệm vụ cho )?(?:{BELOW}|bộ |"
    rf"đồng chí)|giao:|(?<!đã )phân công|lưu ý (?:{BELOW}|một số)|đôn đốc {BELOW}|phê bình|nghiêm cấm|tuyệt đối không)",
    after="",
)
DIRECTS = any_of(rf"(?:chỉ đạo|nhắc nhở|chấn chỉnh|quán triệt)(?: quyết liệt)?(?: tới| đến)? {BELOW}", after="")
DUTY = any_of(
    rf"{BELOW}[^.;:]{{0,140}}?(?<!\w)(?:cần(?! thiết| có cơ chế)|phải(?! chăng| chịu| đối| dừng| ngừng| bỏ| rẽ)|"
    rf"có trách nhiệm|chủ động|tập trung|khẩn trương|bám (?:sát|vào|khung)|định kỳ|chịu trách nhiệm|nghiêm túc|tăng cường"
    r"|đẩy nhanh|đẩy mạnh|rà soát|chủ trì(?! (?:cuộc|buổi|hội nghị|phiên|lễ|họp|buổi))|đôn đốc|tham mưu|thẩm định|"
    r"phối hợp (?:với )?(?:các|ubnd|sở|phòng|công an))(?!\w)",
    after="",
)
ACTION_NEEDED = any_of(
    r"(?<!đang )(?<!rất )(?:cần|phải)(?: phải| được)?(?: tiếp tục| sớm| khẩn trương| chủ động)? (?:tập trung|rà soát|giải quyết|"
    r"đẩy (?:nhanh|mạnh)|tăng cường|chú trọng|quan tâm|"
    r"xác định|nghiên cứu|chủ động|phối hợp|kiểm tra|siết chặt|bảo đảm|đảm bảo|ưu tiên|tiếp tục|nâng cao|đổi mới|huy động|bố trí|"
    r"có (?:thái độ|giải pháp|biện pháp|kế hoạch|phương án|lộ trình)|thực hiện|khẩn trương|sớm|làm (?:tốt|rõ|nhanh)|có giải pháp|"
    r"quyết liệt|bám sát|phát huy|xử lý|khắc phục|hoàn thành|nêu cao|"
    r"vào cuộc|tháo gỡ|linh hoạt|nỗ lực|quán triệt|điều chuyển|thường xuyên|tuyên truyền|nhận thức|đánh giá|coi|lấy|hành động|"
    r"có trách nhiệm)(?!\w)",
    after="",
)
HEADS = re.compile(
    r"^[\s\"“(+*•–-]*(?:(?:điều )?\(?\d{1,2}(?:\.\d{1,2}){0,2}[.)]\s*|[a-zđ][.)]\s*|[ivx]{1,4}\.\s*)?(?:[-+]\s*)?(?:(?:trong đó|"
    r"bên cạnh đó|đồng thời|ngoài ra|đặc biệt|cùng với đó|về \w+(?: \w+){0,4}|trước mắt|thời gian tới|từ nay đến cuối năm|"
    r"trên cơ sở[^,;]{1,140}|theo đó|nhất là),?\s)*"
    r"(?:tiếp tục|tập trung|rà soát|đẩy mạnh|đẩy nhanh|tăng cường|chủ trì|chủ động|phối hợp|tổng hợp|thực hiện(?! (?:công|quyết|nghị|"
    r"chỉ|kết|thông|kế|hướng) \w+ số)|triển khai|khơi dậy|xác định rõ|"
    r"tổ chức (?:quán triệt|thực hiện|tuyên truyền|triển khai|rà soát|kiểm tra|lấy ý kiến|đối thoại)|"
    r"hướng dẫn|khẩn trương|chú trọng|nâng cao|bảo đảm|đảm bảo|xây dựng|kiểm tra|định kỳ|báo cáo(?! từ| của| cho| tại| số| nhanh| nêu|"
    r" về| viên| cũng)(?![^.;]{0,90}(?:cho biết|cho thấy|nêu rõ))|chỉ đạo|nghiêm túc|tham mưu|"
    r"nhận diện|chỉ (?:đề xuất|bố trí|trình)"
    r"|quán triệt|bố trí|theo dõi|đôn đốc|kịp thời|kiên quyết|quyết liệt|phát huy|làm tốt|hoàn thiện|hoàn thành|quan tâm|giao|"
    r"yêu cầu|chuẩn bị|xử lý|giải quyết|thường xuyên|phấn đấu|siết chặt|duy trì|khắc phục|mở rộng|ưu tiên|huy động|tham gia|"
    r"đổi mới|cải thiện|khai thác"
    r"|thúc đẩy|bám sát|nghiên cứu|cụ thể hóa|tuyên truyền|tạo điều kiện|không để|vận động|củng cố|gắn (?:việc|với)|"
    r"rút kinh nghiệm|đồng ý|thống nhất|cho chủ trương|xem xét|trình(?! bày)|gửi|chấn chỉnh|"
    r"điều chuyển|kiểm soát|thu hồi|lựa chọn|phân công|đào tạo|"
    r"bảo vệ|ngăn chặn|phòng ngừa|phát triển)(?!\w)"
)
AIMS = any_of(
    "(?<!chỉ tiêu )(?<!mục tiêu )(?<!tinh thần )phấn đấu", "đặt mục tiêu", "mục tiêu (?:đến|hoàn thành|là|trong)", "quyết tâm",
    "sẽ (?:tập trung|tiếp tục|đẩy mạnh|tăng cường|phấn đấu)", "tập trung nâng cao", "xác định (?:mục tiêu|phương hướng|nhiệm vụ)",
    "đề ra (?:\\d+ )?(?:mục tiêu|chỉ tiêu|nhiệm vụ)",
)  # fmt: skip

INTENDS = re.compile(
    r"^\W*(?:[^\W\d]+,? ){0,3}?(?:tỉnh|huyện|xã|phường|thành phố|địa phương|ngành|đơn vị|quận|thị xã|"
    r"tp)(?: \w+){0,4}? (?:(?:sẽ )?tiếp tục )?"
    r"(?:tập trung|đẩy mạnh|đẩy nhanh|chú trọng|tăng cường|quyết tâm|chủ trương|ưu tiên|huy động) "
)
LOOKS_BACK = re.compile(
    r"^\W*(?:trong )?(?:thời gian qua|những năm qua|nhiều năm qua|năm qua|"
    r"\d+ năm qua|những năm gần đây|nhiệm kỳ qua|qua \d+ năm|"
    r"nhờ đó|nhờ |từ đó|"
    r"vừa qua|những ngày này|với sự (?:quan tâm|nỗ lực|vào cuộc|chung sức))(?!\w)"
)
AHEAD = re.compile(
    r"^\W*(?:trong |về )?(?:\d tháng cuối năm|(?:những|các) tháng (?:cuối|còn lại|tiếp)|thời gian (?:tới|tiếp)|giai đoạn (?:tới|tiếp)|"
    r"năm tới|từ nay đến|"
    r"nhiệm kỳ (?:tới|mới)|quý [iv]+ tới|sang (?:năm|quý)|tiếp theo)(?!\w)[^.;]{0,60}?(?<!\w)(?:tiếp tục|tập trung|đẩy|tăng cường|"
    r"phấn đấu|quyết tâm|chú trọng|thực hiện|triển khai|phát huy)"
)
