"""What the made case defines for itself beside the starter set: indicators in parts, a restricted one, its sources.

Their ids end in `-mau`, so that nobody takes them for the starter's.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from datetime import datetime

from giaoban.cases.case import NamedPerson
from giaoban.catalogue.definition import understand
from giaoban.catalogue.loading import Read
from giaoban.ledger.book import VIETNAM
from giaoban.values import Source, Span

MADE = "DỮ LIỆU GIẢ ĐỊNH"
RULES = "quy-uoc-bo-du-lieu-mau"
GROUP = "bo-du-lieu-mau"
KNOWN = "2019-01-02T08:10"
BY_ITEM, BY_SCHOOL, BY_WASTE, RESTRICTED = "thu-theo-khoan-mau", "hoc-sinh-theo-cap-mau", "rac-theo-loai-mau", "tre-em-can-bao-ve-mau"

PARTS = {
    BY_ITEM: (("thue", "Thuế"), ("tien-su-dung-dat", "Tiền sử dụng đất"), ("phi-le-phi", "Phí, lệ phí"), ("thu-khac", "Thu khác")),
    BY_SCHOOL: (("mam-non", "Mầm non"), ("tieu-hoc", "Tiểu học"), ("thcs", "Trung học cơ sở")),
    BY_WASTE: (("huu-co", "Hữu cơ"), ("tai-che", "Tái chế được"), ("con-lai", "Còn lại")),
}
# id, name, measure, step, over time, frequency, direction, reach, field
INDICATORS = (
    (BY_ITEM, "Thu ngân sách theo khoản thu (bộ mẫu)", "tỷ đồng", "1 đồng", "sum", "quarter", "more", "internal", ""),
    (BY_SCHOOL, "Học sinh theo cấp học (bộ mẫu)", "học sinh", "1 học sinh", "last", "half", "none", "public", ""),
    (BY_WASTE, "Rác thải sinh hoạt theo loại (bộ mẫu)", "tấn", "0,1 tấn", "sum", "month", "none", "public", ""),
    (RESTRICTED, "Trẻ em cần bảo vệ đặc biệt (bộ mẫu)", "em", "1 em", "last", "quarter", "less", "restricted", "tre-em"),
)
PEOPLE = (
    NamedPerson("nguoi-mau-01", "Người Mẫu Một (giả định)", "Bí thư Đảng ủy Phường Mẫu"),
    NamedPerson("nguoi-mau-02", "Người Mẫu Hai (giả định)", "Chủ tịch UBND Phường Mẫu"),
    NamedPerson("nguoi-mau-03", "Người Mẫu Ba (giả định)", "Trưởng phòng Kinh tế, Hạ tầng và Đô thị Phường Mẫu"),
    NamedPerson("nguoi-mau-04", "Người Mẫu Bốn (giả định)", "Trưởng phòng Văn hóa - Xã hội Phường Mẫu"),
    NamedPerson("nguoi-mau-05", "Người Mẫu Năm (giả định)", "Chánh Văn phòng HĐND và UBND Phường Mẫu"),
    NamedPerson("nguoi-mau-06", "Người Mẫu Sáu (giả định)", "Tổ trưởng Tổ dân phố 17, Phường Mẫu"),
    NamedPerson("nguoi-mau-07", "Người Mẫu Bảy (giả định)", "Bí thư Thành ủy Mẫu"),
    NamedPerson("nguoi-mau-08", "Người Mẫu Tám (giả định)", "Chủ tịch UBND Xã Mẫu Tây"),
)  # fmt: skip


def instant(text: str) -> datetime:
    """Return the instant in Vietnam that "2019-01-02T08:10" says."""
    return datetime.fromisoformat(text).replace(tzinfo=VIETNAM)


def rules_source() -> Source:
    """Return the source of everything that the case sets for itself."""
    return Source(f"Quy ước của bộ dữ liệu mẫu ({MADE})", issuer="giaoban")


def defined(raw: Mapping[str, object], *, known_at: str, sources: Mapping[str, Source]) -> Read:
    """Return a definition read from its fields, with the case's own rules as its source.

    Raises:
        ValueError: The fields do not make a definition: a fault of this generator.
    """
    where = Span("tinh-mau", str(raw["id"]))
    definition, thing, problems = understand({"source": RULES, **raw}, where=where, sources=sources)
    if definition is None:
        raise ValueError("; ".join(problem.sentence("en") for problem in problems))
    return Read(definition, thing, where, instant(known_at))


def indicators() -> Iterator[tuple[str, dict[str, object]]]:
    """Yield the case's own group and indicators with the instant at which each was known."""
    yield KNOWN, {"kind": "group", "id": GROUP, "since": "2010-01-01", "name": "Chỉ tiêu của bộ dữ liệu mẫu", "order": "950"}
    for number, (id, name, measure, step, over_time, frequency, direction, reach, field) in enumerate(INDICATORS):
        raw: dict[str, object] = {
            "kind": "indicator", "id": id, "since": "2019-01-01", "name": name, "group": GROUP, "measure": measure, "step": step,
            "definition": f"Chỉ tiêu chỉ có trong bộ dữ liệu mẫu. {MADE}.", "direction": direction, "over_time": over_time,
            "over_bodies": "sum", "absence": "lacking", "frequency": frequency, "reach": reach, "order": str(9500 + number),
            "parts": _parts(PARTS.get(id, ())),
        }  # fmt: skip
        yield KNOWN, {**raw, "field": field} if field else raw


def _parts(parts: Sequence[tuple[str, str]]) -> list[dict[str, str]]:
    return [{"id": id, "name": name} for id, name in parts]
