"""Does each thing that admission refuses say so, and the way out, in both languages?"""

from __future__ import annotations

import pytest

from giaoban.ledger.refusals import (
    BodyNotThen,
    DoesNotApply,
    FinerThanStep,
    NotAnAmount,
    OtherMeasure,
    SaidTwice,
    UnknownId,
    UnknownPeriod,
)
from giaoban.values import Problem, Said, Severity, Span

HERE = Span.line("bc.yaml", number=7)


@pytest.mark.parametrize(
    ("problem", "vi", "en"),
    [
        (
            NotAnAmount(HERE, "mười tỷ", "thu", "tỷ đồng"),
            (
                "“mười tỷ” không phải là một số kèm đơn vị tính cho chỉ tiêu thu (đơn vị tính: tỷ đồng). "
                "Viết theo cách Việt Nam, ví dụ “1.234,5 tỷ đồng”; chưa có số liệu thì bỏ mục này, đừng ghi 0."
            ),
            (
                "“mười tỷ” is not a number with its measure for indicator thu (in tỷ đồng). "
                "Write it the Vietnamese way, as “1.234,5 tỷ đồng”; where there is no figure leave it out, never 0."
            ),
        ),
        (
            OtherMeasure(HERE, "5 cây", Said("so sánh", "comparison"), "%"),
            "“5 cây” không cùng loại với đơn vị tính của chỉ tiêu so sánh (%). Sửa đơn vị tính, hoặc chọn đúng chỉ tiêu.",
            "“5 cây” does not count what indicator comparison counts (%). Mend the measure, or choose the right indicator.",
        ),
        (
            FinerThanStep(HERE, "0,5 người", "dan-so", "1 người"),
            (
                "“0,5 người” lẻ hơn bước tính nhỏ nhất của chỉ tiêu dan-so (1 người). "
                "Làm tròn theo bước tính, hoặc định nghĩa chỉ tiêu với bước nhỏ hơn."
            ),
            (
                "“0,5 người” is finer than the smallest step of indicator dan-so (1 người). "
                "Round to the step, or define the indicator with a smaller one."
            ),
        ),
        (
            UnknownId(HERE, "đơn vị", "body", "p11", "31/3/2026", " (“p1”?)"),
            "không có đơn vị “p11” trong danh mục ngày 31/3/2026. Sửa mã (“p1”?), hoặc nạp định nghĩa trước.",
            "there is no body “p11” in the catalogue of 31/3/2026. Mend the id (“p1”?), or load its definition first.",
        ),
        (
            UnknownPeriod(HERE, "nghi-dinh-09", "2026-9M", "2021-Q1, 2021"),
            "chế độ báo cáo “nghi-dinh-09” không có kỳ “2026-9M”. Dùng một trong các kỳ, ví dụ: 2021-Q1, 2021.",
            "the regime “nghi-dinh-09” has no period “2026-9M”. Use one of its periods, for instance: 2021-Q1, 2021.",
        ),
        (
            BodyNotThen(HERE, "p1", Said("quý I/2027", "2027-Q1"), " (1/1/2010–31/12/2026)", Said(" (nay là p5)", " (now p5)")),
            "“p1” không tồn tại trong quý I/2027 (1/1/2010–31/12/2026). Ghi cho đơn vị có trong kỳ đó (nay là p5), hoặc sửa kỳ.",
            "“p1” did not exist in 2027-Q1 (1/1/2010–31/12/2026). Record it for the body of that time (now p5), or mend the period.",
        ),
        (
            SaidTwice(HERE, "Figure thu/…", Span.line("bc.yaml", number=3)),
            "Figure thu/… đã có trong cùng lần nạp, ở bc.yaml, dòng 3. Giữ một mục; nếu là đính chính, nạp riêng sau.",
            (
                "Figure thu/… is already given in the same load, at bc.yaml, line 3. "
                "Keep one of them; a correction is loaded on its own afterwards."
            ),
        ),
        (
            DoesNotApply(HERE, "tieu-chi", "p1", "phuong"),
            "chỉ tiêu tieu-chi không áp dụng cho “p1” (phuong). Xem lại; số liệu vẫn được ghi.",
            "indicator tieu-chi does not apply to “p1” (phuong). Look again; the figure is recorded all the same.",
        ),
    ],
)
def test_each_refusal_says_what_is_wrong_and_the_way_out(problem: Problem, vi: str, en: str) -> None:
    """With the place first."""
    assert [f"{problem.sentence(language)} {problem.way_out(language)}" for language in ("vi", "en")] == [
        f"bc.yaml, dòng 7: {vi}", f"bc.yaml, line 7: {en}",
    ]  # fmt: skip


def test_only_a_figure_that_does_not_apply_is_a_mere_doubt() -> None:
    """All others stop the figure."""
    kinds = [BodyNotThen, DoesNotApply, FinerThanStep, NotAnAmount, OtherMeasure, SaidTwice, UnknownId, UnknownPeriod]
    assert [kind for kind in kinds if kind.severity is not Severity.REFUSE] == [DoesNotApply]
