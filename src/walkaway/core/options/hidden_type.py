"""When to stop with someone who may only be coasting: chances, worth and costs in, the belief to stop below out.

The optimal stopping problem behind "how many bad weeks are enough": Dixit & Pindyck (1994) for the idea, Keller, Rady &
Cripps (2005), Econometrica 73, for learning from good news.
"""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np

from walkaway.core.events import FloatArray, Int64Array

NEVER_STAY = 1.0001
"""The threshold on a belief that no belief reaches: stopping is at least as good at every one."""
_BETTER = 1e-10
_COARSE = 256
_MESHES = (1024, 4096, 16384)


@dataclass(frozen=True, slots=True)
class HiddenType:
    """Engaged or coasting, never shown. A period is good with chance `good_if_engaged` or `good_if_coasting`.

    A good one is worth `good`, each costs `effort`; stopping brings `outside` a period for ever. `discount` per period;
    after each period engaged turns into coasting with chance `decay`, coasting into engaged with `recovery`.
    """

    good_if_engaged: float
    good_if_coasting: float
    good: float
    effort: float
    outside: float
    discount: float
    decay: float = 0.0
    recovery: float = 0.0

    def __post_init__(self) -> None:
        if not (0 <= self.good_if_coasting < self.good_if_engaged <= 1 and self.good > 0):
            raise ValueError("Good periods must be worth something, and likelier from someone engaged.")
        if not (0 < self.discount < 1 and 0 <= self.decay <= 1 and 0 <= self.recovery <= 1):
            raise ValueError("The discount lies strictly between 0 and 1, chances between 0 and 1.")

    @property
    def stopping(self) -> float:
        return self.outside / (1 - self.discount)

    def chance_good(self, belief: FloatArray) -> FloatArray:
        """P(good period | belief before it that they are engaged)."""
        return belief * self.good_if_engaged + (1 - belief) * self.good_if_coasting

    def after(self, belief: FloatArray, *, good: bool) -> FloatArray:
        """The belief after a good or a bad period: Bayes, then the move. What cannot happen teaches nothing."""
        if_engaged = self.good_if_engaged if good else 1 - self.good_if_engaged
        chance = self.chance_good(belief) if good else 1 - self.chance_good(belief)
        possible = chance > 0
        seen = np.where(possible, belief * if_engaged / np.where(possible, chance, 1.0), belief)
        seen = np.clip(seen, 0, 1)
        return seen * (1 - self.decay) + (1 - seen) * self.recovery


@dataclass(frozen=True, slots=True, eq=False)
class Stopping:
    """The solved problem: what going on is worth (`ahead`) at each of `beliefs`, and the belief to stop below.

    `stop_below` is 0 where going on is better at every belief and NEVER_STAY where stopping is at least as good at
    every one. `myopic` is the same for someone who looks one period ahead; it is never lower.
    """

    problem: HiddenType
    beliefs: FloatArray
    ahead: FloatArray
    stop_below: float
    myopic: float

    def value(self, belief: float) -> float:
        return max(self.problem.stopping, _going_on(self.problem, self.beliefs, self.ahead, belief))


def hidden_type(problem: HiddenType) -> Stopping:
    """V(b) = max(W, C(b)), C(b) = v P(b) - e + d [P V(after good) + (1 - P) V(after bad)], W = outside / (1 - d).

    C is kept on a mesh of beliefs that is drawn again twice where C bends most: V has a kink at the threshold and, at
    every belief that may lead there, an ever smaller one. So 16,384 pieces do what 1,000,000 even ones would
    (threshold to 1e-8).
    """
    beliefs = np.linspace(0.0, 1.0, _MESHES[0] + 1)
    ahead = _fixed_point(problem, beliefs, np.full(len(beliefs), problem.stopping))
    for pieces in _MESHES[1:]:
        finer = _redrawn(beliefs, ahead, pieces)
        ahead = _fixed_point(problem, finer, np.interp(finer, beliefs, ahead))
        beliefs = finer
    spread = problem.good_if_engaged - problem.good_if_coasting
    myopic = ((problem.outside + problem.effort) / problem.good - problem.good_if_coasting) / spread
    threshold = _threshold(problem, beliefs, ahead)
    return Stopping(problem, beliefs, ahead, threshold, min(NEVER_STAY, max(0.0, myopic)))


def _going_on(problem: HiddenType, beliefs: FloatArray, ahead: FloatArray, belief: float) -> float:
    """C at any belief, by one look ahead."""
    b = np.array([belief])
    chance = float(problem.chance_good(b)[0])
    good, bad = (
        max(problem.stopping, float(np.interp(problem.after(b, good=good), beliefs, ahead)[0]))
        for good in (True, False)
    )
    flow = problem.good * chance - problem.effort
    return flow + problem.discount * (chance * good + (1 - chance) * bad)


