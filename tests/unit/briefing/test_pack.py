"""Is a pack one frozen answer: of one question, one version, equal for equal questions, without names of people?"""

from __future__ import annotations

import json
from dataclasses import replace
from datetime import date
from decimal import Decimal
from itertools import permutations

import jsonschema
import pytest
import referencing
import referencing.jsonschema

from giaoban.briefing import Agenda, Pack, dumps, prepare
from giaoban.briefing.pack import NotOneQuestion
from giaoban.delivery import Act, Aim, Bottleneck, FocusTask
from giaoban.engine import Changes, Series, Trend
from tests.house.source import ROOT
from tests.unit.briefing import test_changed
from tests.unit.briefing.boards import ARTICLE, REGIME, REVENUE, TREES, board, catalogue, ha_tinh, mau, row
from tests.unit.briefing.courses import AIM, course
from tests.unit.briefing.golden import golden

FIRST, SECOND = Agenda("ha-tinh", "2021-Q1", (REGIME,)), Agenda("ha-tinh", "2021-Q2", (REGIME,))
CEMENT = Bottleneck(
    "xi-mang",
    "ha-tinh",
    "2021-Q1",
    "Thiếu xi măng được cấp cho chương trình mục tiêu",
    cause="xi măng do cấp trên cấp về thiếu",
    raised_by="nguoi-01",
    raised_for="dang-uy-phuong-1",
    asks=("cấp đủ xi măng",),
    affects=("khoi-luong-ctmt",),
    entry=40,
    source=ARTICLE,
)
EIGHTY = Aim("khoi-luong-15-8", "ha-tinh", "khoi-luong-ctmt", "80%", Decimal("0.8"), date(2021, 8, 15), entry=41, source=ARTICLE)


def pack(*acts: Act) -> Pack:
    return prepare(FIRST, boards=[ha_tinh()], catalogue=catalogue(), acts=acts or (CEMENT, EIGHTY))


# ---------------------------------------------------------------- one question


def test_boards_must_answer_the_agenda() -> None:
    """As many as regimes, each of its regime, all of the body and period."""
    both = Agenda("ha-tinh", "2021-Q1", (REGIME, "kho-bac"))
    treasury = board([row(REVENUE, value=1.0)], regime="kho-bac")
    assert len(prepare(both, boards=[ha_tinh(), treasury], catalogue=catalogue()).own()) == 5
    for agenda, boards in (
        (both, [ha_tinh()]),
        (both, [treasury, ha_tinh()]),
        (FIRST, [replace(ha_tinh(), body="phuong-1")]),
        (SECOND, [ha_tinh()]),
    ):
        with pytest.raises(NotOneQuestion):
            prepare(agenda, boards=boards, catalogue=catalogue())


@pytest.mark.parametrize(
    "other", [{"number": 1043}, {"hash": "60" * 32}, {"frame": date(2020, 1, 1)}, {"on": date(2020, 1, 1)}, {"book": "x"}]
)
def test_boards_must_be_of_one_version_and_one_map(other: dict[str, object]) -> None:
    agenda = Agenda("ha-tinh", "2021-Q1", (REGIME, "kho-bac"))
    with pytest.raises(NotOneQuestion):
        prepare(agenda, boards=[ha_tinh(), replace(ha_tinh(), regime="kho-bac", **other)], catalogue=catalogue())


# ---------------------------------------------------------------- what stands in it


def test_a_difficulty_stands_where_its_period_meets_the_pack_s() -> None:
    """A month of the quarter, the quarter, the half year; not another quarter, another year or another body's."""
    inside = [replace(CEMENT, id=period, period=period) for period in ("2021-02", "2021-Q1", "2021-H1", "2021")]
    outside = [replace(CEMENT, id=period, period=period) for period in ("2021-Q2", "2020-Q1")]
    elsewhere = replace(CEMENT, body="ha-noi")
    assert pack(*inside, *outside, elsewhere).bottlenecks == tuple(inside)


