"""Pictures of every page on the made case, for docs/using/gallery.

    python -m tests.browser.gallery

Loads the made case into a home of its own, serves it, and takes each page on an office screen and on a phone.
"""

from __future__ import annotations

import os
import re
import shutil
import subprocess
import sys
import tempfile
from pathlib import Path

from PIL import Image

from tests.browser.conftest import NAMES, SIZES

FOLDER = Path(__file__).parents[2] / "docs" / "using" / "gallery"
PORT = 8765
WARD = "phuong-mau/2026-Q1"
PAGES = {
    "overview": f"/tong-quan/{WARD}/",
    "table": f"/bieu/{WARD}/",
    "parts": f"/don-vi/{WARD}/",
    "indicator": f"/chi-tieu/duong-be-tong-xi-mang/{WARD}/",
    "why": f"/giai-thich/thu-ngan-sach/{WARD}/?what=value",
    "papers": f"/tai-lieu/{WARD}/",
    "not-found": "/tong-quan/phuong-khac/2026-Q1/",
    "sign-in": "/dang-nhap/",
}


def main() -> None:
    """Take every picture."""
    FOLDER.mkdir(parents=True, exist_ok=True)
    with tempfile.TemporaryDirectory() as home:
        environ = {**os.environ, "GIAOBAN_HOME": home, "LANG": "vi_VN.UTF-8"}
        environ.pop("DATABASE_URL", None)
        told = subprocess.run([sys.executable, "-m", "giaoban", "demo"], env=environ, check=True, capture_output=True, text=True).stdout
        passwords = dict(re.findall(r"^  (\S+)\s+\S+\s+([0-9a-f-]{19})$", told, re.MULTILINE))
        call = [sys.executable, "-m", "giaoban", "serve", "--port", str(PORT)]
        with subprocess.Popen(call, env=environ) as server:
            try:
                shoot(passwords)
            finally:
                server.terminate()


def shoot(passwords: dict[str, str]) -> None:
    """Visit every page in both sizes."""
    from playwright.sync_api import sync_playwright

    chromium = next(path for name in NAMES if (path := shutil.which(name)))
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=chromium, args=["--no-sandbox"])
        for width, height in SIZES.values():
            page = browser.new_page(viewport={"width": width, "height": height}, base_url=f"http://127.0.0.1:{PORT}")
            suffix = "phone" if width < 500 else "screen"
            for _ in range(120):
                try:
                    page.goto("/dang-nhap/")
                    break
                except Exception:  # noqa: BLE001 -- the server is still starting
                    page.wait_for_timeout(500)
            page.screenshot(path=FOLDER / f"sign-in-{suffix}.png")
            page.fill("input[name=login]", "van-phong")
            page.fill("input[name=password]", passwords["van-phong"])
            page.locator("main form button").click()
            page.locator("header .menu").wait_for()
            for name, address in PAGES.items():
                if name != "sign-in":
                    page.goto(address)
                    page.screenshot(path=FOLDER / f"{name}-{suffix}.png", full_page=False)
            page.goto(PAGES["table"])
            page.locator("table.sheet a[href*='/giai-thich/thu-ngan-sach/'][href*='what=value']").first.click()
            page.locator("#drawer .number").wait_for()
            page.screenshot(path=FOLDER / f"drawer-{suffix}.png")
            if suffix == "screen":
                page.goto(PAGES["table"])
                page.pdf(path=FOLDER / "table-printed.pdf", prefer_css_page_size=True)
        browser.close()
    for path in (FOLDER / f"{name}-{suffix}.png" for name in (*PAGES, "drawer") for suffix in ("screen", "phone")):
        Image.open(path).convert("RGB").quantize(200).save(path, optimize=True)


if __name__ == "__main__":
    main()
