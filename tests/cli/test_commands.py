"""What do the commands print? A person's page, or data of a known form."""

from __future__ import annotations

import json
import os
import re
import shutil
import subprocess
import sys

import jsonschema
import pytest

from giaoban import papers, store
from giaoban.cli import bench
from giaoban.cli.door import Door
from tests.flow import small
from tests.house.source import ROOT
from tests.people import EVERYBODY, LEADER, OFFICER_A

ASKED = ("--body", small.TOWN, "--period", small.PERIOD)
HA_TINH = ("--body", "ha-tinh", "--period", "2021-Q1", "--as-known", "2021-04-20")
SCHEMA = json.loads((ROOT / "docs" / "using" / "board.schema.json").read_text("utf-8"))
ENGLISH = "en_US.UTF-8"


def data(ran) -> object:
    """Return what a command printed as JSON; all else went to standard error."""
    assert ran.code == 0, ran.err
    return json.loads(ran.out)


@pytest.mark.parametrize("period", ["2021-Q1", "2020-Q1", "2021-9M", "2021-10-31", "2024", "2025-H2"])
def test_a_board_as_data_is_of_the_published_form(giaoban, embedded_ha_tinh, period):
    """docs/using/board.schema.json, with the parts and without."""
    jsonschema.Draft202012Validator.check_schema(SCHEMA)
    more = ("--units",) if period == "2021-9M" else ()
    found = data(giaoban("board", "--body", "ha-tinh", "--period", period, "--frame", "2021-12-31", *more, "--json"))
    jsonschema.validate(found, SCHEMA, cls=jsonschema.Draft202012Validator)


@pytest.mark.parametrize("account", EVERYBODY)
def test_a_board_as_data_is_of_that_form_for_everybody(giaoban, embedded_town, account):
    """What is hidden does not change the form."""
    found = data(giaoban("--as", account, "board", *ASKED, "--units", "--json"))
    jsonschema.validate(found, SCHEMA, cls=jsonschema.Draft202012Validator)


def test_the_briefing_of_20_april_2021_is_printed(giaoban, ha_tinh):
    """The numbers of the article, from both databases; the day before, none of them."""
    rows = {row["indicator"]: row for row in data(giaoban("board", *HA_TINH, "--json"))["rows"]}
    revenue, trees = rows["thu-ngan-sach"], rows["cay-xanh-trong-moi"]
    assert (revenue["value"], revenue["measure"], trees["value"]) == (154.3, "tỷ đồng", None)
    assert [(one["relation"], one["authority"], one["value"]) for row in (revenue, trees) for one in row["stated"]] == [
        ("same_period", None, 1.45),
        ("plan", "unnamed", 1.88),
    ]
    before = data(giaoban("board", *HA_TINH[:-1], "2021-04-19", "--json"))["rows"]
    assert [row["indicator"] for row in before if row["value"] is not None or row["stated"]] == []


def test_ask_gives_the_board_of_a_few_indicators(giaoban, embedded_ha_tinh):
    found = data(giaoban("ask", "thu-ngan-sach", "cay-xanh-trong-moi", *HA_TINH, "--json"))
    jsonschema.validate(found, SCHEMA, cls=jsonschema.Draft202012Validator)
    assert [(row["indicator"], row["value"]) for row in found["rows"]] == [("thu-ngan-sach", 154.3), ("cay-xanh-trong-moi", None)]


def test_ask_says_a_sentence_an_indicator(giaoban, embedded_ha_tinh):
    ran = giaoban("ask", "thu-ngan-sach", "cay-xanh-trong-moi", *HA_TINH)
    assert ran.out.splitlines()[:2] == [
        "Thu ngân sách trên địa bàn: đạt 154,3 tỷ đồng, bằng 145% so với cùng kỳ (theo nguồn [1]).",
        "Cây xanh trồng mới: bằng 188% kế hoạch (theo nguồn [1]; nguồn không nêu rõ kế hoạch nào).",
    ]


def test_ask_says_when_nothing_may_be_seen(giaoban, embedded_town):
    ran = giaoban("--as", OFFICER_A, "ask", small.OF_TWO, *ASKED)
    assert (ran.code, ran.out, ran.err) == (0, "", "Không có số liệu nào tài khoản này được xem.\n")


