"""Reading one definition field by field, noting every problem on the way.

The raw form of a definition holds only texts, lists and mappings, as YAML
writes them; numbers and dates are read here, where the place of each field is
known. A reader asks for what it needs; what nobody asked for is a problem too.
"""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from enum import Enum
from typing import Any, ClassVar, TypeVar

from giaoban.values import Measure, Problem, Said, Source, Span, Step, UnknownMeasure, vietnamese

E = TypeVar("E", bound=Enum)
WHOLE_NUMBER = re.compile(r"-?[0-9]{1,9}")
DECIMAL_POINT = re.compile(r"-?(?:0\.[0-9]{1,30}|[0-9]{1,30}\.(?:[0-9]{1,2}|[0-9]{4,30}))")  # "1.234" is left to the Vietnamese reading
ID = re.compile(r"[a-z0-9]+(?:-[a-z0-9]+)*")
EXPECTED: Mapping[object, tuple[str, str]] = {
    str: ("một giá trị", "a single value"),
    list: ("một danh sách", "a list"),
    Mapping: ("các trường con", "fields of its own"),
}


class Lined(dict[str, Any]):
    """A mapping that remembers on which line each of its fields stands."""

    lines: dict[str, int]
    line: int


@dataclass(frozen=True)
class MissingField(Problem):
    """A field that must stand is not there."""

    code: ClassVar[str] = "missing-field"
    vi: ClassVar[str] = "{what} thiếu trường “{field}”."
    en: ClassVar[str] = "{what} lacks the field “{field}”."
    way_out_vi: ClassVar[str] = "Thêm dòng “{field}: …”."
    way_out_en: ClassVar[str] = "Add a line “{field}: …”."

    what: str | Said
    field: str


@dataclass(frozen=True)
class UnknownField(Problem):
    """A field that nobody reads: most often a slip of the pen."""

    code: ClassVar[str] = "unknown-field"
    vi: ClassVar[str] = "{what} có trường “{field}” mà hệ thống không biết."
    en: ClassVar[str] = "{what} has a field “{field}” that is not known."
    way_out_vi: ClassVar[str] = "Sửa tên trường (các trường được biết: {known}), hoặc bỏ dòng này."
    way_out_en: ClassVar[str] = "Mend the name (known fields: {known}), or take the line out."

    what: str | Said
    field: str
    known: str


@dataclass(frozen=True)
class WrongValue(Problem):
    """A field says something that cannot be read as what it should be."""

    code: ClassVar[str] = "wrong-value"
    vi: ClassVar[str] = "{what}: “{field}: {value}” không đọc được; cần {expected_vi}."
    en: ClassVar[str] = "{what}: “{field}: {value}” cannot be read; {expected_en} is needed."
    way_out_vi: ClassVar[str] = "Sửa giá trị của “{field}”."
    way_out_en: ClassVar[str] = "Mend the value of “{field}”."

    what: str | Said
    field: str
    value: str
    expected_vi: str
    expected_en: str


