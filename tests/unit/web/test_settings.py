"""Django's settings stand, and say what the deployment's own say."""

from __future__ import annotations

import os
import subprocess
import sys

from django.conf import settings
from django.contrib.auth import get_user_model
from django.core.checks import run_checks

from giaoban.store.tables import Account


def test_django_finds_nothing_wrong():
    """Its own checks pass."""
    assert run_checks() == []


def test_accounts_are_ours_and_passwords_are_argon2():
    """The first hasher is the one that new passwords get."""
    assert get_user_model() is Account
    assert settings.PASSWORD_HASHERS[0].endswith("Argon2PasswordHasher")


def test_reading_the_settings_makes_nothing(tmp_path):
    """The home folder appears when something is kept; the key, when something is signed."""
    home = tmp_path / "home"
    script = """
from pathlib import Path
import os
from django.conf import settings
home = Path(os.environ["GIAOBAN_HOME"])
assert settings.DATABASES["default"]["NAME"] == str(home / "giaoban.sqlite3")
assert settings.DATA_UPLOAD_MAX_MEMORY_SIZE == 7 * 1024 * 1024
assert not home.exists()
from django.core import signing
assert signing.loads(signing.dumps("x")) == "x"
assert (home / "secret-key").read_text("ascii") == settings.SECRET_KEY
"""
    environ = {name: value for name, value in os.environ.items() if not name.endswith("DATABASE_URL")}
    environ |= {"GIAOBAN_HOME": str(home), "GIAOBAN_UPLOAD_MB": "7", "DJANGO_SETTINGS_MODULE": "giaoban.web.settings"}
    assert subprocess.run([sys.executable, "-W", "error", "-c", script], env=environ, check=False).returncode == 0
