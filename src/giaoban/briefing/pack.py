"""What goes on the table? One frozen value, the same for the same question for ever.

A pack holds boards, findings in their order, difficulties and noted aims, and
names the last entry that it rests on. It holds ids of people, never their
names: those are looked up where a paper is made, by whoever may see them.
"""

from __future__ import annotations

import json
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, field
from datetime import date
from itertools import islice
from typing import Any

from giaoban import findings
from giaoban.briefing.agenda import Agenda
from giaoban.briefing.legend import Legend
from giaoban.catalogue import Catalogue, Window
from giaoban.delivery import Act, Aim, Bottleneck, FocusTask
from giaoban.engine import Board, Changes, Row, Series, Trend
from giaoban.engine.board import plain
from giaoban.findings import Finding, behind
from giaoban.values import vietnamese

FORM = "giaoban pack 2"
MOST_COURSES = 6  # drawn in one paper
Course = Callable[[Series], Trend | None]
Cite = Callable[[int], str]


class NotOneQuestion(ValueError):
    """The boards handed in do not answer the agenda together: another body, period, map or version of the figures."""


@dataclass(frozen=True)
class Pack:
    """Everything that a briefing says, before it is put into words (tài liệu giao ban).

    Args:
        boards: One a regime, the meeting's own first; all of one body, period, map and version.
        findings: In the order in which they are told.
        bottlenecks: Difficulties that stand in the period, oldest first.
        aims: Noted aims whose day has not passed before the period, the nearest first.
        set_then: Focus tasks that were set for the period itself, the body's own first.
        tasks: Focus tasks of the next period, the body's own first, then those of its parts by name.
        courses: How the indicators that are weak or behind went over the year, in the order of the findings.
        changes: What became different on the board since an earlier pack; None where that was not asked.
        sources: The papers behind the body's own figures, by the number of the entry.
    """

    agenda: Agenda
    boards: tuple[Board, ...]
    findings: tuple[Finding, ...]
    bottlenecks: tuple[Bottleneck, ...]
    aims: tuple[Aim, ...]
    set_then: tuple[FocusTask, ...] = ()
    tasks: tuple[FocusTask, ...] = ()
    courses: tuple[Trend, ...] = ()
    changes: Changes | None = None
    sources: tuple[tuple[int, str], ...] = ()
    legend: Legend = field(default_factory=Legend, repr=False)

    @property
    def board(self) -> Board:
        """The board of the meeting's own regime."""
        return self.boards[0]

    @property
    def window(self) -> Window:
        """The period that it speaks of."""
        return Window.of(self.board.period)

    @property
    def next_window(self) -> Window:
        """The period after it, whose tasks the meeting talks about."""
        return self.window.following()

    def own(self) -> list[Row]:
        """Return the rows of the body itself, of all boards."""
        return [row for board in self.boards for row in board.own()]

    def data(self) -> dict[str, Any]:
        """Return the pack as data: numbers plain, absent as null with a reason, no clock and no names of people."""
        board = self.board
        return {
            "form": FORM,
            "book": board.book,
            "body": board.body,
            "body_name": board.body_name,
            "period": board.period,
            "period_words": board.period_words,
            "as_known": board.as_known,
            "on": board.on.isoformat(),
            "frame": board.frame.isoformat(),
            "entry": {"number": board.number, "hash": board.hash},
            "made": board.made,
            "agenda": self.agenda.data(),
            "boards": [one.data() for one in self.boards],
            "findings": [one.data() for one in self.findings],
            "bottlenecks": [_bottleneck(one) for one in self.bottlenecks],
            "aims": [_aim(one) for one in self.aims],
            "set_then": [_task(one) for one in self.set_then],
            "tasks": [_task(one) for one in self.tasks],
            "courses": [one.data() for one in self.courses],
            "changes": self.changes.data() if self.changes else None,
            "sources": [{"entry": entry, "source": source} for entry, source in self.sources],
        }


