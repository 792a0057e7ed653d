"""An outside option that lives: what is there now and what has come so far in, what leaving is worth today out.

Offers from outside come and go, and looking costs something. How often they come and what they bring is learned from
what came; what is there now may expire. So the walk-away point is no fixed number: it is worked out at each event.
"""

from __future__ import annotations

import math
from dataclasses import dataclass, replace

from walkaway.core.options.distributions import Lognormal, level

SURPRISE = 0.02
"""An offer, or a run of periods without one, less likely than this says that the market is no longer the old one."""
KEPT_AFTER_CHANGE = 0.2
"""How much the past still counts after that. An assumption."""


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

    def none_for(self, periods: float) -> float:
        """The chance that nothing comes in so many periods."""
        return math.exp(-self.came * math.log1p(periods / self.periods))


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

    def predicted(self) -> Lognormal:
        """The next offer. A log-normal in place of the exact log-t, whose mean is infinite."""
        return Lognormal(self.log_mean, self.log_sd)


@dataclass(frozen=True, slots=True)
class Outside:
    """What you have outside this talk.

    `now` can be taken at once and is there for `expires` more periods (None: it stays). Offers come by `arrivals` and
    bring what `offers` says; looking costs `cost` a period; `discount` is per period. `voluntary`: you may leave for it
    whenever you like, so it is a floor. If not, it is what you would be left with if the talk broke off, with chance
    `breaks_off` a period: then it moves the split, and it is nothing to threaten with.
    """

    now: float
    arrivals: Arrivals | None = None
    offers: Spread | None = None
    cost: float = 0.0
    discount: float = 0.99
    expires: int | None = None
    voluntary: bool = True
    breaks_off: float = 0.0
    quiet: float = 0.0

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
        ahead = looking
        offers, p = self.offers.predicted(), self.arrivals.chance
        for _ in range(min(self.expires or 0, 200)):
            # In hand for one period more: an offer is taken if it beats what is then in hand or looking on.
            held = max(self.now, ahead)
            ahead = max(self.now, -self.cost + self.discount * (held + p * offers.excess(held)))
        return max(self.now, ahead)

    def after(self, offer: float | None = None, periods: float = 1.0) -> Outside:
        """After so many periods, with or without an offer at their end: both estimates move, `now` runs down.

        What is too unlikely under the old market is taken as a new one, and the past then counts less: the old counts
        are multiplied by a share, as in a power prior (Ibrahim & Chen 2000).
        """
        expires = None if self.expires is None else max(0, self.expires - math.ceil(periods))
        now = self.now if self.expires is None or self.expires >= periods else 0.0
        if self.arrivals is None or self.offers is None:
            return replace(self, now=now, expires=expires)
        here = replace(self, now=now, expires=expires, quiet=self.quiet + periods if offer is None else 0.0)
        if offer is None:
            # Counted when the silence passes the line, not at each period after it.
            before, silence = self.arrivals.none_for(self.quiet), self.arrivals.none_for(here.quiet)
            here = here.changed() if silence < SURPRISE <= before else here
        elif _two_sided(self.offers, offer) < SURPRISE:
            here = here.changed()
        assert here.arrivals is not None
        assert here.offers is not None
        arrivals = here.arrivals.after(0 if offer is None else 1, periods)
        offers = here.offers if offer is None else here.offers.after(offer)
        return replace(here, arrivals=arrivals, offers=offers)

    def changed(self, kept: float = KEPT_AFTER_CHANGE) -> Outside:
        """The market is another one: what was learned counts `kept` of what it did."""
        _need(0 < kept <= 1, "A share lies above nothing and is at most all.")
        if self.arrivals is None or self.offers is None:
            return self
        old, rate = self.offers, self.arrivals
        shape = max(kept * old.shape, 1.0)
        return replace(
            self,
            arrivals=Arrivals(kept * rate.came, kept * rate.periods),
            offers=Spread(old.log_mean, kept * old.n, shape, old.scale / old.shape * shape),
        )


def _two_sided(offers: Spread, worth: float) -> float:
    apart = abs(math.log(worth) - offers.log_mean) / offers.log_sd
    return math.erfc(apart / math.sqrt(2))


def _need(true: bool, sentence: str) -> None:
    if not true:
        raise ValueError(sentence)
