"""In which paragraph of a text does a quote stand, as evidence in an entry names it?"""

from __future__ import annotations

from bisect import bisect_right

from giaoban.reading.proposal import Quote


def place_of(quote: Quote, *, paragraphs: tuple[int, ...]) -> str:
    """Return `p4:120-168`: paragraph counted from 1, blank ones left out, and characters from its beginning.

    Args:
        paragraphs: First character of each paragraph that is not blank, in order.

    Example:
        >>> place_of(Quote(7, 9, "5%"), paragraphs=(0, 5))
        'p2:2-4'
    """
    number = max(1, bisect_right(paragraphs, quote.start))
    start = paragraphs[number - 1] if paragraphs else 0
    return f"p{number}:{quote.start - start}-{quote.end - start}"
