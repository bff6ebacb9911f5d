"""May this file serve as a template? Judged before anything of it is opened as a document or run.

A template comes from outside. It is refused where it is no plain Word file,
carries programs or foreign objects, reaches out to other files, or asks for more
than the words that a template may use.
"""

from __future__ import annotations

import io
import re
import zipfile
import zlib
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any, ClassVar

from lxml import etree

from giaoban.papers.word_styles import W
from giaoban.values import Problem, Said, Span

LARGEST, LARGEST_OPEN, LARGEST_PART, MOST = 4 * 2**20, 40 * 2**20, 4 * 2**20, 400
MAIN = "application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml"
WEB = ("http://", "https://", "mailto:")
ACTIVE = (
    "oleobject", "package", "control", "vbaproject", "afchunk", "attachedtemplate", "subdocument", "frame", "externallink", "activex",
    "wordvbadata", "keymapcustomizations", "mailmerge",
)  # fmt: skip
FIELDS = {
    "PAGE", "NUMPAGES", "SECTION", "SECTIONPAGES", "STYLEREF", "TOC", "REF", "PAGEREF", "SEQ", "TITLE", "SUBJECT", "AUTHOR", "HYPERLINK",
}  # fmt: skip
PLACE = Span("")


@dataclass(frozen=True)
class BrokenTemplate(Problem):
    """The template is no Word file that can be used."""

    code: ClassVar[str] = "template-broken"
    vi: ClassVar[str] = "mẫu không dùng được: {why}."
    en: ClassVar[str] = "the template cannot be used: {why}."
    way_out_vi: ClassVar[str] = "Mở mẫu bằng Word, sửa chỗ nêu trên, lưu lại dạng .docx. Lấy mẫu ví dụ: giaoban template --out mau.docx."
    way_out_en: ClassVar[str] = "Open it in Word, mend what is named, save it as .docx. Take the example: giaoban template --out mau.docx."

    why: Said


@dataclass(frozen=True)
class ActiveTemplate(Problem):
    """The template carries a program, a foreign object or a way to other files."""

    code: ClassVar[str] = "template-active"
    vi: ClassVar[str] = "mẫu có nội dung không được phép: {what}."
    en: ClassVar[str] = "the template carries what is not allowed: {what}."
    way_out_vi: ClassVar[str] = "Bỏ macro, đối tượng nhúng, trường và liên kết ra ngoài, rồi lưu lại dạng .docx."
    way_out_en: ClassVar[str] = "Take out macros, embedded objects, fields and links to other files, and save it as .docx."

    what: Said


@dataclass(frozen=True)
class ForbiddenWord(Problem):
    """The template asks for more than the words that a template may use."""

    code: ClassVar[str] = "template-forbidden-word"
    vi: ClassVar[str] = "mẫu dùng “{what}”, không có trong danh sách được phép."
    en: ClassVar[str] = "the template uses “{what}”, which is not among what it may use."
    way_out_vi: ClassVar[str] = "Chỉ dùng các từ: {known}. Xem docs/using/papers.md."
    way_out_en: ClassVar[str] = "Use only these words: {known}. See docs/using/papers.md."

    what: str
    known: str


class BadTemplate(ValueError):
    """The template is refused; `problems` says why."""

    def __init__(self, problems: tuple[Problem, ...]) -> None:
        super().__init__("; ".join(problem.sentence("en") for problem in problems))
        self.problems = problems


def broken(vi: str, *, en: str) -> BrokenTemplate:
    """Return the problem of a file that is no usable Word file."""
    return BrokenTemplate(PLACE, Said(vi, en))


def examine(content: bytes) -> tuple[Problem, ...]:
    """Return everything that keeps a file from serving as a template; empty where nothing does."""
    if len(content) > LARGEST:
        return (broken("tệp lớn quá 4 MB", en="the file is larger than 4 MB"),)
    try:
        archive = zipfile.ZipFile(io.BytesIO(content))
        entries = archive.infolist()
    except (zipfile.BadZipFile, ValueError, OSError):
        return (broken("không phải tệp Word dạng .docx", en="it is no Word file of the kind .docx"),)
    if len(entries) > MOST or sum(entry.file_size for entry in entries) > LARGEST_OPEN or any(_is_huge(entry) for entry in entries):
        return (broken("bên trong quá lớn", en="it is too large inside"),)
    try:
        parts = {entry.filename: archive.read(entry) for entry in entries}
    except (zipfile.BadZipFile, zlib.error, RuntimeError, NotImplementedError, EOFError, OSError, ValueError):
        return (broken("tệp hỏng hoặc có mật khẩu", en="it is damaged or has a password"),)
    return tuple(dict.fromkeys(_judged(parts)))


