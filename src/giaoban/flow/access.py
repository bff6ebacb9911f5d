"""May you? Who is asking, in which capacity, and what that lets them do and see.

Every step asks here first. What may be seen becomes a `Sight`, a value that
goes down with the question; nobody below asks again.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from enum import Enum

from giaoban import store
from giaoban.catalogue import Sight
from giaoban.flow.refusal import NoSuchAccount, NotAllowed
from giaoban.values import Said


class Act(Enum):
    """What a step may ask permission for."""

    READ = "read"
    RECORD = "record"
    DEFINE = "define"
    BRIEF = "brief"
    ADVISE = "advise"
    AUDIT = "audit"
    ADMINISTER = "administer"


SAID = {
    Act.READ: Said("xem số liệu", "read figures"),
    Act.RECORD: Said("ghi số liệu", "record figures"),
    Act.DEFINE: Said("nạp số liệu, sửa danh mục", "load figures or change the catalogue"),
    Act.BRIEF: Said("lập tài liệu giao ban", "make a briefing"),
    Act.ADVISE: Said("xem nội dung chỉ dành cho văn phòng", "see what is for the office only"),
    Act.AUDIT: Said("kiểm tra, xuất sổ", "audit, export or dump a book"),
    Act.ADMINISTER: Said("quản trị tài khoản và sổ", "administer accounts and books"),
}
MAY: dict[str, frozenset[Act]] = {
    "administrator": frozenset(Act),
    "office": frozenset({Act.READ, Act.RECORD, Act.DEFINE, Act.BRIEF, Act.ADVISE}),
    "department": frozenset({Act.READ, Act.RECORD}),
    "unit_officer": frozenset({Act.READ, Act.RECORD}),
    "leader": frozenset({Act.READ, Act.BRIEF}),
    "auditor": frozenset({Act.READ, Act.AUDIT}),
}
OF_THE_WHOLE_BOOK = frozenset({Act.DEFINE, Act.AUDIT, Act.ADMINISTER})  # a right over one body alone does not reach so far
SEES_ALL_FIELDS = ("administrator", "auditor", "leader")
SEES_RANKS = ("administrator", "office", "leader", "auditor")  # a unit sees places only where an issued paper sets them
SEES_ALL_DRAFTS = ("administrator", "office", "auditor")


@dataclass(frozen=True, slots=True)
class Actor:
    """Somebody at a door (người thực hiện).

    Args:
        account: User name of the account.
        person: Id of the person behind it.
        via: `web`, `api` or `cli:<os user>`.
        rights: What the account holds on the day.
    """

    account: str
    person: str
    via: str
    rights: tuple[store.Right, ...]

    def held(self, book: str | None) -> tuple[store.Right, ...]:
        """Return the rights that hold in a book (or in the whole deployment, for None)."""
        return tuple(right for right in self.rights if right.book is None or right.book == book)

    def post_in(self, book: str) -> str:
        """Return the post acted in where one acts in that book; empty where none."""
        return next((right.post for right in self.held(book) if right.post), "")


def actor(account: str, *, via: str, on: date) -> Actor:
    """Return who acts under an account on a day.

    Raises:
        NoSuchAccount: Nobody signs in under that name, or the account is closed.
    """
    login = store.people.login(account)
    if login is None or login.person is None:
        raise NoSuchAccount(account=account)
    return Actor(account, login.person.id, via, store.people.rights(login.account, on=on))


def may(by: Actor, *, act: Act, book: str | None) -> bool:
    """Whether a right of the actor allows the act in that book."""
    return any(act in MAY[right.role] and not (right.body and act in OF_THE_WHOLE_BOOK) for right in by.held(book))


def recording_roots(by: Actor, *, book: str) -> frozenset[str] | None:
    """Return the bodies under which the actor may record in a book; None where everywhere in it."""
    held = [right for right in by.held(book) if Act.RECORD in MAY[right.role]]
    return None if any(not right.body for right in held) else frozenset(right.body for right in held)


def require(by: Actor, *, act: Act, book: str | None) -> None:
    """Let the actor pass, or refuse.

    Args:
        book: Id of the book; None for what no book holds yet, or for the whole deployment.

    Raises:
        NotAllowed: No right of the actor allows the act there.
    """
    if not may(by, act=act, book=book):
        place = Said(f"trong sổ “{book}”", f"in the book “{book}”") if book else Said("trong toàn hệ thống", "in the whole deployment")
        raise NotAllowed(account=by.account, act=SAID[act], place=place)


def sight(by: Actor, *, book: str, roots: frozenset[str]) -> Sight:
    """Return what the actor may see in a book.

    Args:
        roots: Ids of the bodies at the top of the book, for rights that name no body.
    """
    held = by.held(book)
    bodies: set[str] = set()
    fields: set[str] = set()
    for right in held:
        fields.update(right.lines)
        if right.body:
            bodies.add(right.body)
        elif right.role in SEES_ALL_DRAFTS:
            bodies.update(roots)
    everything = any(right.role in SEES_ALL_FIELDS and not right.lines for right in held)
    ranks = any(right.role in SEES_RANKS and not right.body for right in held)
    return Sight(by.person, frozenset(bodies), frozenset(fields), everything, bool(held), ranks)
