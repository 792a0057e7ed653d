"""Talks with an outside option that lives in; how much of what an oracle gets each way of leading them got, out.

    python bench/negotiation/arena.py            three markets, one process; --talks 500

One seller, 31 rounds, discount .985 a round, offers from outside that come and go. The oracle knows the other side's
family, limit and shape, and the law of the outside offers in force; nobody knows what will come, nor that the market
will shift. Ours leads each talk three times: as it is, told the other side's whole path, and told the law in force; so
what is lost falls into its two parts. Where the market shifts, a seer that knows the other side and both laws, but has
to see the shift, tells what there was to be had. All lead the same talks.
"""

from __future__ import annotations

import argparse
import math
import sys
import time
from collections.abc import Callable
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path

import numpy as np
import numpy.typing as npt

sys.path.insert(0, str(Path(__file__).resolve().parents[2] / "src"))

from walkaway.core.offers.counterpart import Models, models, paths, posterior
from walkaway.core.offers.plan import Market, choose, market, values
from walkaway.core.options.distributions import Lognormal, Normal
from walkaway.core.options.live import CHANGES, Arrivals, Outside, Spread

Floats = npt.NDArray[np.float64]
LAST, DISCOUNT, BLUR, OPENING = 30, 0.985, 2.0, 0.5
SHIFT_AT = 8
JUMPS = 0.2
_FINE = 40
_BELIEFS, _AMOUNTS = 41, 161
KNOWN_FOR = 30.0
"""Rounds over which the market was watched before the talk."""


@dataclass(frozen=True)
class Law:
    """Chance of an outside offer a round, its median and log spread."""

    chance: float
    median: float
    sd: float = 0.3

    @property
    def excess(self) -> Callable[[float], float]:
        return Lognormal(math.log(self.median), self.sd).excess

    @cached_property
    def value(self) -> float:
        """W = p E max(X, d W) + (1 - p) d W: what the stream alone is worth before a draw."""
        w = 0.0
        for _ in range(3000):
            w = DISCOUNT * w + self.chance * self.excess(DISCOUNT * w)
        return w


MARKETS = {"weak": Law(0.05, 60), "fair": Law(0.15, 80), "strong": Law(0.30, 95)}
FAMILIES = ("clock", "steps", "noisy jumper", "threshold")
"""The first is one the engine has; the others it was not built for: moves every fifth round only, jumps at random, and
one that bids low to the end and then takes anything up to its limit in the last quarter."""


