"""Which words may an office's own template use, and what does each stand for?

These and no others. A list is gone through with `for`, and its items have the
fields that are named here; `noi_dung` and `phu_luc` put in ready paragraphs and
tables and stand alone in a paragraph: `{{p noi_dung }}`.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any

from markupsafe import Markup

from giaoban.briefing import Script
from giaoban.briefing.blocks import Block, Footnotes, Grid, Heading, Paragraph, Picture, Point
from giaoban.papers.letterhead import Letterhead
from giaoban.papers.letters import clean
from giaoban.papers.pages import marks, version


@dataclass(frozen=True, slots=True)
class TemplateWord:
    """One word that a template may use (từ dùng trong mẫu).

    Args:
        fields: Of the items of a list; empty for a plain word.
    """

    name: str
    vi: str
    fields: tuple[str, ...] = ()


WORDS = (
    TemplateWord("co_quan_chu_quan", "cơ quan chủ quản, viết hoa; có thể trống"),
    TemplateWord("co_quan_ban_hanh", "cơ quan ban hành, viết hoa"),
    TemplateWord("so_ky_hieu", "số (để trống) và ký hiệu"),
    TemplateWord("dia_danh_ngay", "địa danh, ngày tháng (để trống) năm"),
    TemplateWord("ten_loai", "tên loại văn bản: BÁO CÁO"),
    TemplateWord("trich_yeu", "trích yếu nội dung"),
    TemplateWord("ngay_hop", "ngày họp, trong ngoặc; có thể trống"),
    TemplateWord("ten_don_vi", "tên đơn vị"),
    TemplateWord("dau_van_ban", "DỰ THẢO, DỮ LIỆU GIẢ ĐỊNH"),
    TemplateWord("ban_so_lieu", "số mục và mã băm của bản số liệu"),
    TemplateWord("noi_dung", "toàn bộ nội dung: đề mục, đoạn, gạch đầu dòng, biểu, biểu đồ, chú thích; viết {{p noi_dung }}"),
    TemplateWord(
        "phu_luc",
        "biểu rộng và phụ lục, đặt ở trang ngang sau chữ ký; viết {{p phu_luc }}; mẫu không có từ này thì noi_dung có cả",
    ),
    TemplateWord("cac_phan", "các phần, mỗi phần có tên và các đoạn chữ", ("ten", "cac_doan")),
    TemplateWord("chu_thich", "các chú thích, theo thứ tự"),
    TemplateWord("ghi_chu_so_lieu", "các câu ghi bản số liệu và mục đích sử dụng"),
    TemplateWord("quyen_ky", "các dòng thẩm quyền, chức vụ người ký"),
    TemplateWord("noi_nhan", "các dòng nơi nhận"),
)
LISTS = ("cac_phan", "cac_doan", "chu_thich", "ghi_chu_so_lieu", "quyen_ky", "noi_nhan")
FIELDS = frozenset(field for word in WORDS for field in word.fields)


def said(script: Script, *, head: Letterhead, content: str, annex: str) -> dict[str, Any]:
    """Return what each word stands for.

    Args:
        content, annex: XML of the words with what stands among them, and of what comes after the signer.
    """
    lines = {line.zone: clean(line.text) for line in (*head.left, *head.right)}
    return {
        "co_quan_chu_quan": lines.get("superior", ""),
        "co_quan_ban_hanh": lines["issuer"],
        "so_ky_hieu": lines["number"],
        "dia_danh_ngay": lines["date"],
        "ten_loai": clean(script.title),
        "trich_yeu": clean(script.subject),
        "ngay_hop": clean(script.held),
        "ten_don_vi": clean(script.body_name),
        "dau_van_ban": clean(marks(script)),
        "ban_so_lieu": clean(version(script)),
        "noi_dung": Markup(content),  # noqa: S704 made by word_blocks, where every text is escaped
        "phu_luc": Markup(annex),  # noqa: S704 the same
        "cac_phan": _parts(script.blocks),
        "chu_thich": [clean(text) for block in script.blocks if isinstance(block, Footnotes) for text in block.texts],
        "ghi_chu_so_lieu": [clean(text) for text in script.stamp],
        "quyen_ky": list(head.signer),
        "noi_nhan": list(head.recipients),
    }


def _parts(blocks: Iterable[Block]) -> list[dict[str, Any]]:
    """Return the text under each heading; tables and pictures stand in it by their words."""
    parts: list[dict[str, Any]] = []
    for block in blocks:
        if isinstance(block, Heading):
            parts.append({"ten": clean(block.text), "cac_doan": []})
        elif text := _text(block):
            if not parts:
                parts.append({"ten": "", "cac_doan": []})
            parts[-1]["cac_doan"].append(clean(text))
    return parts


def _text(block: Block) -> str:
    match block:
        case Paragraph(text):
            return text
        case Point(text, number):
            return f"{number or '-'} {text}"
        case Picture():
            return block.alt
        case Grid():
            return block.caption if block.rows else block.empty
        case _:
            return ""
