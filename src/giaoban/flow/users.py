"""Accounts and rights: who may sign in, as what, over which part of which book, until when."""

from __future__ import annotations

import re
import secrets
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, datetime

from django.db import IntegrityError

from giaoban import ledger, store
from giaoban.catalogue import Indicator
from giaoban.flow import access, library
from giaoban.flow.access import MAY, Act, Actor
from giaoban.flow.refusal import NoSuchAccount, Refused, listed, near

FIRST = "quan-tri"  # the account under which the person who made the database acts
USER_NAME = re.compile(r"[A-Za-z0-9][A-Za-z0-9@.+_-]{0,149}")


class NotAUserName(Refused):
    """The user name holds something that nobody could type to sign in."""

    code = "not-a-user-name"
    vi = "“{account}” không dùng làm tên tài khoản được. Dùng chữ không dấu, số và các dấu @ . + - _"
    en = "“{account}” cannot be a user name. Use ASCII letters, digits and @ . + - _"


class NameTaken(Refused):
    """Somebody already signs in under that name."""

    code = "name-taken"
    vi = "Tên tài khoản “{account}” đã có người dùng. Chọn tên khác."
    en = "The user name “{account}” is taken. Choose another."


class NoName(Refused):
    """Nobody stands behind the account."""

    code = "no-name"
    vi = "Chưa có họ tên người dùng tài khoản “{account}”. Thêm --name."
    en = "There is no name of the person behind the account “{account}”. Add --name."


class UnknownRole(Refused):
    """There is no such role."""

    code = "unknown-role"
    vi = "Không có vai trò “{role}”{near}. Các vai trò: {known}."
    en = "There is no role “{role}”{near}. The roles are: {known}."


class UnknownField(Refused):
    """No restricted indicator belongs to that field."""

    code = "unknown-field-of-work"
    vi = "Không có lĩnh vực hạn chế nào mang mã “{field}”{near}. Các lĩnh vực: {known}."
    en = "There is no restricted field of work “{field}”{near}. The fields are: {known}."


class BodyElsewhere(Refused):
    """The body that a right is limited to belongs to another book."""

    code = "body-elsewhere"
    vi = "Đơn vị “{body}” thuộc sổ “{home}”, không thuộc “{book}”. Dùng --book {home}, hoặc đơn vị khác."
    en = "The body “{body}” belongs to the book “{home}”, not to “{book}”. Use --book {home}, or another body."


@dataclass(frozen=True, slots=True)
class Opened:
    """An account just opened, with the password that is shown once and kept nowhere (tài khoản vừa mở).

    Args:
        account: User name.
        role: Empty where only the password is new.
        password: In the clear, for this one moment.
    """

    account: str
    role: str
    password: str


def first_account(*, os_user: str, at: datetime, on: date) -> None:
    """Make sure that the person who made the database can act: an administrator without a password, for the command line."""
    if store.people.login(FIRST) is not None:
        return
    try:
        with store.together():
            login = store.people.account(FIRST, password=None, person=store.people.person(os_user), at=at)
            store.people.grant(login.account, role="administrator", book=None, since=on)
    except (IntegrityError, ValueError):  # the name is taken: another process has just made it
        if store.people.login(FIRST) is None:
            raise


def open_account(
    account: str, *, name: str, role: str, book: str | None, body: str = "", post: str = "", lines: tuple[str, ...] = (),
    by: Actor, at: datetime, on: date,
) -> Opened:  # fmt: skip
    """Open an account with a random password and one right.

    Args:
        name: Name of the person; kept outside the chain.
        book: Book in which the right holds; None for all.
        body: Body that the right is limited to; empty for the whole book.
        lines: Fields of restricted figures that it may see.

    Raises:
        Refused: The account cannot be opened so, or the actor may not open it.
    """
    access.require(by, act=Act.ADMINISTER, book=book)
    if not USER_NAME.fullmatch(account):
        raise NotAUserName(account=account[:40])
    if not name.strip():
        raise NoName(account=account)
    if role not in MAY:
        raise UnknownRole(role=role, near=near(role, among=MAY), known=listed(sorted(MAY)))
    _check_reach(book, body, lines)
    password = _fresh()
    with store.together():
        if store.people.login(account) is not None:
            raise NameTaken(account=account)
        login = store.people.account(account, password=password, person=store.people.person(name.strip()), at=at)
        store.people.grant(login.account, role=role, book=book, since=on, body=body, post=post, lines=lines)
    return Opened(account, role, password)


def renew_password(account: str, *, by: Actor) -> Opened:
    """Give an account a new random password, and return it for this one moment; every session of the account ends.

    Raises:
        NoSuchAccount: Nobody signs in under that name.
        NotAllowed: The actor does not administer the whole deployment.
    """
    access.require(by, act=Act.ADMINISTER, book=None)
    password = _fresh()
    if store.people.login(account) is None:
        raise NoSuchAccount(account=account)
    store.people.set_password(account, password=password)
    return Opened(account, "", password)


def _fresh() -> str:
    return "-".join(secrets.token_hex(2) for _ in range(4))


def _check_reach(book: str | None, body: str, lines: Iterable[str]) -> None:
    """Refuse a right over a book, body or field that is not there."""
    if book is not None:
        library.cover_of(book)
    if body and (home := library.home(body)) != (book or home):
        raise BodyElsewhere(body=body, home=home, book=book)
    books = [book] if book else [cover.id for cover in store.books.listed()]
    known = {field for id in books for field in _fields(id)} if lines else set()
    for field in lines:
        if field not in known:
            raise UnknownField(field=field, near=near(field, among=known), known=listed(sorted(known)))


def _fields(book: str) -> set[str]:
    things = (thing for _, thing in ledger.known_definitions(store.books.read(book)))
    return {thing.field for thing in things if isinstance(thing, Indicator) and thing.field}


def accounts(*, by: Actor, on: date) -> tuple[tuple[str, str, tuple[store.Right, ...]], ...]:
    """Return user name, person's name and rights of every account.

    Raises:
        NotAllowed: The actor does not administer the whole deployment.
    """
    access.require(by, act=Act.ADMINISTER, book=None)
    found = store.people.logins()
    return tuple(
        (login.username, (login.person.name or "–") if login.person else "–", store.people.rights(login.account, on=on)) for login in found
    )


def has_password(*, by: Actor) -> bool:
    """Whether any account can sign in by a password.

    Raises:
        NotAllowed: The actor does not administer the whole deployment.
    """
    access.require(by, act=Act.ADMINISTER, book=None)
    return store.people.has_password()
