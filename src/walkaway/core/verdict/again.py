"""Many pursuits decided again: one solved model, and a new week for each, in; each one's move, at once, out.

Solving takes most of the time of a judgement, and depends on no week. So it is done once and kept; a further week
moves the belief, and what each move is worth there is read off the plan. The move is the one `judge` gives.
"""

from __future__ import annotations

from dataclasses import dataclass, fields

import numpy as np

from walkaway.core.events import BoolArray, FloatArray, Int8Array, Int64Array
from walkaway.core.verdict.bracket import LEVELS, Solved, deciding
from walkaway.core.verdict.break_even import MOVES
from walkaway.core.verdict.model import STAY, Model, draw, transitions
from walkaway.core.verdict.solve import WALK, Plan, move_values, solve
from walkaway.core.verdict.states import filtered
from walkaway.core.verdict.verdict import Move

DRAWS = 64
DRAWN_MESH = 6
ENOUGH_WEEKS = 4
"""With fewer informative weeks nothing is sure, and nobody is told to walk."""
SURE_ENOUGH = 0.5
SURE_ENOUGH_TO_WALK = 0.6
NO_MOVE = -1


@dataclass(frozen=True, slots=True, eq=False)
class Kept:
    """The model we believe in and `drawn`, the draws around it (D of them), both solved.

    `moved` (1 + D, 3, 3) and `weighed` (1 + D, 4 marks, 3) are one week of each, the model first: where it leads, and
    what a mark says (the last is a week that shows nothing).
    """

    model: Model
    solved: Solved
    drawn: Model
    plan: Plan
    moved: FloatArray
    weighed: FloatArray


@dataclass(frozen=True, slots=True, eq=False)
class Decided:
    """For each of B pursuits: `best` is the best allowed move and `share` the draws in which it is best too.

    `move` is the best one where that and the weeks suffice and the bracket decides, else -1: not enough to say.
    """

    best: Int64Array
    share: FloatArray
    move: Int64Array

    def named(self) -> list[Move]:
        return [Move.NOT_ENOUGH if move == NO_MOVE else MOVES[move] for move in self.move.tolist()]


def keep(model: Model, *, rng: np.random.Generator, draws: int = DRAWS) -> Kept:
    """Draw around the one problem of `model`, and solve all that deciding needs."""
    drawn = draw(model, rng, draws)
    both = Model(*(np.concatenate([getattr(m, f.name) for m in (model, drawn)]) for f in fields(Model)))
    likelihood = (both.seen ** both.temper[:, None, None]).transpose(0, 2, 1)
    nothing = np.ones((len(both), 1, 3))
    return Kept(
        model=model,
        solved=Solved(model),
        drawn=drawn,
        plan=solve(drawn, DRAWN_MESH),
        moved=transitions(both)[:, STAY],
        weighed=np.concatenate([likelihood, nothing], axis=1),
    )


def believed(kept: Kept, marks: Int8Array) -> FloatArray:
    """The belief one pursuit's weeks lead to, (1 + D, 3): by the model first, then by every draw."""
    each = [filtered(m.prior, transitions(m)[:, STAY], m.seen, marks, m.temper)[0] for m in (kept.model, kept.drawn)]
    return np.concatenate(each)


def next_week(kept: Kept, belief: FloatArray, marks: Int8Array) -> FloatArray:
    """The beliefs (1 + D, B, 3) of B pursuits one week later, in which they showed `marks` (B,); -1 shows nothing."""
    weighed = np.matmul(belief, kept.moved) * kept.weighed[:, marks]
    return np.asarray(weighed / weighed.sum(axis=-1, keepdims=True))


def decide(
    kept: Kept, belief: FloatArray, informative: Int64Array, *, asks_left: int = 1, allow_walk: bool = True
) -> Decided:
    """The moves of B pursuits at beliefs (1 + D, B, 3) with so many informative weeks each, (B,).

    Only a move that the draws would give is worth a finer bracket.
    """
    allowed = np.array((True, asks_left > 0, True, allow_walk))
    drawn_best = best_in_draws(kept, belief[1:], allowed, asks_left)
    best, decides = deciding(*kept.solved.bounds(belief[0], asks_left), allowed)
    share, agreed = agreement(drawn_best, best, informative)
    for level in range(1, len(LEVELS)):
        open_ = np.flatnonzero(agreed & ~decides)
        if not len(open_):
            break
        best[open_], decides[open_] = deciding(*kept.solved.bounds(belief[0, open_], asks_left, level), allowed)
    share, agreed = agreement(drawn_best, best, informative)
    return Decided(best, share, np.where(agreed & decides, best, NO_MOVE))


def best_in_draws(kept: Kept, belief: FloatArray, allowed: BoolArray, asks_left: int) -> Int64Array:
    """The best allowed move by every draw at its beliefs (D, B, 3): (D, B)."""
    values = move_values(kept.plan, belief, asks_left)
    return np.asarray(np.where(allowed & ~np.isnan(values), values, -np.inf).argmax(axis=-1))


def agreement(drawn_best: Int64Array, best: Int64Array, informative: Int64Array) -> tuple[FloatArray, BoolArray]:
    """The share of draws (D, B) in which the best move (B,) is best too, and whether that is enough to give it."""
    share = (drawn_best == best).mean(axis=0)
    needed = np.where(best == WALK, SURE_ENOUGH_TO_WALK, SURE_ENOUGH)
    return share, (informative >= ENOUGH_WEEKS) & (share >= needed)
