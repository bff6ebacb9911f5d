"""An example of an office's own template: the layout as a Word file with words in braces, to be changed in Word."""

from __future__ import annotations

from collections.abc import Iterator

from giaoban.papers.layout import Layout
from giaoban.papers.pages import PageShape
from giaoban.papers.tables import WHOLE
from giaoban.papers.word_blocks import space
from giaoban.papers.word_file import blank, fill, running, written
from giaoban.papers.word_parts import NAMESPACES, paragraph, ruled, section, side_by_side
from giaoban.papers.word_styles import style_of

LEFT_SHARE = 400  # thousandths of the head that the issuer takes
ZONES = {"superior": "co_quan_chu_quan", "issuer": "co_quan_ban_hanh", "number": "so_ky_hieu", "date": "dia_danh_ngay"}


def example_template(layout: Layout) -> bytes:
    """Return the example in a layout; filled, it gives about the paper that needs no template."""
    document = blank(layout, title="Mẫu tài liệu giao ban", subject=layout.words.vi, as_known="")
    shape = PageShape.of(layout, landscape=False)
    left = shape.room * LEFT_SHARE // WHOLE
    widths = (left, shape.room - left)
    head = side_by_side(_side(layout, layout.left, widths[0]), right=_side(layout, layout.right, widths[1]), widths=widths)
    signer = side_by_side(
        paragraph(layout.zones["recipients_title"].text, style="NoiNhan") + _each("noi_nhan", style="NoiNhanDanhSach"),
        right=_each("quyen_ky", style="NguoiKy") + paragraph("\n\n\n", style="NguoiKy"),
        widths=widths,
    )
    links = "".join(
        f'<w:{kind}Reference w:type="default" r:id="{running(document, content=paragraph(words, style=style), foot=kind == "footer")}"/>'
        for kind, words, style in (("header", "{{ dau_van_ban }}", "DauVanBan"), ("footer", "{{ ban_so_lieu }}", "BanSoLieu"))
    )
    upright, lying = (_pages(PageShape.of(layout, landscape=way), links) for way in (False, True))
    words = (paragraph("{{p noi_dung }}", style="BodyText"), _each("ghi_chu_so_lieu", style="GhiChuCuoi"), space())
    turned = f'<w:p><w:pPr><w:pStyle w:val="DuongKe"/>{upright}</w:pPr></w:p>'
    content = "".join((head, *_title(), *words, signer, turned, paragraph("{{p phu_luc }}", style="BodyText")))
    fill(document.element.body, xml=f"<w:body {NAMESPACES}>{content}{lying}</w:body>")
    return written(document)


def _pages(shape: PageShape, links: str) -> str:
    return section(size=(shape.width, shape.height), margins=shape.margins, links=links, first=False)


def _title() -> Iterator[str]:
    yield paragraph("{{ ten_loai }}", style="Title")
    yield paragraph("{{ trich_yeu }}", style="Subtitle")
    yield _where("ngay_hop", paragraph("{{ ngay_hop }}", style="NgayHop"))


def _side(layout: Layout, lines: tuple[tuple[str, str], ...], room: int) -> str:
    """Return one side of the head: what the layout says itself, or the word in braces."""
    made = []
    for zone, rule in lines:
        word = ZONES.get(zone)
        line = paragraph(f"{{{{ {word} }}}}" if word else layout.zones[zone].text, style=style_of(zone))
        made.append(_where(word, line) if zone == "superior" and word else line)
        if rule:
            made.append(ruled(share=350, room=room))
    return "".join(made)


def _where(word: str, content: str) -> str:
    """Return paragraphs that stand only where the word says something."""
    return f"{paragraph(f'{{%p if {word} %}}', style='Normal')}{content}{paragraph('{%p endif %}', style='Normal')}"


def _each(word: str, *, style: str) -> str:
    """Return a paragraph for each line of a list."""
    begin, end = paragraph(f"{{%p for dong in {word} %}}", style="Normal"), paragraph("{%p endfor %}", style="Normal")
    return f"{begin}{paragraph('{{ dong }}', style=style)}{end}"
