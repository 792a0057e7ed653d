"""A forecast and a language's sentences in; what a person reads of it, part by part, out."""

from __future__ import annotations

from typing import Any

from walkaway.app.forecast import Bought, Forecast
from walkaway.core.comeback.forecast import Range

Part = tuple[str, tuple[str, ...]]


def parts(found: Forecast, leaving: Any, *, of: Any) -> tuple[Part, ...]:
    """Everything there is to say, under headings. `leaving` says in the same language whether they write first."""
    if found.state == "support":
        return ((of.SUPPORT_REASON, of.SUPPORT),)
    held = held_line(found, leaving, of=of)
    if held is not None:
        return ((of.HEADINGS["held"], (held,)),)
    if found.bought is not None:
        return ((of.HEADINGS["buy"], bought_lines(found.bought, of=of)),)
    told = {
        "waiting": tuple(waiting(one, of=of) for one in found.waiting),
        "write": () if found.waiting else answer_lines(found.if_you_write, of=of),
        "first": () if found.outlook is None else leaving.odds_lines(found.outlook),
    }
    return tuple((of.HEADINGS[name], lines) for name, lines in told.items() if lines)


def held_line(found: Forecast, leaving: Any, *, of: Any) -> str | None:
    """Why nothing is foretold; None where something is."""
    if found.state == "unanswered":
        return str(leaving.FIRST.format(question=of.SAFETY))
    if found.state == "stop_contact":
        return str(leaving.STOPPED)
    return None if found.state == "open" else str(of.HELD[found.state])


def answer_lines(ranges: tuple[Range, ...], *, of: Any) -> tuple[str, ...]:
    """The chance of an answer if you write now."""
    return (*(answer(one, of=of) for one in ranges), of.WRITE_NOTE) if ranges else (of.TOO_LITTLE_SAID,)


def answer(found: Range, *, of: Any) -> str:
    """If you write now, they answer within 7 days: roughly 5 to 7 in 10."""
    return _said(of.ANSWER, found, of.ANSWERED, of)


def waiting(found: Range, *, of: Any) -> str:
    """They answer within 7 days from now: roughly 2 to 4 in 10."""
    return _said(of.WAITING, found, "", of)


def bought_lines(found: Bought, *, of: Any) -> tuple[str, ...]:
    """The days of buying, and the chance of one more."""
    note = of.BUY_NOTE if found.ranges else of.TOO_FEW
    return (bought(found, of=of), *(buys(one, of=of) for one in found.ranges), note)


def bought(found: Bought, *, of: Any) -> str:
    """On how many days they bought, and when."""
    days = _span(found.days, of)
    return str(of.BOUGHT.format(n=days, first=of.day(found.first), last=of.day(found.last)))


def buys(found: Range, *, of: Any) -> str:
    """They buy again within 30 days: roughly 2 to 4 in 10."""
    return _said(of.BUY, found, of.BOUGHT_AGAIN, of)


def cells(found: Range, *, of: Any) -> tuple[str, str, str]:
    """A range as a row: within how many days, how many in ten, and how many of others; empty where that is unknown."""
    low, high = found.in_ten
    usual = "" if found.usual is None else of.USUALLY.format(n=round(10 * found.usual))
    return _span(round(found.days), of), of.RANGE.format(low=low, high=high), usual


def _said(sentence: str, found: Range, beside: str, of: Any) -> str:
    days, in_ten, usual = cells(found, of=of)
    return sentence.format(days=days, range=in_ten, usual=beside.format(usual=usual) if usual else "")


def _span(days: int, of: Any) -> str:
    return str(of.SPAN[days != 1].format(n=days))
