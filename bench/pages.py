"""Measure the pages: the overview beside a plain Django list page, in one run, with readers from another process; and what travels."""

from __future__ import annotations

import argparse
import json
import os
import platform
import socket
import statistics
import subprocess
import sys
import tempfile
import time
from contextlib import closing
from datetime import UTC, datetime
from pathlib import Path
from typing import Any
from urllib.error import URLError
from urllib.request import urlopen

ROOT = Path(__file__).resolve().parents[1]
ACCOUNT, READERS, SECONDS = "quan-tri", 16, 40
OVERVIEW = "/tong-quan/phuong-mau/2026-Q1/"
PLAIN = "/plain/"
SHEET, CHART = "/bieu/phuong-mau/2026-Q1/", "/chi-tieu/thu-ngan-sach/phuong-mau/2026-Q1/"


def main() -> int:
    """Measure and print."""
    parser = argparse.ArgumentParser()
    parser.add_argument("--size", default="S", choices=["S", "M"])
    parser.add_argument("--seconds", default=SECONDS, type=int)
    parser.add_argument("--json", action="store_true")
    args = parser.parse_args()
    with tempfile.TemporaryDirectory() as home:
        os.environ |= {"GIAOBAN_HOME": home, "DJANGO_SETTINGS_MODULE": "bench._pages_settings", "PYTHONPATH": str(ROOT)}
        for name in ("DATABASE_URL", "GIAOBAN_DATABASE_URL"):
            os.environ.pop(name, None)
        sys.path.insert(0, str(ROOT))
        found = measure(args.size, args.seconds)
    print(json.dumps(found, indent=2) if args.json else "\n".join(f"{name:<22} {value}" for name, value in found.items()))
    return 0


def measure(size: str, seconds: int) -> dict[str, Any]:
    """Return the figures of one run."""
    password = prepare(size)
    with closing(socket.socket()) as free:
        free.bind(("127.0.0.1", 0))
        port = free.getsockname()[1]
    url = f"http://127.0.0.1:{port}"
    call = ["-m", "gunicorn", "django.core.wsgi:get_wsgi_application()", "--bind", f"127.0.0.1:{port}", "--worker-class", "gthread"]
    with subprocess.Popen([sys.executable, *call, "--threads", "8", "--log-level", "warning"], cwd=ROOT) as server:
        try:
            wait(url)
            return {"size": size, **read(url, password, seconds)}
        finally:
            server.terminate()


def prepare(size: str) -> str:
    """Load the made case, gather the static files, and return the administrator's password."""
    from django.core.management import call_command

    from giaoban import cases, flow
    from giaoban.flow.load import starter

    at = datetime.now(UTC)
    flow.open_house(os_user="bench", at=at)
    by = flow.actor(ACCOUNT, via="cli:bench", on=at.date())
    flow.load_case(cases.generate(seed=cases.SEED, size=size, starter=starter()), manner=flow.Manner.HISTORY, by=by, at=at)
    call_command("collectstatic", interactive=False, verbosity=0)
    return flow.users.renew_password(ACCOUNT, by=by).password


def wait(url: str) -> None:
    """Wait until the server answers."""
    until = time.monotonic() + 60
    while time.monotonic() < until:
        try:
            with urlopen(f"{url}/dang-nhap/", timeout=5):  # noqa: S310 -- our own address
                return
        except (URLError, OSError):
            time.sleep(0.2)
    raise RuntimeError("the server does not answer")


def read(url: str, password: str, seconds: int) -> dict[str, Any]:
    """Return what one reader and then many find."""
    from bench._readers import Reader, weigh

    reader = Reader(url)
    reader.sign_in(ACCOUNT, password)
    begun = time.perf_counter()
    reader.send("GET", OVERVIEW)
    cold = time.perf_counter() - begun
    bytes_of = {page: weigh(reader, page) for page in (OVERVIEW, SHEET, CHART)}
    call = [sys.executable, "-m", "bench._readers", url, ACCOUNT, password, str(seconds), str(READERS), OVERVIEW, PLAIN]
    took = json.loads(subprocess.run(call, check=True, capture_output=True, text=True, cwd=ROOT).stdout)
    overview, plain = took[OVERVIEW], took[PLAIN]
    return {
        "readers": READERS,
        "seconds": seconds,
        "pages_opened": len(overview) + len(plain),
        "cold_overview_s": round(cold, 3),
        **{f"overview_{name}_ms": value for name, value in spread(overview).items()},
        **{f"plain_{name}_ms": value for name, value in spread(plain).items()},
        "p95_over_plain": round(quantile(overview, 95) / quantile(plain, 95), 2),
        "p50_over_plain": round(quantile(overview, 50) / quantile(plain, 50), 2),
        "first_visit_kb": round(bytes_of[OVERVIEW][0] / 1024, 1),
        "later_visit_kb": round(bytes_of[OVERVIEW][1] / 1024, 1),
        "sheet_first_kb": round(bytes_of[SHEET][0] / 1024, 1),
        "chart_first_kb": round(bytes_of[CHART][0] / 1024, 1),
        "chart_later_kb": round(bytes_of[CHART][1] / 1024, 1),
        "machine": f"{os.cpu_count()} processors, load {os.getloadavg()[0]:.1f} at the end; shared",
        "python": platform.python_version(),
    }


def spread(times: list[float]) -> dict[str, float]:
    """Return the median and the slow end, in milliseconds."""
    return {"p50": round(quantile(times, 50) * 1000, 1), "p95": round(quantile(times, 95) * 1000, 1)}


def quantile(times: list[float], percent: int) -> float:
    """Return the time that so many of a hundred pages stay within."""
    return statistics.quantiles(times, n=100, method="inclusive")[percent - 1]


if __name__ == "__main__":
    raise SystemExit(main())
