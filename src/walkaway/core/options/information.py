"""What an answer is worth before one asks: the belief, the fallback and how telling a yes is in, the value out."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Asking:
    """The belief after each answer, what knowing for sure (`perfect`) and what the answer (`answer`) would be worth.

    `net` is the answer less the cost of asking; `ask` says whether that is more than rounding. 0 <= answer <= perfect.
    """

    if_yes: float
    if_no: float
    perfect: float
    answer: float
    net: float
    ask: bool


def value_of_asking(engaged: float, outside: float, *, cost: float, yes_if_engaged: float, yes_if_not: float) -> Asking:
    """One decision: staying pays 1 if they are engaged (chance `engaged`) and 0 if not; leaving pays `outside`.

    EVPI and EVSI of Raiffa & Schlaifer (1961) and Howard (1966). An answer that cannot come leaves the belief as it is.
    """
    yes = engaged * yes_if_engaged + (1 - engaged) * yes_if_not
    if_yes = engaged * yes_if_engaged / yes if yes > 0 else engaged
    if_no = engaged * (1 - yes_if_engaged) / (1 - yes) if yes < 1 else engaged
    now = max(engaged, outside)
    perfect = engaged * max(1.0, outside) + (1 - engaged) * max(0.0, outside) - now
    answer = yes * max(if_yes, outside) + (1 - yes) * max(if_no, outside) - now
    return Asking(if_yes, if_no, perfect, answer, answer - cost, answer - cost > 1e-12)
