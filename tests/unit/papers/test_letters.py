"""Does a hostile name lose what would break a paper, and nothing of what it says?"""

from __future__ import annotations

import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from giaoban.papers.letters import BOX, clean, fonts, printable

VIETNAMESE = "aăâeêioôơuưyAĂÂEÊIOÔƠUƯYđĐ" + "".join(map(chr, range(0x1EA0, 0x1EFA)))


@pytest.mark.parametrize(
    ("text", "left"),
    [
        ("Phường <b>& {{ x }} #$`", "Phường <b>& {{ x }} #$`"),
        ("a\x00\x07\x1bb\x7f\x85", "ab"),
        ("gnôc\u202eA\u2066\u200f\u061c", "gnôcA"),
        ("một\u200bhai\ufeff\u00ad", "mộthai"),
        ("một\thai\u2028ba\nbốn", "một hai ba\nbốn"),
        ("450\u00a0(a)", "450\u00a0(a)"),
        ("\ud800x\ue000\U0010ffff", "x"),
        (unicodedata.normalize("NFD", "Thành ủy"), "Thành ủy"),
    ],
)
def test_what_has_no_place_in_a_paper_is_left_out(text: str, left: str) -> None:
    assert clean(text) == left


def test_a_letter_that_the_font_lacks_is_seen_to_be_missing() -> None:
    """And every letter of Vietnamese is there, composed or not."""
    assert printable("Trạm 水 🚰 số 1") == f"Trạm {BOX} {BOX} số 1"
    tones = [unicodedata.normalize("NFC", letter + tone) for letter in VIETNAMESE for tone in "\u0300\u0301\u0303\u0309\u0323"]
    assert BOX not in printable("".join([*VIETNAMESE, *(one for one in tones if len(one) == 1), "0123456789.,%–—“”…·•"]))


def test_the_four_fonts_are_there() -> None:
    assert [path.stem for path in fonts()] == ["Tinos-Bold", "Tinos-BoldItalic", "Tinos-Italic", "Tinos-Regular"]


@given(st.text())
def test_cleaning_twice_is_cleaning_once(text: str) -> None:
    """And what is left can stand in XML and be printed."""
    assert clean(clean(text)) == clean(text)
    assert printable(printable(text)) == printable(text)
    assert all(letter == "\n" or unicodedata.category(letter)[0] != "C" for letter in printable(text))
