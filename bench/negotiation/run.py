"""Our negotiator among strong ones on made-up scenarios in; who gained how much, and whether the goals were met, out.

    python bench/negotiation/run.py                    24 scenarios, nine peers, one process; peers' games are kept
    python bench/negotiation/run.py --peers-only       plays and keeps what the peers do among themselves
    python bench/negotiation/run.py --scenarios FILE   other scenarios, written as a list of issues and ufuns

Every pair plays every scenario in both seats. Gain is (worth - outside) / (best - outside), 0 without a deal.
"""

# ruff: noqa: E402  (threads and the path are set before what they are for)

from __future__ import annotations

import os

for _threads in ("OMP_NUM_THREADS", "OPENBLAS_NUM_THREADS", "MKL_NUM_THREADS", "NUMBA_NUM_THREADS"):
    os.environ.setdefault(_threads, "1")

import argparse
import hashlib
import json
import sys
import time
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import asdict, replace
from pathlib import Path
from typing import Any

HERE = Path(__file__).resolve().parent
ROOT = HERE.parents[1]
sys.path[:0] = [str(ROOT), str(ROOT / "src")]

from bench.negotiation.figures import figures
from bench.negotiation.games import OTHERS, PEERS, Game, Table, load, play
from bench.negotiation.scenarios import Scenario, from_file, generated

OURS = "walkaway"
SEED = 60221
"""The scenarios of the published figures. They were looked at once, after everything was chosen."""
KEPT = ROOT / ".bench" / "games"


def pairs(names: Sequence[str]) -> Iterator[tuple[str, str]]:
    """Every ordered pair: both seats, and each with itself once."""
    for i, first in enumerate(names):
        for second in names[i:]:
            yield first, second
            if second != first:
                yield second, first


def played(
    scenarios: Iterable[Scenario], wanted: Sequence[tuple[str, str]], classes: dict[str, Any], steps: int, reps: int
) -> Iterator[Game]:
    for scenario in scenarios:
        table = Table(scenario)
        for names in wanted:
            for repetition in range(reps):
                both = (classes[names[0]], classes[names[1]])
                yield play(table, names, both, steps=steps, repetition=repetition)


def among_peers(scenarios: Sequence[Scenario], peers: dict[str, str], steps: int, reps: int) -> list[Game]:
    """The peers' games among themselves, kept per scenario so that a run that was stopped goes on."""
    KEPT.mkdir(parents=True, exist_ok=True)
    found: list[Game] = []
    classes: dict[str, Any] = {}
    for scenario in scenarios:
        key = json.dumps([asdict(scenario), peers, steps, reps, 1], sort_keys=True)
        path = KEPT / f"{scenario.name}-{hashlib.sha256(key.encode()).hexdigest()[:12]}.json"
        if not path.exists():
            classes = classes or {name: load(where) for name, where in peers.items()}
            games = list(played([scenario], list(pairs(list(peers))), classes, steps, reps))
            path.write_text(json.dumps([asdict(game) for game in games]), encoding="utf-8")
        found += [_game(row) for row in json.loads(path.read_text(encoding="utf-8"))]
    return found


def _game(row: dict[str, Any]) -> Game:
    return Game(**row | {"names": tuple(row["names"]), "gain": tuple(row["gain"])})


def main() -> None:
    parser = argparse.ArgumentParser()
    parser.add_argument("--scenarios", type=Path)
    parser.add_argument("--count", type=int, default=24)
    parser.add_argument("--seed", type=int, default=SEED)
    parser.add_argument("--steps", type=int, default=100)
    parser.add_argument("--reps", type=int, default=1)
    parser.add_argument("--peers", help="names of peers, commas between; default: all")
    parser.add_argument("--others", action="store_true", help="the second pool instead")
    parser.add_argument("--peers-only", action="store_true")
    parser.add_argument("--leave", type=float, help="leave below this chance of a zone")
    parser.add_argument("--json", type=Path, help="also write every game of ours")
    given = parser.parse_args()
    begun = time.process_time()
    pool = OTHERS if given.others else PEERS
    peers = {name: pool[name] for name in (given.peers.split(",") if given.peers else pool)}
    scenarios = (
        generated(given.count, given.seed)
        if given.scenarios is None
        else from_file(json.loads(given.scenarios.read_text(encoding="utf-8")))
    )
    games = among_peers(scenarios, peers, given.steps, given.reps)
    print(f"{len(games)} games among {len(peers)} peers, {time.process_time() - begun:.0f} s CPU", flush=True)
    if not given.peers_only:
        begun = time.process_time()
        from bench.negotiation.adapter import Walkaway

        if given.leave is not None:
            Walkaway.manner = replace(Walkaway.manner, leave=given.leave)
        classes = {name: load(path) for name, path in peers.items()} | {OURS: Walkaway}
        wanted = [names for names in pairs([*peers, OURS]) if OURS in names]
        ours = list(played(scenarios, wanted, classes, given.steps, given.reps))
        print(f"{len(ours)} games of ours, {time.process_time() - begun:.0f} s CPU")
        if given.json:
            given.json.write_text(json.dumps([asdict(game) for game in ours]), encoding="utf-8")
        games += ours
    print(figures(games, ours=None if given.peers_only else OURS))


if __name__ == "__main__":
    main()
