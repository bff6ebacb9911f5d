"""What does a reading suggest to record: figures, relations as stated, targets, aims, judgements, difficulties?

Nothing is decided here. A link that is not sure stands with a low confidence;
what the text does not say (whose plan, which place) stays open or unnamed.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import date, timedelta
from decimal import Decimal

from giaoban.catalogue import Catalogue, Indicator, NoSuchPeriod, Window
from giaoban.formats import Document
from giaoban.ledger.figures import PLAN, SAME_PERIOD, UNNAMED, WHOLE
from giaoban.reading.conclusion import TaskRead, is_conclusion, tasks_in
from giaoban.reading.grading import grades_in
from giaoban.reading.linking import Linker
from giaoban.reading.places import place_of
from giaoban.reading.proposal import Link, ProposedDeadline, ProposedFigure, Quote, Reading, ReadSentence
from giaoban.reading.prose import periods
from giaoban.reading.prose.clean import clean
from giaoban.reading.prose.kinds import Kind
from giaoban.reading.prose.qualifiers import Qualifier
from giaoban.reading.prose.relations import Relation
from giaoban.reading.suggestion import AIM, BOTTLENECK, DIRECTIVE, FIGURE, OTHER, STATED, TARGET, Suggestion
from giaoban.values import Measure, Problem, UnknownMeasure, vietnamese

ENOUGH = 55  # score of a link that is put forward at all
UNSURE = 45  # confidence of what lacks a link or a place
MISFIT = 25  # taken off for a doubt
LONGEST_TITLE = 400
CLAUSE = re.compile(r"[(;:.\n]")
REACHED = re.compile(r"(?<!\w)(?:đạt|được|đã|thực hiện|hoàn thành|thu|bằng)(?!\w)(?:\s[^\W\d]+){0,3}\s*$")
AHEAD = re.compile(r"(?<!\w)(?:phấn đấu|mục tiêu|phải|cần|yêu cầu|sẽ|kế hoạch|dự toán|quyết tâm|dự kiến|đến năm|được giao|giao)(?!\w)")
DOUBTED = {Qualifier.OVER: "so-gan-dung", Qualifier.UNDER: "so-gan-dung", Qualifier.ABOUT: "so-gan-dung"}
INNER = ("reading-does-not-add-up", "reading-sum-differs")  # what the document itself contradicts; the rest is told to the person
SAID = {Qualifier.OVER: "hơn", Qualifier.UNDER: "gần (dưới)", Qualifier.ABOUT: "khoảng"}
LEVELS = (Relation.LEVEL, Relation.SHARE)
STATES = {Relation.PCT_OF_PLAN: PLAN, Relation.PCT_OF_SAME_PERIOD: SAME_PERIOD, Relation.GROWTH_VS_SAME_PERIOD: SAME_PERIOD}


@dataclass(frozen=True)
class Scene:
    """What is at hand while one reading is gone through (bối cảnh đề xuất).

    Args:
        body: Id of the body that the document speaks for, where a place is not named.
        period: Of the document as a whole; empty where it has none.
        paragraphs: First character of each paragraph.
    """

    reading: Reading
    linker: Linker
    body: str
    period: str
    paragraphs: tuple[int, ...]

    @property
    def catalogue(self) -> Catalogue:
        """Of the day of the document."""
        return self.linker.catalogue


def suggestions(reading: Reading, *, linker: Linker, body: str = "") -> tuple[Suggestion, ...]:
    """Return everything of a reading that may be recorded, in the order of the text.

    Args:
        linker: Names of the catalogue of its day.
        body: Id of the body that it speaks for; empty where that is not known.
    """
    scene = Scene(reading, linker, body, _main_period(reading), _paragraphs(reading.text))
    doubted = _doubted(reading)
    found = [_of_figure(figure, scene, doubted.get(figure.quote.span(reading.document).place, ())) for figure in reading.figures]
    if is_conclusion(reading.text):
        found += [_of_task(task, scene) for task in tasks_in(reading, catalogue=scene.catalogue, on=scene.catalogue.on)]
    for sentence in reading.sentences:
        if sentence.kind is Kind.BOTTLENECK:
            found.append(_of_difficulty(sentence, scene))
        elif sentence.kind in (Kind.ACHIEVEMENT, Kind.SHORTFALL):
            found += _of_grades(sentence, scene)
    return tuple(sorted(found, key=lambda one: (one.start, one.end)))


def _paragraphs(text: str) -> tuple[int, ...]:
    found: list[int] = []
    at = 0
    for line in text.split("\n"):
        if line.strip():
            found.append(at)
        at += len(line) + 1
    return tuple(found)


def _doubted(reading: Reading) -> dict[str, tuple[Problem, ...]]:
    found: dict[str, tuple[Problem, ...]] = {}
    for doubt in reading.doubts:
        found[doubt.where.place] = (*found.get(doubt.where.place, ()), doubt)
    return found


def _main_period(reading: Reading) -> str:
    """Return the period that most figures speak of, a quarter or month before a year."""
    said = Counter(one.period for one in reading.figures if one.period and not one.target and _is_window(one.period))
    finer = Counter({code: count for code, count in said.items() if len(code) > 4})
    return (finer or said).most_common(1)[0][0] if said else ""


def _is_window(code: str) -> bool:
    try:
        Window.of(code)
    except NoSuchPeriod:
        return False
    return True


def _of_figure(figure: ProposedFigure, scene: Scene, doubts: tuple[Problem, ...]) -> Suggestion:
    best = figure.links[0] if figure.links and figure.links[0].score >= ENOUGH else None
    body = _body(figure, scene)
    confidence = min(figure.confidence, best.score if best else UNSURE, 100 if body else UNSURE) - (MISFIT if doubts else 0)
    known = {
        "indicator": best.id if best else "",
        "body": body,
        "period": figure.period if figure.period and _is_window(figure.period) else "",
    }
    kind, fields = _said(figure, scene, best.id if best else "")
    links = figure.links
    if kind == AIM:
        links = _links_of_aim(figure, scene)
        best = links[0] if links and links[0].score >= ENOUGH else None
        confidence = min(confidence, best.score if best else UNSURE)
        known |= {"indicator": best.id if best else "", "period": ""}
    if any(doubt.code in INNER for doubt in doubts):
        fields["doubt"] = "so-lieu-khong-khop"
    return Suggestion(
        kind=kind, start=figure.quote.start, end=figure.quote.end, words=figure.quote.words,
        place=figure.quote.cell or place_of(figure.quote, paragraphs=scene.paragraphs),
        fields={name: value for name, value in {**known, **fields}.items() if value} if kind != OTHER else {},
        subject=figure.subject, about=figure.place, confidence=max(5, confidence if kind != OTHER else 20), links=links,
        bodies=figure.bodies, doubts=tuple(doubt.code for doubt in doubts),
    )  # fmt: skip


def _links_of_aim(figure: ProposedFigure, scene: Scene) -> tuple[Link, ...]:
    """Return what an aim may be a level of: by its own words ("80% khối lượng …"), else by a subject that its own clause names."""
    own = " ".join(re.findall(r"[^\W\d]+", figure.quote.words))
    by_words = scene.linker.indicators(own) if own else ()
    if by_words and by_words[0].score >= ENOUGH:
        return by_words
    return () if "subject" in figure.context else figure.links


def _body(figure: ProposedFigure, scene: Scene) -> str:
    then = scene.linker.bodies(figure.place, on=scene.catalogue.on) if figure.place and scene.body else ()
    if any(link.id == scene.body for link in (*figure.bodies, *then)):
        return scene.body
    if figure.bodies and figure.bodies[0].score >= ENOUGH:
        return figure.bodies[0].id
    return scene.body if not figure.place or _means_own(figure.place) else ""


def _means_own(place: str) -> bool:
    """Whether words name the ground that the document itself speaks of: "toàn phường", "trên địa bàn"."""
    folded = vietnamese.fold(place)
    return folded.startswith(("toan ", "tren dia ban", "dia ban", "ca ")) or folded in (
        "phuong", "xa", "thanh pho", "tp", "tinh", "huyen", "thi xa", "dac khu", "quan",
    )  # fmt: skip


def _said(figure: ProposedFigure, scene: Scene, indicator: str) -> tuple[str, dict[str, str]]:
    """Return the kind of what a figure says, and the fields of its own."""
    if figure.upper is not None or figure.relation in (Relation.RANK, Relation.GROWTH_OTHER, Relation.CHANGE_POINTS, Relation.OTHER):
        return OTHER, {}
    if figure.target and not _is_achieved(figure, scene.reading.text) and figure.relation in (*LEVELS, Relation.PCT_OF_PLAN):
        return _aimed(figure, scene, indicator)
    if figure.relation in STATES:
        return STATED, _stated(figure, scene)
    quality = "estimate" if figure.qualifier is Qualifier.ESTIMATE else "actual"
    return FIGURE, {
        "printed": printed_for(figure, indicator=scene.catalogue.indicators.get(indicator)),
        "quality": quality,
        **_qualified(figure),
    }


def _is_achieved(figure: ProposedFigure, text: str) -> bool:
    """Whether the amount's own clause says that it was reached, whatever the sentence speaks of before."""
    if figure.quote.cell:
        return False
    clause = CLAUSE.split(text[max(0, figure.quote.start - 120) : figure.quote.start].lower())[-1]
    return bool(REACHED.search(clause)) and not AHEAD.search(clause)


