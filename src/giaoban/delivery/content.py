"""How does an act stand in an entry? As texts by name, several lines where it lists several things.

Ids are checked for their form, so that no person's name slips into the chain
in the place of an id.
"""

from __future__ import annotations

from collections.abc import Mapping

from giaoban.catalogue import NoSuchPeriod, Window
from giaoban.catalogue.fields import ID, Fields
from giaoban.ledger.figures import SEEN_BY_ALL, VISIBILITIES
from giaoban.values import Problem, Span


def opened(content: Mapping[str, str], *, key: str, what: str, where: Span, problems: list[Problem]) -> Fields:
    """Return a reader of the act's fields; its `id` is the part of the key after the slash.

    Args:
        what: How sentences name the act ("khó khăn, vướng mắc").
        problems: List that every problem found is added to.
    """
    id = key.partition("/")[2]
    return Fields({**content, "id": id}, where=where, problems=problems, what=f"{what} {id}".strip(), sources={})


def id_in(fields: Fields, *, field: str, optional: bool = False) -> str:
    """Return the id that the field holds; empty where it does not stand or is none."""
    found = fields.text(field, optional=optional) or ""
    return found if not found or _is_id(fields, field, found) else ""


def ids_in(fields: Fields, *, field: str) -> tuple[str, ...]:
    """Return the ids that the field lists, one a line."""
    return tuple(id for id in lines_in(fields, field=field) if _is_id(fields, field, id))


def _is_id(fields: Fields, field: str, word: str) -> bool:
    if ID.fullmatch(word):
        return True
    fields.wrong(
        field,
        value=word,
        vi="mã (chữ thường không dấu, số và gạch nối), không phải tên",
        en="an id (lower-case ASCII, digits, hyphens), no name",
    )
    return False


def lines_in(fields: Fields, *, field: str) -> tuple[str, ...]:
    """Return the lines of the field without blank ones; none where it does not stand."""
    found = fields.text(field, optional=True) or ""
    return tuple(line.strip() for line in found.splitlines() if line.strip())


def period_in(fields: Fields, *, field: str) -> str:
    """Return the one spelling of the period that the field names; empty where it names none."""
    word = fields.text(field)
    if word is None:
        return ""
    try:
        return Window.of(word).code
    except NoSuchPeriod:
        fields.wrong(field, value=word, vi="mã kỳ, ví dụ 2021-Q1, 2021-9M, 2021-04", en="a period, as 2021-Q1, 2021-9M, 2021-04")
        return ""


def word_in(fields: Fields, *, field: str, among: tuple[str, ...], default: str) -> str:
    """Return which of some words the field holds; `default` where it does not stand."""
    word = fields.text(field, optional=True) or default
    if word not in among:
        fields.wrong(field, value=word, vi=f"một trong: {', '.join(among)}", en=f"one of: {', '.join(among)}")
    return word


def visibility_in(fields: Fields) -> str:
    """Return who may see the act, in the words that figures use."""
    return word_in(fields, field="visibility", among=VISIBILITIES, default=SEEN_BY_ALL)


def without_empty(content: Mapping[str, str]) -> dict[str, str]:
    """Return the content as it is recorded: what is empty is left out, and so is what everybody may see anyway."""
    return {name: value for name, value in content.items() if value and (name, value) != ("visibility", SEEN_BY_ALL)}
