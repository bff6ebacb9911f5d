"""Blank what lies outside the chain: a text, a document's content or a person's name, with reason and decision.

The words are gone for ever; the digest stays in the chain, and so does the act
itself, so that anybody can see that something was blanked, by whose decision.
"""

from __future__ import annotations

from datetime import datetime

from giaoban import store
from giaoban.flow import access, library
from giaoban.flow.access import Act, Actor
from giaoban.flow.refusal import Refused
from giaoban.ledger import Draft, Entry

KINDS = ("text", "document", "person")


class NothingToBlank(Refused):
    """There is nothing of that id, or it was blanked before."""

    code = "nothing-to-blank"
    vi = "Không có {kind} “{id}” để xóa, hoặc đã được xóa trước đó. Xem mã trong giaoban explain hoặc giaoban dump."
    en = "There is no {kind} “{id}” to blank, or it was blanked before. See the ids in giaoban explain or giaoban dump."


class NoDecision(Refused):
    """Blanking needs a reason and a decision."""

    code = "no-decision"
    vi = "Xóa nội dung phải có lý do (--reason) và số, ngày của quyết định (--decision)."
    en = "Blanking needs a reason (--reason) and the number and day of a decision (--decision)."


def blank(book: str, *, kind: str, id: str, reason: str, decision: str, by: Actor, at: datetime) -> Entry:
    """Make the words unreadable for ever, and record that it was done; return the entry.

    Args:
        book: Book in which the act is recorded.
        kind: `text` (a remark or free text, by its digest), `document` (by its sha256) or `person` (by id).
        reason: Why, in words that may stay.
        decision: Number and day of the paper that decided it.

    Raises:
        NoDecision, NothingToBlank, UnknownBook, NotAllowed: It cannot be done so.
    """
    library.cover_of(book)
    access.require(by, act=Act.ADMINISTER, book=book)
    if not reason.strip() or not decision.strip():
        raise NoDecision
    with store.together():
        try:
            {"text": store.texts, "document": store.documents, "person": store.people}[kind].blank(
                id, at=at, by=by.person, reason=reason, decision=decision
            )
        except (store.NotKept, store.WasBlanked) as fault:
            raise NothingToBlank(kind=kind, id=id) from fault
        if kind == "document":
            store.inbox.forget(id)
        content = {"kind": kind, "reason": store.texts.keep(reason.strip()), "decision": decision.strip()}
        draft = Draft("Blanking", f"blanking/{kind}/{id}", content)
        (entry,) = store.books.append(book, [draft], by=by.person, as_post=by.post_in(book), via=by.via, at=at)
    return entry
