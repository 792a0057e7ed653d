"""What must hold of a judgement in every world: the list of docs/judgement.md, as far as other tests do not have it.

Tolerances are the printed bracket: what should be the larger may not lie surely below the smaller.
"""

from __future__ import annotations

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from walkaway.core.verdict.again import believed, decide, keep
from walkaway.core.verdict.bracket import Solved
from walkaway.core.verdict.judge import judge
from walkaway.core.verdict.model import ASK, DEFAULTS, STAY, Model, draw, transitions, walk_value
from walkaway.core.verdict.solve import WALK, move_values, solve
from walkaway.core.verdict.states import filtered
from walkaway.core.verdict.verdict import Move, Verdict

MONEY = ("value", "effort", "ask_cost", "outside", "gain")
MOVES = (Move.STAY, Move.ASK, Move.STEP_BACK, Move.WALK)
ALL = (True, True, True, True)
worlds = st.integers(0, 2**32 - 1).map(lambda seed: draw(DEFAULTS, np.random.default_rng(seed), 1))
seen = st.lists(st.sampled_from([0, 1, 2, -1]), max_size=30).map(lambda marks: np.array(marks, np.int8))
told = st.lists(st.sampled_from([0, 0, 1, 2, 2, -1]), min_size=6, max_size=30).map(lambda m: np.array(m, np.int8))
shares = st.lists(st.floats(0.01, 1.0), min_size=3, max_size=3).map(lambda x: np.array(x) / sum(x))
some, few = settings(max_examples=60, deadline=None), settings(max_examples=8, deadline=None)


def judged(marks: np.ndarray, world: Model, **said: bool) -> Verdict:
    return judge(marks, rng=np.random.default_rng(2), model=world, draws=16, **said)


# ------------------------------------------------------------------------------------------------------------- belief


@few
@given(st.integers(0, 2**32 - 1), seen)
def test_met_is_better_news_than_partly_and_partly_than_missed(seed: int, marks: np.ndarray) -> None:
    """In every draw, not in the defaults alone."""
    many = draw(DEFAULTS, np.random.default_rng(seed), 200)

    def engaged(mark: int) -> np.ndarray:
        weeks = np.append(marks, mark).astype(np.int8)
        moved = transitions(many)[:, STAY]
        return np.asarray(filtered(many.prior, moved, many.seen, weeks, many.temper)[0][:, 0])

    assert (engaged(0) >= engaged(1) - 1e-12).all()
    assert (engaged(1) >= engaged(2) - 1e-12).all()


@few
@given(worlds)
def test_no_weeks_leave_the_prior_and_nobody_walks(world: Model) -> None:
    verdict = judged(np.array([], np.int8), world.having(outside=world.outside + 1))
    assert verdict.belief == pytest.approx(tuple(world.prior[0]), abs=0)
    assert verdict.move is Move.NOT_ENOUGH
    assert verdict.sure is not None
    assert verdict.sure <= 0.6


@some
@given(worlds, st.lists(st.sampled_from([0, 1, 2]), min_size=1, max_size=12), st.floats(0.1, 0.99))
def test_tempered_is_never_more_extreme(world: Model, marks: list[int], temper: float) -> None:
    """While nobody changes, the odds of any two states lie between those before and those without tempering."""
    still, weeks = np.eye(3)[None], np.array(marks, np.int8)
    before = np.log(world.prior[0])
    tempered, untempered = (
        np.log(filtered(world.prior, still, world.seen, weeks, np.array([t]))[0][0]) for t in (temper, 1.0)
    )
    for one, other in ((0, 1), (0, 2), (1, 2)):
        start, mild, full = (x[one] - x[other] for x in (before, tempered, untempered))
        assert min(start, full) - 1e-9 <= mild <= max(start, full) + 1e-9


# --------------------------------------------------------------------------------------------------------------- value


@few
@given(worlds, shares, st.floats(0.001, 0.3))
def test_a_better_way_out_never_lowers_what_walking_is_worth(world: Model, belief: np.ndarray, more: float) -> None:
    better = world.having(outside=world.outside + more)
    assert walk_value(better)[0] > walk_value(world)[0]
    now, then = (Solved(w).brackets(belief[None], 1, ALL)[0] for w in (world, better))
    assert np.nanmax(then.upper) >= np.nanmax(now.lower)