class Fields:
    """The fields of one definition or fact, asked for one by one.

    Args:
        raw: Texts, lists and mappings.
        where: Place of the whole, used for fields whose own line is not known.
        problems: List that every problem found is added to.
        what: How sentences name the thing ("chỉ tiêu thu-ngan-sach").
        sources: Cited documents by the short id that fields may use for them.
        above: Fields that these stand inside of; they are no sounder than these.
    """

    def __init__(
        self,
        raw: Mapping[str, Any],
        *,
        where: Span,
        problems: list[Problem],
        what: str | Said,
        sources: Mapping[str, Source],
        above: Fields | None = None,
    ) -> None:
        self.raw, self.where, self.problems, self.what, self.sources, self.above = raw, where, problems, what, sources, above
        self.asked: list[str] = []
        self.sound = True

    @property
    def id(self) -> str:
        """The definition's own id; noted as a problem where it is missing or malformed."""
        found = self.text("id")
        if found is not None and not ID.fullmatch(found):
            self.wrong("id", value=found, vi="chữ thường không dấu, số và gạch nối", en="lower-case ASCII letters, digits and hyphens")
        return found or ""

    def at(self, field: str) -> Span:
        """Return the place of a field."""
        line = getattr(self.raw, "lines", {}).get(field)
        return Span.line(self.where.document, number=line) if line else self.where

    def wrong(self, field: str, *, value: object, vi: str, en: str) -> None:
        """Note that a field cannot be read as what it should be, which is said in both languages."""
        self.note(WrongValue(self.at(field), self.what, field, str(value)[:80], vi, en))

    def note(self, problem: Problem) -> None:
        """Note a problem; the thing is no longer sound."""
        self.problems.append(problem)
        unsound: Fields | None = self
        while unsound:
            unsound.sound, unsound = False, unsound.above

    def _ask(self, field: str, kind: type, *, optional: bool) -> Any:
        self.asked.append(field)
        value = self.raw.get(field)
        if value is None or (isinstance(value, str) and not value.strip()):
            if not optional:
                self.note(MissingField(self.where, self.what, field))
            return None
        if not isinstance(value, kind):
            vi, en = EXPECTED[kind]
            self.wrong(field, value=value, vi=vi, en=en)
            return None
        return value

    def text(self, field: str, *, optional: bool = False) -> str | None:
        """Return the text of a field."""
        found = self._ask(field, str, optional=optional)
        return found.strip() if isinstance(found, str) else None

    def texts(self, field: str) -> tuple[str, ...]:
        """Return a list of texts; empty where the field does not stand."""
        found = self._ask(field, list, optional=True)
        items: Sequence[object] = found if isinstance(found, list) else ()
        for item in items:
            if not isinstance(item, str):
                self.wrong(field, value=item, vi="danh sách các giá trị đơn", en="a list of single values")
        return tuple(item.strip() for item in items if isinstance(item, str))

    def choice(self, field: str, *, kind: type[E], default: E | None = None) -> E | None:
        """Return the member of `kind` that the field names."""
        word = self.text(field, optional=default is not None)
        return default if word is None else self.choice_of(word, kind=kind, field=field)

    def choice_of(self, word: str, *, kind: type[E], field: str) -> E | None:
        """Return the member of `kind` that `word` names."""
        try:
            return kind(word)
        except ValueError:
            known = ", ".join(str(member.value) for member in kind)
            self.wrong(field, value=word, vi=f"một trong: {known}", en=f"one of: {known}")
            return None

    def flag(self, field: str) -> bool:
        """Return a yes or no; no where the field does not stand."""
        word = self.text(field, optional=True)
        if word not in (None, "true", "false"):
            self.wrong(field, value=word, vi="true hoặc false", en="true or false")
        return word == "true"

    def day(self, field: str, *, optional: bool = False) -> date | None:
        """Return the day that the field says."""
        word = self.text(field, optional=optional)
        if word is None:
            return None
        try:
            return vietnamese.read_date(word)
        except ValueError:
            self.wrong(
                field, value=word, vi="ngày có thật, dạng 2021-04-20 hoặc 20/4/2021", en="an existing day, as 2021-04-20 or 20/4/2021"
            )
            return None

    def whole(self, field: str, *, low: int, high: int, optional: bool = False) -> int | None:
        """Return a whole number from `low` to `high`, inclusive."""
        word = self.text(field, optional=optional)
        if word is None:
            return None
        if WHOLE_NUMBER.fullmatch(word) and low <= int(word) <= high:
            return int(word)
        self.wrong(field, value=word, vi=f"số nguyên từ {low} đến {high}", en=f"a whole number from {low} to {high}")
        return None

    def number(self, field: str, *, optional: bool = False) -> Decimal | None:
        """Return a number written the Vietnamese way, or with a decimal point as data files write it ("0.9")."""
        word = self.text(field, optional=optional)
        return None if word is None else self.number_of(word, field=field)

    def number_of(self, word: str, *, field: str) -> Decimal | None:
        """Return the number that `word` says."""
        try:
            return Decimal(word) if DECIMAL_POINT.fullmatch(word) else vietnamese.read_number(word)
        except vietnamese.NotANumber:
            self.wrong(field, value=word, vi="một số, ví dụ 1.234,5", en="a number, for instance 1.234,5")
            return None

    def measure(self, field: str) -> Measure | None:
        """Return the measure that the field names."""
        word = self.text(field)
        try:
            return Measure.named(word) if word else None
        except UnknownMeasure:
            self.wrong(field, value=word, vi="đơn vị tính, ví dụ “tỷ đồng”", en="a unit of measure, for instance “tỷ đồng”")
            return None

    def step(self, field: str) -> Step | None:
        """Return the smallest amount that the field names: "1 đồng", "0,1 tấn"."""
        word = self.text(field)
        if not word:
            return None
        try:
            size, measure = vietnamese.read_quantity(word)
            if size > 0:
                return Step(size, measure)
        except (vietnamese.NotANumber, UnknownMeasure):
            pass
        self.wrong(field, value=word, vi="số và đơn vị tính, ví dụ “1 đồng”", en="a number and its measure, for instance “1 đồng”")
        return None

    def mapping(self, field: str) -> Fields | None:
        """Return the fields of a field, asked for one by one in their turn."""
        found = self._ask(field, Mapping, optional=True)
        return None if found is None else self.inside(found, field=field)

    def mappings(self, field: str) -> tuple[Fields, ...]:
        """Return the fields of each item of a list of mappings."""
        found = self._ask(field, list, optional=True)
        for item in found or ():
            if not isinstance(item, Mapping):
                self.wrong(field, value=item, vi="danh sách các nhóm trường", en="a list of groups of fields")
        return tuple(self.inside(item, field=field) for item in found or () if isinstance(item, Mapping))

    def inside(self, raw: Mapping[str, Any], *, field: str) -> Fields:
        """Return a reader for a mapping that stands inside this one."""
        line = getattr(raw, "line", None)
        where = Span.line(self.where.document, number=line) if line else self.at(field)
        what = Said(f"{self.what.vi}, {field}", f"{self.what.en}, {field}") if isinstance(self.what, Said) else f"{self.what}, {field}"
        return Fields(raw, where=where, problems=self.problems, what=what, sources=self.sources, above=self)

    def names(self) -> tuple[str, ...]:
        """Return the names of all fields that stand."""
        return tuple(self.raw)

    def source(self, field: str = "source", *, optional: bool = False) -> Source | None:
        """Return the document cited: the short id of one of the sources, or its own fields."""
        raw = self.raw.get(field)
        if isinstance(raw, Mapping):
            inner = self.mapping(field)
            return read_source(inner) if inner else None
        name = self.text(field, optional=optional)
        if name is None:
            return None
        if name not in self.sources:
            self.wrong(field, value=name, vi="mã của một nguồn trong mục sources", en="the id of one of the sources")
        return self.sources.get(name)

    def leftover(self) -> None:
        """Note every field that nobody asked for."""
        for field in self.raw:
            if field not in self.asked:
                self.note(UnknownField(self.at(field), self.what, field, ", ".join(sorted(set(self.asked)))))


def read_source(fields: Fields) -> Source | None:
    """Return the cited document that the fields say."""
    title = fields.text("title")
    said = {name: fields.text(name, optional=True) or "" for name in ("number", "issuer", "article", "url")}
    dated = fields.day("dated", optional=True)
    fields.leftover()
    return Source(title=title, dated=dated, **said) if title and fields.sound else None
