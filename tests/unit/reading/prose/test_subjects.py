from __future__ import annotations

import pytest

from giaoban.reading.prose import subjects


@pytest.mark.parametrize(
    ("said", "subject"),
    [
        ("Trong đó, thu nội địa ước đạt ", "thu nội địa"),
        ("Tổng thu ngân sách nhà nước thực hiện ", "Tổng thu ngân sách nhà nước"),
        ("UBND tỉnh Mẫu đã duyệt chi ", "duyệt chi"),
        ("Một số chỉ tiêu khá như: thu ngân sách (đạt ", "thu ngân sách"),
        ("kế tiếp là Nhật Bản ", "Nhật Bản"),
        ("với tổng mức đầu tư ", "tổng mức đầu tư"),
        ("Sản lượng của tỉnh Mẫu đạt ", "Sản lượng"),
        ("tổng sản phẩm trong tỉnh (GRDP) tăng ", "tổng sản phẩm trong tỉnh (GRDP)"),
        (", tăng ", ""),
        ("Sản lượng nhờ 3 5 ", "Sản lượng nhờ 3 5"),
        (" và ", ""),
    ],
)
def test_what_the_words_to_the_left_name(said: str, subject: str) -> None:
    """Verbs, places and connecting words are left out."""
    assert subjects.to_the_left(said, blank=[], start=0, end=len(said)) == subject


def test_times_are_no_subject() -> None:
    """They are handed in as blank stretches."""
    said = "Năm 2031, thu ngân sách quý I đạt "
    assert subjects.to_the_left(said, blank=[(0, 8), (24, 29)], start=0, end=len(said)) == "thu ngân sách"


def test_the_counted_noun_with_its_words() -> None:
    """Up to the next verb or mark."""
    assert subjects.to_the_right("hộ bị ảnh hưởng và 5 xã", start=0, end=23) == "hộ bị ảnh hưởng"
    assert subjects.to_the_right("hộ", start=0, end=2) == "hộ"


def test_the_name_of_a_plan() -> None:
    """Without the words that lead to it."""
    assert [subjects.plan_named(said) for said in (" so với chỉ tiêu tỉnh giao (", " kế hoạch")] == ["chỉ tiêu tỉnh giao", "kế hoạch"]


def test_places_and_nouns() -> None:
    """A place alone is no subject, if there is another."""
    assert [subjects.is_place(said) for said in ("huyện Mẫu Sơn", "Mẫu Sơn", "thu ngân sách")] == [True, True, False]
    assert [subjects.has_noun(said) for said in ("đạt", "ước đạt", "thu ngân sách")] == [False, False, True]


@pytest.mark.parametrize(
    ("said", "subject"),
    [
        ("khu vực nông, lâm nghiệp và thủy sản tăng ", "khu vực nông, lâm nghiệp và thủy sản"),
        ("tổng kim ngạch xuất, nhập khẩu đạt ", "tổng kim ngạch xuất, nhập khẩu"),
        ("khu vực công nghiệp - xây dựng chiếm ", "khu vực công nghiệp - xây dựng"),
        ("do giá vật liệu tăng nên sản lượng gạch chỉ đạt ", "sản lượng gạch"),
        ("tổng sản phẩm trên địa bàn (trừ dầu khí) của tỉnh tăng ", "tổng sản phẩm trên địa bàn"),
        ("tốc độ tăng trưởng của tỉnh đạt ", "tốc độ tăng trưởng"),
        ("tỷ lệ thôn có nhà văn hóa đạt ", "tỷ lệ thôn có nhà văn hóa"),
    ],
)
def test_names_of_many_words(said: str, subject: str) -> None:
    """Commas and dashes inside one name, brackets beside it, a reason before it."""
    assert subjects.to_the_left(said + "5", blank=[], start=0, end=len(said)) == subject
