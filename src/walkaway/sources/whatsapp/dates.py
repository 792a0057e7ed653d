"""Three numbers per header in, the order of day, month and year out, and the day each one is.

A phone writes dates the way its owner's country does, and the file does not say which. The whole file decides: an
order that gives impossible dates is out; then messages stand in the order they were written, so the order that goes
back in time least is right. Where both leave two orders, only the person can say.
"""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
import numpy.typing as npt

from walkaway.app.errors import OpenQuestion, UsageError
from walkaway.app.ports import DateOrder
from walkaway.core.events import BoolArray, Int64Array

Int16Array = npt.NDArray[np.int16]

FIRST_YEAR, LAST_YEAR = 1980, 2099
"""Outside, a date is a slip or a quotation: WhatsApp is from 2009, and a phone without a clock starts at 1980."""

ORDERS: dict[str, tuple[DateOrder, ...]] = {
    "last": ("dmy", "mdy"),
    "first": ("ymd", "ydm"),
    "middle": ("myd", "dym"),
    "short": ("dmy", "mdy", "ymd"),
}
"""By where the four digits of the year stand. `short`: two digits, which could stand anywhere and mostly stand last."""

_STEADY_STEPS = 6
_STEADY_STEP = 3
_A_MONTH = 28


@dataclass(frozen=True, slots=True, eq=False)
class Dates:
    """The three numbers of each header, in file order."""

    a: Int16Array
    b: Int16Array
    c: Int16Array

    def __len__(self) -> int:
        return len(self.a)

    def take(self, index: Int64Array | BoolArray | slice) -> Dates:
        return Dates(self.a[index], self.b[index], self.c[index])


@dataclass(frozen=True, slots=True)
class Decision:
    """`certain` is false where only the rhythm of the dates spoke for the order."""

    order: DateOrder
    certain: bool


@dataclass(frozen=True, slots=True, eq=False)
class _Reading:
    order: DateOrder
    impossible: int
    back: int
    """How often the next date lies before the last."""
    days: Int64Array


def days_in(dates: Dates, order: DateOrder) -> tuple[Int64Array, BoolArray]:
    """Days since 1970 in this order, and which of them there are; a date there is not has day 0."""
    begins = changes(dates)
    days, possible = _days_in(dates.take(begins), order)
    lasts = np.diff(begins, append=len(dates))
    return np.repeat(days, lasts), np.repeat(possible, lasts)


def _days_in(dates: Dates, order: DateOrder) -> tuple[Int64Array, BoolArray]:
    part = dict(zip(order, (dates.a, dates.b, dates.c), strict=True))
    year, month, day = (part[letter].astype(np.int64) for letter in "ymd")
    year = np.where(year < 100, year + 2000, year)
    possible = (year >= FIRST_YEAR) & (year <= LAST_YEAR) & (month >= 1) & (month <= 12) & (day >= 1)
    months = np.where(possible, (year - 1970) * 12 + month - 1, 0)
    first = _first_of(months)
    possible &= day <= _first_of(months + 1) - first
    return np.where(possible, first + day - 1, 0), possible


def changes(dates: Dates) -> Int64Array:
    """The rows at which another date begins."""
    new = np.ones(len(dates), np.bool_)
    new[1:] = (dates.a[1:] != dates.a[:-1]) | (dates.b[1:] != dates.b[:-1]) | (dates.c[1:] != dates.c[:-1])
    return np.flatnonzero(new)


def decide(dates: Dates, year: str) -> Decision | tuple[DateOrder, ...]:
    """The order of these dates, or the orders between which only the person can choose."""
    dates = dates.take(changes(dates))
    usual = [_read(dates, order) for order in ORDERS[year][:2]]
    least = min(reading.impossible for reading in usual)
    possible = [reading for reading in usual if reading.impossible == least]
    if year == "short":
        # Years of two digits in front are rare: only a file that makes no sense otherwise has them.
        first = _read(dates, "ymd")
        if first.impossible <= least and all(_goes_back_more(other, than=first) for other in possible):
            return Decision("ymd", certain=True)
    if len(possible) == 1:
        return Decision(possible[0].order, certain=True)
    one, other = possible
    if np.array_equal(one.days, other.days):
        return Decision(one.order, certain=True)
    for this, that in ((one, other), (other, one)):
        if _goes_back_more(that, than=this):
            return Decision(this.order, certain=True)
    if year == "first":
        return Decision("ymd", certain=True)
    for this, that in ((one, other), (other, one)):
        if _runs_steadily(this, that):
            return Decision(this.order, certain=False)
    return one.order, other.order


def check(dates: Dates, year: str, order: DateOrder) -> None:
    """Raises UsageError where the order that the person gave cannot be."""
    dates = dates.take(changes(dates))
    fitting = ("dmy", "mdy", "ymd", "ydm", "myd", "dym") if year == "short" else ORDERS[year]
    readings = {other: _read(dates, other) for other in ORDERS[year]}
    best = min(readings.values(), key=lambda reading: reading.impossible)
    if order not in fitting:
        raise UsageError(
            f"The dates in this file have the year {year}, so the order {order} cannot be.",
            typed=f"Use {_or(ORDERS[year])}.",
            mend="order",
        )
    given = readings.get(order) or _read(dates, order)
    if given.impossible > best.impossible:
        raise UsageError(
            f"In the order {order}, {given.impossible} dates in this file do not exist.",
            typed=f"Use --order {best.order}.",
            mend="order",
        )


def ask(name: str, orders: tuple[DateOrder, ...], preview: list[str]) -> OpenQuestion:
    one, other = (f"{_PART[order[0]]} ({order})" for order in orders)
    return OpenQuestion(
        f"The dates in {name} can be read in two ways, and the file does not say which. "
        f"Is the first number the {one} or the {other}?",
        option="--order",
        choices=orders,
        preview=preview,
    )


_PART = {"d": "day", "m": "month", "y": "year"}


def _or(orders: tuple[DateOrder, ...]) -> str:
    return " or ".join(f"--order {order}" for order in orders)


def _first_of(months: Int64Array) -> Int64Array:
    """The first day of each month, months and days counted from January 1970."""
    return months.astype("datetime64[M]").astype("datetime64[D]").astype(np.int64)


def _read(dates: Dates, order: DateOrder) -> _Reading:
    days, possible = _days_in(dates, order)
    days = days[possible]
    return _Reading(order, int((~possible).sum()), int((np.diff(days) < 0).sum()), days)


def _goes_back_more(reading: _Reading, *, than: _Reading) -> bool:
    """More than twice as often: quotations and merged files go back a little in any order."""
    return reading.back > 2 * than.back


def _runs_steadily(reading: _Reading, other: _Reading) -> bool:
    """Day after day in this order; in the other one, the same day of the month over and over."""
    steps, leaps = np.diff(reading.days), np.abs(np.diff(other.days))
    return len(steps) >= _STEADY_STEPS and bool(np.median(steps) <= _STEADY_STEP) and bool((leaps >= _A_MONTH).all())
