"""Cases in; what the known models say of them out. Written plainly here as references; `make .bench/.peers` adds the
libraries.

Recency-frequency: logistic on silence, acts received, tenure. BG/NBD: Fader, Hardie & Lee 2005, Marketing Science
24:275,
on the other's conversations as purchases, then two-parameter recalibration. Cox 1972 with Breslow's ties and baseline.
Hawkes: the pooled pair process of core/comeback/hawkes.py, fitted on the acts before the split, as it is and
recalibrated.
"""

from __future__ import annotations

import numpy as np
from studies.comeback.cases import Cases
from studies.comeback.fitting import fit_hawkes, logistic, said
from studies.comeback.scoring import censoring_weights

from walkaway.core.comeback.features import Table, hawkes_parts
from walkaway.core.comeback.hawkes import expected
from walkaway.core.comeback.purchases import BgNbd, any_purchase, fit_bgnbd
from walkaway.core.events import BoolArray, FloatArray

RECENCY_FREQUENCY = ("silence", "n_in", "tenure")
COX = ("silence", "typical", "last_mine", "n_in", "they_open", "broken", "tenure", "trend", "hawkes")


def _x(cases: Cases, names: tuple[str, ...]) -> FloatArray:
    return cases.x[:, [cases.names.index(name) for name in names]]


def peers(have: Table, cases: Cases, train: BoolArray, horizon: float, split: float) -> dict[str, FloatArray]:
    """What each peer says of every case, fitted on the `train` cases, all followed up before day `split`."""
    y = (cases.came & (cases.waited <= horizon)).astype(np.float64)
    w = censoring_weights(cases.waited, cases.came, horizon, train)
    used = w > 0

    def recalibrated(chance: FloatArray) -> FloatArray:
        score = np.log(np.clip(chance, 1e-6, 1 - 1e-6) / (1 - np.clip(chance, 1e-6, 1 - 1e-6)))[:, None]
        return said(logistic(score[used], y[used], w[used]), score)

    few = _x(cases, RECENCY_FREQUENCY)
    out = {"recency-frequency": said(logistic(few[used], y[used], w[used]), few)}
    out["BG/NBD"] = recalibrated(bgnbd(have, cases, train, horizon))
    out["Cox"] = cox(_x(cases, COX), cases.waited, cases.came, train, horizon)
    model = fit_hawkes(have, split)
    count = expected(model, hawkes_parts(have, cases.row, cases.silence, cases.side, horizon))
    raw = 1 - np.exp(-count)
    out["Hawkes"] = raw
    out["Hawkes, recalibrated"] = recalibrated(raw)
    return out


def purchases_of(have: Table, cases: Cases) -> tuple[FloatArray, FloatArray, FloatArray]:
    """The other's conversation openings as repeat purchases: how many, when the last, how long known (days)."""
    them = 1 - cases.side
    first = have.known.first[cases.row]
    count = np.maximum(np.minimum(have.known.written[cases.row, them], have.known.conversations[cases.row]) - 1, 0)
    last = np.maximum(have.known.last[cases.row, them], first)
    return count, have.seen.at[last] - have.seen.at[first], cases.began - have.seen.at[first]


def bgnbd(have: Table, cases: Cases, train: BoolArray, horizon: float) -> FloatArray:
    """P(at least one act of theirs within the horizon)."""
    count, last, known = purchases_of(have, cases)
    model: BgNbd = fit_bgnbd(count[train], last[train], known[train])
    return any_purchase(model, count, last, known, horizon)


def cox(x: FloatArray, waited: FloatArray, came: BoolArray, train: BoolArray, horizon: float) -> FloatArray:
    """P(event within the horizon) by a proportional-hazards model: Newton on the partial likelihood, Breslow
    baseline.
    """
    mean, spread = x[train].mean(axis=0), x[train].std(axis=0) + 1e-9
    z = (x - mean) / spread
    order = np.argsort(-waited[train], kind="stable")
    t, d, zt = waited[train][order], came[train][order], z[train][order]
    # Ties: everyone still waiting at t is at risk, so sums run to the last row of equal time.
    last = np.searchsorted(-t, -t, side="right") - 1
    b = np.zeros(x.shape[1])
    for _ in range(30):
        risk = np.exp(np.clip(zt @ b, -20, 20))
        s0 = np.cumsum(risk)[last]
        s1 = np.cumsum(risk[:, None] * zt, axis=0)[last]
        mean_z = s1 / s0[:, None]
        gradient = (zt - mean_z)[d].sum(axis=0) - 1e-3 * b
        # Sum over events of the weighted covariance at risk, by swapping the sums.
        share = np.cumsum((d / s0)[::-1])[::-1]
        first = np.searchsorted(-t, -t, side="left")
        reach = share[first] * risk
        hessian = (zt * reach[:, None]).T @ zt - mean_z[d].T @ mean_z[d] + 1e-3 * np.eye(len(b))
        step = np.clip(np.linalg.solve(hessian, gradient), -1, 1)
        b = b + step
        if np.abs(step).max() < 1e-7:
            break
    risk = np.exp(np.clip(zt @ b, -20, 20))
    s0 = np.cumsum(risk)[last]
    base = float((d / s0)[t <= horizon].sum())
    chance: FloatArray = 1 - np.exp(-base * np.exp(np.clip(z @ b, -20, 20)))
    return chance
