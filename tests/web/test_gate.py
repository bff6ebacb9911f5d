"""Who may pass: nobody without signing in, and everybody only as far as their rights go."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from django.urls import URLPattern, URLResolver, get_resolver

from tests.flow import small
from tests.people import ADMINISTRATOR, AUDITOR, DEPARTMENT, EVERYBODY, LEADER, OFFICE, OFFICER_A, OFFICER_B

OPEN = {"account_login", "account_logout", "account_inactive", "set_language", "mfa_authenticate", "mfa_trust"}  # pages of signing in
FILLED = {"body": small.TOWN, "period": small.PERIOD, "indicator": small.REVENUE, "paper": "text", "kind": "csv", "book": small.BOOK}
PAGES = ("tong-quan", "bieu", "tai-bieu/csv", "don-vi", f"chi-tieu/{small.REVENUE}", f"giai-thich/{small.REVENUE}")


def addresses() -> Iterator[tuple[str, str]]:
    """Yield name and address of every page that there is."""

    def walk(resolver: URLResolver, before: str) -> Iterator[tuple[str, str]]:
        for one in resolver.url_patterns:
            route = before + str(one.pattern)
            if isinstance(one, URLPattern):
                for name, value in FILLED.items():
                    route = route.replace(f"<str:{name}>", value).replace("<int:paper>", "1")
                yield one.name or route, f"/{route}"
            else:
                yield from walk(one, route)

    return walk(get_resolver(), "")


ADDRESSES = dict(addresses())


def test_every_address_is_filled_in():
    """A page with a part of the address that this test does not know would not be looked at."""
    assert [address for address in ADDRESSES.values() if "<" in address] == []
    assert len(ADDRESSES) > 15


@pytest.mark.parametrize("name", sorted(set(ADDRESSES) - OPEN))
def test_who_has_not_signed_in_gets_nothing(embedded_town, visit, name):
    """GET leads to the sign-in and back; POST loses nothing."""
    page = visit("").get(ADDRESSES[name])
    assert (page.status_code, page.headers["Location"].partition("?")[0]) == (302, "/dang-nhap/")
    assert visit("").post(ADDRESSES[name], {"ghi": "42"}).status_code in (302, 401)


@pytest.mark.parametrize("page", PAGES)
@pytest.mark.parametrize("account", EVERYBODY)
def test_role_and_page(embedded_town, visit, account, page):
    """Each role of the book reads every page of the board."""
    assert visit(account).get(f"/{page}/{small.TOWN}/{small.PERIOD}/").status_code == 200


BRIEFED = {ADMINISTRATOR, OFFICE, LEADER}  # those who may make a briefing


@pytest.mark.parametrize("page", ["tai-lieu", "tai-ve/text"])
@pytest.mark.parametrize("account", EVERYBODY)
def test_role_and_papers(embedded_town, visit, account, page):
    """Papers are for those who may brief; the others are not offered them."""
    client = visit(account)
    assert client.get(f"/{page}/{small.TOWN}/{small.PERIOD}/").status_code == (200 if account in BRIEFED else 403)
    offered = "Tài liệu giao ban" in client.get(f"/tong-quan/{small.TOWN}/{small.PERIOD}/").content.decode()
    assert offered == (account in BRIEFED)


def test_what_is_for_the_office_is_for_the_office(embedded_town, visit):
    """A leader who asks for it by the address is refused."""
    address = f"/tai-ve/text/{small.TOWN}/{small.PERIOD}/?office=1"
    assert (visit(OFFICE).get(address).status_code, visit(LEADER).get(address).status_code) == (200, 403)


@pytest.mark.parametrize("page", PAGES)
def test_who_has_no_right_in_the_book_is_told_so(embedded_town, visit, page):
    """A clear page, and nothing of the book on it."""
    from giaoban import flow
    from tests.people import AT, TODAY, at_the_door

    flow.load_shipped("ha_tinh", by=at_the_door(ADMINISTRATOR), at=AT)
    flow.users.open_account(
        "nguoi-ngoai", name="Người Ngoài", role="office", book="ha-tinh", by=at_the_door(ADMINISTRATOR), at=AT, on=TODAY
    )
    shown = visit("nguoi-ngoai").get(f"/{page}/{small.TOWN}/{small.PERIOD}/")
    assert shown.status_code == 403
    assert "không được xem số liệu" in shown.content.decode()
    assert "Thị xã Thử" not in shown.content.decode()


SEEN = {
    ADMINISTRATOR: {"draft", "accepted", "restricted", "released"},
    OFFICE: {"draft", "accepted", "released"},
    AUDITOR: {"draft", "accepted", "restricted", "released"},
    LEADER: {"accepted", "restricted", "released"},
    DEPARTMENT: {"accepted", "restricted", "released"},
    OFFICER_A: {"draft", "accepted", "released"},
    OFFICER_B: {"accepted", "released"},
}


@pytest.mark.parametrize("account", EVERYBODY)
def test_role_and_visibility(embedded_town, visit, account):
    """Why a figure of ward A is what it is, for each visibility: the number is on the page, or the page is silent."""
    client = visit(account)
    seen = set()
    for visibility, id in small.BY_VISIBILITY.items():
        page = client.get(f"/giai-thich/{id}/{small.A}/{small.PERIOD}/")
        if "7 tỷ đồng" in page.content.decode():
            seen.add(visibility)
    assert seen == SEEN[account]


def test_a_part_of_a_page_sends_the_whole_page_to_sign_in(embedded_town, visit):
    """And back to where the reader was."""
    page = visit("").get(
        ADDRESSES["why"], headers={"HX-Request": "true", "HX-Current-URL": f"http://testserver/bieu/{small.TOWN}/{small.PERIOD}/?frame=1"}
    )
    assert page.status_code == 401
    assert page.headers["HX-Redirect"] == f"/dang-nhap/?next=%2Fbieu%2F{small.TOWN}%2F{small.PERIOD}%2F%3Fframe%3D1"


def test_what_was_typed_comes_back_after_signing_in_again(embedded_town, visit):
    """The form's fields, escaped, without secrets; a made-up one is not shown."""
    expired = visit("").post(ADDRESSES["ask"], {"ô": "<b>42</b>", "csrfmiddlewaretoken": "x", "password": "bi-mat"})
    assert expired.status_code == 401
    kept = expired.context["kept"]
    client = visit(OFFICE)
    again = client.post("/gui-lai/", {"kept": kept}).content.decode()
    assert '<input type="hidden" name="ô" value="&lt;b&gt;42&lt;/b&gt;">' in again
    assert f'action="{ADDRESSES["ask"]}"' in again
    assert "bi-mat" not in again
    assert client.post("/gui-lai/", {"kept": kept[:-2]}).headers["Location"] == "/"