def _threshold(problem: HiddenType, beliefs: FloatArray, ahead: FloatArray) -> float:
    def gain(belief: float) -> float:
        return _going_on(problem, beliefs, ahead, belief) - problem.stopping

    if gain(0.0) > _BETTER:
        return 0.0
    if gain(1.0) <= _BETTER:
        return NEVER_STAY
    low, high = 0.0, 1.0  # C rises with the belief
    for _ in range(52):
        middle = (low + high) / 2
        low, high = (low, middle) if gain(middle) > 0 else (middle, high)
    return high


@dataclass(frozen=True, slots=True, eq=False)
class _Lookup:
    """Where each belief comes out after one outcome: mesh piece, share of its right end, and what it weighs."""

    piece: Int64Array
    right: FloatArray
    weight: FloatArray

    def read(self, values: FloatArray) -> FloatArray:
        return values[self.piece] * (1 - self.right) + values[self.piece + 1] * self.right


def _lookups(problem: HiddenType, beliefs: FloatArray) -> tuple[_Lookup, _Lookup]:
    chance = problem.chance_good(beliefs)

    def lookup(good: bool) -> _Lookup:
        to = problem.after(beliefs, good=good)
        piece = np.clip(np.searchsorted(beliefs, to, side="right") - 1, 0, len(beliefs) - 2)
        right = (to - beliefs[piece]) / (beliefs[piece + 1] - beliefs[piece])
        return _Lookup(piece, right, problem.discount * (chance if good else 1 - chance))

    return lookup(good=True), lookup(good=False)


def _fixed_point(problem: HiddenType, beliefs: FloatArray, ahead: FloatArray) -> FloatArray:
    """C on the mesh, to 1e-9: plain sweeps, and after every fourth one a correction solved on a coarse mesh.

    A sweep shrinks the error by the discount only, but what is left after a few is smooth: 257 of the points are enough
    to find it, under the choices that are then best, by one linear system (two-grid policy iteration).
    """
    flow = problem.good * problem.chance_good(beliefs) - problem.effort
    lookups = _lookups(problem, beliefs)
    step = (len(beliefs) - 1) // _COARSE
    coarse = beliefs[::step]
    coarse_lookups = _lookups(problem, coarse)
    enough = 1e-9 * (1 - problem.discount) / problem.discount

    def sweep(values: FloatArray) -> FloatArray:
        after = [lookup.weight * np.maximum(problem.stopping, lookup.read(values)) for lookup in lookups]
        return flow + after[0] + after[1]

    for n in range(1, 100_000):
        swept = sweep(ahead)
        change = float(np.abs(swept - ahead).max())
        ahead = swept
        if change <= max(enough, 2e-15 * float(np.abs(ahead).max())):
            break
        if n % 4 == 0:
            left = (sweep(ahead) - ahead)[::step]
            ahead = ahead + np.interp(beliefs, coarse, _corrected(problem, coarse_lookups, ahead[::step], left))
    return ahead


def _corrected(
    problem: HiddenType, lookups: tuple[_Lookup, _Lookup], values: FloatArray, left: FloatArray
) -> FloatArray:
    """What a residual `left` adds up to over all periods to come, while one goes on wherever `values` say so."""
    rows = np.arange(len(values))
    system = np.eye(len(values))
    for lookup in lookups:
        weight = lookup.weight * (lookup.read(values) > problem.stopping)
        np.subtract.at(system, (rows, lookup.piece), weight * (1 - lookup.right))
        np.subtract.at(system, (rows, lookup.piece + 1), weight * lookup.right)
    return np.asarray(np.linalg.solve(system, left))


def _redrawn(beliefs: FloatArray, ahead: FloatArray, pieces: int) -> FloatArray:
    """So many pieces, as dense as the square root of the bend: that evens out the error of straight lines."""
    width = np.diff(beliefs)
    bend = np.abs(np.diff(np.diff(ahead) / width))
    around = np.concatenate([[0.0], bend]) + np.concatenate([bend, [0.0]])
    density = np.convolve(np.sqrt(around * width), np.full(5, 0.2), "same")
    total = float(density.sum())
    share = width if total == 0 else density / total + width / 2
    reached = np.concatenate([[0.0], np.cumsum(share)])
    drawn = np.interp(np.linspace(0.0, 1.0, pieces + 1), reached / reached[-1], beliefs)
    drawn[0], drawn[-1] = 0.0, 1.0
    return np.asarray(drawn)