def test_difficulties_of_the_body_s_parts_and_organisations_are_its_own() -> None:
    """Ground under it, and offices that work for that ground."""
    parts = [replace(CEMENT, id=body, body=body) for body in ("phuong-2", "dang-uy-phuong-1")]
    assert pack(*parts).bottlenecks == tuple(parts)


def test_an_aim_stands_until_its_day_has_passed_before_the_period() -> None:
    """The nearest first; it is never overdue, it only goes."""
    passed, near, far = (
        replace(EIGHTY, id=id, before=before) for id, before in (("a", date(2021, 1, 1)), ("c", date(2021, 2, 1)), ("b", date(2021, 9, 1)))
    )
    assert pack(far, passed, near).aims == (near, far)


def test_what_only_the_office_is_told_needs_asking() -> None:
    """The default pack may lie before anybody at the meeting."""
    kinds = [
        {finding.kind for finding in prepare(replace(SECOND, for_office=asked), boards=[mau()], catalogue=catalogue()).findings}
        for asked in (False, True)
    ]
    assert kinds[1] - kinds[0] == {"soft_target"}


def test_what_a_difficulty_holds_back_comes_first_if_it_is_late() -> None:
    """Trees of a ward are deeper behind, but the volume is stuck."""
    found = prepare(SECOND, boards=[mau()], catalogue=catalogue(), acts=[replace(CEMENT, period="2021-Q2", affects=("ty-le-ho-ngheo",))])
    assert [finding.series.indicator for finding in found.findings[:2]] == ["ty-le-ho-ngheo", "khoi-luong-ctmt"]


def test_tasks_stand_in_the_pack_of_the_period_before_theirs_and_of_their_own() -> None:
    """The body's own first, then those of its parts by name; a month's where it lies in the quarter; nobody else's."""
    tasks = [
        FocusTask(id, body, period, "Việc")
        for id, body, period in (
            ("p10", "phuong-4", "2021-Q2"), ("p2", "phuong-2", "2021-05"), ("rieng", "ha-tinh", "2021-Q2"), ("nam", "ha-tinh", "2021"),
            ("truoc", "ha-tinh", "2021-Q1"), ("nua-nam", "ha-tinh", "2021-H1"), ("la", "ha-noi", "2021-Q2"), ("xa", "ha-tinh", "2022-Q2"),
        )
    ]  # fmt: skip
    found = pack(*tasks)
    assert [task.id for task in found.tasks] == ["nua-nam", "rieng", "p2", "p10"]
    assert [task.id for task in found.set_then] == ["truoc"]
    assert found.next_window.code == "2021-Q2"


def test_the_courses_of_what_is_late_in_numbers_are_drawn_up_to_six() -> None:
    """In the order of the findings; the body's own alone, and not where they may not be seen."""
    asked: list[Series] = []

    def drawn(series: Series) -> Trend | None:
        asked.append(series)
        return None if series.indicator == "ty-le-ho-ngheo" else course(series=series)

    found = prepare(SECOND, boards=[mau()], catalogue=catalogue(), course=drawn)
    assert [one.indicator for one in asked] == ["khoi-luong-ctmt", "ty-le-ho-ngheo"]
    assert [one.series.indicator for one in found.courses] == ["khoi-luong-ctmt"]
    assert pack().courses == ()


def test_the_papers_behind_own_figures_are_named_by_entry() -> None:
    """Figures, plans and stated relations of the body; what may not be cited is left out."""
    found = prepare(SECOND, boards=[mau()], catalogue=catalogue(), cite=lambda entry: "" if entry == 7 else f"BC {entry}")
    assert found.sources == ((5, "BC 5"), (9, "BC 9"))


def test_what_changed_stands_in_it_where_it_was_asked() -> None:
    """With both versions; else nothing."""
    before = replace(ha_tinh(), number=1000)
    found = prepare(FIRST, boards=[ha_tinh()], catalogue=catalogue(), changes=Changes(before, ha_tinh(), ()))
    assert found.data()["changes"]["since"]["entry"]["number"] == 1000
    assert pack().data()["changes"] is None


