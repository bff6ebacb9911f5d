"""Are the texts of an act read by their names, with every problem at its place?"""

from __future__ import annotations

from giaoban.catalogue.fields import Fields
from giaoban.delivery import content
from giaoban.values import Problem, Span

WHERE = Span("a.yaml", "line 3")


def opened(**said: str) -> tuple[Fields, list[Problem]]:
    problems: list[Problem] = []
    return content.opened(said, key="bottleneck/xi-mang", what="khó khăn, vướng mắc", where=WHERE, problems=problems), problems


def test_the_id_is_what_follows_the_slash_of_the_key() -> None:
    """bottleneck/xi-mang is the difficulty xi-mang."""
    fields, problems = opened()
    assert (fields.id, problems) == ("xi-mang", [])


def test_a_name_in_the_place_of_an_id_is_refused() -> None:
    """No person's name slips into the chain."""
    fields, problems = opened(raised_by="Phạm Văn A")
    assert content.id_in(fields, field="raised_by") == ""
    assert [problem.code for problem in problems] == ["wrong-value"]


def test_an_id_that_may_be_left_out_is_empty_without_a_problem() -> None:
    fields, problems = opened()
    assert (content.id_in(fields, field="raised_by", optional=True), problems) == ("", [])


def test_lists_stand_as_lines() -> None:
    """Blank lines are no items."""
    fields, problems = opened(asks="cấp đủ\n\n cấp sớm ", affects="xi-mang\nduong")
    assert content.lines_in(fields, field="asks") == ("cấp đủ", "cấp sớm")
    assert content.ids_in(fields, field="affects") == ("xi-mang", "duong")
    assert content.lines_in(fields, field="none") == ()
    assert problems == []


def test_a_list_of_ids_keeps_the_sound_ones_and_tells_of_the_others() -> None:
    fields, problems = opened(affects="xi-mang\nĐường")
    assert content.ids_in(fields, field="affects") == ("xi-mang",)
    assert [problem.code for problem in problems] == ["wrong-value"]


def test_a_period_has_one_spelling() -> None:
    """Six months are the first half."""
    fields, problems = opened(period="2021-6M", wrong="quý I")
    assert (content.period_in(fields, field="period"), problems) == ("2021-H1", [])
    assert content.period_in(fields, field="wrong") == ""
    assert content.period_in(fields, field="missing") == ""
    assert [problem.code for problem in problems] == ["wrong-value", "missing-field"]


def test_a_word_is_one_of_those_known() -> None:
    fields, problems = opened(voice="concluded")
    assert content.word_in(fields, field="other", among=("noted",), default="noted") == "noted"
    assert content.word_in(fields, field="voice", among=("noted",), default="noted") == "concluded"
    assert [problem.code for problem in problems] == ["wrong-value"]


def test_who_may_see_an_act_is_said_as_for_figures() -> None:
    assert content.visibility_in(opened()[0]) == "accepted"
    assert content.visibility_in(opened(visibility="draft")[0]) == "draft"


def test_what_is_empty_and_what_everybody_sees_is_not_recorded() -> None:
    assert content.without_empty({"title": "Xi măng", "cause": "", "visibility": "accepted"}) == {"title": "Xi măng"}
    assert content.without_empty({"visibility": "draft"}) == {"visibility": "draft"}
