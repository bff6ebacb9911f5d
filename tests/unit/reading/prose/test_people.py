from __future__ import annotations

import pytest

from giaoban.reading.prose import people


def met(text: str) -> list[tuple[str, str]]:
    return [(one.name, one.role) for one in people.scan(text, until=len(text))]


@pytest.mark.parametrize(
    ("said", "name", "role"),
    [
        ("Bí thư Đảng ủy phường Mẫu An Lê Văn Mẫu: Hiện nay", "Lê Văn Mẫu", "Bí thư Đảng ủy phường Mẫu An"),
        ("ông Trần Mẫu, phó chủ tịch UBND huyện Mẫu, cho biết", "Trần Mẫu", "phó chủ tịch UBND huyện Mẫu"),
        ("Phó Thủ tướng Lê Thị Thử Mẫu giao", "Lê Thị Thử Mẫu", "Phó Thủ tướng"),
        ("Chủ tịch HĐND TP Nguyễn Thị Thử Mẫu nhìn nhận", "Nguyễn Thị Thử Mẫu", "Chủ tịch HĐND TP"),
        ("Trưởng ban Pháp chế (HĐND TP Mẫu) Vũ Văn Thử chất vấn", "Vũ Văn Thử", "Trưởng ban Pháp chế (HĐND TP Mẫu)"),
        ("Đại biểu Đỗ Văn Mẫu nhận xét", "Đỗ Văn Mẫu", "Đại biểu"),
        ("bà Hồ Thử Mẫu nói", "Hồ Thử Mẫu", ""),
    ],
)
def test_names_and_roles(said: str, name: str, role: str) -> None:
    """After a form of address or a title; the office may end in a place."""
    assert met(said) == [(name, role)]


@pytest.mark.parametrize(
    "said",
    [
        "Mẫu Văn",
        "ông Mẫu nói",
        "Chủ tịch UBND tỉnh Hà Mẫu yêu cầu",
        "Đoàn TNCS Hồ Chí Minh",
        "Chủ tịch UBND TP Hồ Chí Minh cho biết",
        "Giám đốc Sở Y tế",
    ],
)
def test_what_is_no_person(said: str) -> None:
    """Bylines, nicknames, places, unions."""
    assert met(said) == []


def test_a_person_is_met_once() -> None:
    """At the first mention with a role."""
    assert met("Ông Lê Văn Mẫu nói. Giám đốc Lê Văn Mẫu cười. Bí thư Lê Văn Mẫu về.") == [("Lê Văn Mẫu", "Giám đốc")]


def test_a_name_of_four_syllables_may_begin_with_two_family_names() -> None:
    """The whole run is the name."""
    assert met("Chủ tịch Nguyễn Lê Thử Mẫu nói") == [("Nguyễn Lê Thử Mẫu", "Chủ tịch")]


def test_a_list_of_persons_with_their_offices() -> None:
    """Behind "các đồng chí:" each has a name and an office, and no form of address."""
    said = (
        "Dự có các đồng chí: Trần Thị Mẫu - TUV, Trưởng Ban Tổ chức; Lê Thử Mẫu, Phó Bí thư Đảng ủy; Nguyễn Văn Thử – Chủ tịch UBND xã Mẫu."
    )
    assert met(said) == [
        ("Trần Thị Mẫu", "TUV, Trưởng Ban Tổ chức"),
        ("Lê Thử Mẫu", "Phó Bí thư Đảng ủy"),
        ("Nguyễn Văn Thử", "Chủ tịch UBND xã Mẫu"),
    ]