@few
@given(worlds, shares)
def test_at_the_worth_of_leaving_that_makes_it_even_it_is_even(world: Model, belief: np.ndarray) -> None:
    """The round trip of the break-even: found by bisection here, it is where `judge` puts it."""
    question = (1, ALL)

    def lead(outside: float) -> float:
        q = move_values(solve(world.having(outside=np.array([outside])), 12), belief[None, None], question[0])[0, 0]
        return float(q[WALK] - np.nanmax(q[:WALK]))

    low, high = -2.0, 3.0
    assert lead(low) < 0 < lead(high)
    for _ in range(60):
        middle = (low + high) / 2
        low, high = (middle, high) if lead(middle) < 0 else (low, middle)
    assert abs(lead(high)) < 1e-6
    assert lead(high + 0.01) > 0 > lead(low - 0.01)


@few
@given(worlds, told)
def test_what_is_said_to_make_it_even_does(world: Model, marks: np.ndarray) -> None:
    verdict = judged(marks, world)
    belief = np.array(verdict.belief)
    for found in verdict.break_evens:
        at, model = belief, world
        if found.name == "engaged":
            at = np.array([found.at, *((1 - found.at) * belief[1:] / belief[1:].sum())])
        else:
            model = world.having(**{found.name: np.array([found.at])})
        q = move_values(solve(model, 12), at[None, None], 1)[0, 0]
        move, to = MOVES.index(verdict.move), MOVES.index(found.to)
        assert q[move] == pytest.approx(q[to], abs=1e-6)
        assert np.nanmax(q) == pytest.approx(q[move], abs=1e-6)


@settings(max_examples=4, deadline=None)
@given(worlds, told)
def test_cents_instead_of_euros_change_no_verdict(world: Model, marks: np.ndarray) -> None:
    cents = world.having(**{name: 100 * getattr(world, name) for name in MONEY})
    euro, cent = judged(marks, world), judged(marks, cents)
    assert (euro.move, euro.sure, euro.because, euro.flips) == (cent.move, cent.sure, cent.because, cent.flips)
    np.testing.assert_allclose(cent.values or (), 100 * np.array(euro.values), rtol=1e-4)
    assert euro.asking is not None
    assert cent.asking is not None
    assert cent.asking.net == pytest.approx(100 * euro.asking.net, rel=1e-4, abs=1e-4)
    assert [b.name for b in euro.break_evens] == [b.name for b in cent.break_evens]
    for one, other in zip(euro.break_evens, cent.break_evens, strict=True):
        assert other.at == pytest.approx(one.at * (1 if one.name == "engaged" else 100), rel=1e-4, abs=1e-6)


@few
@given(worlds, shares)
def test_a_move_that_cannot_be_better_changes_no_other(world: Model, belief: np.ndarray) -> None:
    """An ask at a price nobody would pay: as if there were none."""
    dear = move_values(solve(world.having(ask_cost=world.ask_cost + 1000), 12), belief[None, None], 1)[0, 0]
    without = move_values(solve(world, 12), belief[None, None], 0)[0, 0]
    others = [k for k in range(4) if k != ASK]
    np.testing.assert_allclose(dear[others], without[others], atol=1e-9)


# ------------------------------------------------------------------------------------------------------- many pursuits


@few
@given(worlds, st.lists(told, min_size=2, max_size=6), st.randoms(use_true_random=False))
def test_pursuits_do_not_change_each_other(world: Model, lives: list[np.ndarray], random) -> None:  # type: ignore[no-untyped-def]
    """In another order, or without some of them, each gets the move it had."""
    kept = keep(world, rng=np.random.default_rng(2), draws=16)
    informative = np.array([np.count_nonzero(marks >= 0) for marks in lives])
    belief = np.stack([believed(kept, marks) for marks in lives], axis=1)
    together = decide(kept, belief, informative)
    order = list(range(len(lives)))
    random.shuffle(order)
    some_of_them = order[: random.randint(1, len(order))]
    apart = decide(kept, belief[:, some_of_them], informative[some_of_them])
    assert apart.move.tolist() == together.move[some_of_them].tolist()
    assert apart.share.tolist() == together.share[some_of_them].tolist()
