"""Things equal by content: periods, quantities, measures, references, problems, Vietnamese."""

from giaoban.values import vietnamese
from giaoban.values.grade import GradeWord, Scale, Standing
from giaoban.values.measure import Measure, MeasureClash, Step, UnknownMeasure
from giaoban.values.period import Period
from giaoban.values.problem import Problem, Said, Severity
from giaoban.values.quantity import Quality, Quantity, TooFine
from giaoban.values.ref import Source, Span

__all__ = [
    "GradeWord",
    "Measure",
    "MeasureClash",
    "Period",
    "Problem",
    "Quality",
    "Quantity",
    "Said",
    "Scale",
    "Severity",
    "Source",
    "Span",
    "Standing",
    "Step",
    "TooFine",
    "UnknownMeasure",
    "vietnamese",
]
