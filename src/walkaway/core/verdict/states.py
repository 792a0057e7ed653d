"""The hidden state: weekly marks in; how likely they are engaged, coasting or gone, out."""

from __future__ import annotations

import numpy as np

from walkaway.core.events import FloatArray, Int8Array

NOTHING = -1


def filtered(
    prior: FloatArray,
    transition: FloatArray,
    seen: FloatArray,
    marks: Int8Array,
    temper: FloatArray,
) -> tuple[FloatArray, FloatArray]:
    """The belief after the last mark, (D, 3), and the log evidence, (D,), for D models at once.

    prior (D, 3), transition (D, 3, 3) row = from, seen (D, 3 states, 3 marks), temper (D,). The first mark meets the
    prior as it is; before every later one the belief moves. A mark of -1 shows nothing: the belief moves only.
    Forward filter (Rabiner 1989); likelihoods to the power of `temper`, because weeks hang together (Grünwald & van
    Ommen 2017).
    """
    belief = np.array(prior, np.float64)
    evidence = np.zeros(len(belief))
    likelihood = np.moveaxis(seen ** temper[:, None, None], 2, 0)  # marks first: (3, D, 3)
    for week, mark in enumerate(marks.tolist()):
        if week:
            belief = np.matmul(belief[:, None, :], transition)[:, 0, :]
        if mark != NOTHING:
            belief = belief * likelihood[mark]
            total = belief.sum(axis=1)
            evidence += np.log(total)
            belief /= total[:, None]
    return belief, evidence


def step(belief: FloatArray, transition: FloatArray, seen: FloatArray, mark: int, temper: FloatArray) -> FloatArray:
    """The belief one week and one mark later, (D, 3)."""
    moved = np.matmul(belief[:, None, :], transition)[:, 0, :]
    weighed = moved * seen[:, :, mark] ** temper[:, None]
    return np.asarray(weighed / weighed.sum(axis=1, keepdims=True))


def contributions(
    prior: FloatArray, transition: FloatArray, seen: FloatArray, marks: Int8Array, temper: float
) -> FloatArray:
    """What each week adds to the log-odds of engaged after the last week, (W,): with the week, less without it.

    One model: prior (3,), transition and seen (3, 3). Without it means that the week showed nothing, so that the belief
    only moves through it; a week that shows nothing adds 0, and one long past has faded and adds little. With a(w) the
    belief before week w, L(w) its likelihoods and B(w) = T L(w+1) T L(w+2) ... the way from there to the end, the two
    beliefs are a(w) L(w) B(w) and a(w) B(w).
    """
    weeks = len(marks)
    likelihood = np.ones((weeks, 3))
    shown = marks != NOTHING
    likelihood[shown] = seen.T[marks[shown]] ** temper
    before, onward = np.empty((weeks, 3)), np.empty((weeks, 3, 3))
    belief, way = np.array(prior, np.float64), np.eye(3)
    for week in range(weeks):
        before[week] = belief
        belief = (belief * likelihood[week]) @ transition
        belief /= belief.sum()
    for week in range(weeks - 1, -1, -1):
        onward[week] = way
        way = (transition * likelihood[week]) @ way
        way /= way.max()
    without = np.einsum("ws,wst->wt", before, onward)
    with_it = np.einsum("ws,wst->wt", before * likelihood, onward)
    return np.asarray(_log_odds(with_it) - _log_odds(without))


def _log_odds(weights: FloatArray) -> FloatArray:
    return np.asarray(np.log(weights[:, 0]) - np.log(weights[:, 1:].sum(axis=1)))
