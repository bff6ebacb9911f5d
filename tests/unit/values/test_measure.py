"""Is each measure read as one thing however it is written, and converted without losing a digit?"""

from __future__ import annotations

from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from giaoban.values import Measure, MeasureClash, Step, UnknownMeasure
from giaoban.values.measure import MULTIPLIERS, SCALED, multiplier

DONG, TY = Measure.named("đồng"), Measure.named("tỷ đồng")


@pytest.mark.parametrize(
    ("label", "dimension", "factor"),
    [
        ("đồng", "đồng", 1),
        ("triệu đồng", "đồng", 10**6),
        ("nghìn tỷ đồng", "đồng", 10**12),
        ("trăm triệu đồng", "đồng", 10**8),
        ("vạn dân", "dân", 10**4),
        ("triệu đồng/người/năm", "đồng/người/năm", 10**6),
        ("tạ/ha", "kg/ha", 100),
        ("nghìn tấn", "kg", 10**6),
        ("km²", "m²", 10**6),
        ("người/km²", "người/km²", 1),
        ("m² sàn", "m² sàn", 1),
        ("bác sĩ/10.000 dân", "bác sĩ/10.000 dân", 1),
        ("cây", "cây", 1),
        ("nghìn", "nghìn", 1),
        ("%", "%", 1),
        ("‰", "%", Decimal("0.1")),
        ("điểm %", "điểm %", 1),
        ("kWh", "kWh", 1),
        ("USD", "USD", 1),
    ],
)
def test_a_measure_counts_its_dimension(label: str, dimension: str, factor: Decimal) -> None:
    """What is counted and how many of it one is; the label stays as it was written."""
    assert Measure.named(label) == Measure(label, dimension, Decimal(factor))
    assert str(Measure.named(label)) == label


@pytest.mark.parametrize(
    ("written", "label"),
    [
        ("tỉ đồng", "tỷ đồng"),
        ("Tỷ đồng", "tỷ đồng"),
        ("TỶ ĐỒNG", "tỷ đồng"),
        ("ty\u0309 đồng", "tỷ đồng"),  # decomposed
        ("tỷ\u00a0 đồng ", "tỷ đồng"),  # a no-break space
        ("tỷ ðồng", "tỷ đồng"),  # ð of old fonts
        ("ngàn đồng", "nghìn đồng"),
        ("triệu VNĐ", "triệu đồng"),
        ("tr.đ", "triệu đồng"),
        ("tỷ đ", "tỷ đồng"),
        ("Triệu đồng / Người / năm", "triệu đồng/người/năm"),
        ("km2", "km²"),
        ("người/km2", "người/km²"),
        ("Ha", "ha"),
        ("điểm phần trăm", "điểm %"),
        ("phần trăm", "%"),
        ("%0", "‰"),
    ],
)
def test_one_measure_has_one_spelling(written: str, label: str) -> None:
    """Capitals, short forms and fonts make no other measure."""
    assert Measure.named(written) == Measure.named(label)
    assert Measure.named(written).label == label


@pytest.mark.parametrize(
    "words", ["", " ", "/", "/năm", "đồng/", "đồng//năm", "10 triệu", "(tỷ đồng)", "đồng,", "…", "-", "tỷ\x00đồng", "đồng\ud800", "5 + 5"]
)
def test_what_names_no_measure_is_refused(words: str) -> None:
    """Nothing is guessed from numbers and marks."""
    with pytest.raises(UnknownMeasure):
        Measure.named(words)


@given(st.sampled_from(sorted(MULTIPLIERS)), st.sampled_from([*SCALED, "đồng", "người", "cây"]))
def test_a_written_measure_reads_back_to_itself(many: str, noun: str) -> None:
    """The one spelling is its own spelling."""
    measure = Measure.named(f"{many} {noun}")
    assert Measure.named(measure.label) == measure


@given(st.text(max_size=30))
def test_any_words_are_a_measure_or_are_refused(words: str) -> None:
    """And what is a measure is the same measure when its label is read again."""
    try:
        measure = Measure.named(words)
    except UnknownMeasure:
        return
    assert Measure.named(measure.label) == measure


def test_the_leading_words_of_a_label_say_how_many() -> None:
    """A word that only begins like one of them does not count."""
    found = [multiplier("nghìn tỷ đồng"), multiplier("triệu"), multiplier("trăm trăm người"), multiplier("tỷlệ")]
    assert found == [(Decimal(10) ** 12, "đồng"), (Decimal(1), "triệu"), (Decimal(10_000), "người"), (Decimal(1), "tỷlệ")]


@given(st.integers(-(10**38), 10**38), st.integers(0, 9))
def test_a_conversion_and_its_reverse_lose_nothing(digits: int, places: int) -> None:
    """Not even of numbers longer than the 28 digits that decimals keep by default."""
    value = Decimal(digits).scaleb(-places)
    assert DONG.convert(TY.convert(value, to=DONG), to=TY) == value


def test_measures_of_different_things_do_not_convert() -> None:
    """A percent is no percentage point, a billion no tree."""
    for one, other in (("%", "điểm %"), ("tỷ đồng", "cây"), ("đồng/người", "đồng")):
        with pytest.raises(MeasureClash, match="≠"):
            Measure.named(one).convert(Decimal(1), to=Measure.named(other))


def test_a_step_counts_and_is_said_in_any_measure_of_its_dimension() -> None:
    """Twelve tonnes are a hundred and twenty steps of a quintal."""
    step = Step(Decimal("0.1"), Measure.named("tấn"))
    tonne, kilo = Measure.named("tấn"), Measure.named("kg")
    assert (step.factor, step.count(Decimal(12), measure=tonne), step.count(Decimal(50), measure=kilo)) == (100, 120, Decimal("0.5"))
    assert (step.of(120, measure=tonne), step.of(3, measure=kilo)) == (12, 300)


@given(st.integers(-(10**30), 10**30))
def test_steps_said_in_a_measure_are_the_same_steps(steps: int) -> None:
    """The round from whole steps to billions and back is exact."""
    step = Step(Decimal(1), DONG)
    assert step.count(step.of(steps, measure=TY), measure=TY) == steps
