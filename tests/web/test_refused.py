"""What cannot be shown says what happened and what to do, and leaks nothing."""

from __future__ import annotations

import re

import pytest

from tests.flow import small
from tests.people import OFFICE

BAD = "%3Cscript%3Ealert(1)%3C"
CASES = [
    (f"/tong-quan/{BAD}/2026-Q1/", 404, "Không có đơn vị này"),
    (f"/tong-quan/{small.TOWN}/{BAD}/", 404, "Không có kỳ này"),
    (f"/tong-quan/{small.TOWN}/2026-Q5/", 404, "Không có kỳ này"),
    (f"/tong-quan/{small.TOWN}/2026-Q1/?as_known=2099-01-01", 400, "Thời điểm ở tương lai"),
    (f"/tong-quan/{small.TOWN}/2026-Q1/?as_known=2001-01-01", 404, "Khi đó chưa có số liệu"),
    (f"/tong-quan/{small.TOWN}/2026-Q1/?as_known={BAD}", 400, "Ngày chưa đúng"),
    (f"/tong-quan/{small.TOWN}/2026-Q1/?frame={BAD}", 400, "Ngày chưa đúng"),
    (f"/tong-quan/{small.TOWN}/1990-Q1/", 404, "Không có chế độ báo cáo này"),
    (f"/chi-tieu/{BAD}/{small.TOWN}/2026-Q1/", 404, "Không có chỉ tiêu này"),
    (f"/giai-thich/{small.REVENUE}/{small.TOWN}/2026-Q1/?what={BAD}", 404, "Không có trang này"),
    (f"/giai-thich/{small.REVENUE}/{small.TOWN}/2026-Q1/?part={BAD}", 404, "Không có chỉ tiêu này"),
    (f"/chi-tieu/{small.REVENUE}/{small.TOWN}/2026-Q1/?part={BAD}", 200, "Chưa có số liệu nào"),
    (f"/tai-ve/{BAD}/{small.TOWN}/2026-Q1/", 404, "Không có loại tài liệu này"),
    (f"/tai-ve/pdf/{small.TOWN}/2026-Q1/?layout={BAD}", 400, "Không có thể thức văn bản"),
    (f"/tai-lieu/{small.TOWN}/2026-Q1/?layout={BAD}", 200, "Không có thể thức"),
    (f"/tai-lieu/{small.TOWN}/2026-Q1/?issuer={BAD}", 200, "Không có cơ quan ban hành"),
    ("/khong-co/", 404, "Không có trang này"),
    ("/tong-quan/%E2%80%AEabc/2026-Q1/", 404, "Không có đơn vị này"),
    ("/tong-quan/%7B%7B7*7%7D%7D/2026-Q1/", 404, "{{7*7}}"),
]


@pytest.mark.parametrize(("address", "status", "said"), CASES)
def test_a_bad_address_has_a_clear_page(embedded_town, visit, address, status, said):
    """With a way out, and nothing of what was typed as markup."""
    page = visit(OFFICE).get(address)
    shown = page.content.decode()
    assert (page.status_code, said in shown) == (status, True)
    assert "<script>alert" not in shown
    assert 'href="/"' in shown


@pytest.mark.parametrize("language", ["vi", "en"])
def test_no_page_speaks_of_the_command_line(embedded_town, visit, language):
    """A reader of pages knows no options."""
    client = visit(OFFICE)
    client.cookies["django_language"] = language
    for address, _, _ in CASES:
        shown = re.sub(r"<[^>]+>", "", client.get(address).content.decode())
        assert "--" not in shown, address
        assert "giaoban board" not in shown, address


def test_a_fault_of_ours_has_a_number_and_tells_nothing_else(embedded_town, visit, monkeypatch):
    """The story lies in the log under that number."""
    from django.conf import settings

    from giaoban import flow

    def broken(*_: object, **__: object) -> None:
        raise ZeroDivisionError("bí mật của máy")

    monkeypatch.setattr(flow, "look", broken)
    page = visit(OFFICE).get(f"/tong-quan/{small.TOWN}/{small.PERIOD}/")
    shown = page.content.decode()
    number = re.search(r"số (\d{8}-\d{6}-[0-9a-f]{4})", shown)
    assert page.status_code == 500
    assert number
    assert "bí mật" not in shown
    log = (settings.CONFIG.home / "log" / "faults.log").read_text("utf-8")
    assert number[1] in log
    assert "bí mật của máy" in log


def test_a_database_that_is_busy_is_said(embedded_town, visit, monkeypatch):
    """What is safe, and what to do."""
    from giaoban import flow
    from giaoban.store.faults import Busy

    def busy(*_: object, **__: object) -> None:
        raise Busy

    monkeypatch.setattr(flow, "look", busy)
    page = visit(OFFICE).get(f"/tong-quan/{small.TOWN}/{small.PERIOD}/")
    assert page.status_code == 503
    assert "Chưa có gì được ghi" in page.content.decode()


def test_a_form_without_its_secret_records_nothing(embedded_town):
    """And says how to go on."""
    from django.contrib.auth import get_user_model
    from django.test import Client

    client = Client(enforce_csrf_checks=True)
    client.force_login(get_user_model().objects.get(username=OFFICE))
    page = client.post("/ngon-ngu/", {"language": "en"})
    assert page.status_code == 403
    assert "Chưa có gì được ghi" in page.content.decode()
