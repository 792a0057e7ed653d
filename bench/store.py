"""What encryption costs, and how quickly a million messages load: the app's own queries on a sealed and a plain file.

    python bench/store.py            1,000,000 messages, 5 rounds
    python bench/store.py --quick    100,000 messages, 2 rounds

Both files are filled the same way and asked the same in turns, in one process, on the CPU's clock. `opened` begins with
an empty cache, so each page is read and decrypted; `again` finds them in the cache of 64 MiB.
"""

from __future__ import annotations

import argparse
import secrets
import statistics
import tempfile
import time
from collections.abc import Callable
from pathlib import Path

import numpy as np
import pyarrow as pa
import pyarrow.compute as pc

from walkaway.app.keep_archive import archive_of
from walkaway.app.ports import Chat
from walkaway.app.store import Handed
from walkaway.core.events import SECOND, Events
from walkaway.store.engine import plain_file, sealed_file
from walkaway.store.kept import Kept
from walkaway.store.keys import Cost, Keys, new_key
from walkaway.store.migrate import bring_up

YEARS = 8
_YEAR = 365 * 24 * 3600 * SECOND


def chat(n: int, seed: int) -> Handed:
    """Two people who write n messages in eight years, of one to forty words from a vocabulary of 5,000."""
    dice = np.random.default_rng(seed)
    at = np.sort(dice.integers(0, YEARS * _YEAR, n)) // (60 * SECOND) * (60 * SECOND)
    words = np.minimum(40, 1 + dice.geometric(0.12, n)).astype(np.int32)
    vocabulary = pa.array([f"w{k:x}" for k in dice.integers(0, 2**28, 5_000)])
    picked = vocabulary.take(pa.array(np.minimum(dice.zipf(1.3, int(words.sum())) - 1, 4_999)))
    ends = np.concatenate([[0], np.cumsum(words)]).astype(np.int64)
    text = pc.binary_join(pa.ListArray.from_arrays(pa.array(ends, pa.int32()), picked), " ").cast(pa.large_string())
    events = Events(
        id=np.arange(1, n + 1, dtype=np.int64), at=at, local=at, who=dice.integers(0, 2, n).astype(np.int32),
        kind=np.zeros(n, np.uint8), words=words, asks=dice.random(n) < 0.2,
    )  # fmt: skip
    one = Chat("Bob", None, ("Sam", "Bob"), events, text)
    return Handed(chat=one, source="whatsapp", tz="UTC", now=0, me="Sam", them="Bob")


def filled(place: Path, handed: list[Handed], key: bytearray | None) -> tuple[Callable[[], Kept], float]:
    """A way to open the file, and the CPU seconds it took to fill it."""
    began = time.process_time()
    engine = plain_file(place) if key is None else sealed_file(place, key, create=True)
    bring_up(engine)
    store = Kept(engine)
    for k, one in enumerate(handed):
        store.add(f"Bob {k}", one)
        store.keep_document(f"Bob {k}", {"name": f"Bob {k}", "note": "x" * 400})
    took = time.process_time() - began
    store.close()
    return (lambda: Kept(plain_file(place) if key is None else sealed_file(place, key))), took


QUERIES: dict[str, Callable[[Kept], object]] = {
    "names of all pursuits": lambda store: store.names(),
    "settings of one": lambda store: store.document("Bob 0"),
    "its conversations": lambda store: store.channels("Bob 0"),
    "what came in": lambda store: store.arrivals("Bob 0"),
    "its archive, messages and words": lambda store: archive_of(store, "Bob 0"),
}


def seconds(ask: Callable[[], object]) -> float:
    began = time.process_time()
    ask()
    return time.process_time() - began


def measured(opens: dict[str, Callable[[], Kept]], rounds: int) -> dict[str, dict[str, list[float]]]:
    """CPU seconds of each query, newly opened and asked again, on each file, in turns."""
    found: dict[str, dict[str, list[float]]] = {}
    for _ in range(rounds):
        for name, query in QUERIES.items():
            for kind, open_ in opens.items():
                store = open_()
                row = found.setdefault(name, {})
                row.setdefault(f"{kind} opened", []).append(seconds(lambda s=store, q=query: q(s)))  # type: ignore[misc]
                row.setdefault(f"{kind} again", []).append(seconds(lambda s=store, q=query: q(s)))  # type: ignore[misc]
                store.close()
    return found


def unlocking() -> float:
    """CPU seconds from a passphrase to the data key, at the cost we ship."""
    key = new_key()
    keys = Keys("bench", "store-a.db").with_passphrase(key, "four plain words here", Cost())
    return seconds(lambda: keys.open("passphrase", "four plain words here"))


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--quick", action="store_true")
    quick = parser.parse_args().quick
    n, rounds = (100_000, 2) if quick else (1_000_000, 5)
    handed = [chat(n, 1), *(chat(n // 100, seed) for seed in range(2, 22))]
    with tempfile.TemporaryDirectory() as folder:
        key = bytearray(secrets.token_bytes(32))
        opens, fill = {}, {}
        for kind, given in (("plain", None), ("sealed", key)):
            opens[kind], fill[kind] = filled(Path(folder) / f"{kind}.db", handed, given)
        found = measured(opens, rounds)
        sizes = {path.name: round(path.stat().st_size / 1e6, 1) for path in Path(folder).glob("*.db")}
    best = {name: {kind: min(times) for kind, times in row.items()} for name, row in found.items()}
    print(f"{n:,} messages of one pursuit beside 20 of {n // 100:,}; CPU milliseconds, best of {rounds}")
    print(f"{'query':34}{'plain':>10}{'sealed':>10}{'ratio':>8}")
    for name, row in best.items():
        for how in ("opened", "again"):
            plain, sealed = row[f"plain {how}"], row[f"sealed {how}"]
            print(f"{name + ', ' + how:42}{1e3 * plain:8.2f}{1e3 * sealed:10.2f}{sealed / plain:8.2f}")
    whole = {kind: sum(row[f"{kind} opened"] for row in best.values()) for kind in opens}
    print(f"{'all of them, opened':42}{1e3 * whole['plain']:8.2f}{1e3 * whole['sealed']:10.2f}"
          f"{whole['sealed'] / whole['plain']:8.2f}")  # fmt: skip
    print(f"{'filling':42}{1e3 * fill['plain']:8.0f}{1e3 * fill['sealed']:10.0f}{fill['sealed'] / fill['plain']:8.2f}")
    load = statistics.median(found["its archive, messages and words"]["sealed opened"])
    print(f"load {n:,} messages with their words from a sealed file: {load:.3f} s CPU (median of {rounds}; goal 1 s)")
    print(f"unlock: {unlocking():.3f} s CPU (goal 1 s); files: {sizes} MB")


if __name__ == "__main__":
    main()
