from __future__ import annotations

from tests.unit.reading.texts import REPORT, figures, told


def test_a_report_gives_its_figures() -> None:
    """Level, rate of plan, growth, N of M, three bases in one clause, an aim, money in two multiples."""
    assert told(REPORT) == [
        ("4250000000", "VND", "level", "2031-Q1"),
        ("26.5", "%", "pct_of_plan", "2031-Q1"),
        ("12.4", "%", "growth_vs_same_period", "2031-Q1"),
        ("1100000000", "VND", "level", "2031-Q1"),
        ("15", "%", "pct_of_plan", "2031-Q1"),
        ("870000000", "VND", "level", "2031-Q1"),
        ("31", "%", "pct_of_plan", "2031-Q1"),
        ("215", "ha", "level", "2031-Q1"),
        ("97.7", "%", "pct_of_plan", "2031-Q1"),
        ("1250", "con", "level", "2031-Q1"),
        ("8", "%", "growth_other", "2031-Q1"),
        ("735000000000", "VND", "level", "2031-03-31"),
        ("88.7", "%", "pct_of_plan", "2031-03-31"),
        ("68", "%", "pct_of_plan", "2031-03-31"),
        ("153", "%", "pct_of_same_period", "2031-03-31"),
        ("12", "hộ", "level", "2031-03-31"),
        ("80", "%", "pct_of_plan", "2031-03-31"),
        ("2500000000", "VND", "level", "2031-03-31"),
    ]


def test_an_estimate_governs_one_number() -> None:
    """The percentage after it is exact."""
    assert [figure.qualifier.value for figure in figures(REPORT)][:2] == ["estimate", "exact"]


def test_aims_are_told_from_results() -> None:
    """And the plan in brackets after a rate is one, with the plan's name and year."""
    actual, rate, plan = figures("Đến 15/8/2031 thu được 7.416 tỷ đồng, bằng 80% chỉ tiêu tỉnh giao (9.270 tỷ đồng).")
    assert [figure.target for figure in (actual, rate, plan)] == [False, False, True]
    assert (plan.subject, plan.period) == ("chỉ tiêu tỉnh giao", "2031")
    assert [figure.target for figure in figures("Phấn đấu thu 9 tỷ đồng. Giải ngân đã đạt 5 tỷ đồng.")] == [True, False]
    said = "Trật tự được giữ vững; thả cá giống vượt kế hoạch (đạt 131% kế hoạch). Phấn đấu vượt kế hoạch, đạt 105%."
    assert [figure.target for figure in figures(said)] == [False, True]


def test_times_without_a_base_are_occurrences() -> None:
    """ "2 lần" is no figure, "gấp 2 lần cùng kỳ" is."""
    assert told("Họp 2 lần; thu gấp 3 lần cùng kỳ.") == [("3", "lần", "pct_of_same_period", None)]


def test_a_base_said_first_holds_for_the_sentence() -> None:
    """ "So với cùng kỳ, … tăng 15%"."""
    assert [(value, relation) for value, _, relation, _ in told("So với cùng kỳ năm 2030, thu tăng 15%.")] == [
        ("15", "growth_vs_same_period")
    ]
