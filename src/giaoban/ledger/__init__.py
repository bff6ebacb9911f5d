"""Append-only entries, as known at a moment."""

from giaoban.ledger import notation, shorthand
from giaoban.ledger.admission import Admitted, admit
from giaoban.ledger.book import VIETNAM, Book, day_of, end_of_day
from giaoban.ledger.chain import Sealed, Verdict, seal, walk
from giaoban.ledger.definitions import decode_definition, encode_definition, known_definitions
from giaoban.ledger.entry import GENESIS, Draft, Entry, Head
from giaoban.ledger.figures import Cell, Fact, Figure, Grade, Stated, Target, Withdrawal, decode, encode

__all__ = [
    "GENESIS", "VIETNAM", "Admitted", "Book", "Cell", "Draft", "Entry", "Fact", "Figure", "Grade", "Head", "Sealed", "Stated",
    "Target", "Verdict", "Withdrawal", "admit", "day_of", "decode", "decode_definition", "encode", "encode_definition",
    "end_of_day", "known_definitions", "notation", "seal", "shorthand", "walk",
]  # fmt: skip
