"""Of what does an amount speak?

Words to its left, back to the last amount or the beginning of the clause,
without verbs, times and connecting words. A clause that has none keeps the
subject of the one before. Of a counted thing the noun itself is the subject,
with the words that tell which ones.
"""

from __future__ import annotations

import re

from giaoban.reading.prose.clean import LOWER, UPPER
from giaoban.reading.prose.verbs import is_verb, without_verbs

SPLITS = re.compile(
    r"(?<!\w)(?:với|điều chỉnh|đặt mục tiêu|phê duyệt|được giao|phân bổ|cấp về|cho biết|cho rằng|trong khi|nhờ|khiến|"
    r"triển khai|đưa ra|phấn đấu|hoàn thành|bảo đảm|đảm bảo|ghi nhận|đã giao|thông qua|yêu cầu|nên|nhưng|giao(?= dự toán| chỉ tiêu|"
    r" kế hoạch)|cho thấy|(?<!được )đưa(?! vào)|nâng(?! cao|"
    r" cấp)|"
    r"làm cho|kéo theo|góp phần|thì|khẳng định|cho hay|báo cáo)(?=[\s,])"
)
OF_MANY = re.compile(r"^(?:tỷ lệ|tỉ lệ|tỷ trọng|tỉ trọng|số|tổng số|tổng|mức|chỉ số|diện tích|sản lượng)\s", re.IGNORECASE)
PREDICATE = re.compile(r"(?<=\s)(?:ước|dự kiến|đạt(?! chuẩn| tiêu chuẩn| danh hiệu)|bằng|tăng|giảm|là|vượt|chiếm|chỉ còn|còn|lên)(?=\s)")
MIDDLE = re.compile(
    r"(?<=\s)(?:ước đạt|ước tính|ước thực hiện|ước|dự kiến|đạt|thực hiện|(?<!mặt )(?<!đồng )bằng|(?<!độ )(?<!mức )(?<!đà )tăng|"
    r"giảm|là|vượt|chiếm|chỉ còn|có(?! vốn| thu nhập| điện| việc)|lên|trị giá|thu về|dài|(?<!thôn )mới|đã|sẽ|vẫn|được|còn|lần lượt)(?=\s)"
)
HEAD = re.compile(
    r"^(?:[\s,;:.–•*+\"“”‘’()\[\]…-]+|\d{1,2}[.)]\s|(?:19|20)\d\d\s|(?:trong đó|theo đó|cụ thể|ngoài ra|bên cạnh đó|tuy nhiên|như vậy|"
    r"qua đó|"
    r"từ đó|đặc biệt|đồng thời|riêng|đối với|với|về|tại|ở|và|còn|trong khi đó|trong khi|kế tiếp là|tiếp theo là|tiếp đến là|"
    r"kế đến là|kết quả|nhờ đó|do đó|nhìn chung"
    r"|hiện nay|hiện|đến nay|đã|thì|mà|ước tính|ước|tính|trong|đến|hết|lũy kế|cho biết|được biết|như|là|có|của|cũng|nhưng|song|"
    r"để|nhằm|phấn đấu|hoàn thành|gồm|bao gồm|thêm vào đó|tiếp tục|cả năm|cả|năm nay|năm trước|năm|cùng kỳ|nếu|khi|sau khi|"
    r"theo|từ|thậm chí|mặc dù|dù"
    r"|kể từ|vẫn|đang|sẽ|được|bị|mới|chỉ(?! số| tiêu)|tính chung|chung|cuối năm|đầu năm|các chỉ tiêu chủ yếu|nổi bật|điển hình|"
    r"đáng chú ý|ví dụ|qua|sau|so với cùng kỳ|so cùng kỳ|so với thời điểm cùng kỳ|luỹ kế|cập nhật|tính riêng|chỉ tính riêng|ước cả|"
    r"trước đó|trước đây|hơn nữa|mặt khác|song song đó|cùng với đó|"
    r"trong số đó|trong số này|tính bình quân)(?=[\s,:]|$))+",
    re.IGNORECASE,
)
COMPARES = re.compile(r"(?:thấp hơn|cao hơn|vượt|bằng|đạt(?! chuẩn)|chiếm)\s", re.IGNORECASE)
KIND_OF_PLACE = (
    r"(?:toàn|cả|trên địa bàn|tại|ở|tỉnh|thành phố|tp\.?|huyện|quận|thị xã|phường|xã|thị trấn|cả nước|ubnd|hđnd|đơn vị|"
    r"địa phương|ngành|cục|chi cục|sở|hải quan|này)"
)
OF_PLACE = "tỉnh huyện quận xã phường nước toàn phố tp cả thôn địa bàn vùng nơi đơn vị"
KINDS_OF_PLACE = frozenset(OF_PLACE.split())
OFFICE = r"(?:Phòng|Ban|Bộ|Trung tâm|Công an|Công ty|Văn phòng|Hội|Ủy ban|Dự án|Chương trình|Kho bạc|Tổng cục|Trường)\s"
PLACE = re.compile(
    rf"^(?:(?:(?i:{KIND_OF_PLACE})(?:\s|$))+(?:(?:[{UPPER}][\w.]*|\d{{1,2}})(?:\s|$))*|(?!{OFFICE})(?:[{UPPER}][\w.]*(?:\s|"
    rf"$)){{2,6}})(?:này\s)?"
)
OWNER = re.compile(
    rf"\s(?:của|tại|(?<!nhà )ở|trên địa bàn|trong(?! nước))\s(?:toàn |cả )?(?:tỉnh|thành phố|TP\.?|huyện|quận|thị xã|phường|xã|đơn vị|"
    rf"địa bàn|ngành|nước|địa phương)?(?:\s?[{UPPER}][\w.]*|\s\d{{1,2}})*(?:\snày)?$"
)
SEGMENT = re.compile(r"[;:\[\]\n“”\"…]|\((?![A-ZĐ&]{2,9}\))|(?<![A-ZĐ&]{2})\)")
JOINED = re.compile(r"^(?:tổng|tổng đàn|đàn|giá|diện tích|số|sản lượng)\s[^\d]{1,20}$", re.IGNORECASE)
PAIRED = (  # words that stand after a comma or a dash inside one name: "nông, lâm nghiệp", "công nghiệp - xây dựng"
    r"(?:lâm nghiệp|lâm(?! sản)|ngư nghiệp|nhập khẩu|nhập|thủy sản|thuỷ sản|chống|thể thao|du lịch|xây dựng(?! mới| được| thêm| hoàn|"
    r" nhà)|dịch vụ|"
    r"xã hội|an ninh|tiểu thủ|thương mại|da(?= )|y tế|gia đình|vật liệu|sản xuất|kinh doanh|kỹ thuật|môi trường|công nghiệp|"
    r"trật tự|đào tạo|tài nguyên|hạ tầng|truyền thông)(?!\w)"
)
PIECE = re.compile(
    rf"(?<!\bnông)(?<!\bxuất)(?<!\bphòng)(?<!công nghiệp)(?<!nông nghiệp)(?<!lâm nghiệp)(?<!văn hóa),\s|,\s(?!{PAIRED})"
    rf"|\s[–-]\s(?!{PAIRED})(?=[{LOWER}])"
)
RIGHT_END = re.compile(
    r"[,;:.()\n“”\"…]|\s(?:với|trong đó|là|(?<!mặt )bằng|tăng|giảm|chiếm|và|để|tại|(?<!nhà )ở|vào|trong|theo|so|do|thì|nhưng|"
    r"từ|trước|đến|của|cho|có|tương|nằm|trên|gồm|thuộc|mà|còn|phải|trở|chỉ|nữa|ngay|đạt(?! chuẩn| tiêu| danh| đủ| nông)|ước|cùng|qua|"
    r"khoảng|gần|hơn|dưới|tổng)(?=\s)"
    r"|(?<!năm)(?<!mức độ)(?<!đoạn)(?<!loại)(?<!đủ)(?<!hạng)\s(?=\d)"
)
ASIDE = re.compile(r"\s\([^()]{1,24}\)\s(?=(?:được|đã|đạt|bị|chưa)\s)")
LOOSE_END = re.compile(r"(?:\s(?:trong|tại|của|ở|vào|theo|đến|từ|tính|cho|về|qua|và|do|với))+$")
WORD = re.compile(r"[^\W\d_]{2,}")
MOST_WORDS = 9
BRACKET = re.compile(r"\((?![A-ZĐ&]{2,9}\))[^()]*\)")
CUT = re.compile(r"[,;:–]\s|\s(?:và|trong đó|nhưng|còn|với|cùng với|riêng|song|khi|đưa(?! vào)|nâng(?! cao| cấp)|trong khi|nên)(?=\s)")
LONGEST = 160
FARTHEST = 400


