"""Break-evens and flips in; "what would change this", out."""

from __future__ import annotations

from walkaway.core.verdict.verdict import BreakEven, Flip, Verdict
from walkaway.words.en.amounts import count
from walkaway.words.en.moves import doing

MARKED = {"met": "met your standards", "missed": "missed your standards"}


def flip(found: Flip) -> str:
    """How many more weeks of one kind would change the move."""
    weeks = "week" if found.weeks == 1 else count(found.weeks, "week")
    return f"If the next {weeks} {MARKED[found.mark]}, the card would say {doing(found.to)}."


def break_even(found: BreakEven) -> str:
    """At what value of one thing the move would change."""
    way = "more" if found.at > found.now else "less"
    at, now, to = f"{100 * found.at:.0f} %", f"{100 * found.now:.0f} %", doing(found.to)
    match found.name:
        case "outside":
            return f"If a week away were worth {at} of a good one or {way} (now {now}), the card would say {to}."
        case "effort":
            return f"If a week cost you {at} of a good one or {way} (now {now}), the card would say {to}."
        case _:
            return f"If the chance that they are fully in were {at} or {way} (now {now}), the card would say {to}."


def changes(verdict: Verdict) -> tuple[str, ...]:
    """All that would change the move: what they could do first, then what you could find out."""
    return (*map(flip, verdict.flips), *map(break_even, verdict.break_evens))
