"""What else you have: options in, the best of them, your limit, and what to look into first out.

Everything per week is in one unit (a week at target, or money), as is a free week: one with none of the options.
"""

from __future__ import annotations

import math
from collections.abc import Sequence
from dataclasses import dataclass

from walkaway.core.options.distributions import Perhaps, Worth
from walkaway.core.options.weitzman import Box, search


@dataclass(frozen=True, slots=True)
class Option:
    """Something you could have instead.

    `worth` is what a week with it would be worth, `chance` that it comes through, and finding out takes `hours`,
    `money` and `weeks` until you know. What was spent on it before has no place here.
    """

    name: str
    worth: Worth
    chance: float = 1.0
    hours: float = 0.0
    money: float = 0.0
    weeks: float = 0.0

    def __post_init__(self) -> None:
        if min(self.hours, self.money, self.weeks) < 0:
            raise ValueError("Hours, money and weeks to find out cannot be less than nothing.")


@dataclass(frozen=True, slots=True)
class Hour:
    """What an hour of yours is worth: in the unit of the options, and in money (so that money becomes hours)."""

    worth: float
    money: float

    def __post_init__(self) -> None:
        if self.worth < 0 or self.money <= 0:
            raise ValueError("An hour is worth nothing or more, and some money.")

    def cost(self, option: Option) -> float:
        """Finding out about `option`, once, in the unit."""
        return (option.hours + option.money / self.money) * self.worth


@dataclass(frozen=True, slots=True)
class Prospect:
    """An option as the search sees it.

    `index`: look into it while what you hold is worth less than this a week. `alone`: what a week would be worth if it
    were the only option. `hourly`: what looking into it adds to a week, beyond what you hold, over the hours it takes:
    its chance and its cost are in it, and all its hours together add no more than it is worth.
    """

    option: Option
    index: float
    alone: float
    hourly: float


@dataclass(frozen=True, slots=True)
class Batna:
    """What leaving is worth.

    `best`: the best single alternative, None where that is the free week itself. `reservation`: per week, with the
    best search through all options; stay for anything above it. `value`: the same for good, reservation / (1 -
    discount). `prospects`: all options, highest index first. `to_open`: how many of them are worth looking into at all.
    `next_hour`: the one worth an hour this week, None where none is. `holding_on`: what one more week here costs you
    (below 0: it pays), None where it was not said what a week here is worth.
    """

    best: Prospect | None
    reservation: float
    value: float
    prospects: tuple[Prospect, ...]
    to_open: int
    next_hour: Prospect | None
    holding_on: float | None


def batna(
    options: Sequence[Option], free_week: float, *, hour: Hour, discount: float = 0.97, inside: float | None = None
) -> Batna:
    """The worth of leaving with `options` in reach and `free_week` as what is always there.

    `discount` per week; `inside` is what a week in the pursuit that you think of leaving is worth, and counts as in
    hand when the next hour is chosen. Taken for good, a week's worth x is x / (1 - discount); an option that serves
    once and brings L is worth L (1 - discount) a week.
    """
    if not 0 < discount < 1:
        raise ValueError("The discount per week lies strictly between 0 and 1.")
    boxes = [_box(option, free_week, hour, discount) for option in options]
    whole = search(boxes, free_week)
    in_hand = free_week if inside is None else max(free_week, inside)
    prospects = [
        Prospect(option, z, search([box], free_week).value, _hourly(option, in_hand, hour, discount))
        for option, box, z in zip(options, boxes, whole.indices, strict=True)
    ]
    ranked = [prospects[i] for i in whole.order]
    left = [p for i, p in enumerate(prospects) if i not in whole.order]
    ranked += sorted(left, key=lambda p: -p.index)
    best = max(ranked, key=lambda p: p.alone, default=None)
    hourly = max(ranked, key=lambda p: p.hourly, default=None)
    return Batna(
        best=best if best is not None and best.alone > free_week else None,
        reservation=whole.value,
        value=whole.value / (1 - discount),
        prospects=tuple(ranked),
        to_open=len(whole.order),
        next_hour=hourly if hourly is not None and hourly.hourly > 0 else None,
        holding_on=None if inside is None else whole.value - inside,
    )


def _box(option: Option, free_week: float, hour: Hour, discount: float) -> Box:
    """The option in units per week. While you wait to know, the free weeks go on, so they come off the cost."""
    wait = discount**option.weeks
    worth = option.worth if option.chance == 1 else Perhaps(option.chance, option.worth)
    return Box(worth, hour.cost(option) * (1 - discount) - (1 - wait) * free_week, wait)


def _hourly(option: Option, in_hand: float, hour: Hour, discount: float) -> float:
    """What is gained per hour; money counts as the hours it takes to earn. Free to find out: first of all.

    You go on with what you hold until you know, and keep it where the option is worse.
    """
    gain = search([_box(option, in_hand, hour, discount)], in_hand).value - in_hand
    if gain <= 1e-12 * max(1.0, abs(in_hand)):
        return 0.0
    hours = option.hours + option.money / hour.money
    return gain / hours if hours else math.inf
