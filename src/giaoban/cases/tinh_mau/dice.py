"""Where chance comes from: named dice, so that each question has its own and no answer depends on another.

The figures of one indicator in one month stay the same when an indicator is
added elsewhere, and the same on every machine: seeds are texts, draws are
whole numbers.
"""

from __future__ import annotations

from random import Random


def dice(*names: object) -> Random:
    """Return dice for a question, named by its parts.

    Example:
        >>> dice(1, "late", "phuong-mau").getrandbits(20) == dice(1, "late", "phuong-mau").getrandbits(20)
        True
    """
    return Random("/".join(map(str, names)))  # noqa: S311 -- made-up figures are no secret


def below(rng: Random, *, count: int) -> int:
    """Return a whole number from 0 to `count` - 1, each as likely."""
    return (rng.getrandbits(32) * count) >> 32


def around(rng: Random, *, reach: int) -> int:
    """Return 1000 give or take at most `reach`: a factor in thousandths."""
    return 1000 - reach + below(rng, count=2 * reach + 1)
