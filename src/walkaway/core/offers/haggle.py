"""A package they offer in, turn by turn; what to do with it (take it, offer another, leave) out.

For a talk over packages with a known number of rounds and no cost of time. Hold high, because most others concede by
the clock and late; find out early whether this one answers step for step, and then give step for step; come down in the
last rounds to what has been offered; take anything above the outside at the very end; leave once a zone is unlikely.
Nothing at or below the outside is offered or taken: the guard is one line, and everything said passes it.
"""

from __future__ import annotations

from dataclasses import dataclass
from enum import Enum

import numpy as np

from walkaway.core.events import BoolArray, FloatArray
from walkaway.core.offers.space import Space
from walkaway.core.offers.taste import Taste
from walkaway.core.offers.zopa import reservation


class Act(Enum):
    """What is done in a turn."""

    TAKE = "take"
    OFFER = "offer"
    LEAVE = "leave"


@dataclass(frozen=True, slots=True)
class Turn:
    """The act, and the package that is taken or offered (-1: none)."""

    act: Act
    package: int = -1


@dataclass(frozen=True, slots=True)
class Manner:
    """How a talk is led; all shares are of what lies between the outside and the best package.

    `hold` is the share still asked for before the last rounds, reached by the `late` power of time; `even` and
    `even_late` are the same against one who answers step for step. `steps` different offers, then `pause` times the
    same one, show which it is. In the last rounds it comes down to what they have offered, or to the outside: `down`
    says how far above that the offers then lie, the last one first. Between the shares of time `look` it leaves where a
    zone has less than the chance `leave` twice in a row.
    """

    hold: float = 0.9
    late: float = 20.0
    even: float = 0.2
    even_late: float = 1.0
    steps: int = 7
    pause: int = 4
    down: tuple[float, ...] = (0.0, 0.36, 0.57, 0.85)
    leave: float = 0.3
    look: tuple[float, float] = (0.3, 0.4)


DEFAULT = Manner()
"""Chosen on made-up scenarios (bench/negotiation, seeds 1, 5, 101, 8101 and 8102); figures on others in its README."""
_BLUR_ONE, _BLUR_MANY = 0.05, 0.1
"""How badly their worth of a package is known, with one issue and with several."""


