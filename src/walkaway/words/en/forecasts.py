"""A forecast in; what a person reads of it, part by part, out. Ranges beside what is usual; never one number."""

from __future__ import annotations

from walkaway.app.forecast import Bought, Forecast, State
from walkaway.core.comeback.forecast import Range
from walkaway.words.en import doors, support
from walkaway.words.en.amounts import count, day
from walkaway.words.en.leaving import FIRST, STOPPED, odds_lines

Part = tuple[str, tuple[str, ...]]

HEADINGS = {
    "held": "Now",
    "waiting": "Your last message",
    "write": "Will they answer if you write?",
    "first": "Will they write first?",
    "buy": "Will they buy again?",
}
HELD: dict[State, str] = {
    "stop_contact": STOPPED,
    "left": "You left, so there is nothing to send. What came after: walkaway leave NAME.",
    "group": "This is a group. Nobody there writes to you alone, so nothing can be said.",
}
ANSWER = "If you write now, they answer within {days}: roughly {range}.{usual}"
WAITING = "They answer within {days} from now: roughly {range}."
ANSWERED = " Of messages to people like that, {usual} were answered."
BUY = "They buy again within {days}: roughly {range}.{usual}"
BOUGHT_AGAIN = " Of customers as late as this, {usual} did."
BOUGHT = "They bought on {n}, first on {first}, last on {last}."
TOO_LITTLE = "There is too little here to say whether they will answer. It takes five talks."
TOO_FEW = "One day of buying is too little to say more. It takes two."
WRITE_NOTE = "This is what was seen with others. It is no reason to write."
BUY_NOTE = "This counts days of buying only. It knows nothing of the talk between you."


def parts(found: Forecast) -> tuple[Part, ...]:
    """Everything there is to say, under headings."""
    if found.state == "support":
        return ((support.SUPPORT_REASON, support.SUPPORT),)
    if found.state == "unanswered":
        return ((HEADINGS["held"], (FIRST.format(question=doors.SAFETY),)),)
    if found.state in HELD:
        return ((HEADINGS["held"], (HELD[found.state],)),)
    if found.bought is not None:
        return ((HEADINGS["buy"], bought_lines(found.bought)),)
    told = {
        "waiting": tuple(waiting(one) for one in found.waiting),
        "write": () if found.waiting else answer_lines(found.if_you_write),
        "first": () if found.outlook is None else odds_lines(found.outlook),
    }
    return tuple((HEADINGS[name], lines) for name, lines in told.items() if lines)


def answer_lines(ranges: tuple[Range, ...]) -> tuple[str, ...]:
    """The chance of an answer if you write now."""
    return (*(answer(one) for one in ranges), WRITE_NOTE) if ranges else (TOO_LITTLE,)


def answer(found: Range) -> str:
    """If you write now, they answer within 7 days: roughly 5 to 7 in 10."""
    return ANSWER.format(days=_days(found), range=_range(found), usual=_usual(found, ANSWERED))


def waiting(found: Range) -> str:
    """They answer within 7 days from now: roughly 2 to 4 in 10."""
    return WAITING.format(days=_days(found), range=_range(found))


def bought_lines(found: Bought) -> tuple[str, ...]:
    """The days of buying, and the chance of one more."""
    said = BOUGHT.format(n=count(found.days, "day"), first=day(found.first), last=day(found.last))
    return (said, *(buys(one) for one in found.ranges), BUY_NOTE if found.ranges else TOO_FEW)


def buys(found: Range) -> str:
    """They buy again within 30 days: roughly 2 to 4 in 10."""
    return BUY.format(days=_days(found), range=_range(found), usual=_usual(found, BOUGHT_AGAIN))


def _days(found: Range) -> str:
    return count(round(found.days), "day")


def _range(found: Range) -> str:
    low, high = found.in_ten
    return f"{low} to {high} in 10"


def _usual(found: Range, sentence: str) -> str:
    return "" if found.usual is None else sentence.format(usual=f"about {round(10 * found.usual)} in 10")
