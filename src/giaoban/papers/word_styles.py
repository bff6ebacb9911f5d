"""Which styles has a paper in Word? One for each zone of its layout, by a name that an officer knows, and no others.

Whoever edits the file changes a style once and the whole paper follows. "Times New Roman" is named for every script,
East Asian too: else Word takes another typeface for letters such as "ư".
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from giaoban.papers.layout import Layout, Zone

FONT = "Times New Roman"
W = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
TWIPS = 20  # of a point
LEFT, CENTER, RIGHT, BOTH = "left", "center", "right", "both"
TABLE, TABLE_HEAD, NOTES = Zone(11, (9, 14)), Zone(11, (9, 14), bold=True), Zone(11, (9, 14))
CAPTION, MARK, SMALL, LINE = Zone(12, (9, 14), italic=True), Zone(11, (9, 14), bold=True), Zone(8, (8, 10)), Zone(1, (1, 1))
INK, GREY = "000000", "595959"
HANGING = 7  # millimetres that the mark of a note hangs out
HEAD = {
    "nation": "Quốc hiệu", "motto": "Tiêu ngữ", "superior": "Cơ quan chủ quản", "issuer": "Cơ quan ban hành", "star": "Dấu sao",
    "number": "Số, ký hiệu", "date": "Địa danh, ngày tháng",
}  # fmt: skip


@dataclass(frozen=True, slots=True)
class WordStyle:
    """One style of a paragraph (kiểu đoạn văn).

    Args:
        id: As paragraphs call it.
        name: As Word shows it; the names of Word's own styles are known to it in every language.
        align: One of left, center, right, both.
        before, after: Points above and below.
        first, indent: Millimetres of the first line, and of all.
        spacing: Of lines, in percent; 0 for `exact` points.
        exact: Height of a line in points, where `spacing` is 0.
        keep: Whether it stays with what follows.
        level: Of a heading, from 0; None for no heading.
        follows: Id of the style of the paragraph after it; empty for the same.
    """

    id: str
    name: str
    zone: Zone
    align: str = LEFT
    before: int = 0
    after: int = 0
    first: int = 0
    indent: int = 0
    spacing: int = 100
    exact: int = 0
    keep: bool = False
    level: int | None = None
    follows: str = ""
    ink: str = INK

    @property
    def xml(self) -> str:
        """The style as Word keeps it."""
        known = self.id in ("Normal", "Title", "Subtitle", "Heading1", "Heading2", "BodyText", "Caption", "Header", "Footer")
        marks = (' w:default="1"' if self.id == "Normal" else "") + ("" if known else ' w:customStyle="1"')
        based = "" if self.id == "Normal" else '<w:basedOn w:val="Normal"/>'
        follows = f'<w:next w:val="{self.follows}"/>' if self.follows else ""
        return (
            f'<w:style w:type="paragraph" w:styleId="{self.id}"{marks}><w:name w:val="{self.name}"/>{based}{follows}<w:qFormat/>'
            f"<w:pPr>{self._paragraph}</w:pPr><w:rPr>{self._letters}</w:rPr></w:style>"
        )

    @property
    def _paragraph(self) -> str:
        line, rule = (self.exact * TWIPS, "exact") if self.exact else (240 * self.spacing // 100, "auto")
        first = f'w:firstLine="{twips(self.first)}"' if self.first >= 0 else f'w:hanging="{twips(-self.first)}"'
        level = "" if self.level is None else f'<w:outlineLvl w:val="{self.level}"/>'
        return (
            f"{'<w:keepNext/>' if self.keep else ''}<w:widowControl/>"
            f'<w:spacing w:before="{self.before * TWIPS}" w:after="{self.after * TWIPS}" w:line="{line}" w:lineRule="{rule}"/>'
            f'<w:ind w:left="{twips(self.indent)}" {first}/><w:jc w:val="{self.align}"/>{level}'
        )

    @property
    def _letters(self) -> str:
        zone = self.zone
        said = "".join(f"<w:{tag}/>" for tag, on in (("b", zone.bold), ("i", zone.italic)) if on)
        line = '<w:u w:val="single"/>' if zone.underline else ""
        return f'{TYPEFACE}{said}<w:color w:val="{self.ink}"/><w:sz w:val="{zone.size * 2}"/><w:szCs w:val="{zone.size * 2}"/>{line}'


def twips(length: int) -> int:
    """Return a length in millimetres as Word counts it, in twentieths of a point.

    Example:
        >>> twips(210), twips(297)
        (11906, 16838)
    """
    return (length * 14400 + 127) // 254


TYPEFACE = f'<w:rFonts w:ascii="{FONT}" w:hAnsi="{FONT}" w:eastAsia="{FONT}" w:cs="{FONT}"/>'


def styles_xml(layout: Layout) -> str:
    """Return the styles part of a file in the layout."""
    text = layout.zones["text"]
    return (
        f'<w:styles xmlns:w="{W}"><w:docDefaults><w:rPrDefault><w:rPr>{TYPEFACE}<w:sz w:val="{text.size * 2}"/>'
        f'<w:szCs w:val="{text.size * 2}"/><w:lang w:val="vi-VN" w:eastAsia="vi-VN" w:bidi="ar-SA"/></w:rPr></w:rPrDefault>'
        f"<w:pPrDefault/></w:docDefaults>{''.join(style.xml for style in styles(layout))}"
        '<w:style w:type="table" w:default="1" w:styleId="TableNormal"><w:name w:val="Normal Table"/>'
        '<w:tblPr><w:tblInd w:w="0" w:type="dxa"/><w:tblCellMar><w:top w:w="0" w:type="dxa"/><w:left w:w="57" w:type="dxa"/>'
        '<w:bottom w:w="0" w:type="dxa"/><w:right w:w="57" w:type="dxa"/></w:tblCellMar></w:tblPr></w:style></w:styles>'
    )


def styles(layout: Layout) -> Iterator[WordStyle]:
    """Yield the styles of the layout, the plain one first."""
    zones, text = layout.zones, layout.zones["text"]
    running = {"align": BOTH, "after": layout.after, "spacing": layout.spacing}
    heading = {"before": layout.after, "after": layout.after, "keep": True, "follows": "BodyText"}
    yield WordStyle("Normal", "Normal", text)
    yield from (WordStyle(id, name, zones[zone], CENTER) for zone, id, name in _heads() if zone in zones)
    yield WordStyle("Title", "Title", zones["title"], CENTER, before=14, follows="Subtitle")
    yield WordStyle("Subtitle", "Subtitle", zones["subject"], CENTER, follows="BodyText")
    yield WordStyle("NgayHop", "Ngày họp", zones["held"], CENTER, before=2)
    yield WordStyle("BodyText", "Body Text", text, first=layout.first_line, **running)  # type: ignore[arg-type]
    yield WordStyle("GachDauDong", "Gạch đầu dòng", text, first=layout.first_line, **running)  # type: ignore[arg-type]
    yield WordStyle("Heading1", "heading 1", zones["heading"], first=layout.first_line, level=0, **heading)  # type: ignore[arg-type]
    yield WordStyle("Heading2", "heading 2", zones["subheading"], first=layout.first_line, level=1, **heading)  # type: ignore[arg-type]
    yield WordStyle("OBieu", "Ô biểu", TABLE, before=1, after=1)
    yield WordStyle("TieuDeBieu", "Tiêu đề biểu", TABLE_HEAD, CENTER, before=1, after=1)
    yield WordStyle("Caption", "caption", CAPTION, CENTER, before=2, after=8)
    yield WordStyle("TenBieu", "Tên biểu", zones["heading"], CENTER, before=6, after=6, keep=True)
    yield WordStyle("BieuDo", "Biểu đồ", TABLE, CENTER, before=8, keep=True)
    yield WordStyle("ChuThich", "Chú thích biểu", NOTES, BOTH, after=2, first=-HANGING, indent=HANGING)
    yield WordStyle("ChuThichDau", "Tên phần chú thích", Zone(11, (9, 14), bold=True, italic=True), before=8, after=2, keep=True)
    yield WordStyle("DuongKe", "Đường kẻ", LINE, CENTER, before=4, exact=2)
    yield WordStyle("NguoiKy", "Người ký", zones["signer"], CENTER)
    yield WordStyle("NoiNhan", "Nơi nhận", zones["recipients_title"])
    yield WordStyle("NoiNhanDanhSach", "Nơi nhận, danh sách", zones["recipients"])
    yield WordStyle("DauVanBan", "Dấu văn bản", MARK, RIGHT)
    yield WordStyle("SoTrang", "Số trang", zones["page_number"], CENTER)
    yield WordStyle("BanSoLieu", "Bản số liệu", SMALL, ink=GREY)
    yield WordStyle("GhiChuCuoi", "Ghi chú cuối văn bản", Zone(10, (9, 11), italic=True), before=2)


def _heads() -> Iterator[tuple[str, str, str]]:
    """Yield zone, id and name of each style of the head."""
    ids = {"nation": "QuocHieu", "motto": "TieuNgu", "superior": "ChuQuan", "issuer": "BanHanh", "star": "DauSao", "number": "SoKyHieu"}
    return ((zone, ids.get(zone, "DiaDanh"), name) for zone, name in HEAD.items())


def style_of(zone: str) -> str:
    """Return the id of the style of a zone of the head."""
    return next(id for name, id, _ in _heads() if name == zone)
