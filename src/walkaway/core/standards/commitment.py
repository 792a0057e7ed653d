"""What each side has said and done in; the stage both have reached, and effort that runs ahead of it, out.

A stage counts when both sides have said it and both have done it: the lowest of the four is where things stand.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from walkaway.core.events import Side
from walkaway.core.measures import Measure
from walkaway.core.standards.standard import PursuitKind

Way = Literal["said", "done"]

LADDERS: dict[PursuitKind, tuple[str, ...]] = {
    PursuitKind.CLIENT: ("talking", "scoped", "agreed", "signed", "paid"),
    PursuitKind.DEAL: ("talking", "terms", "agreed", "signed", "closed"),
    PursuitKind.JOB: ("talking", "interviewed", "offered", "signed", "started"),
    PursuitKind.INVESTOR: ("talking", "looking", "terms", "signed", "funded"),
    PursuitKind.PARTNER: ("talking", "dating", "exclusive", "shared", "promised"),
    PursuitKind.FRIEND: ("talking", "meeting", "counting_on", "close"),
}
"""Rungs by kind, lowest first. Nothing said or done yet stands below the first."""

BINDS: dict[PursuitKind, str] = {
    PursuitKind.CLIENT: "signed",
    PursuitKind.DEAL: "signed",
    PursuitKind.JOB: "signed",
    PursuitKind.INVESTOR: "signed",
    PursuitKind.PARTNER: "exclusive",
    PursuitKind.FRIEND: "counting_on",
}
"""The first rung on which both are bound. Below it you are free, and so are they."""

EVEN = 50.0
CARRIED = 60.0
"""Your share of the effort from which you carry it, as in the balance."""


@dataclass(frozen=True, slots=True)
class Standing:
    """The highest rung one side has put into words, and into acts; None where nothing yet."""

    said: str | None
    done: str | None


@dataclass(frozen=True, slots=True)
class Stage:
    """The rung that both have said and done, None below the first; `bound`: it is one that binds.

    `waits_for` names what keeps it from the next rung, whose words or acts; empty at the top.
    `ahead` counts the rungs by which your own words or acts stand above it, whichever is higher.
    """

    kind: PursuitKind
    rung: str | None
    bound: bool
    waits_for: tuple[tuple[Side, Way], ...]
    ahead: int


@dataclass(frozen=True, slots=True)
class EffortAhead:
    """Your effort beyond an even share, in points of 100, and whether the stage backs it.

    ahead: you carry it and nothing binds yet; backed: both are bound, so the balance alone speaks; level: not beyond
    an even share so far; open: the interval is too wide to say.
    """

    points: Measure
    reading: Literal["ahead", "backed", "level", "open"]


def stage(kind: PursuitKind, you: Standing, them: Standing) -> Stage:
    """Where things stand between you: the lowest of what both have said and done."""
    ladder = LADDERS[kind]
    ways: tuple[Way, Way] = ("said", "done")
    places = {
        (side, way): _place(ladder, getattr(standing, way))
        for side, standing in ((Side.YOU, you), (Side.THEM, them))
        for way in ways
    }
    lowest = min(places.values())
    top = lowest == len(ladder) - 1
    return Stage(
        kind,
        rung=ladder[lowest] if lowest >= 0 else None,
        bound=lowest >= ladder.index(BINDS[kind]),
        waits_for=() if top else tuple(who for who, place in places.items() if place == lowest),
        ahead=max(places[Side.YOU, way] for way in ways) - lowest,
    )


def effort_ahead(at: Stage, their_share: Measure) -> EffortAhead:
    """Your part of the effort (100 less theirs, as the balance measures it) against the stage."""
    points = Measure(
        100 - their_share.value - EVEN, 100 - their_share.high - EVEN, 100 - their_share.low - EVEN, their_share.n
    )
    beyond = CARRIED - EVEN
    if at.bound:
        return EffortAhead(points, "backed")
    if points.low > beyond:
        return EffortAhead(points, "ahead")
    return EffortAhead(points, "level" if points.high <= beyond else "open")


def _place(ladder: tuple[str, ...], rung: str | None) -> int:
    if rung is None:
        return -1
    if rung not in ladder:
        raise ValueError(f"{rung} is not a rung here; there are {', '.join(ladder)}")
    return ladder.index(rung)
