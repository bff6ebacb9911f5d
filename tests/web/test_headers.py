"""What travels with every page: nothing may be run, framed, guessed or kept that we did not mean."""

from __future__ import annotations

import subprocess
import sys

import pytest

from tests.flow import small
from tests.people import OFFICE

ADDRESSES = ["/dang-nhap/", f"/tong-quan/{small.TOWN}/{small.PERIOD}/", "/khong-co/", f"/bieu/{small.TOWN}/sai/", "/tai-khoan/hai-buoc/"]


@pytest.mark.parametrize("address", ADDRESSES)
def test_headers(embedded_town, visit, address):
    """On good pages and bad ones."""
    sent = visit(OFFICE if address != "/dang-nhap/" else "").get(address).headers
    policy = dict(one.split(" ", 1) for one in sent["Content-Security-Policy"].split("; "))
    assert policy == {
        "default-src": "'none'", "script-src": "'self'", "style-src": "'self'", "img-src": "'self' data:", "connect-src": "'self'",
        "form-action": "'self'", "frame-ancestors": "'none'", "base-uri": "'none'",
    }  # fmt: skip
    assert sent["X-Content-Type-Options"] == "nosniff"
    assert sent["X-Frame-Options"] == "DENY"
    assert sent["Referrer-Policy"] == "same-origin"
    assert "no-store" in sent["Cache-Control"]


def test_no_page_holds_script_or_style_of_its_own(embedded_town, visit):
    """Nothing that the policy would stop."""
    client = visit(OFFICE)
    for page in ("tong-quan", "bieu", "don-vi", f"chi-tieu/{small.REVENUE}", f"giai-thich/{small.REVENUE}"):
        shown = client.get(f"/{page}/{small.TOWN}/{small.PERIOD}/").content.decode()
        assert "<style" not in shown
        assert " style=" not in shown
        assert " onclick=" not in shown
        assert "<script>" not in shown


def test_static_files_have_hashed_names_and_are_kept_for_good(embedded_town, visit):
    """So that a later visit brings only the page."""
    import re

    client = visit("")
    found = re.search(r'href="(/static/giaoban/paper\.[0-9a-f]{12}\.css)"', client.get("/dang-nhap/").content.decode())
    assert found
    sent = client.get(found[1], headers={"Accept-Encoding": "gzip"})
    assert "immutable" in sent.headers["Cache-Control"]
    assert sent.headers["Content-Encoding"] == "gzip"
    assert b"".join(sent.streaming_content)
    sent.close()


@pytest.mark.parametrize(("https", "days"), [("true", "30"), ("false", "0")])
def test_https_makes_cookies_secure(https, days):
    """And HSTS only where it is asked for."""
    script = """
from django.conf import settings
print(settings.SESSION_COOKIE_SECURE, settings.CSRF_COOKIE_SECURE, settings.SECURE_SSL_REDIRECT, settings.SECURE_HSTS_SECONDS)
"""
    environ = {"GIAOBAN_HTTPS": https, "GIAOBAN_HSTS_DAYS": days, "DJANGO_SETTINGS_MODULE": "giaoban.web.settings", "PATH": ""}
    said = subprocess.run([sys.executable, "-c", script], env=environ, check=True, capture_output=True, text=True).stdout.split()
    assert said == (["True"] * 3 + [str(30 * 86400)] if https == "true" else ["False"] * 3 + ["0"])
