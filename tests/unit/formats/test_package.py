from __future__ import annotations

import zipfile

import pytest

from giaoban.formats import package
from giaoban.formats.package import Broken, Locked, Package, Swollen, attribute, child, read_xml, words_of
from tests.unit.formats.files import zipped


def test_parts_are_unpacked_and_others_left() -> None:
    """Pictures and programs are never opened."""
    opened = Package(zipped({"a/b.xml": b"<a><b c='1'/></a>", "media/p.png": b"x", "vbaProject.bin": b"y"}))
    assert (set(opened.parts), opened.has_macros()) == ({"a/b.xml"}, True)
    assert attribute(child(opened.tree("a/b.xml"), "b"), "x", "c") == "1"
    assert opened.tree("none.xml") is None
    assert child(None, "b") is None
    assert attribute(None, "c") == ""


def test_what_swells_is_left_closed(monkeypatch: pytest.MonkeyPatch) -> None:
    """Too many parts, too much of one, too much together, shrunk too well."""
    monkeypatch.setattr(package, "MOST_PARTS", 2)
    with pytest.raises(Swollen):
        Package(zipped({f"{n}.xml": b"a" for n in range(3)}))
    monkeypatch.setattr(package, "MOST_OF_ONE", 10)
    with pytest.raises(Swollen):
        Package(zipped({"a.xml": b"a" * 20}))


def test_a_locked_or_false_package() -> None:
    """Said apart: one may take a password off."""
    content = bytearray(zipped({"a.xml": b"<a/>"}))
    at = content.index(b"PK\x01\x02")
    content[at + 8] |= 1
    with pytest.raises(Locked):
        Package(bytes(content))
    with pytest.raises(Broken):
        Package(b"PK\x03\x04")
    assert zipfile.is_zipfile  # the library is asked, not its errors


@pytest.mark.parametrize(
    "content", [b"", b"<a>", b"<!DOCTYPE a><a/>", b'<!DOCTYPE a [<!ENTITY b "c">]><a>&b;</a>', b"<a>" * 400 + b"</a>" * 400]
)
def test_xml_that_no_office_writes(content: bytes) -> None:
    """Unclosed, typed, with entities, nested beyond all measure."""
    with pytest.raises(Broken):
        read_xml(content)


def test_words_of_a_part() -> None:
    """By paragraph, with its line breaks; else every text."""
    assert list(words_of(read_xml(b"<a><p><t>x</t><br/><t>y</t></p><p/></a>"))) == ["x\ny"]
    assert list(words_of(read_xml(b"<a><title> x </title><b/></a>"))) == ["x"]
