"""The made case, made once for all tests; and a small starter set of which every number can be followed."""

from __future__ import annotations

from pathlib import Path

import pytest

import giaoban.catalogue
from giaoban.cases import Case, CaseFact
from giaoban.cases.tinh_mau import generate
from giaoban.cases.tinh_mau.series import Series, all_series
from giaoban.catalogue.loading import Read, parse, read_definitions, read_sources

STARTER = Path(giaoban.catalogue.__file__).parent / "definitions"
SMALL = """
sources: [{id: s, title: Bộ chỉ tiêu nhỏ}]
recorded: "2019-01-02T08:00:00+07:00"
source: s
definitions:
  - {kind: regime, id: giao-ban, since: 2010-01-01, name: Giao ban, month_day: "1", month_shift: "0",
     kinds: [month, quarter, half, nine-months, year, day], due_days: {month: "5"}}
  - {kind: group, id: nhom, since: 2010-01-01, name: Nhóm, order: "1"}
  - {kind: authority, id: tinh-giao, since: 2010-01-01, words: tỉnh giao, order: "1"}
  - {kind: authority, id: hdnd-giao, since: 2010-01-01, words: HĐND giao, order: "2"}
  - {kind: authority, id: phuong-xa-giao, since: 2010-01-01, words: "phường, xã giao", order: "3"}
  - {kind: scale, id: thang, since: 2010-01-01, name: Thang,
     words: [{id: tot, words: tốt, standing: good}, {id: kem, words: kém, standing: weak}]}
  - {kind: indicator, id: thu-ngan-sach, since: 2010-01-01, name: Thu, group: nhom, order: "1", measure: tỷ đồng, step: 1 đồng,
     direction: more, over_time: sum, over_bodies: sum, absence: lacking, frequency: month, parts_do_not_make_whole: "true"}
  - {kind: indicator, id: cay-xanh-trong-moi, since: 2010-01-01, name: Cây, group: nhom, order: "2", measure: cây, step: 1 cây,
     direction: more, over_time: sum, over_bodies: sum, absence: lacking, frequency: quarter, phasing: ["60", "15", "10", "15"]}
  - {kind: indicator, id: tong-dan, since: 2010-01-01, name: Dân, group: nhom, order: "3", measure: người, step: 1 người,
     direction: none, over_time: last, over_bodies: sum, absence: lacking, frequency: year}
  - {kind: indicator, id: co-the, since: 2010-01-01, name: Có thẻ, group: nhom, order: "4", measure: người, step: 1 người,
     direction: more, over_time: last, over_bodies: sum, absence: lacking, frequency: year}
  - {kind: indicator, id: ty-le-co-the, since: 2010-01-01, name: Tỷ lệ có thẻ, group: nhom, order: "5", measure: "%", step: "0,01 %",
     direction: more, over_time: last, over_bodies: ratio, numerator: co-the, denominator: tong-dan, absence: lacking, frequency: year}
  - {kind: indicator, id: tai-nan, since: 2010-01-01, name: Tai nạn, group: nhom, order: "6", measure: vụ, step: 1 vụ,
     direction: less, over_time: sum, over_bodies: sum, absence: nothing, frequency: month}
  - {kind: indicator, id: diem-thi, since: 2022-03-01, name: Điểm, group: nhom, order: "7", measure: điểm, step: "0,5 điểm",
     direction: more, over_time: never, over_bodies: none, absence: lacking, frequency: half, not_for: [phuong]}
  - {kind: indicator, id: tieu-chi, since: 2010-01-01, name: Tiêu chí, group: nhom, order: "8", measure: tiêu chí, step: 1 tiêu chí,
     direction: more, over_time: last, over_bodies: count, meets: "9", absence: lacking, frequency: quarter}
  - {kind: indicator, id: danh-gia, since: 2010-01-01, name: Đánh giá, group: nhom, order: "9", measure: mức, step: 1 mức, scale: thang,
     direction: none, over_time: never, over_bodies: none, absence: lacking, frequency: quarter}
"""


def read(files: dict[str, str]) -> tuple[Read, ...]:
    sheets, broken = parse(files)
    problems = list(broken)
    reads, wrong = read_definitions(sheets, sources=read_sources(sheets, problems=problems))
    assert [problem.sentence("en") for problem in (*problems, *wrong)] == []
    return reads


@pytest.fixture(scope="session")
def starter() -> tuple[Read, ...]:
    """The starter set that is shipped."""
    return read({path.name: path.read_text("utf-8") for path in sorted(STARTER.glob("*.yaml"))})


@pytest.fixture(scope="session")
def small() -> tuple[Read, ...]:
    """Nine indicators of every sort."""
    return read({"small.yaml": SMALL})


@pytest.fixture(scope="session")
def series(small: tuple[Read, ...]) -> dict[str, Series]:
    """The series of the small set, ratios among them."""
    numbers, ratios = all_series(small)
    return {one.id: one for one in (*numbers, *ratios)}


@pytest.fixture(scope="session")
def case(starter: tuple[Read, ...]) -> Case:
    """The made case with the shipped starter set."""
    return generate(starter=starter)


@pytest.fixture(scope="session")
def facts(case: Case) -> tuple[CaseFact, ...]:
    """All its facts."""
    return tuple(case.facts)


@pytest.fixture(scope="session")
def few(small: tuple[Read, ...]) -> tuple[CaseFact, ...]:
    """All facts of the case with the small set."""
    return tuple(generate(starter=small).facts)
