"""Acts and the day you left in; what they did since, in order, as acts and never as motives, out."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

import numpy as np

from walkaway.core.balance.contact import Contact
from walkaway.core.events import DAY, HOUR, Side

ActKind = Literal[
    "first_word",
    "wrote",
    "again_unanswered",
    "asked",
    "answered",
    "took_up",
    "kept_writing",
    "quiet_again",
    "you_wrote",
]
QUIET = 14
"""Days without a word of theirs that are told as quiet again (or three of their usual gaps, if that is longer)."""
STEADY_WEEKS = 3
"""Weeks in a row with a conversation opened by them that are told as keeping it up."""


@dataclass(frozen=True, slots=True)
class Since:
    """One thing that happened after you left: what, when (local us), days after you left, and how many acts it rests
    on.
    """

    what: ActKind
    local: int
    days: float
    n: int


def since_left(seen: Contact, left: int) -> tuple[Since, ...]:
    """What they did after `left` (local us), oldest first; your own first word is told too, because it ends the
    silence.

    `first_word`: they wrote first. `wrote`: their first word came after yours, on a day of which nothing else of
    theirs is told; what is counted from it starts there. `again_unanswered`: they wrote again before you answered.
    `asked`: their first question. `answered`: they answered you within the pair's own window. `took_up`: once you had
    written, they opened a conversation on another day. `kept_writing`: three weeks in a row with a conversation of
    theirs. `quiet_again`: no word of theirs for two weeks or three usual gaps, up to now.
    """
    acts = seen.acts
    after = acts.local > left
    theirs = np.flatnonzero(after & (acts.side == Side.THEM))
    yours = np.flatnonzero(after & (acts.side == Side.YOU))
    told: list[Since] = []

    def tell(what: ActKind, local: int, n: int) -> None:
        told.append(Since(what, int(local), float(local - left) / DAY, int(n)))

    if len(yours):
        tell("you_wrote", int(acts.local[yours[0]]), len(yours))
    if not len(theirs):
        return tuple(told)
    first = int(theirs[0])
    before_yours = theirs if not len(yours) else theirs[theirs < yours[0]]
    if len(before_yours):
        tell("first_word", int(acts.local[first]), 1)
        later = before_yours[acts.local[before_yours] // DAY > acts.local[first] // DAY]
        if len(later):
            days = len(np.unique(acts.local[later] // DAY))
            tell("again_unanswered", int(acts.local[later[0]]), days)
    asked = theirs[acts.asks[theirs]]
    if len(asked):
        tell("asked", int(acts.local[asked[0]]), len(asked))
    replies = seen.replies[Side.THEM]
    answered = np.flatnonzero((replies.local > left) & replies.answered)
    if len(answered):
        came = replies.local[answered[0]] + int(replies.waited[answered[0]] * HOUR)
        tell("answered", came, len(answered))
    told.extend(_openings(seen, left))
    came_first = int(acts.local[first])
    if not any(one.local // DAY == came_first // DAY and one.what != "you_wrote" for one in told):
        tell("wrote", came_first, 1)
    quiet = _quiet_since(seen, int(theirs[-1]))
    if quiet is not None:
        tell("quiet_again", quiet, 0)
    return tuple(sorted(told, key=lambda x: x.local))


def _openings(seen: Contact, left: int) -> list[Since]:
    """Their second opening on another day, once you had written; and the third of three weeks in a row with one."""
    opens = seen.initiation & (seen.turns.side == Side.THEM) & (seen.turns.local > left)
    local = seen.turns.local[opens]
    days = np.unique(local // DAY)
    yours = seen.acts.local[(seen.acts.side == Side.YOU) & (seen.acts.local > left)]
    out = []
    if len(days) >= 2 and len(yours):
        again = local[(local > yours[0]) & (local // DAY > days[0])]
        if len(again):
            out.append(Since("took_up", int(again[0]), float(again[0] - left) / DAY, len(days)))
    weeks = np.unique((days * DAY - left) // (7 * DAY))
    for k in range(len(weeks) - STEADY_WEEKS + 1):
        if weeks[k + STEADY_WEEKS - 1] - weeks[k] == STEADY_WEEKS - 1:
            end = int(left + (weeks[k + STEADY_WEEKS - 1] + 1) * 7 * DAY)
            out.append(
                Since("kept_writing", min(end, seen.now.local), (min(end, seen.now.local) - left) / DAY, len(days))
            )
            break
    return out


def _quiet_since(seen: Contact, last: int) -> int | None:
    """When their quiet began to be told, if they are quiet now."""
    days = seen.days[Side.THEM]
    gaps = np.diff(days)
    usual = float(np.median(gaps)) if len(gaps) >= 5 else 0.0
    limit = int(max(QUIET, np.ceil(3 * usual))) * DAY
    begins = int(seen.acts.local[last]) + limit
    return begins if begins <= seen.now.local else None
