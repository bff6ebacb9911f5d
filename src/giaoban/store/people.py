"""Who acts here? People by id, the accounts that they sign in with, and what each may do, in which post, until when.

The chain knows the id of a person only. The name lies here, in one place, and
may be blanked; the accounts behind it are then closed.
"""

from __future__ import annotations

import json
import secrets
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime
from typing import TYPE_CHECKING

from giaoban.store.blanking import Blanking, blank_row, blanking_of
from giaoban.store.drivers import explained, together
from giaoban.store.faults import NotKept

if TYPE_CHECKING:
    from giaoban.store import tables


@dataclass(frozen=True, slots=True)
class Person:
    """Someone who acts or is named (người).

    Args:
        name: None where it has been blanked.
        contact: Telephone or mail; None where it was never given, or blanked.
    """

    id: str
    name: str | None
    contact: str | None
    blanked: Blanking | None


@dataclass(frozen=True, slots=True)
class Login:
    """An account that somebody signs in with (tài khoản đăng nhập)."""

    account: int
    username: str
    person: Person | None


@dataclass(frozen=True, slots=True)
class Right:
    """What an account may do, where and until when (quyền).

    Args:
        role: `administrator`, `office`, `department`, `unit_officer`, `leader` or `auditor`.
        book: Id of the book; None for the whole deployment.
        body: Id of the body; empty for the book's root.
        post: Post acted in; empty where none.
        since: First day.
        until: First day on which it no longer holds; None while it does.
        lines: Fields (lĩnh vực) that it is limited to; empty for all.
    """

    grant: int
    role: str
    book: str | None
    body: str
    post: str
    since: date
    until: date | None
    lines: tuple[str, ...]


def person(name: str, *, contact: str | None = None, id: str = "") -> str:
    """Add a person and return the id; two people may bear one name.

    Args:
        id: Empty for a random one, which is right for real people; a made case hands in its own, and adding it again changes nothing.
    """
    from giaoban.store.tables import Person as Row

    id = id or f"ng-{secrets.token_hex(5)}"
    with together():
        Row.objects.get_or_create(id=id, defaults={"name": name, "contact": contact})
    return id


@explained()
def find(id: str) -> Person:
    """Return the person.

    Raises:
        NotKept: There is nobody of that id.
    """
    from giaoban.store.tables import Person as Row

    for row in Row.objects.filter(id=id):
        return _person(row)
    raise NotKept(id=id)


@explained()
def names(ids: Sequence[str]) -> dict[str, str | None]:
    """Return the names by id, None for blanked ones; ids of nobody are left out."""
    from giaoban.store.tables import Person as Row

    return dict(Row.objects.filter(id__in=list(dict.fromkeys(ids))).values_list("id", "name"))


def blank(id: str, *, at: datetime, by: str, reason: str, decision: str) -> None:
    """Make the person's name and contact unreadable for ever and close the accounts; the id and the act remain.

    Raises:
        NotKept: There is nobody of that id.
        WasBlanked: The person has been blanked before.
        ValueError: Reason or decision is empty.
    """
    from giaoban.store.tables import Account
    from giaoban.store.tables import Person as Row

    act = Blanking(at, by, reason, decision)
    with together():
        blank_row(Row.objects.filter(id=id), id=id, act=act, emptied={"name": None, "contact": None})
        for row in Account.objects.filter(person=id):
            row.username, row.email, row.is_active = f"blanked-{row.pk}", "", False
            row.set_unusable_password()
            row.save()


