"""An outside option that lives: what is there now and what has come so far in, what leaving is worth today out.

Offers from outside come and go, and looking costs something. How often they come and what they bring is learned from
what came; what is there now may expire. So the walk-away point is no fixed number: it is worked out at each event.
The market may become another one without a word, so what is believed is a mixture: for each time at which it may have
changed, what has come since, weighed by how well it foresaw what came (Adams & MacKay 2007).
"""

from __future__ import annotations

import math
from dataclasses import dataclass, replace

from walkaway.core.options.distributions import Lognormal, level

CHANGES = 0.03
"""The chance that the market becomes another one in a period. An assumption."""
KEPT_AFTER_CHANGE = 0.2
"""How much the past still counts after that. An assumption."""
_FORGOTTEN = 1e-4
_MOST_RUNS = 24


@dataclass(frozen=True, slots=True)
class Arrivals:
    """How often offers come: Poisson with a rate that is Gamma-distributed, as if `came` had come in `periods`."""

    came: float
    periods: float

    def __post_init__(self) -> None:
        _need(self.came > 0 and self.periods > 0, "A guess of how often needs some offers in some periods.")

    @property
    def rate(self) -> float:
        return self.came / self.periods

    @property
    def chance(self) -> float:
        """That at least one comes in a period: 1 - (T / (T + 1))^k, the rate's doubt counted in."""
        return -math.expm1(-self.came * math.log1p(1 / self.periods))

    def after(self, came: int, periods: float) -> Arrivals:
        return Arrivals(self.came + came, self.periods + periods)

    def foresaw(self, came: int, periods: float) -> float:
        """The log chance of so many in so many periods, but for what does not hang on the rate (negative binomial)."""
        k, t = self.came, self.periods
        return math.lgamma(k + came) - math.lgamma(k) + k * math.log(t) - (k + came) * math.log(t + periods)


@dataclass(frozen=True, slots=True)
class Spread:
    """What an offer brings: ln X normal, its mean and spread not known (normal-inverse-gamma).

    `log_mean` as if seen in `n` offers; the variance as if 2 `shape` offers had shown scale / shape.
    """

    log_mean: float
    n: float
    shape: float
    scale: float

    def __post_init__(self) -> None:
        _need(min(self.n, self.shape, self.scale) > 0, "A guess of the worth needs a spread and some weight.")

    @property
    def log_sd(self) -> float:
        """Of the next offer: the spread itself and what is not known of the mean."""
        return math.sqrt(self.scale / self.shape * (1 + 1 / self.n))

    def after(self, worth: float) -> Spread:
        """Bernardo & Smith (1994), 5.2: the conjugate step for one more ln x."""
        x, n = math.log(worth), self.n
        mean = (n * self.log_mean + x) / (n + 1)
        scale = self.scale + n * (x - self.log_mean) ** 2 / (2 * (n + 1))
        return Spread(mean, n + 1, self.shape + 0.5, scale)

    def foresaw(self, worth: float) -> float:
        """The log density of the next ln x there, but for a constant: Student's t, exact here."""
        degrees, spread = 2 * self.shape, self.log_sd
        apart = (math.log(worth) - self.log_mean) / spread
        tails = math.lgamma((degrees + 1) / 2) - math.lgamma(degrees / 2) - math.log(degrees) / 2
        return tails - math.log(spread) - (degrees + 1) / 2 * math.log1p(apart**2 / degrees)

    def predicted(self) -> Lognormal:
        """The next offer. A log-normal in place of the exact log-t, whose mean is infinite."""
        return Lognormal(self.log_mean, self.log_sd)


@dataclass(frozen=True, slots=True)
class Run:
    """What is believed of the market if it last changed at one certain time, and how likely that is."""

    weight: float
    arrivals: Arrivals
    offers: Spread

    def after(self, offer: float | None, periods: float) -> Run:
        """One step on; the weight is then the log of chance times likelihood."""
        came = 0 if offer is None else 1
        log = math.log(self.weight) + self.arrivals.foresaw(came, periods)
        if offer is None:
            return Run(log, self.arrivals.after(0, periods), self.offers)
        return Run(log + self.offers.foresaw(offer), self.arrivals.after(1, periods), self.offers.after(offer))


