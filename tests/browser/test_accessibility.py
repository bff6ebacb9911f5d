"""Can everybody read every page? Axe finds nothing serious, and nothing runs over the edge, on an office screen and on a phone."""

from __future__ import annotations

import pytest
from axe_playwright_python.sync_playwright import Axe

from tests.browser.conftest import SIZES
from tests.flow import small
from tests.people import ADMINISTRATOR, LEADER, OFFICE

CITY = "ha-tinh/2021-Q1/?as_known=20/4/2021"
PAGES = {
    "first page": (ADMINISTRATOR, "/"),
    "overview": (OFFICE, f"/tong-quan/{small.TOWN}/{small.PERIOD}/"),
    "overview, stated shares": (ADMINISTRATOR, f"/tong-quan/{CITY}"),
    "table": (ADMINISTRATOR, f"/bieu/{CITY}"),
    "table, all rows": (OFFICE, f"/bieu/{small.TOWN}/{small.PERIOD}/?ca=1"),
    "parts": (OFFICE, f"/don-vi/{small.TOWN}/{small.PERIOD}/"),
    "parts, for a leader": (LEADER, f"/don-vi/{small.TOWN}/{small.PERIOD}/"),
    "indicator": (OFFICE, f"/chi-tieu/{small.REVENUE}/{small.TOWN}/{small.PERIOD}/"),
    "indicator in words": (ADMINISTRATOR, f"/chi-tieu/danh-gia-trat-tu-do-thi/{CITY}"),
    "why": (ADMINISTRATOR, f"/giai-thich/thu-ngan-sach/{CITY}&what=value"),
    "papers": (OFFICE, f"/tai-lieu/{small.TOWN}/{small.PERIOD}/"),
    "no such body": (OFFICE, "/tong-quan/khong-co/2026-Q1/"),
    "no such page": (OFFICE, "/khong-co/"),
    "sign in": ("", "/dang-nhap/"),
    "password": (OFFICE, "/tai-khoan/mat-khau/"),
    "two steps": (OFFICE, "/tai-khoan/hai-buoc/"),
}


def serious(page) -> list[str]:
    """Return what axe finds serious or worse, with the place."""
    found = Axe().run(page).response["violations"]
    return [
        f"{one['id']}: {node['target']} {node['failureSummary'][:200]}"
        for one in found
        if one["impact"] in ("serious", "critical")
        for node in one["nodes"][:3]
    ]


@pytest.mark.parametrize("size", SIZES)
@pytest.mark.parametrize("name", PAGES)
def test_no_serious_violation(visit, name, size):
    """And the page is no wider than the screen."""
    account, address = PAGES[name]
    page = visit(account, size=size)
    page.goto(address)
    assert serious(page) == []
    assert page.evaluate("document.documentElement.scrollWidth") <= SIZES[size][0]


@pytest.mark.parametrize("size", SIZES)
def test_the_drawer_has_no_serious_violation(visit, size):
    """Open beside the table, or over it on a phone."""
    page = visit(size=size)
    page.goto(f"/bieu/{small.TOWN}/{small.PERIOD}/")
    page.locator(f"table.sheet a[href*='/giai-thich/{small.REVENUE}/'][href*='what=value']").click()
    page.locator("#drawer h2").first.wait_for()
    assert serious(page) == []


def test_axe_would_see_something(visit):
    """The net has no hole: a picture without words is found."""
    page = visit("")
    page.goto("/dang-nhap/")
    page.evaluate(
        "document.querySelector('main').appendChild(document.createElement('img')).src = 'data:image/gif;base64,R0lGODlhAQABAAAAACw='"
    )
    assert any("image-alt" in one for one in serious(page))
