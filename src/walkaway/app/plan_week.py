"""All pursuits, reviewed, and what is true of the person in; how the hours of a week are best spread, what hangs on one
of them, and where the next hour is worth most, out.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass

from walkaway.app.position import HOURS
from walkaway.app.pursuit import Pursuit, You
from walkaway.app.review import Review
from walkaway.core.budget.concentration import Concentration, concentrations
from walkaway.core.budget.hours import OWN_LIFE_SHARE, NextHour, Week, next_hour, plan_week
from walkaway.core.budget.hours import Pursuit as Spent
from walkaway.core.verdict.verdict import Move

DOUBLING = 0.6931471805599453
"""ln 2: with as many hours as now a pursuit brings worth * ln(1 + 1); so its worth is what a week brings, over this."""
FULL_WEEK = 60.0
"""Hours a week, at most, where nobody named them: thirty pursuits of five each would fill more than a week has."""
LEFT = (Move.WALK, Move.SUPPORT, Move.UNANSWERED)
"""Moves under which no hour is planned in."""


@dataclass(frozen=True, slots=True)
class WeekPlan:
    """A week over all pursuits.

    `week` shares the hours out, your own life first; `next` names where one hour more is worth most, best first.
    `hours` is the week that was shared out, `assumed` says that nobody named it. `apart` are pursuits whose worth is
    in another unit, so that hours cannot be compared; `freed` the hours of those you leave. `hangs_on` holds income,
    time and contact, where there is something to share.
    """

    week: Week
    hours: float
    assumed: bool
    next: tuple[NextHour, ...]
    apart: tuple[str, ...]
    freed: float
    hangs_on: Mapping[str, Concentration]


def plan(reviewed: Sequence[tuple[Pursuit, Review]], you: You, *, resting: Collection[str] = frozenset()) -> WeekPlan:
    """The week. Past hours have no say in it: only what a week brings from here.

    `resting` names those with whom no hour is spent now.
    """
    own_life = OWN_LIFE_SHARE if you.own_life is None else you.own_life
    goes_on = [(p, r) for p, r in reviewed if p.name not in resting and r.verdict.move not in LEFT and not _gone(p)]
    open_ = [(p, r) for p, r in goes_on if r.position is not None]
    named = [(p, r) for p, r in reviewed if r.verdict.move is not Move.SUPPORT]
    units = Counter(r.position.unit for _, r in open_ if r.position is not None)
    unit = units.most_common(1)[0][0] if units else None
    spent = [s for p, r in open_ if (s := _spent(p, r, unit)) is not None]
    now = {p.name: _hours(p) for p, _ in open_}
    total = you.hours if you.hours is not None else min(sum(now.values()) / max(1 - own_life, 0.1), FULL_WEEK)
    return WeekPlan(
        week=plan_week(tuple(spent), total, own_life=own_life),
        hours=total,
        assumed=you.hours is None,
        next=next_hour(tuple(spent), now),
        apart=tuple(p.name for p, r in open_ if r.position is not None and r.position.unit != unit),
        freed=sum(_hours(p) for p, r in reviewed if r.verdict.move is Move.WALK or _told_gone(p, r)),
        hangs_on=concentrations(
            {
                "income": {p.name: p.week.income or 0.0 for p, _ in named},
                "time": {p.name: p.week.hours or 0.0 for p, _ in named},
                "contact": {p.name: float(r.days_in_touch) for p, r in named},
            }
        ),
    )


def _spent(pursuit: Pursuit, review: Review, unit: str | None) -> Spent | None:
    """What hours bring there. None where a week of it brings nothing, or in another unit."""
    found, limit = review.position, review.verdict.walk_away
    if found is None or limit is None or found.unit != unit or limit.now <= 0:
        return None
    return Spent(pursuit.name, limit.now * found.good / DOUBLING, _hours(pursuit))


def _gone(pursuit: Pursuit) -> bool:
    return pursuit.left is not None and pursuit.left.on is not None


def _told_gone(pursuit: Pursuit, review: Review) -> bool:
    """Whether it was left and that may be told: under fear nothing tells of it, so its hours do not either."""
    return review.verdict.move is not Move.SUPPORT and _gone(pursuit)


def _hours(pursuit: Pursuit) -> float:
    return pursuit.week.hours or HOURS