def test_board_is_a_page(giaoban, embedded_ha_tinh):
    out = giaoban("board", *HA_TINH).out
    assert "Thành phố Hà Tĩnh" in out
    assert re.search(r"Thu ngân sách.*│ +154,3 │", out)


def test_a_made_book_is_marked(giaoban, embedded_town, tmp_path):
    """On the board and in the briefing."""
    assert "DỮ LIỆU GIẢ ĐỊNH" in giaoban("board", *ASKED).out
    assert giaoban("brief", *ASKED, "--out", tmp_path).code == 0
    assert "DỮ LIỆU GIẢ ĐỊNH" in (tmp_path / "briefing.txt").read_text("utf-8")
    assert json.loads((tmp_path / "pack.json").read_text("utf-8"))["made"] is True


def test_explain_leads_to_the_source(giaoban, embedded_ha_tinh):
    """As text and as data."""
    out = giaoban("explain", "thu-ngan-sach", *HA_TINH).out
    assert "154,3 tỷ đồng" in out
    assert "Báo Hà Tĩnh" in out
    found = data(giaoban("explain", "thu-ngan-sach", *HA_TINH, "--what", "stated", "--json"))
    assert (found["what"], found["value"], [line["kind"] for line in found["lines"]]) == ("stated", 1.45, ["Stated"])


@pytest.mark.parametrize("what", ["value", "to_date", "same_period", "growth", "target", "attainment", "stated", "status"])
def test_every_number_of_a_row_can_be_explained(giaoban, embedded_ha_tinh, what):
    for indicator in ("thu-ngan-sach", "cay-xanh-trong-moi", "danh-gia-bau-cu"):
        assert giaoban("explain", indicator, *HA_TINH, "--what", what).code == 0
        assert data(giaoban("explain", indicator, *HA_TINH, "--what", what, "--json"))["what"] == what


def test_brief_says_where_its_papers_are(giaoban, embedded_town, tmp_path):
    out = tmp_path / "new" / "folder"
    assert giaoban("brief", *ASKED, "--out", out).out == "".join(f"Đã ghi {out / one.FILENAME}\n" for one in papers.PAPERS)
    assert data(giaoban("brief", *ASKED, "--out", out, "--office", "--json")) == {
        one.NAME: str(out / one.FILENAME) for one in papers.PAPERS
    }
    assert sorted(path.name for path in out.iterdir()) == sorted(one.FILENAME for one in papers.PAPERS)
    assert giaoban("--as", LEADER, "brief", *ASKED, "--out", out, "--office").code == 2


def test_brief_writes_only_what_is_wanted_in_the_look_that_is_asked_for(giaoban, embedded_town, tmp_path):
    """The note on a layout under review is told on the screen, on standard error."""
    ran = giaoban("brief", *ASKED, "--out", tmp_path, "--only", "docx", "--layout", "party-2018")
    assert [path.name for path in tmp_path.iterdir()] == ["briefing.docx"]
    assert (ran.code, ran.err) == (0, "Thể thức theo HD 36; cần rà soát theo QĐ 399.\n")
    refused = giaoban("brief", *ASKED, "--out", tmp_path / "x", "--layout", "nd30")
    assert (refused.code, "Các thể thức: party-2018, state." in refused.err, (tmp_path / "x").exists()) == (2, True, False)


def test_an_office_puts_its_own_template_in(giaoban, embedded_town, tmp_path):
    """The example that the command writes; it needs no database."""
    example = tmp_path / "mau.docx"
    ran = giaoban("template", "--out", example)
    assert ran.out.startswith(f"Đã ghi {example}. Các từ dùng được trong mẫu:\n  co_quan_chu_quan ")
    assert giaoban("brief", *ASKED, "--out", tmp_path / "out", "--only", "docx", "--template", example).code == 0
    refused = giaoban("template", "--out", example, "--layout", "stat")
    assert (refused.code, "(có phải “state”?)" in refused.err) == (2, True)


