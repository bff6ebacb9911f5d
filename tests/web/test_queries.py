"""How often does a page ask the database? As often for three items as for one, and hardly ever once it was shown."""

from __future__ import annotations

import re
from collections import Counter

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from giaoban import flow
from giaoban.flow import library
from giaoban.store import shelf
from giaoban.web import kept
from tests.flow import small
from tests.people import ADMINISTRATOR, AT, OFFICE, at_the_door

PAGES = ("tong-quan", "bieu", "don-vi", f"chi-tieu/{small.REVENUE}", f"giai-thich/{small.REVENUE}")
WARM = 12  # session, account, person, rights, home of the body, cover, head, heads, and a few more


def cold() -> None:
    """Forget everything that this process has read or made."""
    shelf.forget()
    for rack in (library._CUBES, library._CATALOGUES, library._PACKS, library._OFFERED, library._WORDS, kept._DRAWN):
        rack.kept.clear()


def count(client, address: str) -> list[str]:
    """Return the queries of one page."""
    with CaptureQueriesContext(
        connection,
    ) as asked:
        assert client.get(address).status_code == 200
    return [query["sql"] for query in asked.captured_queries]


def shapes(queries: list[str]) -> dict[str, int]:
    """Return how often each table is asked."""
    return dict(Counter(match[1] for query in queries if (match := re.search(r'FROM "?(\w+)', query))))


def add(*numbers: int) -> None:
    """Record a document, a figure with its remark, a difficulty and an aim for each number."""
    for n in numbers:
        extra = f"""
  - bottleneck: vuong-mac-{n}
    body: phuong-b
    period: 2026-Q1
    title: Thiếu thứ {n}
    cause: nguyên nhân {n}
    affects: [thu-thu]
    note: Ghi chú {n}.
  - {{aim: moc-{n}, body: thi-xa-thu, indicator: thu-thu, fraction: {n}0 %, before: 2026-0{n + 4}-30}}
"""
        figures = small.figure(small.REVENUE, small.WARDS[n], f"{n}1 tỷ đồng", more=f", note: Số đính chính {n}")
        files = {
            "case.yaml": small.CASE.replace("bao-cao-1", f"bao-cao-{n}").replace("12/BC", f"{n}2/BC"),
            "facts.yaml": f"source: bao-cao-{n}\nfacts:\n{figures}{extra}",
        }
        flow.load_files(files, manner=flow.Manner.NOW, by=at_the_door(ADMINISTRATOR), at=AT)


@pytest.mark.parametrize("page", PAGES)
def test_three_cost_no_more_than_one(embedded_town, visit, page):
    """Of documents, remarks, difficulties and aims."""
    client, address = visit(OFFICE), f"/{page}/{small.TOWN}/{small.PERIOD}/"
    add(1)
    count(client, address)
    cold()
    few = count(client, address)
    add(2, 3)
    cold()
    many = count(client, address)
    assert shapes(many) == shapes(few)


@pytest.mark.parametrize("page", PAGES)
def test_a_page_that_was_shown_costs_a_few_questions(embedded_town, visit, page):
    """Who asks, and whether anything is new."""
    client, address = visit(OFFICE), f"/{page}/{small.TOWN}/{small.PERIOD}/"
    count(client, address)
    again = count(client, address)
    assert len(again) <= WARM, shapes(again)
