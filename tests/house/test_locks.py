"""Do the lock files pin everything, with hashes, and name no address?"""

from __future__ import annotations

import re

import pytest

from tests.house.source import ROOT, project

LOCKS = ("requirements.lock", "requirements-dev.lock")


def pins(lock: str) -> dict[str, list[str]]:
    """Return each pinned package with its lines: the pin, then its hashes."""
    found: dict[str, list[str]] = {}
    for line in (ROOT / lock).read_text("utf-8").splitlines():
        if line and not line.startswith((" ", "#")):
            found[line.removesuffix("\\").strip()] = lines = []
        elif line.strip():
            lines.append(line.strip())
    return found


def named(wanted: list[str]) -> set[str]:
    """Return the names of requirements, as the locks write them."""
    return {re.split(r"[\[<>=;~ ]", one)[0].lower().replace("_", "-") for one in wanted}


@pytest.mark.parametrize("lock", LOCKS)
def test_no_address_stands_in_a_lock(lock: str) -> None:
    """Where a package comes from is the installer's own affair."""
    assert "http" not in (ROOT / lock).read_text("utf-8")


@pytest.mark.parametrize("lock", LOCKS)
def test_every_line_is_pinned_with_hashes(lock: str) -> None:
    """name==version, then sha256 after sha256."""
    assert [pin for pin in pins(lock) if not re.match(r"[a-z0-9-]+==\S+", pin)] == []
    assert [pin for pin, lines in pins(lock).items() if not lines or not all(line.startswith("--hash=sha256:") for line in lines)] == []


def test_the_dev_lock_holds_the_runtime_lock() -> None:
    """What is tested is what runs."""
    assert sorted(set(pins("requirements.lock")) - set(pins("requirements-dev.lock"))) == []


def test_every_dependency_is_locked() -> None:
    """What pyproject.toml asks for stands in the locks."""
    asked = project()
    runtime = named([*asked["project"]["dependencies"], *asked["dependency-groups"]["build"]])
    dev = named(asked["dependency-groups"]["dev"])
    assert sorted(runtime - named(list(pins("requirements.lock")))) == []
    assert sorted(dev - named(list(pins("requirements-dev.lock")))) == []
