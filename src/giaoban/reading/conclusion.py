"""Which tasks does a notice of conclusion give: to whom, with whom, what, by which measure, by when, reported when?

Only the part that concludes is read: what was heard and praised before it
gives no task. An item that ends in a colon names the lead of those below it.
A body that the catalogue knows is linked; any other keeps its words.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, timedelta

from giaoban.catalogue import Catalogue, Nature
from giaoban.reading.proposal import ProposedDeadline, Reading
from giaoban.values import vietnamese

TITLE = re.compile(r"kết luận", re.IGNORECASE)
NOTICE = re.compile(r"thông báo|kết luận (?:của|tại|hội nghị|cuộc họp|phiên họp|giao ban)", re.IGNORECASE)
BEGINS = re.compile(r"(?:kết luận|chỉ đạo|yêu cầu|thống nhất)[^.\n]{0,80}(?:như sau|các nội dung sau|một số nội dung)\s*:?", re.IGNORECASE)
PART = re.compile(r"^\s*(?:[IVX]{1,4}|[A-D])\s*[.)-]\s*(.+)$")
TASKS_PART = re.compile(r"nhiệm vụ|tổ chức thực hiện|giải pháp|thời gian tới|giải quyết kiến nghị|chỉ đạo|yêu cầu|kiến nghị", re.IGNORECASE)
LABEL = re.compile(r"^\s*(?:\d{1,2}(?:\.\d{1,2})*\s*[.)]|[a-zđ]\s*[.)]|[-–+•*])\s*")
ORDER = r"(?:Giao|giao|Yêu cầu|yêu cầu|Đề nghị|đề nghị|Phân công|phân công|Chỉ đạo|Giao cho|giao cho)"
HEADS = (
    r"(?:UBND|Ủy ban nhân dân|Uỷ ban nhân dân|HĐND|Hội đồng nhân dân|Thường trực|Ban Thường vụ|Đảng ủy|Đảng uỷ|Chi bộ|Văn phòng|"
    r"Phòng|Ban|Sở|Công an|Bộ Chỉ huy|BCH|Ban Chỉ huy|Trung tâm|Trạm|Trường|Ủy ban Mặt trận|Ủy ban MTTQ|UBMTTQ|Mặt trận|MTTQ|Đoàn|"
    r"Hội|Chi cục|Thuế|Kho bạc|Bảo hiểm|Thanh tra|Tổ công tác|Tổ dân phố|"
    r"[Cc]ác (?:phường|xã|tổ dân phố|thôn|đơn vị|địa phương|cơ quan|phòng|ban|ngành|chi bộ|đoàn thể|trường))"
)
VERB = (
    r"(?:chủ trì|làm đầu mối|phối hợp|tham mưu|rà soát|tập trung|khẩn trương|đẩy nhanh|tổ chức|thực hiện|triển khai|hoàn thành|"
    r"hoàn thiện|kiểm tra|đôn đốc|theo dõi|xây dựng|hướng dẫn|báo cáo|giải quyết|xử lý|vận động|tuyên truyền|chuẩn bị|tiếp tục|"
    r"tăng cường|chỉ đạo|có trách nhiệm|chịu trách nhiệm|phấn đấu|bảo đảm|đảm bảo|ban hành|trình|tiếp thu|nghiên cứu|chủ động|lập|"
    r"đề xuất|khắc phục|trả lời|bố trí|quan tâm|nâng cao|thống kê|cung cấp|tổng hợp|gửi|làm|thu|bàn giao|quản lý|cân đối|xem xét|"
    r"phải|cần|sớm|kịp thời|nghiêm túc|trước mắt)"
)
LEAD = re.compile(
    rf"^(?:{ORDER}\s+)?(?:đồng chí\s+)?(?P<lead>{HEADS}[^:;]*?)(?P<colon>\s*:)?"
    rf"(?:,?\s+(?P<verb>{VERB}(?!\w).*)|\s*$|(?<=:)\s*(?P<after>.+))$",
    re.DOTALL,
)
WITH = re.compile(
    r"^(?:chủ trì|làm đầu mối|là cơ quan chủ trì)?,?\s*(?:chủ động\s+)?(?:phối hợp|cùng)(?:\s+chặt chẽ)?(?:\s+với)?\s+"
    rf"(?P<who>{HEADS}.*?|các cơ quan liên quan|các đơn vị liên quan)\s*,?\s+(?P<task>{VERB}(?!\w).*)$",
    re.DOTALL,
)
CHAIRS = re.compile(r"^(?:chủ trì|làm đầu mối)\s*,?\s*")
SPLIT = re.compile(rf"[;.]\s+(?={ORDER}\s+(?:đồng chí\s+)?{HEADS})")
REPORT = re.compile(r"[,;.]?\s*(?:và\s+)?(?:báo cáo|gửi báo cáo|tổng hợp(?:,)? báo cáo)(?!\w)[^.;]*", re.IGNORECASE)
MEASURED = re.compile(r"\d[\d.,]*\s?%(?:\s(?:khối lượng|kế hoạch|diện tích|số hộ|hộ|vốn|chỉ tiêu))?", re.IGNORECASE)
AIMED = re.compile(r"^\s*phấn đấu", re.IGNORECASE)
ASKED = re.compile(r"^\s*đề nghị", re.IGNORECASE)
FIRM = re.compile(r"^\s*(?:giao|yêu cầu|phân công|chỉ đạo)|phải|chịu trách nhiệm|hoàn thành", re.IGNORECASE)
LONGEST = 600


@dataclass(frozen=True, slots=True)
class TaskRead:
    """One task of a conclusion (nhiệm vụ đọc được).

    Args:
        start, end: Characters of the text.
        task: What is to be done, without who and when it is to be reported.
        lead, helping: Ids of bodies of the catalogue; empty where the words name none of them.
        due_on, report_on: Last days that are in time; None where no day is said.
    """

    start: int
    end: int
    task: str
    lead: str
    lead_words: str
    helping: tuple[str, ...]
    helping_words: str
    measure: str
    due_on: date | None
    due_words: str
    report_on: date | None
    strength: str


def is_conclusion(text: str) -> bool:
    r"""Whether a text is a notice of conclusion, by its head.

    Example:
        >>> is_conclusion("THÔNG BÁO\nKết luận của đồng chí Bí thư tại hội nghị"), is_conclusion("BÁO CÁO quý I")
        (True, False)
    """
    head = text[:1500]
    return bool(TITLE.search(head) and NOTICE.search(head))


def tasks_in(reading: Reading, *, catalogue: Catalogue, on: date) -> Iterator[TaskRead]:
    """Yield the tasks that a notice of conclusion gives, in the order of the text.

    Args:
        catalogue: Whose bodies may be named.
        on: Day on which they must exist.
    """
    named = _Names(catalogue, on)
    above, level, is_open = "", "", False
    start = _begin(reading.text)
    for line in reading.text[start:].split("\n"):
        at, start = start, start + len(line) + 1
        if part := PART.match(line):
            is_open, above = bool(TASKS_PART.search(part[1])), ""
            continue
        if not line.strip():
            continue
        label = LABEL.match(line)
        bare, offset = line[label.end() if label else 0 :], at + (label.end() if label else 0)
        form = _form(label[0] if label else "")
        if bare.rstrip().endswith(":") and (lead := LEAD.match(bare.strip())):
            above, level = lead["lead"].strip(" ,:"), form
            continue
        above = "" if form == level else above
        if not (is_open or label):
            continue
        for piece, place in _pieces(bare, offset):
            if found := _task(piece, place, above, reading, named):
                yield found


def _form(label: str) -> str:
    """Return the form of an item's number: items of one form stand side by side."""
    bare = label.strip()
    return "" if not bare else "1" if bare[0].isdigit() else "a" if bare[0].isalpha() else bare[0]


