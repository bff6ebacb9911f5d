"""A definition: one thing of the catalogue, from a day on, with its source; the form that is recorded.

Its content holds texts, lists and mappings only, exactly as the YAML said
them, so that what is exported is what was loaded. A later definition of the
same thing with a later `since` succeeds it; one with the same `since` takes
its place (the catalogue was wrong), and the ledger remembers both.
"""

from __future__ import annotations

import json
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import date
from typing import Any

from giaoban.catalogue.body import read_body, read_event
from giaoban.catalogue.calendar import read_regime
from giaoban.catalogue.fields import Fields
from giaoban.catalogue.indicator import read_indicator
from giaoban.catalogue.rule import read_authority, read_forecast_rule, read_group, read_ranking_rule, read_scale, read_status_rule
from giaoban.catalogue.synonym import read_synonym
from giaoban.values import Problem, Said, Source, Span

READERS: Mapping[str, Callable[[Fields], Any]] = {
    "regime": read_regime,
    "scale": read_scale,
    "group": read_group,
    "authority": read_authority,
    "body": read_body,
    "event": read_event,
    "indicator": read_indicator,
    "status-rule": read_status_rule,
    "ranking-rule": read_ranking_rule,
    "forecast-rule": read_forecast_rule,
    "synonym": read_synonym,
}
NAMES = {
    "regime": "chế độ báo cáo", "scale": "thang đánh giá", "group": "nhóm chỉ tiêu", "authority": "cấp giao kế hoạch",
    "body": "đơn vị", "event": "sự kiện địa giới", "indicator": "chỉ tiêu", "status-rule": "quy tắc đánh giá",
    "ranking-rule": "quy chế xếp hạng", "forecast-rule": "quy tắc dự báo", "synonym": "tên gọi khác",
}  # fmt: skip


@dataclass(frozen=True)
class Definition:
    """One thing of the catalogue from a day on (định nghĩa).

    Args:
        kind: One of `READERS`.
        since: First day on which it holds.
        until: First day on which it no longer holds; None until it is succeeded.
        content: Fields as written, with the source in full; texts, lists and mappings only.
    """

    kind: str
    id: str
    since: date
    until: date | None
    content: Mapping[str, Any]
    source: Source

    @property
    def key(self) -> str:
        """Key of the entry that records it."""
        return f"{self.kind}/{self.id}/{self.since.isoformat()}"

    def json(self) -> str:
        """Return the content as canonical JSON: sorted names, no spaces, no escapes."""
        return json.dumps(self.content, ensure_ascii=False, sort_keys=True, separators=(",", ":"))


def understand(
    content: Mapping[str, Any], *, where: Span, sources: Mapping[str, Source]
) -> tuple[Definition | None, Any, tuple[Problem, ...]]:
    """Return the definition, the typed thing that it defines, and what is wrong with it.

    Args:
        content: Fields of the definition, `kind` among them.
        sources: Cited documents by short id; needed only where `source` is such an id.
    """
    problems: list[Problem] = []
    fields = Fields(content, where=where, problems=problems, what=_called(content), sources=sources)
    kind = fields.text("kind")
    if kind is None or kind not in READERS:
        if kind is not None:
            fields.wrong("kind", value=kind, vi=f"một trong: {', '.join(READERS)}", en=f"one of: {', '.join(READERS)}")
        return None, None, tuple(problems)
    thing, id = READERS[kind](fields), fields.id
    since, until, source = fields.day("since"), fields.day("until", optional=True), fields.source()
    if since and until and until <= since:
        fields.wrong("until", value=until, vi="ngày sau “since”", en="a day after “since”")
    fields.leftover()
    if problems or thing is None or since is None or source is None:
        return None, None, tuple(dict.fromkeys(problems))
    whole = {**content, "source": _cited(source)}
    return Definition(kind, id, since, until, whole, source), thing, ()


def _called(content: Mapping[str, Any]) -> Said:
    """Return how sentences name the definition, whatever stands in its fields."""
    kind, id = (said if isinstance(said := content.get(field), str) else "" for field in ("kind", "id"))
    return Said(f"{NAMES.get(kind, 'định nghĩa')} {id}".strip(), f"{kind if kind in READERS else 'definition'} {id}".strip())


def _cited(source: Source) -> dict[str, str]:
    said = {
        "title": source.title, "number": source.number, "issuer": source.issuer,
        "dated": source.dated.isoformat() if source.dated else "", "article": source.article, "url": source.url,
    }  # fmt: skip
    return {name: value for name, value in said.items() if value}
