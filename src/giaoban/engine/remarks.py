"""What goes with a number: how sure it is, how it came to be revised, doubts and remarks, days, partial sums."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date

from giaoban.cube import QUALITIES, window_of
from giaoban.engine.answer import Answer, Use
from giaoban.engine.doubts import doubt_words
from giaoban.engine.implied import Implied
from giaoban.engine.scene import Scene, Spot
from giaoban.engine.status import written
from giaoban.ledger import Cell
from giaoban.values import Quality, vietnamese

UPDATED, CORRECTED = "updated", "corrected"
FEW = 3  # a number that rests on more entries does not bring the remarks of each
PLACE = {quality.value: place for place, quality in enumerate(QUALITIES)}


def quality_of(scene: Scene, *, answer: Answer) -> Quality | None:
    """Return the quality of the least sure figure that the number rests on."""
    places = [PLACE[scene.content(use.entry)["quality"]] for use in _figures(answer)] or [len(QUALITIES) - 1] * bool(answer.because)
    return QUALITIES[min(places)] if places else None


def revised_of(scene: Scene, *, answer: Answer) -> str | None:
    """Return how the figures that the number rests on took the place of those before.

    Returns:
        `updated` where a surer figure followed, `corrected` where any other did, None where all are first figures.
    """
    kinds = set()
    versions = scene.cube.versions
    for use in _figures(answer) if versions else ():
        numbers = versions.get(scene.cube.entries[use.entry - 1].key, ())
        if len(numbers) > 1:
            earlier, now = scene.content(numbers[-2]), scene.content(use.entry)
            if (earlier["steps"], earlier["quality"]) != (now["steps"], now["quality"]):
                kinds.add(UPDATED if PLACE[earlier["quality"]] < PLACE[now["quality"]] else CORRECTED)
    return CORRECTED if CORRECTED in kinds else UPDATED if kinds else None


def _figures(answer: Answer) -> list[Use]:
    """Return the figures that a number rests on; that a report came says nothing of how sure it is."""
    return [use for use in answer.because if use.role != "report"]


def notes_of(scene: Scene, *, spot: Spot, answer: Answer, implied: Implied | None) -> tuple[str, ...]:
    """Return the sentences that go with a number, or with the lack of it."""
    return tuple(
        dict.fromkeys(
            (*_remarks(scene, spot, answer, implied), *_days(scene, spot, answer), *_levels(scene, answer), *_partial(scene, spot))
        )
    )


def _remarks(scene: Scene, spot: Spot, answer: Answer, implied: Implied | None) -> Iterable[str]:
    numbers = [use.entry for use in answer.because] if len(answer.because) <= FEW else []
    numbers += [one.entry for one in spot.facts if one.item.cell.period == scene.code]
    numbers += [implied.figure, implied.stated] if implied else []
    for number in dict.fromkeys(numbers):
        content = scene.content(number)
        remark = scene.archive.remark(content["note"]) if content.get("note") else ""
        if remark or content.get("doubt"):
            yield remark or doubt_words(content["doubt"])


def _days(scene: Scene, spot: Spot, answer: Answer) -> Iterable[str]:
    days = scene.days(answer) if scene.may_rest_on_days(spot) else {}
    if scene.question.window.day or not days:
        return
    said = ", ".join(vietnamese.write_date(day) for day in sorted(set(days.values())))
    number = len({use.entry for use in answer.because})
    yield f"Số liệu tính đến ngày {said}." if number == 1 else f"Có {len(days)}/{number} số liệu chỉ tính đến ngày {said}."


def _levels(scene: Scene, answer: Answer) -> Iterable[str]:
    """Yield of which days the levels are that stand in for a later one."""
    window, indicators = scene.question.window, scene.catalogue.indicators
    told: dict[str, set[date]] = {}
    for use in answer.because:
        cell = Cell.of(scene.cube.entries[use.entry - 1].key)
        found, said = indicators.get(cell.indicator), window_of(cell.period)
        if found and found.carries and (said.year, said.last) < (window.year, window.last):
            told.setdefault(found.name, set()).add(scene.regime.days(said).last_day)
    for name, days in told.items():
        said_days = ", ".join(vietnamese.write_date(day) for day in sorted(days))
        yield f"{name}: dùng số đến ngày {said_days}, chưa có số mới hơn."


def _partial(scene: Scene, spot: Spot) -> Iterable[str]:
    rolled = scene.measured.value
    partial = scene.in_measure(rolled.partial[spot.at], indicator=spot.indicator)
    if partial is not None:
        measure = spot.indicator.measure.label
        yield f"Cộng {rolled.reported[spot.at]}/{rolled.expected[spot.at]} đơn vị đã có số liệu: {written(partial)} {measure}."
