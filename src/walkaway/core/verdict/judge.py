"""The move: weekly marks in; stay, ask, step back, walk or not enough to say, with what would change it, out."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import Literal

import numpy as np

from walkaway.core.events import FloatArray, Int8Array
from walkaway.core.verdict.model import DEFAULTS, STAY, Model, draw, transitions
from walkaway.core.verdict.solve import Plan, certified, move_values, solve
from walkaway.core.verdict.states import NOTHING, filtered, step
from walkaway.core.verdict.verdict import Bounds, BreakEven, Flip, Move, Verdict, WalkAway

MOVES = (Move.STAY, Move.ASK, Move.STEP_BACK, Move.WALK)
DRAWS = 64
MESH, DRAWN_MESH = 12, 6
ENOUGH_WEEKS = 4
"""With fewer informative weeks nothing is sure, and nobody is told to walk."""
SURE_ENOUGH = 0.5
SURE_ENOUGH_TO_WALK = 0.6
LARGEST_GAP = 0.01
"""The bracket may be this wide, as a share of the value, and at most half the margin between the two best moves."""
NARROW = 0.0025
"""The bracket is refined to this, and to half the margin, before it is judged."""
MOST_WEEKS = 520
FLIP_WEEKS = 26
_COARSE, _FINE = 17, 9
_RECENT = 8


@dataclass(frozen=True, slots=True, eq=False)
class _Case:
    """One pursuit, solved: the model we believe in, the draws around it, and where the weeks have brought each.

    `belief` (1, 3), `drawn_belief` (D, 3). `allowed` says which moves may be given.
    """

    model: Model
    drawn: Model
    plan: Plan
    drawn_plan: Plan
    belief: FloatArray
    drawn_belief: FloatArray
    asks_left: int
    allowed: tuple[bool, bool, bool, bool]
    informative: int


def judge(
    marks: Int8Array,
    *,
    rng: np.random.Generator,
    asks_left: int = 1,
    allow_walk: bool = True,
    want: bool | None = None,
    model: Model = DEFAULTS,
    draws: int = DRAWS,
) -> Verdict:
    """The verdict on weeks marked met 0, partly 1, missed 2, or nothing to see -1, oldest first.

    The move is the best one of the plan at the belief the weeks lead to. `sure` is the share of parameter draws in
    which it is best too. A move is given when that share is a half or more (walk: .6), at least 4 weeks showed
    something, and the bracket around the value is no wider than 1 % of it and half the margin; else there is not
    enough to say.
    `want` False (they would not want it even if every standard were met) is walk, whatever the weeks say.
    """
    informative = int(np.count_nonzero(marks != NOTHING))
    if want is False:
        return Verdict(Move.WALK, None, None, None, informative, None, because=("want_no",))
    drawn = draw(model, rng, draws)
    recent = marks[-MOST_WEEKS:]
    case = _Case(
        model=model,
        drawn=drawn,
        plan=solve(model, MESH),
        drawn_plan=solve(drawn, DRAWN_MESH),
        belief=_believed(model, recent),
        drawn_belief=_believed(drawn, recent),
        asks_left=asks_left,
        allowed=(True, asks_left > 0, True, allow_walk),
        informative=informative,
    )
    values = _allowed(case, move_values(case.plan, case.belief[:, None], asks_left))[0, 0]
    move, share = (x[0] for x in _rule(case, case.belief[:, None], case.drawn_belief[:, None]))
    first, second = np.sort(values[np.isfinite(values)])[::-1][:2]
    lower, raw = certified(model, case.belief[0], asks_left, narrow=min(NARROW * abs(first), (first - second) / 2))
    upper = float(np.nanmax(raw))
    vague = upper - lower > min(LARGEST_GAP * abs(upper), (first - second) / 2)
    given = Move.NOT_ENOUGH if vague else move
    best = MOVES[int(np.argmax(values))]
    return Verdict(
        move=given,
        sure=_said(case, float(share)),
        values=(float(raw[0]), float(raw[1]), float(raw[2]), float(raw[3])),
        belief=(float(case.belief[0, 0]), float(case.belief[0, 1]), float(case.belief[0, 2])),
        informative=informative,
        bounds=Bounds(lower, upper),
        because=_because(recent, given, best, vague=vague, few=informative < ENOUGH_WEEKS),
        break_evens=() if given is Move.NOT_ENOUGH else _break_evens(case, best),
        flips=() if given is Move.NOT_ENOUGH else _flips(case, given),
        walk_away=WalkAway(
            limit=float((1 - model.discount[0]) * case.plan.walk[0]),
            now=float((1 - model.discount[0]) * np.nanmax(raw[:3])),
        ),
    )


def _believed(model: Model, marks: Int8Array) -> FloatArray:
    return filtered(model.prior, transitions(model)[:, STAY], model.seen, marks, model.temper)[0]


def _allowed(case: _Case, values: FloatArray) -> FloatArray:
    """The values with those of moves that may not be given at minus infinity."""
    return np.where(np.array(case.allowed) & ~np.isnan(values), values, -np.inf)


def _rule(case: _Case, belief: FloatArray, drawn_belief: FloatArray) -> tuple[list[Move], FloatArray]:
    """The move at each of B beliefs (1, B, 3), with those of the draws (D, B, 3), and the share of draws that agree."""
    best = _allowed(case, move_values(case.plan, belief, case.asks_left))[0].argmax(axis=-1)
    others = _allowed(case, move_values(case.drawn_plan, drawn_belief, case.asks_left)).argmax(axis=-1)
    share = (others == best).mean(axis=0)
    needed = np.where(best == MOVES.index(Move.WALK), SURE_ENOUGH_TO_WALK, SURE_ENOUGH)
    enough = case.informative >= ENOUGH_WEEKS
    moves = [MOVES[b] if enough and s >= n else Move.NOT_ENOUGH for b, s, n in zip(best, share, needed, strict=True)]
    return moves, share


def _said(case: _Case, share: float) -> float:
    """How sure, never beyond .05 to .95, and never above .6 on a few weeks."""
    return float(np.clip(share, 0.05, 0.95 if case.informative >= ENOUGH_WEEKS else 0.6))


def _because(marks: Int8Array, given: Move, best: Move, *, vague: bool, few: bool) -> tuple[str, ...]:
    seen = marks[marks != NOTHING][-_RECENT:]
    counts = [int(np.count_nonzero(seen == mark)) for mark in range(3)]
    half = len(seen) / 2
    weeks = next(
        (name for name, n in zip(("weeks_met", "weeks_partly", "weeks_missed"), counts, strict=True) if n > half),
        "weeks_mixed",
    )
    if few:
        return ("few_weeks",)
    if given is Move.NOT_ENOUGH:
        return ("close_call" if vague else "not_sure", weeks)
    return (weeks, f"{best.value}_best")


def _flips(case: _Case, given: Move) -> tuple[Flip, ...]:
    """The fewest further weeks met, and missed, after which another move would be given."""
    found = []
    sides: tuple[tuple[Literal["met", "missed"], int], ...] = (("met", 0), ("missed", 2))
    for name, mark in sides:
        beliefs, drawn_beliefs = [case.belief], [case.drawn_belief]
        for _ in range(FLIP_WEEKS):
            beliefs.append(_next(case.model, beliefs[-1], mark))
            drawn_beliefs.append(_next(case.drawn, drawn_beliefs[-1], mark))
        moves, _ = _rule(case, np.stack(beliefs[1:], axis=1), np.stack(drawn_beliefs[1:], axis=1))
        for weeks, to in enumerate(moves, start=1):
            if to not in (given, Move.NOT_ENOUGH):
                found.append(Flip(name, weeks, to))
                break
    return tuple(found)


def _next(model: Model, belief: FloatArray, mark: int) -> FloatArray:
    return step(belief, transitions(model)[:, STAY], model.seen, mark, model.temper)


def _break_evens(case: _Case, best: Move) -> tuple[BreakEven, ...]:
    """Where the best move changes: as the outside, your effort, or the belief in them goes up or down."""
    place = MOVES.index(best)

    def lead(values: FloatArray) -> tuple[FloatArray, FloatArray]:
        """How far the move is ahead of the best other, and which other that is; (N, 4) in."""
        rest = values.copy()
        rest[:, place] = -np.inf
        return values[:, place] - rest.max(axis=1), rest.argmax(axis=1)

    def outside(x: FloatArray, mesh: int) -> tuple[FloatArray, FloatArray]:
        return lead(_resolved(case, mesh, outside=x))

    def effort(x: FloatArray, mesh: int) -> tuple[FloatArray, FloatArray]:
        return lead(_resolved(case, mesh, effort=x))

    def engaged(x: FloatArray, mesh: int) -> tuple[FloatArray, FloatArray]:
        del mesh  # nothing to solve again: the plan holds at every belief
        values = move_values(case.plan, _leaning(case.belief[0], x)[None], case.asks_left)
        return lead(_allowed(case, values)[0])

    top = float(case.model.value[0].max())
    searches: tuple[tuple[Literal["outside", "effort", "engaged"], _Search, float, float], ...] = (
        ("outside", outside, float(case.model.outside[0]), 2 * top),
        ("effort", effort, float(case.model.effort[0]), 2 * top),
        ("engaged", engaged, float(case.belief[0, 0]), 1.0),
    )
    found = (_crossing(name, search, now, high) for name, search, now, high in searches)
    return tuple(crossing for crossing in found if crossing is not None)


_Search = Callable[[FloatArray, int], tuple[FloatArray, FloatArray]]


def _resolved(case: _Case, mesh: int, **column: FloatArray) -> FloatArray:
    """The values (N, 4) at today's belief with one column of the model at each of N values: N problems in one batch."""
    n = len(next(iter(column.values())))
    plan = solve(case.model.repeat(n).having(**column), mesh)
    beliefs = np.broadcast_to(case.belief[:, None], (n, 1, 3))
    return _allowed(case, move_values(plan, beliefs, case.asks_left))[:, 0]


