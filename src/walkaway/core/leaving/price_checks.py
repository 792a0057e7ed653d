"""A draft and its context in; where it lowers an own price, or gives more for it, unasked, or None, out."""

from __future__ import annotations

import re
from itertools import pairwise

from walkaway.core.leaving.context import Context
from walkaway.core.leaving.prices import Price, prices
from walkaway.core.leaving.seen import Patterns, Seen, first_of, plain

TRADE = re.compile(
    (
        r"\b(?:if|when|for|once|provided|as long as|in (?:return|exchange))\b[^.!?;]{0,40}\b(?:drop|cut|skip|leave "
        r"out|left out|remov\w+|reduc\w+ (?:the )?scope|fewer|smaller|without|order\w*|buy|book\w*|"
        r"you (?:\w+ )?take (?:two|three|four|both|all|more|\d+)|commit\w*|sign(?:ed)? (?:for|by|a)|(?:two|three|five|"
        r"ten|\d+)[- ](?:year|month)|up ?front|longer|whole (?:year|set)|in return|in exchange|prepa\w+|pay (?:in )?"
        r"(?:advance|cash))\b"
        r"|\bwithout (?:the|a|any)\b|\b(?:smaller|reduced|cut(?:ting)? (?:the|down the)?) ?scope\b|\bin (?:return|"
        r"exchange) for\b|\bfewer \w+"
    ),
    re.IGNORECASE,
)
_PUBLISHED = re.compile(
    (
        r"\b(?:price list|list prices?|published|standard (?:rates?|prices?|plans?)|tiers?|(?:annual|yearly|monthly|"
        r"basic|pro|starter|student|family|team) (?:plan|rate|price|package|subscription)|"
        r"early[- ]bird|(?:is|are) (?:always |already )?included)\b"
    ),
    re.IGNORECASE,
)
_NOT_MINE = re.compile(
    (
        r"\b(?:(?:other|another|better|second|their|his|her|an?|existing) (?:\w+ )?(?:offer|quote|bid|buyer)|(?:they|"
        r"others?|competitors?|someone|somebody|he|she) (?:\w+ )?(?:offered?|pays?|paid|charges?|quoted?)|"
        r"your (?:\w+ )?(?:offer|price|budget|quote|bid|number)|you (?:\w+ )?(?:offered|said|mentioned|proposed|"
        r"quoted|paid|owe)|deposit|down payment|up ?front|retainer|instal?ments?|invoice\w*|"
        r"paid|owe[ds]?|costs? (?:me|us|of)|expenses?|tax\w*|vat|shipping|postage|saves?|saving|bonus|revenue|sales|"
        r"mrr|worth|not|never|can't|cannot|won't|couldn't|wouldn't|don't|"
        r"more than|above|at least|no less than|minimum(?: of)?|instead of|rather than|down from|was|part of|first|"
        r"(?:first|second|third|last|next) (?:part|half|payment|rate|instal?ment|bit)|for the \w+)\W+(?:(?:of|at|for|"
        r"is|to|be|me|about|around|go|do|accept|take|was|the|come|down|below|under)\W+){0,4}$"
    ),
    re.IGNORECASE,
)
_NO_PRICE = re.compile(
    (
        r"^\W*(?:off\b|discount|deposit|up ?front|in (?:tax|expenses|revenue|sales)|users?|(?:is |was )?(?:not|too "
        r"low|no longer)|each\b|per (?:month for|extra)|(?:down|more|extra) payment|for (?:the |each |every )(?!whole|"
        r"lot|project|job|work|car|bike|sofa|flat|set))"
    ),
    re.IGNORECASE,
)
_DUE = re.compile(r"\bhalf (?:of\b|now\b)|\b(?:third|quarter) of the\b|\bdue (?:now|today|on|by|at)\b", re.IGNORECASE)
"""A part of the price that is to be paid, not a lower price."""
_SMALLEST_PART = 0.2
"""Under a fifth of my last price, an amount is a part or another thing."""


_DIGITS = re.compile(r"\d(?:[\d.,'’\s]*\d)?\s*[kKmM]?(?![^\W\d_])")
"""What is left of a price without these is its currency: the last one is said in the same."""


