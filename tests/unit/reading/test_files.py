from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from giaoban.reading import READERS, EmptyDocument, HugeDocument, NotThisKind, text_in
from giaoban.reading.files import LARGEST, decoded


@pytest.mark.parametrize(
    "content",
    ["đạt 5 tỷ".encode(), "đạt 5 tỷ".encode("utf-8-sig"), "đạt 5 tỷ".encode("utf-16")],
)
def test_text_is_decoded(content: bytes) -> None:
    """UTF-8 and UTF-16, with and without a mark."""
    assert decoded(content) == "đạt 5 tỷ"


def test_old_windows_text_is_decoded() -> None:
    """What is no UTF-8 is read as it says, else as Windows Vietnamese, else with holes."""
    assert decoded("ngân".encode("cp1258")) == "ngân"
    assert decoded(b'<meta charset="latin-1">\xe9') == '<meta charset="latin-1">é'
    assert decoded(b'<meta charset="khong-co">\xe9') == '<meta charset="khong-co">é'
    assert "\ufffd" in decoded(b"\xd2\xff\xfe\x81\x8d")


def test_each_kind_has_a_reader() -> None:
    """By the ending of the name."""
    assert [reader.name for reader in READERS] == ["txt", "html"]
    assert text_in(b"a", name="x/y.TXT") == ("a", ())
    assert text_in(b"a", name="x.y/khong_duoi") == ("a", ())
    assert text_in(b"<p>a", name="x.html") == ("a", ())


@pytest.mark.parametrize(
    ("content", "name", "kind"),
    [
        (b"PK\x03\x04...", "a.txt", NotThisKind), (b"%PDF-1.7", "a.html", NotThisKind), (b"a", "a.docx", NotThisKind),
        (bytes(range(20)) * 9, "a.txt", NotThisKind),
        (b" \n ", "a.txt", EmptyDocument), (b"", "a.txt", EmptyDocument), (b"a" * (LARGEST + 1), "a.txt", HugeDocument),
    ],
)  # fmt: skip
def test_what_cannot_be_read_is_said(content: bytes, name: str, kind: type) -> None:
    """Disguised, of another kind, binary, empty, huge: one sentence each, and no text."""
    text, problems = text_in(content, name=name)
    assert (text, [type(problem) for problem in problems]) == ("", [kind])
    assert all(problem.sentence(language) and problem.way_out(language) for problem in problems for language in ("vi", "en"))


@given(st.binary(max_size=400))
def test_any_bytes_end(content: bytes) -> None:
    """Text or a problem, never both and never neither."""
    text, problems = text_in(content, name="a.txt")
    assert bool(text) != bool(problems)