def _is_huge(entry: zipfile.ZipInfo) -> bool:
    return entry.file_size > LARGEST_PART or bool(entry.flag_bits & 1)


def _judged(parts: dict[str, bytes]) -> Iterator[Problem]:
    """Yield what is wrong with the parts, the worst first."""
    types = parts.get("[Content_Types].xml", b"").decode("utf-8", "replace")
    if "macroenabled" in types.lower() or any("vba" in name.lower() for name in parts):
        yield ActiveTemplate(PLACE, Said("macro", "macros"))
    elif MAIN not in types:
        yield broken("không phải tệp Word dạng .docx", en="it is no Word file of the kind .docx")
        return
    for name, content in sorted(parts.items()):
        if name.lower().endswith((".xml", ".rels")):
            yield from _page(name, content)
        elif name.lower().endswith((".bin", ".exe", ".js", ".vbs", ".ole", ".html", ".htm", ".mht", ".rtf")):
            yield ActiveTemplate(PLACE, Said(f"tệp nhúng “{name[-60:]}”", f"an embedded file “{name[-60:]}”"))


def _page(name: str, content: bytes) -> Iterator[Problem]:
    """Yield what is wrong with one part of XML."""
    if re.search(rb"<!\s*(DOCTYPE|ENTITY)", content, re.IGNORECASE) or content[:2] in (b"\xff\xfe", b"\xfe\xff"):
        yield ActiveTemplate(PLACE, Said("khai báo XML ngoài chuẩn Word", "declarations that Word does not write"))
        return
    try:
        content.decode("utf-8")
        root = etree.fromstring(content, etree.XMLParser(resolve_entities=False, no_network=True, huge_tree=False))
    except (UnicodeDecodeError, etree.XMLSyntaxError):
        yield broken(f"phần “{name[-60:]}” bị hỏng", en=f"its part “{name[-60:]}” is damaged")
        return
    yield from _links(root) if name.lower().endswith(".rels") else _fields(root)


def _links(root: Any) -> Iterator[Problem]:
    """Yield each link that leads out of the file or to something that runs."""
    for link in root.iter("{*}Relationship"):
        kind, target = link.get("Type", "").rpartition("/")[2].lower(), link.get("Target", "")
        if kind.startswith(ACTIVE):
            yield ActiveTemplate(PLACE, Said(f"đối tượng “{kind}”", f"an object “{kind}”"))
        elif link.get("TargetMode", "").lower() == "external" and not (kind == "hyperlink" and target.lower().startswith(WEB)):
            yield ActiveTemplate(PLACE, Said(f"liên kết ra ngoài “{target[:80]}”", f"a link to another file, “{target[:80]}”"))


def _fields(root: Any) -> Iterator[Problem]:
    """Yield each field of Word that does more than count pages and name parts of the paper."""
    for instruction in [*_simple(root), *_spread(root)]:
        word = (instruction.split() or [""])[0].upper()
        if word and word not in FIELDS:
            yield ActiveTemplate(PLACE, Said(f"trường “{word[:40]}”", f"a field “{word[:40]}”"))


def _simple(root: Any) -> list[str]:
    return [field.get(f"{{{W}}}instr", "") for field in root.iter(f"{{{W}}}fldSimple")]


def _spread(root: Any) -> Iterator[str]:
    """Yield the instruction of each field that is spread over runs, however it is cut up; fields may stand in fields."""
    stack: list[str] = []
    for element in root.iter(f"{{{W}}}fldChar", f"{{{W}}}instrText"):
        if element.tag.endswith("instrText"):
            if stack:
                stack[-1] += element.text or ""
            else:
                yield element.text or ""
        elif element.get(f"{{{W}}}fldCharType") == "begin":
            stack.append("")
        elif stack:
            yield stack[-1]
            stack[-1] = ""
            if element.get(f"{{{W}}}fldCharType") == "end":
                stack.pop()
    yield from stack
