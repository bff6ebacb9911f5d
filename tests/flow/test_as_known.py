"""A journey: what was known of Hà Tĩnh on the evening of 20/4/2021, and the day before."""

from __future__ import annotations

from giaoban import engine, flow
from tests.people import AT, EVERYBODY, at_the_door


def board(by: flow.Actor, period: str, as_known: str, **more: object) -> engine.Board:
    wanted = flow.Wanted(body="ha-tinh", period=period, as_known=flow.moment.instant(as_known), **more)
    return flow.answer(wanted, by=by, at=AT)


def test_the_briefing_of_20_april_2021_is_a_board(ha_tinh, by):
    """Revenue with its stated ratio; trees without a number, with a share of a plan that nobody names."""
    found = board(by, "2021-Q1", "2021-04-20").data()
    rows = {row["indicator"]: row for row in found["rows"]}
    revenue, trees = rows["thu-ngan-sach"], rows["cay-xanh-trong-moi"]
    assert (revenue["value"], revenue["measure"], revenue["state"], revenue["reason"]) == (154.3, "tỷ đồng", "known", None)
    assert [(one["relation"], one["authority"], one["value"]) for one in revenue["stated"]] == [("same_period", None, 1.45)]
    assert (trees["value"], trees["state"]) == (None, "absent")
    assert trees["reason"] == "nguồn chỉ nêu tỷ lệ, không nêu số tuyệt đối"
    assert [(one["relation"], one["authority"], one["value"]) for one in trees["stated"]] == [("plan", "unnamed", 1.88)]
    assert (found["book"], found["as_known"], found["on"]) == ("ha-tinh", "2021-04-20T23:59:59.999999+07:00", "2021-04-20")
    assert "nạp lại lịch sử" in found["notes"]


def test_nothing_is_null_without_a_reason(ha_tinh, by):
    """An absent number says why it is absent."""
    rows = board(by, "2021-Q1", "2021-04-20").rows
    assert [row.series.indicator for row in rows if row.value is None and not row.reason] == []
    assert len(rows) > 100


def test_the_day_before_nothing_of_it_was_known(ha_tinh, by):
    """Neither numbers, nor stated relations, nor judgements in words."""
    rows = board(by, "2021-Q1", "2021-04-19").rows
    assert [row.series.indicator for row in rows if row.value is not None or row.stated or row.state == "known"] == []
    assert {row.series.indicator for row in rows} >= {"thu-ngan-sach", "cay-xanh-trong-moi"}


def test_the_year_before_follows_from_the_stated_ratio(ha_tinh, by):
    """154,3 tỷ đồng is 145 % of it: 106,4, implied, between what the printed digits allow."""
    row = board(by, "2020-Q1", "2021-04-20").row("thu-ngan-sach").data()
    assert (row["value"], row["mark"], row["interval"]) == (106.4, "implied", [106.01, 106.82])
    before = board(by, "2020-Q1", "2021-04-19").row("thu-ngan-sach").data()
    assert (before["value"], before["mark"]) == (None, None)


def test_published_figures_are_the_same_for_everybody(ha_tinh):
    """The case holds published facts only: what is known is known to all, and nothing is hidden from anybody."""
    boards = {account: board(at_the_door(account), "2021-Q1", "2021-04-20") for account in EVERYBODY}
    known = {account: [row for row in found.rows if row.state == "known" or row.stated] for account, found in boards.items()}
    assert [account for account in EVERYBODY if known[account] != known["quan-tri"]] == []
    assert {account: found.hidden for account, found in boards.items()} == dict.fromkeys(EVERYBODY, 0)


def test_a_number_leads_back_to_the_article(ha_tinh, by):
    """Explained down to the entry, its source and place, the rule, and what was stated beside it."""
    wanted = flow.Wanted("ha-tinh", "2021-Q1", as_known=flow.moment.instant("2021-04-20"))
    found = flow.explain(wanted, indicator="thu-ngan-sach", part="-", what=flow.What.VALUE, by=by, at=AT)
    assert found is not None
    said = found.data()
    assert said["value"] == 154.3
    assert [(line["kind"], line["printed"], line["via"]) for line in said["lines"]] == [
        ("Figure", "154,3 tỷ đồng", "load"),
        ("Stated", "145 % so với cùng kỳ", "load"),
    ]
    assert all("Báo Hà Tĩnh" in source and source.endswith("đoạn 4") for line in said["lines"] for source in line["sources"])
    assert said["lines"][0]["recorded_at"] == "2021-04-20T11:00:00.000000Z"
