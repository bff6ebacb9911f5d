"""Which indicator or body of the catalogue do the words of a text mean?

Names, synonyms and abbreviations are compared without marks. What the words
share with a name is weighed by how rare each word is among the names; a level
also has to be said in a measure of the indicator's kind. Every candidate is
shown with its score: a person chooses.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field, replace
from datetime import date

from giaoban.catalogue import Body, Catalogue, Indicator, NoSuchPeriod, Window
from giaoban.reading.proposal import Link, ProposedFigure, ProposedIndicator, Reading
from giaoban.reading.prose.relations import Relation
from giaoban.values import Measure, UnknownMeasure, vietnamese

MOST = 4
ENOUGH = 40
SHORT = {
    "nsnn": "ngan sach nha nuoc", "ns": "ngan sach", "ntm": "nong thon moi", "gpmb": "giai phong mat bang", "dtc": "dau tu cong",
    "bhyt": "bao hiem y te",
    "kt-xh": "kinh te xa hoi", "tthc": "thu tuc hanh chinh", "tdp": "to dan pho", "mtqg": "muc tieu quoc gia",
    "cchc": "cai cach hanh chinh", "gtsx": "gia tri san xuat",
    "xdcb": "xay dung co ban", "bhxh": "bao hiem xa hoi", "dvc": "dich vu cong", "ocop": "ocop",
}  # fmt: skip
SAID_EVERYWHERE = "va cua cac tren dia ban tai toan tong so duoc theo cho tu den co la o trong cong tac viec ket qua nha nuoc"
NAMING = (Relation.LEVEL, Relation.SHARE, Relation.RANK)
IDLE = frozenset(SAID_EVERYWHERE.split())
KINDS = re.compile(r"^(?:tinh|thanh pho|tp|thi xa|quan|huyen|phuong|xa|thi tran|dac khu|toan|p|x)\s+")


@dataclass(frozen=True)
class Linker:
    """The names of a catalogue, ready to be compared (liên kết với danh mục).

    Args:
        catalogue: Of the day of the text.
        taught: What persons decided before for this source: folded words → indicator.
        synonyms: Further names of the day, from outside the catalogue: words → indicator; unknown indicators are passed over.
    """

    catalogue: Catalogue
    taught: Mapping[str, str] = field(default_factory=dict)
    synonyms: Mapping[str, str] = field(default_factory=dict)

    def __post_init__(self) -> None:
        names: list[tuple[str, frozenset[str], str]] = []
        for indicator in self.catalogue.indicators.values():
            for said in (indicator.name, *indicator.synonyms):
                names.append((fold_words(said), frozenset(tokens(said)), indicator.id))
        for said, id in self.synonyms.items():
            if id in self.catalogue.indicators:
                names.append((fold_words(said), frozenset(tokens(said)), id))
        spread: dict[str, set[str]] = defaultdict(set)
        for _, words, id in names:
            for word in words:
                spread[word].add(id)
        object.__setattr__(self, "_names", tuple(names))
        object.__setattr__(self, "_weights", {word: max(1, 12 - 2 * (len(ids).bit_length() - 1)) for word, ids in spread.items()})
        object.__setattr__(self, "_kept", {})

    def indicators(self, words: str, *, measure: str = "", relation: Relation = Relation.LEVEL) -> tuple[Link, ...]:
        """Return the indicators that the words may mean, best first.

        Args:
            measure: In what a level is said; empty where that tells nothing.
            relation: Only a level must be said in the indicator's own measure.
        """
        key = (words, measure, relation is Relation.LEVEL)
        kept: dict[tuple[str, str, bool], tuple[Link, ...]] = self._kept  # type: ignore[attr-defined]
        if key not in kept:
            if len(kept) > 5000:
                kept.clear()
            kept[key] = self._indicators(words, measure=measure if relation is Relation.LEVEL else "")
        return kept[key]

    def _indicators(self, words: str, *, measure: str) -> tuple[Link, ...]:
        folded, said = fold_words(words), frozenset(tokens(words))
        best: dict[str, int] = {}
        if folded in self.taught:
            best[self.taught[folded]] = 100
        names: tuple[tuple[str, frozenset[str], str], ...] = self._names  # type: ignore[attr-defined]
        for name, of_name, id in names:
            score = 100 if name == folded else self._share(said, of_name)
            if score > best.get(id, 0):
                best[id] = score
        fitting = {id: score - (0 if _fits(self.catalogue.indicators[id], measure) else 30) for id, score in best.items()}
        ranked = sorted(((score, id) for id, score in fitting.items() if score >= ENOUGH), key=lambda pair: (-pair[0], pair[1]))
        return tuple(Link(id, score) for score, id in ranked[:MOST])

    def _share(self, said: frozenset[str], name: frozenset[str]) -> int:
        """Return how much of both the words share, 0 to 99, each word by its weight."""
        weights: dict[str, int] = self._weights  # type: ignore[attr-defined]
        common = sum(weights.get(word, 6) for word in said & name)
        if not common:
            return 0
        return min(99, 200 * common // (sum(weights.get(word, 6) for word in said) + sum(weights.get(word, 6) for word in name)))

    def bodies(self, words: str, *, on: date) -> tuple[Link, ...]:
        """Return the bodies of that day that the words may name, best first."""
        folded = vietnamese.fold(words)
        bare = KINDS.sub("", folded)
        if not bare:
            return ()
        found: list[Link] = []
        for body in self.catalogue.standing_on(on):
            score = _names(body, folded, bare)
            if score:
                found.append(Link(body.id, score))
        return tuple(sorted(found, key=lambda link: (-link.score, link.id))[:MOST])


def link(reading: Reading, *, linker: Linker) -> Reading:
    """Return the reading with what each figure's subject and place may mean in the catalogue."""
    linked = replace(reading, figures=tuple(_linked(figure, linker) for figure in reading.figures))
    return replace(linked, unnamed=unnamed(linked))