def to_the_left(text: str, *, blank: list[tuple[int, int]], start: int, end: int, near: bool = False) -> str:
    """Return the subject that the stretch before an amount names; empty where it names none.

    Args:
        text: The clean text, with its capitals.
        blank: Stretches inside that are times.
        start, end: From the last amount, or the sentence's beginning, to the number.
        near: Whether only the clause right before the amount may name it, for what lies further off belongs to the amount before.

    Example:
        >>> to_the_left("Trong đó, thu nội địa ước đạt 5", blank=[], start=0, end=30)
        'thu nội địa'
    """
    start = max(start, end - FARTHEST)
    words = text[start:end]
    for begin, close in reversed(blank):
        first, last = max(begin - start, 0), min(close - start, len(words))
        words = words[:first] + " " * max(0, last - first) + words[last:]
    words = BRACKET.sub(lambda found: " " * len(found[0]), words)
    segments = [segment for segment in SEGMENT.split(words) if segment.strip()]
    if near:
        return _nearest(words, segments)
    for back, segment in enumerate(reversed(segments)):
        pieces = [piece for piece in PIECE.split(segment) if piece.strip()]
        for place, piece in enumerate(pieces) if back else reversed(list(enumerate(pieces))):
            if found := _phrase(piece):
                before = _bare(pieces[place - 1]) if place else ""
                return f"{before}, {found}" if JOINED.match(before) and not PREDICATE.search(f" {before} ") else found
    return ""


