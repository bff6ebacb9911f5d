from __future__ import annotations

from giaoban.reading.prose import places


def test_the_place_last_named_counts_else_the_first() -> None:
    """A sentence that names none keeps the text's own."""
    text = "Tỉnh Mẫu họp. Xã Mẫu Sơn đạt 5 tỷ. Cả nước đạt 6 tỷ."
    found = places.scan(text)
    assert [named.name for named in found.found] == ["Tỉnh Mẫu", "Xã Mẫu Sơn", "Cả nước"]
    assert found.at(text.index("5"), since=14) == "Xã Mẫu Sơn"
    assert found.at(text.index("6"), since=len(text) - 2) == "Tỉnh Mẫu"
    assert places.scan("không nơi nào").at(5, since=0) == ""


def test_a_person_is_no_place() -> None:
    """ "Chủ tịch UBND phường Lê Văn Mẫu" names no ward."""
    assert places.scan("UBND phường Lê Văn Mẫu", people=("Lê Văn Mẫu",)).found == ()