def unnamed(reading: Reading) -> tuple[ProposedIndicator, ...]:
    """Return the indicators that the document tells of and the catalogue does not know, the one told most often first.

    Only a level names an indicator in its measure; what is aimed at or compared tells of one that has levels as well.
    """
    told: dict[tuple[str, str], list[ProposedFigure]] = defaultdict(list)
    for figure in reading.figures:
        if figure.subject and not figure.links and figure.relation in NAMING:
            told[fold_words(figure.subject), figure.measure].append(figure)
    found = [ProposedIndicator(figures[0].subject, measure, tuple(one.quote for one in figures)) for (_, measure), figures in told.items()]
    return tuple(sorted(found, key=lambda one: (-len(one.quotes), one.quotes[0].start)))


def _linked(figure: ProposedFigure, linker: Linker) -> ProposedFigure:
    on = last_day(figure.period) or linker.catalogue.on
    bodies = linker.bodies(figure.place, on=on) if figure.place and linker.catalogue.bodies else ()
    return replace(figure, links=linker.indicators(figure.subject, measure=figure.measure, relation=figure.relation), bodies=bodies)


def last_day(period: str | None) -> date | None:
    """Return the last calendar day of a period's code; None where it names no window.

    Example:
        >>> last_day("2021-Q1"), last_day("2021/2025")
        (datetime.date(2021, 3, 31), datetime.date(2025, 12, 31))
    """
    said = (period or "").rpartition("/")[2]
    try:
        window = Window.of(said)
    except NoSuchPeriod:
        return None
    return window.day or date.fromordinal(date(window.year + window.last // 12, window.last % 12 + 1, 1).toordinal() - 1)


def fold_words(said: str) -> str:
    """Return the words without marks, with the usual abbreviations in full."""
    return " ".join(SHORT.get(word, word) for word in re.findall(r"[a-z0-9&-]+", vietnamese.fold(said)))


def tokens(said: str) -> Iterable[str]:
    """Return the words of a name that tell something."""
    return (word for word in fold_words(said).split() if word not in IDLE)


def _fits(indicator: Indicator, measure: str) -> bool:
    if not measure:
        return True
    try:
        said = Measure.named(measure.replace("VND", "đồng")).dimension
    except UnknownMeasure:
        return True
    own = indicator.measure.dimension
    return said == own or own.startswith(said + " ") or said.startswith(own + " ")


def _names(body: Body, folded: str, bare: str) -> int:
    name = vietnamese.fold(body.name)
    return 100 if name == folded else 80 if KINDS.sub("", name) == bare else 0
