"""The budget against its tables: hours over pursuits, and which pursuit to attend to."""

from __future__ import annotations

from collections.abc import Iterator

import numpy as np
from tests.truth.recompute import Check, Gap, Row, listed, near, same

from walkaway.core.budget.hours import waterfill
from walkaway.core.budget.whittle import SUBSIDIES, indexable, pursuit, whittle

STATES = ("engaged", "coasting", "gone")


def energy_waterfill(rows: list[Row]) -> Iterator[Gap]:
    for k, row in enumerate(rows, start=1):
        worth, half_time = (np.array([float(x) for x in row[n].split(";")]) for n in ("worth", "half_time_hours"))
        found = waterfill(worth, half_time, float(row["budget_hours"]))
        yield from listed(k, "hours", found.hours.tolist(), row["hours"])
        yield near(k, "marginal_value_per_hour", found.marginal, row["marginal_value_per_hour"])
        yield near(k, "total", found.total, row["total"])


def whittle_pursuit(rows: list[Row]) -> Iterator[Gap]:
    for k, row in enumerate(rows, start=1):
        values = np.array([float(x) for x in row["values"].split("|")])
        of = pursuit(values, kept=float(row["passive_share"]), discount=float(row["beta"]))
        yield same(k, "indexable", indexable(of, SUBSIDIES), bool(int(row["indexable"])))
        ours = float(whittle(of).index[STATES.index(row["state"])])
        yield near(k, "whittle_index", ours, row["whittle_index"])


CHECKS: dict[str, Check] = {
    "energy_waterfill": energy_waterfill,
    "whittle_pursuit": whittle_pursuit,
}
