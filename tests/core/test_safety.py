"""The last word is safety's, whatever the rooms before it said."""

from __future__ import annotations

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from walkaway.core import safety
from walkaway.core.standards.standard import PursuitKind
from walkaway.core.verdict.judge import judge
from walkaway.core.verdict.verdict import Bounds, BreakEven, Flip, Move, Verdict, WalkAway

MODEL_MOVES = (Move.STAY, Move.ASK, Move.STEP_BACK, Move.WALK, Move.NOT_ENOUGH)
verdicts = st.builds(
    Verdict,
    move=st.sampled_from(MODEL_MOVES),
    sure=st.one_of(st.none(), st.floats(0.05, 0.95)),
    values=st.just((1.0, 2.0, 3.0, 4.0)),
    belief=st.just((0.2, 0.3, 0.5)),
    informative=st.integers(0, 500),
    bounds=st.just(Bounds(1.0, 2.0)),
    because=st.lists(st.text(max_size=5), max_size=3).map(tuple),
    break_evens=st.just((BreakEven("outside", 0.3, 0.4, Move.WALK),)),
    flips=st.just((Flip("met", 3, Move.STAY),)),
    walk_away=st.just(WalkAway(0.3, 0.4)),
)
kinds = st.one_of(st.none(), st.sampled_from(PursuitKind))
fears = st.sampled_from(["yes", "no", "unsure", None])


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
    assert (result.break_evens, result.flips) == ((), ())
    assert (result.sure, result.values, result.belief, result.bounds, result.walk_away) == (None,) * 5
    assert result.because == (("stop_contact",) if expected is Move.WALK else ())


@settings(max_examples=2000, deadline=None)
@given(verdicts, kinds, fears, st.booleans())
def test_nothing_leaks(verdict: Verdict, kind: PursuitKind | None, afraid: str | None, stop: bool) -> None:
    check(verdict, kind, afraid, stop=stop)


@pytest.mark.soak
@settings(max_examples=100_000, deadline=None)
@given(verdicts, kinds, fears, st.booleans())
def test_nothing_leaks_in_many_states(
    verdict: Verdict, kind: PursuitKind | None, afraid: str | None, stop: bool
) -> None:
    check(verdict, kind, afraid, stop=stop)


@pytest.mark.parametrize("afraid", ["yes", "unsure"])
def test_fear_never_hears_walk_or_step_back(afraid: str) -> None:
    for marks in ([2] * 20, [0] * 20, [0] * 10 + [2] * 3):
        verdict = judge(np.array(marks, np.int8), rng=np.random.default_rng(1))
        check(verdict, PursuitKind.PARTNER, afraid, stop=False)
