"""Does every file of the pure rooms have its unit test, and every unit test its file?"""

from __future__ import annotations

from pathlib import Path

from tests.house.allowed import offending
from tests.house.source import PURE, ROOT, pages, pages_of

UNIT = ROOT / "tests" / "unit"


def test_every_pure_file_has_its_test() -> None:
    """cube/planes.py is tested in tests/unit/cube/test_planes.py."""
    files = [page.path for page in pages_of(*PURE) if not page.is_face]
    alone = (path for path in files if not (UNIT / path).with_name(f"test_{Path(path).name}").exists())
    left, unneeded = offending("mirror", (f"{path}: has no unit test of its own" for path in alone))
    assert left == []
    assert unneeded == []


def test_every_unit_test_has_its_file() -> None:
    """tests/unit/cube/test_planes.py and test_planes_by_hand.py test cube/planes.py, and nothing that is gone."""
    names = {(Path(page.path).parent, f"test_{page.name}_") for page in pages()}
    tests = [path.relative_to(UNIT) for path in sorted(UNIT.rglob("test_*.py"))]
    assert [
        test.as_posix() for test in tests if not any(test.parent == room and f"{test.stem}_".startswith(name) for room, name in names)
    ] == []
