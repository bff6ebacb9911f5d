"""Does a process that only answers questions wait for nothing but numpy?"""

from __future__ import annotations

import subprocess
import sys


def test_the_engine_brings_in_nothing_slow() -> None:
    """scipy, numba, pandas and Django take seconds; whoever needs one imports it when first needed."""
    told = "import sys, giaoban.engine; print(*sorted({name.partition('.')[0] for name in sys.modules}))"
    loaded = subprocess.run([sys.executable, "-c", told], capture_output=True, text=True, check=True).stdout.split()
    assert {"scipy", "numba", "pandas", "django", "polars", "dask"} & set(loaded) == set()
    assert "numpy" in loaded
