"""Damaged archives give a sentence or are read: no crash, no hang, no more than 512 MB."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from pathlib import Path

import pytest
from tests.sources.mutated import FORMATS, MEMORY, SECONDS

ROOT = Path(__file__).resolve().parents[2]


def run(kind: str, count: int, seed: int) -> None:
    # The system's allocator, because Arrow's own sets more memory aside than it uses.
    settings = {
        "PYTHONPATH": f"{ROOT / 'src'}:{ROOT}",
        "ARROW_DEFAULT_MEMORY_POOL": "system",
        "OPENBLAS_NUM_THREADS": "1",
    }
    done = subprocess.run(
        [sys.executable, "-m", "tests.sources.mutated", kind, str(count), str(seed)],
        env={**os.environ, **settings},
        cwd=ROOT,
        capture_output=True,
        text=True,
        timeout=60 + count * SECONDS / 10,
        check=False,
    )
    assert done.returncode == 0, done.stderr[-2000:]
    found = json.loads(done.stdout.splitlines()[-1])
    assert found["faults"] == []
    assert found["count"] == count
    assert 0 < found["read"] < count
    assert found["slowest"] < SECONDS
    assert found["peak"] < MEMORY


@pytest.mark.parametrize("kind", FORMATS)
def test_150_damaged_archives(kind: str) -> None:
    run(kind, 150, seed=1)


@pytest.mark.soak
@pytest.mark.parametrize("kind", FORMATS)
def test_1000_damaged_archives(kind: str) -> None:
    run(kind, 1_000, seed=2)