def test_signing_in_by_password_and_out(embedded_town, visit):
    """As a person does it; a wrong password says so in Vietnamese."""
    from giaoban import flow
    from tests.people import at_the_door

    password = flow.users.renew_password(OFFICE, by=at_the_door(ADMINISTRATOR)).password
    client = visit("")
    wrong = client.post("/dang-nhap/", {"login": OFFICE, "password": "sai"})
    assert "Tên tài khoản hoặc mật khẩu chưa đúng." in wrong.content.decode()
    right = client.post("/dang-nhap/?next=/hoi/", {"login": OFFICE, "password": password, "next": "/hoi/"})
    assert right.headers["Location"] == "/hoi/"
    assert client.get(f"/bieu/{small.TOWN}/{small.PERIOD}/").status_code == 200
    assert client.post("/dang-xuat/").status_code == 302
    assert client.get(f"/bieu/{small.TOWN}/{small.PERIOD}/").status_code == 302


def test_too_many_wrong_passwords_are_stopped(embedded_town, visit):
    """Counted in the database, so by all processes together."""
    client = visit("")
    for _ in range(12):
        page = client.post("/dang-nhap/", {"login": OFFICE, "password": "sai"})
    assert "quá nhiều lần" in page.content.decode()


def test_nobody_opens_an_account_by_himself():
    """There is no page for it."""
    assert not {"account_signup", "account_reset_password", "account_email"} & set(ADDRESSES)
