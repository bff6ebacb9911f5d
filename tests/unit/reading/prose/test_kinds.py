from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from giaoban.reading.prose.clean import clean
from giaoban.reading.prose.kinds import Heard, Kind, kind_of, kinds


@pytest.mark.parametrize(
    ("said", "kind"),
    [
        ("thu ngân sách đạt 5 tỷ đồng, bằng 110% kế hoạch.", "achievement"),
        ("tỷ lệ hộ nghèo giảm còn 0,9%.", "achievement"),
        ("tai nạn giao thông giảm 10% so với cùng kỳ.", "achievement"),
        ("giải ngân mới đạt 30% kế hoạch.", "shortfall"),
        ("kim ngạch xuất khẩu giảm 20%.", "shortfall"),
        ("tuy nhiên, tiến độ giải phóng mặt bằng còn chậm so với yêu cầu.", "shortfall"),
        ("dự án gặp khó khăn do vướng mặt bằng.", "bottleneck"),
        ("nguyên nhân là chưa có hướng dẫn của cấp trên.", "bottleneck"),
        ("ubnd thành phố yêu cầu các phường, xã khẩn trương rà soát.", "directive"),
        ("bí thư đảng ủy đề nghị các tổ dân phố dọn vệ sinh ngay.", "directive"),
        ("chủ tịch ubnd giao phòng kinh tế chủ trì, báo cáo trước ngày 15/8.", "directive"),
        ("các phòng chuyên môn cần chú ý việc tuyên truyền.", "directive"),
        ("- tập trung rà soát các dự án chậm tiến độ.", "directive"),
        ("phường phấn đấu trồng mới 500 cây.", "directive"),
        ("ubnd phường đề nghị ubnd thành phố bổ sung kinh phí.", "recommendation"),
        ("quận kiến nghị thành phố cho phép sử dụng nguồn vượt thu.", "recommendation"),
        ("thành phố cần sớm bố trí vốn cho phường.", "recommendation"),
        ("sáng 3/4, hđnd phường tổ chức phiên họp chuyên đề.", "context"),
        ("dự án có quy mô 5 tầng.", "context"),
        ("", "context"),
    ],
)
def test_kinds_of_sentences(said: str, kind: str) -> None:
    """Who speaks to whom, then what is judged."""
    assert kind_of(said).value == kind


def test_orders_run_on_in_a_list() -> None:
    """A bare verb after an order is one too, and so is a request after a request."""
    ordered = kinds([Heard("(1) các ban quản lý dự án có trách nhiệm:"), Heard("- báo cáo kết quả đã thực hiện gửi về sở.")])
    assert ordered[1] is Kind.DIRECTIVE
    asked = kinds([Heard("bà mẫu đề nghị thành phố tiết kiệm chi."), Heard("cụ thể, cần phân loại nhiệm vụ chi.", opens=False)])
    assert asked == [Kind.RECOMMENDATION, Kind.RECOMMENDATION]


def test_wishes_are_no_results() -> None:
    """ "để …" and "nhằm …" tell what is wished for."""
    assert kind_of("phường xây dựng kế hoạch nhằm khắc phục tồn tại, hạn chế.") is not Kind.SHORTFALL


@given(st.lists(st.text(alphabet="đạt chậm do vướng yêu cầu các xã.,0123 ", max_size=60), max_size=8))
def test_every_sentence_has_one_kind(said: list[str]) -> None:
    """As many kinds as sentences."""
    assert len(kinds([Heard(one) for one in said])) == len(said)


@pytest.mark.parametrize(
    ("said", "kind"),
    [
        ("nếu được chấp thuận, phường sẽ xây dựng phương án.", "context"),
        ("bí thư thành ủy đề nghị mọi người lưu ý.", "directive"),
        ("- đề nghị mọi người lưu ý.", "directive"),
        ("mọi người đề nghị lưu ý.", "recommendation"),
        ("đề nghị ubnd thành phố bổ sung kinh phí.", "recommendation"),
        ("đề nghị các tổ dân phố rà soát.", "directive"),
        ("phường đã trồng 500 cây nhưng chưa đạt kế hoạch.", "shortfall"),
        ("chủ tịch nhấn mạnh phải làm sớm.", "directive"),
        ("đến nay cả hai tuyến phố vẫn bỏ hoang.", "shortfall"),
    ],
)
def test_who_speaks_to_whom(said: str, kind: str) -> None:
    """A request without a speaker goes up where the one asked stands above."""
    assert kind_of(said).value == kind


def test_a_numbered_heading_says_nothing() -> None:
    """ "B. TỒN TẠI, HẠN CHẾ" judges nobody; a numbered order begins with its verb."""
    said = [Heard("b. tồn tại, hạn chế", stopped=False), Heard("1. rà soát các hộ nghèo mới", stopped=False)]
    assert kinds(said) == [Kind.CONTEXT, Kind.DIRECTIVE]


def test_an_office_named_first_is_ordered_under_a_heading_of_orders() -> None:
    """ "… có trách nhiệm:" and then "Phòng Tài chính xem xét"."""
    said = [Heard("các đơn vị có trách nhiệm:"), Heard("2. phòng tài chính xem xét hồ sơ.")]
    assert kinds(said) == [Kind.DIRECTIVE, Kind.DIRECTIVE]


LABELLED = Path(__file__).resolve().parents[3] / "golden" / "reading" / "kinds.tsv"


@pytest.mark.parametrize("line", LABELLED.read_text("utf-8").splitlines())
def test_sentences_labelled_by_hand(line: str) -> None:
    """Own sentences of many fields; where two kinds may be told, both stand before the tab."""
    labels, said = line.split("\t")
    assert kind_of(clean(said).low).value in labels.split("/")


def test_a_speaker_and_a_colon_give_an_order() -> None:
    """A bare verb behind "Chủ tịch …:" is one, behind "Thôn trưởng thôn 2 kể:" it is none."""
    assert kind_of("chủ tịch ubnd xã: xem xét thay nhà thầu yếu.") is Kind.DIRECTIVE
