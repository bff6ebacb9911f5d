"""The pages as a person's browser meets them: without one, in this process, on a test's own database."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from django.conf import settings
from django.core.management import call_command
from django.test import Client

from tests.books import embedded_ha_tinh, embedded_town, ha_tinh, town

__all__ = ["embedded_ha_tinh", "embedded_town", "ha_tinh", "town"]

Visit = Callable[[str], Client]


@pytest.fixture(scope="session", autouse=True)
def _static_files(tmp_path_factory: pytest.TempPathFactory) -> None:
    """What `giaoban serve` gathers before it serves; for each process of the tests its own."""
    settings.STATIC_ROOT = tmp_path_factory.mktemp("static")
    call_command("collectstatic", interactive=False, verbosity=0)


@pytest.fixture
def visit() -> Visit:
    """Return a browser in which somebody has signed in; nobody for an empty name."""
    from django.contrib.auth import get_user_model

    def enter(account: str = "") -> Client:
        client = Client(raise_request_exception=False)
        if account:
            client.force_login(get_user_model().objects.get(username=account))
        return client

    return enter
