"""What does an address ask? A question as it stands in an address, and the addresses of what lies beside it."""

from __future__ import annotations

from dataclasses import dataclass, replace
from urllib.parse import quote, urlencode

from django.http import HttpRequest

from giaoban import flow

EXTRAS = ("as_known", "on", "frame")


@dataclass(frozen=True, slots=True)
class Asked:
    """A question as somebody typed or clicked it (câu hỏi trong địa chỉ).

    Args:
        as_known, on, frame: As typed; empty for the usual.
    """

    body: str
    period: str
    as_known: str = ""
    on: str = ""
    frame: str = ""

    @classmethod
    def of(cls, request: HttpRequest, *, body: str, period: str) -> Asked:
        """Return the question of a request."""
        return cls(body, period, *(request.GET.get(name, "").strip() for name in EXTRAS))

    def wanted(self) -> flow.Wanted:
        """Return it as the steps understand it.

        Raises:
            Refused: A day or instant is none.
        """
        return flow.Wanted(
            body=self.body,
            period=self.period,
            as_known=flow.moment.instant(self.as_known) if self.as_known else None,
            on=flow.moment.day(self.on) if self.on else None,
            frame=flow.moment.day(self.frame) if self.frame else None,
        )

    def query(self, **more: str) -> str:
        """Return what follows the path, with its question mark; empty where everything is as usual."""
        said = {name: getattr(self, name) for name in EXTRAS} | more
        written = urlencode({name: value for name, value in said.items() if value})
        return f"?{written}" if written else ""

    def path(self, page: str, *, first: str = "") -> str:
        """Return the path of a page for this question.

        Args:
            page: First word of the path: `tong-quan`, `bieu`, `don-vi`, `chi-tieu`, `giai-thich`.
            first: What the path names before the body, as the indicator; empty for nothing.
        """
        words = [page, *([first] if first else []), self.body, self.period]
        return f"/{'/'.join(quote(word, safe='') for word in words)}/"

    def to(self, page: str, *, first: str = "", **more: str) -> str:
        """Return the whole address of a page for this question."""
        return self.path(page, first=first) + self.query(**more)

    def of_body(self, body: str) -> Asked:
        """Return the same question of another body."""
        return replace(self, body=body)

    def of_period(self, period: str) -> Asked:
        """Return the same question of another period."""
        return replace(self, period=period)
