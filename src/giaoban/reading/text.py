"""What does a text propose, all kinds together, with each place in the text as given?"""

from __future__ import annotations

from bisect import bisect_right

from giaoban.reading.proposal import (
    ProposedCitation,
    ProposedDeadline,
    ProposedFigure,
    ProposedPerson,
    Quote,
    Reading,
    ReadSentence,
)
from giaoban.reading.prose import citations, deadlines, figures, furniture, people, periods, sentences
from giaoban.reading.prose.citations import Cited
from giaoban.reading.prose.clean import Clean, clean
from giaoban.reading.prose.deadlines import Due
from giaoban.reading.prose.kinds import Heard, Kind, kinds
from giaoban.reading.prose.page import Found
from giaoban.reading.prose.people import Met
from giaoban.reading.prose.sentences import MARK


def read_prose(given: str, *, document: str) -> Reading:
    """Return what the text proposes; doubts and links are not yet in it.

    Args:
        document: Name under which the text is cited.

    Example:
        >>> found = read_prose("Quý I/2031, thu ngân sách đạt 5,5 tỷ đồng, bằng 110% so với cùng kỳ.", document="vd.txt")
        >>> [(str(figure.value), figure.measure, figure.relation.value, figure.period) for figure in found.figures]
        [('5500000000.0', 'VND', 'level', '2031-Q1'), ('110', '%', 'pct_of_same_period', '2031-Q1')]
    """
    text = clean(given)
    until = furniture.body_end(text.low)
    year = periods.year_of(text.low)
    every = [cited for cited in citations.scan(text.text) if cited.start < until]
    times = periods.scan(text.low[:until], year=year)
    papers = [(cited.start, cited.end) for cited in every]
    times = [said for said in times if not any(start < said.end and said.start < end for start, end in _near(papers, said.start))]
    split = sentences.split(text.text, until=until)
    marks = [(one.start, one.start + mark.end()) for one in split if (mark := MARK.match(text.text[one.start : one.start + 12]))]
    masks = sorted([*papers, *((said.start, said.end) for said in times), *furniture.credit_lines(text.low), *marks])
    read = _kinds(text, split)
    ordered = {one.start for one, kind in zip(split, read, strict=True) if kind.kind is Kind.DIRECTIVE}
    met = people.scan(text.text, until=until)
    names = {one.name for one in met}
    found = figures.scan(text, sentences=split, times=times, masks=masks, year=year, people=names, until=until)
    return Reading(
        document=document,
        text=given,
        figures=tuple(_figure(text, one) for one in found),
        deadlines=tuple(_deadline(text, due) for due in deadlines.scan(text, sentences=split, year=year, until=until, ordered=ordered)),
        citations=tuple(_citation(text, cited) for cited in citations.once(every)),
        people=tuple(_person(text, one) for one in met),
        sentences=read,
    )


def _near(papers: list[tuple[int, int]], place: int) -> list[tuple[int, int]]:
    at = bisect_right(papers, (place, len(papers) + 10**9))
    return papers[max(0, at - 2) : at + 1]


def _quote(text: Clean, start: int, end: int) -> Quote:
    return Quote(*text.quote(start, end=end))


def _figure(text: Clean, found: Found) -> ProposedFigure:
    amount = found.amount
    return ProposedFigure(
        quote=_quote(text, found.start, found.end), subject=found.subject, value=amount.value, measure=amount.measure,
        printed=text.text[amount.start : amount.end], relation=found.relation, qualifier=found.qualifier, period=found.period,
        place=found.place,
        direction=found.direction, target=found.target, upper=amount.upper, out_of=amount.out_of, context=found.context,
    )  # fmt: skip


def _deadline(text: Clean, due: Due) -> ProposedDeadline:
    return ProposedDeadline(_quote(text, due.start, due.end), due.date, due.what)


def _citation(text: Clean, cited: Cited) -> ProposedCitation:
    return ProposedCitation(_quote(text, cited.start, cited.end), cited.number, cited.type, cited.dated, cited.issuer)


def _person(text: Clean, met: Met) -> ProposedPerson:
    return ProposedPerson(_quote(text, met.start, met.end), met.name, met.role)


def _kinds(text: Clean, split: tuple[sentences.Sentence, ...]) -> tuple[ReadSentence, ...]:
    heard = [Heard(text.low[one.start : one.end], opens=one.first, stopped=one.stopped) for one in split]
    return tuple(ReadSentence(text.origin(one.start), text.origin(one.end), kind) for one, kind in zip(split, kinds(heard), strict=True))
