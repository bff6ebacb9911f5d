"""Which tables are there? The ledger, what may be thrown away and built again, and what lies outside the chain.

Instants are text as in the ledger's notation ("2026-04-03T02:00:00.000000Z"):
exact to the microsecond and in order on both databases. Numbers are printed
text in the line and whole steps in an integer; no column may round.
"""

from __future__ import annotations

from typing import ClassVar

from django.contrib.auth.models import AbstractUser
from django.db import models

INSTANT = 27  # characters of an instant
DIGEST = 64  # hexadecimal digits of a sha256
ROLES = ("administrator", "office", "department", "unit_officer", "leader", "auditor")


class Schema(models.Model):
    """Which giaoban used this database last; one row."""

    id = models.SmallIntegerField(primary_key=True)
    version = models.IntegerField()
    release = models.TextField()


# ---------------------------------------------------------------- the ledger; its rows are never changed


class Book(models.Model):
    """A book (sổ): one office's ledger.

    `projected` is the number of the last entry that the book's projections count in.
    """

    id = models.TextField(primary_key=True)
    title = models.TextField()
    made = models.BooleanField()  # dữ liệu giả định
    regime = models.TextField()
    created_at = models.CharField(max_length=INSTANT)
    projected = models.BigIntegerField(default=0)


class Entry(models.Model):
    """One entry (mục ghi). The line is the truth; every column but `hash` and `previous` can be built again from it."""

    pk = models.CompositePrimaryKey("book_id", "number")
    book = models.ForeignKey(Book, on_delete=models.PROTECT, db_index=False)  # the primary key begins with it
    number = models.BigIntegerField()
    recorded_at = models.CharField(max_length=INSTANT)
    kind = models.TextField()
    key = models.TextField()
    line = models.TextField()
    hash = models.CharField(max_length=DIGEST)
    previous = models.CharField(max_length=DIGEST)
    supersedes = models.BigIntegerField(null=True)
    steps = models.BigIntegerField(null=True)  # of figures and targets, where 64 bits hold them


# ---------------------------------------------------------------- projections: thrown away and built again from the lines


class Standing(models.Model):
    """The state now: for each kind and key the last entry that has not been withdrawn."""

    pk = models.CompositePrimaryKey("book_id", "kind", "key")
    book = models.ForeignKey(Book, on_delete=models.PROTECT, db_index=False)  # the primary key begins with it
    kind = models.TextField()
    key = models.TextField()
    number = models.BigIntegerField()


class BodyHome(models.Model):
    """Which book a body belongs to."""

    body = models.TextField(primary_key=True)
    book = models.ForeignKey(Book, on_delete=models.PROTECT)


# ---------------------------------------------------------------- kept for a while, in the form that Django's cache wants


class Cached(models.Model):
    """What a door counts for minutes, shared by all its processes: failed sign-ins (bộ đếm tạm)."""

    cache_key = models.CharField(max_length=255, primary_key=True)
    value = models.TextField()
    expires = models.DateTimeField(db_index=True)


# ---------------------------------------------------------------- outside the chain: may be blanked


class Blankable(models.Model):
    """What may be blanked (xóa trắng), by whom, when, why and by which decision."""

    blanked_at = models.CharField(max_length=INSTANT, blank=True, default="")
    blanked_by = models.TextField(blank=True, default="")
    blanked_reason = models.TextField(blank=True, default="")
    blanked_decision = models.TextField(blank=True, default="")

    class Meta:
        abstract = True


class Document(Blankable):
    """A document that is cited, or kept with its bytes (văn bản)."""

    sha256 = models.CharField(max_length=DIGEST, primary_key=True)
    title = models.TextField()
    number = models.TextField(blank=True, default="")
    issuer = models.TextField(blank=True, default="")
    dated = models.DateField(null=True)
    url = models.TextField(blank=True, default="")
    filename = models.TextField(blank=True, default="")
    media_type = models.TextField(blank=True, default="")
    content = models.BinaryField(null=True)


