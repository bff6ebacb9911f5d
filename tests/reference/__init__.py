"""The engine again, slow and obvious: decimals and dictionaries, one body at a time."""
