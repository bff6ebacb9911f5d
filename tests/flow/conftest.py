"""What a journey may ask for: books on both databases, and who stands at the door."""

from tests.books import by, embedded_ha_tinh, ha_tinh, town

__all__ = ["by", "embedded_ha_tinh", "ha_tinh", "town"]
