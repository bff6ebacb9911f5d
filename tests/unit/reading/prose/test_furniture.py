from __future__ import annotations

from giaoban.reading.prose import furniture

BODY = "phường mẫu an thu ngân sách đạt kết quả khá trong quý đầu năm. " * 6


def test_the_text_ends_where_the_site_begins() -> None:
    """Teasers after "Đọc thêm" tell of other matters."""
    page = f"tiêu đề\n{BODY}\n\nđọc thêm\ngiá xăng giảm 5%"
    assert page[: furniture.body_end(page)].endswith("\n\n")
    assert furniture.body_end(BODY) == len(BODY)


def test_a_short_page_is_kept_whole() -> None:
    """A heading of that name at the top is no end."""
    assert furniture.body_end("đọc thêm\nthu đạt 5 tỷ") == len("đọc thêm\nthu đạt 5 tỷ")


def test_credits_are_told() -> None:
    """Who took the picture, where to download."""
    page = "quang cảnh buổi họp. ảnh: mẫu văn 3 hộ\ntải về công văn 5\nthu đạt 5 tỷ"
    assert [page[start:end] for start, end in furniture.credit_lines(page)] == ["ảnh: mẫu văn 3 hộ", "tải về công văn 5"]
