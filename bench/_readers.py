"""Readers who open pages, each in a thread of a process of their own: who signs in, opens, and waits.

    python -m bench._readers URL ACCOUNT PASSWORD SECONDS READERS PAGE PAGE …

Prints, as JSON, the seconds that each page took, in the order in which they were opened.
"""

from __future__ import annotations

import gzip
import http.client
import json
import random
import re
import sys
import threading
import time
from urllib.parse import urlencode, urlsplit

EVERY = 2.0  # seconds between two pages of one reader


class Reader:
    """Somebody with a browser that keeps its cookies and its connection."""

    def __init__(self, url: str) -> None:
        parts = urlsplit(url)
        self.connection = http.client.HTTPConnection(str(parts.hostname), parts.port, timeout=60)
        self.cookies: dict[str, str] = {}

    def send(self, method: str, address: str, body: str = "") -> tuple[int, bytes, int]:
        """Return status, content and how many bytes travelled."""
        headers = {"Cookie": "; ".join(f"{name}={value}" for name, value in self.cookies.items()), "Accept-Encoding": "gzip"}
        if body:
            headers |= {"Content-Type": "application/x-www-form-urlencoded"}
        self.connection.request(method, address, body or None, headers)
        answer = self.connection.getresponse()
        for line in answer.msg.get_all("Set-Cookie") or ():
            name, _, value = line.partition(";")[0].partition("=")
            self.cookies[name] = value
        raw = answer.read()
        packed = answer.headers.get("Content-Encoding") == "gzip"
        return answer.status, gzip.decompress(raw) if packed else raw, len(raw)

    def sign_in(self, account: str, password: str) -> None:
        """Sign in by the page.

        Raises:
            RuntimeError: It did not work.
        """
        _, page, _ = self.send("GET", "/dang-nhap/")
        token = re.search(rb'name="csrfmiddlewaretoken" value="(\w+)"', page)
        fields = {"csrfmiddlewaretoken": token[1].decode() if token else "", "login": account, "password": password}
        status, page, _ = self.send("POST", "/dang-nhap/", urlencode(fields))
        if status != 302:
            raise RuntimeError(f"sign-in answered {status}: {page[:300]!r}")


def weigh(reader: Reader, address: str) -> tuple[int, int]:
    """Return the bytes of a first and of a later visit: a browser keeps what has a hashed name."""
    _, page, first = reader.send("GET", address)
    later = first
    for name in sorted(set(re.findall(r'(?:href|src)="(/static/[^"]+)"', page.decode()))):
        first += reader.send("GET", name)[2]
    return first, later


def main() -> None:
    """Read for a while."""
    url, account, password, seconds, readers, *pages = sys.argv[1:]
    took: dict[str, list[float]] = {page: [] for page in pages}
    lock = threading.Lock()
    began = time.monotonic() + 1

    def read(number: int) -> None:
        reader, luck = Reader(url), random.Random(number)  # noqa: S311 -- only the rhythm of a reader
        reader.sign_in(account, password)
        due = began + luck.uniform(0, EVERY)
        turn = number
        while due < began + float(seconds):
            time.sleep(max(0, due - time.monotonic()))
            page = pages[turn % len(pages)]
            start = time.perf_counter()
            status, _, _ = reader.send("GET", page)
            spent = time.perf_counter() - start
            if status != 200:
                raise RuntimeError(f"{page} answered {status}")
            with lock:
                took[page].append(spent)
            turn, due = turn + 1, due + EVERY

    threads = [threading.Thread(target=read, args=(number,)) for number in range(int(readers))]
    for one in threads:
        one.start()
    for one in threads:
        one.join()
    print(json.dumps(took))


if __name__ == "__main__":
    main()