def _qualified(figure: ProposedFigure) -> dict[str, str]:
    if figure.qualifier not in DOUBTED:
        return {}
    return {"doubt": DOUBTED[figure.qualifier], "remark": f"Nguồn viết: {SAID[figure.qualifier]} {figure.printed}."}


def _stated(figure: ProposedFigure, scene: Scene) -> dict[str, str]:
    relation = STATES[figure.relation]
    fields = {"printed": figure.printed, "relation": relation, "authority": WHOLE, **_qualified(figure)}
    if figure.relation is Relation.GROWTH_VS_SAME_PERIOD:
        if figure.measure != "%":
            return {}
        whole = 100 - figure.value if figure.direction == "down" else 100 + figure.value
        fields |= {
            "printed": f"{vietnamese.write_number(whole)}%",
            "remark": f"Nguồn viết: {_shorter(figure.quote.words)}, so với cùng kỳ.",
        }
    if relation == PLAN:
        fields["authority"] = authority_in(figure.plan or figure.quote.words, catalogue=scene.catalogue)
        if fields["authority"] == UNNAMED:
            fields |= {"doubt": "ke-hoach-khong-ro"}
        if figure.plan:
            fields["remark"] = f"Theo cột “{_shorter(figure.plan)}”."
    return fields


def _shorter(words: str) -> str:
    return words if len(words) <= 160 else f"{words[:159]}…"


