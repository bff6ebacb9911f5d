"""How do measures lie in a Parquet file, and which files of a folder are whole and still hold?

A file is written beside its place and moved there at once, so whoever looks
finds it whole or not at all. It says what it is of: the same piece of the same
book up to the same entry is not worked on twice.
"""

from __future__ import annotations

import json
import secrets
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import numpy as np

from giaoban.recompute.piece import Measures, Targets

KEY = b"giaoban"


@dataclass(frozen=True, slots=True)
class Receipt:
    """A file that holds a piece's measures (biên nhận).

    Args:
        name: Of the file in its folder.
        rows: How many rows it has.
        found: Whether it lay there already.
    """

    name: str
    rows: int
    found: bool = False


def write(measures: Measures, *, folder: Path, name: str, label: Mapping[str, str]) -> Receipt:
    """Write the measures into a file of the folder and return its receipt.

    Raises:
        OSError: It cannot be written; what lay there before is as it was.
    """
    import pyarrow.parquet as pq

    path = folder / name
    draft = folder / f".{name}.{secrets.token_hex(4)}.part"
    try:
        pq.write_table(_table(measures, label), draft, compression="zstd")
        draft.replace(path)
    except OSError:
        draft.unlink(missing_ok=True)
        raise
    return Receipt(name, len(measures))


def receipt(path: Path, *, label: Mapping[str, str]) -> Receipt | None:
    """Return the receipt of a file that lies there whole and is of that label; None for any other."""
    import pyarrow as pa
    import pyarrow.parquet as pq

    try:
        head = pq.read_metadata(path)
        said = json.loads((head.metadata or {}).get(KEY, b"{}"))
    except (OSError, ValueError, pa.ArrowException):
        return None
    return Receipt(path.name, head.num_rows, found=True) if said == dict(label) else None


def _table(measures: Measures, label: Mapping[str, str]) -> Any:
    import pyarrow as pa

    columns: dict[str, Any] = {}
    for name in ("indicator", "part", "regime", "body", "period", "state", "quality", "revised", "mark", "same_mark", "level"):
        words, places = measures.words[name]
        columns[name] = _words(words, places)
    for name, numbers in measures.numbers.items():
        columns[name] = pa.array(numbers, mask=np.isnan(numbers) if numbers.dtype.kind == "f" else None)
    columns["targets"] = _targets(measures.targets)
    table = pa.table(columns)
    return table.replace_schema_metadata({KEY: json.dumps(dict(label), ensure_ascii=False, sort_keys=True).encode()})


def _words(words: tuple[str, ...], places: Any) -> Any:
    import pyarrow as pa

    indices = pa.array(places.astype(np.int32), mask=places < 0)
    return pa.array(words, pa.string()).take(indices).dictionary_encode()  # each word once, in the order they appear


def _targets(targets: Targets) -> Any:
    import pyarrow as pa

    ends = np.concatenate([[0], targets.ends]).astype(np.int32)
    inner = pa.StructArray.from_arrays(
        [
            _words(targets.authority, targets.place), _words(targets.period, targets.place), pa.array(targets.version),
            pa.array(targets.value), pa.array(targets.attainment, mask=np.isnan(targets.attainment)),
        ],
        names=["authority", "plan_period", "version", "value", "attainment"],
    )  # fmt: skip
    return pa.ListArray.from_arrays(pa.array(ends), inner)
