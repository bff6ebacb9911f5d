"""Pages in a real browser: Debian's chromium, against `giaoban serve` with a database of its own.

Where no chromium is found these tests are skipped and say so; where CI is
"true" its absence is an error.
"""

from __future__ import annotations

import os
import shutil
import socket
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from contextlib import closing
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any
from urllib.error import URLError
from urllib.request import urlopen

import pytest

from tests.flow import small
from tests.people import ADMINISTRATOR, AT, LEADER, OFFICE, at_the_door

NAMES = ("chromium", "chromium-browser", "google-chrome", "chrome")
SIZES = {"1366x768": (1366, 768), "390x844": (390, 844)}


@dataclass(frozen=True)
class Site:
    """A server of pages, who may sign in there, and the cookies of those who have: signing in is counted, and slow on purpose."""

    url: str
    passwords: dict[str, str]
    cookies: dict[str, Any] = field(default_factory=dict)


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """Mark everything here."""
    here = Path(__file__).parent
    for item in items:
        if here in item.path.parents:
            item.add_marker(pytest.mark.browser)


@pytest.fixture(scope="session")
def chromium() -> str:
    """Return where chromium is."""
    found = next((path for name in NAMES if (path := shutil.which(name))), None)
    if found is None and os.environ.get("CI") == "true":
        pytest.fail("no chromium on the path; the CI must install one", pytrace=False)
    if found is None:
        pytest.skip("no chromium on the path: install one to run the browser tests")
    return found


@pytest.fixture(scope="session")
def site(chromium: str, tmp_path_factory: pytest.TempPathFactory, _embedded_databases, django_db_blocker) -> Iterator[Site]:
    """Serve two books, the small town and Hà Tĩnh, from a process of its own."""
    with django_db_blocker.unblock():
        passwords: dict[str, str] = {}
        filled = _embedded_databases.filled(lambda: passwords.update(_fill()))
    with closing(socket.socket()) as free:
        free.bind(("127.0.0.1", 0))
        port = free.getsockname()[1]
    home = tmp_path_factory.mktemp("home")
    environ = {**os.environ, "GIAOBAN_HOME": str(home), "DATABASE_URL": f"sqlite:///{filled.template}", "LANG": "vi_VN.UTF-8"}
    call = [sys.executable, "-m", "giaoban", "serve", "--port", str(port)]
    with (home / "serve.log").open("wb") as log, subprocess.Popen(call, env=environ, stdout=log, stderr=log) as server:
        url = f"http://127.0.0.1:{port}"
        _wait(url, server, home / "serve.log")
        yield Site(url, passwords)
        server.terminate()


def _fill() -> dict[str, str]:
    from giaoban import flow

    small.fill()
    by = at_the_door(ADMINISTRATOR)
    flow.load_shipped("ha_tinh", by=by, at=AT)
    return {account: flow.users.renew_password(account, by=by).password for account in (ADMINISTRATOR, OFFICE, LEADER)}


def _wait(url: str, server: subprocess.Popen, log: Path) -> None:
    until = time.monotonic() + 60
    while time.monotonic() < until:
        try:
            with urlopen(f"{url}/dang-nhap/", timeout=5):  # noqa: S310 -- our own address
                return
        except (URLError, OSError):
            assert server.poll() is None, log.read_text("utf-8")
            time.sleep(0.2)
    pytest.fail(f"the server does not answer: {log.read_text('utf-8')}")


@pytest.fixture(scope="module")
def browser(chromium: str) -> Iterator:
    """A chromium for one module: nothing of it is left for tests that use the database."""
    from playwright.sync_api import sync_playwright

    with sync_playwright() as playwright:
        found = playwright.chromium.launch(executable_path=chromium, args=["--no-sandbox"])
        yield found
        found.close()


def _sign_in(page, account: str, *, password: str) -> None:
    page.goto("/dang-nhap/")
    page.fill("input[name=login]", account)
    page.fill("input[name=password]", password)
    page.locator("main form button").click()
    page.locator("header .menu").wait_for()


@pytest.fixture
def visit(site: Site, browser) -> Iterator[Callable]:
    """Return a tab in which somebody is signed in, by the page; what the browser complains about fails the test.

    With `anew` the session is the test's own, for those who sign out or change what lies in it.
    """
    opened, complaints = [], []

    def enter(account: str = OFFICE, *, size: str = "1366x768", scripts: bool = True, anew: bool = False):
        width, height = SIZES[size]
        kept = None if anew else site.cookies.get(account)
        context = browser.new_context(
            viewport={"width": width, "height": height}, java_script_enabled=scripts, base_url=site.url, storage_state=kept
        )
        opened.append(context)
        page = context.new_page()
        page.on("console", lambda said: complaints.append(said.text) if said.type in ("error", "warning") else None)
        page.on("pageerror", lambda fault: complaints.append(str(fault)))
        if account and not kept:
            _sign_in(page, account, password=site.passwords[account])
            if not anew:
                site.cookies[account] = context.storage_state()
        return page

    yield enter
    for context in opened:
        context.close()
    assert [said for said in complaints if "status of 4" not in said] == []
