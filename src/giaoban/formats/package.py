"""What lies in a Word or Excel file, opened so that no bomb goes off?

Such a file is a zip of XML. Its parts are counted and measured while they are
unpacked, whatever their headers claim; XML is read without entities, without a
document type and without the network.
"""

from __future__ import annotations

import io
import zipfile
import zlib
from collections.abc import Iterator

from lxml import etree

MOST_PARTS = 5000
MOST_BYTES = 256 * 1024 * 1024  # of all XML together
MOST_OF_ONE = 128 * 1024 * 1024
RATIO = 400  # XML of a real table shrinks to a fiftieth
SMALL = 4 * 1024 * 1024
CHUNK = 1024 * 1024
DEEPEST = 200
BREAKS = {"br": "\n", "cr": "\n", "tab": "\t"}
SAID = ("t", *BREAKS)


class Swollen(ValueError):
    """The package opens into more than a document holds."""


class Broken(ValueError):
    """The package cannot be read."""


class Locked(ValueError):
    """The package has a password."""


class Package:
    """The parts of an office file, by name.

    Raises:
        Broken, Locked, Swollen: It is none, or not one to open.
    """

    def __init__(self, content: bytes) -> None:
        try:
            with zipfile.ZipFile(io.BytesIO(content)) as archive:
                entries = archive.infolist()
                if len(entries) > MOST_PARTS:
                    raise Swollen(f"{len(entries)}")
                if any(entry.flag_bits & 1 for entry in entries):
                    raise Locked
                self.names = tuple(entry.filename for entry in entries)
                self.parts = dict(self._unpacked(archive, entries))
        except (zipfile.BadZipFile, zlib.error, EOFError, NotImplementedError, OSError, RuntimeError, UnicodeError, ValueError) as fault:
            if isinstance(fault, Swollen | Locked):
                raise
            raise Broken from fault

    @staticmethod
    def _unpacked(archive: zipfile.ZipFile, entries: list[zipfile.ZipInfo]) -> Iterator[tuple[str, bytes]]:
        total = 0
        for entry in entries:
            if not entry.filename.endswith((".xml", ".rels")):
                continue
            pieces: list[bytes] = []
            size = 0
            with archive.open(entry) as part:
                while piece := part.read(CHUNK):
                    size, total = size + len(piece), total + len(piece)
                    if size > MOST_OF_ONE or total > MOST_BYTES or (size > SMALL and size > RATIO * max(1, entry.compress_size)):
                        raise Swollen(entry.filename)
                    pieces.append(piece)
            yield entry.filename, b"".join(pieces)

    def has_macros(self) -> bool:
        """Whether macros lie in it."""
        return any(name.lower().endswith("vbaproject.bin") for name in self.names)

    def tree(self, name: str) -> etree._Element | None:
        """Return the XML of a part; None where there is no such part.

        Raises:
            Broken: It is no XML, or XML that no office program writes.
        """
        return read_xml(self.parts[name]) if name in self.parts else None


def read_xml(content: bytes) -> etree._Element:
    """Return the root of XML that declares no document type.

    Raises:
        Broken: It is no XML, declares a type or an entity, or nests beyond all measure.
    """
    parser = etree.XMLParser(
        resolve_entities=False,
        no_network=True,
        load_dtd=False,
        dtd_validation=False,
        huge_tree=False,
        remove_comments=True,
        remove_pis=True,
    )
    try:
        root = etree.fromstring(content, parser)
    except (etree.XMLSyntaxError, ValueError) as fault:
        raise Broken from fault
    if root.getroottree().docinfo.doctype:
        raise Broken
    return root


def local(element: etree._Element) -> str:
    """Return the name of an element without its namespace."""
    tag = element.tag
    return tag.rpartition("}")[2] if isinstance(tag, str) else ""


def attribute(element: etree._Element | None, *names: str) -> str:
    """Return the first of some attributes, by their names without namespace; empty where there is none."""
    if element is None:
        return ""
    for key, value in element.attrib.items():
        if key.rpartition("}")[2] in names:
            return str(value)
    return ""


def child(element: etree._Element | None, *path: str) -> etree._Element | None:
    """Return the first descendant along a path of names; None where it ends."""
    for name in path:
        if element is None:
            return None
        element = next((one for one in element if local(one) == name), None)
    return element


def words_of(root: etree._Element) -> Iterator[str]:
    """Yield the words of each paragraph-like stretch of a part: of `t` elements below each `p`, else of every text."""
    paragraphs = [one for one in root.iter() if local(one) in ("p", "si", "comment")]
    if not paragraphs:
        yield from (text.strip() for one in root.iter() if (text := one.text or "").strip())
        return
    for one in paragraphs:
        said = "".join(BREAKS.get(local(piece), piece.text or "") for piece in one.iter() if local(piece) in SAID).strip()
        if said:
            yield said
