from __future__ import annotations

import pytest

from giaoban.formats.plain import decoded, is_text


@pytest.mark.parametrize("content", ["đạt 5 tỷ".encode(), "đạt 5 tỷ".encode("utf-8-sig"), "đạt 5 tỷ".encode("utf-16")])
def test_text_is_decoded(content: bytes) -> None:
    """UTF-8 and UTF-16, with and without a mark."""
    assert decoded(content) == "đạt 5 tỷ"


def test_old_windows_text_is_decoded() -> None:
    """What is no UTF-8 is read as it says, else as Windows Vietnamese, else with holes."""
    assert decoded("ngân".encode("cp1258")) == "ngân"
    assert decoded(b'<meta charset="latin-1">\xe9') == '<meta charset="latin-1">é'
    assert decoded(b'<meta charset="khong-co">\xe9') == '<meta charset="khong-co">é'
    assert "\ufffd" in decoded(b"\xd2\xff\xfe\x81\x8d")


def test_what_is_no_text() -> None:
    """Many control characters, or many that no encoding knows; a long text is judged by its beginning."""
    assert not is_text(bytes(range(8)) * 40)
    assert is_text("đạt 5 tỷ đồng. ".encode() * 9000)
