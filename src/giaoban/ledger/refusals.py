"""What is refused, and in which words: the problems that admission finds."""

from __future__ import annotations

from dataclasses import dataclass
from typing import ClassVar

from giaoban.values import Problem, Said, Severity, Span


@dataclass(frozen=True)
class NotAnAmount(Problem):
    """What is printed is no amount: a number and its measure."""

    code: ClassVar[str] = "not-an-amount"
    vi: ClassVar[str] = "“{printed}” không phải là một số kèm đơn vị tính cho chỉ tiêu {indicator} (đơn vị tính: {measure})."
    en: ClassVar[str] = "“{printed}” is not a number with its measure for indicator {indicator} (in {measure})."
    way_out_vi: ClassVar[str] = "Viết theo cách Việt Nam, ví dụ “1.234,5 {measure}”; chưa có số liệu thì bỏ mục này, đừng ghi 0."
    way_out_en: ClassVar[str] = "Write it the Vietnamese way, as “1.234,5 {measure}”; where there is no figure leave it out, never 0."

    printed: str
    indicator: str | Said
    measure: str


@dataclass(frozen=True)
class OtherMeasure(Problem):
    """The amount counts something else than the indicator."""

    code: ClassVar[str] = "other-measure"
    vi: ClassVar[str] = "“{printed}” không cùng loại với đơn vị tính của chỉ tiêu {indicator} ({measure})."
    en: ClassVar[str] = "“{printed}” does not count what indicator {indicator} counts ({measure})."
    way_out_vi: ClassVar[str] = "Sửa đơn vị tính, hoặc chọn đúng chỉ tiêu."
    way_out_en: ClassVar[str] = "Mend the measure, or choose the right indicator."

    printed: str
    indicator: str | Said
    measure: str


@dataclass(frozen=True)
class FinerThanStep(Problem):
    """The amount is finer than the smallest step in which the indicator is counted."""

    code: ClassVar[str] = "finer-than-step"
    vi: ClassVar[str] = "“{printed}” lẻ hơn bước tính nhỏ nhất của chỉ tiêu {indicator} ({step})."
    en: ClassVar[str] = "“{printed}” is finer than the smallest step of indicator {indicator} ({step})."
    way_out_vi: ClassVar[str] = "Làm tròn theo bước tính, hoặc định nghĩa chỉ tiêu với bước nhỏ hơn."
    way_out_en: ClassVar[str] = "Round to the step, or define the indicator with a smaller one."

    printed: str
    indicator: str
    step: str


@dataclass(frozen=True)
class UnknownId(Problem):
    """The thing named does not exist in the catalogue of that day."""

    code: ClassVar[str] = "unknown-id"
    vi: ClassVar[str] = "không có {what} “{id}” trong danh mục ngày {day}."
    en: ClassVar[str] = "there is no {what_en} “{id}” in the catalogue of {day}."
    way_out_vi: ClassVar[str] = "Sửa mã{near}, hoặc nạp định nghĩa trước."
    way_out_en: ClassVar[str] = "Mend the id{near}, or load its definition first."

    what: str
    what_en: str
    id: str
    day: str
    near: str = ""


@dataclass(frozen=True)
class UnknownPeriod(Problem):
    """The period is no code, or the regime has none of that kind."""

    code: ClassVar[str] = "unknown-period"
    vi: ClassVar[str] = "chế độ báo cáo “{regime}” không có kỳ “{period}”."
    en: ClassVar[str] = "the regime “{regime}” has no period “{period}”."
    way_out_vi: ClassVar[str] = "Dùng một trong các kỳ, ví dụ: {kinds}."
    way_out_en: ClassVar[str] = "Use one of its periods, for instance: {kinds}."

    regime: str
    period: str
    kinds: str


@dataclass(frozen=True)
class BodyNotThen(Problem):
    """The body did not exist at any time of the period."""

    code: ClassVar[str] = "body-not-then"
    vi: ClassVar[str] = "“{body}” không tồn tại trong {period}{span}."
    en: ClassVar[str] = "“{body}” did not exist in {period}{span}."
    way_out_vi: ClassVar[str] = "Ghi cho đơn vị có trong kỳ đó{instead}, hoặc sửa kỳ."
    way_out_en: ClassVar[str] = "Record it for the body of that time{instead}, or mend the period."

    body: str
    period: Said
    span: str
    instead: str | Said


@dataclass(frozen=True)
class SaidTwice(Problem):
    """The same cell is given twice in one go."""

    code: ClassVar[str] = "said-twice"
    vi: ClassVar[str] = "{what} đã có trong cùng lần nạp, ở {first}."
    en: ClassVar[str] = "{what} is already given in the same load, at {first}."
    way_out_vi: ClassVar[str] = "Giữ một mục; nếu là đính chính, nạp riêng sau."
    way_out_en: ClassVar[str] = "Keep one of them; a correction is loaded on its own afterwards."

    what: str
    first: Span


@dataclass(frozen=True)
class DoesNotApply(Problem):
    """A figure for a kind of body to which the indicator does not apply."""

    code: ClassVar[str] = "does-not-apply"
    severity: ClassVar[Severity] = Severity.DOUBT
    vi: ClassVar[str] = "chỉ tiêu {indicator} không áp dụng cho “{body}” ({kind})."
    en: ClassVar[str] = "indicator {indicator} does not apply to “{body}” ({kind})."
    way_out_vi: ClassVar[str] = "Xem lại; số liệu vẫn được ghi."
    way_out_en: ClassVar[str] = "Look again; the figure is recorded all the same."

    indicator: str
    body: str
    kind: str
