"""A talk over packages in; the move, the packages to offer side by side, and how both sides stand, out.

The same judgement as over a price, with what a package is worth to you (0 to 1) in the place of the price, and with a
guess, from what they offered, of what they like.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from typing import get_args

import numpy as np

from walkaway.core.events import FloatArray
from walkaway.core.offers.advise import Advice, Move, Talk, advise, chances
from walkaway.core.offers.concession import By, Said
from walkaway.core.offers.packages import WITHIN, equivalent
from walkaway.core.offers.space import Space
from walkaway.core.offers.taste import Taste
from walkaway.core.offers.zopa import HIGHEST, LOWEST, reservation
from walkaway.core.options.distributions import Discrete
from walkaway.core.options.live import Outside

_LIMITS = 33
_BLUR = 0.1
_SOME = 0.05
SURE = 0.55
"""How sure a yes is said to be: its log odds count so much. Fitted on made-up other sides of nine kinds, three of them
unlike any family here (bench/package_yes.py), where both guesses were too sure at either end."""
SUREST = 0.005
"""What was said to be out of the question was taken 7 times in 100 there, as this tempered says."""
_ALIKE = (WITHIN, 2 * WITHIN, 4 * WITHIN)
"""Where values are few, nothing may lie as close as one would like; two packages side by side say more than one."""


@dataclass(frozen=True, slots=True)
class Offered:
    """A package (its row) said by one side."""

    by: By
    package: int

    def __post_init__(self) -> None:
        if self.by not in get_args(By):
            raise ValueError(f"A package is said by you or them, not by {self.by!r}.")


@dataclass(frozen=True, slots=True)
class PackageAdvice:
    """`advice` with worths in the place of prices; `offers` are equivalent packages to put side by side, best first.

    `zone` also counts what they asked for; `theirs` is what each package seems worth to them, a guess. `chances` that
    they would take it are the smaller of two guesses, from how they moved and from what it seems worth to them, said
    less surely (`SURE`): few packages make either one too sure. `talk` is the same talk over worths.
    """

    advice: Advice
    offers: tuple[int, ...]
    zone: float
    theirs: FloatArray
    chances: FloatArray
    talk: Talk


def advise_packages(
    packages: Space, mine: FloatArray, log: Sequence[Offered], outside: Outside, *, left: int = 6, count: int = 3
) -> PackageAdvice:
    """The move in a talk over packages; `outside` in units of the best package (0 to 1)."""
    taste = Taste(packages, mine)
    theirs = [said.package for said in log if said.by == "them"]
    total = max(1, len(theirs) + left)
    for k, package in enumerate(theirs):
        taste.see(package, k / total)
    worths = taste.worths
    times = (np.arange(len(theirs)) + 1) / total
    seen = reservation(times, worths[theirs], blur=_BLUR)
    numbers = tuple(Said(said.by, float(mine[said.package]), k) for k, said in enumerate(log))
    talk = Talk(numbers, outside, _limits(mine, worths), left=left)
    found = advise(talk)
    leaving = outside.value
    beyond = worths[mine >= leaving]
    zone = min(found.zone, seen.zone(float(beyond.max()))) if len(beyond) else 0.0
    yes = np.minimum(chances(talk, mine), seen.reach(worths))
    offers: tuple[int, ...] = ()
    if found.move is Move.COUNTER and found.number is not None:
        level = min(found.number, float(mine.max()))
        for within in _ALIKE:
            offers = equivalent(packages, mine, worths, level=level, floor=leaving, count=count, within=within)
            # Beside the one they would like most, what they would hardly take only takes up room.
            offers = (*offers[:1], *(p for p in offers[1:] if yes[p] >= _SOME))
            if len(offers) > 1:
                break
    if found.move is Move.COUNTER and not offers:
        found = replace(found, move=Move.ASK)
    return PackageAdvice(found, offers, zone, worths, tempered(yes), talk)


def tempered(chances: FloatArray, sure: float = SURE) -> FloatArray:
    """The chances with their log odds times `sure`. A guess is not surer than 1 in 200 to begin with."""
    odds = np.clip(chances, SUREST, 1 - SUREST)
    return np.asarray(odds**sure / (odds**sure + (1 - odds) ** sure))


def _limits(mine: FloatArray, theirs: FloatArray) -> Discrete:
    """The most they would give you, for outsides of theirs spread evenly: the best for you of what leaves them that."""
    at = np.linspace(LOWEST, HIGHEST, _LIMITS)
    order = np.argsort(-theirs, kind="stable")
    best = np.maximum.accumulate(mine[order])
    places = np.searchsorted(-theirs[order], -at, side="right") - 1
    most = best[np.maximum(places, 0)]
    return Discrete(tuple(most.tolist()), tuple([1 / _LIMITS] * _LIMITS))
