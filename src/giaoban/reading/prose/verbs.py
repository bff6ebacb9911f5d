"""Which words of a clause are verbs and connecting words, so that they name no thing?

They are taken off the end of what stands before an amount: of "thu nội địa
ước đạt" the thing is "thu nội địa". A few of them are also the second half of
a noun ("mặt bằng", "nông thôn mới") and are left there.
"""

from __future__ import annotations

from collections.abc import Iterator

SAID = """ước đạt|ước tính|ước thực hiện|ước khoảng|ước|dự kiến|đạt được|đạt mức|đạt|thực hiện được|thực hiện|bằng|tăng trưởng đạt|tăng
giảm|là|vượt|chiếm|còn lại|chỉ còn|còn|có|gồm|hoàn thành|phấn đấu|tương đương|tương ứng|lên|xuống|từ|trị giá|với|được|đã|khoảng|hơn|gần
trên|dưới|tối thiểu|ít nhất|mới|chỉ|vẫn|cũng|đều|xấp xỉ|thêm|mạnh|nhẹ|tổng cộng|dài|rộng|cao nhất|thấp nhất|gấp|lại|quá|đến|khá|cao
bình quân|nâng|thấp hơn|cao hơn|chậm|hụt|lần lượt|ở mức|mức|thu về|trong đó|cần|và|đang|sẽ|phải|nhưng|song|tới|thiếu|bảo đảm|đảm bảo
tiếp tục|xong|nữa|so với|nay|qua|cho|thì|bị|hỗ trợ|ra|về|không quá|không|xếp hạng|xếp|đứng|chiếm tỷ trọng|chiếm tỉ trọng|chiếm tỷ lệ
sụt giảm|sụt|nhanh|sâu|gồm cả|bằng khoảng|mỗi năm|thu hút|giữ|lên tới|lên đến|trung bình|khoảng chừng|giảm xuống|tăng lên"""
VERBS = frozenset(SAID.replace("\n", "|").split("|"))
HALVES = frozenset(("mặt bằng", "đồng bằng", "thôn mới", "nâng cao", "nghệ cao", "thiết bị", "trang bị", "gia tăng"))
BETWEEN = " ,:–-"
OPENS = BETWEEN + "("
LONGEST = 3  # words of one verb


def without_verbs(piece: str) -> str:
    """Return the piece without the verbs that close it.

    Example:
        >>> without_verbs("thu nội địa ước đạt"), without_verbs("giải phóng mặt bằng"), without_verbs("đạt")
        ('thu nội địa', 'giải phóng mặt bằng', '')
    """
    kept = len(piece)
    while True:
        end = len(piece[:kept].rstrip(BETWEEN))
        start = next((place for place in _starts(piece, end) if piece[place:end].lower() in VERBS), None)
        if start is None or _two_words(piece, end) in HALVES:
            return piece[:kept]
        kept = len(piece[:start].rstrip(OPENS)) if start else 0


def is_verb(word: str) -> bool:
    """Whether the word is one of them."""
    return word in VERBS


def _starts(piece: str, end: int) -> Iterator[int]:
    """Yield where the last three, two and one words before a place begin, the longest first."""
    starts: list[int] = []
    place = end
    while len(starts) < LONGEST and place > 0:
        cut = max(piece.rfind(mark, 0, place) for mark in OPENS)
        starts.append(cut + 1)
        if cut < 0 or piece[cut] != " ":
            break
        place = cut
    return reversed(starts)


def _two_words(piece: str, end: int) -> str:
    return " ".join(piece[:end].lower().split(" ")[-2:])
