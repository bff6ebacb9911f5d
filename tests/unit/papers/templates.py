"""Templates to be judged: a plain one with a text in a chosen place, and any part of it replaced."""

from __future__ import annotations

import io
import zipfile
from collections.abc import Callable, Mapping

from docx import Document

MAIN = "word/document.xml"
PARTS = ("{%p for p in cac_phan %}", "{{ p.ten }}", "{%p for d in p.cac_doan %}", "{{ d }}", "{%p endfor %}", "{%p endfor %}")


def template(*lines: str, header: str = "", title: str = "") -> bytes:
    """Return a Word file of these paragraphs."""
    document = Document()
    for line in lines:
        document.add_paragraph(line)
    if header:
        document.sections[0].header.paragraphs[0].text = header
    document.core_properties.title = title
    made = io.BytesIO()
    document.save(made)
    return made.getvalue()


def changed(
    content: bytes, *, change: Mapping[str, Callable[[bytes], bytes]] | None = None, more: Mapping[str, bytes] | None = None
) -> bytes:
    """Return the file with parts changed and others added."""
    made = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(content)) as old, zipfile.ZipFile(made, "w", zipfile.ZIP_DEFLATED) as new:
        for name in old.namelist():
            part = old.read(name)
            new.writestr(name, (change or {}).get(name, lambda found: found)(part))
        for name, part in (more or {}).items():
            new.writestr(name, part)
    return made.getvalue()


def inside(content: bytes, *, xml: str) -> bytes:
    """Return the file with a piece of XML at the beginning of its body."""
    return changed(content, change={MAIN: lambda found: found.replace(b"<w:body>", b"<w:body>" + xml.encode(), 1)})


def linked(content: bytes, *, kind: str, target: str, external: bool = True) -> bytes:
    """Return the file with a link."""
    mode = ' TargetMode="External"' if external else ""
    office = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
    link = f'<Relationship Id="rIdX" Type="{office}/{kind}" Target="{target}"{mode}/></Relationships>'
    return changed(content, change={"word/_rels/document.xml.rels": lambda found: found.replace(b"</Relationships>", link.encode())})
