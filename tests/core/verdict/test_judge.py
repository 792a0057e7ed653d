"""The move that a run of weeks leads to, and what would change it."""

from __future__ import annotations

from typing import Any

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from walkaway.core.verdict.judge import judge
from walkaway.core.verdict.model import DEFAULTS, STAY, Model, transitions
from walkaway.core.verdict.solve import move_values, solve
from walkaway.core.verdict.verdict import BreakEven, Move, Verdict

LETTERS = {"M": 0, "P": 1, "X": 2, ".": -1}
MOVES = (Move.STAY, Move.ASK, Move.STEP_BACK, Move.WALK)


def judged(weeks: str, *, seed: int = 1, **options: Any) -> Verdict:
    marks = np.array([LETTERS[w] for w in weeks], np.int8)
    return judge(marks, rng=np.random.default_rng(seed), **options)


@pytest.mark.parametrize(
    ("weeks", "moves"),
    [
        ("M" * 20, {Move.STAY}),
        ("M" * 20 + "X" * 14, {Move.WALK}),
        ("M" * 20 + "X", {Move.STAY}),
        ("M" * 20 + "X" * 3, {Move.NOT_ENOUGH}),
        ("X" * 8, {Move.WALK}),
        ("MX" * 8, {Move.ASK}),
        ("MMXX" * 6, {Move.ASK}),
        ("P" * 10, {Move.ASK, Move.STEP_BACK}),
        ("M" * 12 + "X" * 5 + "M" * 6, {Move.STAY}),
        ("M..." * 10, {Move.STAY}),
        ("M..." * 4 + "." * 12, {Move.STAY, Move.NOT_ENOUGH}),
        ("." * 40, {Move.NOT_ENOUGH}),
        ("", {Move.NOT_ENOUGH}),
        ("XXX", {Move.NOT_ENOUGH}),
        ("MMM", {Move.NOT_ENOUGH}),
        ("X..X..X", {Move.NOT_ENOUGH}),
    ],
)
def test_a_run_of_weeks_leads_to_its_move(weeks: str, moves: set[Move]) -> None:
    assert judged(weeks).move in moves


@settings(max_examples=20, deadline=None)
@given(st.lists(st.sampled_from("MPX."), max_size=12))
def test_few_weeks_are_never_sure_and_never_walk(weeks: list[str]) -> None:
    verdict = judged("".join(weeks))
    assert verdict.sure is not None
    assert 0.05 <= verdict.sure <= 0.95
    if sum(w != "." for w in weeks) < 4:
        assert verdict.move is Move.NOT_ENOUGH
        assert verdict.because == ("few_weeks",)
        assert verdict.sure <= 0.6


def lived(seed: int) -> tuple[str, dict[str, Any]]:
    """A made-up run of weeks, and what the person said about it."""
    rng = np.random.default_rng(seed)
    moves, seen = transitions(DEFAULTS)[0, STAY], DEFAULTS.seen[0]
    state, weeks = rng.choice(3, p=DEFAULTS.prior[0]), ""
    for _ in range(int(rng.integers(6, 50))):
        weeks += "." if rng.random() < 0.15 else "MPX"[rng.choice(3, p=seen[state])]
        state = rng.choice(3, p=moves[state])
    dear = DEFAULTS.having(outside=rng.uniform(0.1, 0.55, 1), effort=rng.uniform(0.05, 0.5, 1))
    said: list[dict[str, Any]] = [{}, {"allow_walk": False}, {"asks_left": 0}, {"model": dear}]
    return weeks, said[seed % 4]


def leads(verdict: Verdict, found: BreakEven, at: list[float], said: dict[str, Any]) -> np.ndarray:
    """How far the move, and the one it turns into, are ahead of all others where the break-even's number is `at`."""
    model: Model = said.get("model", DEFAULTS)
    asks_left: int = said.get("asks_left", 1)
    belief = np.broadcast_to(np.array(verdict.belief), (len(at), 1, 3))
    if found.name == "engaged":
        rest = belief[0, 0, 1:] / belief[0, 0, 1:].sum()
        belief = np.array([[[x, *((1 - x) * rest)]] for x in at])
        plan = solve(model.repeat(len(at)), 12)
    else:
        plan = solve(model.repeat(len(at)).having(**{found.name: np.array(at)}), 12)
    values = move_values(plan, belief, asks_left)[:, 0]
    values[:, 3] = values[:, 3] if said.get("allow_walk", True) else np.nan
    move, to = MOVES.index(verdict.move), MOVES.index(found.to)
    others = [np.nanmax(np.delete(values, k, axis=1), axis=1) for k in (move, to)]
    return np.stack([values[:, move] - others[0], values[:, to] - others[1]])


