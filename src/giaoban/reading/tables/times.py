"""Of which period does a column speak, when its header, the table's title or the text above says so?"""

from __future__ import annotations

import re

from giaoban.catalogue import NoSuchPeriod, Window
from giaoban.reading.prose import periods
from giaoban.reading.prose.clean import clean
from giaoban.reading.tables.roles import Role

YEAR = re.compile(r"(?<!\d)((?:19|20)\d\d)(?!\d)")
PLAIN_YEAR = re.compile(r"(?:th|kh|thực hiện|kế hoạch|dự toán|dt|ước th|uth)\s*(?:năm\s*)?((?:19|20)\d\d)")


def period_said(words: str, *, year: int | None) -> str:
    """Return the code of the period that the words name, the finest of them; empty where they name none.

    Args:
        year: Where they say none.

    Example:
        >>> period_said("Ước TH quý I/2026", year=None), period_said("KH năm 2026", year=None), period_said("Thực hiện", year=2026)
        ('2026-Q1', '2026', '')
    """
    low = clean(words).low
    said = [one.code for one in periods.scan(low, year=year) if one.code and "/" not in one.code]
    if not said:
        plain = PLAIN_YEAR.search(low) or YEAR.fullmatch(low.strip())
        return plain[1] if plain else ""
    return max(said, key=len)


def titled(texts: list[str], *, year: int | None) -> str:
    """Return the period of a table: of the nearest title above that names one, month or quarter before year."""
    for text in reversed(texts):
        if len(text) < 400 and (code := period_said(text, year=year)) and len(code) > 4:
            return code
    return next((code for text in reversed(texts) if len(text) < 400 and (code := period_said(text, year=year))), "")


def period_of(words: str, *, role: Role, of_table: str, year: int | None) -> str | None:
    """Return the period of a column; None where nothing says it.

    Args:
        of_table: Code of the table's own period; empty where it is not known.
    """
    said = period_said(words, year=year)
    if role is Role.PLAN:
        return said or of_table[:4] or None
    if role is Role.BASE:
        own = said if said and (not of_table or said[:4] < of_table[:4]) else ""
        return own if len(own) > 4 or (own and len(of_table) == 4) else (_year_before(of_table, own) or own or None)
    if role in (Role.PCT_PLAN, Role.PCT_SAME, Role.GROWTH, Role.CHANGE):
        return of_table or None
    if role is Role.TO_DATE:
        return _to_date(said if len(said) > 4 else of_table) or said or None
    if len(said) == 4 and len(of_table) > 4 and said == of_table[:4]:
        return of_table
    return said or of_table or None


def _year_before(code: str, year: str) -> str:
    try:
        window = Window.of(code)
    except NoSuchPeriod:
        return ""
    return window.year_before(years=window.year - int(year[:4]) if year else 1).code


def _to_date(code: str) -> str:
    try:
        return Window.of(code).to_date().code
    except NoSuchPeriod:
        return ""
