"""The briefing as a Word file: real headings and tables, one style a zone, pleasant to edit."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from docx.document import Document as WordDocument

from giaoban.briefing import Pack, Script, briefing_script
from giaoban.briefing.blocks import Block, NewPage
from giaoban.papers.arrangement import arrange
from giaoban.papers.letterhead import Letterhead, Line, letterhead
from giaoban.papers.letters import width_of
from giaoban.papers.office_template import fill_template
from giaoban.papers.pages import PageShape, marks, version
from giaoban.papers.paper import Look
from giaoban.papers.tables import WHOLE
from giaoban.papers.word_blocks import block_xml, space
from giaoban.papers.word_file import blank, fill, running, written
from giaoban.papers.word_parts import NAMESPACES, paragraph, ruled, run, section, side_by_side
from giaoban.papers.word_styles import style_of, twips

NAME = "docx"
MEDIA = "application/vnd.openxmlformats-officedocument.wordprocessingml.document"
FILENAME = "briefing.docx"
LEFT_SHARE = 400  # thousandths of the head that the issuer takes
PART_RULE = 350  # thousandths of a cell that a partial rule takes
PAGE = '<w:fldSimple w:instr=" PAGE "><w:r><w:t>1</w:t></w:r></w:fldSimple>'


def render(pack: Pack, *, look: Look) -> bytes:
    """Return the file.

    Raises:
        NoSuchLayout, NoSuchIssuer, NoSuchSigning: The look asks for what there is not.
        BadTemplate: The office's own template cannot be used.
    """
    script = briefing_script(pack, who=look.who)
    head = letterhead(pack, script=script, look=look)
    if look.template is not None:
        return fill_template(look.template, script=script, head=head)
    return _Writer(script, head).written()


@dataclass
class _Writer:
    """Writes one file."""

    script: Script
    head: Letterhead

    def written(self) -> bytes:
        """Return the bytes."""
        script, layout = self.script, self.head.layout
        self.document = blank(layout, title=f"{script.title} {script.subject}", subject=script.body_name, as_known=script.as_known)
        self.shape = PageShape.of(layout, landscape=False)
        self.links = {lying: _links(self.document, script, PageShape.of(layout, landscape=lying)) for lying in (False, True)}
        blocks = arrange(script, room=self.shape.room)
        self.first = True
        content = [self.top(), *self.printed(blocks.signed), self.stamp(), self.signer(), *self.printed(blocks.annexed), self.ended()]
        fill(self.document.element.body, xml=f"<w:body {NAMESPACES}>{''.join(content)}</w:body>")
        return written(self.document)

    # ------------------------------------------------------------ around the words

    def top(self) -> str:
        """Return the head, the title and what the paper is about."""
        left = self.shape.room * LEFT_SHARE // WHOLE
        widths = (left, self.shape.room - left)
        head = side_by_side(self.column(self.head.left, widths[0]), right=self.column(self.head.right, widths[1]), widths=widths)
        script, subject = self.script, self.head.layout.zones["subject"]
        rule = ruled(share=PART_RULE, room=self.shape.room) if subject.rule else ""
        held = paragraph(script.held, style="NgayHop") if script.held else ""
        return head + paragraph(script.title, style="Title") + paragraph(script.subject, style="Subtitle") + held + rule + space()

    def column(self, lines: Iterable[Line], room: int) -> str:
        """Return one side of the head."""
        return "".join(
            paragraph(line.text, style=style_of(line.zone)) + (ruled(share=self.length(line, room), room=room) if line.rule else "")
            for line in lines
        )

    def length(self, line: Line, room: int) -> int:
        """Return how long the rule below a line is, in thousandths of the room: as the text, or a part."""
        if line.rule == "part":
            return PART_RULE
        return min(width_of(line.text) * self.head.layout.zones[line.zone].size * WHOLE // 283 // room, WHOLE)

    def stamp(self) -> str:
        """Return which version of the figures it is, small."""
        return "".join(paragraph(said, style="GhiChuCuoi") for said in self.script.stamp)

    def signer(self) -> str:
        """Return recipients and signer; name and signature are left blank."""
        title = self.head.layout.zones["recipients_title"].text
        said = paragraph(title, style="NoiNhan") + "".join(paragraph(one, style="NoiNhanDanhSach") for one in self.head.recipients)
        post = "".join(paragraph(line, style="NguoiKy") for line in self.head.signer)
        left = self.shape.room * LEFT_SHARE // WHOLE
        return space() + side_by_side(said, right=post + paragraph("\n\n\n", style="NguoiKy"), widths=(left, self.shape.room - left))

    # ------------------------------------------------------------ the words

    def printed(self, blocks: Iterable[Block]) -> Iterator[str]:
        """Yield each block."""
        for block in blocks:
            if isinstance(block, NewPage):
                yield self.turn(landscape=block.landscape)
            else:
                yield block_xml(block, document=self.document, room=self.shape.room)

    def turn(self, *, landscape: bool) -> str:
        """End the pages up to here with their shape; those that follow have the one asked for."""
        ended = self.ended()
        self.shape, self.first = PageShape.of(self.head.layout, landscape=landscape), False
        return f'<w:p><w:pPr><w:pStyle w:val="DuongKe"/>{ended}</w:pPr></w:p>'

    def ended(self) -> str:
        """Return what the pages up to here look like."""
        shape, links = self.shape, self.links[self.shape.landscape]
        return section(size=(shape.width, shape.height), margins=shape.margins, links=links, first=self.first)


def _links(document: WordDocument, script: Script, shape: PageShape) -> str:
    """Return the references to headers and footers for pages of one shape, made on the way."""
    stops = f'<w:tabs><w:tab w:val="center" w:pos="{twips(shape.room) // 2}"/><w:tab w:val="right" w:pos="{twips(shape.room)}"/></w:tabs>'
    bold = '<w:b/><w:sz w:val="22"/><w:szCs w:val="22"/>'
    numbered = (
        f'<w:p><w:pPr><w:pStyle w:val="SoTrang"/>{stops}<w:jc w:val="left"/></w:pPr><w:r><w:tab/></w:r>{PAGE}'
        f"<w:r><w:tab/></w:r>{run(marks(script), properties=bold)}</w:p>"
    )
    header, footer = (
        running(document, content=numbered, foot=False),
        running(document, content=paragraph(version(script), style="BanSoLieu"), foot=True),
    )
    links = f'<w:headerReference w:type="default" r:id="{header}"/>'
    if not shape.landscape:
        first = running(document, content=paragraph(marks(script), style="DauVanBan"), foot=False)
        links += f'<w:headerReference w:type="first" r:id="{first}"/><w:footerReference w:type="first" r:id="{footer}"/>'
    return f'{links}<w:footerReference w:type="default" r:id="{footer}"/>'