def price_below_own_last(text: str, context: Context, _any_of: Patterns, _unless: Patterns, _least: int) -> Seen | None:
    """An own price in the draft under the last one I named, though they asked for none lower and get no less for it."""
    last = context.my_last_price
    if last is None or last <= 0 or context.price_was_asked:
        return None
    said = plain(text)
    if TRADE.search(said) or _PUBLISHED.search(said) or _DUE.search(said):
        return None
    lower = [p for p in _own(said) if _SMALLEST_PART * last <= p.value < 0.999 * last]
    if not lower:
        return None
    least = min(lower, key=lambda price: price.value)
    price = text[least.start : least.end].strip()
    return Seen((least.start, least.end), {"price": price, "last": _DIGITS.sub(_said(last), price, count=1)})


def _own(text: str) -> list[Price]:
    """The amounts that stand there as a price of mine."""
    return [
        price
        for price in prices(text)
        if not _NOT_MINE.search(text[max(0, price.start - 60) : price.start]) and not _NO_PRICE.match(text[price.end :])
    ]


def _said(amount: float) -> str:
    return f"{amount:,.0f}" if amount == round(amount) else f"{amount:,.2f}"


def unasked_discount(text: str, context: Context, any_of: Patterns, unless: Patterns, _least: int) -> Seen | None:
    """Words that lower a price, or give more for it, though they asked for no such thing and give nothing for it."""
    if context.price_was_asked:
        return None
    said = plain(text)
    if TRADE.search(said) or _PUBLISHED.search(said) or first_of(unless, said):
        return None
    found = first_of(any_of, said)
    if found is not None:
        return Seen(found.span())
    return _steps_down(said)


_OR = re.compile(
    (
        r"^\W*(?:or|even|maybe|make (?:it|that)|ok(?:ay)?|fine|let's say|say|down to|well|honestly|"
        r"perhaps)(?:\W+(?:or|even|maybe|just|for|only|like|say|at))*\W*$"
    ),
    re.IGNORECASE,
)


_BUT_LESS = re.compile(
    (
        r"^[^.!?;]{0,30}\b(?:but|or|though|still|for you|let's say)\b[^.!?;]{0,30}\b(?:can|could|would|'d|let you|"
        r"make it|say|do|take)\b[^.!?;]{0,25}$"
    ),
    re.IGNORECASE,
)
_WOULD_TAKE = re.compile(
    r"^[^.!?;\d]{0,40}(?:[.!;]\W+)?[^.!?;\d]{0,30}\b(?:let's call it|call it|settle for|could (?:also )?(?:say|be)|"
    r"(?:accept|take|do it for|be (?:happy|fine|ok) with|live with|go with))\W+(?:just |for |about )?$",
    re.IGNORECASE,
)
"""From one own price to the next: "my rate is 1,900, let's call it"."""
_OR_LESS = re.compile(r"^[^.!?;\d]{0,15}\b(?:but|or|though|still)\W+(?:for )?$", re.IGNORECASE)
_IS_FINE = re.compile(
    r"^\W*(?:is|'s|would be|works|does|will do)\b[^.!?;]{0,12}\b(?:fine|ok|okay|good|enough|too|it|as well|also)\b",
    re.IGNORECASE,
)
_NOT_MORE = re.compile(r"^\W*(?:and not|instead of|rather than|not)\W*$", re.IGNORECASE)


def _steps_down(text: str) -> Seen | None:
    """Two prices, the own one lower: "400, or 350", "the rent is 900 but I could do 800", "650 and not 800"."""
    named = prices(text)
    for one, two in pairwise(named):
        between = text[one.end : two.start]
        fine = _OR_LESS.match(between) and _IS_FINE.match(text[two.end :])
        lower = _SMALLEST_PART * one.value <= two.value < one.value
        down = lower and (_OR.match(between) or _BUT_LESS.match(between) or _WOULD_TAKE.match(between) or fine)
        if down or (_SMALLEST_PART * two.value <= one.value < two.value and _NOT_MORE.match(between)):
            return Seen((one.start, two.end))
    return None
