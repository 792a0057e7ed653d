"""What a person says of what else they have, and of what a week is worth, in; the pursuit with it, out."""

from __future__ import annotations

import math
from dataclasses import replace

from walkaway.app.errors import OpenQuestion, UsageError
from walkaway.app.position import good_week
from walkaway.app.pursuit import OwnOption, OwnWeek, Pursuit

HOURS_A_WEEK = 168
MOST_POINTS = 10.0
_LIKELY_BETWEEN = 2


def add(
    pursuit: Pursuit,
    name: str,
    *,
    worth: tuple[float, ...] | None = None,
    chance: float | None = None,
    hours: float | None = None,
    money: float | None = None,
    weeks: float | None = None,
) -> Pursuit:
    """Add an option, or change the one of this name.

    `worth` a week in the unit of the pursuit: one number, worst and best, or worst, likely and best; `chance` in
    percent. Raises OpenQuestion where a new option lacks its worth.
    """
    old = next((o for o in pursuit.options if o.name.casefold() == name.strip().casefold()), None)
    if old is None and worth is None:
        raise OpenQuestion(
            f"What would a week with {name} be worth to you, at worst and at best? Count it like a week here.",
            option="--worth",
        )
    for what, x in (("hours", hours), ("money", money), ("weeks", weeks)):
        if x is not None and not 0 <= x < math.inf:
            raise UsageError(f"The {what} to find out cannot be less than nothing.")
    if chance is not None and not 0 <= chance <= 100:
        raise UsageError("Give the chance as a number from 0 to 100.")
    base = old or OwnOption(name.strip(), (0.0, 0.0, 0.0))
    new = replace(
        base,
        worth=base.worth if worth is None else _three(worth),
        chance=base.chance if chance is None else chance / 100.0,
        hours=base.hours if hours is None else hours,
        money=base.money if money is None else money,
        weeks=base.weeks if weeks is None else weeks,
    )
    rest = tuple(new if o is old else o for o in pursuit.options)
    return replace(pursuit, options=rest if old is not None else (*rest, new))


def renewed(before: Pursuit, after: Pursuit) -> bool:
    """Whether an option that was there is another one now."""
    there = {option.name: option for option in before.options}
    return any(there.get(option.name, option) != option for option in after.options)


def drop(pursuit: Pursuit, name: str) -> Pursuit:
    """Take an option off the list."""
    kept = tuple(o for o in pursuit.options if o.name.casefold() != name.strip().casefold())
    if len(kept) == len(pursuit.options):
        there = ", ".join(o.name for o in pursuit.options) or "none yet"
        raise UsageError(f"You have no option called {name!r}. There is: {there}.")
    return replace(pursuit, options=kept)


def week(pursuit: Pursuit, *, unit: str | None = None, **numbers: float | None) -> Pursuit:
    """What a week is worth, costs and takes, in the person's own unit; None leaves it as it was."""
    said = {name: x for name, x in numbers.items() if x is not None}
    wrong = next((name for name, x in said.items() if not 0 <= x < math.inf), None)
    if wrong is not None:
        raise UsageError(f"For {wrong.replace('_', ' ')} give a number from 0 up.")
    if said.get("hours", 0.0) > HOURS_A_WEEK:
        raise UsageError(f"A week has {HOURS_A_WEEK} hours. Give how many of them this takes.")
    new = replace(pursuit.week, unit=pursuit.week.unit if unit is None else unit, **said)
    _in_points(new.unit if unit is not None else "", new.good, new.weak, new.costs, new.free, new.asking)
    good_week(new)
    return replace(pursuit, week=new)


def _in_points(unit: str, *amounts: float | None) -> None:
    """Points are said to go from 0 to 10: one who says the unit, and amounts past that, means something else."""
    if unit == OwnWeek().unit and any(x is not None and x > MOST_POINTS for x in amounts):
        raise UsageError("Points go from 0 to 10. Give smaller numbers, or another unit, like €.")


def _three(worth: tuple[float, ...]) -> tuple[float, float, float]:
    if not all(math.isfinite(x) for x in worth) or list(worth) != sorted(worth):
        raise UsageError("Give what it is worth at worst first, and at best last.")
    if len(worth) == 1:
        return worth[0], worth[0], worth[0]
    if len(worth) == _LIKELY_BETWEEN:
        return worth[0], (worth[0] + worth[1]) / 2, worth[1]
    if len(worth) == _LIKELY_BETWEEN + 1:
        return worth[0], worth[1], worth[2]
    raise UsageError("Give one number, or two (worst and best), or three with the likely one between.")
