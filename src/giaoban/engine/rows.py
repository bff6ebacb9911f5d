"""Making rows of a board out of what was measured."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from giaoban.cube import Series, quality_of, revised_of
from giaoban.engine.answer import Answer
from giaoban.engine.board import Row, SamePeriod
from giaoban.engine.comparison import growth, same_period
from giaoban.engine.disagreements import disagreements_of
from giaoban.engine.implied import Implied, implied_level
from giaoban.engine.plans import plan_shares, stated_shares, verdict
from giaoban.engine.rank import NO_PLACE
from giaoban.engine.rebase import Mark
from giaoban.engine.remarks import notes_of
from giaoban.engine.scene import COUNTED, Scene, Spot
from giaoban.engine.siblings import ranking_of
from giaoban.engine.states import KNOWN, state_of
from giaoban.engine.status import no_verdict

TOTAL_ONLY = "số liệu hạn chế, chỉ xem được số tổng"
IMPLIED = "suy ra từ tỷ lệ so với cùng kỳ ghi trong văn bản năm sau"


@dataclass(frozen=True)
class RowMaker(Scene):
    """Makes the rows of one question."""

    def row(self, series: Series, *, body: str) -> Row | None:
        """Return the row of a series for a body; None where the asker may not see it.

        Raises:
            KeyError: The cube has no such series or body, or the catalogue no such indicator.
        """
        spot = self.spot(series, body=body)
        if not self.sees(spot):
            return self._total_only(spot) if self.shows_total(spot.at, window=self.question.window) else None
        value, to_date = self.said(self.table.value, spot=spot), self.said(self.table.to_date, spot=spot)
        answer = self.answer(spot) if value is not None else Answer(None)
        stated = stated_shares(self, spot=spot) if spot.facts else ()
        targets = plan_shares(self, spot=spot, value=value, to_date=to_date) if spot.facts else ()
        implied = implied_level(spot.indicator, cube=self.cube, at=spot.at, window=self.question.window) if value is None else None
        state, reason = (KNOWN, "") if value is not None else state_of(self, spot=spot, is_stated=bool(stated))
        same = same_period(self, spot=spot, value=value, answer=answer)
        why_none = "mức suy ra từ tỷ lệ, không dùng để đánh giá" if implied else reason if value is None else ""
        status, pace = verdict(self, spot=spot, targets=targets, stated=stated, done=(value, to_date), why_none=why_none)
        tags = int(self.table.tags[spot.at])
        found = {
            "state": state, "reason": reason, "quality": None if value is None else quality_of(tags).value, "targets": targets,
            "same_period": same,
            "growth": growth(spot, value=value, same=same), "pace": pace, "status": status, "revised": revised_of(tags),
            "stated": stated, "notes": notes_of(self, spot=spot, answer=answer, implied=implied), "entry": self._entry(spot, answer),
            "partial": self.said(self.table.partial, spot=spot),
            "followed": self.is_followed(spot),
            "rank": ranked if (ranked := ranking_of(self, spot=spot)).place else NO_PLACE,
            "disagreements": disagreements_of(self, spot=spot, answer=answer, targets=targets, stated=stated, same=same),
        }  # fmt: skip
        return self._with(spot, **(found | self._level(implied, value, to_date)))

    def _with(self, spot: Spot, *, value: float | None, to_date: float | None, **found: Any) -> Row:
        """Return a row with its figures, and with what else was found."""
        rolled, indicator = self.measured.value, spot.indicator
        part = next((part.name for part in indicator.parts if part.id == spot.series.part), "")
        mark = Mark(int(rolled.mark[spot.at]))
        plain = {
            "series": spot.series, "name": f"{indicator.name}: {part}" if part else indicator.name, "group": indicator.group,
            "body": spot.body, "body_name": spot.standing.name if spot.standing else spot.body,
            "measure": COUNTED if self.is_count(spot, of=rolled) else indicator.measure.label, "value": value, "to_date": to_date,
            "reported": int(rolled.reported[spot.at]), "expected": int(rolled.expected[spot.at]),
            "mark": mark.code if value is not None or mark is Mark.NOT_COMPARABLE else None,
        }  # fmt: skip
        return Row(**(plain | found))

    def _total_only(self, spot: Spot) -> Row:
        """Return the row of a restricted total to those who may not see its parts: numbers, and nothing that tells of one."""
        value, to_date, past = (
            self.said(numbers, spot=spot) if self.shows_total(spot.at, window=window) else None
            for numbers, window in (
                (self.table.value, self.question.window),
                (self.table.to_date, self.question.window.to_date()),
                (self.table.same, self.before),
            )
        )
        same = SamePeriod() if past is None else same_period(self, spot=spot, value=value, answer=Answer(None))
        return self._with(
            spot, value=value, to_date=to_date, state=KNOWN, reason="", quality=None, targets=(), same_period=same,
            growth=growth(spot, value=value, same=same), pace=None, status=no_verdict(TOTAL_ONLY), revised=None, stated=(), notes=(),
        )  # fmt: skip

    def _level(self, implied: Implied | None, value: float | None, to_date: float | None) -> dict[str, Any]:
        """Return the figures, or in their place the level that follows from next year's ratio: shown, and used for nothing."""
        if implied is None:
            return {"value": value, "to_date": to_date}
        level = float(implied.value)
        return {
            "value": level, "to_date": level if self.question.window.from_start else to_date, "state": KNOWN, "reason": IMPLIED,
            "mark": "implied", "interval": (float(implied.low), float(implied.high)),
        }  # fmt: skip

    def _entry(self, spot: Spot, answer: Answer) -> int:
        """Return the number of the body's own entry that its figure is; 0 for a computed figure."""
        if answer.value is None:
            return self.cube.figure(spot.at, window=self.question.window)
        entry = answer.because[0].entry if len(answer.because) == 1 and answer.because[0].weight == 1 else 0
        return entry if entry and self.cube.entries[entry - 1].key.split("/")[3] == spot.body else 0
