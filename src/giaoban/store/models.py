"""Where Django looks for tables: it imports a module of this name, and ours lie in tables.py."""

from giaoban.store.tables import Account, BodyHome, Book, Document, Entry, Grant, Incoming, Person, Schema, Standing, Text, Waiting

__all__ = ["Account", "BodyHome", "Book", "Document", "Entry", "Grant", "Incoming", "Person", "Schema", "Standing", "Text", "Waiting"]
