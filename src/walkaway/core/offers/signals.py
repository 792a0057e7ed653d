"""The log of a talk, your line and their asks in; what is worth noticing (method, M8) out. Acts, never motives."""

from __future__ import annotations

import math
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Literal

from walkaway.core.measures import Measure
from walkaway.core.offers.concession import Said, concessions

Noticed = Literal["below_line", "below_market", "yours_alone", "only_around_asks", "scope_without_price"]
ALONE = 3
"""So many moves of yours in a row, with none of theirs between, are named."""
LEAST_CONTACTS = 6
_AROUND = 0.9


@dataclass(frozen=True, slots=True)
class Notice:
    """What was seen, its size, and how many acts it rests on."""

    name: Noticed
    value: float
    n: int


def below(
    log: Sequence[Said], *, selling: bool, line: float, market: tuple[float, float] | None = None
) -> list[Notice]:
    """Their last number is beyond your own line, or beyond the whole range you gave for the market."""
    theirs = [said.number for said in log if said.by == "them"]
    if not theirs:
        return []
    sign = 1 if selling else -1
    short = sign * (line - theirs[-1])
    found = [Notice("below_line", short, len(theirs))] if short > 0 else []
    if market is not None:
        worst = market[0] if selling else market[1]
        under = sign * (worst - theirs[-1])
        found += [Notice("below_market", under, len(theirs))] if under > 0 else []
    return found


def yours_alone(log: Sequence[Said], *, selling: bool) -> Notice | None:
    """You came towards them three times or more running, and nothing came back."""
    both = concessions(log, selling=selling)
    return Notice("yours_alone", both.you.moved, both.yours_alone) if both.yours_alone >= ALONE else None


def only_around_asks(contacts: Sequence[float], asks: Sequence[float], *, within: float = 2.0) -> Notice | None:
    """They get in touch (days) almost only around days on which they want something.

    Nine in ten of at least six contacts lie within `within` days of an ask, and the asks cover less than half the time.
    """
    if len(contacts) < LEAST_CONTACTS or not asks:
        return None
    near = sum(any(abs(day - ask) <= within for ask in asks) for day in contacts)
    span = max(contacts) - min(contacts)
    covered = min(1.0, len(asks) * 2 * within / span) if span > 0 else 1.0
    share = near / len(contacts)
    return Notice("only_around_asks", share, len(contacts)) if share >= _AROUND and covered < 0.5 else None


def scope_without_price(scope: Sequence[float], price: Sequence[float], *, selling: bool = True) -> Notice | None:
    """What is asked of you grew from one version to the next while the price did not follow.

    `scope` in any unit of work (hours, pieces), `price` in money, one of each per version. The value is by how much
    the price per unit of work has fallen, as a share.
    """
    if len(scope) != len(price) or len(scope) < 2 or min(scope[0], price[0]) <= 0 or scope[-1] <= 0:
        return None
    fell = 1 - (price[-1] / scope[-1]) / (price[0] / scope[0])
    grown = scope[-1] > scope[0] if selling else scope[-1] < scope[0]
    short = fell if selling else -fell
    return Notice("scope_without_price", short, len(scope)) if grown and short > 0.05 else None


@dataclass(frozen=True, slots=True)
class Walked:
    """A time you left over a price: the number you left at, and what came of it (both None: nothing, so far).

    `back_after` in days; `on` is the local day of it (us), None where it was not said.
    """

    at: float
    back_after: float | None = None
    back_with: float | None = None
    on: int | None = None


@dataclass(frozen=True, slots=True)
class OwnRecord:
    """Of the times you walked on a price: how many came back, after how long in the middle, and how often with more."""

    walked: int
    back: Measure
    days: float | None
    with_more: int


def own_record(walks: Sequence[Walked], *, selling: bool) -> OwnRecord | None:
    """Your own record; None before the first time. The share has a 90 % interval (normal on the logit)."""
    if not walks:
        return None
    back = [walk for walk in walks if walk.back_after is not None or walk.back_with is not None]
    n, k = len(walks), len(back)
    share = (k + 0.5) / (n + 1)
    width = 1.645 / math.sqrt((n + 1) * share * (1 - share))
    odds = math.log(share / (1 - share))
    low, high = (1 / (1 + math.exp(-x)) for x in (odds - width, odds + width))
    sign = 1 if selling else -1
    more = sum(1 for walk in back if walk.back_with is not None and sign * (walk.back_with - walk.at) > 0)
    days = sorted(walk.back_after for walk in back if walk.back_after is not None)
    return OwnRecord(
        n, Measure(k / n, min(low, k / n), max(high, k / n), n), days[len(days) // 2] if days else None, more
    )
