"""`giaoban serve` on a fresh machine: it says how to come in, answers, and stops when asked."""

from __future__ import annotations

import os
import signal
import socket
import subprocess
import sys
import time
from contextlib import closing
from pathlib import Path
from urllib.error import URLError
from urllib.request import urlopen

import pytest


@pytest.mark.slow
def test_a_first_run_says_how_to_come_in(tmp_path: Path):
    """No account can sign in yet and nothing is known yet: both are said; the sign-in answers; SIGTERM ends it."""
    with closing(socket.socket()) as free:
        free.bind(("127.0.0.1", 0))
        port = free.getsockname()[1]
    environ = {name: value for name, value in os.environ.items() if not name.endswith("DATABASE_URL")}
    environ |= {"GIAOBAN_HOME": str(tmp_path / "home"), "LANG": "vi_VN.UTF-8"}
    call = [sys.executable, "-m", "giaoban", "serve", "--port", str(port)]
    with subprocess.Popen(call, env=environ, stdout=subprocess.PIPE, stderr=subprocess.STDOUT, text=True) as server:
        try:
            assert "Đăng nhập" in answered(f"http://127.0.0.1:{port}/")
        finally:
            server.send_signal(signal.SIGTERM)
        said, _ = server.communicate(timeout=30)
    assert server.returncode == 0
    assert f"http://127.0.0.1:{port}/" in said
    assert "giaoban user password quan-tri" in said
    assert "giaoban demo" in said


def answered(address: str) -> str:
    until = time.monotonic() + 60
    while time.monotonic() < until:
        try:
            with urlopen(address, timeout=10) as page:  # noqa: S310 -- our own address
                return page.read().decode()
        except (URLError, OSError):
            time.sleep(0.2)
    pytest.fail("the server does not answer")


def test_a_port_that_is_no_number_is_refused_in_a_sentence():
    """By the parser of every command."""
    call = [sys.executable, "-m", "giaoban", "serve", "--port", "x"]
    ran = subprocess.run(call, env={**os.environ, "LANG": "vi_VN.UTF-8"}, capture_output=True, text=True, check=False)
    assert ran.returncode == 2
    assert "Traceback" not in ran.stderr
