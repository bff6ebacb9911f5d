"""What stands on the pages: figures with their reasons, in words that a reader of the paper knows."""

from __future__ import annotations

import re

import pytest

from tests.flow import small
from tests.people import LEADER, OFFICE

HA_TINH = "/tong-quan/ha-tinh/2021-Q1/?as_known=20/4/2021"


def text(response) -> str:
    """Return what is read, without tags."""
    return re.sub(r"\s+", " ", re.sub(r"<[^>]+>", " ", response.content.decode()))


def test_the_overview_says_what_the_briefing_of_20_april_2021_said(embedded_ha_tinh, visit):
    """Counts, what is weak, the difficulty, the aim noted, and every stated share with its source."""
    page = visit(OFFICE).get(HA_TINH)
    assert page.status_code == 200
    said = text(page)
    assert "160 chỉ tiêu : 6 đạt hoặc đúng tiến độ · 0 chậm tiến độ · 4 đạt thấp · 2 chưa đánh giá · 148 chưa có số liệu" in said
    assert "Thiếu xi măng do cấp trên cấp cho chương trình mục tiêu" in said
    assert "Khối lượng chương trình mục tiêu hoàn thành : 80 % trước ngày 15/8/2021" in said
    assert "như đã biết đến 23:59 ngày 20/4/2021" in said


def test_every_number_leads_to_where_it_comes_from(embedded_ha_tinh, visit):
    """Each link of the table that asks why is a page that answers."""
    client = visit(OFFICE)
    addresses = sorted(set(re.findall(r'href="(/giai-thich/[^"]+)"', client.get(HA_TINH).content.decode())))
    assert len(addresses) >= 20
    for address in addresses:
        page = client.get(address.replace("&amp;", "&"))
        assert page.status_code == 200, address
        assert "Cách tính" in page.content.decode()


def test_why_names_entry_document_place_and_person(embedded_ha_tinh, visit):
    """The revenue of the first quarter: as printed, where it stands, who recorded it, by which rule."""
    said = text(visit(OFFICE).get("/giai-thich/thu-ngan-sach/ha-tinh/2021-Q1/?as_known=20/4/2021"))
    assert "154,3 tỷ đồng" in said
    assert "đoạn 4" in said
    assert "người ghi nguoi-cai-dat" in said
    assert "cộng các kỳ ngắn thành kỳ dài" in said


def test_the_drawer_gets_the_part_and_the_address_gets_the_page(embedded_ha_tinh, visit):
    """One address for both; the drawer's answer is no whole document."""
    client, address = visit(OFFICE), "/giai-thich/thu-ngan-sach/ha-tinh/2021-Q1/?as_known=20/4/2021"
    part = client.get(address, headers={"HX-Request": "true", "HX-Target": "drawer"}).content.decode()
    assert "<html" not in part
    assert "data-close" in part
    assert address.replace("&", "&amp;").replace("20/4/2021", "20%2F4%2F2021") in part


def test_the_question_line_becomes_an_address_to_share(embedded_ha_tinh, visit):
    """Typed days as papers write them; an unknown page is the overview."""
    client = visit(OFFICE)
    asked = {"trang": "bieu", "body": "ha-tinh", "period": "2021-Q1", "as_known": "20/4/2021", "frame": "", "on": ""}
    assert client.get("/hoi/", asked).headers["Location"] == "/bieu/ha-tinh/2021-Q1/?as_known=20%2F4%2F2021"
    assert client.get("/hoi/", asked | {"trang": "//evil.vn"}).headers["Location"].startswith("/tong-quan/ha-tinh/")


def test_one_book_opens_at_once(embedded_ha_tinh, visit):
    """From the first page to the body and the newest quarter."""
    assert visit(OFFICE).get("/").headers["Location"].startswith("/tong-quan/tinh-ha-tinh/2025")


def test_a_leader_sees_counts_and_names_only_in_the_annex(embedded_town, visit):
    """Naming units is the chair's decision (practice 14); the office works with names."""
    address = f"/chi-tieu/{small.REVENUE}/{small.TOWN}/{small.PERIOD}/"
    assert "Phường A" in text(visit(OFFICE).get(address)).split("Theo đơn vị trực thuộc")[1]
    leader = visit(LEADER)
    before = text(leader.get(address)).split("Theo đơn vị trực thuộc")[1]
    assert "4 đơn vị" in before
    assert "Phường A" not in before
    annex = text(leader.get(address, {"ten": "1"})).split("Theo đơn vị trực thuộc")[1]
    assert "Phụ lục gửi người chủ trì" in annex
    assert "Phường A" in annex


def test_made_figures_say_so(embedded_town, visit):
    """On every page of the book."""
    client = visit(OFFICE)
    for page in ("tong-quan", "bieu", "don-vi"):
        assert "DỮ LIỆU GIẢ ĐỊNH" in text(client.get(f"/{page}/{small.TOWN}/{small.PERIOD}/"))


