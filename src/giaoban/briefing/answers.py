"""How is one answer said, and how is it explained: "Nguồn và cách tính" as plain text.

The number first, in words; then the sum line by line, with who reported, when,
in which document and at which place; then the rule, and what is lacking.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator

from giaoban.briefing.legend import Legend
from giaoban.briefing.notes import Notes, sentence_of, wrapped
from giaoban.briefing.sentence import row_sentence
from giaoban.briefing.stamp import instant_words
from giaoban.catalogue import Window
from giaoban.engine import Board, Explanation, FormulaTerm, Line, Row
from giaoban.findings.finding import amount, name_of
from giaoban.values import Quality

WIDTH = 100
Who = Callable[[str], str | None]
ASKED = {
    "value": "trong kỳ", "to_date": "lũy kế từ đầu năm", "same_period": "cùng kỳ năm trước", "growth": "tăng, giảm so với cùng kỳ",
    "target": "kế hoạch", "attainment": "so với kế hoạch", "stated": "tỷ lệ theo nguồn", "status": "đánh giá", "rank": "thứ hạng",
}  # fmt: skip
ROLES = {
    "numerator": "tử số", "denominator": "mẫu số", "weight": "quyền số", "target": "kế hoạch", "stated": "tỷ lệ theo nguồn",
    "same_period": "cùng kỳ", "term": "thành phần", "report": "báo cáo đã có",
}  # fmt: skip
MARKS = {
    "apportioned": "Có phần phân bổ theo tỷ lệ công bố.",
    "not_comparable": "Chưa so sánh được: địa giới đã thay đổi, chưa có tỷ lệ phân bổ.",
    "implied": "Số suy ra từ tỷ lệ ghi trong văn bản, không phải số báo cáo.",
}


def row_lines(board: Board, *, legend: Legend) -> list[str]:
    """Return a sentence for every row of the board, and the notes that they call."""
    notes = Notes()
    window = Window.of(board.period)
    said = [sentence for row in board.rows for sentence in wrapped(_sentence(row, board, window, legend, notes), width=WIDTH, rest="  ")]
    below = notes.lines(width=WIDTH)
    return [*said, *(["", *below] if below else [])]


def _sentence(row: Row, board: Board, window: Window, legend: Legend, notes: Notes) -> str:
    place = "" if row.body == board.body else f"{row.body_name}: "
    if row.value is None and not row.stated and row.state != "known":
        said = f"{name_of(row)}: {row.reason or 'chưa có số liệu'}."
    else:
        said = row_sentence(row, window=window, legend=legend, notes=notes)
    if row.mark == "implied" and row.interval:
        low, high = row.interval
        said = f"{said[:-1]} (số suy ra, trong khoảng từ {amount(low)} đến {amount(high)})."
    return place + said


def explanation_text(explanation: Explanation, *, who: Who | None = None) -> str:
    """Return where a number comes from and how it was computed, as text.

    Args:
        who: Turns the id of a person into a name; None or an empty answer leaves the id.
    """
    row = explanation.row
    lines = [f"{name_of(row)}, {row.body_name}: {ASKED[explanation.what.value]}", "", *wrapped(number_words(explanation), width=WIDTH), ""]
    if explanation.terms:
        lines += ["Thành phần của công thức:", *(text for term in explanation.terms for text in _term(term)), ""]
    if explanation.lines:
        lines += ["Nguồn:", *(text for line in explanation.lines for text in _line(line, who))]
    if explanation.lacking:
        lines += ["", "Còn thiếu:", *(text for gap in explanation.lacking for text in wrapped(gap, width=WIDTH, first="- "))]
    lines += ["", *wrapped(f"Cách tính: {explanation.rule}", width=WIDTH)]
    if explanation.mark in MARKS:
        lines += wrapped(MARKS[explanation.mark], width=WIDTH)
    if row.notes:
        lines += ["", "Ghi chú:", *(text for note in row.notes for text in wrapped(sentence_of(note), width=WIDTH, first="- "))]
    return "\n".join(lines)


def number_words(explanation: Explanation) -> str:
    """Return the number that is explained as it would stand in a report, with its reason; a dash and why where there is none."""
    if explanation.value is None:
        return f"– ({explanation.reason or 'chưa có số liệu'})"
    is_ratio = explanation.measure == "lần"
    said = f"{amount(explanation.value)} lần" if is_ratio else f"{amount(explanation.value)} {explanation.measure}"
    shown = f"{said} ({amount(explanation.value * 100)}%)" if is_ratio else said
    interval = explanation.row.interval if explanation.what.value == "value" else explanation.row.same_period.interval
    if explanation.mark == "implied" and interval:
        shown += f", trong khoảng từ {amount(interval[0])} đến {amount(interval[1])}"
    reason = f": {explanation.reason}" if explanation.reason else ""
    return f"{shown}{reason}"


def _term(term: FormulaTerm) -> Iterator[str]:
    value = "chưa có số liệu" if term.value is None else f"{amount(term.value)} {term.measure}"
    window = f", {Window.of(term.period).words}" if term.period else ", không có kỳ trước"
    yield from wrapped(f"{term.name} {term.words}{window}: {value}", width=WIDTH, first="- ")


def _line(line: Line, who: Who | None) -> Iterator[str]:
    times = "" if line.weight == 1 else "trừ đi, " if line.weight == -1 else f"× {amount(line.weight)}, "
    role = f"{ROLES.get(line.role, line.role)}, " if line.role else ""
    quality = f" ({Quality(line.quality).words})" if line.quality else ""
    named = f"{line.indicator_name}, " if line.role in ("term", "report") else ""
    what = f"{times}{role}{named}{line.body_name}, {Window.of(line.period).words}: {line.printed}{quality}"
    yield from wrapped(what, width=WIDTH, first="- ")
    how = f"mục {line.entry}, ghi {instant_words(line.recorded_at)}, người ghi {(who(line.by) if who else None) or line.by}, qua {line.via}"
    yield from wrapped(how, width=WIDTH, first="  ")
    for source in line.sources:
        yield from wrapped(f"nguồn: {source}", width=WIDTH, first="  ")
    if line.remark:
        yield from wrapped(f"ghi chú: {line.remark}", width=WIDTH, first="  ")
    for number, printed, at in line.earlier:
        yield from wrapped(f"trước đó: {printed} (mục {number}, ghi {instant_words(at)})", width=WIDTH, first="  ")
