"""The move that a run of weeks leads to, and what would change it."""

from __future__ import annotations

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from walkaway.core.verdict.judge import judge
from walkaway.core.verdict.model import DEFAULTS
from walkaway.core.verdict.solve import move_values, solve
from walkaway.core.verdict.verdict import Move, Verdict

LETTERS = {"M": 0, "P": 1, "X": 2, ".": -1}
MOVES = (Move.STAY, Move.ASK, Move.STEP_BACK, Move.WALK)


def judged(weeks: str, **options: object) -> Verdict:
    marks = np.array([LETTERS[w] for w in weeks], np.int8)
    return judge(marks, rng=np.random.default_rng(1), **options)  # type: ignore[arg-type]


@pytest.mark.parametrize(
    ("weeks", "moves"),
    [
        ("M" * 20, {Move.STAY}),
        ("M" * 20 + "X" * 14, {Move.WALK}),
        ("X" * 8, {Move.WALK}),
        ("MX" * 8, {Move.ASK}),
        ("MMXX" * 6, {Move.ASK}),
        ("P" * 10, {Move.ASK, Move.STEP_BACK}),
        ("M" * 12 + "X" * 5 + "M" * 6, {Move.STAY}),
        ("M..." * 10, {Move.STAY}),
        ("", {Move.NOT_ENOUGH}),
        ("XXX", {Move.NOT_ENOUGH}),
        ("MMM", {Move.NOT_ENOUGH}),
        ("X..X..X", {Move.NOT_ENOUGH}),
    ],
)
def test_a_run_of_weeks_leads_to_its_move(weeks: str, moves: set[Move]) -> None:
    assert judged(weeks).move in moves


@settings(max_examples=40, deadline=None)
@given(st.lists(st.sampled_from("MPX."), max_size=40))
def test_few_weeks_are_never_sure_and_never_walk(weeks: list[str]) -> None:
    verdict = judged("".join(weeks))
    assert verdict.sure is not None
    assert 0.05 <= verdict.sure <= 0.95
    if sum(w != "." for w in weeks) < 4:
        assert verdict.move is Move.NOT_ENOUGH
        assert verdict.sure <= 0.6


@pytest.mark.parametrize("weeks", ["M" * 20, "MX" * 8, "M" * 20 + "X" * 14, "P" * 10, "MMP" * 6])
def test_what_would_change_it_does(weeks: str) -> None:
    """Every break-even and every flip, solved again."""
    verdict = judged(weeks)
    assert verdict.break_evens
    assert verdict.flips
    belief = np.array(verdict.belief)
    place = MOVES.index(verdict.move)
    for found in verdict.break_evens:
        if found.name == "engaged":
            rest = belief[1:] / belief[1:].sum()
            at = np.array([found.at, *((1 - found.at) * rest)])
            values = move_values(solve(DEFAULTS, 12), at[None, None], 1)[0, 0]
        else:
            model = DEFAULTS.having(**{found.name: np.array([found.at])})
            values = move_values(solve(model, 12), belief[None, None], 1)[0, 0]
        others = np.delete(values, place)
        assert abs(values[place] - others.max()) < 1e-3, found
        assert values[MOVES.index(found.to)] == pytest.approx(others.max(), abs=1e-3)
    for flip in verdict.flips:
        letter = "M" if flip.mark == "met" else "X"
        assert judged(weeks + letter * flip.weeks).move is flip.to
        for fewer in range(1, flip.weeks):
            assert judged(weeks + letter * fewer).move in (verdict.move, Move.NOT_ENOUGH)


def test_not_wanted_is_walk() -> None:
    verdict = judged("M" * 30, want=False)
    assert (verdict.move, verdict.sure, verdict.because) == (Move.WALK, None, ("want_no",))


def test_walk_can_be_ruled_out() -> None:
    verdict = judged("M" * 20 + "X" * 14, allow_walk=False)
    assert verdict.move is not Move.WALK
    assert all(flip.to is not Move.WALK for flip in verdict.flips)


def test_without_an_ask_left_nobody_is_told_to_ask() -> None:
    verdict = judged("MX" * 8, asks_left=0)
    assert verdict.move is not Move.ASK
    assert verdict.values is not None
    assert np.isnan(verdict.values[1])


def test_the_bracket_is_printed_and_narrow() -> None:
    for weeks in ("M" * 20, "MX" * 8, "X" * 8):
        verdict = judged(weeks)
        assert verdict.bounds is not None
        assert 0 <= verdict.bounds.upper - verdict.bounds.lower <= 0.01 * verdict.bounds.upper


def test_the_same_weeks_give_the_same_verdict() -> None:
    assert judged("MMXPMX" * 3) == judged("MMXPMX" * 3)


def test_a_better_week_never_brings_walk_closer() -> None:
    for weeks in ("MMMMXX", "MXMXMX", "PPPPPP"):
        worse, better = judged(weeks + "X"), judged(weeks + "M")
        assert not (better.move is Move.WALK and worse.move is not Move.WALK)
        assert better.belief is not None
        assert worse.belief is not None
        assert better.belief[0] > worse.belief[0]
