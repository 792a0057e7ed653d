"""What a person has outside a talk in; the same as it lives, a week as its period, out.

What lies on the table is worth its own number, as long as it is there. Offers that may come yet are counted on with
care: one offer says what such offers bring, and next to nothing of how often they come. So a line above the best that
is in hand needs several of them, on several days.
"""

from __future__ import annotations

import math
from dataclasses import replace

from walkaway.app.own_talk import OPEN, OwnTalk
from walkaway.core.events import DAY
from walkaway.core.options.live import Arrivals, Outside, Spread

_WEEK = 7 * DAY
_CAME, _WEEKS = 0.5, 13.0
"""How often offers come before any was counted: half a one (Jeffreys) in a quarter of a year. An assumption."""
_SPREAD = 0.15
"""How far offers for the same thing lie apart (of ln worth) before two of them were seen. An assumption."""
_AS_IF_SEEN = 2.0
"""How much that counts: as much as twice so many offers."""
_WIDEST = 0.5
"""However far apart they lay, the next ones are not taken to spread wider: a slip of the pen makes no market."""
_WAITING = 0.99
"""What a week later is worth beside now. An assumption."""


def outside(talk: OwnTalk, today: int) -> Outside:
    """What leaving is worth on this local day (us), as gain.

    Offers are learned from for one who sells. For one who buys they count while they are there: prices one would pay
    are no worths to draw a log-normal from.
    """
    now, expires, then = _in_hand(talk, today)
    voluntary = talk.breaks_off == 0 if talk.voluntary is None else talk.voluntary
    here = Outside(now, expires=expires, then=then, voluntary=voluntary, breaks_off=talk.breaks_off)
    if not talk.selling or not talk.came:
        return here
    return replace(here, arrivals=_how_often(talk, today), offers=_how_much(talk), discount=_WAITING)


def _in_hand(talk: OwnTalk, today: int) -> tuple[float, int | None, float]:
    """The best that can be taken now, in how many weeks it is gone (None: it stays), and the best left then."""
    sign = 1 if talk.selling else -1
    there = [(sign * came.number, _weeks(came.on + OPEN, today)) for came in talk.came if came.is_open(today)]
    ends = None if talk.expires is None or not talk.selling else max(0, math.ceil((talk.expires - today) / _WEEK))
    if ends != 0:
        there.append((sign * (talk.fallback or 0.0), math.inf if ends is None else float(ends)))
    if not there:
        return 0.0, None, 0.0
    best, gone = max(there)
    then = max((worth for worth, until in there if until > gone), default=0.0)
    return best, None if gone == math.inf else int(gone), then


def _weeks(until: int, today: int) -> float:
    return float(max(1, math.ceil((until - today) / _WEEK)))


def _how_often(talk: OwnTalk, today: int) -> Arrivals:
    """Counted are those that came after the first day of which anything is known: that day was not chosen by chance.

    The rate is the one that is as likely passed as missed: a mean over rates would count a market that never brings
    anything as half of one that does. Median of a Gamma: Wilson & Hilferty (1931).
    """
    first = min(*(one.on for one in talk.came), *(s.on for s in talk.said), *(p.on for p in talk.packages), today)
    counted = _CAME + sum(came.on > first for came in talk.came)
    weeks = _WEEKS + max(0, today - first) / _WEEK
    return Arrivals(counted * (1 - 1 / (9 * counted)) ** 3, weeks)


def _how_much(talk: OwnTalk) -> Spread:
    logs = [max(came.number, 1e-9) for came in talk.came]
    spread = Spread(math.log(logs[0]), 1.0, _AS_IF_SEEN, _AS_IF_SEEN * _SPREAD**2)
    for worth in logs[1:]:
        spread = spread.after(worth)
    return replace(spread, scale=min(spread.scale, spread.shape * _WIDEST**2))
