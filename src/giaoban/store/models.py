"""Where Django looks for tables: it imports a module of this name, and ours lie in tables.py."""

from giaoban.store.tables import Account, BodyHome, Book, Document, Entry, Grant, Person, Schema, Standing, Text

__all__ = ["Account", "BodyHome", "Book", "Document", "Entry", "Grant", "Person", "Schema", "Standing", "Text"]
