"""One pursuit's acts in; will they write first if you stay silent, or answer what you wrote, out: as ranges, beside
what is usual.

Whoever asks must have applied the safety rule first: after a stop-contact, or fear, no forecast is made or shown.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import Literal

import numpy as np

from walkaway.core.comeback.features import Table, columns, hawkes_parts, strangers, table
from walkaway.core.comeback.fitted import COMEBACK, COMEBACK_SHIFT, HAWKES, REPLY, REPLY_SHIFT
from walkaway.core.comeback.hawkes import expected
from walkaway.core.comeback.hazard import Hazard, Usual, after, cumulative
from walkaway.core.comeback.own import LAST, TRUST, chance_given, faded_by, own_usual
from walkaway.core.comeback.pairs import Pairs, rows
from walkaway.core.comeback.purchases import USUAL, BgNbd, any_purchase
from walkaway.core.comeback.spells import ENOUGH_CONVERSATIONS, ENOUGH_WRITTEN, LONG, Spells, spells, typical_gap
from walkaway.core.events import DAY, Acts, FloatArray, Int64Array, Moment, Side

Domain = Literal["mail", "private", "wall"]
HORIZONS = (7, 30, 90)
LATE = 2.0
"""They are late after so many of their typical gaps (and two days); before that there is nothing to foretell."""
APART = 0.45
"""How far the level of the hazard lay apart between data sets of a kind and people (standard deviation of its log),"""
APART_ANYWHERE = 0.65
"""and between data sets of all kinds, where the kind is not known."""
USUAL_COMEBACK: dict[Domain, tuple[float, float, float]] = {
    "private": (0.13, 0.20, 0.23),
    "wall": (0.14, 0.33, 0.51),
    "mail": (0.23, 0.39, 0.48),
}
"""Share who wrote first within 7, 30 and 90 days of a silence three times the usual (`python -m
studies.nine_of_ten`)."""
REPLY_WITHIN = (1.0, 7.0)
USUAL_REPLY: dict[Domain, tuple[float, float]] = {"private": (0.61, 0.77), "wall": (0.53, 0.70), "mail": (0.24, 0.51)}
"""Share of messages that were answered within 1 and 7 days (`python -m studies.comeback.usual`)."""
USUAL_PURCHASE = {30.0: 0.29, 90.0: 0.52}
"""Share of customers who bought again within so many days, after three purchases or more and a silence of three times
their typical gap, at least 14 days (reference: contact over time, section 2; CDNOW)."""
LATE_CUSTOMER = 14.0
_HAWKES_DAYS = 30.0
_BURST = 10 / 1440
_Z80 = 1.2815515655446004


@dataclass(frozen=True, slots=True)
class Range:
    """A chance within `days`: the middle, and where eight in ten such forecasts lie. `usual`: of people like that."""

    days: float
    chance: float
    low: float
    high: float
    usual: float | None = None

    @property
    def in_ten(self) -> tuple[int, int]:
        """The range in tenths, never narrower than one: (2, 4) is "roughly 2 to 4 in 10"."""
        low, high = int(np.floor(10 * self.low + 0.25)), int(np.ceil(10 * self.high - 0.25))
        return (low, max(high, low + 1))


@dataclass(frozen=True, slots=True)
class Own:
    """Your own record: how many silences were looked at, comebacks seen in them, and comebacks the prior expected, both
    counting less the older they are. `sums` of their features say what is usual for you.
    """

    n: int = 0
    seen: float = 0.0
    expected: float = 0.0
    sums: tuple[float, ...] = ()

    def __add__(self, other: Own) -> Own:
        both = self.sums and other.sums
        sums = tuple(a + b for a, b in zip(self.sums, other.sums, strict=True)) if both else self.sums or other.sums
        return Own(self.n + other.n, self.seen + other.seen, self.expected + other.expected, sums)

    @property
    def shift(self) -> float:
        """What it does to the hazard: Gamma-Poisson, the prior weighing four expected comebacks."""
        return (TRUST + self.seen) / (TRUST + self.expected)

    def chance(self, hazard: FloatArray) -> FloatArray:
        """The chance within a time over which the prior's hazard adds up to this, given the record."""
        return chance_given(hazard, np.array(self.seen), np.array(self.expected))

    @property
    def usual(self) -> Usual | None:
        """What is usual for you; None where nothing is known."""
        return Usual(np.array([float(self.n)]), np.array([self.sums])) if self.sums else None


@dataclass(frozen=True, slots=True, eq=False)
class Elsewhere:
    """Your acts with everybody else: when (us), and whether it was you who wrote."""

    at: Int64Array
    mine: np.typing.NDArray[np.bool_]


@dataclass(frozen=True, slots=True)
class Outlook:
    """What can be said of a silence: `ranges` by horizon where `status` is ok.

    `too_little`: fewer than five conversations or two acts of either. `not_late`: their usual gap is not long over.
    `silence` and `typical` in days; `own` says how many own silences shifted it.
    """

    status: Literal["ok", "too_little", "not_late"]
    silence: float = 0.0
    typical: float | None = None
    ranges: tuple[Range, ...] = ()
    own: int = 0