def _begin(text: str) -> int:
    found = BEGINS.search(text)
    return found.end() if found else 0


def _pieces(line: str, offset: int) -> Iterator[tuple[str, int]]:
    at = 0
    for cut in SPLIT.finditer(line):
        yield line[at : cut.start()], offset + at
        at = cut.end()
    yield line[at:], offset + at


def _task(piece: str, place: int, above: str, reading: Reading, named: _Names) -> TaskRead | None:
    words = " ".join(piece.split()).strip(" .;")
    found = LEAD.match(words)
    if not found and not above and not re.match(rf"(?:{ORDER}|{VERB})(?!\w)", words[:1].lower() + words[1:]):
        return None
    lead = found["lead"].strip(" ,:") if found else above
    rest = (found["verb"] or found["after"] or "") if found else re.sub(rf"^{ORDER}\s+", "", words)
    helping = ""
    if together := WITH.match(rest):
        helping, rest = together["who"].strip(" ,"), together["task"]
    rest = CHAIRS.sub("", rest).strip(" ,")
    if len(rest) < 8:
        return None
    start = place + len(piece) - len(piece.lstrip())
    end = place + len(piece.rstrip())
    due, report = _days(reading, start, end)
    measured = MEASURED.search(rest)
    strength = (
        "general"
        if AIMED.match(words)
        else "asked"
        if ASKED.match(words)
        else "binding"
        if FIRM.search(words) or due or report
        else "general"
    )
    return TaskRead(
        start, end, REPORT.sub("", rest).strip(" ,.;")[:LONGEST] or rest[:LONGEST], named.one(lead), lead, named.all(helping), helping,
        measured[0] if measured else "", _last_day(due), due.quote.words if due else "", _last_day(report), strength,
    )  # fmt: skip


