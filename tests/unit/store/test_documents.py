"""Documents are kept by their bytes or cited by their citation, and may be blanked."""

from __future__ import annotations

import hashlib
from datetime import date

import pytest

from giaoban import store
from giaoban.store import Blanking, Kept, Tally, sql
from giaoban.store.faults import NotKept, WasBlanked
from giaoban.values import Source

REPORT = Source("Báo cáo quý I", number="45/BC-UBND", issuer="UBND Phường Mẫu", dated=date(2026, 4, 2), url="https://example.vn/45")
BYTES = b"%PDF-1.7\x00\xff"
SHA = hashlib.sha256(BYTES).hexdigest()


def test_a_cited_document_is_known_by_its_citation(database):
    """The article belongs to whoever cites, not to the document."""
    sha256 = store.documents.keep(
        Source("Báo cáo quý I", "45/BC-UBND", "UBND Phường Mẫu", date(2026, 4, 2), "Biểu 02", "https://example.vn/45")
    )
    assert sha256 == REPORT.sha256
    assert store.documents.find(sha256) == Kept(REPORT.sha256, REPORT, None, "", "", None)


def test_a_kept_document_is_known_by_its_bytes(database):
    """Bytes, file name and type come back as they came."""
    assert store.documents.keep(REPORT, content=BYTES, filename="bc45.pdf", media_type="application/pdf") == SHA
    assert store.documents.find(SHA) == Kept(SHA, REPORT, BYTES, "bc45.pdf", "application/pdf", None)


def test_a_document_that_is_kept_twice_is_kept_once(database):
    """The same bytes under another name: the first citation stands."""
    store.documents.keep(REPORT, content=BYTES, filename="a.pdf")
    store.documents.keep(Source("khác"), content=BYTES, filename="b.pdf")
    assert store.documents.find(SHA).source == REPORT
    assert store.documents.tally() == Tally(1, 0, ())


def test_a_document_that_was_never_kept_is_not_found(database):
    """A digest of nothing is said to be so."""
    with pytest.raises(NotKept):
        store.documents.find(SHA)


def test_a_blanked_document_is_gone_for_ever(database, at):
    """Bytes and citation are gone, the act remains, and the same file is not taken again."""
    store.documents.keep(REPORT, content=BYTES, filename="bc45.pdf")
    store.documents.blank(SHA, at=at, by="ng-1", reason="dữ liệu cá nhân", decision="QĐ 12")
    act = Blanking(at, "ng-1", "dữ liệu cá nhân", "QĐ 12")
    assert store.documents.find(SHA) == Kept(SHA, Source(""), None, "", "", act)
    with pytest.raises(WasBlanked):
        store.documents.keep(REPORT, content=BYTES)
    with pytest.raises(WasBlanked):
        store.documents.blank(SHA, at=at, by="ng-1", reason="lại", decision="QĐ 13")
    with pytest.raises(NotKept):
        store.documents.blank(REPORT.sha256, at=at, by="ng-1", reason="lý do", decision="QĐ 12")
    assert store.documents.tally() == Tally(0, 1, ())


def test_a_document_that_was_changed_is_found(database):
    """Be it the bytes of a kept one or the citation of a cited one."""
    kept, cited = store.documents.keep(REPORT, content=BYTES), store.documents.keep(REPORT)
    store.documents.keep(Source("khác"))
    sql.rows("UPDATE store_document SET title = 'Báo cáo năm' WHERE sha256 = %s RETURNING sha256", [cited])
    sql.rows("UPDATE store_document SET content = %s WHERE sha256 = %s RETURNING sha256", [b"x", kept])
    assert store.documents.tally() == Tally(3, 0, tuple(sorted((kept, cited))))
