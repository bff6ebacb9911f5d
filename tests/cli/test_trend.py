"""What does `giaoban trend` print?"""

from __future__ import annotations

import json

import pytest

from tests.flow import small
from tests.people import OFFICER_B


def test_the_course_is_printed_as_a_table_and_as_data(giaoban, embedded_town):
    """A sentence that stands for the chart, every month with its figure or its gap; the same as JSON."""
    ran = giaoban("trend", small.REVENUE, "--body", small.TOWN, "--period", small.PERIOD)
    assert (ran.code, ran.err) == (0, "")
    assert ran.out.startswith("Chỉ tiêu thử thu-thu, Thị xã Thử, năm 2026, lũy kế từ đầu năm (tỷ đồng)")
    assert "quý I/2026 100 tỷ đồng; chưa có số liệu cùng kỳ để so sánh; phấn đấu đạt 50% trước ngày 30/6/2026." in ran.out
    found = json.loads(giaoban("trend", small.REVENUE, "--body", small.TOWN, "--period", small.PERIOD, "--json").out)
    assert [one["value"] for one in found["this"]] == [None, None, 100]


def test_a_restricted_course_is_refused_in_both_languages(giaoban, embedded_town):
    """With the account that asked."""
    asked = ("--as", OFFICER_B, "trend", small.OF_TWO, "--body", small.TOWN, "--period", small.PERIOD)
    ran = giaoban(*asked)
    assert (ran.code, ran.out) == (2, "")
    assert f"tài khoản “{OFFICER_B}” không được xem" in ran.err
    assert "may not see it" in giaoban(*asked, lang="en_US.UTF-8").err


@pytest.mark.parametrize(("name", "first"), [("thu.svg", b"<svg"), ("thu.png", b"\x89PNG")])
def test_the_chart_is_written_to_a_file(giaoban, embedded_town, tmp_path, name, first):
    """As SVG or PNG, whichever the name says."""
    out = tmp_path / "moi" / name
    ran = giaoban("trend", small.REVENUE, "--body", small.TOWN, "--period", small.PERIOD, "--chart", out)
    assert (ran.code, ran.out.splitlines()[-1]) == (0, f"Đã ghi {out}")
    assert out.read_bytes().startswith(first)


def test_a_chart_of_another_kind_is_refused(giaoban, embedded_town, tmp_path):
    """Before anything is computed or written."""
    out = tmp_path / "thu.pdf"
    ran = giaoban("trend", small.REVENUE, "--body", small.TOWN, "--period", small.PERIOD, "--chart", out)
    assert (ran.code, ran.out, out.exists()) == (2, "", False)
    assert "chỉ vẽ được ra tệp .svg hoặc .png" in ran.err
