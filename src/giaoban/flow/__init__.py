"""What a person can do: one file per step."""

from giaoban.engine import Explanation, What
from giaoban.flow import inbox, moment, users
from giaoban.flow.access import Act, Actor, actor
from giaoban.flow.answer import answer, explain, legend, name_of
from giaoban.flow.blank import blank
from giaoban.flow.brief import brief
from giaoban.flow.changes import changes
from giaoban.flow.choices import Choices
from giaoban.flow.desk import Wanted
from giaoban.flow.export import export
from giaoban.flow.forecast import Ahead, forecast
from giaoban.flow.history import History, history
from giaoban.flow.load import Loaded, Manner, load_case, load_files, load_shipped
from giaoban.flow.look import Desktop, Frame, Glance, Passage, look, shelves
from giaoban.flow.opening import Fault, open_house
from giaoban.flow.publish import publish
from giaoban.flow.read import Received, read, read_for
from giaoban.flow.recompute import Recomputed, recompute_year
from giaoban.flow.refusal import Refused
from giaoban.flow.trend import trend
from giaoban.flow.verify import Audit, Claim, books, claim, dump, rebuild, verify
from giaoban.flow.why import Reasons, why

__all__ = [
    "Act", "Actor", "Ahead", "Audit", "Choices", "Claim", "Desktop", "Explanation", "Fault", "Frame", "Glance", "History", "Loaded",
    "Manner", "Passage", "Reasons", "Received", "Recomputed", "Refused", "Wanted", "What", "actor", "answer", "blank", "books", "brief",
    "changes", "claim", "dump", "explain", "export", "forecast", "history", "inbox", "legend", "load_case", "load_files",
    "load_shipped", "look", "moment", "name_of", "open_house", "publish", "read", "read_for", "rebuild", "recompute_year", "shelves",
    "trend", "users", "verify", "why",
]  # fmt: skip