def _leaning(belief: FloatArray, engaged: FloatArray) -> FloatArray:
    """The belief with another chance of engaged, coasting and gone keeping their proportion; (N, 3)."""
    rest = belief[1:] / max(float(belief[1:].sum()), 1e-12)
    return np.concatenate([engaged[:, None], (1 - engaged)[:, None] * rest], axis=1)


def _crossing(
    name: Literal["outside", "effort", "engaged"], search: _Search, now: float, high: float
) -> BreakEven | None:
    """The value nearest to `now`, within 0 and `high`, at which the lead of the move is lost; solved again there.

    Sectioned coarsely on a coarse mesh, then finely on the fine one; the last piece is nearly straight.
    """
    x = np.union1d(np.linspace(0, high, _COARSE), [now])
    lead, _ = search(x, DRAWN_MESH)
    here = int(np.searchsorted(x, now))
    lost = np.flatnonzero(lead < 0)
    if not len(lost):
        return None
    nearest = int(lost[np.abs(x[lost] - now).argmin()])
    up = nearest > here
    edge = nearest - 1 if up else nearest + 1
    width = abs(x[nearest] - x[edge])
    # A little room on both sides: the fine mesh puts the crossing a little elsewhere than the coarse one.
    ends = np.clip([x[edge] - (1 if up else -1) * width, x[nearest] + (1 if up else -1) * width], 0, high)
    for _ in range(3):
        points = np.linspace(float(ends[0]), float(ends[1]), _FINE)
        lead, other = search(points, MESH)
        if lead[0] < 0:
            return None
        crossed = np.flatnonzero(lead < 0)
        if not len(crossed):
            return None
        k = int(crossed[0])
        ends = points[[k - 1, k]]
    fraction = lead[k - 1] / (lead[k - 1] - lead[k])
    at = float(ends[0] + fraction * (ends[1] - ends[0]))
    to = MOVES[int(other[k])]
    # Where two moves are nearly worth the same, the mesh can turn them round; nobody believes that a dearer week or a
    # better way out is a reason to stay.
    absurd = to is Move.STAY and up and name != "engaged"
    return None if absurd else BreakEven(name, now, at, to)
