"""Income, time or contact by source in; how much hangs on the largest, and what is left if it goes, out."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

import numpy as np


@dataclass(frozen=True, slots=True)
class Concentration:
    """How much hangs on one: `herfindahl` from 1/n (spread evenly over n) to 1 (all on one).

    `largest` is the name of the largest and `share` its part of the whole; `left` is what remains if it goes, in the
    unit that came in.
    """

    herfindahl: float
    largest: str
    share: float
    left: float

    @property
    def as_many_as(self) -> float:
        """An even spread over so many would be as concentrated: 1 / herfindahl."""
        return 1 / self.herfindahl


def concentration(amounts: Mapping[str, float]) -> Concentration | None:
    """How much of a whole hangs on its largest part: sum of squared shares (Herfindahl 1950; Hirschman 1945).

    `amounts` in one unit: income, hours, or contacts with each. None where there is nothing to share.
    """
    size = np.array(list(amounts.values()), np.float64)
    if not (np.isfinite(size) & (size >= 0)).all():
        raise ValueError("amounts are not below 0")
    if not size.sum() > 0:
        return None
    share = size / size.sum()
    largest = min(amounts, key=lambda name: (-amounts[name], name))
    left = sum(sorted(value for name, value in amounts.items() if name != largest))
    return Concentration(float(np.sort(share**2).sum()), largest, float(share.max()), float(left))


def concentrations(amounts: Mapping[str, Mapping[str, float]]) -> dict[str, Concentration]:
    """The same for several wholes by name (income, time, contact), without those that are empty."""
    found = {name: concentration(parts) for name, parts in amounts.items()}
    return {name: of for name, of in found.items() if of is not None}
