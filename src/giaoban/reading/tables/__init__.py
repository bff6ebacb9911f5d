"""Tables of a report → proposed figures, each with its cell."""
