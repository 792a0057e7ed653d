"""A talk, its log and what is known around it in; what holds in any talk, over a price or over packages, out.

That is: the signals of settling (method, M8), each seen, not seen or not to be told; what changed in their numbers
after you walked, and your own record of walking; and whether there is an alternative that one may speak of.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Literal

from walkaway.app.own_talk import OwnTalk
from walkaway.core.events import DAY
from walkaway.core.offers.concession import Said
from walkaway.core.offers.signals import (
    LEAST_CONTACTS,
    Notice,
    Noticed,
    below,
    only_around_asks,
    scope_without_price,
    yours_alone,
)
from walkaway.core.offers.walked import SinceWalk, Walk, WalkRecord, since_walk, walk_record

Alternative = Literal["offer", "something", "gone", "nothing", "not_free"]
"""What one may truly speak of: an offer that came, something else, what is gone by now, nothing; or one is not free."""


@dataclass(frozen=True, slots=True)
class Signal:
    """One that was looked for. `told`: whether it could be told at all; `seen` is what was seen, if anything."""

    name: Noticed
    told: bool
    seen: Notice | None = None


@dataclass(frozen=True, slots=True)
class Beside:
    """What holds in any talk. `spoken_of` is the day of the offer that came, or on which the fallback is gone (us)."""

    signals: tuple[Signal, ...]
    since: SinceWalk | None
    record: WalkRecord | None
    alternative: Alternative
    spoken_of: int | None

    @property
    def notices(self) -> tuple[Notice, ...]:
        return tuple(signal.seen for signal in self.signals if signal.seen is not None)


def signals(talk: OwnTalk, log: Sequence[Said], line: float, contacts: Sequence[float] | None) -> tuple[Signal, ...]:
    """Each signal; `contacts` are the days on which they got in touch, None where nobody knows."""
    found = {notice.name: notice for notice in below(log, selling=talk.selling, line=line, market=talk.market)}
    theirs = any(said.by == "them" for said in log)
    asks = [day / DAY for day in talk.wanted]
    worked = [(said.scope, said.number) for said in talk.by_day if said.by == "them" and said.scope is not None]
    grown = scope_without_price([s for s, _ in worked], [price for _, price in worked], selling=talk.selling)
    around = None if contacts is None else only_around_asks(contacts, asks)
    enough = contacts is not None and len(contacts) >= LEAST_CONTACTS and bool(asks)
    found_in_any = (
        Signal("below_line", theirs, found.get("below_line")),
        Signal("yours_alone", sum(s.by == "you" for s in log) > 1, yours_alone(log, selling=talk.selling)),
        Signal("only_around_asks", enough, around),
    )
    if talk.issues:  # a market range and a price for the work belong to a talk over a price
        return found_in_any
    return (
        *found_in_any,
        Signal("below_market", theirs and talk.market is not None, found.get("below_market")),
        Signal("scope_without_price", len(worked) > 1, grown),
    )


def beside(
    seen: tuple[Signal, ...], log: Sequence[Said], talk: OwnTalk, today: int, elsewhere: Sequence[Walk] = ()
) -> Beside:
    """All of it, as of the local day `today` (us); `elsewhere` are times you walked in other talks."""
    last = talk.walked[-1] if talk.walked else None
    day = None if last is None or last.on is None else last.on / DAY
    alternative, spoken_of = _alternative(talk, today)
    return Beside(
        seen,
        None if last is None else since_walk(log, last, day, selling=talk.selling),
        walk_record([*talk.all_walks, *elsewhere], points=bool(talk.issues)),
        alternative,
        spoken_of,
    )


def _alternative(talk: OwnTalk, today: int) -> tuple[Alternative, int | None]:
    if talk.voluntary is False or (talk.voluntary is None and talk.breaks_off > 0):
        return "not_free", None
    came = max((one.on for one in talk.came if one.is_open(today)), default=None)
    if came is not None:
        return "offer", came
    if talk.expires is not None and talk.expires < today:
        return "gone", talk.expires
    return ("something", None) if talk.fallback else ("nothing", None)
