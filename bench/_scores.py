"""How well does what was read agree with what is known? Each kind by precision, recall and F1.

Two spans meet where they share three tenths of their union. A figure counts
by value and unit, then by what it measures, then by qualifier and period;
citations and people as sets; sentences by their kind.
"""

from __future__ import annotations

import re
import unicodedata
from collections import Counter
from collections.abc import Iterable
from typing import Any

KINDS = ("achievement", "shortfall", "bottleneck", "directive", "recommendation")
UNITS = {"đồng": "vnd", "điểm %": "%", "điểm phần trăm": "%"}
CLOSED = frozenset(("vnd", "usd", "%", "ha", "m2", "m3", "km", "km2", "tấn", "kg", "lần", "thứ hạng"))


class Tally:
    """Right, said and known."""

    def __init__(self) -> None:
        self.right = self.said = self.known = 0

    def add(self, right: int, said: int, known: int) -> None:
        self.right, self.said, self.known = self.right + right, self.said + said, self.known + known

    def scores(self) -> dict[str, float]:
        precision = self.right / self.said if self.said else float(not self.known)
        recall = self.right / self.known if self.known else float(not self.said)
        f1 = 2 * precision * recall / (precision + recall) if precision + recall else 0.0
        return {"p": round(precision, 4), "r": round(recall, 4), "f1": round(f1, 4), "said": self.said, "known": self.known}


def plain(said: str | None) -> str:
    return re.sub(r"\s+", " ", unicodedata.normalize("NFC", said or "")).strip().casefold()


def span(one: dict[str, Any]) -> tuple[int, int]:
    return one["start"], one.get("end", one["start"] + len(one.get("quote", "")))


def shared(one: tuple[int, int], other: tuple[int, int]) -> int:
    return min(one[1], other[1]) - max(one[0], other[0])


def meet(one: tuple[int, int], other: tuple[int, int]) -> bool:
    both = shared(one, other)
    return both > 0 and both / (max(one[1], other[1]) - min(one[0], other[0])) >= 0.3


def words_agree(one: str | None, other: str | None) -> float:
    a, b = re.findall(r"\w+", plain(one)), re.findall(r"\w+", plain(other))
    return 2 * sum((Counter(a) & Counter(b)).values()) / (len(a) + len(b)) if a and b else 0.0


def same_unit(one: str, other: str) -> bool:
    a, b = (UNITS.get(plain(said), plain(said)) for said in (one, other))
    if a == b or not a or not b or a in CLOSED or b in CLOSED or a.startswith("vnd/") or b.startswith("vnd/"):
        return a == b
    shorter = min(len(a.split()), len(b.split()))
    return a.split()[:shorter] == b.split()[:shorter]


def depth(said: dict[str, Any], known: dict[str, Any]) -> int:
    """Return 0 for nothing, 1 for value and unit, 2 for what it measures as well, 3 for qualifier and period as well."""
    value, expected = float(said["value"]), float(known["value"])
    is_equal = abs(value - expected) <= 1e-9 * max(1.0, abs(expected)) or (known.get("direction") == "down" and value == -expected)
    if not meet(span(said), span(known)) or not is_equal or not same_unit(said["unit"], known["unit"]):
        return 0
    if said["measure"] != known["measure"] and said["measure"] not in known.get("measure_alt", []):
        return 1
    is_timed = known.get("period_any") or (said.get("period") or None) == (known.get("period") or None)
    return 3 if is_timed and said.get("qualifier", "exact") == known["qualifier"] else 2


def paired(said: list[dict[str, Any]], known: list[dict[str, Any]]) -> dict[int, tuple[int, int]]:
    """Return which of what is known each of what was said means, the deepest agreement first."""
    every = sorted(
        (
            (deep, not other.get("optional"), words_agree(one.get("subject"), other.get("subject")), -i, -j)
            for i, one in enumerate(said)
            for j, other in enumerate(known)
            if (deep := depth(one, other))
        ),
        reverse=True,
    )
    taken: set[int] = set()
    pairs: dict[int, tuple[int, int]] = {}
    for deep, _, _, i, j in every:
        if -i not in pairs and -j not in taken:
            pairs[-i] = (-j, deep)
            taken.add(-j)
    return pairs


