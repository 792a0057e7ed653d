"""Ratings by hand in; the weeks they speak for, beside what the messages show, out."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

import numpy as np

from walkaway.core.balance.contact import monday
from walkaway.core.events import WEEK, FloatArray, Int64Array, Moment
from walkaway.core.standards.standard import Mark, WeekMarks
from walkaway.core.standards.weekly import Weekly

SPEAKS_FOR = 4 * WEEK
"""A rating is asked about the last four weeks, so it speaks for those, or for fewer where the one before is younger."""


@dataclass(frozen=True, slots=True)
class Rating:
    """One answer to "how true has this been lately": on which local day (us), from 0 to 10."""

    on: int
    score: float


def with_ratings(weeks: Weekly, ratings: Mapping[str, Sequence[Rating]], now: Moment) -> Weekly:
    """The weeks with a column for each rated standard; a rated week shows something. Ratings after `now` wait.

    Where there were no weeks at all (no archive), they begin with the first that a rating speaks for.
    """
    said = {name: [r for r in rows if r.on <= now.local] for name, rows in ratings.items()}
    if not any(said.values()):
        return weeks
    mondays = weeks.monday
    if not len(mondays):
        first = min(rows[0].on for rows in said.values() if rows)
        ends = monday(np.array([first - SPEAKS_FOR + WEEK - 1, now.local]))
        mondays = np.arange(int(ends[0]), int(ends[1]), WEEK, dtype=np.int64)
    columns = {name: _column(mondays, rows) for name, rows in said.items() if rows}
    empty = np.zeros(len(mondays), np.bool_)
    rated = np.any([~np.isnan(column) for column in columns.values()], axis=0) if columns else empty
    informative = (weeks.informative if len(weeks) else empty) | rated
    return Weekly(mondays, {**weeks.value, **columns}, informative)


def _column(mondays: Int64Array, rows: Sequence[Rating]) -> FloatArray:
    """The score of each week; NaN where no rating speaks for it. A later rating never rewrites an earlier one."""
    column = np.full(len(mondays), np.nan)
    before = -np.inf
    for row in sorted(rows, key=lambda r: r.on):
        spoken_for = (mondays >= max(row.on - SPEAKS_FOR, before)) & (mondays < row.on)
        column[spoken_for] = row.score
        before = row.on
    return column


def marks_at(weeks: Weekly, name: str, level: float) -> WeekMarks:
    """Each week against one level alone: met from it up (for `wait` down), else missed; nothing to see where unseen."""
    value = weeks.value.get(name, np.full(len(weeks), np.nan))
    short = value > level if name == "wait" else value < level
    mark = np.where(short, Mark.MISSED, Mark.MET)
    mark[~weeks.informative | np.isnan(value)] = Mark.NOTHING
    return WeekMarks(weeks.monday, mark.astype(np.int8))
