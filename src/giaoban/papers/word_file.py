"""How is a Word file opened and closed? Without a template's leftovers, and equal words as equal bytes.

Dates inside are those of the figures, never of the clock; the entries of the
archive stand in one order and bear one date.
"""

from __future__ import annotations

import io
import zipfile
from datetime import UTC, datetime
from typing import Any

from docx import Document
from docx.document import Document as WordDocument
from docx.opc.constants import RELATIONSHIP_TYPE
from docx.oxml import parse_xml
from docx.shared import Mm
from lxml import etree

from giaoban.papers.drawing import PRINTED
from giaoban.papers.layout import Layout
from giaoban.papers.letters import clean
from giaoban.papers.pages import picture_width
from giaoban.papers.word_parts import NAMESPACES
from giaoban.papers.word_styles import W, styles_xml

EPOCH = (1980, 1, 1, 0, 0, 0)  # the first day that an archive can say
FIRST = "[Content_Types].xml"
AUTHOR = "giaoban"
# Mode 15 is that of Word 2013 and later: without it, a file opens "in compatibility mode".
SETTINGS = (
    f'<w:settings xmlns:w="{W}"><w:zoom w:percent="100"/><w:defaultTabStop w:val="720"/><w:characterSpacingControl w:val="doNotCompress"/>'
    '<w:compat><w:compatSetting w:name="compatibilityMode" w:uri="http://schemas.microsoft.com/office/word" w:val="15"/></w:compat>'
    '<w:themeFontLang w:val="vi-VN"/><w:decimalSymbol w:val=","/><w:listSeparator w:val=";"/></w:settings>'
)


def blank(layout: Layout, *, title: str, subject: str, as_known: str) -> WordDocument:
    """Return an empty document with the styles of a layout.

    Args:
        as_known: Instant that stands as its date, as the ledger writes it; empty for none.
    """
    document = Document()
    links = document.part.package.rels
    for id in [id for id, link in links.items() if link.reltype == RELATIONSHIP_TYPE.THUMBNAIL]:
        del links[id]  # the picture of an empty page that the library brings along
    fill(document.styles.element, xml=styles_xml(layout))
    fill(document.settings.element, xml=SETTINGS)
    about, at = document.core_properties, datetime.fromisoformat(as_known).astimezone(UTC) if as_known else datetime(*EPOCH, tzinfo=UTC)
    about.title, about.subject, about.author, about.last_modified_by = clean(title)[:255], clean(subject)[:255], AUTHOR, AUTHOR
    about.comments, about.keywords, about.language, about.revision = "", "", "vi-VN", 1
    about.created = about.modified = at.replace(microsecond=0, tzinfo=None)
    return document


def fill(element: Any, *, xml: str) -> None:
    """Put the content of an element of XML in place of another's, which its part holds on to."""
    for child in list(element):
        element.remove(child)
    for child in list(parse_xml(xml)):
        element.append(child)
    for number, shape in enumerate(element.iter("{*}docPr"), start=1):
        shape.set("id", str(number))  # no two pictures may bear one


def running(document: WordDocument, *, content: str, foot: bool) -> str:
    """Return the id of a new header or footer, by which pages call it.

    Args:
        content: Paragraphs as XML.
        foot: Whether it stands below.
    """
    parts: Any = document.part
    part, id = parts.add_footer_part() if foot else parts.add_header_part()
    fill(part.element, xml=f"<w:hdr {NAMESPACES}>{content}</w:hdr>")
    return str(id)


def drawn(document: WordDocument, *, content: bytes, room: int, alt: str) -> str:
    """Return a picture as it stands in a run.

    Args:
        content: PNG or JPEG.
        room: Width of the text in millimetres.
        alt: What it shows, for whoever cannot see it.
    """
    parts: Any = document.part
    _, image = parts.get_or_add_image(io.BytesIO(content))
    width = picture_width((image.px_width * 72 // PRINTED, image.px_height * 72 // PRINTED), room=room)
    inline = parts.new_pic_inline(io.BytesIO(content), width=Mm(width))
    inline.docPr.set("descr", clean(alt))
    return f"<w:r><w:drawing>{etree.tostring(inline, encoding='unicode')}</w:drawing></w:r>"


def written(document: WordDocument) -> bytes:
    """Return the document as the bytes of a file."""
    made = io.BytesIO()
    document.save(made)
    return repacked(made.getvalue())


def repacked(content: bytes) -> bytes:
    """Return an office file with its entries in one order and of one date: equal parts give equal bytes."""
    made = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(content)) as old, zipfile.ZipFile(made, "w", zipfile.ZIP_DEFLATED) as new:
        for name in sorted(old.namelist(), key=lambda name: (name != FIRST, name)):
            entry = zipfile.ZipInfo(name, EPOCH)
            entry.compress_type, entry.create_system, entry.external_attr = zipfile.ZIP_DEFLATED, 0, 0
            new.writestr(entry, old.read(name))
    return made.getvalue()
