"""How is a forecast said? The words first, then the paces, then the probability with its back-test.

Whoever may not see probabilities finds none in what is handed in.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import SupportsFloat

from giaoban.briefing.notes import sentence_of, wrapped
from giaoban.findings.finding import amount, exact, name_of, percent
from giaoban.outlook import BackTest, Outlook
from giaoban.values import vietnamese

WIDTH = 100
FEW = 10  # back-tests of fewer cases are to be read with care


def headline(outlook: Outlook) -> str:
    """Return the forecast in a sentence: "Dự báo: khó đạt mốc …"; or why there is none."""
    day = vietnamese.write_date(outlook.day)
    if not outlook.verdict:
        why = f" ({outlook.reason})" if outlook.reason else ""
        return f"Chưa dự báo được việc đạt {outlook.words} đến hết ngày {day}{why}."
    is_open = outlook.probability is not None or bool(outlook.rule)
    said = f"Dự báo: {outlook.verdict}" if is_open else sentence_of(outlook.verdict)[:-1]
    return f"{said} {outlook.words} đến hết ngày {day}."


def outlook_text(outlook: Outlook) -> str:
    """Return the forecast as text, with what it rests on."""
    row = outlook.row
    lines = [f"{name_of(row)}, {row.body_name}", "", *wrapped(headline(outlook), width=WIDTH), ""]
    for said in (*_paces(outlook), *_probability(outlook), *_years(outlook)):
        lines += wrapped(said, width=WIDTH, rest="  ")
    if outlook.rule:
        lines += wrapped(f"Quy tắc: {outlook.rule}.", width=WIDTH)
    lines += [text for note in row.notes for text in wrapped(f"Ghi chú: {sentence_of(note)}", width=WIDTH)]
    return "\n".join(lines)


def _with(number: SupportsFloat, outlook: Outlook) -> str:
    measure = outlook.row.measure
    return f"{amount(number)}{'' if measure.startswith('%') else ' '}{measure}"


def _paces(outlook: Outlook) -> Iterator[str]:
    if outlook.now is None or outlook.until is None:
        return
    share = f", bằng {percent(outlook.now / outlook.level)}% mốc" if outlook.level and not outlook.row.measure.startswith("%") else ""
    yield f"Hiện có ({outlook.until.words}): {_with(outlook.now, outlook)}{share}; mốc {_with(outlook.level, outlook)}."
    if outlook.required is not None:
        asked = "Từ nay mỗi tháng còn được" if outlook.less else "Từ nay mỗi tháng cần"
        so_far = f"; bình quân đã qua: {_with(outlook.achieved, outlook)} mỗi tháng" if outlook.achieved is not None else ""
        yield f"{asked}: {_with(outlook.required, outlook)} (còn {amount(outlook.months_left)} tháng){so_far}."


def _probability(outlook: Outlook) -> Iterator[str]:
    if outlook.probability is None:
        return
    yield f"Xác suất đạt: {_likely(outlook.probability)}."
    if outlook.middle is not None and outlook.low is not None and outlook.high is not None:
        low, high = amount(outlook.low), _with(outlook.high, outlook)
        yield f"Mức dự báo đến ngày đó: {_with(outlook.middle, outlook)} (8 phần 10 là trong khoảng từ {low} đến {high})."
    yield from _tested(outlook.tested) if outlook.tested else ()


def _likely(probability: SupportsFloat) -> str:
    """Return a probability in whole percent; nobody is sure to a hundredth.

    Example:
        >>> _likely(0.4249), _likely(0.00002), _likely(0.998)
        ('42%', 'dưới 1%', 'trên 99%')
    """
    said = round(exact(probability) * 100)
    return "dưới 1%" if said < 1 else "trên 99%" if said > 99 else f"{said}%"


def _years(outlook: Outlook) -> Iterator[str]:
    if outlook.years:
        yield f"Dựa trên các năm trước và {outlook.siblings} đơn vị cùng loại:" if outlook.siblings > 1 else "Dựa trên các năm trước:"
    for one in outlook.years:
        now, then = ("–" if said is None else _with(said, outlook) for said in (one.now, one.then))
        yield f"- {one.year}: cùng thời điểm {now}, đến ngày mốc {then}"


def _tested(tested: BackTest) -> Iterator[str]:
    """Say how good such forecasts were before; figures of the back-test itself have three decimals."""
    brier, base = (amount(round(one, 3)) for one in (tested.brier, tested.base))
    better = "" if tested.brier < tested.base else " Dự báo chưa tốt hơn đoán theo tỷ lệ chung: chỉ để tham khảo."
    if not tested.base:
        better = " Các lần thử đều cùng một kết quả, nên chưa so được với đoán theo tỷ lệ chung."
    better += " Ít lần thử: đọc thận trọng." if tested.cases < FEW else ""
    yield f"Thử lại trên số liệu cũ: {tested.cases} lần, điểm Brier {brier} (đoán theo tỷ lệ chung: {base}; càng thấp càng tốt).{better}"
    for one in tested.bins:
        bounds = f"{percent(one.low)}–{percent(one.high)}%"
        yield f"- dự báo {bounds}: {one.cases} lần, trung bình {percent(one.said)}%, thực tế đạt {percent(one.came)}%"
