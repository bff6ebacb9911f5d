"""How is what was read written as JSON: names and offsets that other programs and the evaluation read?"""

from __future__ import annotations

import json
from decimal import Decimal
from typing import Any

from giaoban.reading.proposal import ProposedCitation, ProposedDeadline, ProposedFigure, ProposedPerson, Quote, Reading


def as_json(reading: Reading, *, id: str, language: str = "vi") -> dict[str, Any]:
    """Return the reading in plain lists and mappings.

    Args:
        id: Name of the text, without its ending.
        language: In which doubts are said.
    """
    return {
        "id": id,
        "figures": [_figure(one) for one in reading.figures],
        "deadlines": [_deadline(one) for one in reading.deadlines],
        "citations": [_citation(one) for one in reading.citations],
        "people": [_person(one) for one in reading.people],
        "sentences": [{"start": one.start, "end": one.end, "label": one.kind.value} for one in reading.sentences],
        "new_indicators": [
            {"name": one.name, "measure": one.measure, "figures": [_at(quote) for quote in one.quotes]} for one in reading.unnamed
        ],
        "doubts": [
            {"code": doubt.code, "where": doubt.where.place, "sentence": doubt.sentence(language), "way_out": doubt.way_out(language)}
            for doubt in reading.doubts
        ],
    }


def number(value: Decimal) -> Any:
    """Return the JSON number that the digits write."""
    return int(value) if value == value.to_integral_value() else json.loads(f"{value.normalize():f}")


def _at(quote: Quote) -> dict[str, Any]:
    return {"quote": quote.words, "start": quote.start, "end": quote.end, **({"cell": quote.cell} if quote.cell else {})}


def _figure(one: ProposedFigure) -> dict[str, Any]:
    shape: dict[str, Any] = {
        **_at(one.quote), "subject": one.subject, "value": number(one.value), "unit": one.measure, "measure": one.relation.value,
        "qualifier": one.qualifier.value, "period": one.period, "place": one.place, "printed": one.printed, "confidence": one.confidence,
    }  # fmt: skip
    more: dict[str, Any] = {"direction": one.direction or None, "target": one.target or None, "plan": one.plan or None}
    for name, value in (("value_max", one.upper), ("of", one.out_of)):
        more[name] = None if value is None else number(value)
    shape |= {name: value for name, value in more.items() if value is not None}
    shape["links"] = [{"indicator": link.id, "score": link.score} for link in one.links]
    shape["bodies"] = [{"body": link.id, "score": link.score} for link in one.bodies]
    return shape


def _deadline(one: ProposedDeadline) -> dict[str, Any]:
    return {**_at(one.quote), "date": one.date, "what": one.what}


def _citation(one: ProposedCitation) -> dict[str, Any]:
    dated = one.dated.isoformat() if one.dated else None
    return {**_at(one.quote), "number": one.number, "type": one.type or None, "date": dated, "issuer": one.issuer or None}


def _person(one: ProposedPerson) -> dict[str, Any]:
    return {**_at(one.quote), "name": one.name, "role": one.role or None}