def test_a_template_that_cannot_be_used_is_refused_and_nothing_is_written(giaoban, embedded_town, tmp_path):
    """With what is wrong and the way out; a file that is not there, too."""
    bad, out = tmp_path / "mau.docx", tmp_path / "out"
    bad.write_bytes(b"PK")
    ran = giaoban("brief", *ASKED, "--out", out, "--template", bad)
    assert ran.code == 2
    assert "Không dùng được mẫu Word đã chọn; chưa ghi gì.\n- mẫu không dùng được: không phải tệp Word dạng .docx.\n  → Mở mẫu" in ran.err
    assert giaoban("brief", *ASKED, "--out", out, "--template", tmp_path / "x.docx").code == 2
    assert not out.exists()


def test_export_and_load_are_each_others_inverse(giaoban, embedded_town, tmp_path):
    out = tmp_path / "out"
    assert giaoban("export", small.BOOK, "--out", out).out == f"Đã ghi 3 tệp vào {out}\n"
    ran = giaoban("load", out)
    assert (ran.code, ran.out) == (0, "Sổ thi-xa-thu (Thị xã Thử (dữ liệu giả định)): không có gì mới.\n")
    found = data(giaoban("load", out, "--json"))
    assert (found["book"], found["definitions"], found["facts"], found["problems"]) == (small.BOOK, 0, 0, [])
    assert data(giaoban("export", small.BOOK, "--out", tmp_path / "again", "--json"))["files"] == [
        str(tmp_path / "again" / name) for name in ("case.yaml", "definitions.yaml", "facts-001.yaml")
    ]


def test_dump_prints_the_lines_that_are_hashed(giaoban, embedded_town):
    out = giaoban("dump", small.BOOK).out.splitlines()
    assert out == [row.line for row in store.books.sealed(small.BOOK)]


def test_rebuild_makes_the_same_again(giaoban, embedded_town):
    before = store.books.standing(small.BOOK, kind="Figure")
    assert giaoban("rebuild").out == "Sổ thi-xa-thu: đã dựng lại.\n"
    assert store.books.standing(small.BOOK, kind="Figure") == before


def test_verify_tells_of_the_chain_and_of_what_lies_beside_it(giaoban, embedded_town):
    head = store.books.head(small.BOOK)
    assert giaoban("verify").out == f"Sổ thi-xa-thu: nguyên vẹn, {head.number} mục, mã băm cuối {head.hash[:16]}…\n"
    assert giaoban("blank", small.BOOK, "text", store.texts.keep("ghi chú"), "--reason", "x", "--decision", "QĐ 1").code == 0
    ran = giaoban("verify", lang=ENGLISH)
    assert ran.out.splitlines()[1] == "1 texts or documents were blanked by decision."
    assert data(giaoban("verify", "--json"))[0]["blanked"] == 1


def test_an_empty_database_says_that_it_is_empty(giaoban, embedded):
    assert giaoban("verify").out == "Chưa có sổ nào.\n"
    assert giaoban("rebuild").out == "Chưa có sổ nào.\n"
    ran = giaoban("board", *ASKED)
    assert (ran.code, ran.err) == (2, "Không có đơn vị “thi-xa-thu” trong cơ sở dữ liệu. Các sổ hiện có: chưa có.\n")


def test_an_account_is_opened_and_listed(giaoban, embedded_town):
    """The password is shown this once; it signs in."""
    given = ("--name", "Lê Thị Thử", "--role", "department", "--book", small.BOOK, "--lines", small.FIELD, "--post", "chuyên viên")
    ran = giaoban("user", "add", "thu", *given)
    password = ran.out.strip().rsplit(" ", 1)[1]
    assert ran.out.startswith("Đã mở tài khoản thu (department). Mật khẩu (chỉ hiện một lần): ")
    assert store.people.authenticate("thu", password=password) is not None
    assert "thu              Lê Thị Thử                   department thi-xa-thu" in giaoban("user", "list").out
    (own,) = (one for one in data(giaoban("user", "list", "--json")) if one["account"] == "thu")
    assert own["rights"] == [{"role": "department", "book": small.BOOK, "body": None, "post": "chuyên viên", "lines": [small.FIELD]}]
    assert re.fullmatch(r"([0-9a-f]{4}-){3}[0-9a-f]{4}", data(giaoban("user", "add", "hai", *given, "--json"))["password"])


