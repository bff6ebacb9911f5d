"""Where do words lie? Outside the chain, which knows them by a digest only.

The digest is that of a salt followed by the text, so that nobody finds a short
remark by trying. A text may be blanked; its digest stays, and the chain holds.
"""

from __future__ import annotations

import hashlib
import secrets
from collections.abc import Iterable
from datetime import datetime

from giaoban.store import sql
from giaoban.store.blanking import Blanking, Tally, blank_row
from giaoban.store.drivers import explained, together
from giaoban.store.faults import NotKept, WasBlanked


def digest_of(text: str, *, salt: str) -> str:
    """Return the digest under which the chain knows the text."""
    return hashlib.sha256(salt.encode() + text.encode()).hexdigest()


def keep(text: str, *, salt: str = "") -> str:
    """Keep the text and return its digest.

    Args:
        text: Kept as it is; may be empty.
        salt: Empty for a random one, which is right for everything that people write; a made case hands in its own, so that
            loading it again gives the same digests.

    Raises:
        WasBlanked: This text was kept under this salt and has been blanked.
    """
    from giaoban.store.tables import Text

    salt = salt or secrets.token_hex(16)
    digest = digest_of(text, salt=salt)
    with together():
        row, _ = Text.objects.get_or_create(digest=digest, defaults={"salt": salt, "text": text})
        if row.text is None:
            raise WasBlanked(id=digest, decision=row.blanked_decision)
    return digest


def read(digest: str) -> str | None:
    """Return the text; None where it has been blanked.

    Raises:
        NotKept: No text was ever kept under that digest.
    """
    found = read_all([digest])
    if digest not in found:
        raise NotKept(id=digest)
    return found[digest]


@explained()
def read_all(digests: Iterable[str]) -> dict[str, str | None]:
    """Return the texts by digest, None for the blanked ones; digests under which nothing is kept are left out."""
    return dict(sql.rows_of("store_text", ("digest", "text"), key="digest", among=list(dict.fromkeys(digests))))


def blank(digest: str, *, at: datetime, by: str, reason: str, decision: str) -> None:
    """Make the text unreadable for ever; its digest and the act remain.

    Raises:
        NotKept: No text was ever kept under that digest.
        WasBlanked: It has been blanked before.
        ValueError: Reason or decision is empty.
    """
    from giaoban.store.tables import Text

    act = Blanking(at, by, reason, decision)
    with together():
        blank_row(Text.objects.filter(digest=digest), id=digest, act=act, emptied={"text": None, "salt": ""})


@explained()
def tally() -> Tally:
    """Return how many texts are kept and blanked, and which do not fit their digest."""
    from giaoban.store.tables import Text

    kept, false = 0, []
    for row in Text.objects.filter(text__isnull=False).order_by("digest").iterator():
        kept += 1
        if digest_of(row.text or "", salt=row.salt) != row.digest:
            false.append(row.digest)
    return Tally(kept, Text.objects.filter(text__isnull=True).count(), tuple(false))
