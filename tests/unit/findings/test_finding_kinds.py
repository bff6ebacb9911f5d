"""Is every kind of finding listed, named, and shaped alike?"""

from __future__ import annotations

import pkgutil

from giaoban import findings

SHARED = {"finding", "weigh"}


def test_every_file_is_a_kind_that_is_listed() -> None:
    """A new kind is one file and one line."""
    files = {module.name for module in pkgutil.iter_modules(findings.__path__)} - SHARED
    assert {kind.__name__.rpartition(".")[2] for kind in findings.KINDS} == files


def test_a_kind_is_named_as_its_file_and_says_what_it_asks() -> None:
    assert [kind.KIND for kind in findings.KINDS] == [kind.__name__.rpartition(".")[2] for kind in findings.KINDS]
    assert [kind.__name__ for kind in findings.KINDS if not (kind.__doc__ or "").partition("\n")[0].endswith("?")] == []
