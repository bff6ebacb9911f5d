from __future__ import annotations

import pytest

from giaoban.formats.letters import OldFont, font_of, guess, is_shouted, modern

SAID = "Ủy ban nhân dân phường báo cáo kết quả thực hiện nhiệm vụ quý một: thu ngân sách đạt khá, cây xanh vượt chỉ tiêu được giao"
IN_TCVN3 = "ñy ban nh©n d©n ph­êng b¸o c¸o kÕt qu¶ thùc hiÖn nhiÖm vô quý mét: thu ng©n s¸ch ®¹t kh¸, c©y xanh v­ît chØ tiªu ®­îc giao"
IN_VNI = (
    "Uûy ban nhaân daân phöôøng baùo caùo keát quaû thöïc hieän nhieäm vuï quyù moät: thu ngaân saùch ñaït khaù, "
    "caây xanh vöôït chæ tieâu ñöôïc giao"
)


@pytest.mark.parametrize(("old", "font"), [(IN_TCVN3, OldFont.TCVN3), (IN_VNI, OldFont.VNI)])
def test_old_letters_are_known_and_turned(old: str, font: OldFont) -> None:
    """By the letters alone."""
    assert guess(old) is font
    assert modern(old, font=font).lower() == SAID.lower()


@pytest.mark.parametrize(
    "text", [SAID, "Revenue grew by 5% in the first quarter of this year.", "à la carte, où est le café", "ngắn", SAID * 50]
)
def test_letters_of_our_day_stay(text: str) -> None:
    """Unicode, English, a little French, and what is too short to tell."""
    assert guess(text) is None


def test_a_font_of_capitals() -> None:
    """Shows small letters as capitals."""
    assert is_shouted(".VnTimeH")
    assert not is_shouted("VNI-TimesH")
    assert modern("b¸o c¸o", font=OldFont.TCVN3, capitals=True) == "BÁO CÁO"
    assert font_of("Arial") is None
