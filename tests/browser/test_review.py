"""A document is received and decided about in a browser: by keyboard alone, and readable for everybody on both sizes."""

from __future__ import annotations

import pytest

from tests.browser.conftest import SIZES
from tests.browser.test_accessibility import serious
from tests.flow import small
from tests.people import OFFICE

INBOX = f"/van-ban/{small.BOOK}/"
TEXT = "Quý II/2026, chỉ tiêu thử thu-thu đạt 21,5 tỷ đồng, bằng 145% so với cùng kỳ. Trồng được 300 cây hoa giấy."


@pytest.mark.parametrize("size", SIZES)
def test_received_reviewed_and_recorded_by_keyboard(visit, size):
    """Paste, send, follow a mark to its suggestion, record it; no serious violation, no wider than the screen."""
    page = visit(OFFICE, size=size)
    page.goto(INBOX)
    assert serious(page) == []
    page.locator("#pasted").focus()
    page.keyboard.type(f"{TEXT} ({size})")
    page.locator("#body").select_option(small.TOWN)
    page.locator("main form button").focus()
    page.keyboard.press("Enter")
    page.locator("article.card").first.wait_for()
    assert serious(page) == []
    assert page.evaluate("document.documentElement.scrollWidth") <= SIZES[size][0]
    page.locator("a.span.figure").first.focus()
    page.keyboard.press("Enter")
    page.wait_for_url("**#d1")
    page.locator("#d1 button[value=accept]").focus()
    page.keyboard.press("Enter")
    page.locator("#d1.accepted").wait_for()
    said = page.locator("main").inner_text()
    assert "Đã ghi vào sổ" in said or "Sổ đã có đúng số này" in said
