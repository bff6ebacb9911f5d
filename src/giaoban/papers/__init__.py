"""Everything that leaves the house on paper or as a file (văn bản, tài liệu xuất ra)."""

from giaoban.papers import briefing_docx, briefing_pdf, briefing_text, figures_csv, figures_xlsx, pack_json
from giaoban.papers.figures_csv import board_csv
from giaoban.papers.figures_xlsx import board_xlsx
from giaoban.papers.layout import NoSuchLayout, layouts
from giaoban.papers.letterhead import NoSuchIssuer, NoSuchSigning, remarks
from giaoban.papers.paper import Look, Paper
from giaoban.papers.template_example import example_template
from giaoban.papers.template_wall import BadTemplate
from giaoban.papers.template_words import WORDS as TEMPLATE_WORDS

PAPERS: tuple[Paper, ...] = (briefing_docx, briefing_pdf, briefing_text, figures_xlsx, figures_csv, pack_json)

__all__ = [
    "PAPERS", "TEMPLATE_WORDS", "BadTemplate", "Look", "NoSuchIssuer", "NoSuchLayout", "NoSuchSigning", "Paper", "board_csv",
    "board_xlsx", "example_template", "layouts", "remarks",
]  # fmt: skip