@dataclass(frozen=True, slots=True)
class Outside:
    """What you have outside this talk.

    `now` can be taken at once and is there for `expires` more periods (None: it stays); `then` is what is in hand once
    it is gone, and stays. Offers come by `arrivals` and bring what `offers` says; looking costs `cost` a period;
    `discount` is per period. `voluntary`: you may leave for it
    whenever you like, so it is a floor. If not, it is what you would be left with if the talk broke off, with chance
    `breaks_off` a period: then it moves the split, and it is nothing to threaten with. `runs` is kept by `after`;
    `arrivals` and `offers` are then its mixture.
    """

    now: float
    arrivals: Arrivals | None = None
    offers: Spread | None = None
    cost: float = 0.0
    discount: float = 0.99
    expires: int | None = None
    voluntary: bool = True
    breaks_off: float = 0.0
    then: float = 0.0
    runs: tuple[Run, ...] = ()

    def __post_init__(self) -> None:
        _need((self.arrivals is None) == (self.offers is None), "How often offers come and their worth go together.")
        _need(0 < self.discount < 1 or self.arrivals is None, "The discount per period lies between 0 and 1.")
        _need(0 <= self.breaks_off <= 1, "A chance lies between none and certain.")
        _need(self.expires is None or self.expires >= 0, "What has expired is not there now.")

    @property
    def looking(self) -> float:
        """What looking alone is worth: V = -c + d (p E max(X, V) + (1 - p) V), p the chance that an offer comes.

        McCall (1970) with arrivals. Never below nothing: one may stop looking.
        """
        if self.arrivals is None or self.offers is None:
            return -math.inf
        gain = self.discount * self.arrivals.chance
        return max(0.0, level(self.offers.predicted(), gain=gain, slope=1 - self.discount, cost=self.cost))

    @property
    def value(self) -> float:
        """What leaving is worth: the better of what is there and of looking, or both, as long as it is there."""
        looking = self.looking
        if self.arrivals is None or self.offers is None:
            return self.now
        ahead = max(looking, self.then)
        offers, p = self.offers.predicted(), self.arrivals.chance
        for _ in range(min(self.expires or 0, 200)):
            # In hand for one period more: an offer is taken if it beats what is then in hand or looking on.
            held = max(self.now, ahead)
            ahead = max(self.now, -self.cost + self.discount * (held + p * offers.excess(held)))
        return max(self.now, ahead)

    def after(self, offer: float | None = None, periods: float = 1.0) -> Outside:
        """After so many periods, with or without an offer at their end: what is believed moves, `now` runs down.

        In each period the market may have become another one, and the past then counts less: its counts are multiplied
        by a share, as in a power prior (Ibrahim & Chen 2000). Whether it did is weighed at every event.
        """
        expires = None if self.expires is None else max(0, self.expires - math.ceil(periods))
        now = self.now if self.expires is None or self.expires >= periods else self.then
        here = replace(self, now=now, expires=expires)
        if self.arrivals is None or self.offers is None:
            return here
        changed = self.changed()
        assert changed.arrivals is not None
        assert changed.offers is not None
        risk = -math.expm1(periods * math.log1p(-CHANGES))
        old = self.runs or (Run(1.0, self.arrivals, self.offers),)
        runs = [Run(run.weight * (1 - risk), run.arrivals, run.offers) for run in old]
        runs = [run.after(offer, periods) for run in (*runs, Run(risk, changed.arrivals, changed.offers))]
        top = max(run.weight for run in runs)
        weighed = [replace(run, weight=math.exp(run.weight - top)) for run in runs]
        kept = sorted((run for run in weighed if run.weight > _FORGOTTEN), key=lambda run: -run.weight)[:_MOST_RUNS]
        total = math.fsum(run.weight for run in kept)
        runs = [replace(run, weight=run.weight / total) for run in kept]
        arrivals, offers = _mixed(runs)
        return replace(here, arrivals=arrivals, offers=offers, runs=tuple(runs))

    def changed(self, kept: float = KEPT_AFTER_CHANGE) -> Outside:
        """The market is another one: what was learned counts `kept` of what it did."""
        _need(0 < kept <= 1, "A share lies above nothing and is at most all.")
        if self.arrivals is None or self.offers is None:
            return self
        old, rate = self.offers, self.arrivals
        shape = max(kept * old.shape, 1.0)
        return replace(
            self,
            runs=(),
            arrivals=Arrivals(kept * rate.came, kept * rate.periods),
            offers=Spread(old.log_mean, kept * old.n, shape, old.scale / old.shape * shape),
        )


def _mixed(runs: list[Run]) -> tuple[Arrivals, Spread]:
    """One belief with the mean and the variance of the mixture: of the rate, and of the next ln x."""
    weights = [run.weight for run in runs]

    def mean(values: list[float]) -> float:
        return math.fsum(w * x for w, x in zip(weights, values, strict=True))

    rate = mean([run.arrivals.rate for run in runs])
    rates = mean([run.arrivals.rate / run.arrivals.periods + (run.arrivals.rate - rate) ** 2 for run in runs])
    log_mean = mean([run.offers.log_mean for run in runs])
    logs = mean([run.offers.log_sd**2 + (run.offers.log_mean - log_mean) ** 2 for run in runs])
    n, shape = mean([run.offers.n for run in runs]), mean([run.offers.shape for run in runs])
    return Arrivals(rate**2 / rates, rate / rates), Spread(log_mean, n, shape, logs * shape / (1 + 1 / n))


def _need(true: bool, sentence: str) -> None:
    if not true:
        raise ValueError(sentence)
