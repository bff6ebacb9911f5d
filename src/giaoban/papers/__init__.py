"""Everything that leaves the house on paper or as a file (văn bản, tài liệu xuất ra)."""

from giaoban.papers import briefing_text, pack_json
from giaoban.papers.paper import Look, Paper

PAPERS: tuple[Paper, ...] = (briefing_text, pack_json)

__all__ = ["PAPERS", "Look", "Paper"]
