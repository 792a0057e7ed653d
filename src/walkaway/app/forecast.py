"""A pursuit and its chat, or the days on which a customer bought, in; what may come of it, as ranges, out."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import Literal

import numpy as np

from walkaway.app.choose_chat import Chosen
from walkaway.app.errors import UsageError
from walkaway.app.heard import heard
from walkaway.app.leave import MAIL, state_of
from walkaway.app.pursuit import Pursuit
from walkaway.core.comeback.forecast import (
    Domain,
    Outlook,
    Range,
    comeback,
    customer,
    reply,
    reply_if_you_write,
)
from walkaway.core.events import DAY, Int64Array, Moment, acts
from walkaway.core.standards.standard import PursuitKind

State = Literal["open", "left", "group", "stop_contact", "support", "unanswered"]
LEAST_PURCHASES = 2


@dataclass(frozen=True, slots=True)
class Bought:
    """Will a customer buy again: on how many days they bought, the first and the last of them (local us), and the
    ranges; empty with fewer than two days.
    """

    days: int
    first: int
    last: int
    ranges: tuple[Range, ...]


@dataclass(frozen=True, slots=True)
class Forecast:
    """What may come of a pursuit, where `state` is open; else nothing is foretold, and the state says why.

    `waiting`: an answer to your last message, while that is new. `if_you_write`: an answer if you wrote now; none
    while one is waited for. Both are empty where there is too little to say. `outlook`: will they write first.
    `bought` instead of all three where days of purchases were handed over.
    """

    name: str
    kind: PursuitKind | None
    as_of: Moment
    state: State
    waiting: tuple[Range, ...] = ()
    if_you_write: tuple[Range, ...] = ()
    outlook: Outlook | None = None
    bought: Bought | None = None


def forecast(
    pursuit: Pursuit,
    chosen: Chosen | None,
    *,
    source: str,
    now: Moment,
    bought: Int64Array | None = None,
) -> Forecast:
    """Will they answer if you write, will they write first, or will they buy again?

    `chosen` is their chat, from an archive of `source`; `bought` are local days (us) of a client's purchases, and then
    of a chat no more counts than a wish for no more contact.
    The rule of safety is applied before anything is counted: under support, after a wish for no more contact (said or
    read) and before the question about fear is answered there is no forecast; after you left there is `walkaway leave`.
    Raises UsageError where there is nothing to go by.
    """
    said = heard(pursuit.answers, chosen, now=now.at)  # a wish to be let alone does not wait for the question
    state: State = state_of(replace(pursuit, answers=said))
    found = Forecast(pursuit.name, said.kind, now, state)
    if state != "open":
        return found
    if bought is not None:
        return replace(found, bought=_bought(pursuit, bought, now))
    if chosen is None:
        raise UsageError(
            f"There is no chat of {pursuit.name} to go by. Hand one over with walkaway add, or give a client's "
            "purchases: --purchases FILE."
        )
    if pursuit.left is not None and pursuit.left.on is not None:
        state = "left"
    elif chosen.group:
        state = "group"
    if state != "open":
        return replace(found, state=state)
    domain: Domain = "mail" if MAIL in source else "private"
    done = acts(chosen.chat.events, you=chosen.me, them=chosen.them)
    waiting = reply(done, now=now, domain=domain)
    return replace(
        found,
        waiting=waiting,
        if_you_write=() if waiting else reply_if_you_write(done, now=now, domain=domain),
        outlook=comeback(done, now=now, domain=domain),
    )


def _bought(pursuit: Pursuit, bought: Int64Array, now: Moment) -> Bought:
    if pursuit.answers.kind is not PursuitKind.CLIENT:
        raise UsageError("--purchases is for a client. If this is one, say --kind client.")
    days = np.unique(bought[bought <= now.local] // DAY)
    if not len(days):
        raise UsageError("There is no purchase up to that day. Give a table with a day in each row.")
    enough = len(days) >= LEAST_PURCHASES
    ranges = customer(days.astype(np.float64), now=now.local / DAY) if enough else ()
    return Bought(len(days), int(days[0]) * DAY, int(days[-1]) * DAY, ranges)
