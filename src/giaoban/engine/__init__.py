"""Figures → answers: the cube, the measures, the board, and why."""

from giaoban.cube import Cube, NewAxis, Series, TooLarge, build, follow
from giaoban.engine.answer import Answer, Use
from giaoban.engine.ask import Asked, NoSuchBody, answered, ask, prepare
from giaoban.engine.blocks import about
from giaoban.engine.board import Board, Disagreement, PlanShare, Row, SamePeriod, StatedShare
from giaoban.engine.changes import Change, Changes, Reason, Turn, changes
from giaoban.engine.explain import Explanation, Line, What, explain
from giaoban.engine.fast import warm
from giaoban.engine.question import Question
from giaoban.engine.rank import Ranking
from giaoban.engine.scene import Archive
from giaoban.engine.status import Level, Status
from giaoban.engine.terms import FormulaTerm
from giaoban.engine.tracer import Tracer
from giaoban.engine.trend import NotedLevel, PlanPath, Trend, TrendPoint, trend

__all__ = [
    "Answer", "Archive", "Asked", "Board", "Change", "Changes", "Cube", "Disagreement", "Explanation", "FormulaTerm", "Level", "Line",
    "NewAxis", "NoSuchBody", "NotedLevel", "PlanPath", "PlanShare", "Question", "Ranking", "Reason", "Row", "SamePeriod", "Series",
    "StatedShare", "Status", "TooLarge", "Tracer", "Trend", "TrendPoint", "Turn", "Use", "What", "about", "answered", "ask", "build",
    "changes", "explain", "follow", "prepare", "trend", "warm",
]  # fmt: skip
