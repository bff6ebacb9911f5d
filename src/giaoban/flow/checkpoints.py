"""Which cubes have been put by as files, so that no process begins with the first entry?

A checkpoint is one immutable file in the home folder, named by its book, the
number of its last entry and what it lets through. It is mapped, not read:
processes that serve the same book share its pages. Any of them may be thrown
away at any time; one that is damaged, of another version, or does not fit the
book's chain is thrown away at once and nobody is told, because the entries
hold everything.
"""

from __future__ import annotations

import os
import secrets
from collections.abc import Callable, Sequence
from hashlib import sha256
from pathlib import Path

import numpy as np

from giaoban.cube import Cube, Damaged, Packed, pack, unpack
from giaoban.ledger import Book, Entry

EVERY = 20_000  # entries from one checkpoint to the next
MOST, LARGEST = 8, 2**30  # files of one book, and their bytes together; the newest stays, however large
_folder: list[Path] = []  # at most one: where they lie
_checked: dict[Path, tuple[int, int, int]] = {}  # files whose checksum this process has seen to fit

Hash = Callable[[int], str]


def live_in(folder: Path | None) -> None:
    """Say where checkpoints lie; None for nowhere, and none is kept or looked for."""
    _folder[:] = [] if folder is None else [folder]


def nearest(book: Book, *, lens: str) -> Cube | None:
    """Return the cube of the newest checkpoint that knows no more than the book; None where there is none.

    Args:
        book: As known at the instant that is asked about.
        lens: What was let through and on which axes, in words; only the same will do.
    """
    name = _named(lens)
    for number, path in sorted(_files(book.id, name), reverse=True):
        if 0 < number <= len(book.entries) and (found := _cube(path, book.entries, label=_label(book, number, lens))):
            return found
    return None


def keep(cube: Cube, *, book: Book, lens: str) -> None:
    """Put a cube by, where none of about the same age lies there yet; what cannot be written is not kept.

    Args:
        book: That the cube was made of.
    """
    name, number = _named(lens), cube.number
    if not _folder or number < EVERY or any(abs(number - other) < EVERY for other, _ in _files(book.id, name)):
        return
    path = _of(book.id) / f"{number:012d}-{name}.cube"
    draft = path.with_name(f".{path.name}.{secrets.token_hex(4)}.part")
    try:
        path.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
        with draft.open("wb") as file:
            for piece in pack(cube, label=_label(book, number, lens)):
                file.write(piece.data)
            file.flush()
            os.fsync(file.fileno())
        draft.replace(path)
        _thin(book.id, spared=path)
    except OSError:
        _remove(draft)


def drop(book_id: str) -> int:
    """Throw away all checkpoints of a book, drafts that a killed process left among them, and return how many there were."""
    found = list(_of(book_id).iterdir()) if _folder and _of(book_id).is_dir() else []
    for path in found:
        _remove(path)
    return len(found)


def _label(book: Book, number: int, lens: str) -> dict[str, str]:
    return {"book": book.id, "hash": book.hashes[number - 1], "lens": lens}


def _named(lens: str) -> str:
    return sha256(lens.encode()).hexdigest()[:16]


def _of(book_id: str) -> Path:
    return _folder[0] / book_id


def _files(book_id: str, name: str) -> list[tuple[int, Path]]:
    """Return number and path of the checkpoints of a book that let through the same."""
    if not _folder:
        return []
    return [(int(stem), path) for path in _of(book_id).glob(f"*-{name}.cube") if (stem := path.name.split("-")[0]).isdecimal()]


def _cube(path: Path, entries: Sequence[Entry], *, label: dict[str, str]) -> Cube | None:
    try:
        found = _mapped(path)
        if dict(found.label) == label:
            return found.cube(entries)
    except FileNotFoundError:  # another process has just thrown it away
        return None
    except (Damaged, OSError, ValueError, KeyError, IndexError, TypeError):
        pass
    _remove(path)  # damaged, of another form, or of another book or chain
    return None


def _mapped(path: Path) -> Packed:
    """Return the file, mapped copy-on-write; its checksum is looked at once by each process."""
    status = path.stat()
    seen = status.st_ino, status.st_size, status.st_mtime_ns
    if not status.st_size:
        raise Damaged("it is empty")
    found = unpack(np.memmap(path, np.uint8, mode="c"), trusted=_checked.get(path) == seen)
    _checked[path] = seen
    return found


def _thin(book_id: str, *, spared: Path) -> None:
    """Throw away the files that were written longest ago, until few and small enough are left."""
    sizes = {path: path.stat() for path in _of(book_id).glob("*.cube") if path != spared}
    room, left = LARGEST - spared.stat().st_size, MOST - 1
    for path, status in sorted(sizes.items(), key=lambda one: -one[1].st_mtime_ns):
        room, left = room - status.st_size, left - 1
        if room < 0 or left < 0:
            _remove(path)


def _remove(path: Path) -> None:
    _checked.pop(path, None)
    try:
        path.unlink(missing_ok=True)
    except OSError:  # somebody holds it on a system that minds; it is overwritten or thrown away another time
        return