# ---------------------------------------------------------------- as data


def test_a_pack_is_of_the_published_form() -> None:
    """docs/using/pack.schema.json, with everything that may stand in it and with nothing."""
    schema = json.loads((ROOT / "docs" / "using" / "pack.schema.json").read_text("utf-8"))
    jsonschema.Draft202012Validator.check_schema(schema)
    board_schema = json.loads((ROOT / "docs" / "using" / "board.schema.json").read_text("utf-8"))
    registry = referencing.Registry().with_resource("board.schema.json", referencing.jsonschema.DRAFT202012.create_resource(board_schema))
    validator = jsonschema.Draft202012Validator(schema, registry=registry)
    task = FocusTask("duong", "ha-tinh", "2021-Q3", "Làm tiếp 7 tuyến đường", "45%", "khoi-luong-ctmt", entry=44, source=ARTICLE)
    told = replace(CEMENT, period="2021-Q2"), EIGHTY, task, replace(task, id="x", period="2021-Q2", measure="", indicator="", source="")
    change = test_changed.change()
    full = prepare(
        replace(SECOND, for_office=True, for_chair=True, held_on=date(2021, 7, 8)), boards=[mau()], catalogue=catalogue(), acts=told,
        course=lambda series: course(series=series, milestones=(AIM,)), cite=lambda entry: f"BC {entry}",
        changes=Changes(replace(mau(), number=1000), mau(), (change,)),
    )  # fmt: skip
    for made in (full, pack(), prepare(FIRST, boards=[board([])], catalogue=catalogue())):
        assert [error.message for error in validator.iter_errors(json.loads(dumps(made)))] == []
    assert list(validator.iter_errors({**full.data(), "more": 1})) != []


def test_a_pack_is_the_same_bytes_for_the_same_question() -> None:
    """Sorted, without a clock, one line end at the end."""
    tasks = FocusTask("a", "phuong-1", "2021-Q2", "Việc"), FocusTask("b", "ha-tinh", "2021-Q2", "Việc")
    assert len({dumps(pack(*acts)) for acts in permutations((CEMENT, EIGHTY, *tasks))}) == 1
    made = dumps(pack()).decode()
    assert made.endswith("}\n")
    assert not made.endswith("\n\n")
    assert json.loads(made) == pack().data()


def test_a_pack_is_as_kept() -> None:
    """All but its boards, whose form is the engine's."""
    made = json.dumps({**pack().data(), "boards": len(pack().boards)}, ensure_ascii=False, sort_keys=True, indent=1) + "\n"
    assert golden("ha_tinh.pack.json", made=made) == made


def test_a_pack_names_its_version_and_no_person() -> None:
    found = pack().data()
    assert found["entry"] == {"number": 1042, "hash": "5f" * 32}
    assert (found["book"], found["as_known"], found["body"], found["period"]) == (
        "ha-tinh",
        "2021-04-20T10:05:00.000000Z",
        "ha-tinh",
        "2021-Q1",
    )
    assert found["bottlenecks"][0]["raised_by"] == "nguoi-01"


def test_absent_is_null_and_nothing_is_a_zero_that_nobody_reported() -> None:
    bare = pack(Bottleneck("x", "ha-tinh", "2021-Q1", "Thiếu"), replace(EIGHTY, source="")).data()
    assert [bare["bottlenecks"][0][name] for name in ("cause", "raised_by", "raised_for", "programme", "source")] == [None] * 5
    assert bare["aims"][0]["source"] is None
    trees = next(found for found in bare["boards"][0]["rows"] if found["indicator"] == TREES.id)
    assert (trees["value"], trees["reason"]) == (None, "nguồn chỉ nêu tỷ lệ, không nêu số tuyệt đối")
