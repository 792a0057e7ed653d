"""Contact in; what they did in each complete week, in the units of the standards, out."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np

from walkaway.core.balance.contact import Contact, monday, openings, week_number
from walkaway.core.events import DAY, HOUR, WEEK, BoolArray, FloatArray, Int64Array, Side

AT_ONCE = 1.0
"""Within the hour (hours) is at once: nobody is marked down for minutes."""
EMPTY_WEEK_CHANCE = 0.10
"""A week without contact that was at least this likely shows nothing."""


@dataclass(frozen=True, slots=True, eq=False)
class Weekly:
    """What they did in each complete Monday-Sunday week, oldest first.

    `value[name]` is NaN where it cannot be seen (nothing of yours to answer); `informative`: something was to see.
    What was rated by hand stands under its own name.
    """

    monday: Int64Array
    value: dict[str, FloatArray]
    informative: BoolArray

    def __len__(self) -> int:
        return len(self.monday)


def weekly(seen: Contact, *, quiet: tuple[tuple[int, int], ...] = ()) -> Weekly:
    """Their openings, active days, share of what awaited an answer and got it, and median wait (hours), week by week.

    `quiet` spells (first and last local day, us) are explained by what the person said, so they show nothing.
    """
    if not len(seen.acts):
        nothing = np.zeros(0)
        return Weekly(nothing.astype(np.int64), {}, nothing.astype(np.bool_))
    start = int(monday(seen.acts.local[:1])[0])
    end = int(monday(np.array([seen.now.local]))[0])
    n = (end - start) // WEEK

    def per_week(local: Int64Array) -> FloatArray:
        week = week_number(local, start)
        return np.bincount(week[week < n], minlength=n).astype(np.float64)

    answers = seen.replies[Side.THEM]
    due = per_week(answers.local[answers.awaits])
    replied = per_week(answers.local[answers.awaits & answers.answered]) / np.where(due > 0, due, np.nan)
    value: dict[str, FloatArray] = {
        "openings": per_week(seen.turns.local[openings(seen, Side.THEM)]),
        "active_days": per_week(seen.days[Side.THEM] * DAY),
        "replies": replied,
        "wait": np.maximum(_median_waits(seen, start, n), AT_ONCE),
    }
    if seen.group:  # who opens, and who is quick, says nothing where others speak too
        value = {name: value[name] for name in ("active_days", "replies")}
    mondays = start + np.arange(n) * WEEK
    informative = (per_week(seen.acts.local) > 0) | _awaited(seen, start, n) | ~_empty_is_likely(seen, mondays)
    for first, last in quiet:
        informative &= (mondays + WEEK <= first) | (mondays > last)
    return Weekly(mondays, value, informative)


def _median_waits(seen: Contact, start: int, n: int) -> FloatArray:
    """The median hours to an answer of what awaited one each week; infinite if most got none, NaN without any."""
    answers = seen.replies[Side.THEM]
    hours, week = answers.hours[answers.awaits], week_number(answers.local[answers.awaits], start)
    order = np.lexsort((hours, week))
    hours, week = hours[order], week[order]
    count = np.bincount(week[week < n], minlength=n)[:n]
    first = np.searchsorted(week, np.arange(n))
    medians = np.full(n, np.nan)
    some = count > 0
    medians[some] = hours[first[some] + (count[some] - 1) // 2]
    return medians


def _awaited(seen: Contact, start: int, n: int) -> BoolArray:
    """Weeks into which something of yours still waited for an answer in time."""
    answers = seen.replies[Side.THEM]
    began = answers.local[answers.awaits]
    still = np.minimum(answers.hours[answers.awaits] * HOUR, seen.window).astype(np.int64)
    first, last = week_number(began, start), week_number(began + still, start)
    starts, ends = (np.bincount(np.clip(week, 0, n + 1), minlength=n + 2) for week in (first, last + 1))
    return np.cumsum(starts - ends)[:n] > 0


def _empty_is_likely(seen: Contact, mondays: Int64Array) -> BoolArray:
    """Whether a week without contact had a chance of 10 % or more, under the pair's gaps before it.

    A stretch of seven days placed at random fits into a gap g with g - 7 days of room: chance = sum (g - 7)+ / sum g.
    Likely too while there is no gap to go by.
    """
    days = np.union1d(*seen.days)
    gaps = np.diff(days)
    room = np.concatenate([[0], np.cumsum(np.maximum(gaps - 7, 0))])
    total = np.concatenate([[0], np.cumsum(gaps)])
    known = np.searchsorted(days * DAY, mondays) - 1  # gaps that ended before the week began
    known = np.maximum(known, 0)
    likely: BoolArray = room[known] >= EMPTY_WEEK_CHANCE * total[known]
    return likely
