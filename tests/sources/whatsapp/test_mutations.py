"""Exports with lines lost, doubled, swapped and bytes broken: read, or refused in a sentence."""

from __future__ import annotations

import os
import resource
import subprocess
import sys
import time
from pathlib import Path

import pytest
from tests.sources.whatsapp import exports

from walkaway.app.errors import WalkawayError
from walkaway.app.ports import ReadOptions
from walkaway.sources.whatsapp import WhatsApp

ROOT = Path(__file__).resolve().parents[3]
STYLES = list(exports.STYLES)


def one(seed: int) -> bool:
    """Whether the file could be read."""
    raw = exports.mutate(exports.make(STYLES[seed % len(STYLES)], seed), seed)
    start = time.process_time()
    try:
        archive = WhatsApp().read("chat.txt", raw, ReadOptions(tz="America/New_York"))
    except WalkawayError:
        return False
    finally:
        assert time.process_time() - start < 5
    (chat,) = archive.chats
    assert archive.receipt.read == archive.receipt.kept + len(archive.receipt.skipped)
    assert archive.receipt.kept == len(chat.events) == len(chat.text) > 0
    assert (chat.events.at[1:] >= chat.events.at[:-1]).all()
    assert set(chat.events.who.tolist()) <= set(range(-1, len(chat.people)))
    assert chat.events.id.min() > len(archive.receipt.skipped)
    return True


def test_150_damaged_exports() -> None:
    assert sum(map(one, range(150))) > 100


@pytest.mark.soak
def test_1000_damaged_exports_in_one_process_with_little_memory() -> None:
    code = "from tests.sources.whatsapp import test_mutations as t; print(sum(map(t.one, range(1000, 2000))))"
    done = subprocess.run(
        [sys.executable, "-c", code],
        env={**os.environ, "PYTHONPATH": f"{ROOT / 'src'}:{ROOT}", "ARROW_DEFAULT_MEMORY_POOL": "system"},
        cwd=ROOT,
        capture_output=True,
        text=True,
        timeout=600,
        check=False,
        preexec_fn=lambda: resource.setrlimit(resource.RLIMIT_DATA, (512 << 20, 512 << 20)),
    )
    assert done.returncode == 0, done.stderr[-2000:]
    assert int(done.stdout) > 700
