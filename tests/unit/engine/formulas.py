"""What formulas come to, for six bodies: all known; a unknown; a not applicable; a lost; b not applicable; both nothing."""

from __future__ import annotations

NONE, NA, LOST = None, "không áp dụng", "mất"
Told = float | str | None
SIDES: dict[str, tuple[Told, ...]] = {"a": (6, NONE, NA, LOST, 6, 0), "b": (2, 2, 2, 2, NA, 0)}
CASES: list[tuple[str, list[Told]]] = [
    ("{a} + {b}", [8, NONE, 2, LOST, 6, 0]),  # what does not apply counts nothing
    ("{a} - {b}", [4, NONE, -2, LOST, 6, 0]),
    ("{a} * {b}", [12, NONE, NA, LOST, NA, 0]),
    ("{a} / {b}", [3, NONE, NA, LOST, NA, NONE]),  # nothing is divided by 0
    ("-{a}", [-6, NONE, NA, LOST, -6, 0]),
    ("{a} + 5", [11, NONE, NA, LOST, 11, 5]),
    ("neu_thieu({a}; {b}; 7)", [6, 2, 2, 2, 6, 0]),
    ("neu_thieu({a}; {a})", [6, NONE, NA, LOST, 6, 0]),
    ("nho_nhat({a}; {b})", [2, NONE, 2, LOST, 6, 0]),
    ("lon_nhat({a}; {b}; 5)", [6, NONE, 5, LOST, 6, 5]),
    ("neu({b} > 1; {a}; 1)", [6, NONE, NA, LOST, NA, 1]),
    ("neu({a} >= {b} va {b} <> 0; 1; 0) * {b}", [2, NONE, NA, LOST, NA, 0]),
    ("neu({a} = 0 hoac {b} < 1; 1; 2) * {b}", [4, NONE, NA, LOST, NA, 0]),
    ("{a} * ky_thu / so_ky", [2.5, NONE, NA, LOST, 2.5, 0]),
    ("{a} * 0,5", [3, NONE, NA, LOST, 3, 0]),
    ("{a} * 100 / {b}", [3, NONE, NA, LOST, NA, NONE]),  # a power of ten only says the measure
    ("{a} * (60 + 40) / {b}", [300, NONE, NA, LOST, NA, NONE]),
    ("ty_le_bao_cao({a}) * {b}", [12, NONE, NA, LOST, NA, 0]),
]