@pytest.mark.parametrize("seed", range(16))
def test_what_would_change_it_does(seed: int) -> None:
    """Every break-even solved again, at it and a hair to either side; every flip, and every week before it, judged."""
    weeks, said = lived(seed)
    verdict = judged(weeks, **said)
    if verdict.move is Move.NOT_ENOUGH:
        assert (verdict.break_evens, verdict.flips) == ((), ())
        return
    assert verdict.break_evens
    if not verdict.flips:  # only where the person's own numbers leave nothing to weeks, and then truly
        assert "model" in said
        for letter in "MX":
            for further in (1, 4, 13, 26):
                assert judged(weeks + letter * further, **said).move in (verdict.move, Move.NOT_ENOUGH)
    for found in verdict.break_evens:
        hair = 2e-4 if found.at > found.now else -2e-4
        (before, there, after), (_, _, overtaken) = leads(
            verdict, found, [found.at - hair, found.at, found.at + hair], said
        )
        assert abs(there) < 1e-6, found
        assert before > 0 > after, found
        assert overtaken > 0, found
    for flip in verdict.flips:
        letter = "M" if flip.mark == "met" else "X"
        assert judged(weeks + letter * flip.weeks, **said).move is flip.to
        for fewer in (1, flip.weeks // 2, flip.weeks - 1):
            if 0 < fewer < flip.weeks:
                assert judged(weeks + letter * fewer, **said).move in (verdict.move, Move.NOT_ENOUGH)


@pytest.mark.soak
@pytest.mark.parametrize("seed", range(100, 300))
def test_what_would_change_it_does_in_many_lives(seed: int) -> None:
    test_what_would_change_it_does(seed)


def test_where_a_free_week_beats_any_week_with_them_no_weeks_change_it() -> None:
    """No flip is told then, but a break-even still is."""
    verdict = judged("X" * 30, model=DEFAULTS.having(outside=np.array([0.8])))
    assert verdict.move is Move.WALK
    assert verdict.flips == ()
    assert [found.name for found in verdict.break_evens] == ["outside"]


def test_what_is_told_holds_together() -> None:
    for seed in range(30, 42):
        weeks, said = lived(seed)
        verdict = judged(weeks, **said)
        assert verdict.values is not None
        assert verdict.bounds is not None
        assert verdict.walk_away is not None
        assert verdict.bounds.lower <= verdict.bounds.upper
        assert verdict.bounds.upper - verdict.bounds.lower <= 0.01 * abs(verdict.bounds.upper)
        if verdict.move is not Move.NOT_ENOUGH:
            assert verdict.values[MOVES.index(verdict.move)] == verdict.bounds.lower
            usable = verdict.values[: 4 if said.get("allow_walk", True) else 3]
            assert np.nanmax(usable) == verdict.bounds.lower
        if verdict.move is Move.WALK:
            assert verdict.walk_away.now <= verdict.walk_away.limit
            assert verdict.sure is not None
            assert verdict.sure >= 0.6
            assert verdict.informative >= 4


def test_half_the_draws_are_enough_to_stay_and_not_to_walk() -> None:
    """Two draws, of which one agrees."""
    staying = [judged("MPMX", seed=seed, draws=2) for seed in range(12)]
    walking = [judged("M" * 20 + "X" * 5, seed=seed, draws=2) for seed in range(12)]
    assert {v.move for v in staying if v.sure == 0.5} == {Move.STAY}
    assert {(v.move, v.because[0]) for v in walking if v.sure == 0.5} == {(Move.NOT_ENOUGH, "not_sure")}
    assert Move.WALK in {v.move for v in walking}


def test_what_the_bracket_cannot_tell_apart_is_not_told() -> None:
    """A week that costs just under what makes stepping back as good as staying: even where the draw agrees, no move."""
    found = next(b for b in judged("M" * 20).break_evens if b.name == "effort")
    nearly = DEFAULTS.having(effort=np.array([found.at - 0.005]))
    for seed in range(4):
        verdict = judged("M" * 20, seed=seed, model=nearly, draws=1)
        assert (verdict.move, verdict.because[0], verdict.sure) == (Move.NOT_ENOUGH, "close_call", 0.95)
        assert (verdict.break_evens, verdict.flips) == ((), ())


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


def test_the_same_weeks_give_the_same_verdict() -> None:
    assert judged("MMXPMX" * 3) == judged("MMXPMX" * 3)


def test_a_better_week_never_brings_walk_closer() -> None:
    for weeks in ("MMMMXX", "MXMXMX", "PPPPPP"):
        worse, better = judged(weeks + "X"), judged(weeks + "M")
        assert not (better.move is Move.WALK and worse.move is not Move.WALK)
        assert better.belief is not None
        assert worse.belief is not None
        assert better.belief[0] > worse.belief[0]
