"""An act cannot be done: said in a sentence, with the way out; never a fault of ours."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from difflib import get_close_matches
from typing import ClassVar

from giaoban.values import Problem, Said, Span


class Refused(Exception):
    """The act cannot be done (không thực hiện được). Each step has its own kinds, importable from the step's module.

    Args:
        problems: What is wrong with what was given, where that is the reason.
        said: What is filled into the sentence; a `Said` or a `Span` speaks its language.
    """

    code: ClassVar[str] = "refused"
    vi: ClassVar[str] = ""
    en: ClassVar[str] = ""

    def __init__(self, *, problems: tuple[Problem, ...] = (), **said: object) -> None:
        super().__init__(self.en.format(**_spoken(said, "en")))
        self.said = said
        self.problems = problems

    def sentence(self, language: str = "vi") -> str:
        """Return why, and what to do instead."""
        return (self.vi if language == "vi" else self.en).format(**_spoken(self.said, language))


def _spoken(said: Mapping[str, object], language: str) -> dict[str, object]:
    return {name: value.words(language=language) if isinstance(value, Said | Span) else value for name, value in said.items()}


def near(word: str, *, among: Iterable[str]) -> Said:
    """Return the question whether another id was meant; empty where none is like it."""
    found = get_close_matches(word, sorted(among), n=1, cutoff=0.6)
    return Said(f" (có phải “{found[0]}”?)", f" (is “{found[0]}” meant?)") if found else Said("", "")


def listed(words: Iterable[str]) -> Said:
    """Return the words in one line, or that there is none yet."""
    found = ", ".join(words)
    return Said(found or "chưa có", found or "none yet")


class NotAllowed(Refused):
    """The person may not do this here."""

    code = "not-allowed"
    vi = "Tài khoản “{account}” không được {act} {place}. Đề nghị quản trị viên cấp quyền, hoặc dùng tài khoản khác (--as)."
    en = "The account “{account}” may not {act} {place}. Ask an administrator, or use another account (--as)."


class NoSuchAccount(Refused):
    """Nobody signs in under that name."""

    code = "no-such-account"
    vi = "Không có tài khoản “{account}”. Xem danh sách: giaoban user list."
    en = "There is no account “{account}”. See the list: giaoban user list."


class UnknownBook(Refused):
    """There is no such book."""

    code = "unknown-book"
    vi = "Không có sổ “{book}”{near}. Các sổ hiện có: {known}."
    en = "There is no book “{book}”{near}. The books are: {known}."


class UnknownBody(Refused):
    """No book knows the body."""

    code = "unknown-body"
    vi = "Không có đơn vị “{body}” trong cơ sở dữ liệu{near}. Các sổ hiện có: {known}."
    en = "There is no body “{body}” in the database{near}. The books are: {known}."


class BodyNotThen(Refused):
    """The body existed neither on the map asked for nor at the period's end."""

    code = "body-not-on-map"
    vi = "“{body}” không tồn tại vào cuối {period} và không có trên bản đồ ngày {frame}. Chọn kỳ khác, hoặc đơn vị kế thừa."
    en = "“{body}” did not exist at the end of {period} nor on the map of {frame}. Choose another period, or its successor."


class UnknownRegime(Refused):
    """There is no such reporting regime."""

    code = "unknown-regime"
    vi = "Không có chế độ báo cáo “{regime}”{near}. Các chế độ: {known}."
    en = "There is no reporting regime “{regime}”{near}. The regimes are: {known}."


class UnknownPeriod(Refused):
    """The period is no code, or the regime has none of that kind."""

    code = "unknown-period"
    vi = "Chế độ báo cáo “{regime}” không có kỳ “{period}”. Ví dụ kỳ: 2021-Q1, 2021-04, 2021-9M, 2021-H1, 2021, 2021-04-20."
    en = "The regime “{regime}” has no period “{period}”. For instance: 2021-Q1, 2021-04, 2021-9M, 2021-H1, 2021, 2021-04-20."


class UnknownIndicator(Refused):
    """The catalogue of the period has no such indicator."""

    code = "unknown-indicator"
    vi = "Không có chỉ tiêu “{indicator}” trong {period}{near}. Xem các chỉ tiêu: giaoban board --body {body} --period {code}."
    en = "There is no indicator “{indicator}” in {period}{near}. See the indicators: giaoban board --body {body} --period {code}."


class FutureInstant(Refused):
    """Nobody can know today what will be known later."""

    code = "future-instant"
    vi = "Thời điểm {instant} ở tương lai: chưa thể biết khi đó biết gì. Bỏ --as-known để xem số liệu mới nhất."
    en = "The instant {instant} lies in the future: what will be known then is not known. Leave out --as-known for the newest."


class NothingKnownYet(Refused):
    """The book begins later than the instant asked about."""

    code = "nothing-known-yet"
    vi = "Đến {instant}, sổ “{book}” chưa ghi gì; mục đầu tiên ghi {first}. Chọn thời điểm sau (--as-known)."
    en = "Up to {instant} the book “{book}” held nothing; its first entry is of {first}. Choose a later instant (--as-known)."


class OutOfBounds(Refused):
    """A figure or sum is too large to be exact."""

    code = "too-large"
    vi = "Số liệu vượt quá giới hạn tính đúng từng bước (2^53): {what}. Định nghĩa chỉ tiêu với bước tính lớn hơn."
    en = "A figure exceeds what can be added exactly (2^53): {what}. Define the indicator with a larger step."
