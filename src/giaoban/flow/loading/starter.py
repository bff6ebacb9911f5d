"""What does every book begin with, and which cases come along? Files of the package, read once."""

from __future__ import annotations

from collections.abc import Mapping
from functools import lru_cache
from importlib.resources import files as resource_files

from giaoban import cases, catalogue
from giaoban.catalogue.loading import Read
from giaoban.flow.loading.items import refuse

SHIPPED = ("ha_tinh", "tinh_mau")


@lru_cache(maxsize=1)
def starter() -> tuple[Read, ...]:
    """Return the starter definitions that every book begins with.

    Raises:
        NotLoaded: They hold problems: somebody has changed the installed files.
    """
    sheets, broken = catalogue.loading.parse(_starter_files())
    problems = list(broken)
    sources = catalogue.loading.read_sources(sheets, problems=problems)
    reads, wrong = catalogue.loading.read_definitions(sheets, sources=sources)
    refuse([*problems, *wrong])
    return reads


@lru_cache(maxsize=1)
def starter_digest() -> str:
    """Return the sha256 of the starter files."""
    return cases.digest_of(_starter_files())


@lru_cache(maxsize=1)
def _starter_files() -> Mapping[str, str]:
    return _yaml_in("giaoban.catalogue", "definitions")


def shipped_files(name: str) -> Mapping[str, str]:
    """Return the files of a shipped case by their names."""
    return _yaml_in("giaoban.cases", name)


def _yaml_in(package: str, folder: str) -> Mapping[str, str]:
    found = (resource_files(package) / folder).iterdir()
    return {item.name: item.read_text(encoding="utf-8") for item in found if item.name.endswith(".yaml")}
