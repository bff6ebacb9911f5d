"""What a person does: by mouse, by keyboard alone, without JavaScript, on a phone, and on paper."""

from __future__ import annotations

import re

from tests.flow import small
from tests.people import ADMINISTRATOR, LEADER, OFFICE

TABLE = f"/bieu/{small.TOWN}/{small.PERIOD}/"
VALUE = f"table.sheet a[href*='/giai-thich/{small.REVENUE}/'][href*='what=value']"


def test_by_keyboard_alone(site, visit):
    """Sign in, skip to the content, open a number, read, close, and stand where one stood."""
    page = visit("")
    page.goto(TABLE)
    page.keyboard.press("Tab")
    assert page.evaluate("document.activeElement.className") == "skip"
    page.locator("input[name=login]").focus()
    page.keyboard.type(OFFICE)
    page.keyboard.press("Tab")
    page.keyboard.type(site.passwords[OFFICE])
    page.keyboard.press("Enter")
    page.locator("table.sheet").wait_for()
    assert page.url.endswith(TABLE)

    page.locator(VALUE).focus()
    page.keyboard.press("Enter")
    page.locator("#drawer .number").wait_for()
    assert "100 tỷ đồng" in page.locator("#drawer .number").inner_text()
    assert page.evaluate("document.activeElement.id") == "drawer"
    assert page.url.endswith(TABLE)
    page.keyboard.press("Tab")
    page.keyboard.press("Enter")  # the first thing in the drawer closes it
    page.locator("#drawer").wait_for(state="hidden")
    assert page.evaluate("document.activeElement.getAttribute('href')") == page.locator(VALUE).get_attribute("href")
    page.keyboard.press("Enter")
    page.locator("#drawer .number").wait_for()
    page.keyboard.press("Escape")
    page.locator("#drawer").wait_for(state="hidden")


def test_focus_can_be_seen(visit):
    """A line around what the keyboard is at."""
    page = visit()
    page.goto(TABLE)
    page.locator(VALUE).focus()
    page.keyboard.press("Shift+Tab")
    page.keyboard.press("Tab")
    assert page.evaluate("getComputedStyle(document.activeElement).outlineStyle") == "solid"


def test_the_drawer_leads_on_to_other_numbers_and_to_its_own_page(visit):
    """Last year beside it; and an address to send."""
    page = visit()
    page.goto(TABLE)
    page.locator(VALUE).click()
    page.locator("#drawer nav a", has_text="kế hoạch").first.click()
    page.locator("#drawer strong[aria-current]", has_text="kế hoạch").wait_for()
    page.locator("#drawer a", has_text="Mở thành trang riêng").click()
    page.locator("h1", has_text="Nguồn và cách tính").wait_for()
    assert re.search(rf"/giai-thich/{small.REVENUE}/{small.TOWN}/{small.PERIOD}/\?what=target$", page.url)


def test_without_javascript_everything_can_be_read(visit):
    """The number is a page; the question line asks otherwise."""
    page = visit(scripts=False)
    page.goto(TABLE)
    page.locator(VALUE).click()
    assert "100 tỷ đồng" in page.locator(".number").inner_text()
    page.goto(TABLE)
    page.locator("details.fold summary").click()
    page.locator("select[name=period]").select_option("2026-01")
    page.locator("section.question button").click()
    assert page.url.endswith(f"/bieu/{small.TOWN}/2026-01/")


def test_the_question_line_is_open_on_a_screen_and_folded_on_a_phone(visit):
    """One button there."""
    page = visit()
    page.goto(TABLE)
    page.locator("input[name=as_known]").fill("10/4/2026")
    page.locator("section.question button").click()
    assert page.url.endswith("?as_known=10%2F4%2F2026")
    phone = visit(size="390x844")
    phone.goto(TABLE)
    assert not phone.locator("input[name=as_known]").is_visible()
    phone.locator("details.fold summary").click()
    assert phone.locator("input[name=as_known]").is_visible()


def test_a_table_becomes_cards_on_a_phone(visit):
    """The figure with its heading; what matters less waits on the indicator's page."""
    phone = visit(size="390x844")
    phone.goto(TABLE)
    assert phone.locator(VALUE).is_visible()
    assert (
        not phone.locator("table.sheet thead").is_visible()
        or phone.evaluate("document.querySelector('thead').getBoundingClientRect().right") < 0
    )
    assert phone.evaluate("getComputedStyle(document.querySelector('table.sheet tbody tr:nth-child(2)')).display") == "block"


def test_paper_has_the_question_and_not_the_bar(visit):
    """What is printed says of what it is, as known when."""
    page = visit()
    page.goto(TABLE)
    page.emulate_media(media="print")
    assert not page.locator("header.bar").is_visible()
    assert not page.locator("nav.tabs").is_visible()
    assert page.locator("section.question .stand").is_visible()
    assert "mục số" in page.locator("footer.foot").inner_text()
    assert len(page.pdf(prefer_css_page_size=True)) > 5000


def test_a_sign_in_that_ended_comes_back_to_where_one_was(visit, site):
    """From the drawer, too: the whole page goes to sign in, and returns to the table."""
    page = visit()
    page.goto(TABLE)
    page.context.clear_cookies(name="sessionid")
    page.locator(VALUE).click()
    page.locator("input[name=login]").fill(OFFICE)
    page.locator("input[name=password]").fill(site.passwords[OFFICE])
    page.locator("main form button").click()
    page.locator("table.sheet").wait_for()
    assert page.url.endswith(TABLE)


def test_two_steps_can_be_turned_on_and_asked_for(visit, site):
    """The code of an authenticator app, computed here as the app would."""
    from allauth.mfa.totp.internal.auth import format_hotp_value, hotp_value, yield_hotp_counters_from_time

    def code(secret: str) -> str:
        return format_hotp_value(hotp_value(secret, next(iter(yield_hotp_counters_from_time()))))

    page = visit(LEADER, anew=True)
    page.goto("/tai-khoan/hai-buoc/")
    page.locator("main a", has_text="Bật xác thực hai bước").click()
    page.locator("main input[name=password]").fill(site.passwords[LEADER])  # so grave an act asks for it again
    page.locator("main form button").click()
    secret = page.locator("main code").inner_text()
    assert page.locator("main img").evaluate("image => image.naturalWidth") > 0
    page.locator("main input[name=code]").fill(code(secret))
    page.locator("main form button").click()
    page.locator("main li").first.wait_for()
    page.goto("/tai-khoan/hai-buoc/")
    assert "Đang bật" in page.locator("main").inner_text()
    page.goto("/dang-xuat/")
    page.locator("main form button").click()
    page.goto("/dang-nhap/")
    page.locator("input[name=login]").fill(LEADER)
    page.locator("input[name=password]").fill(site.passwords[LEADER])
    page.locator("main form button").click()
    page.locator("main input[name=code]").wait_for()
    assert "Nhập mã" in page.locator("main").inner_text()


def test_the_language_can_be_switched_where_one_is(visit):
    """And the page stays the page."""
    page = visit(ADMINISTRATOR, anew=True)
    page.goto(TABLE)
    page.locator("button[name=language]").click()
    page.locator("html[lang=en]").wait_for()
    assert page.url.endswith(TABLE)
    assert page.locator("a", has_text="Overview").first.is_visible()