def _nearest(words: str, segments: list[str]) -> str:
    """Return the subject of the clause right before an amount that follows another; the words up to the first cut belong to that other."""
    cut = CUT.search(words)
    if not cut or not segments:
        return ""
    is_new = ";" in words
    last = words[words.rindex(";") + 1 :] if is_new else words[cut.end() :]
    pieces = [piece for part in last.split(":") for piece in PIECE.split(part) if piece.strip(" ,")]
    if not is_new:
        return _phrase(pieces[-1]) if pieces else ""
    return next((found for piece in reversed(pieces) if (found := _phrase(piece))), "")


def _phrase(piece: str) -> str:
    """Return the noun phrase of a clause's piece; empty where it has none."""
    piece = _bare(piece)
    if OF_MANY.match(piece) and (whole := _named(piece)):
        return whole
    cuts = [cut.end() for cut in SPLITS.finditer(piece)]
    for cut in reversed(cuts):
        if right := _named(piece[cut:]):
            return right
    return _named(piece)


def _named(piece: str) -> str:
    piece = _bare(piece)
    if COMPARES.match(piece):
        return ""
    middles = PREDICATE if OF_MANY.match(piece) else MIDDLE
    for middle in middles.finditer(piece):
        left = _without_place(_bare(piece[: middle.start()]))
        if has_noun(left) and not is_place(left):
            piece = left
            break
    else:
        piece = _without_place(piece)
    owner = OWNER.search(piece)
    kept = piece[: owner.start()] if owner and owner.start() > 2 else piece
    kept = LOOSE_END.sub("", " ".join(kept.split()).strip(' ,;:–-."“”')[-LONGEST:])
    return kept if has_noun(kept) else ""


def _bare(piece: str) -> str:
    piece = piece.strip(' ,;:[]“”"\n–-….').lstrip(")")
    piece = piece if piece.count("(") == piece.count(")") else piece.strip("( )")
    head = HEAD.match(piece)
    piece = piece[head.end() :] if head else piece
    return without_verbs(piece)


def _without_place(piece: str) -> str:
    """Return the words after a place that opens them, where any noun is left; a clause of a place alone stays."""
    place = PLACE.match(piece)
    rest = _bare(piece[place.end() :]) if place and place.end() else ""
    return rest if rest and has_noun(rest) else piece


def is_place(said: str) -> bool:
    """Whether a place is named and nothing else."""
    place = PLACE.match(said + " ")
    return bool(place and place.end() >= len(said))


def has_noun(said: str) -> bool:
    """Whether anything but verbs and connecting words is said."""
    return any(not is_verb(word.lower()) for word in WORD.findall(HEAD.sub("", said)))


def to_the_right(text: str, *, start: int, end: int) -> str:
    """Return the noun that is counted, or of which an amount is, with the words that tell which ones.

    Args:
        start: Where the noun begins.
        end: Where the sentence ends.
    """
    first: list[str] = []
    if aside := ASIDE.search(text, start, min(end, start + 40)):
        first, start = text[start : aside.start()].split(), aside.end() - 1
    end = min(end, start + 90)
    stop = RIGHT_END.search(text, start, end)
    return " ".join([*first, *text[start : stop.start() if stop else end].split()][:MOST_WORDS])


def plan_named(base: str) -> str:
    """Return what the words of a base call the plan: "so với chỉ tiêu tỉnh giao" is "chỉ tiêu tỉnh giao"."""
    return re.sub(r"^\W*(?:so\s+(?:với\s+)*|với\s+|của\s+)?", "", " ".join(base.split())).strip(" (,.")
