"""What a person can do: one file per step."""

from giaoban.engine import Explanation, What
from giaoban.flow import moment, users
from giaoban.flow.access import Act, Actor, actor
from giaoban.flow.answer import answer, explain, legend, name_of
from giaoban.flow.blank import blank
from giaoban.flow.brief import brief
from giaoban.flow.changes import changes
from giaoban.flow.desk import Wanted
from giaoban.flow.export import export
from giaoban.flow.forecast import Ahead, forecast
from giaoban.flow.load import Loaded, Manner, load_case, load_files, load_shipped
from giaoban.flow.opening import Fault, open_house
from giaoban.flow.publish import publish
from giaoban.flow.read import Received, read, read_for
from giaoban.flow.refusal import Refused
from giaoban.flow.trend import trend
from giaoban.flow.verify import Audit, Claim, books, claim, dump, rebuild, verify

__all__ = [
    "Act", "Actor", "Ahead", "Audit", "Claim", "Explanation", "Fault", "Loaded", "Manner", "Received", "Refused", "Wanted", "What",
    "actor", "answer", "blank", "books", "brief", "changes", "claim", "dump", "explain", "export", "forecast", "legend", "load_case",
    "load_files", "load_shipped", "moment", "name_of", "open_house", "publish", "read", "read_for", "rebuild", "trend", "users",
    "verify",
]  # fmt: skip
