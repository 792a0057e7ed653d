"""The bench of talks: its scenarios are made the same again, and what it compares with stays out of the package."""

from __future__ import annotations

import json
import re
from dataclasses import asdict
from pathlib import Path

import numpy as np
import pytest
from bench.negotiation.arena import LAST, MARKETS, Oracle, Seer, bids_of
from bench.negotiation.scenarios import PER_ZONELESS, from_file, generated

ROOT = Path(__file__).resolve().parents[2]


def test_the_same_seed_gives_the_same_scenarios_whatever_the_count() -> None:
    assert generated(4, 3) == generated(8, 3)[:4]
    assert generated(4, 3) != generated(4, 4)


def test_one_in_eight_has_no_zone_and_all_others_do() -> None:
    found = generated(2 * PER_ZONELESS, 5)
    assert [s.zone for s in found].count(False) == 2
    for scenario in found:
        worths = scenario.worths()
        assert worths.min() >= 0
        assert worths.max() <= 1 + 1e-9
        assert (np.array(scenario.outside) < worths.max(axis=0)).all()


def test_as_many_without_a_zone_as_are_asked_for() -> None:
    assert [s.zone for s in generated(6, 5, zoneless_every=2)] == [True, False] * 3


def test_a_seer_of_a_market_that_cannot_shift_is_the_oracle() -> None:
    """Both are exact, one on a table over beliefs that then say nothing: within what its grid of amounts leaves."""
    bids = bids_of("clock", 100.0, 1.0, np.random.default_rng(1))
    for law in MARKETS.values():
        laws = [law] * (LAST + 2)
        seer, oracle = Seer(bids, laws), Oracle(bids, laws)
        assert seer.table[0] == pytest.approx(oracle.value[law][0], rel=2e-3)


def test_a_scenario_survives_a_file() -> None:
    (one,) = generated(1, 3)
    row = {
        "name": one.name,
        "issues": [{"values": list(range(n))} for n in one.sizes],
        "ufuns": [{"weights": one.weights[s], "values": one.scores[s], "rv": one.outside[s]} for s in (0, 1)],
    }
    assert from_file(json.loads(json.dumps([row]))) == [one]
    assert asdict(one)["name"] == one.name


@pytest.mark.parametrize("peer", ["negmas", "anl", "anl_agents", "negmas_genius_agents", "negmas_negolog"])
def test_no_peer_is_in_the_package_or_its_lock(peer: str) -> None:
    imports = re.compile(rf"^\s*(?:import|from)\s+{peer}\b", re.MULTILINE)
    for path in (ROOT / "src").rglob("*.py"):
        assert not imports.search(path.read_text(encoding="utf-8")), path
    for lock in ("run", "dev", "build"):
        text = (ROOT / "requirements" / f"{lock}.txt").read_text(encoding="utf-8")
        assert not re.search(rf"^{peer.replace('_', '-')}==", text, re.MULTILINE)