def prepare(
    agenda: Agenda,
    *,
    boards: Sequence[Board],
    catalogue: Catalogue,
    acts: Iterable[Act] = (),
    course: Course | None = None,
    changes: Changes | None = None,
    cite: Cite | None = None,
) -> Pack:
    """Return the pack that the agenda asks for.

    Args:
        boards: Answers to `agenda.questions(…)`, in that order.
        catalogue: The one that the boards were made with.
        acts: Those that stand in the book, as known; others' and other periods' are left out.
        course: Gives the course of a series of the body over the year; None where none is wanted.
        changes: What became different on the first board since an earlier pack; None where that is not asked.
        cite: Cites the papers of an entry; None where no sources are wanted.

    Raises:
        NotOneQuestion: The boards do not answer the agenda together.
    """
    _check(agenda, boards)
    board, legend, window = boards[0], Legend.of(catalogue, on=boards[0].frame), Window.of(boards[0].period)
    is_under = catalogue.is_under(on=board.frame)
    mine = [act for act in acts if is_under(act.body, frozenset({board.body}))]
    bottlenecks = tuple(act for act in mine if isinstance(act, Bottleneck) and _meet(Window.of(act.period), window))
    found = [finding for one in boards for kind in findings.KINDS for finding in kind.find(one, catalogue=catalogue)]
    wanted = (finding for finding in found if agenda.for_office or not finding.for_office)
    stuck = {indicator for act in bottlenecks for indicator in act.affects}
    began = date(window.year, window.first, 1)
    aims = [act for act in mine if isinstance(act, Aim) and act.before > began]
    tasks = sorted((act for act in mine if isinstance(act, FocusTask)), key=lambda task: _place(task, board.body, legend))
    weighed = findings.weigh(wanted, body=board.body, stuck=stuck)
    return Pack(
        agenda=agenda,
        boards=tuple(boards),
        findings=weighed,
        bottlenecks=bottlenecks,
        aims=tuple(sorted(aims, key=lambda aim: (aim.before, aim.id))),
        set_then=tuple(task for task in tasks if _is_set_for(task, window)),
        tasks=tuple(task for task in tasks if _is_set_for(task, window.following())),
        courses=_courses(weighed, board.body, course) if course else (),
        changes=changes,
        sources=_sources(boards, cite) if cite else (),
        legend=legend,
    )


def _place(task: FocusTask, body: str, legend: Legend) -> tuple[bool, Any, str, str]:
    return task.body != body, vietnamese.sort_key(legend.body(task.body)), task.body, task.id


def _is_set_for(task: FocusTask, window: Window) -> bool:
    """Whether the task was set for the window, for a part of it, or for a longer period that ends with it."""
    told = Window.of(task.period)
    return told.year == window.year and window.first <= told.last <= window.last


def _courses(found: Iterable[Finding], body: str, course: Course) -> tuple[Trend, ...]:
    """Return the courses of what is weak or behind in numbers, the first few."""
    late = (one for one in found if one.kind == behind.KIND and one.body == body and dict(one.numbers).get("attainment") is not None)
    drawn = (course(series) for series in dict.fromkeys(one.series for one in late))
    return tuple(islice((one for one in drawn if one is not None), MOST_COURSES))


def _sources(boards: Iterable[Board], cite: Cite) -> tuple[tuple[int, str], ...]:
    """Return the papers behind the body's own figures, plans and stated relations."""
    rows = [row for board in boards for row in board.own()]
    numbers = {row.entry for row in rows}
    numbers |= {one.entry for row in rows for one in row.targets} | {one.entry for row in rows for one in row.stated}
    return tuple((number, cited) for number in sorted(numbers - {0}) if (cited := cite(number)))


def _check(agenda: Agenda, boards: Sequence[Board]) -> None:
    if len(boards) != len(agenda.regimes):
        raise NotOneQuestion(f"{len(boards)} boards for {len(agenda.regimes)} regimes")
    asked = (agenda.body, Window.of(agenda.period).code)
    for board, regime in zip(boards, agenda.regimes, strict=True):
        if (board.body, board.period, board.regime) != (*asked, regime):
            raise NotOneQuestion(f"{board.body} {board.period} {board.regime}")
    if len({(board.book, board.number, board.hash, board.frame, board.on) for board in boards}) > 1:
        raise NotOneQuestion("the boards are not of one version of the figures and one map")


def _meet(told: Window, window: Window) -> bool:
    """Whether two windows share a month."""
    return told.year == window.year and told.first <= window.last and window.first <= told.last


def _bottleneck(act: Bottleneck) -> dict[str, Any]:
    return {
        "id": act.id,
        "body": act.body,
        "period": act.period,
        "title": act.title,
        "cause": act.cause or None,
        "raised_by": act.raised_by or None,
        "raised_for": act.raised_for or None,
        "programme": act.programme or None,
        "asks": list(act.asks),
        "affects": list(act.affects),
        "source": act.source or None,
        "entry": act.entry,
    }


def _aim(act: Aim) -> dict[str, Any]:
    return {
        "id": act.id,
        "body": act.body,
        "indicator": act.indicator,
        "fraction": act.fraction,
        "ratio": plain(act.ratio),
        "before": act.before.isoformat(),
        "programme": act.programme or None,
        "voice": act.voice,
        "strength": act.strength,
        "source": act.source or None,
        "entry": act.entry,
    }


def _task(act: FocusTask) -> dict[str, Any]:
    return {
        "id": act.id,
        "body": act.body,
        "period": act.period,
        "title": act.title,
        "measure": act.measure or None,
        "indicator": act.indicator or None,
        "source": act.source or None,
        "entry": act.entry,
    }


def dumps(pack: Pack) -> bytes:
    """Return the pack as canonical JSON: UTF-8, names sorted, one line end at the end.

    Equal packs give equal bytes, so that a pack may be named by their sha256.
    """
    text = json.dumps(pack.data(), ensure_ascii=False, sort_keys=True, indent=1, allow_nan=False)
    return f"{text}\n".encode()
