"""Offers that keep coming and cannot be called back: income while looking and the spread of offers in, your limit out.

McCall (1970), Quarterly Journal of Economics 84.
"""

from __future__ import annotations

from dataclasses import dataclass

from walkaway.core.options.distributions import Worth, level


@dataclass(frozen=True, slots=True)
class Looking:
    """`reservation`: take any offer of at least this much a period. `value`: what being still looking is worth."""

    reservation: float
    value: float


def looking(offers: Worth, *, income: float, discount: float, separation: float = 0.0) -> Looking:
    """One offer a period, `income` per period until one is taken, which then ends with chance `separation` a period.

    U = c + b E max(J(w), U) and J(w) = w + b ((1 - a) J(w) + a U), with c = `income`, b = `discount` per period,
    a = `separation`. Then J(w) - U = (w - (1 - b) U) / (1 - b (1 - a)), so the limit r = (1 - b) U solves
    r = c + b / (1 - b (1 - a)) M(r): the same kind of crossing as an index.
    """
    if not (0 < discount < 1 and 0 <= separation <= 1):
        raise ValueError("The discount lies strictly between 0 and 1, the chance that it ends between 0 and 1.")
    kept = discount / (1 - discount * (1 - separation))
    limit = level(offers, gain=kept, slope=1.0, cost=-income)
    return Looking(limit, limit / (1 - discount))
