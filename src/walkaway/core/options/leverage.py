"""Who needs whom more: what each side has inside and outside in, whose say is greater out.

The side with less to lose by leaving has more say (Waller 1938, the principle of least interest). Yours you know;
theirs is read from acts and is an interval. Both are in one unit per week, each from its own side.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from walkaway.core.measures import Measure

Say = Literal["you", "them", "open"]


@dataclass(frozen=True, slots=True)
class Leverage:
    """What each side would lose by leaving, per week: inside minus outside; below 0 it would gain.

    `edge` is theirs minus yours: what they would lose beyond you. `say` is "open" while its interval holds 0.
    `free_to_go`: your outside beats your inside, the one case in which an alternative changes a bargain.
    """

    yours: float
    theirs: Measure
    edge: Measure
    say: Say
    free_to_go: bool


def leverage(inside: float, outside: float, theirs: Measure) -> Leverage:
    """Yours from `inside` and `outside`; `theirs` from `at_stake` or `shown_by_effort`."""
    yours = inside - outside
    edge = Measure(theirs.value - yours, theirs.low - yours, theirs.high - yours, theirs.n)
    say: Say = "you" if edge.low > 0 else "them" if edge.high < 0 else "open"
    return Leverage(yours, theirs, edge, say, outside > inside)


def at_stake(inside: Measure, outside: Measure) -> Measure:
    """Inside minus outside where both are only known as intervals.

    Ends against ends, as what they have outside may well go along with what they have inside.
    """
    low, high = inside.low - outside.high, inside.high - outside.low
    return Measure(inside.value - outside.value, low, high, inside.n + outside.n)


def shown_by_effort(share: Measure, effort: float) -> Measure:
    """What their effort says they would lose: nobody keeps paying more than a thing is worth to them.

    `share` is their share of the effort in percent (50 even), `effort` what a week costs you, so that they pay
    effort s / (100 - s). An assumption, as any reading of worth from acts is: say so where it is shown. Shares are
    held inside 1 to 99, beyond which the ratio says nothing.
    """

    def paid(percent: float) -> float:
        held = min(99.0, max(1.0, percent))
        return effort * held / (100 - held)

    return Measure(paid(share.value), paid(share.low), paid(share.high), share.n)