class Haggler:
    """One talk. `outside` may be set anew at any time: from then on it is the floor."""

    def __init__(
        self, packages: Space, worths: FloatArray, outside: float, rounds: int, manner: Manner = DEFAULT
    ) -> None:
        self.worths = worths
        self.outside = outside
        self.rounds = rounds
        self.manner = manner
        self.taste = Taste(packages, worths)
        self.step_for_step = False
        self._best = float(worths.max())
        self._ranked = np.argsort(-worths, kind="stable")
        self._falling = -worths[self._ranked]
        self._offered: BoolArray = np.zeros(len(worths), np.bool_)
        self._theirs: list[int] = []
        self._seen: set[int] = set()
        self._had, self._had_in = float("-inf"), -1
        self._new: list[bool] = []
        self._asked = -1
        self._unlikely = 0

    def turn(self, k: int, offer: int | None, *, first: bool) -> Turn:
        """What to do in round `k`, from 0, after their `offer` (None: they have made none). `first`: you opened."""
        if offer is not None:
            self._note(k, offer)
            if self.worths[offer] > self.outside and self._takes(k, offer, first=first):
                return Turn(Act.TAKE, offer)
        if self._best <= self.outside or self._hopeless(k):
            return Turn(Act.LEAVE)
        return Turn(Act.OFFER, self._say(k, first=first))

    def zone(self) -> float:
        """The chance that they would take anything that beats the outside."""
        worths = self.taste.worths
        reach = float(worths[self.worths > self.outside].max(initial=0.0))
        if not self._theirs:
            return reservation([], []).zone(reach)
        times = (np.arange(len(self._theirs)) + 1) / self.rounds
        one = len(self.taste.packages.sizes) == 1
        seen = reservation(times, worths[self._theirs], blur=_BLUR_ONE if one else _BLUR_MANY)
        return seen.zone(reach)

    def _note(self, k: int, offer: int) -> None:
        self._new.append(offer not in self._seen)
        self._seen.add(offer)
        self._theirs.append(offer)
        if self.worths[offer] > self._had:
            self._had, self._had_in = float(self.worths[offer]), offer
        self.taste.see(offer, k / self.rounds)
        if k == self.manner.steps + self.manner.pause:
            # New with each new one of ours, and nothing new while we said the same: step for step (MiCRO).
            moved = self._new[1 : self.manner.steps - 1]
            stood = self._new[len(self._new) - self.manner.pause + 1 :]
            self.step_for_step = bool(moved) and all(moved) and not any(stood)

    def _takes(self, k: int, offer: int, *, first: bool) -> bool:
        if k >= self.rounds - 1 and not first:  # nothing said now would be answered any more
            return True
        following = min(k + 1, self.rounds - 1)
        left = self._left(following, first=first)
        worth, curve, floor = float(self.worths[offer]), self._curve(following), self._floor()
        if left >= len(self.manner.down):
            return worth >= max(curve, self._had)
        return worth >= floor + (curve - floor) * max(left, 0) / len(self.manner.down)

    def _left(self, k: int, *, first: bool) -> int:
        """Further offers that will be answered after that of round k."""
        return self.rounds - 1 - k - (0 if first else 1)

    def _curve(self, k: int) -> float:
        """What is asked for before the last rounds, however little they have offered."""
        manner, span = self.manner, self._best - self.outside
        hold, late = (manner.even, manner.even_late) if self.step_for_step else (manner.hold, manner.late)
        return float(self._best - (1 - hold) * span * (k / max(1, self.rounds - 1)) ** late)

    def _floor(self) -> float:
        """What can still be had by saying what they have offered."""
        manner, span = self.manner, self._best - self.outside
        hold = manner.even if self.step_for_step else manner.hold
        return float(max(self.outside, min(self._had, self.outside + hold * span)))

    def _aim(self, k: int, *, first: bool) -> float:
        """What is asked for in round k: the worth of the next offer."""
        left, curve, floor = self._left(k, first=first), self._curve(k), self._floor()
        if left >= len(self.manner.down):
            return max(curve, self._had, self.outside)
        return floor + max(0.0, curve - floor) * self.manner.down[max(left, 0)]

    def _say(self, k: int, *, first: bool) -> int:
        manner = self.manner
        if k < manner.steps:
            self._asked = int(self._ranked[k % len(self._ranked)])
            if self.worths[self._asked] <= self.outside:
                self._asked = int(self._ranked[0])
        elif k >= manner.steps + manner.pause or self.worths[self._asked] <= self.outside:
            self._asked = self._best_for_them(self._aim(k, first=first))
        self._offered[self._asked] = True
        return self._asked

    def _best_for_them(self, aim: float) -> int:
        """Of what is worth at least `aim` to you, the package they seem to like most; a new one where there is one.

        If it is no more than they have offered, that is said back: what else they would take is a guess.
        """
        if self._had >= aim - 1e-12 and self._had > self.outside:
            return self._had_in
        # Sorted once, so what is worth enough is the front of the list.
        places = self._ranked[: np.searchsorted(self._falling, -max(aim - 1e-12, self.outside), side="right")]
        places = places[self.worths[places] > self.outside]
        fresh = places[~self._offered[places]]
        places = fresh if len(fresh) else places
        if not len(places):
            return int(self._ranked[0])
        liked = self.taste.worths[places] + 1e-3 * self.worths[places]
        return int(places[np.argmax(liked)])

    def _hopeless(self, k: int) -> bool:
        low, high = self.manner.look
        if not low * self.rounds <= k < high * self.rounds:
            return False
        self._unlikely = self._unlikely + 1 if self.zone() < self.manner.leave else 0
        return self._unlikely >= 2
