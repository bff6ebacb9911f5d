"""The face of the made case: the same seed, size and starter set give the same case, entry for entry."""

from __future__ import annotations

import hashlib
from collections.abc import Iterable, Sequence

from giaoban.cases.case import Case
from giaoban.cases.tinh_mau import nation, own, ward
from giaoban.cases.tinh_mau.telling import REGIME
from giaoban.catalogue.loading import Read

VERSION = 2  # raised whenever the same question gets another answer
SEED = 20210420
ID = "tinh-mau"


def generate(*, seed: int = SEED, size: str = "S", starter: Sequence[Read]) -> Case:
    """Return the made case: Phường Mẫu in Tỉnh Mẫu (S), a province of communes (M), or a nation of them (L).

    Args:
        seed: Another seed gives other figures of the same shape.
        size: S, M or L; M and L are books of their own.
        starter: All definitions of the starter set; figures are made up for every indicator among them.

    Returns:
        The case; its facts are made while they are iterated, in the order in which they were known.

    Raises:
        KeyError: There is no such size.
    """
    if size == "S":
        made, id, title = ward.made(seed, starter=starter), ID, "Phường Mẫu, Tỉnh Mẫu"
    else:
        made = nation.made(seed, size=nation.SIZES[size], starter=starter)
        id, title = f"{ID}-{size.lower()}", f"Bộ dữ liệu mẫu, cỡ {size}"
    return Case(
        id=id,
        title=f"{title} ({own.MADE})",
        made=True,
        regime=REGIME,
        sources=made.sources,
        people=own.PEOPLE if size == "S" else (),
        definitions=made.definitions,
        facts=made.facts,
        digest=digest(seed, size=size, starter=starter),
    )


def digest(seed: int, *, size: str, starter: Iterable[Read]) -> str:
    """Return the sha256 of everything that a case follows from."""
    total = hashlib.sha256(f"{VERSION}\0{seed}\0{size}\0".encode())
    for read in sorted(starter, key=lambda read: read.definition.key):
        total.update(f"{read.definition.key}\0{read.definition.json()}\0".encode())
    return total.hexdigest()
