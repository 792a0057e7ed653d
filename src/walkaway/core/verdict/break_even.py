"""Where the best move changes: a solved problem in; the worth outside, the effort and the belief at which it does, out.

Values are linear between the kinks of a plan in each of the three, so a secant lands on the crossing once no kink is
left in the bracket. Every crossing is solved again, at it and a hair to either side, before it is told.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import Literal

import numpy as np

from walkaway.core.events import FloatArray, Int64Array
from walkaway.core.verdict.bracket import Solved
from walkaway.core.verdict.model import Model
from walkaway.core.verdict.solve import Plan, move_values, solve
from walkaway.core.verdict.verdict import BreakEven, Move

MOVES = (Move.STAY, Move.ASK, Move.STEP_BACK, Move.WALK)
HAIR = 1e-4
"""How far beside a break-even the other move must already be the best, as a share of the range searched."""
EXACT = 2e-7
"""How much the two moves may differ at a break-even, as a share of the range searched."""
_COARSE, _FINE = 17, 4
_ROUNDS = 12
_COARSE_MESH, _MESHES = 6, (12, 24)

Name = Literal["outside", "effort", "engaged"]


@dataclass(frozen=True, slots=True, eq=False)
class Question:
    """One problem at one belief (3,): `best` is the move to be overtaken, `allowed` those that may be given."""

    model: Model
    solved: Solved
    belief: FloatArray
    asks_left: int
    allowed: tuple[bool, ...]
    best: int


@dataclass(frozen=True, slots=True, eq=False)
class _Lead:
    """How far the move is ahead of the best other at each of N values, and which other that is; both (N,)."""

    ahead: FloatArray
    other: Int64Array


_Search = Callable[[FloatArray, int], _Lead]


def break_evens(question: Question) -> tuple[BreakEven, ...]:
    """All there are: as the outside, your effort, or the belief in them goes up or down.

    A free week is not taken below nothing, unless no other break-even exists: then it is looked for there too.
    """
    model = question.model
    top = 2 * float(np.abs(model.value[0]).max())
    outside, effort = float(model.outside[0]), float(model.effort[0])
    mesh = next((m for m in _MESHES if _ahead_now(question, m) > 0), None)
    if mesh is None:
        return ()
    searches: tuple[tuple[Name, _Search, float, float, float], ...] = (
        ("outside", _outside(question), outside, min(0.0, outside), max(top, 2 * outside)),
        ("effort", _effort(question), effort, 0.0, max(top, 2 * effort)),
        ("engaged", _engaged(question), float(question.belief[0]), 0.0, 1.0),
    )
    found = [_crossing(*search, meshes=(_COARSE_MESH, mesh)) for search in searches]
    if found == [None] * len(searches):
        found = [_crossing("outside", _outside(question), outside, -top, max(top, 2 * outside), meshes=(mesh, mesh))]
    return tuple(crossing for crossing in found if crossing is not None and not _absurd(crossing))


def _absurd(crossing: BreakEven) -> bool:
    """Between moves nearly worth the same, a better way out or a dearer week may seem to speak for staying."""
    return crossing.name != "engaged" and crossing.at > crossing.now and crossing.to is Move.STAY


def _ahead_now(question: Question, mesh: int) -> float:
    return float(_lead(question, question.solved.plan(mesh), question.belief[None, None]).ahead[0])


def _outside(question: Question) -> _Search:
    return lambda x, mesh: _solved_again(question, mesh, outside=x)


def _effort(question: Question) -> _Search:
    return lambda x, mesh: _solved_again(question, mesh, effort=x)


def _engaged(question: Question) -> _Search:
    """Nothing to solve again: the plan holds at every belief. Coasting and gone keep their proportion."""
    rest = question.belief[1:] / max(float(question.belief[1:].sum()), 1e-12)

    def search(x: FloatArray, mesh: int) -> _Lead:
        leaning = np.concatenate([x[:, None], (1 - x)[:, None] * rest], axis=1)
        return _lead(question, question.solved.plan(mesh), leaning[None])

    return search


def _solved_again(question: Question, mesh: int, **column: FloatArray) -> _Lead:
    """With one column of the model at each of N values: N problems in one batch."""
    n = len(next(iter(column.values())))
    plan = solve(question.model.repeat(n).having(**column), mesh, question.solved.plan(mesh))
    return _lead(question, plan, np.broadcast_to(question.belief, (n, 1, 3)))


def _lead(question: Question, plan: Plan, belief: FloatArray) -> _Lead:
    values = move_values(plan, belief, question.asks_left).reshape(-1, 4)
    values = np.where(np.array(question.allowed) & ~np.isnan(values), values, -np.inf)
    rest = values.copy()
    rest[:, question.best] = -np.inf
    return _Lead(values[:, question.best] - rest.max(axis=1), rest.argmax(axis=1))


def _crossing(
    name: Name, search: _Search, now: float, low: float, high: float, *, meshes: tuple[int, int]
) -> BreakEven | None:
    """The value nearest to `now` at which the lead of the move is lost: looked for on the coarse mesh, or the fine."""
    for mesh in meshes:
        ends = _sectioned(search, now, low, high, mesh)
        if ends is None:
            return None
        found = _pinned(name, search, now, ends, (low, high), meshes[1])
        if found is not None:
            return found
    return None


def _pinned(
    name: Name, search: _Search, now: float, ends: tuple[float, float], within: tuple[float, float], mesh: int
) -> BreakEven | None:
    """The crossing on the fine mesh, near where the coarse one has it: by secants, each solved with both its sides."""
    side = np.copysign(HAIR * (within[1] - within[0]), ends[1] - ends[0])
    room = ends[1] - ends[0]
    near = ends[0] - room if abs(ends[0] - now) > abs(room) else now
    x = np.array([now, *np.clip(np.linspace(near, ends[1] + room, _FINE), *within)])
    ahead = search(x, mesh).ahead
    for _ in range(_ROUNDS):
        lost = np.flatnonzero(ahead < 0)
        if not len(lost) or not lost[0]:
            return None
        k = int(lost[0])
        before, after = float(x[k - 1]), float(x[k])
        at = before + (after - before) * float(ahead[k - 1] / (ahead[k - 1] - ahead[k]))
        # The halves on both sides keep the bracket shrinking where a kink holds the secant up.
        points = np.array([(before + at) / 2, at, (at + after) / 2])
        lead = search(points, mesh).ahead
        if abs(lead[1]) < EXACT * (within[1] - within[0]):
            beside = search(np.clip([at - side, at + side], *within), mesh)
            held = beside.ahead[1] < 0 < beside.ahead[0]
            return BreakEven(name, now, at, MOVES[int(beside.other[1])]) if held else None
        x, ahead = np.array([before, *points, after]), np.array([ahead[k - 1], *lead, ahead[k]])
    return None


def _sectioned(search: _Search, now: float, low: float, high: float, mesh: int) -> tuple[float, float] | None:
    """The two neighbouring values between which the lead is lost, the nearer to `now` first; None where it never is."""
    x = np.union1d(np.linspace(low, high, _COARSE), [now])
    ahead = search(x, mesh).ahead
    here = int(np.searchsorted(x, now))
    ahead[here] = np.maximum(ahead[here], 0)  # the move is the best one now, even where a coarse mesh has it second
    lost = np.flatnonzero(ahead < 0)
    if not len(lost):
        return None
    nearest = int(lost[np.abs(x[lost] - now).argmin()])
    return float(x[nearest - 1 if nearest > here else nearest + 1]), float(x[nearest])