def _aimed(figure: ProposedFigure, scene: Scene, indicator: str) -> tuple[str, dict[str, str]]:
    """Return an aim where a day is named, else a target of a plan."""
    due = _due(figure, scene.reading)
    before = _before(due) if due else None
    if before and figure.measure == "%":
        return AIM, {"fraction": figure.printed, "before": before.isoformat()}
    if figure.relation is Relation.PCT_OF_PLAN:
        return OTHER, {}
    authority = authority_in(figure.plan or figure.quote.words, catalogue=scene.catalogue)
    printed = printed_for(figure, indicator=scene.catalogue.indicators.get(indicator))
    return TARGET, {"printed": printed, "authority": authority, "version": "1", **({"period": figure.period} if figure.period else {})}


def _due(figure: ProposedFigure, reading: Reading) -> ProposedDeadline | None:
    """Return the deadline that stands in the same sentence."""
    for sentence in reading.sentences:
        if sentence.start <= figure.quote.start < sentence.end:
            inside = [due for due in reading.deadlines if sentence.start <= due.quote.start < sentence.end]
            return min(inside, key=lambda due: abs(due.quote.start - figure.quote.start), default=None)
    return None


def _before(due: ProposedDeadline) -> date | None:
    """Return the first day on which it is too late; None where the deadline names no day."""
    try:
        day = date.fromisoformat(due.date)
    except ValueError:
        return None
    return day if "trước" in due.quote.words.lower() else day + timedelta(days=1)


def authority_in(words: str, *, catalogue: Catalogue) -> str:
    """Return who gave the plan that the words name; `unnamed` where they name nobody."""
    folded = f" {vietnamese.fold(words)} ".replace(" tp ", " thanh pho ").replace("(", " ").replace(")", " ")
    for authority in sorted(catalogue.authorities.values(), key=lambda one: one.order):
        if f" {vietnamese.fold(authority.words)} " in " ".join(["", *folded.split(), ""]):
            return authority.id
    return UNNAMED


def printed_for(figure: ProposedFigure, *, indicator: Indicator | None) -> str:
    """Return the amount in words that the indicator's measure understands; as it stands where none is known."""
    if indicator is None or figure.out_of is not None:
        return figure.printed
    fitted = refit(figure.printed, indicator=indicator)
    if figure.measure == "VND" and fitted == figure.printed and indicator.measure.dimension == "đồng" and not _is_amount(fitted):
        return f"{vietnamese.write_number(_plain(figure.value / indicator.measure.factor))} {indicator.measure.label}"
    return fitted


