"""Is a Word file free of leftovers and of the clock?"""

from __future__ import annotations

import io
import zipfile
from datetime import datetime

from docx import Document

from giaoban.papers.layout import layout
from giaoban.papers.word_file import blank, repacked, running, written


def empty(as_known: str = "2021-04-20T10:05:00.000000Z") -> bytes:
    return written(blank(layout("state"), title="BÁO CÁO", subject="thử", as_known=as_known))


def test_its_date_is_that_of_the_figures() -> None:
    """And of nothing, where nothing is known."""
    about = Document(io.BytesIO(empty())).core_properties
    assert (about.title, about.author, about.language, about.comments) == ("BÁO CÁO", "giaoban", "vi-VN", "")
    assert about.created.replace(tzinfo=None) == about.modified.replace(tzinfo=None) == datetime(2021, 4, 20, 10, 5)  # type: ignore[union-attr] # noqa: DTZ001
    assert Document(io.BytesIO(empty(""))).core_properties.created.year == 1980  # type: ignore[union-attr]


def test_entries_stand_in_one_order_and_bear_one_date() -> None:
    archive = zipfile.ZipFile(io.BytesIO(empty()))
    names = archive.namelist()
    assert names[0] == "[Content_Types].xml"
    assert names[1:] == sorted(names[1:])
    assert {entry.date_time for entry in archive.infolist()} == {(1980, 1, 1, 0, 0, 0)}
    assert not [name for name in names if "thumbnail" in name]


def test_the_order_in_which_parts_were_written_does_not_matter() -> None:
    packed = []
    for names in (("b.xml", "a.xml", "[Content_Types].xml"), ("[Content_Types].xml", "a.xml", "b.xml")):
        made = io.BytesIO()
        with zipfile.ZipFile(made, "w") as archive:
            for name in names:
                archive.writestr(name, name)
        packed.append(repacked(made.getvalue()))
    assert packed[0] == packed[1]


def test_it_opens_in_no_compatibility_mode() -> None:
    assert b'w:name="compatibilityMode"' in zipfile.ZipFile(io.BytesIO(empty())).read("word/settings.xml")


def test_headers_and_footers_have_ids_of_their_own() -> None:
    document = blank(layout("state"), title="", subject="", as_known="")
    ids = [running(document, content="<w:p/>", foot=foot) for foot in (False, True, False)]
    assert len(set(ids)) == 3
