"""Numbers both sides have said in; what the other side may be like, how likely that is, and its next bids out.

All is your gain: more is better for you, whoever sells. Six families: time-dependent (concedes by the clock, early or
late), tit-for-tat, split-the-difference, hard-liner, random, and one for "none of these", which keeps its share
whatever is seen. How far they would go at all is not known either, so every family is tried with a range of limits.
"""

from __future__ import annotations

from dataclasses import dataclass
from enum import IntEnum
from itertools import pairwise

import numpy as np

from walkaway.core.events import BoolArray, FloatArray, Int64Array
from walkaway.core.options.distributions import Discrete, Worth

SAFETY = 0.05
"""The least weight of "none of these": it expects nothing better than the best bid so far, so that no wrong model can
talk you into waiting for long. An assumption."""
SHAPES = (0.25, 0.5, 1.0, 2.0, 4.0, 8.0, 24.0)
"""Exponents of time: below 1 concedes early, above 1 late (Faratin, Sierra & Jennings 1998)."""
COUNTS = 0.5
"""How much of its likelihood each bid counts: bids in a row stray the same way, so two say hardly more than one."""
_LIMITS = 33
_DEGREES, _TAILS = 2.0, -0.1208  # the second: t density at 0 over the normal one, as a log


class Family(IntEnum):
    """What makes the other side move."""

    TIME = 0
    TIT_FOR_TAT = 1
    SPLIT = 2
    HARD_LINER = 3
    RANDOM = 4
    NONE_OF_THESE = 5


PRIOR = {
    Family.TIME: 0.55,
    Family.TIT_FOR_TAT: 0.1,
    Family.SPLIT: 0.1,
    Family.HARD_LINER: 0.1,
    Family.RANDOM: 0.1,
    Family.NONE_OF_THESE: SAFETY,
}
"""How common each is before anything is seen. An assumption."""


@dataclass(frozen=True, slots=True, eq=False)
class Models:
    """Hypotheses as columns: family, limit (the most they would give you), shape of time, and prior chance."""

    family: Int64Array
    limit: FloatArray
    shape: FloatArray
    prior: FloatArray

    def __len__(self) -> int:
        return len(self.family)

    def are(self, family: Family) -> BoolArray:
        return np.asarray(self.family == family)


def models(limits: Worth, points: int = _LIMITS, opens: tuple[float, float, float] | None = None) -> Models:
    """The hypotheses: each family with limits at quantiles of equal chance, time with each shape.

    `opens` is their first bid, and the share of its limit (mean, spread) that a side is known to open with: then the
    first bid tells something of the limit. Without it, a first bid says nothing but that the limit is no lower.
    """
    at = _quantiles(limits, points)
    rows: list[tuple[Family, float, float, float]]
    rows = [(family, b, 1.0, PRIOR[family] / points) for family in Family if family is not Family.TIME for b in at]
    share = PRIOR[Family.TIME] / points / len(SHAPES)
    rows += [(Family.TIME, b, shape, share) for b in at for shape in SHAPES]
    family, limit, shape, prior = (np.array(column) for column in zip(*rows, strict=True))
    if opens is not None:
        first, share_of, spread = opens
        prior = prior * (np.exp(-0.5 * ((first / limit - share_of) / spread) ** 2) + 1e-6)
    return Models(family.astype(np.int64), limit, shape, prior / prior.sum())


def _quantiles(limits: Worth, points: int) -> FloatArray:
    knots = limits.knots()
    if isinstance(limits, Discrete):
        order = np.argsort(limits.values)
        risen = np.cumsum(np.array(limits.chances)[order])
        places = np.searchsorted(risen, (np.arange(points) + 0.5) / points)
        return np.asarray(np.array(limits.values)[order][np.minimum(places, len(order) - 1)])
    fine = np.unique(np.concatenate([np.linspace(a, b, 40) for a, b in pairwise(knots)]))
    risen = limits.at_most(fine)
    kept = np.concatenate([[True], np.diff(risen) > 1e-12])
    return np.asarray(np.interp((np.arange(points) + 0.5) / points, risen[kept], fine[kept]))