def bids_of(family: str, limit: float, shape: float, rng: np.random.Generator) -> Floats:
    """What the other side bids in rounds 0 to LAST + 1."""
    t = np.minimum(np.arange(LAST + 2) / LAST, 1.0)
    curve = limit * (OPENING + (1 - OPENING) * t**shape)
    if family == "steps":
        return curve[5 * (np.arange(LAST + 2) // 5)]
    if family == "noisy jumper":
        jumps = np.cumsum(rng.random(LAST + 2) * (rng.random(LAST + 2) < JUMPS))
        return limit * (OPENING + (1 - OPENING) * np.minimum(1, jumps / 3))
    if family == "threshold":
        return np.where(t >= 0.75, limit, limit * OPENING)
    return curve


class Oracle:
    """Knows the path of their bids and the law of this round, which it takes to stay; not the draws, nor a shift."""

    def __init__(self, bids: Floats, laws: list[Law]) -> None:
        self.bids, self.laws = bids, laws
        self.value = {law: self._values(law) for law in dict.fromkeys(laws)}

    def _values(self, law: Law) -> Floats:
        out = np.empty(LAST + 2)
        out[-1] = law.value
        for t in range(LAST, -1, -1):
            inside = max(float(self.bids[t]), float(self.bids[t + 1]), DISCOUNT * out[t + 1])
            out[t] = inside + law.chance * law.excess(inside)
        return out

    def turn(self, t: int, bid: float, outside: float | None) -> tuple[str, float]:  # noqa: ARG002
        return self._best(t, DISCOUNT * self.value[self.laws[t]][t + 1], outside)

    def _best(self, t: int, on: float, outside: float | None) -> tuple[str, float]:
        now, following = float(self.bids[t]), float(self.bids[t + 1])
        if outside is not None and outside >= max(on, now, following):
            return "outside", outside
        if max(now, following) < on:
            return "wait", 0.0
        return ("accept", now) if now >= following else ("ask", following)


class Seer(Oracle):
    """Knows the path of their bids and both laws, and has to see for itself whether the market has shifted.

    It takes a shift to be as likely in every round (`CHANGES`), and its values are exact for that: a table over rounds
    and over how likely it is that the law is the later one by now. So it is the most that can be had by looking.
    """

    def __init__(self, bids: Floats, laws: list[Law]) -> None:
        self.bids, self.early, self.late = bids, laws[0], laws[-1]
        self.shifted = 0.0
        self.places = np.linspace(0, 1, _BELIEFS)
        logs = np.linspace(math.log(10), math.log(500), _AMOUNTS)
        self.amounts, width = np.exp(logs), logs[1] - logs[0]
        self.chances = [
            law.chance
            * width
            * np.exp(-0.5 * ((logs - math.log(law.median)) / law.sd) ** 2)
            / law.sd
            / math.sqrt(2 * math.pi)
            for law in (self.early, self.late)
        ]
        self.table = self._table()

    def _table(self) -> Floats:
        out = np.empty((LAST + 2, _BELIEFS))
        out[-1] = self.places * self.late.value + (1 - self.places) * self.early.value
        p = self.places[:, None]
        came = p * self.chances[1] + (1 - p) * self.chances[0]
        after_one = p * self.chances[1] / came
        none = self.places * (1 - self.late.chance) + (1 - self.places) * (1 - self.early.chance)
        after_none = self.places * (1 - self.late.chance) / none
        for t in range(LAST, -1, -1):
            here = max(float(self.bids[t]), float(self.bids[t + 1]))
            refused = np.maximum(here, self._on(after_one, out[t + 1]))
            out[t] = none * np.maximum(here, self._on(after_none, out[t + 1]))
            out[t] += (came * np.maximum(self.amounts, refused)).sum(axis=1)
        return out

    def _on(self, shifted: Floats, following: Floats) -> Floats:
        """What it is worth to go on a round, where the law is the later one with this chance."""
        return DISCOUNT * np.interp(shifted + (1 - shifted) * CHANGES, self.places, following)

    def turn(self, t: int, bid: float, outside: float | None) -> tuple[str, float]:  # noqa: ARG002
        before = 0.0 if t == 0 else self.shifted + (1 - self.shifted) * CHANGES
        self.shifted = self._seen(before, outside)
        on = float(self._on(np.array([self.shifted]), self.table[t + 1])[0])
        return self._best(t, on, outside)

    def _seen(self, before: float, outside: float | None) -> float:
        if outside is None:
            early, late = 1 - self.early.chance, 1 - self.late.chance
        else:
            early, late = (float(np.interp(outside, self.amounts, chance)) for chance in self.chances)
        return before * late / (before * late + (1 - before) * early)


class JumpOracle:
    """The same for one who jumps at random: it knows how jumps fall and where the limit lies, not the jumps to come.

    The value is a table over rounds and over how far they have come: 0 to 3 in steps, 3 being the limit.
    """

    def __init__(self, bids: Floats, limit: float, laws: list[Law]) -> None:
        self.bids, self.laws = bids, laws
        self.here = np.minimum(np.round((bids / limit - OPENING) / (1 - OPENING) * 3 * _FINE).astype(int), 3 * _FINE)
        # What they would bid after a jump of any size, each size alike: a row per place, a column per size.
        ahead = np.minimum(np.arange(3 * _FINE + 1)[:, None] + np.arange(1, _FINE + 1)[None, :], 3 * _FINE)
        self.ahead, self.bid = ahead, limit * (OPENING + (1 - OPENING) * np.arange(3 * _FINE + 1) / (3 * _FINE))
        self.value = {law: self._values(law) for law in dict.fromkeys(laws)}

    def _values(self, law: Law) -> Floats:
        out = np.empty((LAST + 2, len(self.bid)))
        out[-1] = law.value
        grid = np.linspace(0, max(float(self.bid[-1]), law.value) * 1.5, 97)
        excess = np.array([law.excess(z) for z in grid.tolist()])
        for t in range(LAST, -1, -1):
            inside = np.maximum(np.maximum(self.bid, self._on(out[t + 1])), self._asked(out[t + 1])[0])
            out[t] = inside + law.chance * np.interp(inside, grid, excess)
        return out

    def _on(self, following: Floats) -> Floats:
        """What it is worth to wait a round, per place."""
        return np.asarray(DISCOUNT * ((1 - JUMPS) * following + JUMPS * following[self.ahead].mean(axis=1)))

    def _asked(self, following: Floats) -> tuple[Floats, Floats]:
        """Per place: the worth of the best ask beyond their bid, and that ask, which a jump of its size would meet."""
        sizes = np.arange(_FINE)
        refused = np.cumsum(following[self.ahead], axis=1) - following[self.ahead]
        yes = JUMPS * (_FINE - sizes) / _FINE
        worth = yes * self.bid[self.ahead] + DISCOUNT * ((1 - JUMPS) * following[:, None] + JUMPS * refused / _FINE)
        best = worth.argmax(axis=1)
        rows = np.arange(len(best))
        return worth[rows, best], self.bid[self.ahead[rows, best]]

    def turn(self, t: int, bid: float, outside: float | None) -> tuple[str, float]:  # noqa: ARG002
        following, place = self.value[self.laws[t]][t + 1], self.here[t]
        on, now = float(self._on(following)[place]), float(self.bids[t])
        worth, ask = (float(x[place]) for x in self._asked(following))
        if outside is not None and outside >= max(on, now, worth):
            return "outside", outside
        if now >= max(on, worth):
            return "accept", now
        return ("ask", ask - 1e-9) if worth > on else ("wait", 0.0)


def believed(law: Law, weight: float) -> Outside:
    """What one knows of the market before the talk: its law, seen over `weight` rounds."""
    spread = Spread(math.log(law.median), weight * law.chance, 10.0, 10.0 * law.sd**2)
    return Outside(0.0, Arrivals(weight * law.chance, weight), spread, discount=DISCOUNT)


class Ours:
    """The engine: hypotheses, the plan, the outside learned as the talk goes on; or told `path`, or the laws."""

    def __init__(self, law: Law, path: Floats | None = None, laws: list[Law] | None = None) -> None:
        self.hypotheses: Models | None = None
        self.outside = believed(law, KNOWN_FOR)
        self.path, self.laws = path, laws
        self.asks: list[float] = []
        self.bids: list[float] = []

    def turn(self, t: int, bid: float, outside: float | None) -> tuple[str, float]:
        told = None if self.laws is None else self.laws[t]
        self.outside = self.outside.after(outside, 1.0) if told is None else believed(told, 1e6)
        self.bids.append(bid)
        there = market(self.outside, 160.0)
        if self.path is not None:
            return self._told(t, there, outside)
        if self.hypotheses is None:
            self.hypotheses = models(Normal(100, 20), 17, opens=(bid, OPENING, 0.05))
        said, asked = np.array(self.bids), np.array(self.asks)
        expected = paths(self.hypotheses, said, asked, LAST, there.leaving)
        weight = posterior(self.hypotheses, expected, said, asked, BLUR * 1.25)
        found = choose(weight, expected, values(expected, there), there, t, bid, BLUR)
        best = max(found.wait, found.counter or 0.0, found.accept or 0.0)
        if outside is not None and outside >= max(best, there.leaving):
            return "outside", outside
        if found.accept is not None and found.accept >= best - 1e-9:
            return "accept", bid
        ask = found.ask if found.ask is not None and (found.counter or 0.0) > found.wait else float("nan")
        self.asks.append(ask)
        return ("ask", ask) if not math.isnan(ask) else ("wait", 0.0)

    def _told(self, t: int, there: Market, outside: float | None) -> tuple[str, float]:
        """With their path known there is nothing to guess: the better of their bid, the next one and waiting."""
        assert self.path is not None
        now, following = float(self.path[t]), float(self.path[t + 1])
        on = there.discount * float(values(self.path[None, :], there)[0, t + 1])
        best = max(on, now, following)
        if outside is not None and outside >= max(best, there.leaving):
            return "outside", outside
        if max(now, following) < on:
            return "wait", 0.0
        return ("accept", now) if now >= following else ("ask", following)


class Static:
    """A walk-away point set once: what the outside alone is worth at the beginning; a late concession down to it."""

    def __init__(self, law: Law, top: float = 130.0) -> None:
        self.limit = law.value
        self.top = max(top, self.limit)

    def turn(self, t: int, bid: float, outside: float | None) -> tuple[str, float]:
        target = self.limit + (self.top - self.limit) * (1 - (t / LAST) ** 4)
        if outside is not None and outside >= DISCOUNT * self.limit and outside > bid:
            return "outside", outside
        if bid >= target or (t == LAST and bid >= DISCOUNT * self.limit):
            return "accept", bid
        return "wait", 0.0


def talk(
    player: Ours | Static | Oracle | JumpOracle, bids: Floats, draws: list[float | None], noise: Floats, after: float
) -> float:
    """The discounted money of one talk. An ask at or below their next bid is taken."""
    for t in range(LAST + 1):
        act, amount = player.turn(t, float(bids[t] + noise[t]), draws[t])
        if act == "outside":
            return DISCOUNT**t * amount
        if act == "accept":
            return DISCOUNT**t * float(bids[t])
        if act == "ask" and bids[t + 1] >= amount:
            return DISCOUNT**t * amount
    return DISCOUNT ** (LAST + 1) * after


def main() -> None:
    parser = argparse.ArgumentParser()
    parser.add_argument("--talks", type=int, default=100)
    parser.add_argument("--seed", type=int, default=1)
    given = parser.parse_args()
    print("market  shift  family         oracle  ours %  (se)  told them %  told the market %  static %  seer %  CPU s")
    for name, law in MARKETS.items():
        for shifts in (False, True):
            later = MARKETS["strong" if name == "weak" else "weak"] if shifts else law
            for family in FAMILIES:
                print(_line(name, law, later, family, given.talks, given.seed), flush=True)


def _line(name: str, law: Law, later: Law, family: str, talks: int, seed: int) -> str:
    rng = np.random.default_rng(seed)
    begun = time.process_time()
    laws = [law if t < SHIFT_AT else later for t in range(LAST + 2)]
    got: dict[str, list[float]] = {name: [] for name in ("oracle", "ours", "them", "market", "static", "seer")}
    for _ in range(talks):
        limit = float(rng.normal(100, 20))
        bids = bids_of(family, limit, float(rng.choice([0.25, 1.0, 4.0])), rng)
        draws = [
            float(x.median * np.exp(x.sd * rng.standard_normal())) if rng.random() < x.chance else None for x in laws
        ]
        noise = BLUR * rng.standard_normal(LAST + 1)
        players: dict[str, Ours | Static | Oracle | JumpOracle] = {
            "oracle": JumpOracle(bids, limit, laws) if family == "noisy jumper" else Oracle(bids, laws),
            "ours": Ours(law),
            "them": Ours(law, path=bids),
            "market": Ours(law, laws=laws),
            "static": Static(law),
        }
        if later is not law and family != "noisy jumper":
            players["seer"] = Seer(bids, laws)
        for who, player in players.items():
            got[who].append(talk(player, bids, draws, noise, later.value))
    top = float(np.mean(got["oracle"]))
    error = float(np.std(np.array(got["ours"]) - np.array(got["oracle"])) / math.sqrt(talks)) / top
    share = {who: 100 * float(np.mean(money)) / top if money else math.nan for who, money in got.items()}
    return (
        f"{name:7} {'yes' if later is not law else 'no':5}  {family:13}  {top:6.1f}  {share['ours']:6.1f}"
        f"  {100 * error:4.1f}  {share['them']:11.1f}  {share['market']:17.1f}  {share['static']:8.1f}"
        f"  {share['seer']:6.1f}  {time.process_time() - begun:5.1f}"
    )


if __name__ == "__main__":
    main()