def account(username: str, *, password: str | None, person: str | None, at: datetime, email: str = "") -> Login:
    """Open an account.

    Args:
        username: What is typed to sign in; used by nobody else.
        password: None for an account that signs in elsewhere.
        person: Id of the person behind it; None for a machine.

    Raises:
        ValueError: The user name is taken, or there is no such person.
    """
    from giaoban.store.tables import Account
    from giaoban.store.tables import Person as Row

    username = Account.normalize_username(username)
    with together():
        if Account.objects.filter(username=username).exists():
            raise ValueError(f"the user name {username!r} is taken")
        if person is not None and not Row.objects.filter(id=person).exists():
            raise ValueError(f"there is no person {person!r}")
        row = Account(username=username, email=email, person_id=person, date_joined=at)
        row.set_password(password)
        row.save()
    return _login(row)


def set_password(username: str, *, password: str) -> None:
    """Give the open account of that user name another password; its sessions end.

    Raises:
        NotKept: There is no such account.
    """
    from giaoban.store.tables import Account

    with together():
        row = Account.objects.filter(username=username, is_active=True).first()
        if row is None:
            raise NotKept(id=username)
        row.set_password(password)
        row.save()


@explained()
def has_password() -> bool:
    """Whether any open account can sign in by a password."""
    from giaoban.store.tables import Account

    return any(row.has_usable_password() for row in Account.objects.filter(is_active=True).iterator())


@explained()
def login(username: str) -> Login | None:
    """Return the open account of that user name; None where there is none, or it was closed."""
    from giaoban.store.tables import Account

    row = Account.objects.select_related("person").filter(username=username, is_active=True).first()
    return _login(row) if row else None


@explained()
def logins() -> tuple[Login, ...]:
    """Return every open account, by user name."""
    from giaoban.store.tables import Account

    open_ones = Account.objects.select_related("person").filter(is_active=True)
    return tuple(sorted(map(_login, open_ones), key=lambda found: found.username))


@explained()
def authenticate(username: str, *, password: str) -> Login | None:
    """Return the account that signs in with these; None where the two do not fit or the account is closed."""
    from django.contrib.auth import authenticate as ask

    from giaoban.store.tables import Account

    row = ask(username=username, password=password)
    return _login(row) if isinstance(row, Account) else None


def grant(
    account: int,
    *,
    role: str,
    book: str | None,
    since: date,
    until: date | None = None,
    body: str = "",
    post: str = "",
    lines: Sequence[str] = (),
) -> int:
    """Give an account a right, and return the number of the grant.

    Args:
        account: Number of the account.
        since: First day.
        until: First day on which it no longer holds; None for an open end.

    Raises:
        ValueError: The role is unknown, or the span is empty.
    """
    from giaoban.store.tables import ROLES, Grant

    if role not in ROLES:
        raise ValueError(f"{role!r} is none of {', '.join(ROLES)}")
    if until is not None and until <= since:
        raise ValueError("a grant must last at least a day")
    written = json.dumps(list(lines), ensure_ascii=False)
    with together():
        row = Grant.objects.create(
            account_id=account, role=role, book_id=book, body=body, post=post, since=since, until=until, lines=written
        )
    return int(row.pk)


def end_grant(grant: int, *, until: date) -> None:
    """Let a grant end.

    Args:
        until: First day on which it no longer holds.

    Raises:
        NotKept: There is no such grant.
    """
    from giaoban.store.tables import Grant

    with together():
        if not Grant.objects.filter(pk=grant).update(until=until):
            raise NotKept(id=grant)


@explained()
def rights(account: int, *, on: date) -> tuple[Right, ...]:
    """Return what the account may do on that day, in the order in which it was granted."""
    from django.db.models import Q

    from giaoban.store.tables import Grant

    held = Grant.objects.filter(Q(until__isnull=True) | Q(until__gt=on), account=account, since__lte=on).order_by("pk")
    return tuple(
        Right(row.pk, row.role, row.book_id, row.body, row.post, row.since, row.until, tuple(json.loads(row.lines))) for row in held
    )


def _person(row: tables.Person) -> Person:
    return Person(row.id, row.name, row.contact, blanking_of(row))


def _login(row: tables.Account) -> Login:
    return Login(row.pk, row.username, _person(row.person) if row.person else None)
