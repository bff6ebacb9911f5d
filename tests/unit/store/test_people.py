"""People, the accounts they sign in with and what they may do; a name can be blanked in one place."""

from __future__ import annotations

import re
from datetime import date

import pytest
from django.db.utils import IntegrityError

from giaoban import store
from giaoban.store import Blanking, Login, Person, Right
from giaoban.store.faults import NotKept, WasBlanked
from giaoban.store.tables import Account, Grant

SINCE = date(2026, 1, 1)
SECRET = "mật khẩu dài"


def test_two_people_may_bear_one_name(database):
    """Each has an id of its own, which says nothing about the person."""
    first, second = store.people.person("Nguyễn Văn Anh", contact="0912"), store.people.person("Nguyễn Văn Anh")
    assert first != second
    assert re.fullmatch(r"ng-[0-9a-f]{10}", first)
    assert store.people.find(first) == Person(first, "Nguyễn Văn Anh", "0912", None)
    assert store.people.names([first, second, "ng-0"]) == {first: "Nguyễn Văn Anh", second: "Nguyễn Văn Anh"}


def test_a_made_person_is_added_once(database):
    """A made case hands in ids, and loading it again changes nothing."""
    assert [store.people.person(name, id="ng-mau-1") for name in ("Trần Thị Mẫu", "khác")] == ["ng-mau-1", "ng-mau-1"]
    assert store.people.find("ng-mau-1").name == "Trần Thị Mẫu"
    with pytest.raises(NotKept):
        store.people.find("ng-mau-2")


def test_an_account_signs_in_with_its_own_password_only(database, at):
    """Argon2 keeps it; a wrong one, an unknown name and a closed account are all told no."""
    person = store.people.person("Trần Thị Mẫu")
    login = store.people.account("mau", password=SECRET, person=person, at=at)
    assert login == Login(login.account, "mau", store.people.find(person))
    assert store.people.authenticate("mau", password=SECRET) == login
    assert store.people.authenticate("mau", password="khác") is None
    assert store.people.authenticate("ai-do", password=SECRET) is None
    row = Account.objects.get(username="mau")
    assert row.password.startswith("argon2$argon2id$")
    assert (row.date_joined, row.get_full_name(), row.get_short_name()) == (at, "Trần Thị Mẫu", "Trần Thị Mẫu")
    Account.objects.update(is_active=False)
    assert store.people.authenticate("mau", password=SECRET) is None


def test_open_accounts_are_found_by_name_and_closed_ones_are_not(database, at):
    """Listed in the order of their names."""
    logins = {name: store.people.account(name, password=None, person=None, at=at) for name in ("b", "a", "c")}
    Account.objects.filter(username="c").update(is_active=False)
    assert store.people.logins() == (logins["a"], logins["b"])
    assert (store.people.login("b"), store.people.login("c"), store.people.login("d")) == (logins["b"], None, None)


def test_an_account_may_have_neither_password_nor_person(database, at):
    """It signs in elsewhere, or is a machine's; it is known by its user name."""
    login = store.people.account("may", password=None, person=None, at=at)
    assert login.person is None
    assert Account.objects.get(pk=login.account).get_full_name() == "may"
    assert store.people.authenticate("may", password="") is None


def test_an_account_needs_a_name_of_its_own_and_a_person_who_is_there(database, at):
    """Both are refused before anything is written."""
    store.people.account("mau", password=None, person=None, at=at)
    with pytest.raises(ValueError, match="taken"):
        store.people.account("mau", password=None, person=None, at=at)
    with pytest.raises(ValueError, match="no person"):
        store.people.account("khac", password=None, person="ng-0", at=at)
    assert Account.objects.count() == 1


def test_a_right_holds_from_its_first_day_to_the_day_before_its_last(record, at):
    """Half-open, in the order in which it was granted, with its fields."""
    account = store.people.account("mau", password=None, person=None, at=at).account
    lines = ("kinh-te", "y-te")
    first = store.people.grant(account, role="office", book="tinh-mau", since=SINCE, body="phuong-mau", post="van-phong", lines=lines)
    second = store.people.grant(account, role="administrator", book=None, since=SINCE, until=date(2026, 2, 1))
    office = Right(first, "office", "tinh-mau", "phuong-mau", "van-phong", SINCE, None, lines)
    administrator = Right(second, "administrator", None, "", "", SINCE, date(2026, 2, 1), ())
    assert store.people.rights(account, on=date(2025, 12, 31)) == ()
    assert store.people.rights(account, on=SINCE) == (office, administrator)
    assert store.people.rights(account, on=date(2026, 2, 1)) == (office,)
    store.people.end_grant(first, until=date(2026, 1, 15))
    assert store.people.rights(account, on=date(2026, 1, 15)) == (administrator,)
    with pytest.raises(NotKept):
        store.people.end_grant(10**6, until=SINCE)


def test_a_right_that_makes_no_sense_is_refused(database, at):
    """An unknown role, by the room and by the database; a span without a day."""
    account = store.people.account("mau", password=None, person=None, at=at).account
    with pytest.raises(ValueError, match="'king' is none of administrator"):
        store.people.grant(account, role="king", book=None, since=SINCE)
    with pytest.raises(ValueError, match="at least a day"):
        store.people.grant(account, role="office", book=None, since=SINCE, until=SINCE)
    with pytest.raises(IntegrityError):
        Grant.objects.create(account_id=account, role="king", since=SINCE)


def test_a_blanked_person_is_gone_and_the_accounts_are_closed(database, at):
    """Name, contact, user name and mail are gone; the id, which the chain knows, remains."""
    person = store.people.person("Trần Thị Mẫu", contact="0912")
    login = store.people.account("tran-thi-mau", password=SECRET, person=person, at=at, email="mau@example.vn")
    store.people.blank(person, at=at, by="ng-1", reason="thôi việc", decision="QĐ 12")
    assert store.people.find(person) == Person(person, None, None, Blanking(at, "ng-1", "thôi việc", "QĐ 12"))
    assert store.people.names([person]) == {person: None}
    row = Account.objects.get(pk=login.account)
    assert (row.username, row.email, row.is_active, row.has_usable_password()) == (f"blanked-{row.pk}", "", False, False)
    assert row.get_full_name() == row.username
    assert store.people.authenticate("tran-thi-mau", password=SECRET) is None
    with pytest.raises(WasBlanked):
        store.people.blank(person, at=at, by="ng-1", reason="lại", decision="QĐ 13")
    with pytest.raises(NotKept):
        store.people.blank("ng-0", at=at, by="ng-1", reason="lý do", decision="QĐ 12")
