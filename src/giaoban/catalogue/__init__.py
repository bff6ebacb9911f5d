"""What there is, by law and by date: who, what, by which rule."""

from giaoban.catalogue import loading
from giaoban.catalogue.body import BASES, USUAL_BASIS, Body, Edge, Event, Extent, Hierarchy, Nature
from giaoban.catalogue.calendar import NoSuchPeriod, PeriodKind, Regime, Window
from giaoban.catalogue.catalogue import Catalogue, build
from giaoban.catalogue.checking import check
from giaoban.catalogue.definition import Definition, understand
from giaoban.catalogue.indicator import Absence, Direction, Frequency, Indicator, OverBodies, OverTime, Own, Part, Reach
from giaoban.catalogue.rule import Authority, ForecastRule, Group, RankedBy, RankingRule, StatusRule
from giaoban.catalogue.sight import EVERYTHING, Sight
from giaoban.catalogue.synonym import Synonym

__all__ = [
    "BASES", "EVERYTHING", "USUAL_BASIS", "Absence", "Authority", "Body", "Catalogue", "Definition", "Direction", "Edge", "Event", "Extent",
    "ForecastRule", "Frequency", "Group", "Hierarchy", "Indicator", "Nature", "NoSuchPeriod", "OverBodies", "OverTime", "Own", "Part",
    "PeriodKind", "RankedBy", "RankingRule", "Reach", "Regime", "Sight", "StatusRule", "Synonym", "Window", "build", "check", "loading",
    "understand",
]  # fmt: skip