def _days(reading: Reading, start: int, end: int) -> tuple[ProposedDeadline | None, ProposedDeadline | None]:
    """Return the deadline of the task and that of its report."""
    due: ProposedDeadline | None = None
    report: ProposedDeadline | None = None
    for one in reading.deadlines:
        if start <= one.quote.start < end:
            before = re.split(r"[,;.]\s", reading.text[start : one.quote.start])[-1].lower()
            if "báo cáo" in before or "gửi" in before:
                report = report or one
            else:
                due = due or one
    return due, report


def _last_day(due: ProposedDeadline | None) -> date | None:
    """Return the last day in time: that before "trước ngày", the day itself after "chậm nhất", the end of a month or quarter."""
    from giaoban.reading.linking import last_day

    if due is None:
        return None
    try:
        day = date.fromisoformat(due.date)
    except ValueError:
        return last_day(due.date) if due.date[:1].isdigit() and len(due.date) > 4 else None
    return day - timedelta(days=1) if due.quote.words.lower().startswith("trước") else day


class _Names:
    """Bodies of a day by the words that papers call them."""

    def __init__(self, catalogue: Catalogue, on: date) -> None:
        self.names = [(vietnamese.fold(body.name), body.id, body.nature) for body in catalogue.standing_on(on)]

    def one(self, words: str) -> str:
        """Return the body that the words name: by its whole name, else by the only one whose name begins or ends so."""
        folded = vietnamese.fold(words).removeprefix("uy ban nhan dan ").removeprefix("ubnd ") if words else ""
        if not folded:
            return ""
        whole = [id for name, id, _ in self.names if name in (folded, vietnamese.fold(words))]
        if len(whole) == 1:
            return whole[0]
        near = {
            id
            for name, id, nature in self.names
            if nature is Nature.ORGANISATION and (name.startswith(f"{folded} ") or folded.startswith(f"{name} "))
        }
        return next(iter(near)) if len(near) == 1 else ""

    def all(self, words: str) -> tuple[str, ...]:
        """Return the bodies that a list of words names, each once."""
        pieces = re.split(r",\s|\svà\s|;\s", words)
        return tuple(dict.fromkeys(id for piece in (words, *pieces) if (id := self.one(piece.strip()))))