@pytest.mark.parametrize("page", ["tong-quan", "bieu", "don-vi", "chi-tieu/thu-ngan-sach"])
def test_the_pages_speak_english_when_asked(embedded_ha_tinh, visit, page):
    """The frame of the page; figures and names of papers stay as they are."""
    client = visit(OFFICE)
    client.post("/ngon-ngu/", {"language": "en", "next": "/"})
    said = client.get(f"/{page}/ha-tinh/2021-Q1/").content.decode()
    assert '<html lang="en">' in said
    assert "Overview" in said
    client.post("/ngon-ngu/", {"language": "vi", "next": "/"})
    assert '<html lang="vi">' in client.get(f"/{page}/ha-tinh/2021-Q1/").content.decode()


@pytest.mark.parametrize(("paper", "media", "begins"), [
    ("docx", "application/vnd.openxmlformats-officedocument.wordprocessingml.document", b"PK"),
    ("pdf", "application/pdf", b"%PDF"),
    ("text", "text/plain; charset=utf-8", "[Thành phố".encode()),
    ("pack", "application/json", b"{"),
])  # fmt: skip
def test_papers_are_those_of_the_command_line(embedded_ha_tinh, visit, paper, media, begins):
    """The same bytes, under a name that says of what they are."""
    from giaoban import flow
    from tests.people import AT, at_the_door

    page = visit(LEADER).get(f"/tai-ve/{paper}/ha-tinh/2021-Q1/?as_known=20/4/2021")
    assert (page.status_code, page.headers["Content-Type"]) == (200, media)
    assert 'filename="ha-tinh-2021-Q1-' in page.headers["Content-Disposition"].replace("thanh-pho-", "")
    wanted = flow.Wanted("ha-tinh", "2021-Q1", as_known=flow.moment.instant("20/4/2021"))
    by = at_the_door(LEADER)
    pack = flow.brief(wanted, for_office=False, by=by, at=AT)
    assert page.content == flow.publish(pack, paper=paper, by=by)
    assert page.content.startswith(begins) or paper == "text"


def test_a_chart_has_words_and_a_table(embedded_town, visit):
    """Whoever cannot see it reads the same."""
    shown = visit(OFFICE).get(f"/chi-tieu/{small.REVENUE}/{small.TOWN}/{small.PERIOD}/").content.decode()
    alt = re.search(r'<img src="data:image/svg\+xml;base64,[A-Za-z0-9+/=]+" alt="([^"]+)">', shown)
    assert alt
    assert f"<figcaption>{alt[1]}</figcaption>" in shown
    assert "Bảng số liệu của biểu đồ" in shown


def test_both_databases_serve_the_pages(town, visit):
    """Sign in with a wrong password, which is counted in the database, then look."""
    client = visit("")
    assert "chưa đúng" in client.post("/dang-nhap/", {"login": OFFICE, "password": "sai"}).content.decode()
    assert visit(OFFICE).get(f"/bieu/{small.TOWN}/{small.PERIOD}/").status_code == 200


def test_a_count_leads_to_the_rows_that_it_counts(embedded_ha_tinh, visit):
    """Four weak indicators: four rows."""
    client = visit(OFFICE)
    overview = client.get(HA_TINH).content.decode()
    address = re.search(r'href="([^"]+loc=weak)"', overview)
    assert address
    shown = client.get(address[1].replace("&amp;", "&")).content.decode()
    assert "Chỉ các chỉ tiêu" in shown
    assert len(re.findall(r'<td class="tt">\d+</td>', shown)) == 4


@pytest.mark.parametrize(("kind", "begins"), [("csv", b"\xef\xbb\xbf"), ("xlsx", b"PK")])
def test_the_table_as_a_file_holds_what_its_reader_sees(embedded_town, visit, kind, begins):
    """The body alone; the parts by name for whoever asks."""
    client, address = visit(OFFICE), f"/tai-bieu/{kind}/{small.TOWN}/{small.PERIOD}/"
    own, more = client.get(address), client.get(address, {"don-vi": "1"})
    assert (own.status_code, own.content[: len(begins)]) == (200, begins)
    assert f'filename="bieu-thi-xa-thu-{small.PERIOD}.{kind}"' in own.headers["Content-Disposition"]
    if kind == "csv":
        assert "Phường A" not in own.content.decode()
        assert "Phường A" in more.content.decode()
    assert visit(OFFICE).get(address.replace(f"/{kind}/", "/exe/")).status_code == 404


def test_why_counts_the_parts_before_a_leader_and_names_them_in_the_annex(embedded_town, visit):
    """A total rests on four wards; the office reads their names at once."""
    address = f"/giai-thich/{small.REVENUE}/{small.TOWN}/{small.PERIOD}/"
    assert "Phường A, quý I/2026" in text(visit(OFFICE).get(address))
    before = text(visit(LEADER).get(address))
    assert "4 mục của các đơn vị trực thuộc." in before
    assert "Phường A, quý I/2026" not in before
    assert "Phường A, quý I/2026" in text(visit(LEADER).get(address, {"ten": "1"}))
