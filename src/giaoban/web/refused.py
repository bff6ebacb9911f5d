"""What does a page say when it cannot be shown? What happened, what is safe, what to do; a fault of ours has a number."""

from __future__ import annotations

import sys
from collections.abc import Callable
from contextlib import suppress
from dataclasses import dataclass

from django.conf import settings
from django.core.exceptions import PermissionDenied, SuspiciousOperation
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render

from giaoban import flow
from giaoban.flow import fault_log
from giaoban.values import Said, Span
from giaoban.web import language
from giaoban.web.gate import now

Respond = Callable[[HttpRequest], HttpResponse]


@dataclass(frozen=True, slots=True)
class Words:
    """How a page says a refusal (lời báo trên trang).

    Args:
        status: Of the response.
        title, said: In Vietnamese; `said` is filled in from the refusal.
        title_en, said_en: In English.
    """

    status: int
    title: str
    said: str
    title_en: str
    said_en: str


# Sentences of the steps that speak of the command line are said here as a page would.
WORDS: dict[str, Words] = {
    "not-allowed": Words(
        403, "Không có quyền", "Tài khoản “{account}” không được {act} {place}. Đề nghị người quản trị của cơ quan cấp quyền.",
        "Not allowed", "The account “{account}” may not {act} {place}. Ask the administrator of your office.",
    ),
    "no-such-account": Words(
        403, "Tài khoản chưa gắn với người dùng", "Tài khoản “{account}” chưa gắn với người nào. Đề nghị người quản trị kiểm tra.",
        "Nobody behind the account", "Nobody stands behind the account “{account}”. Ask the administrator.",
    ),
    "unknown-body": Words(
        404, "Không có đơn vị này", "Không có đơn vị mang mã “{body}”. Kiểm tra lại địa chỉ, hoặc chọn đơn vị từ trang đầu.",
        "No such body", "There is no body with the id “{body}”. Check the address, or choose one from the first page.",
    ),
    "body-not-on-map": Words(
        404, "Đơn vị không tồn tại vào thời gian này",
        "“{body}” không tồn tại vào cuối {period} và không có trên bản đồ ngày {frame}. Chọn kỳ khác, hoặc đơn vị kế thừa.",
        "The body did not exist then",
        "“{body}” did not exist at the end of {period} nor on the map of {frame}. Choose another period, or its successor.",
    ),
    "unknown-period": Words(
        404, "Không có kỳ này", "Chế độ báo cáo này không có kỳ “{period}”. Kỳ viết như: 2021-Q1, 2021-04, 2021-H1, 2021-9M, 2021.",
        "No such period", "The regime has no period “{period}”. A period is written as: 2021-Q1, 2021-04, 2021-H1, 2021-9M, 2021.",
    ),
    "unknown-regime": Words(
        404, "Không có chế độ báo cáo này", "Không có chế độ báo cáo “{regime}”.",
        "No such regime", "There is no reporting regime “{regime}”.",
    ),
    "unknown-indicator": Words(
        404, "Không có chỉ tiêu này", "Không có chỉ tiêu mang mã “{indicator}” trong {period}. Chọn chỉ tiêu trên biểu của kỳ.",
        "No such indicator", "There is no indicator with the id “{indicator}” in {period}. Choose one on the table of the period.",
    ),
    "unknown-paper": Words(
        404, "Không có loại tài liệu này", "Không có loại tài liệu “{paper}”. Chọn ở trang Tài liệu giao ban.",
        "No such paper", "There is no kind of paper “{paper}”. Choose one on the page of papers.",
    ),
    "no-such-paper": Words(
        404, "Không có văn bản này", "Không có văn bản đến số {id}, hoặc không dành cho tài khoản này. Chọn ở trang Văn bản đến.",
        "No such document", "There is no received document {id}, or it is not for this account. Choose one on the page of documents.",
    ),
    "future-instant": Words(
        400, "Thời điểm ở tương lai", "Thời điểm {instant} chưa tới: chưa thể biết khi đó biết gì. Bỏ trống “Bản số liệu” để xem mới nhất.",
        "An instant in the future", "The instant {instant} is still to come. Leave “Version” empty for the newest figures.",
    ),
    "nothing-known-yet": Words(
        404, "Khi đó chưa có số liệu", "Đến {instant}, sổ “{book}” chưa ghi gì; mục đầu tiên ghi {first}. Chọn bản số liệu sau đó.",
        "Nothing was known then", "Up to {instant} the book “{book}” held nothing; its first entry is of {first}. Choose a later version.",
    ),
    "not-a-moment": Words(
        400, "Ngày chưa đúng", "“{text}” không phải là ngày hoặc thời điểm. Viết như: 20/4/2021 hoặc 2021-04-20T17:00.",
        "Not a day", "“{text}” is no day and no instant. Write it as 20/4/2021 or 2021-04-20T17:00.",
    ),
}  # fmt: skip
NOT_FOUND = Words(
    404, "Không có trang này", "Địa chỉ này không dẫn tới trang nào. Kiểm tra lại địa chỉ, hoặc bắt đầu từ trang đầu.",
    "No such page", "This address leads nowhere. Check it, or begin at the first page.",
)  # fmt: skip
FORBIDDEN = Words(403, "Không có quyền", "Không được xem trang này.", "Not allowed", "This page is not for you.")
BAD = Words(400, "Yêu cầu chưa đúng", "Máy chủ không hiểu yêu cầu này.", "Not understood", "The server does not understand the request.")
FORGED = Words(
    403, "Trang đã cũ, chưa ghi gì",
    "Trang mở đã lâu, hoặc đã đăng nhập lại ở cửa sổ khác. Chưa có gì được ghi. Quay lại trang trước, tải lại rồi gửi lần nữa.",
    "The page was too old; nothing was recorded",
    "The page had been open for long, or you signed in again elsewhere. Go back, reload the page and send it again.",
)  # fmt: skip


