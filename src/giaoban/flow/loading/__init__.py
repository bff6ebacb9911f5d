"""How a case finds its way into a book: what it says, what of that the book does not say yet, and the recording."""
