"""A journey: a published figure turns out to be another, or to be none at all."""

from __future__ import annotations

from datetime import timedelta

import pytest

from giaoban import flow, store
from giaoban.engine import Board
from giaoban.flow.load import NotLoaded
from giaoban.flow.loading import starter
from tests.flow import small
from tests.people import AT, open_doors

LATER = AT + timedelta(days=2)
FILE = "briefing_2021_04_20.yaml"


def changed(old: str = "printed: 154,3 tỷ đồng", new: str = "printed: 161,7 tỷ đồng") -> dict[str, str]:
    """Return a copy of the shipped case in which one fact is another."""
    files = dict(starter.shipped_files("ha_tinh"))
    assert files[FILE].count(old) == 1
    return files | {FILE: files[FILE].replace(old, new)}


def board(by: flow.Actor, as_known: str = "", *, at=LATER) -> Board:
    instant = flow.moment.instant(as_known) if as_known else None
    return flow.answer(flow.Wanted("ha-tinh", "2021-Q1", as_known=instant), by=by, at=at)


def test_a_changed_fact_changes_the_board_of_a_new_book(database):
    """The number stands in one place only: in the case's file."""
    by = open_doors()
    flow.load_files(changed(), manner=flow.Manner.HISTORY, by=by, at=AT)
    row = board(by, "2021-04-20").row("thu-ngan-sach")
    assert (row.value, row.revised, [one.value for one in row.stated]) == (161.7, None, [1.45])
    year_before = flow.answer(flow.Wanted("ha-tinh", "2020-Q1", as_known=flow.moment.instant("2021-04-20")), by=by, at=AT)
    assert year_before.row("thu-ngan-sach").value == 111.5


def test_a_correction_of_today_leaves_what_was_known(ha_tinh, by):
    """As known on 20/4/2021 nothing changes; the newest board has the new number, and says that it was corrected."""
    before = board(by, "2021-04-20").data()
    flow.load_files(changed(), manner=flow.Manner.NOW, by=by, at=LATER)
    assert board(by, "2021-04-20").data() == before
    newest = board(by)
    assert (newest.row("thu-ngan-sach").value, newest.row("thu-ngan-sach").revised) == (161.7, "corrected")
    assert newest.number == before["entry"]["number"] + (store.books.head("ha-tinh").number - before["entry"]["number"])
    (earlier,) = explained(by).lines[0].earlier
    assert earlier[1:] == ("154,3 tỷ đồng", "2021-04-20T11:00:00.000000Z")


def explained(by: flow.Actor) -> flow.Explanation:
    found = flow.explain(flow.Wanted("ha-tinh", "2021-Q1"), indicator="thu-ngan-sach", part="-", what=flow.What.VALUE, by=by, at=LATER)
    assert found is not None
    return found


def test_a_correction_taken_back_is_a_correction_again(ha_tinh, by):
    """The old files loaded again say what they say; the shipped case is not loaded over anybody's work."""
    flow.load_files(changed(), manner=flow.Manner.NOW, by=by, at=LATER)
    flow.load_shipped("ha_tinh", by=by, at=LATER)
    assert board(by).row("thu-ngan-sach").value == 161.7
    assert flow.load_shipped("ha_tinh", manner=flow.Manner.NOW, by=by, at=LATER).facts == 1
    assert board(by).row("thu-ngan-sach").value == 154.3
    assert len(explained(by).lines[0].earlier) == 2


def withdrawal(kind: str, *, more: str = "", body: str = small.A, when: str = "") -> str:
    return (
        f"source: bao-cao-1\nfacts:\n  - {{withdraw: {small.REVENUE}, kind: {kind}, body: {body}, period: {small.PERIOD}{more},"
        f" note: Nhập nhầm đơn vị.{when}}}\n"
    )


def values(by: flow.Actor, *, as_known: str = "") -> dict[str, object]:
    instant = flow.moment.instant(as_known) if as_known else None
    wanted = flow.Wanted(small.TOWN, small.PERIOD, as_known=instant, units=True, indicators=(small.REVENUE,))
    return {row.body: row.value for row in flow.answer(wanted, by=by, at=LATER).rows}


def test_a_figure_taken_back_is_known_no_more(town, by):
    """The total is lacking, the reason is kept outside the chain, and yesterday's board stays."""
    found = flow.load_files(small.files(facts=withdrawal("Figure")), manner=flow.Manner.PLAIN, by=by, at=LATER)
    assert (found.facts, found.corrected) == (1, 1)
    assert values(by) == {small.TOWN: None, small.A: None, small.B: 20, small.C: 30, small.D: 40}
    assert values(by, as_known="2026-04-10")[small.TOWN] == 100
    entry = store.books.read(small.BOOK).entries[-1]
    assert (entry.kind, store.texts.read(entry.content["reason"])) == ("Withdrawal", "Nhập nhầm đơn vị.")
    again = flow.load_files(small.files(facts=withdrawal("Figure")), manner=flow.Manner.PLAIN, by=by, at=LATER)
    assert again.facts == 0


def test_a_figure_may_come_again_after_it_was_taken_back(town, by):
    """It takes nobody's place: none stood."""
    flow.load_files(small.files(facts=withdrawal("Figure")), manner=flow.Manner.PLAIN, by=by, at=LATER)
    assert flow.load_files(small.files(), manner=flow.Manner.PLAIN, by=by, at=LATER).facts == 1
    assert store.books.read(small.BOOK).entries[-1].supersedes is None
    assert values(by)[small.TOWN] == 100


@pytest.mark.parametrize("text", [withdrawal("Grade"), withdrawal("Figure", body=small.TOWN)], ids=["of another kind", "of another body"])
def test_what_was_never_said_cannot_be_taken_back(town, by, text):
    with pytest.raises(NotLoaded) as refused:
        flow.load_files(small.files(facts=text), manner=flow.Manner.PLAIN, by=by, at=LATER)
    assert [problem.code for problem in refused.value.problems] == ["nothing-to-withdraw"]


def test_a_history_takes_back_in_its_order(database):
    """A withdrawal before the figure itself is refused; after it, it counts from its instant on."""
    by = open_doors()
    case = small.CASE.replace("sources:", 'recorded: "2026-04-01T17:00:00+07:00"\nsources:')
    said = 'recorded: "2026-04-04T17:00:00+07:00"\n' + "source: bao-cao-1\nfacts:\n" + small.figure(small.REVENUE, small.A, "10 tỷ đồng")

    def files(day: int) -> dict[str, str]:
        when = f', recorded: "2026-04-0{day}T17:00:00+07:00"'
        return small.files(case=case, facts=said) | {"withdrawn.yaml": withdrawal("Figure", when=when)}

    with pytest.raises(NotLoaded) as refused:
        flow.load_files(files(3), manner=flow.Manner.HISTORY, by=by, at=AT)
    assert [problem.sentence("en").split(":")[0] for problem in refused.value.problems] == ["withdrawn.yaml, line 3"]
    flow.load_files(files(6), manner=flow.Manner.HISTORY, by=by, at=AT)
    assert (values(by, as_known="2026-04-05")[small.A], values(by)[small.A]) == (10, None)
    assert flow.load_files(files(6), manner=flow.Manner.HISTORY, by=by, at=AT).facts == 0
    assert flow.load_files(files(6), manner=flow.Manner.PLAIN, by=by, at=AT).facts == 0