class Text(Blankable):
    """A text that the chain names by its digest: sha256 of the salt followed by the text."""

    digest = models.CharField(max_length=DIGEST, primary_key=True)
    salt = models.TextField()
    text = models.TextField(null=True)  # noqa: DJ001 -- null is blanked, empty is a text


class Person(Blankable):
    """Someone who acts or is named (người); the chain knows the id only."""

    id = models.TextField(primary_key=True)
    name = models.TextField(null=True)  # noqa: DJ001 -- null is blanked
    contact = models.TextField(null=True)  # noqa: DJ001 -- null is blanked, or never given


class Account(AbstractUser):
    """What a person signs in with (tài khoản); the name stands in `Person`, so that it can be blanked in one place."""

    first_name = None  # type: ignore[assignment]
    last_name = None  # type: ignore[assignment]
    person = models.ForeignKey(Person, on_delete=models.PROTECT, related_name="accounts", null=True)

    REQUIRED_FIELDS: ClassVar[list[str]] = []

    def get_full_name(self) -> str:
        """Return the person's name; the user name where it is blanked or nobody stands behind the account."""
        return (self.person.name if self.person else None) or self.username

    def get_short_name(self) -> str:
        """Return the same: a Vietnamese name is not cut."""
        return self.get_full_name()


class Grant(models.Model):
    """What an account may do, in which book and post, from when until when (phân quyền)."""

    account = models.ForeignKey(Account, on_delete=models.CASCADE, related_name="grants")
    role = models.TextField(choices=[(role, role) for role in ROLES])
    book = models.ForeignKey(Book, on_delete=models.PROTECT, null=True)  # null: the whole deployment
    body = models.TextField(blank=True, default="")
    post = models.TextField(blank=True, default="")
    since = models.DateField()
    until = models.DateField(null=True)  # first day on which it no longer holds
    lines = models.TextField(default="[]")  # JSON list of the fields (lĩnh vực) it is limited to; empty for all

    class Meta:
        constraints: ClassVar[list[models.BaseConstraint]] = [
            models.CheckConstraint(condition=models.Q(role__in=ROLES), name="store_grant_role_is_known"),
        ]


# ---------------------------------------------------------------- documents received, and what persons decided about them


class Incoming(models.Model):
    """A document received into a book (văn bản đến), whose suggestions wait for a person."""

    book = models.ForeignKey(Book, on_delete=models.PROTECT)
    sha256 = models.CharField(max_length=DIGEST)  # of the file as it was handed in
    kept = models.CharField(max_length=DIGEST)  # of what is kept: another one where columns were dropped
    name = models.TextField()
    body = models.TextField(blank=True, default="")
    received_at = models.CharField(max_length=INSTANT)
    received_by = models.TextField()
    via = models.TextField()
    notes = models.TextField(default="[]")  # JSON list of what is to be noted, in both languages
    text = models.TextField(blank=True, default="")  # that the suggestions point into; emptied when the document is blanked

    class Meta:
        constraints: ClassVar[list[models.BaseConstraint]] = [
            models.UniqueConstraint(fields=["book", "sha256"], name="store_incoming_comes_once"),
        ]


class Waiting(models.Model):
    """One suggestion of a document, and what was decided about it (đề xuất chờ quyết định)."""

    incoming = models.ForeignKey(Incoming, on_delete=models.CASCADE, related_name="suggestions")
    number = models.IntegerField()
    said = models.TextField()  # JSON; emptied when the document is blanked
    decision = models.TextField(blank=True, default="")  # accepted, rejected; empty while it waits
    decided_at = models.CharField(max_length=INSTANT, blank=True, default="")
    decided_by = models.TextField(blank=True, default="")
    entry = models.BigIntegerField(null=True)  # that records it

    class Meta:
        constraints: ClassVar[list[models.BaseConstraint]] = [
            models.UniqueConstraint(fields=["incoming", "number"], name="store_waiting_number_is_its_own"),
        ]
