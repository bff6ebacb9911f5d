"""Office files into cells and paragraphs, and back; knows no indicator (định dạng tệp)."""

from giaoban.formats.document import Cell, Document, Laid, Paragraph, Table
from giaoban.formats.opening import READERS, Reader, open_document
from giaoban.formats.plain import decoded
from giaoban.formats.refusals import LARGEST, EmptyDocument, HugeDocument, NotThisKind

__all__ = [
    "LARGEST", "READERS", "Cell", "Document", "EmptyDocument", "HugeDocument", "Laid", "NotThisKind", "Paragraph", "Reader", "Table",
    "decoded", "open_document",
]  # fmt: skip
