"""Labels, chances and weights in; AUC, log loss, Brier score and calibration error, with intervals, out."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np

from walkaway.core.events import BoolArray, FloatArray, Int64Array

BINS = 10


def censoring_weights(waited: FloatArray, came: BoolArray, horizon: float, among: BoolArray) -> FloatArray:
    """Inverse-probability-of-censoring weights (Robins & Rotnitzky 1992), 0 where nobody knows.

    Known: the other came within the horizon, or neither wrote until it was over. Whoever wrote first himself, or was
    not watched to the end, is censored then; G is the Kaplan-Meier chance of not being censored yet, among `among`.
    """
    hit = came & (waited <= horizon)
    known = hit | (waited > horizon)
    t = np.minimum(waited, horizon)[among]
    censored = (~known)[among]
    order = np.lexsort((censored, t))
    left = np.cumprod(1 - censored[order] / (len(t) - np.arange(len(t))))
    place = np.searchsorted(t[order], t, side="left") - 1
    g = np.where(place >= 0, left[np.maximum(place, 0)], 1.0)
    weight = np.zeros(len(waited))
    weight[among] = np.where(known[among], 1 / np.maximum(g, 0.05), 0.0)
    return weight


def auc(y: FloatArray, p: FloatArray, w: FloatArray) -> float:
    """The weighted chance that a case that came was put above one that did not; ties count half."""
    values, place = np.unique(p, return_inverse=True)
    lost = np.bincount(place, w * (1 - y), len(values))
    won = np.bincount(place, w * y, len(values))
    total = lost.sum() * won.sum()
    return float(((np.cumsum(lost) - lost / 2) * won).sum() / total) if total else float("nan")


def log_loss(y: FloatArray, p: FloatArray, w: FloatArray) -> float:
    """Mean of -log of the chance given to what happened; chances cut at 1 in 10,000."""
    p = np.clip(p, 1e-4, 1 - 1e-4)
    return float(-np.average(y * np.log(p) + (1 - y) * np.log(1 - p), weights=w))


def brier(y: FloatArray, p: FloatArray, w: FloatArray) -> float:
    """Mean squared distance of the chance from what happened."""
    return float(np.average((y - p) ** 2, weights=w))


def calibration_error(y: FloatArray, p: FloatArray, w: FloatArray) -> float:
    """Mean distance of what was said from what happened, over ten bins of equal weight."""
    order = np.argsort(p, kind="stable")
    weight = w[order]
    share = np.cumsum(weight) / weight.sum()
    place = np.minimum(((share - weight / weight.sum() / 2) * BINS).astype(np.int64), BINS - 1)
    off = np.bincount(place, weight * (y - p)[order], BINS)
    return float(np.abs(off).sum() / weight.sum())


def calibration_noise(
    p: FloatArray, w: FloatArray, cluster: Int64Array, rng: np.random.Generator, draws: int = 200
) -> float:
    """The calibration error that chances which are right would show nineteen times in twenty or less on so few pairs.

    Outcomes are drawn from the chances; within a pair they hang together (one uniform number each, half the time).
    """
    found = []
    shared_id = np.unique(cluster, return_inverse=True)[1]
    for _ in range(draws):
        own = rng.random(len(p))
        shared = rng.random(int(shared_id.max()) + 1)[shared_id]
        u = np.where(rng.random(len(p)) < 0.5, shared, own)
        found.append(calibration_error((u < p).astype(np.float64), p, w))
    return float(np.quantile(found, 0.95))


@dataclass(frozen=True, slots=True)
class Scores:
    """The four measures of one model, each with a 95 % interval from a bootstrap over pairs."""

    value: tuple[float, float, float, float]
    low: tuple[float, float, float, float]
    high: tuple[float, float, float, float]


def _four(y: FloatArray, p: FloatArray, w: FloatArray) -> tuple[float, float, float, float]:
    return auc(y, p, w), log_loss(y, p, w), brier(y, p, w), calibration_error(y, p, w)


def scores(
    y: FloatArray,
    chances: dict[str, FloatArray],
    w: FloatArray,
    cluster: Int64Array,
    rng: np.random.Generator,
    draws: int,
) -> tuple[dict[str, Scores], dict[str, tuple[float, float, float]]]:
    """Each model's scores, and for each the first one's lead over it in AUC with its paired 95 % interval."""
    names = list(chances)
    shared_id = np.unique(cluster, return_inverse=True)[1]
    n = int(shared_id.max(initial=0)) + 1
    drawn = np.empty((draws, len(names), 4))
    for k in range(draws):
        times = rng.multinomial(n, np.full(n, 1 / n))[shared_id] * w
        for m, name in enumerate(names):
            drawn[k, m] = _four(y, chances[name], times)
    low, high = np.nanquantile(drawn, 0.025, axis=0), np.nanquantile(drawn, 0.975, axis=0)
    out = {
        name: Scores(_four(y, chances[name], w), tuple(low[m].tolist()), tuple(high[m].tolist()))
        for m, name in enumerate(names)
    }
    lead = {}
    for m, name in enumerate(names[1:], start=1):
        ahead = drawn[:, 0, 0] - drawn[:, m, 0]
        lead[name] = (
            out[names[0]].value[0] - out[name].value[0],
            float(np.nanquantile(ahead, 0.025)),
            float(np.nanquantile(ahead, 0.975)),
        )
    return out, lead
