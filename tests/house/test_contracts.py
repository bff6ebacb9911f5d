"""Do imports keep to the directions written in pyproject.toml?"""

from __future__ import annotations

import subprocess
import sys
from typing import Any

import pytest

from tests.house.source import PURE, ROOT, pages_of, project

CONTRACTS = {
    "Imports only go down the stairs": "layers",
    "The house under the stairs knows no framework, no settings and no network": "forbidden",
    "Doors call only flow": "forbidden",
    "Office files are opened and written in formats and papers": "forbidden",
    "One finding knows nothing of another": "independence",
    "No circle anywhere": "acyclic_siblings",
}
SHARED_BY_FINDINGS = {"__init__", "finding", "weigh"}


def contracts() -> dict[str, dict[str, Any]]:
    linter = project()["tool"]["importlinter"]
    return {contract["name"]: contract for contract in linter["contracts"]}


def test_every_import_keeps_to_the_contracts() -> None:
    """All six contracts are kept."""
    run = subprocess.run(
        [sys.executable, "-c", "from importlinter.cli import lint_imports; raise SystemExit(lint_imports(no_cache=True))"],
        cwd=ROOT,
        capture_output=True,
        text=True,
        check=False,
    )
    if run.returncode:
        pytest.fail(run.stdout.partition("Contracts\n")[2] or run.stdout + run.stderr, pytrace=False)


def test_no_contract_was_dropped() -> None:
    """The six contracts stand there under their names and kinds."""
    assert {name: contract["type"] for name, contract in contracts().items()} == CONTRACTS


def test_every_finding_stands_in_the_independence_contract() -> None:
    """A new kind of finding is kept from the others from its first day."""
    files = {f"giaoban.findings.{page.name}" for page in pages_of("findings") if page.name not in SHARED_BY_FINDINGS}
    assert set(contracts()["One finding knows nothing of another"]["modules"]) == files


@pytest.mark.parametrize("contract", ["The house under the stairs knows no framework, no settings and no network"])
def test_every_pure_room_stands_in_the_contract(contract: str) -> None:
    """The contract and the watchmen mean the same rooms."""
    assert set(contracts()[contract]["source_modules"]) == {f"giaoban.{room}" for room in PURE}
