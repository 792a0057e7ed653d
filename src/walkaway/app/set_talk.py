"""What a person says of a talk in; the talk with it, out. The pursuit keeps it."""

from __future__ import annotations

from dataclasses import replace
from typing import Literal, TypeVar

from walkaway.app.errors import UsageError
from walkaway.app.own_talk import Came, OwnNumber, OwnTalk
from walkaway.core.events import DAY
from walkaway.core.offers.signals import Walked

_T = TypeVar("_T")
_AT_ONCE = 2
"""So many numbers can be typed in one go: theirs and yours."""
Act = Literal["them", "you", "came", "walked", "back"]
"""They said it, you said it, it came from elsewhere, you walked at it, they came back with it."""


def noted(talk: OwnTalk, act: Act, number: float, on: int) -> OwnTalk:
    """A number more, on a local day (us). Raises UsageError."""
    a_price(number)
    match act:
        case "them" | "you":
            return replace(talk, said=(*talk.said, OwnNumber(act, number, on)))
        case "came":
            if number <= 0:
                raise UsageError("An offer from elsewhere is more than 0.")
            return replace(talk, came=(*talk.came, Came(number, on)))
        case "walked":
            return replace(talk, walked=(*talk.walked, Walked(number, on=on)))
        case "back":
            if not talk.walked:
                raise UsageError("First note the number at which you walked.")
            return replace(talk, walked=(*talk.walked[:-1], came_back(talk.walked[-1], number, on)))


def a_price(number: float) -> float:
    """A number as it is offered. Raises UsageError where it is below nothing: nobody offers that."""
    if number < 0:
        raise UsageError("A price is 0 or more. Give it without the minus.")
    return number


def a_past_day(on: int, today: int) -> int:
    """A day on which something was said, both local (us). Raises UsageError where it is still to come."""
    if on > today:
        raise UsageError("This day is still to come. Give the day on which it was said.")
    return on


def a_coming_day(expires: int | None, today: int, before: int | None) -> int | None:
    """A day on which something is gone, local (us). Raises UsageError where it passed, unless it was noted `before`."""
    if expires is not None and expires < today and expires != before:
        raise UsageError("This day is past. Give a day that is still to come, or 0 for what you have.")
    return expires


def came_back(walked: Walked, number: float, on: int) -> Walked:
    """They came back with this number on a local day (us)."""
    days = None if walked.on is None or on < walked.on else (on - walked.on) / DAY
    return replace(walked, back_after=days, back_with=number)


def said_once(before: OwnTalk, after: OwnTalk) -> OwnTalk:
    """The talk without what was said a second time: typed again, together with the answer to a question."""
    return replace(
        after,
        said=_once(before.said, after.said),
        came=_once(before.came, after.came),
        walked=_once(before.walked, after.walked),
        packages=_once(before.packages, after.packages),
    )


def _once(before: tuple[_T, ...], after: tuple[_T, ...]) -> tuple[_T, ...]:
    more = after[len(before) :]
    return after if not more else (*before, *(one for one in more if one not in before[-_AT_ONCE:]))


def undone(talk: OwnTalk, what: Literal["said", "came", "walked"]) -> OwnTalk:
    """The last of these taken back; of a talk over a price, in which it stands by day, the last by its day."""
    match what:
        case "said":
            last = talk.by_day[-1] if talk.said else None
            gone = max((k for k, one in enumerate(talk.said) if one == last), default=-1)
            return replace(talk, said=tuple(one for k, one in enumerate(talk.said) if k != gone))
        case "came":
            return replace(talk, came=talk.came[:-1])
        case "walked":
            return replace(talk, walked=talk.walked[:-1])


def anew(talk: OwnTalk) -> OwnTalk:
    """A new talk. Which side one is on stays, and one's own record of walking."""
    if talk.issues:
        return OwnTalk(currency=talk.currency, earlier=talk.all_walks)
    return OwnTalk(selling=talk.selling, currency=talk.currency, walked=talk.walked, earlier=talk.earlier)
