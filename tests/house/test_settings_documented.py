"""Every setting of an installation stands in the operators' page."""

from __future__ import annotations

from pathlib import Path

from giaoban import config

PAGE = Path(__file__).parents[2] / "docs" / "operating" / "README.md"


def test_every_setting_is_on_the_operators_page() -> None:
    """The table names each setting with its environment variable, its default and what it is."""
    text = PAGE.read_text("utf-8")
    missing = [one.name for one in config.SETTINGS if f"| {one.name} | `GIAOBAN_{one.name.upper()}`" not in text or one.help_en not in text]
    assert missing == []
