"""Does every layout keep what its source allows, and say all that a paper needs?"""

from __future__ import annotations

from datetime import date

import pytest

from giaoban.papers.layout import Layout, NoSuchLayout, layout, layouts, usual

EVERY = [pytest.param(one, id=one.id) for one in layouts()]
NEEDED = {
    "title", "subject", "held", "text", "heading", "subheading", "signer", "recipients_title", "recipients", "page_number", "number",
    "date", "issuer", "nation",
}  # fmt: skip


@pytest.mark.parametrize("one", EVERY)
def test_sizes_and_margins_are_within_the_source(one: Layout) -> None:
    assert [zone for zone, set_ in one.zones.items() if not set_.range[0] <= set_.size <= set_.range[1]] == []
    assert [side for side, (least, most) in one.limits.items() if not least <= one.page[side] <= most] == []
    assert set(one.page) == set(one.limits) == {"top", "bottom", "left", "right"}


@pytest.mark.parametrize("one", EVERY)
def test_a_layout_says_all_that_a_paper_needs(one: Layout) -> None:
    """Every zone of the head is set, some way of signing suits everybody, and it names its source."""
    assert NEEDED - set(one.zones) == set()
    assert {zone for zone, _ in (*one.left, *one.right)} <= set(one.zones)
    assert one.signing[-1].of == ()
    assert len({signing.id for signing in one.signing}) == len(one.signing)
    assert one.source
    assert one.words.vi != one.words.en


def test_state_and_party_differ_zone_by_zone() -> None:
    """Motto and colon here; a star, a hyphen and a slash there."""
    state, party = layout("state"), layout("party-2018")
    assert (state.zones["number"].text.split()[0], party.zones["number"].text.split()[0]) == ("Số:", "Số")
    assert state.zones["nation"].text != party.zones["nation"].text
    assert ("motto" in state.zones, "star" in party.zones) == (True, True)
    assert {line.partition(" ")[0] for signing in state.signing for line in signing.lines} >= {"TM.", "KT.", "TL."}
    assert {line.partition(" ")[0] for signing in party.signing for line in signing.lines} >= {"T/M", "T/L", "K/T"}


def test_a_body_writes_in_the_layout_of_its_hierarchy() -> None:
    """Whoever has none of its own writes as the state does."""
    assert [usual(one).id for one in ("state", "party", "front", "other", "")] == ["state", "party-2018", "state", "state", "state"]


def test_a_layout_under_review_says_so_on_screen_from_its_day_on() -> None:
    party = layout("party-2018")
    assert party.notes_on(date(2026, 1, 8)) == []
    assert [note.vi for note in party.notes_on(date(2026, 1, 9))] == ["Thể thức theo HD 36; cần rà soát theo QĐ 399."]
    assert layout("state").notes_on(date(2030, 1, 1)) == []


def test_an_unknown_layout_is_refused_with_those_that_there_are() -> None:
    with pytest.raises(NoSuchLayout) as found:
        layout("nd-30")
    assert (found.value.id, found.value.known) == ("nd-30", ("party-2018", "state"))
