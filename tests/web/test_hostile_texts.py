"""What people write is shown as they wrote it, and never runs, never breaks a page."""

from __future__ import annotations

import re

import pytest

from giaoban import flow
from tests.flow import small
from tests.people import ADMINISTRATOR, AT, LEADER, OFFICE, at_the_door

TITLE = "<script>alert(1)</script> & {{ 7*7 }} {% now 'Y' %} \u202eđảo \"ngoặc\" 'nháy' #1"
NAME = "Phường <b>A</b> & {{x}}"
INDICATOR = "Chỉ tiêu <img src=x onerror=alert(1)>"
PAGES = ("tong-quan", "bieu", "don-vi", f"chi-tieu/{small.REVENUE}", f"giai-thich/{small.REVENUE}", "tai-lieu")


@pytest.fixture
def hostile(embedded_town) -> None:
    """The town's book again, with texts that somebody meant to run."""
    definitions = small.DEFINITIONS.replace("name: Phường A", f"name: '{NAME}'").replace(
        f"name: Chỉ tiêu thử {small.REVENUE}\n", f"name: '{INDICATOR}'\n"
    )
    escaped = TITLE.replace("'", "''")
    facts = small.FACTS.replace("title: Thiếu đất đắp", f"title: '{escaped}'").replace(
        "cause: mỏ đất dừng khai thác", f"cause: '{escaped}'"
    )
    assert TITLE not in small.FACTS
    flow.load_files(small.files(definitions=definitions, facts=facts), manner=flow.Manner.NOW, by=at_the_door(ADMINISTRATOR), at=AT)


@pytest.mark.parametrize("page", PAGES)
def test_nothing_that_people_wrote_becomes_markup(hostile, visit, page):
    """Names of bodies and indicators, titles and causes of difficulties."""
    shown = visit(OFFICE).get(f"/{page}/{small.TOWN}/{small.PERIOD}/").content.decode()
    assert "<script>alert" not in shown
    assert "<img src=x" not in shown
    assert "<b>A</b>" not in shown


def test_it_is_shown_as_it_was_written(hostile, visit):
    """Every letter of it."""
    shown = visit(OFFICE).get(f"/tong-quan/{small.TOWN}/{small.PERIOD}/").content.decode()
    assert "&lt;script&gt;alert(1)&lt;/script&gt; &amp; {{ 7*7 }} {% now &#x27;Y&#x27; %} \u202eđảo" in shown


def test_a_chart_of_it_is_a_picture_and_nothing_else(hostile, visit):
    """An image cannot run; and its words are escaped twice, once in the picture."""
    shown = visit(OFFICE).get(f"/chi-tieu/{small.REVENUE}/{small.TOWN}/{small.PERIOD}/").content.decode()
    assert 'src="data:image/svg+xml;base64,' in shown
    assert "<svg" not in shown


def test_who_raised_a_difficulty_is_named_to_the_office_and_not_before_a_leader(embedded_town, visit):
    """A unit's word is named where units are named (practice 14)."""
    address = f"/tong-quan/{small.TOWN}/{small.PERIOD}/"
    assert "phường A phản ánh" in re.sub(r"\s+", " ", visit(OFFICE).get(address).content.decode())
    shown = re.sub(r"\s+", " ", visit(LEADER).get(address).content.decode())
    assert "Thiếu đất đắp" in shown
    assert "phường A" not in shown.split("Khó khăn, vướng mắc")[1].split("Kết quả thực hiện")[0]
