"""The ledger as a person types it: one figure a line, columns parted by two spaces or more.

    2026-03  phuong-mau  thu-ngan-sach  412,5 tỷ đồng  BC 45!Biểu02.D14  @2026-04-03
    2026-03  phuong-mau  thu-ngan-sach  398,0 tỷ đồng  BC 51!Biểu02.D14  @2026-05-06  đính chính
    2026-03  phuong-mau  thu-ngan-sach  145 % cùng kỳ
    2026-03  phuong-mau  thu-ngan-sach  88,7 % kế hoạch tinh-giao
    2026     phuong-mau  thu-ngan-sach  KH tinh-giao 500 tỷ đồng
    2026-03  phuong-mau  dan-so.nu      không áp dụng
    2026-03  phuong-mau  cai-cach       mức cham
    2026-03  phuong-mau  thu-ngan-sach  rút

Period, body, indicator (its part after a dot), what is said; then in any order sources, the day on which it was
known, and words: how sure (`ước`, `sơ bộ`, `chính thức`), who may see it (`draft`, `restricted`, `released`),
`đính chính` for a correction, `regime=`, `doubt=`, `note=`, `by=`, `as=`, `via=`. A plan that nobody names is
`KH 500 tỷ đồng`, an adjusted one `KH tinh-giao lần 2 450 tỷ đồng`; `rút` takes back the figure, `rút mức`,
`rút cùng kỳ`, `rút kế hoạch tinh-giao` and `rút KH tinh-giao lần 2` take back the others.

A line without a day was known with the line before it, those before the first day with that day; where no day
stands at all, everything was known at the end of the last period. Empty lines and those with # are passed over.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import UTC, date, datetime
from typing import ClassVar

from giaoban.catalogue import Indicator, NoSuchPeriod, Window
from giaoban.ledger import marks, phrase
from giaoban.ledger.book import Book, day_of, end_of_day
from giaoban.ledger.chain import seal
from giaoban.ledger.entry import GENESIS, Entry
from giaoban.ledger.figures import KINDS, WHOLE, Cell, Fact, Withdrawal, decode, encode
from giaoban.ledger.notation import HALF
from giaoban.ledger.notation import write as write_line
from giaoban.values import Problem, Span, vietnamese

UNSETTLED = ("estimate", "preliminary")


@dataclass(frozen=True)
class NothingBefore(Problem):
    """A correction or withdrawal of something that was never said."""

    code: ClassVar[str] = "nothing-before"
    vi: ClassVar[str] = "chưa có {what} để đính chính hoặc rút."
    en: ClassVar[str] = "there is no {what} yet to correct or to take back."
    way_out_vi: ClassVar[str] = "Ghi mục đầu tiên trước, hoặc bỏ chữ “đính chính”."
    way_out_en: ClassVar[str] = "Record the first one before, or leave out “đính chính”."

    what: str


@dataclass(frozen=True)
class KnownEarlier(Problem):
    """A line was known before the line above it; a ledger only grows at its end."""

    code: ClassVar[str] = "known-earlier"
    vi: ClassVar[str] = "ngày {day} sớm hơn dòng trước ({before})."
    en: ClassVar[str] = "{day} is earlier than the line before ({before})."
    way_out_vi: ClassVar[str] = "Xếp các dòng theo thứ tự thời gian được biết."
    way_out_en: ClassVar[str] = "Put the lines in the order in which they were known."

    day: str
    before: str


class NotShorthand(ValueError):
    """The text is no ledger in shorthand, or an entry cannot be said in it.

    Args:
        problems: Everything wrong with the text; empty when an entry cannot be said.
    """

    def __init__(self, message: str, *, problems: Sequence[Problem] = ()) -> None:
        super().__init__(message)
        self.problems = tuple(problems)


@dataclass(frozen=True, slots=True)
class _Line:
    """One line as read; its marks are the columns after the fourth that are no sources, by name."""

    where: Span
    item: Fact | Withdrawal
    window: Window
    sources: tuple[str, ...]
    marks: Mapping[str, str]
    known_at: datetime | None

    @property
    def of(self) -> tuple[str, str]:
        """Kind and key of what the line says or takes back."""
        draft = encode(self.item)
        return (self.item.kind, self.item.key) if isinstance(self.item, Withdrawal) else (draft.kind, draft.key)


def read(text: str, *, indicators: Mapping[str, Indicator], regime: str, book: str) -> Book:
    """Return the book that the text says, its entries numbered and sealed.

    Args:
        indicators: By id; they give step, scale and parts.
        regime: Id of the regime of lines that name none.
        book: Id of the book.

    Raises:
        NotShorthand: A line cannot be read; `problems` says every one.
    """
    found, problems = parse(text, indicators=indicators, regime=regime, book=book)
    if problems:
        raise NotShorthand("\n".join(problem.sentence() for problem in problems), problems=problems)
    return found


def parse(text: str, *, indicators: Mapping[str, Indicator], regime: str, book: str) -> tuple[Book, tuple[Problem, ...]]:
    """Return the book that the readable lines say, and what is wrong with the others."""
    problems: list[Problem] = []
    lines: list[_Line] = []
    for number, said in enumerate(text.split("\n"), 1):
        columns = phrase.columns(said)
        if columns and not columns[0].startswith("#"):
            where = Span.line("", number=number)
            try:
                if HALF.search(said):
                    raise phrase.wrong(where, said=ascii(said), vi="có ký tự không đọc được", en="it holds half a character")
                lines.append(_read_line(columns, where, indicators, regime))
            except phrase.Wrong as fault:
                problems.append(fault.problem)
    return _booked(lines, book, problems), tuple(problems)


def _read_line(columns: list[str], where: Span, indicators: Mapping[str, Indicator], regime: str) -> _Line:
    if len(columns) < 4:
        few = "chưa đủ kỳ, đơn vị, chỉ tiêu và số liệu", "period, body, indicator and figure are needed"
        raise phrase.wrong(where, said=columns[-1], vi=few[0], en=few[1])
    period, body, series, said, *rest = columns
    sources, found = marks.read(rest, where=where)
    try:
        window = Window.of(period)
    except NoSuchPeriod as fault:
        raise phrase.wrong(where, said=period, vi="không phải mã kỳ", en="no code of a period") from fault
    if not phrase.ID.fullmatch(body):
        raise phrase.wrong(where, said=body, vi="không phải mã đơn vị", en="no id of a body")
    id, dot, part = series.partition(".")
    indicator = indicators.get(id)
    if indicator is None or (dot and part not in {one.id for one in indicator.parts}):
        raise phrase.wrong(where, said=series, vi="không có chỉ tiêu hoặc phân tổ này", en="no such indicator or part")
    cell = Cell(id, found.get("regime", regime), part or WHOLE, body, window.code)
    if not phrase.ID.fullmatch(cell.regime):
        raise phrase.wrong(where, said=cell.regime, vi="không phải mã chế độ báo cáo", en="no id of a regime")
    item = phrase.item_of(phrase.read(said), cell=cell, indicator=indicator, where=where)
    return _Line(where, marks.marked(item, marks=found, where=where), window, sources, found, marks.known_at(found, where=where))


def _booked(lines: Sequence[_Line], book: str, problems: list[Problem]) -> Book:
    standing: dict[tuple[str, str], int] = {}
    entries: list[Entry] = []
    hashes = [GENESIS]
    for number, (line, at) in enumerate(zip(lines, _instants(lines, problems), strict=True), 1):
        before, said = standing.get(line.of), line.marks
        if before is None and ("correction" in said or isinstance(line.item, Withdrawal)):
            problems.append(NothingBefore(line.where, " ".join(line.of)))
        draft = encode(line.item, sources=line.sources, supersedes=before)
        entry = Entry(
            book=book, number=number, recorded_at=at, by=said.get("by", marks.BY), as_post=said.get("as", marks.AS_POST),
            via=said.get("via", marks.VIA),
            kind=draft.kind, key=draft.key, content=draft.content, sources=draft.sources, supersedes=before, previous=hashes[-1],
        )  # fmt: skip
        entries.append(entry)
        hashes.append(seal(hashes[-1], line=write_line(entry)))
        standing[line.of] = number
        if isinstance(line.item, Withdrawal):
            del standing[line.of]
    return Book(book, tuple(entries), tuple(hashes[1:]))


def _instants(lines: Sequence[_Line], problems: list[Problem]) -> Iterator[datetime]:
    """Yield when each line was known; none before the line above it."""
    given = [line.known_at for line in lines if line.known_at]
    latest = given[0] if given else _end_of_last_period(lines)
    for line in lines:
        if line.known_at and line.known_at < latest:
            said = [vietnamese.write_date(day_of(at)) for at in (line.known_at, latest)]
            problems.append(KnownEarlier(line.where, *said))
        latest = max(latest, line.known_at or latest)
        yield latest


def _end_of_last_period(lines: Sequence[_Line]) -> datetime:
    return end_of_day(max((line.window.last_day for line in lines), default=date(2000, 1, 1))).astimezone(UTC)


def write(book: Book, *, regime: str = "") -> str:
    """Return the book in shorthand; `read` gives it back.

    Amounts are said as printed, so the round holds where they say what their steps say, as admission demands.

    Args:
        regime: Id of the regime that lines need not name; empty to name it on every line.

    Raises:
        NotShorthand: An entry is no figure, or holds something that a line cannot say.
    """
    standing: dict[tuple[str, str], Entry] = {}
    written: list[list[str]] = []
    at: datetime | None = None
    for entry in book.entries:
        written.append(_columns(entry, standing, regime, at))
        at = entry.recorded_at
    widths = [max((len(columns[n]) for columns in written), default=0) for n in range(3)]
    return "".join("  ".join([*map(str.ljust, columns, widths), *columns[3:]]) + "\n" for columns in written)


def _columns(entry: Entry, standing: dict[tuple[str, str], Entry], regime: str, latest: datetime | None) -> list[str]:
    item = decode(entry) if entry.kind in KINDS else None
    of = (item.kind, item.key) if isinstance(item, Withdrawal) else (entry.kind, entry.key)
    if item is None or of[0] not in KINDS:
        raise NotShorthand(f"{entry.number}: {entry.kind} {entry.key}")
    before = standing.pop(of, None)
    cell, said = Cell.of(of[1]), phrase.of(item)
    head = [cell.period, cell.body, cell.indicator + ("" if cell.part == WHOLE else f".{cell.part}"), phrase.write(said)]
    tail = marks.write(entry, item=item, cell=cell, regime=regime, latest=latest)
    if not isinstance(item, Withdrawal):
        standing[of] = entry
        if before and before.content.get("quality") not in UNSETTLED:
            tail.append(marks.CORRECTION)
    columns = [*head, *entry.sources, *tail]
    is_the_whole = encode(item).content == entry.content and entry.supersedes == (before and before.number)
    reads_back = phrase.columns("  ".join(columns)) == columns and phrase.read(head[3]) == said and _names_are_ids(cell)
    if not (is_the_whole and reads_back) or any(map(marks.mark_of, entry.sources)) or "\n" in "".join(columns):
        raise NotShorthand(f"{entry.number}: {entry.kind} {entry.key}")
    return columns


def _names_are_ids(cell: Cell) -> bool:
    ids = [cell.indicator, cell.body, cell.regime, *([] if cell.part == WHOLE else [cell.part])]
    try:
        return all(map(phrase.ID.fullmatch, ids)) and Window.of(cell.period).code == cell.period
    except NoSuchPeriod:
        return False
