"""What can be wrong with a case that only the book, or the manner of loading, can show."""

from __future__ import annotations

from dataclasses import dataclass
from typing import ClassVar

from giaoban.values import Problem, Severity


@dataclass(frozen=True)
class NoInstant(Problem):
    """An item of a history does not say when it was known."""

    code: ClassVar[str] = "no-instant"
    vi: ClassVar[str] = "mục này không ghi thời điểm đã biết (recorded)."
    en: ClassVar[str] = "this item does not say when it was known (recorded)."
    way_out_vi: ClassVar[str] = "Thêm “recorded: 2021-04-20T17:00:00+07:00” cho mục, hoặc cho cả tệp."
    way_out_en: ClassVar[str] = "Add “recorded: 2021-04-20T17:00:00+07:00” to the item or to the whole file."


@dataclass(frozen=True)
class NotYetKnown(Problem):
    """An item of a history gives an instant that is still to come."""

    code: ClassVar[str] = "not-yet-known"
    vi: ClassVar[str] = "thời điểm đã biết (recorded) {instant} ở tương lai."
    en: ClassVar[str] = "the instant at which it was known (recorded), {instant}, lies in the future."
    way_out_vi: ClassVar[str] = "Sửa thời điểm; xem cả múi giờ."
    way_out_en: ClassVar[str] = "Mend the instant; look at its time zone too."

    instant: str


@dataclass(frozen=True)
class NothingToWithdraw(Problem):
    """Something is taken back that was never said, or that is taken back already."""

    code: ClassVar[str] = "nothing-to-withdraw"
    vi: ClassVar[str] = "không có {kind} “{key}” nào đang đứng để rút."
    en: ClassVar[str] = "there is no {kind} “{key}” standing that could be taken back."
    way_out_vi: ClassVar[str] = "Sửa chỉ tiêu, đơn vị, kỳ hoặc loại (kind), hoặc bỏ mục rút này."
    way_out_en: ClassVar[str] = "Mend the indicator, body, period or kind, or leave the withdrawal out."

    kind: str
    key: str


@dataclass(frozen=True)
class BeyondExact(Problem):
    """A figure is so large that sums with it would no longer be exact to the step; no board of the book could be made."""

    code: ClassVar[str] = "beyond-exact"
    vi: ClassVar[str] = "“{printed}” vượt quá giới hạn tính đúng từng bước của chỉ tiêu {indicator} (2^53 bước)."
    en: ClassVar[str] = "“{printed}” exceeds what indicator {indicator} can count exactly to the step (2^53 steps)."
    way_out_vi: ClassVar[str] = "Xem lại số và đơn vị tính, hoặc định nghĩa chỉ tiêu với bước tính lớn hơn."
    way_out_en: ClassVar[str] = "Look at the number and its measure again, or define the indicator with a larger step."

    printed: str
    indicator: str


@dataclass(frozen=True)
class PersonElse(Problem):
    """The id of a person already stands for somebody of another name."""

    code: ClassVar[str] = "person-else"
    vi: ClassVar[str] = "mã người “{id}” đã dùng cho “{held}”, tệp ghi “{said}”."
    en: ClassVar[str] = "the person id “{id}” stands for “{held}”; the file says “{said}”."
    way_out_vi: ClassVar[str] = "Dùng mã khác cho người khác; tên đã lưu được giữ nguyên."
    way_out_en: ClassVar[str] = "Use another id for another person; the name that is kept stays."

    id: str
    held: str
    said: str


@dataclass(frozen=True)
class OtherTitle(Problem):
    """The book stands under another title."""

    code: ClassVar[str] = "other-title"
    severity: ClassVar[Severity] = Severity.NOTE
    vi: ClassVar[str] = "sổ “{book}” đã có tên “{held}”; tệp gọi là “{said}”."
    en: ClassVar[str] = "the book “{book}” is called “{held}”; the file calls it “{said}”."
    way_out_vi: ClassVar[str] = "Tên cũ được giữ; nếu là sổ khác, đổi mã trong mục case."
    way_out_en: ClassVar[str] = "The old title stays; if another book is meant, change the id under case."

    book: str
    held: str
    said: str
