"""Is the paper issued by whoever issues it, in its own form, with number and day left blank?"""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest

from giaoban.briefing import Pack, briefing_script
from giaoban.catalogue import Body, Hierarchy, Nature
from giaoban.papers import Look
from giaoban.papers.layout import NoSuchLayout
from giaoban.papers.letterhead import Letterhead, NoSuchIssuer, NoSuchSigning, letterhead, remarks
from giaoban.values import Source
from tests.unit.papers.packs import published


def organisation(id: str, name: str, kind: str, *, hierarchy: Hierarchy = Hierarchy.STATE, parent: str = "", area: str = "ha-tinh") -> Body:
    since, source = date(2016, 1, 1), Source("luat", "Luật")
    return Body(id, Nature.ORGANISATION, kind, name, "", parent, area, hierarchy, since, None, False, source)


COMMITTEE = organisation("ubnd", "UBND thành phố Mẫu", "ubnd", parent="ubnd-tinh")
OFFICE = organisation("van-phong", "Văn phòng HĐND và UBND thành phố Mẫu", "van-phong", parent="ubnd")
PARTY = organisation("thanh-uy", "Thành ủy Mẫu", "dang-uy", hierarchy=Hierarchy.PARTY, parent="tinh-uy")
ABOVE = organisation("tinh-uy", "Tỉnh ủy Mẫu", "dang-uy", hierarchy=Hierarchy.PARTY, area="tinh-mau")
EVERYBODY = (PARTY, OFFICE, COMMITTEE, ABOVE)


def pack(*organisations: Body) -> Pack:
    made = published()
    return replace(made, legend=replace(made.legend, organisations=organisations))


def head(look: Look, *organisations: Body) -> Letterhead:
    made = pack(*organisations)
    return letterhead(made, script=briefing_script(made), look=look)


def said(found: Letterhead) -> list[str]:
    return [line.text for line in (*found.left, *found.right)]


def test_a_state_paper() -> None:
    """The committee stands alone on top; number and day are blank."""
    found = head(Look(), *EVERYBODY)
    assert found.layout.id == "state"
    assert said(found) == [
        "ỦY BAN NHÂN DÂN\nTHÀNH PHỐ MẪU",
        "Số:          /BC-UBND",
        "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM",
        "Độc lập - Tự do - Hạnh phúc",
        "Thành phố Hà Tĩnh, ngày       tháng       năm 2021",
    ]
    assert found.signer == ("TM. ỦY BAN NHÂN DÂN", "CHỦ TỊCH")
    assert found.recipients[-1] == "- Lưu: VT, VP."


def test_a_party_paper() -> None:
    """The Party organisation of the level above, a star, a hyphen before the kind and a slash before the body."""
    found = head(Look(layout="party-2018"), *EVERYBODY)
    assert said(found) == [
        "ĐẢNG BỘ TỈNH MẪU",
        "THÀNH ỦY MẪU",
        "*",
        "Số        -BC/TU",
        "ĐẢNG CỘNG SẢN VIỆT NAM",
        "Thành phố Hà Tĩnh, ngày      tháng      năm 2021",
    ]
    assert found.signer == ("T/M BAN THƯỜNG VỤ", "BÍ THƯ")


def test_the_issuer_decides_the_layout() -> None:
    assert head(Look(issuer="thanh-uy"), *EVERYBODY).layout.id == "party-2018"
    assert said(head(Look(issuer="van-phong"), *EVERYBODY))[:3] == [
        "ỦY BAN NHÂN DÂN THÀNH PHỐ MẪU",
        "VĂN PHÒNG HĐND VÀ UBND\nTHÀNH PHỐ MẪU",
        "Số:          /BC-VP",
    ]


def test_a_layout_may_be_asked_for_against_the_hierarchy() -> None:
    """An office that writes otherwise says so."""
    assert head(Look(layout="state", issuer="thanh-uy"), *EVERYBODY).layout.id == "state"


def test_the_way_of_signing_may_be_chosen() -> None:
    assert head(Look(signing="pho-chu-tich"), *EVERYBODY).signer == ("TM. ỦY BAN NHÂN DÂN", "KT. CHỦ TỊCH", "PHÓ CHỦ TỊCH")
    assert head(Look(issuer="thanh-uy", signing="chanh-van-phong"), *EVERYBODY).signer == ("T/L BAN THƯỜNG VỤ", "CHÁNH VĂN PHÒNG")


def test_what_is_to_be_told_on_screen_depends_on_the_layout_and_the_day() -> None:
    late = replace(pack(*EVERYBODY), boards=tuple(replace(board, on=date(2026, 3, 31)) for board in pack(*EVERYBODY).boards))
    assert remarks(late, look=Look()) == []
    assert [said.en for said in remarks(late, look=Look(issuer="thanh-uy"))] == ["Layout by HD 36; to be checked against QĐ 399."]
    assert remarks(pack(*EVERYBODY), look=Look(layout="party-2018")) == []


def test_where_nobody_issues_nothing_is_made_up() -> None:
    """The area's own name, and a symbol to be filled in."""
    found = head(Look())
    assert said(found)[:2] == ["THÀNH PHỐ HÀ TĨNH", "Số:          /BC-…"]
    assert found.signer == ("THỦ TRƯỞNG CƠ QUAN",)


def test_what_there_is_not_is_refused_with_what_there_is() -> None:
    with pytest.raises(NoSuchLayout):
        head(Look(layout="x"), *EVERYBODY)
    with pytest.raises(NoSuchIssuer) as issuer:
        head(Look(issuer="tinh-uy"), *EVERYBODY)
    assert issuer.value.known == ("thanh-uy", "van-phong", "ubnd")
    with pytest.raises(NoSuchSigning) as signing:
        head(Look(signing="bi-thu"), *EVERYBODY)
    assert signing.value.known == ("chu-tich", "pho-chu-tich", "chanh-van-phong", "thu-truong")