def _pair(acts: Acts, now: Moment) -> Pairs:
    used = (acts.side != Side.OTHER) & (acts.at <= now.at)
    n = int(used.sum())
    return Pairs(
        pair=np.zeros(n, np.int64),
        at=acts.at[used] / DAY,
        side=acts.side[used],
        people=np.array([[0, 1]], np.int64),
        until=now.at / DAY,
    )


def _with_others(pair: Pairs, elsewhere: Elsewhere | None) -> Table:
    """The table of the pair; where your other acts are known they are a second pair, so that your own pace is seen."""
    if elsewhere is None or not len(elsewhere.at):
        return table(pair)
    used = elsewhere.at <= pair.until * DAY
    n = int(used.sum())
    return table(
        Pairs(
            pair=np.concatenate([pair.pair, np.ones(n, np.int64)]),
            at=np.concatenate([pair.at, elsewhere.at[used] / DAY]),
            side=np.concatenate([pair.side, np.where(elsewhere.mine[used], 0, 1)]).astype(np.int8),
            people=np.array([[0, 1], [0, 2]], np.int64),
            until=pair.until,
        )
    )


_OWN_PACE = ("my_rate", "my_rate_in", "my_trend", "my_trend_in")
_OWN_PEOPLE = ("my_people",)
"""`Elsewhere` does not say with whom, so this is always taken to be average."""


def _features(
    model: Hazard, have: Table, row: Int64Array, silence: FloatArray, typical: FloatArray, *, alone: bool
) -> FloatArray:
    """The model's features of your silences. Without your other chats, your pace is taken to be an average one."""
    you = np.zeros(len(row), np.int64)
    known = columns(have, row, silence, you, typical)
    for name, days in (("hawkes", _HAWKES_DAYS), ("hawkes_hours", 0.25), ("hawkes_week", 7.0)):
        known[name] = np.log(expected(HAWKES, hawkes_parts(have, row, silence, you, days)) + 1e-3)
    unknown = _OWN_PEOPLE + (_OWN_PACE if alone else ())
    known |= {name: np.full(len(row), model.mean[model.names.index(name)]) for name in unknown}
    known |= strangers(known)
    return np.stack([known[name] for name in model.names], axis=-1)


def own_record(acts: Acts, *, now: Moment, elsewhere: Elsewhere | None = None, domain: Domain | None = None) -> Own:
    """What became of the ten newest long silences of this pursuit; add those of others, newest first, up to ten in
    all.
    """
    pair = _pair(acts, now)
    if not len(pair):
        return Own()
    have = _with_others(pair, elsewhere)
    found = spells(have.seen, have.known, have.gaps)
    mine = np.flatnonzero(have.seen.pair[found.row] == 0)
    found = found.take(mine)
    # The last one, if still open, is the silence that is asked about.
    past: Spells = found.take(np.flatnonzero(found.by >= 0)[-LAST:])
    if not len(past):
        return Own()
    alone = elsewhere is None
    x = _features(COMEBACK, have, past.row, past.silence, past.typical, alone=alone)
    began = have.seen.at[past.row] + past.silence
    before = own_usual(x, np.zeros(len(past), np.int64), began)
    total = cumulative(COMEBACK, x, before) * np.exp(_domain(COMEBACK_SHIFT, domain))
    weight = faded_by(pair.until - began)
    came = (past.by == Side.THEM) & (past.waited <= float(COMEBACK.edges[-1]))
    expected = after(COMEBACK.edges, total, past.waited)
    return Own(len(past), float(weight @ came), float(weight @ expected), tuple(x.sum(axis=0).tolist()))


def _domain(shifts: dict[str, float], domain: Domain | None) -> float:
    return shifts[domain] if domain else 0.0


def comeback(
    acts: Acts,
    *,
    now: Moment,
    domain: Domain | None = None,
    elsewhere: Elsewhere | None = None,
    own: Own | None = None,
    horizons: tuple[float, ...] = HORIZONS,
) -> Outlook:
    """Will they write first within 7, 30, 90 days from now if you stay silent?

    `own` is your record over all pursuits; without it, this pursuit's own past is used. The range is the middle with
    the
    hazard taken up and down by how far data sets and people lay apart, less so the more of your own record there is.
    """
    pair = _pair(acts, now)
    written = np.bincount(pair.side, minlength=2)
    if len(pair) == 0 or written.min() < ENOUGH_WRITTEN:
        return Outlook("too_little")
    have = _with_others(pair, elsewhere)
    last = np.array([len(pair) - 1])
    silence = np.array([pair.until - pair.at[-1]])
    if have.known.conversations[last[0]] < ENOUGH_CONVERSATIONS:
        return Outlook("too_little", float(silence[0]))
    typical = typical_gap(have.gaps, last)
    if silence[0] < max(LATE * typical[0], 2.0):
        return Outlook("not_late", float(silence[0]), float(typical[0]))
    record = own_record(acts, now=now, elsewhere=elsewhere, domain=domain) if own is None else own
    x = _features(COMEBACK, have, last, silence, typical, alone=elsewhere is None)
    total = cumulative(COMEBACK, x, record.usual)
    level = np.exp(_domain(COMEBACK_SHIFT, domain))
    apart = APART if domain else APART_ANYWHERE
    spread = np.exp(_Z80 * apart * np.sqrt(TRUST / (TRUST + record.expected)))
    usual = USUAL_COMEBACK.get(domain) if domain else None
    ranges = []
    for days in horizons:
        prior = after(COMEBACK.edges, total, float(days)) * level
        middle = float(record.chance(prior)[0])
        grown = float(prior[0]) * record.shift
        low, high = (float(1 - np.exp(-grown * factor)) for factor in (1 / spread, spread))
        known = usual[HORIZONS.index(int(days))] if usual and days in HORIZONS else None
        ranges.append(Range(days, middle, min(low, middle), high, known))
    return Outlook("ok", float(silence[0]), float(typical[0]), tuple(ranges), record.n)


