"""How is an office's own Word template filled? Its look, our words; and on every page what no paper may leave out."""

from __future__ import annotations

import io
import re
from collections.abc import Iterator, Mapping
from typing import Any

import jinja2
from docx.document import Document as WordDocument
from docx.oxml import parse_xml
from docx.section import Section
from docxtpl import DocxTemplate
from lxml import etree

from giaoban.briefing import Script
from giaoban.briefing.blocks import Block, NewPage
from giaoban.papers.arrangement import Arrangement, arrange
from giaoban.papers.layout import Layout
from giaoban.papers.letterhead import Letterhead
from giaoban.papers.letters import clean
from giaoban.papers.pages import marks, version
from giaoban.papers.template_engine import WalledEnvironment, words_of
from giaoban.papers.template_wall import BadTemplate, broken, examine
from giaoban.papers.template_words import said
from giaoban.papers.word_blocks import block_xml
from giaoban.papers.word_file import repacked
from giaoban.papers.word_parts import NAMESPACES, paragraph
from giaoban.papers.word_styles import W, styles

ANNEX = "phu_luc"
STYLE = re.compile(r'<w:pStyle w:val="(\w+)"/>')
TURN = '<w:p><w:r><w:br w:type="page"/></w:r></w:p>'
NARROWEST = 60  # millimetres of text; a page with less is not believed


def fill_template(template: bytes, *, script: Script, head: Letterhead) -> bytes:
    """Return the template filled with the words of a script.

    Raises:
        BadTemplate: It cannot be used; the problems say why.
    """
    problems = examine(template)
    if problems:
        raise BadTemplate(problems)
    try:
        return _filled(template, script, head)
    except BadTemplate:
        raise
    except jinja2.TemplateError as fault:
        why = words_of(fault)
        raise BadTemplate(
            (broken(f"không đọc được phần trong ngoặc nhọn ({why})", en=f"what stands in braces cannot be read ({why})"),)
        ) from fault
    except (etree.LxmlError, KeyError, ValueError, AttributeError, IndexError) as fault:
        raise BadTemplate((broken("cấu trúc bên trong không như Word ghi", en="it is not put together as Word does"),)) from fault


def _filled(template: bytes, script: Script, head: Letterhead) -> bytes:
    frame = DocxTemplate(io.BytesIO(template))
    document: WordDocument = frame.get_docx()
    called = _lend_styles(document, head.layout)
    annexed = ANNEX in etree.tostring(document.element, method="text", encoding="unicode")
    room, lying = _room(document.sections[0]), _room(document.sections[-1])
    blocks = arrange(script, room=room) if annexed else Arrangement(script.blocks, ())
    content, annex = (_renamed(_printed(lot, document, width), called) for lot, width in ((blocks.signed, room), (blocks.annexed, lying)))
    frame.render(said(script, head=head, content=content, annex=annex), WalledEnvironment(), autoescape=True)
    for number, section in enumerate(frame.docx.sections):
        _say_what_must_be_said(section, script, is_first=number == 0)
    made = io.BytesIO()
    frame.docx.save(made)
    return repacked(made.getvalue())


def _printed(blocks: tuple[Block, ...], document: WordDocument, room: int) -> str:
    """Return blocks as XML; a new page begins where one is asked for, but for the very first."""
    return "".join(
        (TURN if number else "") if isinstance(block, NewPage) else block_xml(block, document=document, room=room)
        for number, block in enumerate(blocks)
    )


def _room(section: Section) -> int:
    """Return the width of a section's text in millimetres."""
    width, left, right = section.page_width, section.left_margin, section.right_margin
    return max((width - left - right) // 36000, NARROWEST) if width and left is not None and right is not None else NARROWEST


def _lend_styles(document: WordDocument, layout: Layout) -> dict[str, str]:
    """Give the template those of our styles that it has not, and return by our ids what it calls the others.

    Its own win, by whatever id: programs give styles new ids when they save, and keep their names.
    """
    root: Any = document.styles.element
    ids = {style.get(f"{{{W}}}styleId") for style in root.iter(f"{{{W}}}style")}
    named = {name.get(f"{{{W}}}val", "").lower(): name.getparent().get(f"{{{W}}}styleId") for name in root.iter(f"{{{W}}}name")}
    called = {}
    for style in styles(layout):
        if own := named.get(style.name.lower()):
            called[style.id] = own
        elif style.id not in ids:
            root.append(parse_xml(style.xml.replace("<w:style ", f'<w:style xmlns:w="{W}" ', 1)))
    return called


def _renamed(content: str, called: Mapping[str, str]) -> str:
    """Return XML in which paragraphs call styles as the template does."""
    return STYLE.sub(lambda found: f'<w:pStyle w:val="{called.get(found[1], found[1])}"/>', content)


def _say_what_must_be_said(section: Section, script: Script, *, is_first: bool) -> None:
    """See to it that every page bears its marks and the version of its figures, wherever the template forgot them."""
    for place, words, style in _places(section, script, is_first):
        root = place.part.element
        told = " ".join("".join(part.text for part in root.iter(f"{{{W}}}t") if part.text).split())
        if words and words not in told:
            root.append(parse_xml(paragraph(words, style=style).replace("<w:p>", f"<w:p {NAMESPACES}>", 1)))


def _places(section: Section, script: Script, is_first: bool) -> Iterator[tuple[Any, str, str]]:
    """Yield each header and footer of a section that is its own, with what it must say; the first section has all of them."""
    heads, feet = [section.header, section.even_page_header], [section.footer, section.even_page_footer]
    if section.different_first_page_header_footer:
        heads.append(section.first_page_header)
        feet.append(section.first_page_footer)
    for places, words, style in ((heads, marks(script), "DauVanBan"), (feet, version(script), "BanSoLieu")):
        for place in places:
            if is_first:
                place.is_linked_to_previous = False
            if not place.is_linked_to_previous:
                yield place, clean(words), style
