"""Does every word of the list stand for something, and nothing else stand in a template?"""

from __future__ import annotations

from giaoban.briefing import briefing_script
from giaoban.papers import Look
from giaoban.papers.letterhead import letterhead
from giaoban.papers.template_words import FIELDS, LISTS, WORDS, said
from tests.house.source import ROOT
from tests.unit.papers.packs import made_up
from tests.unit.papers.reading import hostile, pictured


def words(*, change: object = None) -> dict[str, object]:
    script = briefing_script(made_up())
    script = change(script) if callable(change) else script
    return said(script, head=letterhead(made_up(), script=script, look=Look()), content="<w:p/>", annex="")


def test_each_word_is_said_and_no_other() -> None:
    assert set(words()) == {word.name for word in WORDS}
    assert [name for name, value in words().items() if isinstance(value, list)] == [word.name for word in WORDS if word.name in LISTS]
    assert set(LISTS) == {word.name for word in WORDS if word.name in LISTS} | (FIELDS - {"ten"})


def test_parts_have_their_texts_and_every_item_its_fields() -> None:
    parts = words(change=pictured)["cac_phan"]
    assert isinstance(parts, list)
    assert [part["ten"][:3] for part in parts] == ["", "I. ", "II.", "III", "IV.", "V. ", "VI.", "VII", "VII"]
    assert {field for part in parts for field in part} == FIELDS
    assert parts[4]["cac_doan"][0].startswith("Các mốc dưới đây")


def test_values_are_clean() -> None:
    found = words(change=hostile)
    assert "\x00" not in repr(found)
    assert found["trich_yeu"] == "<b>&amp; {{ 7*7 }} {% for x in y %} #set $x$ `ls` *a* _b_ \\x @ref [1] phải trái[31m 水"


def test_each_word_is_documented() -> None:
    page = (ROOT / "docs" / "using" / "papers.md").read_text("utf-8")
    assert [word.name for word in WORDS if f"`{word.name}`" not in page] == []
    assert [field for field in FIELDS if f"`{field}`" not in page] == []
