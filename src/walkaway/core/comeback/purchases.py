r"""A customer's purchases in; whether they are likely to buy again, out: the BG/NBD row, for who has purchases only.

Fader, Hardie & Lee 2005, Marketing Science 24:275. While alive a customer buys at rate l ~ Gamma(r, alpha); after each
purchase they drop out with chance p ~ Beta(a, b). With x repeat purchases, the last at t_x of T days:
    P(alive) = 1 / (1 + [x > 0] a / (b + x - 1) ((alpha + T) / (alpha + t_x))^(r + x)),
and as l given alive is Gamma(r + x, alpha + T), and dropping out needs a purchase first,
    P(any within H) = P(alive) (1 - ((alpha + T) / (alpha + T + H))^(r + x)).
It knows nothing of replies or of who wrote last: use it for purchases, not for people.
"""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np

from walkaway.core.events import FloatArray


@dataclass(frozen=True, slots=True)
class BgNbd:
    """r and alpha (days) of the rate, a and b of dropping out."""

    r: float
    alpha: float
    a: float
    b: float


USUAL = BgNbd(0.243, 31.0, 0.793, 2.426)
"""Published for the CDNOW sample (the paper's table 2; alpha there is 4.414 weeks)."""


def alive(model: BgNbd, count: FloatArray, last: FloatArray, known: FloatArray) -> FloatArray:
    """P(has not dropped out), for repeat purchases, the day of the last and days known, both from the first."""
    ratio = np.exp((model.r + count) * (np.log(model.alpha + known) - np.log(model.alpha + last)))
    gone = model.a / np.maximum(model.b + count - 1, 1e-9) * ratio
    chance: FloatArray = 1 / (1 + np.where(count > 0, gone, 0.0))
    return chance


def any_purchase(model: BgNbd, count: FloatArray, last: FloatArray, known: FloatArray, days: float) -> FloatArray:
    """P(buys at least once within so many days)."""
    nothing = np.exp((model.r + count) * (np.log(model.alpha + known) - np.log(model.alpha + known + days)))
    chance: FloatArray = alive(model, count, last, known) * (1 - nothing)
    return chance


def log_gamma(x: FloatArray) -> FloatArray:
    """Ln Gamma(x) for x > 0: Stirling's series after a shift by eight (Abramowitz & Stegun 6.1.41); error < 1e-10."""
    shift = np.zeros(np.shape(x))
    y = np.array(x, np.float64)
    for _ in range(8):
        shift += np.log(y)
        y = y + 1
    series = 1 / (12 * y) - 1 / (360 * y**3) + 1 / (1260 * y**5) - 1 / (1680 * y**7)
    value: FloatArray = (y - 0.5) * np.log(y) - y + 0.5 * np.log(2 * np.pi) + series - shift
    return value


def log_likelihood(model: BgNbd, count: FloatArray, last: FloatArray, known: FloatArray) -> float:
    """Mean log likelihood of purchase histories (the paper's equation 6)."""
    r, alpha, a, b = model.r, model.alpha, model.a, model.b

    def lg(v: FloatArray | float) -> FloatArray:
        return log_gamma(np.asarray(v, np.float64))

    common = lg(r + count) - lg(r) + r * np.log(alpha) + lg(a + b) + lg(b + count) - lg(b) - lg(a + b + count)
    still = -(r + count) * np.log(alpha + known)
    gone = np.where(
        count > 0,
        np.log(a) - np.log(np.maximum(b + count - 1, 1e-9)) - (r + count) * np.log(alpha + last),
        -np.inf,
    )
    return float(np.mean(common + np.logaddexp(still, gone)))


def fit_bgnbd(count: FloatArray, last: FloatArray, known: FloatArray, *, ridge: float = 1e-4) -> BgNbd:
    """The likeliest parameters, by a compass search on their logarithms (four numbers, a smooth valley)."""
    at = np.log([1.0, max(float(np.median(known)) / 10, 0.1), 0.8, 2.4])

    def value(place: FloatArray) -> float:
        return log_likelihood(BgNbd(*np.exp(place)), count, last, known) - ridge * float(place @ place)

    best, step = value(at), 0.8
    while step > 0.004:
        moves = [at + sign * step * direction for direction in np.eye(4) for sign in (1.0, -1.0)]
        found = [value(move) for move in moves]
        top = int(np.argmax(found))
        if found[top] > best + 1e-9:
            at, best = moves[top], found[top]
        else:
            step /= 2
    return BgNbd(*(float(x) for x in np.exp(at)))
