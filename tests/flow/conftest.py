"""What a journey may ask for: books on both databases, and who stands at the door."""

from tests.books import by, ha_tinh, town

__all__ = ["by", "ha_tinh", "town"]