def score(pairs: Iterable[tuple[dict[str, Any], dict[str, Any]]]) -> dict[str, Any]:
    """Return the scores over documents, each as what was said and what is known."""
    names = ("value+unit", "+measure", "full", "subject", "deadline", "citation", "people")
    tallies = {name: Tally() for name in names}
    labels = {label: Tally() for label in KINDS}
    heard = right = 0
    for said, known in pairs:
        _figures(tallies, said["figures"], known["figures"])
        _deadlines(tallies["deadline"], said["deadlines"], known["deadlines"])
        _sets(tallies["citation"], said["citations"], known["citations"], key=lambda one: re.sub(r"\s", "", plain(one["number"])))
        _sets(tallies["people"], said["people"], known["people"], key=lambda one: plain(one["name"]))
        for label, expected in _labels(said["sentences"], known["sentences"]):
            heard += 1
            right += label == expected
            for kind, tally in labels.items():
                tally.add(int(label == expected == kind), int(label == kind), int(expected == kind))
    found = {name: tally.scores() for name, tally in tallies.items()}
    by_label = {label: tally.scores() for label, tally in labels.items() if tally.known or tally.said}
    macro = sum(scores["f1"] for scores in by_label.values()) / len(by_label) if by_label else 0.0
    return {**found, "sentences": {"macro_f1": round(macro, 4), "accuracy": round(right / heard, 4) if heard else 0.0, **by_label}}


def _figures(tallies: dict[str, Tally], said: list[dict[str, Any]], known: list[dict[str, Any]]) -> None:
    pairs = paired(said, known)
    needed = [(i, j, deep) for i, (j, deep) in pairs.items() if not known[j].get("optional")]
    free = sum(1 for i, one in enumerate(said) if _is_free(one, known, pairs.get(i)))
    counts = len(said) - free, sum(not one.get("optional") for one in known)
    tallies["value+unit"].add(len(needed), *counts)
    tallies["+measure"].add(sum(deep > 1 for *_, deep in needed), *counts)
    tallies["full"].add(sum(deep > 2 for *_, deep in needed), *counts)
    agree = sum(words_agree(said[i].get("subject"), known[j].get("subject")) >= 0.5 for i, j, _ in needed)
    tallies["subject"].add(agree, *counts)


def _is_free(one: dict[str, Any], known: list[dict[str, Any]], pair: tuple[int, int] | None) -> bool:
    """Whether it means what may be said or left out."""
    if pair:
        return bool(known[pair[0]].get("optional"))
    touched = [other for other in known if shared(span(one), span(other)) > 0]
    return bool(touched) and all(other.get("optional") for other in touched)


def _deadlines(tally: Tally, said: list[dict[str, Any]], known: list[dict[str, Any]]) -> None:
    used: set[int] = set()
    right = free = 0
    for one in said:
        fits = [
            j for j, other in enumerate(known)
            if j not in used and meet(span(one), span(other)) and one["date"] in (other["date"], *other.get("date_alt", []))
        ]  # fmt: skip
        if fits:
            used.add(fits[0])
            right += not known[fits[0]].get("optional")
            free += bool(known[fits[0]].get("optional"))
        elif any(other.get("optional") and shared(span(one), span(other)) > 0 for other in known):
            free += 1
    tally.add(right, len(said) - free, sum(not other.get("optional") for other in known))


def _sets(tally: Tally, said: list[dict[str, Any]], known: list[dict[str, Any]], *, key: Any) -> None:
    a, b = {key(one) for one in said}, {key(one) for one in known if not one.get("optional")}
    free = {key(one) for one in known if one.get("optional")} - b
    tally.add(len(a & b), len(a - free), len(b))


def _labels(said: list[dict[str, Any]], known: list[dict[str, Any]]) -> Iterable[tuple[str, str]]:
    for sentence in known:
        overlaps = [(shared(span(one), span(sentence)), one["label"]) for one in said]
        label = max(overlaps, default=(0, "context"))
        heard = label[1] if label[0] > 0 else "context"
        yield heard, heard if heard in sentence.get("label_alt", []) else sentence["label"]
