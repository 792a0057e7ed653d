"""Where the person stands and a language's sentences in; their promises, what is settled, what else they have, out."""

from __future__ import annotations

import math
from typing import Any

from walkaway.app.position import Position
from walkaway.core.events import Moment
from walkaway.core.options.batna import Batna, Prospect
from walkaway.core.options.leverage import Leverage
from walkaway.core.standards.standard import PursuitKind
from walkaway.core.verdict.promise import Fired, InForce, Rule, Slide
from walkaway.words.printable import printable
from walkaway.words.told.commitment import effort_ahead, stage
from walkaway.words.told.standards import named

POINTS = "points"
WHOLE = 100
"""From here on nobody counts cents."""
LONGEST = 200
"""Letters of a person's own words that are shown."""


def amount(value: float, unit: str, *, of: Any) -> str:
    """6,2 points, or money as it is written."""
    if unit == POINTS:
        return str(of.POSITION["point" if round(value, 1) == 1 else "points"].format(n=of.number(value, 1)))
    return str(of.money(round(value) if abs(value) >= WHOLE else round(value, 2), unit))


def promises(found: Position, now: Moment, kind: PursuitKind | None, *, of: Any) -> tuple[str, ...]:
    """Rules that ask for something now, the own words first; how far rules were let down; and what waits."""
    waits = [waiting(held, now, kind, of=of) for held in found.held if held.waits_until is not None]
    asked = [fired(f, kind, of=of) for f in found.fired]
    return (*asked, *(slid(s, kind, of=of) for s in found.slides), *waits)


def fired(found: Fired, kind: PursuitKind | None, *, of: Any) -> str:
    """Your own words, what was missed, and what the rule asks."""
    said = of.POSITION
    weeks = ", ".join(of.day(monday) for monday in found.missed[-4:])
    missed = said["missed_one" if len(found.missed) == 1 else "missed"].format(weeks=weeks)
    lines = [own_words(found.rule, of=of), rule(found.rule, kind, of=of), missed, of.DUE[found.due]]
    return " ".join(filter(None, lines))


def own_words(held: Rule, *, of: Any) -> str:
    """What the person wrote beside a rule; nothing where they wrote nothing."""
    words = held.words.strip()
    return of.POSITION["you_wrote"].format(words=printable(words, LONGEST)) if words else ""


def rule(held: Rule, kind: PursuitKind | None, *, of: Any) -> str:
    """The rule in one sentence."""
    said, level = of.POSITION, of.amount_of(held.standard, held.level)
    for about in of.ABOUT:
        level = level.removeprefix(about)
    return str(
        said["rule"].format(
            standard=named(held.standard, kind, of=of).rstrip("."),
            level=said["at_most" if held.standard == "wait" else "at_least"],
            amount=level,
            misses=said["one_time" if held.misses == 1 else "times"].format(n=of.number(held.misses)),
            weeks=of.weeks_long(held.weeks),
        )
    )


def slid(found: Slide, kind: PursuitKind | None, *, of: Any) -> str:
    """How often and how far the person let a rule of theirs down."""
    said = of.POSITION
    times = said["once"] if found.times == 1 else said["times"].format(n=of.number(found.times))
    left = said["dropped"] if found.kept <= 0 else said["left"].format(percent=of.number(100 * found.kept))
    lowered = said["lowered"].format(standard=named(found.standard, kind, of=of).rstrip("."), times=times)
    return f"{lowered} {left}"


def waiting(held: InForce, now: Moment, kind: PursuitKind | None, *, of: Any) -> str:
    """A loosening that waits, and until when."""
    said, until = of.POSITION, of.day((held.waits_until or 0) + now.local - now.at)
    change = said["drops" if held.waiting is None else "loosens"]
    standard = named(held.rule.standard, kind, of=of).rstrip(".")
    return str(said["waits"].format(standard=standard, until=until, change=change))


def together(found: Position, *, of: Any) -> tuple[str, ...]:
    """What is settled between the two, whether effort runs ahead of it, and who would lose more."""
    lines = [] if found.stage is None else [stage(found.stage, of=of)]
    if found.ahead is not None:
        lines.append(effort_ahead(found.ahead, of=of))
    if found.leverage is not None:
        lines.append(leverage(found.leverage, found.unit, of=of))
    return tuple(lines)


def leverage(found: Leverage, unit: str, *, of: Any) -> str:
    """Who has more to lose: yours as a number, theirs as a range read from their effort."""
    said = of.POSITION
    yours = said["leaving_brings" if found.yours < 0 else "leaving_costs"]
    theirs = found.theirs
    return str(
        said["leverage"].format(
            yours=yours.format(amount=amount(abs(found.yours), unit, of=of)),
            low=amount(theirs.low, unit, of=of),
            high=amount(theirs.high, unit, of=of),
            says=of.MORE_TO_LOSE[found.say],
        )
    )


def outside(found: Position, *, of: Any) -> tuple[str, ...]:
    """Your limit in your own unit, the best other option, what holding on costs, and what is worth an hour."""
    away, unit = found.outside, found.unit
    lines = [limit(found.limit, found.comeback, unit, of=of), best(away, unit, of=of)]
    if found.holding_on is not None:
        lines.append(holding_on(found.holding_on, unit, of=of))
    if away.prospects:
        to = of.POSITION["to_outside" if found.holding_on is None else "to_all"]
        lines.append(next_hour(away.next_hour, unit, to, of=of))
    return tuple(lines)


def limit(found: float, comeback: float, unit: str, *, of: Any) -> str:
    """The walk-away point, and the part of it that is only a guess."""
    back, whole = amount(comeback, unit, of=of), amount(found, unit, of=of)
    return str(of.POSITION["limit"].format(amount=whole, back=back))


def best(found: Batna, unit: str, *, of: Any) -> str:
    """The best single thing outside."""
    if found.best is None:
        return str(of.FREE_WEEK)
    name = printable(found.best.option.name, LONGEST)
    return str(of.POSITION["best"].format(name=name, alone=amount(found.best.alone, unit, of=of)))


def holding_on(cost: float, unit: str, *, of: Any) -> str:
    """What one more week here costs, or brings."""
    said = of.POSITION["holding_costs" if cost > 0 else "holding_brings"]
    return str(said.format(amount=amount(abs(cost), unit, of=of)))


def next_hour(found: Prospect | None, unit: str, to: str, *, of: Any) -> str:
    """The option that is worth an hour this week, and `to` what it adds."""
    if found is None:
        return str(of.NO_HOUR)
    name = printable(found.option.name, LONGEST)
    if math.isinf(found.hourly):
        return str(of.POSITION["look_first"].format(name=name))
    return str(of.POSITION["hour"].format(name=name, amount=amount(found.hourly, unit, of=of), to=to))
