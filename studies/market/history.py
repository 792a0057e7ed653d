"""What each player has seen of the pair it is in: two columns of moves a round in, running summaries out.

Columns are boolean or integer arrays of one shape; True is cooperate. Everything here a player could write down.
"""

from __future__ import annotations

from dataclasses import dataclass, fields
from typing import Any

import numpy as np

from walkaway.core.events import BoolArray, Int64Array

MEMORY = 10
_KEPT = (1 << MEMORY) - 1


@dataclass(slots=True, eq=False)
class History:
    """Of the pair one is in: `rounds` played; own and the other's last move; the other's defections.

    `defections` counts them, `recent` has the last ten rounds as bits (newest lowest, 1 = defected), `opening` the
    first three in the same way (first highest). `good` and `their_good` say who is in good standing: who defected on
    one in good standing is not, until the next cooperation (Boerlijst, Nowak & Sigmund 1997).
    """

    rounds: Int64Array
    mine: BoolArray
    theirs: BoolArray
    defections: Int64Array
    recent: Int64Array
    opening: Int64Array
    good: BoolArray
    their_good: BoolArray

    @classmethod
    def blank(cls, shape: tuple[int, ...]) -> History:
        def zero() -> Int64Array:
            return np.zeros(shape, np.int64)

        def yes() -> BoolArray:
            return np.ones(shape, np.bool_)

        return cls(zero(), yes(), yes(), zero(), zero(), zero(), yes(), yes())

    def forget(self, who: BoolArray) -> None:
        """A new pair for these players: as if nothing had been seen."""
        for count in (self.rounds, self.defections, self.recent, self.opening):
            count[who] = 0
        for flag in (self.mine, self.theirs, self.good, self.their_good):
            flag[who] = True

    def record(self, mine: BoolArray, theirs: BoolArray) -> None:
        """One round more, of everyone (those who are alone forget it when they meet somebody)."""
        justified, theirs_justified = self.good & ~self.their_good, self.their_good & ~self.good
        self.good, self.their_good = mine | justified, theirs | theirs_justified
        defected = ~theirs
        self.recent = ((self.recent << 1) | defected) & _KEPT
        self.opening = np.where(self.rounds < 3, (self.opening << 1) | defected, self.opening)
        self.defections = self.defections + defected
        self.mine, self.theirs = mine, theirs
        self.rounds = self.rounds + 1

    def of(self, strategy: int) -> History:
        """The columns (markets, strategies, rules) of one strategy, as views."""
        return self._some((slice(None), strategy))

    def with_rule(self, rule: int) -> History:
        """The columns of one exit rule, as views."""
        return self._some((..., rule))

    def _some(self, place: tuple[Any, ...]) -> History:
        return History(*(getattr(self, f.name)[place] for f in fields(self)))
