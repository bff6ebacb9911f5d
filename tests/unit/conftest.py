"""What every unit test may ask for."""

from __future__ import annotations

import pytest
from hypothesis import settings

from giaoban.ledger import Book
from tests.unit.catalogues import ledger_lines, ledger_of

settings.register_profile("unit", deadline=None)  # a busy machine is no defect
settings.load_profile("unit")


@pytest.fixture
def book(request: pytest.FixtureRequest) -> Book:
    """The ledger that the test's own docstring says: its lines that begin with a year (see `ledger.shorthand`)."""
    return ledger_of(ledger_lines(request.function.__doc__ or ""))
