"""Is every file refused that is no plain Word file, carries programs, or reaches out of itself?"""

from __future__ import annotations

import io
import zipfile

import pytest

from giaoban.papers import example_template, layouts
from giaoban.papers.template_wall import ActiveTemplate, BadTemplate, BrokenTemplate, examine
from tests.unit.papers.templates import MAIN, changed, inside, linked, template

GOOD = template("{{ ten_loai }}")
FIELD = (
    '<w:p><w:r><w:fldChar w:fldCharType="begin"/></w:r><w:r><w:instrText>{}</w:instrText></w:r><w:r><w:instrText>{}</w:instrText></w:r>'
    '<w:r><w:fldChar w:fldCharType="end"/></w:r></w:p>'
)


def scrambled() -> bytes:
    """Return a file whose first part is packed wrongly."""
    at = GOOD.index(b"[Content_Types].xml") + len("[Content_Types].xml")
    return GOOD[:at] + b"\xff" * 40 + GOOD[at + 40 :]


def test_a_plain_file_and_the_examples_may_serve() -> None:
    """With a link to a page of the web, too, and with fields that count pages."""
    linked_to_the_web = linked(GOOD, kind="hyperlink", target="https://example.gov.vn")
    apart = '<w:p><w:r><w:fldChar w:fldCharType="separate"/><w:fldChar w:fldCharType="end"/></w:r></w:p>'
    result = '</w:instrText><w:fldChar w:fldCharType="separate"/><w:instrText>'
    fields = inside(GOOD, xml=FIELD.format(" PA", f"GE {result}") + apart)
    assert [examine(one) for one in (GOOD, linked_to_the_web, fields, *map(example_template, layouts()))] == [()] * 5


def huge() -> bytes:
    return changed(GOOD, more={"word/media/zero.png": b"\0" * (50 * 2**20)})


def many() -> bytes:
    return changed(GOOD, more={f"word/media/{at}.png": b"x" for at in range(500)})


def of_another_kind() -> bytes:
    made = io.BytesIO()
    with zipfile.ZipFile(made, "w") as archive:
        archive.writestr("[Content_Types].xml", "<Types/>")
    return made.getvalue()


@pytest.mark.parametrize(
    ("content", "why"),
    [
        (b"", "no Word file"),
        (b"%PDF-1.7", "no Word file"),
        (b"PK\x03\x04" + b"\0" * 50, "no Word file"),
        (b"x" * (5 * 2**20), "larger than 4 MB"),
        (huge(), "too large inside"),
        (many(), "too large inside"),
        (of_another_kind(), "no Word file"),
        (GOOD[: len(GOOD) // 2], "no Word file"),
        (GOOD.replace(b"word/document.xml", b"word/documenu.xml", 1), "damaged"),
        (scrambled(), "damaged"),
        (changed(GOOD, change={MAIN: lambda found: found[:-20]}), "is damaged"),
        (changed(GOOD, change={MAIN: lambda found: found.replace(b"ten_loai", b"\xff")}), "is damaged"),
    ],
)
def test_what_is_no_word_file_is_refused(content: bytes, why: str) -> None:
    (problem,) = examine(content)
    assert isinstance(problem, BrokenTemplate)
    assert why in problem.sentence("en")
    assert "giaoban template" in problem.way_out()


@pytest.mark.parametrize(
    ("content", "what"),
    [
        (changed(GOOD, more={"word/vbaProject.bin": b"x"}), "macros"),
        (changed(GOOD, change={"[Content_Types].xml": lambda found: found.replace(b"document.main", b"macroEnabled.main")}), "macros"),
        (changed(GOOD, more={"word/embeddings/oleObject1.bin": b"x"}), "an embedded file"),
        (changed(GOOD, more={"word/afchunk.htm": b"x"}), "an embedded file"),
        (linked(GOOD, kind="image", target="http://evil.example/x.png"), "a link to another file"),
        (linked(GOOD, kind="image", target="file://server/share/x.png"), "a link to another file"),
        (linked(GOOD, kind="hyperlink", target="file://server/x"), "a link to another file"),
        (linked(GOOD, kind="attachedTemplate", target="http://evil.example/x.dotm"), "an object"),
        (linked(GOOD, kind="oleObject", target="embeddings/x.bin", external=False), "an object"),
        (linked(GOOD, kind="aFChunk", target="x.xml", external=False), "an object"),
        (inside(GOOD, xml=FIELD.format(" DDE", "AUTO cmd")), "a field “DDEAUTO”"),
        (inside(GOOD, xml=FIELD.format(' includepicture "http://x"', "")), "a field “INCLUDEPICTURE”"),
        (inside(GOOD, xml='<w:p><w:fldSimple w:instr="INCLUDETEXT x"/></w:p>'), "a field “INCLUDETEXT”"),
        (inside(GOOD, xml="<w:p><w:r><w:instrText>LINK x</w:instrText></w:r></w:p>"), "a field “LINK”"),
        (inside(GOOD, xml='<w:p><w:r><w:fldChar w:fldCharType="begin"/><w:instrText>LINK x</w:instrText></w:r></w:p>'), "a field “LINK”"),
        (changed(GOOD, change={MAIN: lambda found: found.replace(b"?>", b'?><!DOCTYPE x [<!ENTITY a "b">]>', 1)}), "declarations"),
        (changed(GOOD, change={MAIN: lambda found: found.decode().encode("utf-16")}), "declarations"),
    ],
)  # fmt: skip
def test_what_is_more_than_a_paper_is_refused(content: bytes, what: str) -> None:
    problems = examine(content)
    assert any(isinstance(one, ActiveTemplate) and what in one.sentence("en") for one in problems), problems


def test_a_file_with_a_password_is_refused() -> None:
    """Its entries say that they are encrypted."""
    locked = bytearray(GOOD)
    at = locked.rfind(b"PK\x01\x02")
    locked[at + 8] |= 1
    assert "too large inside" in examine(bytes(locked))[0].sentence("en") or "password" in examine(bytes(locked))[0].sentence("en")


def test_all_problems_are_told_at_once() -> None:
    content = linked(changed(GOOD, more={"word/vbaProject.bin": b"x"}), kind="image", target="http://evil.example/x.png")
    assert len(examine(content)) == 3
    assert str(BadTemplate(examine(content))).count(";") == 2
