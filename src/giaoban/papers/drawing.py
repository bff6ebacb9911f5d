"""How is a chart's definition turned into a picture? The same bytes for the same definition, in the papers' own letters.

Nothing is fetched from anywhere: a definition brings its values, and an
address in one is refused by the converter.
"""

from __future__ import annotations

import json
from collections.abc import Mapping
from functools import cache
from typing import Any

import vl_convert

from giaoban.papers.letters import FAMILY, FONTS, clean

VERSION = "5.21"
INCH, PRINTED = 72, 200  # points in an inch; dots in one, as a picture is printed in a DOCX


def svg(spec: Mapping[str, Any], *, font: str = FAMILY) -> str:
    """Return the picture as SVG, with its letters as text.

    Args:
        spec: Vega-Lite definition with its values in it.
        font: Family of the letters; a page may name its own.
    """
    return str(_lettered().vegalite_to_svg(_plain(spec), VERSION, config={"font": font}, allowed_base_urls=[]))


def png(spec: Mapping[str, Any], *, font: str = FAMILY, dots: int = PRINTED) -> bytes:
    """Return the picture as PNG.

    Args:
        dots: In an inch of print; the definition's own measures are points.
    """
    return bytes(_lettered().vegalite_to_png(_plain(spec), VERSION, ppi=dots, config={"font": font}, allowed_base_urls=[]))


def _plain(spec: Mapping[str, Any]) -> str:
    """Return the definition as text whose order does not depend on how it was made."""
    return json.dumps(_clean(spec), ensure_ascii=False, allow_nan=False)


def _clean(found: Any) -> Any:
    """Return the definition with all its texts clean."""
    if isinstance(found, Mapping):
        return {name: _clean(value) for name, value in found.items()}
    if isinstance(found, list | tuple):
        return [_clean(value) for value in found]
    return clean(found) if isinstance(found, str) else found


@cache
def _lettered() -> Any:
    """Return the converter once it knows the letters of the papers."""
    vl_convert.register_font_directory(str(FONTS))
    return vl_convert
