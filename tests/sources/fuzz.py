"""Atheris on one reader: `python tests/sources/fuzz.py FORMAT SECONDS`. Anything but a sentence of ours is a finding.

The corpus is the sound example of that format and a hundred damaged copies of it. Linux on x86-64 only: for no other
system is atheris in the lock.
"""

from __future__ import annotations

import sys
import tempfile
from pathlib import Path

import atheris  # type: ignore[import-not-found,import-untyped,unused-ignore]

ROOT = Path(__file__).resolve().parents[2]
sys.path[:0] = [str(ROOT / "src"), str(ROOT)]

with atheris.instrument_imports(include=["walkaway"]):
    from tests.sources.mutated import FORMATS

    from walkaway import wiring
    from walkaway.app.errors import WalkawayError
    from walkaway.app.ports import ReadOptions
    from walkaway.sources.conformance import broken_promises
    from walkaway.sources.damage import mutants

    wiring.sources()


def main(kind: str, seconds: int) -> None:
    name, made = FORMATS[kind]
    raw = made()
    options = ReadOptions(tz="Europe/Berlin")
    source = next(one for one in wiring.sources() if one.recognises(name, raw[:65_536]))

    def once(data: bytes) -> None:
        if not data:
            return
        for one in wiring.sources():
            one.recognises("", data)
        try:
            found = list(broken_promises(source.read(name, data, options)))
        except WalkawayError:
            return
        assert not found, found

    with tempfile.TemporaryDirectory() as corpus:
        for number, one in enumerate([raw, *mutants(raw, 100, seed=3)]):
            (Path(corpus) / str(number)).write_bytes(one)
        bounds = [
            f"-max_total_time={seconds}",
            "-timeout=5",
            "-rss_limit_mb=2048",
            "-max_len=65536",
            f"-artifact_prefix={corpus}/",
        ]
        atheris.Setup([sys.argv[0], *bounds, corpus], once)
        atheris.Fuzz()


if __name__ == "__main__":
    main(sys.argv[1], int(sys.argv[2]))