class Explained:
    """Turns what a step refuses, and faults of ours, into pages."""

    def __init__(self, respond: Respond) -> None:
        self.respond = respond

    def __call__(self, request: HttpRequest) -> HttpResponse:
        """Pass the request on; what comes back is for this reader alone, and on a shared machine nothing of it is kept."""
        response = self.respond(request)
        response.headers.setdefault("Cache-Control", "private, no-store")
        return response

    def process_exception(self, request: HttpRequest, exception: Exception) -> HttpResponse | None:
        """Return the page that says what stopped a view; None for what Django itself answers."""
        if isinstance(exception, flow.Refused):
            return refusal(request, exception)
        if isinstance(exception, flow.Fault):
            return _page(
                request, 503, _title("Chưa truy cập được số liệu", "The figures cannot be reached"), exception.sentence(language.now())
            )
        if settings.DEBUG or isinstance(exception, Http404 | PermissionDenied | SuspiciousOperation):
            return None
        return _fault(request, exception)


def refusal(request: HttpRequest, refused: flow.Refused) -> HttpResponse:
    """Return the page of a refusal, with the problems that are its reason."""
    tongue = language.now()
    words = WORDS.get(refused.code)
    problems = [(problem.sentence(tongue), problem.way_out(tongue)) for problem in refused.problems]
    if words is None:
        return _page(request, 400, _title("Chưa thực hiện được", "It could not be done"), refused.sentence(tongue), problems)
    said = {name: value.words(language=tongue) if isinstance(value, Said | Span) else value for name, value in refused.said.items()}
    return _say(request, words, problems, **said)


def not_found(request: HttpRequest, exception: Exception) -> HttpResponse:  # noqa: ARG001 -- Django hands it in
    """Return the page for an address that leads nowhere."""
    return _say(request, NOT_FOUND)


def forbidden(request: HttpRequest, exception: Exception) -> HttpResponse:  # noqa: ARG001 -- as above
    """Return the page for what may not be seen."""
    return _say(request, FORBIDDEN)


def bad(request: HttpRequest, exception: Exception) -> HttpResponse:  # noqa: ARG001 -- as above
    """Return the page for a request that cannot be understood."""
    return _say(request, BAD)


def forged(request: HttpRequest, reason: str = "") -> HttpResponse:  # noqa: ARG001 -- as above
    """Return the page for a form whose secret is missing or old; nothing was recorded."""
    return _say(request, FORGED)


def broken(request: HttpRequest) -> HttpResponse:
    """Return the page for a fault that no view could catch."""
    return _fault(request, sys.exc_info()[1] or RuntimeError("no exception"))


def _say(request: HttpRequest, words: Words, problems: object = (), **said: object) -> HttpResponse:
    sentence = words.said if language.now() == "vi" else words.said_en
    return _page(request, words.status, _title(words.title, words.title_en), sentence.format(**said), problems)


def _fault(request: HttpRequest, fault: BaseException) -> HttpResponse:
    number = fault_log.number(now())
    with suppress(OSError):
        fault_log.write(fault, number=number, folder=settings.CONFIG.home / "log")
    said = (
        f"Lỗi của phần mềm, số {number}. Chưa có gì được ghi thêm. Thử lại; nếu vẫn vậy, báo số này cho người phụ trách."
        if language.now() == "vi"
        else f"A fault of the software, number {number}. Nothing more was recorded. Try again; if it stays, report this number."
    )
    return _page(request, 500, _title("Có lỗi của phần mềm", "A fault of the software"), said)


def _title(vi: str, en: str) -> str:
    return vi if language.now() == "vi" else en


def _page(request: HttpRequest, status: int, title: str, sentence: str, problems: object = ()) -> HttpResponse:
    return render(request, "refused.html", {"title": title, "sentence": sentence, "problems": problems}, status=status)
