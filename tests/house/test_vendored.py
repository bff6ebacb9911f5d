"""Is every file that others made listed with its licence, and does the wheel carry what it must?"""

from __future__ import annotations

import hashlib
import subprocess
import sys
import tomllib
import zipfile
from pathlib import Path

from tests.house.source import HOUSE, ROOT
from tests.house.test_files import files

LIST = ROOT / "licenses" / "vendored.toml"
FIELDS = {"path", "name", "version", "licence", "text", "sha256"}
MADE_ELSEWHERE = (".ttf", ".otf", ".woff", ".woff2", ".min.js", ".min.css", ".wasm")
CARRIED = (".py", ".yaml", ".po", ".mo", ".txt", ".json", ".html", ".css", ".js", ".typ", ".docx", ".xlsx", ".ttf", ".typed", ".toml")


def vendored() -> list[dict[str, str]]:
    """Return the list."""
    return tomllib.loads(LIST.read_text("utf-8"))["file"]  # type: ignore[no-any-return]


def looks_vendored(path: Path) -> bool:
    """Whether a file lies in a folder `vendor` or has the ending of something made elsewhere."""
    return "vendor" in path.parts or path.name.endswith(MADE_ELSEWHERE)


def test_every_listed_file_is_what_it_was() -> None:
    """Each entry is whole, and its file has the sha256 that was written down."""
    assert [one for one in vendored() if set(one) != FIELDS] == []
    assert [one["path"] for one in vendored() if hashlib.sha256((ROOT / one["path"]).read_bytes()).hexdigest() != one["sha256"]] == []


def test_every_licence_has_its_text_and_its_line_in_the_notice() -> None:
    """The licence came with the file, and NOTICE names the work."""
    notice = (ROOT / "NOTICE").read_text("utf-8")
    assert [one["name"] for one in vendored() if not (ROOT / one["text"]).is_file() or one["name"] not in notice] == []


def test_nothing_from_elsewhere_is_unlisted() -> None:
    """A font or a minified script comes with its papers."""
    listed = {one["path"] for one in vendored()}
    assert sorted(path.relative_to(ROOT).as_posix() for path in files() if looks_vendored(path.relative_to(ROOT))) == sorted(listed)


def test_the_wheel_carries_everything_of_the_house(tmp_path: Path) -> None:
    """Definitions, translations, templates and licences reach whoever installs the wheel."""
    subprocess.run(
        [sys.executable, "-m", "hatchling", "build", "-t", "wheel", "-d", str(tmp_path)], cwd=ROOT, check=True, capture_output=True
    )
    (wheel,) = tmp_path.glob("*.whl")
    carried = set(zipfile.ZipFile(wheel).namelist())
    of_the_house = {
        path.relative_to(HOUSE.parent).as_posix() for path in files() if path.is_relative_to(HOUSE) and path.name.endswith(CARRIED)
    }
    licences = {f"giaoban-0.1.0.dist-info/licenses/{name}" for name in ("LICENSE", "NOTICE", "licenses/vendored.toml")}
    assert sorted((of_the_house | licences) - carried) == []
    assert sorted(name for name in carried if not name.startswith(("giaoban/", "giaoban-"))) == []
