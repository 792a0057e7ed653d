"""The last word is safety's, whatever the rooms before it said."""

from __future__ import annotations

from dataclasses import fields
from random import Random

import numpy as np
import pytest

from walkaway.core import safety
from walkaway.core.standards.standard import PursuitKind
from walkaway.core.verdict.judge import judge
from walkaway.core.verdict.verdict import Bounds, BreakEven, Flip, Move, Verdict, WalkAway

MODEL_MOVES = (Move.STAY, Move.ASK, Move.STEP_BACK, Move.WALK, Move.NOT_ENOUGH)
KINDS = (None, *PursuitKind)
FEARS = ("yes", "no", "unsure", None)


def verdict(dice: Random) -> Verdict:
    """A verdict with every part of it filled, or most."""
    numbers = [dice.uniform(-5, 30) for _ in range(4)]
    return Verdict(
        move=dice.choice(MODEL_MOVES),
        sure=dice.choice((None, dice.uniform(0.05, 0.95))),
        values=(numbers[0], numbers[1], numbers[2], numbers[3]),
        belief=(0.2, 0.3, 0.5),
        informative=dice.randrange(500),
        bounds=Bounds(numbers[0], numbers[1]),
        because=tuple(dice.sample(("few_weeks", "weeks_missed", "walk_best", "stop_contact"), dice.randrange(4))),
        break_evens=(BreakEven("outside", 0.3, numbers[2], dice.choice(MODEL_MOVES)),) * dice.randrange(3),
        flips=(Flip("met", dice.randrange(1, 26), dice.choice(MODEL_MOVES)),) * dice.randrange(3),
        walk_away=WalkAway(numbers[3], 0.4),
    )


def check(verdict: Verdict, kind: PursuitKind | None, afraid: str | None, *, stop: bool) -> None:
    result = safety.apply(verdict, kind=kind, afraid=afraid, stop_contact=stop)  # type: ignore[arg-type]
    personal = kind in (None, PursuitKind.PARTNER, PursuitKind.FRIEND)
    if afraid in ("yes", "unsure"):
        expected = Move.SUPPORT
    elif stop:
        expected = Move.WALK
    elif afraid is None and personal:
        expected = Move.UNANSWERED
    else:
        assert result == verdict
        return
    assert result.move is expected
    assert result.because == (("stop_contact",) if expected is Move.WALK else ())
    assert result.informative == verdict.informative
    for field in fields(Verdict):
        if field.name not in ("move", "because", "informative"):
            assert getattr(result, field.name) in (None, ()), field.name


@pytest.mark.parametrize("states", [10_000, pytest.param(100_000, marks=pytest.mark.soak)])
def test_nothing_leaks(states: int) -> None:
    dice = Random(states)
    for _ in range(states):
        check(verdict(dice), dice.choice(KINDS), dice.choice(FEARS), stop=dice.random() < 0.3)


@pytest.mark.parametrize("afraid", ["yes", "unsure"])
def test_fear_never_hears_walk_or_step_back(afraid: str) -> None:
    for marks in ([2] * 20, [0] * 20, [0] * 10 + [2] * 3):
        verdict = judge(np.array(marks, np.int8), rng=np.random.default_rng(1))
        check(verdict, PursuitKind.PARTNER, afraid, stop=False)