def test_what_is_recorded_names_the_account_and_the_system_user(giaoban, embedded_town, tmp_path, monkeypatch):
    """By the account's person, through cli:<os user>."""
    monkeypatch.setenv("LOGNAME", "nguoi-may")
    for name, text in small.files(facts=small.FACTS.replace("10 tỷ đồng", "12 tỷ đồng")).items():
        (tmp_path / name).write_text(text, encoding="utf-8")
    assert giaoban("load", tmp_path).out.endswith("đã ghi 0 định nghĩa, 1 số liệu, trong đó 1 mục thay mục trước.\n")
    entry = store.books.read(small.BOOK).entries[-1]
    assert (entry.via, entry.by) == ("cli:nguoi-may", store.people.login("quan-tri").person.id)


def test_the_progress_of_a_long_load_is_shown_where_somebody_looks(giaoban, embedded_town, monkeypatch, capsys):
    monkeypatch.setattr(sys.stderr, "isatty", lambda: True, raising=False)
    door = Door("vi")
    for call in (("read", 5000, 0), ("write", 40_000, 80_000), ("write", 80_000, 80_000)):
        door.tell(*call)
    said = capsys.readouterr().err.replace("\r\033[K", "|")
    assert said == (
        "|Đọc và kiểm tra 5.000 …|Ghi vào sổ ████████████░░░░░░░░░░░░ 40.000/80.000|Ghi vào sổ ████████████████████████ 80.000/80.000\n"
    )


def test_bench_of_an_installed_copy_says_so(giaoban, home, monkeypatch, tmp_path):
    """Measurements lie beside the source; nothing is opened."""
    monkeypatch.setattr(bench, "ROOT", tmp_path)
    ran = giaoban("bench")
    assert (ran.code, ran.out) == (2, "")
    assert ran.err == "Phép đo nằm cùng mã nguồn, không có trong bản cài đặt. Lấy mã nguồn rồi chạy make bench.\n"
    assert not home.exists()


def test_bench_knows_what_can_be_measured(giaoban, home):
    ran = giaoban("bench", "no-such-thing")
    assert ran.code == 2
    assert "Không có phép đo “no-such-thing”. Hiện có: " in ran.err
    assert "figures" in ran.err


def test_bench_reads_made_articles(giaoban, home):
    """What is known of made articles is found again; nothing is opened."""
    ran = subprocess.run(
        [sys.executable, "-m", "giaoban", "bench", "reading", "--json"], cwd=ROOT, capture_output=True, text=True, check=True
    )
    found = json.loads(ran.stdout)["generated"]
    assert {name: found[name]["f1"] > 0.97 for name in ("value+unit", "full", "deadline", "citation", "people")} == dict.fromkeys(
        ("value+unit", "full", "deadline", "citation", "people"), True
    )


def test_an_installed_copy_needs_nothing_beside_it(tmp_path):
    """The package alone, elsewhere: it makes its database, finds its definitions and cases, and has no measurements."""
    shutil.copytree(ROOT / "src" / "giaoban", tmp_path / "site" / "giaoban", ignore=shutil.ignore_patterns("__pycache__"))
    environ = {**os.environ, "PYTHONPATH": str(tmp_path / "site"), "GIAOBAN_HOME": str(tmp_path / "home"), "LANG": "vi_VN.UTF-8"}
    for name in ("DATABASE_URL", "GIAOBAN_DATABASE_URL"):
        environ.pop(name, None)

    def ran(*call: str) -> subprocess.CompletedProcess[str]:
        return subprocess.run(
            [sys.executable, "-m", "giaoban", *call], cwd=tmp_path, env=environ, capture_output=True, text=True, check=False
        )

    measured = ran("bench")
    assert (measured.returncode, measured.stdout) == (2, "")
    assert "không có trong bản cài đặt" in measured.stderr
    assert not (tmp_path / "home").exists()
    loaded = ran("load", "ha-tinh", "--history")
    assert (loaded.returncode, loaded.stderr) == (0, "Đang tạo cơ sở dữ liệu mới…\n")
    assert re.fullmatch(r"Sổ ha-tinh \(.+\): đã ghi \d+ định nghĩa, \d+ số liệu.*\.\n", loaded.stdout)