def paths(given: Models, bids: FloatArray, asks: FloatArray, rounds: int, floor: float) -> FloatArray:
    """What each hypothesis would bid in rounds 0 to `rounds` + 1: as it should have been so far, and from here on.

    `bids` and `asks` are said so far, one each a round (the last ask may still be missing); NaN where a side said
    nothing. From here on you are taken to come down evenly to `floor` by the last round, which is what the two families
    that answer to your moves answer to.
    """
    said, last = len(bids), rounds + 1
    first = float(bids[0])
    t = np.minimum(np.arange(last + 1) / max(rounds, 1), 1.0)
    best = np.fmax.accumulate(bids)
    out = np.empty((len(given), last + 1))
    top = np.maximum(given.limit, first)[:, None]
    out[:] = first + (top - first) * t[None, :] ** given.shape[:, None]
    out[given.are(Family.HARD_LINER)] = first
    out[given.are(Family.RANDOM)] = (first + top[given.are(Family.RANDOM)]) / 2
    none = given.are(Family.NONE_OF_THESE)
    out[none, :said] = best
    out[none, said:] = best[-1]
    for family in (Family.TIT_FOR_TAT, Family.SPLIT):
        mine = given.are(family)
        out[mine] = _answering(family, bids, asks, rounds, floor, np.maximum(given.limit[mine], first))
    return out


def _answering(
    family: Family, bids: FloatArray, asks: FloatArray, rounds: int, floor: float, limit: FloatArray
) -> FloatArray:
    """Bids that answer to your asks: by as much as you came down, or half of what lies between."""
    said, last = len(bids), rounds + 1
    ask = asks[: last + 1][~np.isnan(asks[: last + 1])]
    out = np.empty((len(limit), last + 1))
    out[:, 0] = bids[0]
    path = np.full(last + 1, np.nan)
    path[: len(asks[: last + 1])] = asks[: last + 1]
    now = float(ask[-1]) if len(ask) else float(max(bids[0], floor) * 1.0)
    ahead = np.arange(said, last + 1)
    path[said:] = floor + (now - floor) * np.clip((last - ahead) / max(1, last - said + 1), 0, 1)
    path = _carried(path, now)
    for t in range(1, last + 1):
        before = np.full(len(limit), bids[t - 1]) if t <= said else out[:, t - 1]
        if family is Family.TIT_FOR_TAT:
            came_down = max(0.0, float(path[t - 2] - path[t - 1])) if t >= 2 else 0.0
            moved = before + came_down
        else:
            moved = (before + path[t - 1]) / 2
        out[:, t] = np.maximum(before, np.minimum(moved, limit))
    return out


def _carried(path: FloatArray, first: float) -> FloatArray:
    """Where nothing was asked in a round, the ask before stands."""
    out = path.copy()
    before = first
    for i, x in enumerate(path):
        before = before if np.isnan(x) else float(x)
        out[i] = before
    return out


def posterior(given: Models, expected: FloatArray, bids: FloatArray, refused: FloatArray, blur: float) -> FloatArray:
    """How likely each hypothesis is after the bids and after the asks they did not take.

    A bid lies about what the family expects, `blur` off (a random one anywhere up to its limit). An ask that was
    refused says that what they would bid next lies below it (they take what beats their own next bid), with one
    refusal in ten for other reasons. The safety family never falls below its share.
    """
    said = len(bids)
    log = np.log(given.prior)
    seen = ~np.isnan(bids)
    off = (bids[None, :] - expected[:, :said]) / blur
    # Tails of a Student t: one who moves in steps strays from a smooth path, and is still best known by it.
    kernel = np.where(seen[None, :], _TAILS - (_DEGREES + 1) / 2 * np.log1p(off**2 / _DEGREES) - np.log(blur), 0.0)
    wide = given.are(Family.RANDOM)
    span = np.maximum(given.limit - bids[0], blur)[:, None]
    above = bids[None, :] > np.maximum(given.limit, bids[0])[:, None] + 2 * blur
    kernel[wide] = np.where(above[wide], -25.0, -np.log(span[wide] * 2.5))
    kernel[given.are(Family.NONE_OF_THESE)] = -np.log(span[given.are(Family.NONE_OF_THESE)] * 2.5)
    log = log + COUNTS * kernel[:, 1:].sum(axis=1)
    for t, ask in enumerate(refused[: said + 1]):
        if not np.isnan(ask):
            would = expected[:, min(t + 1, expected.shape[1] - 1)] >= ask
            log = log + np.where(would, np.log(0.1), 0.0)
    weight = np.exp(log - log.max())
    weight /= weight.sum()
    none = given.are(Family.NONE_OF_THESE)
    short = SAFETY - float(weight[none].sum())
    if short > 0:
        weight *= (1 - SAFETY) / max(1e-300, float(weight[~none].sum()))
        weight[none] = SAFETY * given.prior[none] / given.prior[none].sum()
    return np.asarray(weight)
