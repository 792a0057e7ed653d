"""Each reader under atheris, for as long as FUZZ_SECONDS says (half a minute), where atheris is there."""

from __future__ import annotations

import importlib.util
import os
import subprocess
import sys
from pathlib import Path

import pytest
from tests.sources.mutated import FORMATS

SECONDS = int(os.environ.get("FUZZ_SECONDS", "30"))


@pytest.mark.soak
@pytest.mark.skipif(importlib.util.find_spec("atheris") is None, reason="atheris is not installed (Linux x86-64 only)")
@pytest.mark.parametrize("kind", [kind for kind in FORMATS if kind != "zip"])
def test_no_input_crashes_a_reader(kind: str) -> None:
    command = [sys.executable, str(Path(__file__).with_name("fuzz.py")), kind, str(SECONDS)]
    done = subprocess.run(command, capture_output=True, text=True, timeout=SECONDS + 120, check=False)
    assert done.returncode == 0, done.stdout[-1000:] + done.stderr[-3000:]
