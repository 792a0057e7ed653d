"""One signal, one story; and none of them in a steady one."""

from __future__ import annotations

import re
from pathlib import Path

import numpy as np
import pytest
from tests.conftest import told
from tests.worlds import END, found, lived, phase, view

from walkaway.app.demo import Pace
from walkaway.core.balance import signals as room
from walkaway.core.balance.signals import SIGNALS, signals
from walkaway.core.events import DAY, HOUR, SECOND, Acts, Side

MINUTE = 60 * SECOND
GIVING = Pace(opens=3.5, replies=0.95, wait=1.0)
EAGER = Pace(opens=2.6, replies=0.95, wait=1.0, again=0.8)
FADING = Pace(opens=0.2, replies=0.5, wait=8.0)
GONE = Pace(opens=0.0, replies=0.04, wait=60.0)
SEEDS = pytest.mark.parametrize("seed", range(4))


def test_taken_for_granted() -> None:
    """They open and answer far less since three months; you do as before (give or take what chance does to yours)."""
    lives = [lived(phase(52, you=GIVING), phase(12, you=GIVING, them=FADING), seed=seed) for seed in range(8)]
    seen = [names["taken_for_granted"] for names in map(found, lives) if "taken_for_granted" in names]
    assert len(seen) >= 6
    for signal in seen:
        assert signal.measure.high < 0.85
    dated = [signal.since for signal in seen if signal.since is not None]
    assert len(dated) >= 4
    assert all(abs(since - (END - 84 * DAY)) < 35 * DAY for since in dated)


def test_ignored() -> None:
    """You write, they hardly ever answer."""
    lives = [found(lived(phase(26), phase(12, them=GONE), seed=seed)) for seed in range(8)]
    seen = [names["ignored"] for names in lives if "ignored" in names]
    assert len(seen) >= 6
    assert all(signal.measure.value < 0.35 for signal in seen)


def test_ignored_by_a_silence_longer_than_any(story: Acts) -> None:
    """
    Mon 09:00  you: lunch?
    Mon 10:00  them: yes
    """
    long_life = lived(phase(30), phase(2, them=Pace(0, 0, 1)), seed=2)
    assert "ignored" in found(long_life)
    assert len(story) == 2


@SEEDS
def test_mixed(seed: int) -> None:
    """Two warm weeks, two cold ones, again and again."""
    warm, cold = phase(2, them=Pace(4.0, 0.95, 0.7)), phase(2, them=Pace(0.0, 0.05, 30.0))
    signal = found(lived(*[warm, cold] * 8, seed=seed))["mixed"]
    assert signal.measure.value > 2


def test_hard_to_get() -> None:
    """They answer less than half, after a minute or after two days, and never open."""
    lives = [found(_now_and_then(seed)) for seed in range(8)]
    seen = [names["hard_to_get"] for names in lives if "hard_to_get" in names]
    assert len(seen) >= 5
    assert all(0.2 < signal.measure.value < 0.6 for signal in seen)


def _now_and_then(seed: int) -> Acts:
    rng = np.random.default_rng(seed)
    rows = []
    for day in range(0, 240, 2):
        when = END - (240 - day) * DAY
        rows.append((when, Side.YOU))
        if rng.random() < 0.45:
            rows.append((when + int(rng.choice([MINUTE, MINUTE, 2 * DAY - HOUR])), Side.THEM))
    rows.sort()
    n = len(rows)
    at = np.array([when for when, _ in rows])
    side = np.array([side for _, side in rows], np.int8)
    return Acts(np.arange(n), at, at, side, np.ones(n, np.int32), side == Side.YOU)


@SEEDS
def test_chasing(seed: int) -> None:
    """You open nearly all of it and write again before an answer."""
    signal = found(lived(phase(16), phase(10, you=EAGER, them=FADING), seed=seed))["chasing"]
    assert signal.measure.value > 0.6
    assert signal.measure.low > 0.5


def test_steady() -> None:
    """Both open, both answer, nothing drifts: most such pairs are called steady, and none of them anything else."""
    lives = [found(lived(phase(60), seed=seed)) for seed in range(16)]
    assert sum("steady" in names for names in lives) >= 8
    assert sum(bool(set(names) - {"steady"}) for names in lives) <= 2


def test_too_little_says_nothing() -> None:
    thin = told("Mon 10:00  you: hi?\nTue 10:00  you: hello?\nWed 10:00  you: hey?\nThu 10:00  you: there?")
    assert signals(view(thin)) == ()


@SEEDS
def test_evidence_points_at_real_messages(seed: int) -> None:
    acts = lived(phase(20), phase(10, you=EAGER, them=FADING), seed=seed)
    for signal in found(acts).values():
        assert 0 < len(signal.evidence) <= 20
        assert set(signal.evidence) <= set(acts.id.tolist())
        assert list(signal.evidence) == sorted(signal.evidence)
        assert signal.measure.low <= signal.measure.value <= signal.measure.high


def test_every_signal_has_its_file_its_source_and_its_story() -> None:
    folder = Path(str(room.__file__)).parent
    assert {p.stem for p in folder.glob("*.py")} - {"__init__", "signal"} == set(SIGNALS)
    here = Path(__file__).read_text(encoding="utf-8")
    for name in SIGNALS:
        text = (folder / f"{name}.py").read_text(encoding="utf-8")
        assert re.search(r"SOURCE = .*\d{4}", text), f"{name} names nobody who described it"
        assert f"def test_{name}(" in here
