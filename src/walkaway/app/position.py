"""What the person keeps beside a pursuit in; where that leaves them, out: what else they have, who needs whom more,
what is settled between the two, and what they promised themselves.
"""

from __future__ import annotations

from dataclasses import dataclass

from walkaway.app.errors import UsageError
from walkaway.app.pursuit import OwnOption, OwnWeek, Pursuit
from walkaway.core import safety
from walkaway.core.balance.share import Balance
from walkaway.core.events import Moment
from walkaway.core.measures import Measure
from walkaway.core.options.batna import Batna, Hour, Option, batna
from walkaway.core.options.distributions import worst_likely_best
from walkaway.core.options.leverage import Leverage, leverage, shown_by_effort
from walkaway.core.standards.by_hand import marks_at
from walkaway.core.standards.commitment import EffortAhead, Stage, Standing, effort_ahead, stage
from walkaway.core.standards.weekly import Weekly
from walkaway.core.verdict.model import DEFAULTS, comeback_value
from walkaway.core.verdict.promise import Fired, InForce, Slide, fired, in_force, slide
from walkaway.core.verdict.verdict import Move, WalkAway

GOOD = 10.0
"""A week with everything met, when the person said nothing: the top of a scale from 0 to 10."""
HOURS = 5.0
"""What a pursuit takes a week, in hours, when the person said nothing. An assumption, said where it is used."""


@dataclass(frozen=True, slots=True)
class Position:
    """Where the person stands. Amounts per week are in `unit` (points, or money); `good` is a week with all met.

    `outside` is what else there is, searched. `limit` is the walk-away point: that and the chance that they come back,
    which is `comeback` of it; `holding_on` is what one more week costs (below 0 it pays), None before a verdict.
    `leverage` is None where nothing was weighed, `stage`
    and `ahead` where nothing was said of it. `fired` are promises that ask for something now, strictest first; `held`
    all that hold; `slides` how far each was lowered since it was made.
    """

    unit: str
    good: float
    outside: Batna
    limit: float
    comeback: float
    holding_on: float | None
    leverage: Leverage | None
    stage: Stage | None
    ahead: EffortAhead | None
    fired: tuple[Fired, ...]
    held: tuple[InForce, ...]
    slides: tuple[Slide, ...]


def good_week(week: OwnWeek) -> float:
    """What a week with everything met is worth to the person, in their unit. Raises UsageError where nothing is."""
    good = GOOD if week.good is None else week.good
    if good <= 0:
        raise UsageError("A week with everything met must be worth more than nothing. Give a number above 0 for good.")
    if week.weak is not None and week.weak >= good:
        raise UsageError("A weak week is worth less than a good one. Give a smaller number for weak.")
    return good


def outside(pursuit: Pursuit, inside: float | None = None) -> Batna:
    """What leaving is worth a week, in the person's unit; `inside` is what a week of staying is worth."""
    week, good = pursuit.week, good_week(pursuit.week)
    free = float(DEFAULTS.outside[0]) * good if week.free is None else week.free
    hour = Hour(free / (week.hours or HOURS), week.hour_pays or 1.0)
    options = [_option(o) for o in pursuit.options]
    return batna(options, free, hour=hour, discount=float(DEFAULTS.discount[0]), inside=inside)


def held(pursuit: Pursuit) -> Move | None:
    """What stands in place of a limit, as in a review: a door that asks for no review must hold it back as well."""
    told = pursuit.answers
    return safety.held(kind=told.kind, afraid=told.afraid, stop_contact=bool(told.stop_contact))


def comeback(good: float) -> float:
    """What the chance that they come back, and meet the standards then, is worth a week: a guess, as its rates are."""
    return good * float((1 - DEFAULTS.discount[0]) * comeback_value(DEFAULTS)[0])


def position(
    pursuit: Pursuit, weeks: Weekly, balance: Balance | None, walk_away: WalkAway | None, now: Moment
) -> Position:
    """All of it, as of `now`."""
    good = good_week(pursuit.week)
    inside = None if walk_away is None else walk_away.now * good
    found, back = outside(pursuit, inside), comeback(good)
    limit = found.reservation + back
    share = None if balance is None else Measure(balance.share, balance.low, balance.high, balance.n)
    costs = float(DEFAULTS.effort[0]) * good if pursuit.week.costs is None else pursuit.week.costs
    kind, nothing = pursuit.answers.kind, Standing(None, None)
    at = stage(kind, pursuit.you, pursuit.them) if kind and (pursuit.you, pursuit.them) != (nothing, nothing) else None
    held = {name: rule for name, edits in pursuit.promises.items() if (rule := in_force(edits, now.at)) is not None}
    slides = (slide(edits, now.at) for edits in pursuit.promises.values())
    return Position(
        unit=pursuit.week.unit,
        good=good,
        outside=found,
        limit=limit,
        comeback=back,
        holding_on=None if inside is None else limit - inside,
        leverage=None if inside is None or share is None else leverage(inside, limit, shown_by_effort(share, costs)),
        stage=at,
        ahead=None if at is None or share is None else effort_ahead(at, share),
        fired=fired(
            pursuit.promises,
            {name: marks_at(weeks, name, rule.rule.level) for name, rule in held.items()},
            now,
            {a.about: Moment(a.on, a.on) for a in pursuit.asked if a.about is not None},
        ),
        held=tuple(held.values()),
        slides=tuple(one for one in slides if one is not None and one.times),
    )


def _option(own: OwnOption) -> Option:
    try:
        return Option(own.name, worst_likely_best(*own.worth), own.chance, own.hours, own.money, own.weeks)
    except ValueError as wrong:
        raise UsageError(f"The option {own.name!r}: {wrong}") from None
