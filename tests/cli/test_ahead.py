"""Looking ahead and working out a year at the command line: what is printed, what is refused."""

from __future__ import annotations

import json

from tests.flow import small

ENGLISH = "en_US.UTF-8"
ASKED = ("forecast", small.REVENUE, "--body", small.A)


def test_a_forecast_is_printed(giaoban, embedded_town):
    """Without history: the paces, and why there is no probability."""
    ran = giaoban(*ASKED, "--level", "60 tỷ đồng", "--by", "31/12/2026")
    assert ran.code == 0
    assert ran.out.splitlines()[0] == "Chỉ tiêu thử thu-thu, Phường A"
    assert "Từ nay mỗi tháng cần: 5,56 tỷ đồng (còn 9 tháng); bình quân đã qua: 3,33 tỷ đồng mỗi tháng." in ran.out
    assert "chưa đủ số liệu các năm trước" in ran.out


def test_a_forecast_as_data(giaoban, embedded_town):
    found = json.loads(giaoban(*ASKED, "--level", "60", "--json").out)
    assert (found["by"], found["now"], found["level"], found["probability"]) == ("2026-12-31", 10, 60, None)
    assert found["reason"] == "chưa đủ số liệu các năm trước trên địa giới này để dự báo"


def test_a_forecast_that_cannot_be_made_says_the_way_out(giaoban, embedded_town):
    assert giaoban(*ASKED).err.strip().endswith("Nêu mức cần đạt, ví dụ --level “100 tỷ đồng”.")
    ran = giaoban(*ASKED, "--level", "many", lang=ENGLISH)
    assert (ran.code, ran.out) == (2, "")
    assert ran.err.startswith("“many” is no level of “thu-thu”.")
    restricted = giaoban("--as", "can-bo-b", "forecast", small.OF_TWO, "--body", small.A, "--level", "5")
    assert (restricted.code, "hạn chế theo ngành" in restricted.err) == (2, True)


def test_a_year_is_written(giaoban, embedded_town, tmp_path):
    """A second time everything lies there already."""
    call = ("recompute", "--book", small.BOOK, "--year", "2026", "--to", tmp_path / "nam")
    first, again = json.loads(giaoban(*call, "--json").out), giaoban(*call)
    assert first["rows"] > 10
    assert again.out.strip().endswith(f"({first['files']} tệp đã có sẵn).")
    assert len(list((tmp_path / "nam").glob("*.parquet"))) == first["files"]


def test_a_folder_that_cannot_be_written_is_a_sentence(giaoban, embedded_town, tmp_path):
    (tmp_path / "tep").write_text("x")
    ran = giaoban("recompute", "--book", small.BOOK, "--year", "2026", "--to", tmp_path / "tep")
    assert (ran.code, ran.out) == (2, "")
    assert "đã có tệp cùng tên, cần thư mục" in ran.err


def test_the_place_of_a_unit_is_explained(giaoban, embedded_town):
    ran = giaoban("explain", small.REVENUE, "--body", small.A, "--period", small.PERIOD, "--what", "rank")
    assert ran.code == 0
    assert "chưa có kết quả đánh giá nên chưa xếp hạng" in ran.out
