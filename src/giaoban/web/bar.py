"""What stands on the bar on top of every page, and around every page of figures?"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from django.http import HttpRequest
from django.utils.translation import gettext_lazy as _

from giaoban import flow
from giaoban.briefing.stamp import instant_words
from giaoban.values import vietnamese
from giaoban.web.asked import Asked


@dataclass(frozen=True, slots=True)
class Room:
    """A place on the bar (mục trên thanh đầu trang).

    Args:
        url: Name of the address that it leads to.
        begins: Words with which the paths of its pages begin.
    """

    name: Any
    url: str
    begins: tuple[str, ...]


# One line for each place of work, in the order of the bar.
ROOMS = (
    Room(_("Tổng quan"), "home", ("tong-quan", "bieu", "don-vi", "chi-tieu", "giai-thich", "tai-lieu")),
    Room(_("Văn bản đến"), "inbox_books", ("van-ban",)),
)
# The pages of the board, below the question line: first word of the path, and its name.
BOARD = (("tong-quan", _("Tổng quan")), ("bieu", _("Biểu số liệu")), ("don-vi", _("Đơn vị trực thuộc")))
PAPERS = ("tai-lieu", _("Tài liệu giao ban"))  # for those who may make a briefing


def shown(request: HttpRequest) -> dict[str, Any]:
    """Return what every page's bar needs."""
    first = request.path.split("/")[1]
    return {"rooms": [(room, first in room.begins) for room in ROOMS], "first": first}


@dataclass(frozen=True)
class QuestionLine:
    """The line under the bar: what is asked, always true, and the way to ask otherwise (dòng câu hỏi)."""

    asked: Asked
    frame: flow.Frame
    page: str

    @property
    def version(self) -> str:
        """Which version of the figures it is."""
        return instant_words(self.frame.as_known.isoformat())

    @property
    def newest(self) -> str:
        """When the newest figure was recorded."""
        return instant_words(self.frame.choices.newest)

    @property
    def map_day(self) -> str:
        """The day of the map, as a paper writes it."""
        return vietnamese.write_date(self.frame.asked.frame)

    @property
    def on_day(self) -> str:
        """The day for what is due."""
        return vietnamese.write_date(self.frame.asked.on)

    @property
    def period(self) -> str:
        """The period, as it begins a line."""
        words = self.frame.asked.window.words
        return words[:1].upper() + words[1:]

    @property
    def tabs(self) -> list[tuple[str, Any, bool]]:
        """Address and name of the pages of the board for this question, and whether each is the one shown."""
        offered = (*BOARD, PAPERS) if self.frame.may_brief else BOARD
        return [(self.asked.to(first), name, first == self.page) for first, name in offered]

    @property
    def number(self) -> str:
        """Number of the last entry that is known: a name, so without dots."""
        return str(self.frame.number)

    @property
    def code(self) -> str:
        """Code of the period, in its one spelling."""
        return self.frame.asked.window.code

    @property
    def is_offered(self) -> bool:
        """Whether the body stands among the choices."""
        return any(place.id == self.asked.body for place in self.frame.choices.places)

    @property
    def is_period_offered(self) -> bool:
        """Whether the period stands among the choices."""
        return any(code == self.code for _, periods in self.frame.choices.years for code, _ in periods)

    @property
    def version_days(self) -> list[str]:
        """Days on which something was recorded, as papers write them."""
        return [vietnamese.write_date(day) for day in self.frame.choices.versions]

    @property
    def map_days(self) -> list[tuple[str, str]]:
        """Days of new maps, with what happened."""
        return [(vietnamese.write_date(day), name) for day, name in self.frame.choices.maps]
