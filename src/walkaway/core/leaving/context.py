"""What a draft answers to: a pursuit's own acts and words in, or typed in; the context of the next message, out."""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass

import numpy as np

from walkaway.core.events import HOUR, Acts, Side
from walkaway.core.leaving.prices import prices

_LOOK_BACK = 40
"""How many of my own messages are looked through for my last price; only these texts are read at all."""

PRICE_ASK = re.compile(
    (
        r"\b(?:discount|cheaper|lower|less|reduc\w+|come down|go down|knock|better (?:price|deal|rate|offer)|best "
        r"(?:price|offer|you can)|do better|"
        r"too (?:expensive|high|much|pricey|steep|rich)|expensive|pricey|steep|over (?:our|my|the) budget|out of "
        r"(?:our|my) (?:budget|range|price range)|"
        r"(?:our|my|the|tight|limited|small) budget|can't afford|cannot afford|afford|negotia\w+|room (?:on|in) "
        r"(?:the )?price|wiggle room|flexib\w+ on|"
        r"any movement|last price|final price|match (?:that|this|their|the|a)|half (?:of )?(?:that|the price)|throw "
        r"in|for free|% off|"
        r"what(?:'s| is) your (?:lowest|bottom)|would you (?:take|accept|do it for)|can you do (?:it )?(?:for )?[$€£]?"
        r"\d|how about [$€£]?\d)\b"
    ),
    re.IGNORECASE,
)
"""Words by which somebody asks for a lower price."""


@dataclass(frozen=True, slots=True)
class Context:
    """What went before a draft. None: not known, which is never taken for a no.

    `their_last` is the text of their last message. `unanswered_before` counts my messages since then, and
    `hours_since_my_last` how long the last of them is ago. `settled_no_before`: they have said no, and it stood.
    """

    their_last: str | None = None
    unanswered_before: int = 0
    hours_since_my_last: float | None = None
    they_asked_lower_price: bool = False
    settled_no_before: bool = False
    my_last_price: float | None = None

    @property
    def price_was_asked(self) -> bool:
        """Whether they asked for a lower price, as it was said or as their last words show."""
        return self.they_asked_lower_price or PRICE_ASK.search(self.their_last or "") is not None


def context_of(
    acts: Acts, text_of: Callable[[int], str], *, now: int, settled_no: Callable[[str], bool] | None = None
) -> Context:
    """The context of a message written at `now` (us, UTC), from what has passed between the two.

    `text_of` gives the words of the act at a place in `acts`; it is called for their last message and a few of mine.
    `settled_no` says of a text whether it is a no that stands.
    """
    before = acts.at <= now
    mine = np.flatnonzero(before & (acts.side == Side.YOU))
    theirs = np.flatnonzero(before & (acts.side == Side.THEM))
    last = int(theirs[-1]) if len(theirs) else None
    since = mine if last is None else mine[mine > last]
    their_last = None if last is None else text_of(last)
    return Context(
        their_last=their_last,
        unanswered_before=len(since),
        hours_since_my_last=float((now - acts.at[mine[-1]]) / HOUR) if len(mine) else None,
        they_asked_lower_price=PRICE_ASK.search(their_last or "") is not None,
        settled_no_before=bool(settled_no and their_last and settled_no(their_last)),
        my_last_price=_last_price([text_of(int(place)) for place in mine[: -_LOOK_BACK - 1 : -1]]),
    )


def _last_price(newest_first: list[str]) -> float | None:
    """The last amount of money in my own messages that was said with its currency, or as thousands."""
    for text in newest_first:
        named = [price for price in prices(text) if price.currency or price.value >= 100]
        if named:
            return named[-1].value
    return None
