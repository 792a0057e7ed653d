"""What a person says of a talk in; the talk with it, out. The pursuit keeps it."""

from __future__ import annotations

from dataclasses import replace
from typing import Literal

from walkaway.app.errors import UsageError
from walkaway.app.own_talk import Came, OwnNumber, OwnTalk
from walkaway.core.events import DAY
from walkaway.core.offers.signals import Walked

Act = Literal["them", "you", "came", "walked", "back"]
"""They said it, you said it, it came from elsewhere, you walked at it, they came back with it."""


def noted(talk: OwnTalk, act: Act, number: float, on: int) -> OwnTalk:
    """A number more, on a local day (us). Raises UsageError."""
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


def came_back(walked: Walked, number: float, on: int) -> Walked:
    """They came back with this number on a local day (us)."""
    days = None if walked.on is None or on < walked.on else (on - walked.on) / DAY
    return replace(walked, back_after=days, back_with=number)


def undone(talk: OwnTalk, what: Literal["said", "came", "walked"]) -> OwnTalk:
    """The last of these taken back."""
    match what:
        case "said":
            return replace(talk, said=talk.said[:-1])
        case "came":
            return replace(talk, came=talk.came[:-1])
        case "walked":
            return replace(talk, walked=talk.walked[:-1])


def anew(talk: OwnTalk) -> OwnTalk:
    """A new talk. Which side one is on stays, and one's own record of walking."""
    if talk.issues:
        return OwnTalk(currency=talk.currency, earlier=talk.all_walks)
    return OwnTalk(selling=talk.selling, currency=talk.currency, walked=talk.walked, earlier=talk.earlier)