def refit(printed: str, *, indicator: Indicator) -> str:
    """Return a printed amount with its measure in the indicator's own spelling, where both count the same; else as it stands.

    "300 cây xanh" is 300 cây of an indicator that counts cây; "154,3 tỷ" of one that counts đồng is 154,3 tỷ đồng.
    """
    found = NUMBER_FIRST.fullmatch(printed.strip())
    if not found:
        return printed
    own = indicator.measure
    number, said = found[1], " ".join(found[2].split())
    try:
        if said and Measure.named(said).dimension == own.dimension:
            return printed
    except UnknownMeasure:
        pass
    if own.dimension.partition("/")[0] == "đồng" and said.lower() in MULTIPLES:
        return f"{number} {said} {own.dimension}"
    if not said and own.factor == 1:
        return f"{number} {own.label}"
    return f"{number} {own.label}" if _counts_alike(said, own) else printed


NUMBER_FIRST = re.compile(r"([-+]?\d[\d.,]*)\s*([^\d]*)")
MULTIPLES = ("tỷ", "tỉ", "triệu", "nghìn", "ngàn", "nghìn tỷ", "nghìn tỉ", "ngàn tỷ", "trăm triệu")


def _is_amount(printed: str) -> bool:
    try:
        vietnamese.read_quantity(printed)
    except (vietnamese.NotANumber, UnknownMeasure):
        return False
    return True


def day_of(document: Document) -> date | None:
    """Return the last day of the year that a document speaks of; None where it names no year."""
    year = periods.year_of(clean(document.lay().text[:100_000]).low)
    return date(year, 12, 31) if year else None


def _plain(value: Decimal) -> Decimal:
    return value.quantize(Decimal(1)) if value == value.to_integral_value() else value.normalize()


def _counts_alike(said: str, own: Measure) -> bool:
    """Whether a counted noun is that of a measure, said longer or shorter: "cây xanh" and "cây"."""
    return bool(said) and own.factor == 1 and (said.startswith(f"{own.dimension} ") or own.dimension.startswith(f"{said} "))


def _of_task(task: TaskRead, scene: Scene) -> Suggestion:
    quote = Quote(task.start, task.end, scene.reading.text[task.start : task.end])
    day = task.due_on or task.report_on
    fields = {
        "body": scene.body, "period": scene.period or (f"{day.year}" if day else f"{scene.catalogue.on.year}"), "task": task.task,
        "lead": task.lead, "lead_words": task.lead_words, "helping": "\n".join(task.helping), "helping_words": task.helping_words,
        "measure": task.measure, "due_on": task.due_on.isoformat() if task.due_on else "", "due_words": task.due_words,
        "report_on": task.report_on.isoformat() if task.report_on else "", "strength": task.strength,
    }  # fmt: skip
    confidence = 85 if task.lead and scene.body else 60
    return Suggestion(
        DIRECTIVE, quote.start, quote.end, place_of(quote, paragraphs=scene.paragraphs), quote.words,
        {name: value for name, value in fields.items() if value}, about=task.lead_words, confidence=confidence,
    )  # fmt: skip


def _of_difficulty(sentence: ReadSentence, scene: Scene) -> Suggestion:
    words = " ".join(scene.reading.text[sentence.start : sentence.end].split())
    who, said = _speaker(words, scene.reading)
    fields = {"body": scene.body, "period": scene.period, "title": said[:LONGEST_TITLE], "remark": f"Người nêu: {who}." if who else ""}
    return _of_sentence(BOTTLENECK, sentence, scene, fields=fields, confidence=60 if scene.body and scene.period else UNSURE)


def _speaker(words: str, reading: Reading) -> tuple[str, str]:
    """Return who speaks and what is said, of "Bí thư … Nguyễn Văn A: xi măng về chậm"; nobody where no person is named before a colon."""
    who, colon, said = words.partition(":")
    named = colon and len(who) < 120 and any(person.name in who for person in reading.people)
    return (who.strip(), said.strip()) if named and said.strip() else ("", words)


def _of_grades(sentence: ReadSentence, scene: Scene) -> Iterator[Suggestion]:
    for grade in grades_in(scene.reading.text[sentence.start : sentence.end], linker=scene.linker):
        fields = {"indicator": grade.indicator, "body": scene.body, "period": scene.period, "word": grade.word}
        one = _of_sentence("grade", sentence, scene, fields=fields, confidence=grade.score if scene.body and scene.period else UNSURE)
        yield replace(one, subject=grade.subject)


def _of_sentence(kind: str, sentence: ReadSentence, scene: Scene, *, fields: dict[str, str], confidence: int) -> Suggestion:
    raw = scene.reading.text[sentence.start : sentence.end]
    start = sentence.start + len(raw) - len(raw.lstrip())
    quote = Quote(start, start + len(raw.strip()), raw.strip())
    return Suggestion(
        kind, quote.start, quote.end, place_of(quote, paragraphs=scene.paragraphs), quote.words,
        {name: value for name, value in fields.items() if value}, confidence=confidence,
    )  # fmt: skip
