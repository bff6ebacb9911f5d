"""A small made book for journeys: a town of four wards, and an indicator for each way in which a figure may be hidden."""

from __future__ import annotations

from collections.abc import Mapping

from giaoban import flow
from tests.people import AT, open_doors, standing_roles

BOOK, TOWN = "thi-xa-thu", "thi-xa-thu"
WARDS = ("phuong-a", "phuong-b", "phuong-c", "phuong-d")
A, B, C, D = WARDS
FIELD = "xa-hoi"
PERIOD = "2026-Q1"
REVENUE = "thu-thu"  # accepted figures of all wards
BY_VISIBILITY = {name: f"so-{name}" for name in ("draft", "accepted", "restricted", "released")}  # a figure of ward A each
OF_THREE, OF_TWO = "kin-ba", "kin-hai"  # restricted indicators to which three and two wards contribute

CASE = f"""
case: {{id: {BOOK}, title: "Thị xã Thử (dữ liệu giả định)", made: "true", regime: giao-ban}}
sources:
  - {{id: bao-cao-1, title: Báo cáo quý I, number: 12/BC-UBND, issuer: UBND thị xã Thử, dated: 2026-04-02}}
people:
  - {{id: nguoi-thu-01, name: Người Thử Một, post: Chủ tịch UBND phường A}}
"""


def _body(id: str, parent: str) -> str:
    name, kind = ("Thị xã Thử", "thi-xa") if not parent else (f"Phường {id[-1].upper()}", "phuong")
    above = f"\n    parent: {parent}" if parent else ""
    return f"""
  - kind: body
    id: {id}
    since: 2020-01-01
    nature: area
    body_kind: {kind}
    name: {name}
    reports: "true"{above}
"""


def _indicator(id: str, *, reach: str, absence: str = "lacking") -> str:
    return f"""
  - kind: indicator
    id: {id}
    since: 2020-01-01
    name: Chỉ tiêu thử {id}
    group: chinh-quyen
    measure: tỷ đồng
    step: 1 đồng
    direction: more
    over_time: sum
    over_bodies: sum
    absence: {absence}
    frequency: quarter
    reach: {reach}
    field: {FIELD}
"""


DEFINITIONS = "".join((
    "source: bao-cao-1\ndefinitions:\n",
    _body(TOWN, ""),
    *(_body(ward, TOWN) for ward in WARDS),
    _indicator(REVENUE, reach="public"),
    *(_indicator(id, reach="internal") for id in BY_VISIBILITY.values()),
    _indicator(OF_THREE, reach="restricted", absence="nothing"),
    _indicator(OF_TWO, reach="restricted", absence="nothing"),
))  # fmt: skip


def figure(indicator: str, body: str, printed: str, *, more: str = "", period: str = PERIOD) -> str:
    """Return a fact as YAML."""
    return f'  - {{figure: {indicator}, body: {body}, period: "{period}", printed: "{printed}", quality: actual, at: Biểu 02{more}}}\n'


FACTS = "".join((
    "source: bao-cao-1\nfacts:\n",
    *(figure(REVENUE, ward, f"{n}0 tỷ đồng") for n, ward in enumerate(WARDS, 1)),
    *(figure(id, A, "7 tỷ đồng", more=f", visibility: {name}") for name, id in BY_VISIBILITY.items()),
    *(figure(OF_THREE, ward, "2 tỷ đồng") for ward in (A, B, C)),
    *(figure(OF_TWO, ward, "3 tỷ đồng") for ward in (A, B)),
    """
  - bottleneck: thieu-dat
    body: phuong-a
    period: 2026-Q1
    title: Thiếu đất đắp
    cause: mỏ đất dừng khai thác
    raised_by: nguoi-thu-01
    raised_for: phuong-a
    asks: [Cấp phép mỏ mới]
    affects: [thu-thu]
    note: Ghi tại hội nghị.
  - {aim: thu-truoc-30-6, body: thi-xa-thu, indicator: thu-thu, fraction: 50 %, before: 2026-06-30}
""",
))  # fmt: skip


def files(**changed: str) -> Mapping[str, str]:
    """Return the files of the book; `facts="…"` puts another text in a file's place."""
    return {"case.yaml": CASE, "definitions.yaml": DEFINITIONS, "facts.yaml": FACTS} | {
        f"{name}.yaml": text for name, text in changed.items()
    }


def fill() -> None:
    """Load the book as known now, with everybody who stands in it."""
    by = open_doors()
    flow.load_files(files(), manner=flow.Manner.NOW, by=by, at=AT)
    standing_roles(BOOK, ward_a=A, ward_b=B, field=FIELD)
