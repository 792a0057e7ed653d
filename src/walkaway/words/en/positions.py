"""Where the person stands in; their promises, what is settled and what else they have, in words, out."""

from __future__ import annotations

import math

from walkaway.app.position import Position
from walkaway.core.events import Moment
from walkaway.core.options.batna import Batna, Prospect
from walkaway.core.options.leverage import Leverage
from walkaway.core.standards.standard import PursuitKind
from walkaway.core.verdict.promise import Due, Fired, InForce, Rule, Slide
from walkaway.words.en.amounts import count, day, small
from walkaway.words.en.commitment import effort_ahead, stage
from walkaway.words.en.measures import amount_of
from walkaway.words.en.money import money
from walkaway.words.en.standards import named
from walkaway.words.printable import printable

POINTS = "points"
WHOLE = 100
"""From here on nobody counts cents."""
LONGEST = 200
"""Letters of a person's own words that are shown."""

DUE = {
    Due.HOLD: "You have asked about it. Give it the time you set, and hold.",
    Due.ASK: "By your own rule it is time to ask, once.",
    Due.WALK: "By your own rule it is time to walk.",
}
POSITION = {"point": "{n} point", "points": "{n} points"}
FREE_WEEK = "The best other thing you have is a free week."
NO_HOUR = "None of them is worth an hour this week."


def amount(value: float, unit: str) -> str:
    """6.2 points, or money as it is written."""
    if unit == POINTS:
        return f"{value:.1f} points".replace("-0.0", "0.0")
    return money(round(value) if abs(value) >= WHOLE else round(value, 2), unit)


def promises(found: Position, now: Moment, kind: PursuitKind | None) -> tuple[str, ...]:
    """Rules that ask for something now, in the person's own words first; then how far rules were let down."""
    return (*(fired(f, kind) for f in found.fired), *(slid(s, kind) for s in found.slides), *_waiting(found, now, kind))


def fired(found: Fired, kind: PursuitKind | None) -> str:
    """Your own words, what was missed, and what the rule asks."""
    own = f"{own_words(found.rule)} ".lstrip()
    weeks = ", ".join(day(monday) for monday in found.missed[-4:])
    missed = "the week" if len(found.missed) == 1 else "the weeks"
    return f"{own}{rule(found.rule, kind)} It was not so in {missed} of {weeks}. {DUE[found.due]}"


def own_words(of: Rule) -> str:
    """What the person wrote beside a rule; nothing where they wrote nothing."""
    words = of.words.strip()
    return f"You wrote: “{printable(words, LONGEST)}”" if words else ""


def rule(held: Rule, kind: PursuitKind | None) -> str:
    """The rule in one sentence."""
    standard = named(held.standard, kind).rstrip(".")
    level = "at most" if held.standard == "wait" else "at least"
    return (
        f"Your rule: {standard} ({level} {amount_of(held.standard, held.level).removeprefix('about ')}), "
        f"and not missed in {small(held.misses)} of {count(held.weeks, 'week')}."
    )


def slid(found: Slide, kind: PursuitKind | None) -> str:
    """How often and how far the person let a rule of theirs down."""
    times = "once" if found.times == 1 else f"{small(found.times)} times"
    left = "It is dropped now." if found.kept <= 0 else f"{100 * found.kept:.0f} % of its strictest level is left."
    return f"You lowered your rule “{named(found.standard, kind).rstrip('.')}” {times}. {left}"


def _waiting(found: Position, now: Moment, kind: PursuitKind | None) -> list[str]:
    """Loosened rules hold as they are until their delay has passed."""
    return [waiting(held, now, kind) for held in found.held if held.waits_until is not None]


def waiting(held: InForce, now: Moment, kind: PursuitKind | None) -> str:
    """A loosening that waits, and until when."""
    until = day((held.waits_until or 0) + now.local - now.at)
    change = "is dropped" if held.waiting is None else "is looser"
    return f"Your rule “{named(held.rule.standard, kind).rstrip('.')}” holds until {until}, then it {change}."


def together(found: Position) -> tuple[str, ...]:
    """What is settled between the two, whether effort runs ahead of it, and who would lose more."""
    lines = [] if found.stage is None else [stage(found.stage)]
    if found.ahead is not None:
        lines.append(effort_ahead(found.ahead))
    if found.leverage is not None:
        lines.append(leverage(found.leverage, found.unit))
    return tuple(lines)


def leverage(found: Leverage, unit: str) -> str:
    """Who has more to lose: yours as a number, theirs as a range read from their effort."""
    yours = (
        f"Leaving would bring you {amount(-found.yours, unit)} a week"
        if found.yours < 0
        else f"Leaving would cost you {amount(found.yours, unit)} a week"
    )
    theirs = f"their effort says {amount(found.theirs.low, unit)} to {amount(found.theirs.high, unit)} for them"
    says = {
        "you": "So they seem to have more to lose.",
        "them": "So you seem to have more to lose.",
        "open": "Who would lose more is open.",
    }
    return f"{yours}; {theirs}, taking effort as what it is worth to them. {says[found.say]}"


def outside(found: Position) -> tuple[str, ...]:
    """Your limit in your own unit, the best other option, what holding on costs, and what is worth an hour."""
    away, unit = found.outside, found.unit
    lines = [limit(found.limit, found.comeback, unit), best(away, unit)]
    if found.holding_on is not None:
        lines.append(holding_on(found.holding_on, unit))
    if away.prospects:
        to = "what you could have without this" if found.holding_on is None else "what you can have, this included"
        lines.append(next_hour(away.next_hour, unit, to))
    return tuple(lines)


def limit(found: float, comeback: float, unit: str) -> str:
    """The walk-away point, and the part of it that is only a guess."""
    back = f"{amount(comeback, unit)} of it for the chance that they come back, a guess"
    return f"You would stay for anything above {amount(found, unit)} a week ({back})."


def best(found: Batna, unit: str) -> str:
    """The best single thing outside."""
    if found.best is None:
        return FREE_WEEK
    name, alone = printable(found.best.option.name, LONGEST), amount(found.best.alone, unit)
    return f"The best other thing you have is {name}, worth {alone} a week with its chance and cost counted."


def holding_on(cost: float, unit: str) -> str:
    """What one more week here costs, or brings."""
    if cost > 0:
        return f"Each week you hold on costs you about {amount(cost, unit)}."
    return f"Each week you stay brings you about {amount(-cost, unit)} more than leaving."


def next_hour(found: Prospect | None, unit: str, to: str = "what you could have without this") -> str:
    """The option that is worth an hour this week, and `to` what it adds: beside a verdict, staying counts as well."""
    if found is None:
        return NO_HOUR
    name = printable(found.option.name, LONGEST)
    if math.isinf(found.hourly):
        return f"Look into {name} first: it costs nothing to find out."
    return f"An hour is best spent on {name}: it adds about {amount(found.hourly, unit)} a week to {to}."
