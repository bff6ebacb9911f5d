"""The only database: it remembers and never judges. To be used once `open_database` has returned."""

from giaoban.store import books, documents, inbox, people, texts
from giaoban.store.blanking import Blanking, Tally
from giaoban.store.books import Cover
from giaoban.store.documents import Kept
from giaoban.store.drivers import together
from giaoban.store.faults import Fault, NotKept, WasBlanked
from giaoban.store.opening import open_database
from giaoban.store.people import Login, Person, Right

__all__ = [
    "Blanking",
    "Cover",
    "Fault",
    "Kept",
    "Login",
    "NotKept",
    "Person",
    "Right",
    "Tally",
    "WasBlanked",
    "books",
    "documents",
    "inbox",
    "open_database",
    "people",
    "texts",
    "together",
]