def reply(
    acts: Acts,
    *,
    now: Moment,
    within: tuple[float, ...] = REPLY_WITHIN,
    domain: Domain | None = None,
    elsewhere: Elsewhere | None = None,
) -> tuple[Range, ...]:
    """Will they answer your last message within so many days from now? Empty if the last word was not yours.

    The forecast is made for the moment you wrote; what has been waited since is taken off: given no answer yet,
    P = 1 - exp(-(L(waited + days) - L(waited))).
    """
    pair = _pair(acts, now)
    if not len(pair) or pair.side[-1] != Side.YOU:
        return ()
    waited = pair.until - float(pair.at[-1])
    if waited + min(within) > float(REPLY.edges[-1]):
        return ()
    return _answers(pair, waited, within, domain, elsewhere)


def reply_if_you_write(
    acts: Acts,
    *,
    now: Moment,
    within: tuple[float, ...] = REPLY_WITHIN,
    domain: Domain | None = None,
    elsewhere: Elsewhere | None = None,
) -> tuple[Range, ...]:
    """Would they answer within so many days if you wrote now? Beside it the usual share, where the domain is known.

    Empty with fewer than five conversations or two acts of either side: then there is too little to say.
    """
    pair = _pair(acts, now)
    if not len(pair) or np.bincount(pair.side, minlength=2).min() < ENOUGH_WRITTEN:
        return ()
    if rows(pair).conversations[-1] < ENOUGH_CONVERSATIONS:
        return ()
    written = Pairs(
        pair=np.append(pair.pair, 0),
        at=np.append(pair.at, pair.until),
        side=np.append(pair.side, np.int8(Side.YOU)).astype(np.int8),
        people=pair.people,
        until=pair.until,
    )
    usual = dict(zip(REPLY_WITHIN, USUAL_REPLY[domain], strict=True)) if domain else {}
    found = _answers(written, 0.0, within, domain, elsewhere)
    return tuple(replace(one, usual=usual.get(one.days)) for one in found)


def _answers(
    pair: Pairs, waited: float, within: tuple[float, ...], domain: Domain | None, elsewhere: Elsewhere | None
) -> tuple[Range, ...]:
    """An answer to the pair's last act, yours, within so many days more than it has waited."""
    have = _with_others(pair, elsewhere)
    last = np.array([len(pair) - 1])
    typical = typical_gap(have.gaps, last)
    x = _features(REPLY, have, last, np.array([_BURST]), typical, alone=elsewhere is None)
    total = cumulative(REPLY, x)
    hazard = np.exp(_domain(REPLY_SHIFT, domain))
    spread = np.exp(_Z80 * APART)
    out = []
    for days in within:
        grown = float((after(REPLY.edges, total, waited + days) - after(REPLY.edges, total, waited))[0]) * hazard
        chance, low, high = (float(1 - np.exp(-grown * factor)) for factor in (1.0, 1 / spread, spread))
        out.append(Range(days, chance, low, high))
    return tuple(out)


def customer(
    purchases: FloatArray, *, now: float, horizons: tuple[float, ...] = HORIZONS, model: BgNbd = USUAL
) -> tuple[Range, ...]:
    """Will a customer buy again within so many days? `purchases`: days on which they bought (any order), `now`
    likewise. Beside it the usual share, where they are late for their own pace as those customers were.
    """
    days = np.unique(np.floor(purchases[purchases <= now]))
    if not len(days):
        return ()
    count = np.array([len(days) - 1.0])
    last, known = np.array([days[-1] - days[0]]), np.array([now - days[0]])
    gaps = np.diff(days)
    late = len(days) > 2 and now - days[-1] >= max(LONG * float(np.median(gaps)), LATE_CUSTOMER)
    spread = np.exp(_Z80 * APART)
    out = []
    for horizon in horizons:
        chance = float(any_purchase(model, count, last, known, horizon)[0])
        grown = -np.log(max(1 - chance, 1e-9))
        low, high = (float(1 - np.exp(-grown * factor)) for factor in (1 / spread, spread))
        out.append(Range(horizon, chance, low, high, USUAL_PURCHASE.get(horizon) if late else None))
    return tuple(out)
