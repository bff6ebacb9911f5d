"""What does `giaoban changes` print?"""

from __future__ import annotations

import json

ASKED = ("changes", "--body", "ha-tinh", "--period", "2021-Q1", "--as-known", "2021-04-20")


def test_what_changed_is_printed_and_given_as_data(giaoban, embedded_ha_tinh):
    """The question, both versions, and what came in."""
    ran = giaoban(*ASKED, "--since", "2021-04-19")
    assert (ran.code, ran.err) == (0, "")
    assert ran.out.startswith("[Thành phố Hà Tĩnh]  [Quý I/2021]  Thay đổi từ mục số ")
    assert "Mới có số liệu: Thu ngân sách trên địa bàn;" in ran.out
    found = json.loads(giaoban(*ASKED, "--since", "2021-04-19", "--indicators", "thu-ngan-sach", "--json").out)
    assert [(one["indicator"], one["counts"]) for one in found["changes"]] == [("thu-ngan-sach", {"stated": 1, "arrived": 1})]


def test_an_instant_that_is_not_earlier_is_refused(giaoban, embedded_ha_tinh):
    """In both languages."""
    ran = giaoban(*ASKED, "--since", "2021-04-20")
    assert (ran.code, ran.out) == (2, "")
    assert "không sớm hơn thời điểm sau" in ran.err
    assert "is not before the later one" in giaoban(*ASKED, "--since", "2021-04-20", lang="en_US.UTF-8").err
