"""Is the pack written as its own canonical JSON, whatever the look?"""

from __future__ import annotations

from giaoban.briefing import dumps
from giaoban.papers import Look, pack_json
from tests.unit.papers.packs import published


def test_data_have_no_look() -> None:
    assert pack_json.render(published(), look=Look(layout="x")) == dumps(published())
