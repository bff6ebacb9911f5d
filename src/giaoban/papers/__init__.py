"""Everything that leaves the house on paper or as a file (văn bản, tài liệu xuất ra)."""

from giaoban.papers import briefing_docx, briefing_pdf, briefing_text, pack_json
from giaoban.papers.layout import NoSuchLayout, layouts
from giaoban.papers.letterhead import NoSuchIssuer, NoSuchSigning, remarks
from giaoban.papers.paper import Look, Paper

PAPERS: tuple[Paper, ...] = (briefing_docx, briefing_pdf, briefing_text, pack_json)

__all__ = ["PAPERS", "Look", "NoSuchIssuer", "NoSuchLayout", "NoSuchSigning", "Paper", "layouts", "remarks"]
