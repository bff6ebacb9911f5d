from __future__ import annotations

import json
from decimal import Decimal

from giaoban.reading import as_json, read_text
from giaoban.reading.shape import number
from tests.unit.reading.texts import REPORT


def test_the_shape_of_a_reading() -> None:
    """Lists by kind; every quote at its place; plain JSON."""
    shape = as_json(read_text(REPORT, document="a.txt"), id="a")
    assert json.loads(json.dumps(shape)) == shape
    assert list(shape) == ["id", "figures", "deadlines", "citations", "people", "sentences", "new_indicators", "doubts"]
    assert all(
        REPORT[one["start"] : one["end"]] == one["quote"] for kind in ("figures", "deadlines", "citations", "people") for one in shape[kind]
    )
    (cited,) = shape["citations"]
    assert (cited["number"], cited["type"], cited["date"], cited["issuer"]) == ("14/2030/QĐ-UBND", "Quyết định", "2030-06-05", "UBND tỉnh")


def test_optional_keys_stand_only_where_they_say_something() -> None:
    """Whole of N of M, upper end, direction, target."""
    of, change, doubt = as_json(read_text("Có 5/9 tiêu chí, giảm 10-12% so với cùng kỳ, tăng 4 lần.", document="a"), id="a")["figures"]
    assert (of["of"], "direction" in of, "target" in of) == (9, False, False)
    assert (change["value_max"], change["direction"]) == (12, "down")
    assert doubt["unit"] == "lần"


def test_doubts_are_said_in_the_language() -> None:
    """With the place and the way out."""
    found = read_text("Tiêm phòng đạt 60% (3.060/6.679 con).", document="a")
    assert "do not agree" in as_json(found, id="a", language="en")["doubts"][0]["sentence"]


def test_numbers_are_json_numbers() -> None:
    """Whole ones without a point."""
    assert [json.dumps(number(Decimal(value))) for value in ("1E+3", "81.20", "5")] == ["1000", "81.2", "5"]
