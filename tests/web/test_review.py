"""The inbox and the review page: received in memory, marked, decided by plain forms; nothing is recorded without a person."""

from __future__ import annotations

import re

from django.conf import settings
from django.core.files.uploadedfile import SimpleUploadedFile

from giaoban import flow, store
from tests.flow.small import BOOK, TOWN, A
from tests.people import AT, LEADER, OFFICE, OFFICER_A, at_the_door
from tests.unit.formats.files import excel

TEXT = "Quý II/2026, chỉ tiêu thử thu-thu đạt 21,5 tỷ đồng, bằng 145% so với cùng kỳ. <script>alert(1)</script> Trồng 300 cây hoa giấy.\n"
INBOX = f"/van-ban/{BOOK}/"


def receive(client, text: str = TEXT, **more: str):
    """Send a pasted document and return the page of its suggestions."""
    return client.post(INBOX, {"pasted": text, "body": TOWN, **more}, follow=True)


def review_of(page) -> str:
    """Return the address of the review page that one was sent to."""
    return page.redirect_chain[-1][0]


def test_a_pasted_text_is_received_and_marked(embedded_town, visit):
    """Each quote is a link to its suggestion and back; what stands in the text is never markup."""
    page = receive(visit(OFFICE))
    said = page.content.decode()
    assert "<script>alert" not in said
    spans = set(re.findall(r'class="span \w+ " href="#d(\d+)">', said))
    cards = set(re.findall(r'<article id="d(\d+)"', said))
    assert spans <= cards
    assert {f'href="#v{number}"' in said and f'id="v{number}"' in said for number in cards} == {True}


def test_a_person_accepts_edits_and_rejects(embedded_town, visit):
    """Each by a form of its own; what is incomplete waits and says why."""
    client = visit(OFFICE)
    address = review_of(receive(client))
    before = store.books.head(BOOK).number
    edited = {"act": "accept", "number": "1", "f-indicator": "thu-thu", "f-body": TOWN, "f-period": "2026-Q2", "f-printed": "21,6 tỷ đồng"}
    said = client.post(address, edited, follow=True).content.decode()
    assert "Đã ghi vào sổ" in said
    entry = next(entry for entry in store.books.read(BOOK).entries[before:] if entry.kind == "Figure")
    assert entry.content["printed"] == "21,6 tỷ đồng"
    waits = client.post(address, {"act": "accept", "number": "2", "f-indicator": ""}, follow=True).content.decode()
    assert "còn thiếu" in waits
    assert "đã bỏ" in client.post(address, {"act": "reject", "number": "2"}, follow=True).content.decode()
    again = client.post(address, edited, follow=True)
    assert (again.status_code, "không có đề xuất 1 đang chờ" in again.content.decode()) == (200, True)


def test_bulk_acceptance_is_one_button(embedded_town, visit):
    """For what is sure and complete."""
    rows = [["TT", "Chỉ tiêu", "ĐVT", "TH quý II/2026"], ["1", "Chỉ tiêu thử thu-thu", "tỷ đồng", 12.5]]
    client = visit(OFFICE)
    page = client.post(INBOX, {"file": SimpleUploadedFile("b.xlsx", excel({"Biểu 01": rows})), "body": TOWN}, follow=True)
    assert "Ghi 1 đề xuất" in page.content.decode()
    said = client.post(review_of(page), {"act": "accept_sure"}, follow=True).content.decode()
    assert "đã ghi, mục" in said


def test_what_may_not_be_kept_is_said_on_the_page(embedded_town, visit):
    """A secret, a list of people with its two ways out, nothing at all."""
    client = visit(OFFICE)
    secret = client.post(INBOX, {"pasted": "MẬT\n" + TEXT})
    assert (secret.status_code, "không dùng cho bí mật nhà nước" in secret.content.decode()) == (400, True)
    people = [["TT", "Họ và tên", "Số CCCD"], *[[str(n), "Trần Thị Mẫu", f"04209900000{n}"] for n in range(4)]]
    listed = client.post(INBOX, {"file": SimpleUploadedFile("p.xlsx", excel({"B": people}))})
    said = listed.content.decode()
    assert (listed.status_code, "dữ liệu cá nhân của 4 người" in said, 'name="drop"' in said) == (400, True, True)
    assert client.post(INBOX, {}).status_code == 400
    assert flow.inbox.papers(BOOK, by=at_the_door(OFFICE)) == ()
    dropped = client.post(INBOX, {"file": SimpleUploadedFile("p.xlsx", excel({"B": people})), "drop": "1"}, follow=True)
    assert (dropped.status_code, "042099" in dropped.content.decode()) == (200, False)


def test_a_file_is_never_written_before_it_is_looked_at():
    """Uploads stay in memory, whatever their size."""
    assert settings.FILE_UPLOAD_HANDLERS == ["django.core.files.uploadhandler.MemoryFileUploadHandler"]
    assert settings.CONFIG.upload_mb * 1024 * 1024 <= settings.FILE_UPLOAD_MAX_MEMORY_SIZE


def test_who_may_not_record_is_not_let_in(embedded_town, visit):
    """Neither to the list nor to a document."""
    address = review_of(receive(visit(OFFICE)))
    leader = visit(LEADER)
    assert (leader.get(INBOX).status_code, leader.get(address).status_code, leader.get("/van-ban/").status_code) == (403, 404, 200)
    assert visit(OFFICER_A).get(INBOX).status_code == 200


def test_a_document_belongs_to_its_book(embedded_town, visit):
    """Under another book's address it is not found."""
    address = review_of(receive(visit(OFFICE)))
    assert visit(OFFICE).get(address.replace(BOOK, "so-khac")).status_code == 404


def test_what_differs_from_the_book_is_told(embedded_town, visit):
    """Held against what was recorded before."""
    by = at_the_door(OFFICE)
    flow.inbox.receive("Quý II/2026, chỉ tiêu thử thu-thu đạt 10 tỷ đồng.".encode(), name="a.txt", book=BOOK, body=A, by=by, at=AT)
    (paper,) = flow.inbox.papers(BOOK, by=by)
    flow.inbox.accept(paper.id, edits={1: {"indicator": "thu-thu"}}, by=by, at=AT)
    said = receive(visit(OFFICE), "Quý II/2026, chỉ tiêu thử thu-thu đạt 99 tỷ đồng.", body=A).content.decode()
    assert "Khác số đã ghi trong sổ." in said


def test_a_long_document_is_shown_in_parts(embedded_town, visit):
    """A hundred and twenty suggestions at a time, the rest on the next page."""
    rows = [["TT", "Chỉ tiêu", "ĐVT", "TH quý II/2026"], *[[str(n), f"Chỉ tiêu lạ {n}", "cây", n] for n in range(1, 151)]]
    client = visit(OFFICE)
    page = client.post(INBOX, {"file": SimpleUploadedFile("b.xlsx", excel({"Biểu 01": rows})), "body": TOWN}, follow=True)
    assert page.content.decode().count("<article") == 120
    rest = client.get(review_of(page), {"tu": "121"}).content.decode()
    assert (rest.count("<article"), 'id="d121"' in rest) == (30, True)
