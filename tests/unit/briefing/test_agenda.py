"""Does an agenda put one question a regime, and name its meeting?"""

from __future__ import annotations

from datetime import date

from giaoban.briefing import Agenda
from giaoban.catalogue import Window
from giaoban.engine import Question

AGENDA = Agenda("ha-tinh", "2021-Q1", ("giao-ban", "kho-bac"), indicators=("thu-ngan-sach",))


def test_each_regime_is_asked_in_its_own_calendar() -> None:
    """The meeting's own regime comes first."""
    frame, on = date(2021, 3, 31), date(2021, 4, 20)
    assert AGENDA.questions(frame=frame, on=on) == (
        Question("ha-tinh", Window.of("2021-Q1"), "giao-ban", frame, on, units=True, indicators=("thu-ngan-sach",)),
        Question("ha-tinh", Window.of("2021-Q1"), "kho-bac", frame, on, units=True, indicators=("thu-ngan-sach",)),
    )


def test_a_meeting_without_a_name_is_the_briefing_of_its_period() -> None:
    assert AGENDA.title == "giao ban quý I/2021"
    assert Agenda("ha-tinh", "2021-Q1", ("giao-ban",), meeting="hội nghị giao ban tháng 4").title == "hội nghị giao ban tháng 4"


def test_an_agenda_is_data() -> None:
    assert AGENDA.data() == {
        "title": "giao ban quý I/2021",
        "held_on": None,
        "for_office": False,
        "for_chair": False,
        "regimes": ["giao-ban", "kho-bac"],
        "units": True,
        "indicators": ["thu-ngan-sach"],
    }
    assert Agenda("ha-tinh", "2021-Q1", (), held_on=date(2021, 4, 20)).data()["held_on"] == "2021-04-20"
