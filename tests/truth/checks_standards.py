"""The standards against their tables: weights from ranks, the screen, and pairs compared."""

from __future__ import annotations

from collections.abc import Iterator

import numpy as np
from tests.truth.recompute import Check, Gap, Row, listed, near, same

from walkaway.core.standards.pairwise import from_upper_triangle
from walkaway.core.standards.screen import value_after_screen
from walkaway.core.standards.weights import rank_order_centroid, rank_reciprocal, rank_sum

SAATY = np.array([x for k in (1, 3, 5, 7, 9) for x in (k, 1 / k)])
WEIGHTS = {
    "roc_weight": rank_order_centroid,
    "rank_sum_weight": rank_sum,
    "rank_reciprocal_weight": rank_reciprocal,
}


def rank_weights(rows: list[Row]) -> Iterator[Gap]:
    for k, row in enumerate(rows, start=1):
        n, place = int(row["n_criteria"]), int(row["rank"]) - 1
        for column, weights in WEIGHTS.items():
            yield near(k, column, float(weights(n)[place]), row[column])


def standards_screen_value(rows: list[Row]) -> Iterator[Gap]:
    for k, row in enumerate(rows, start=1):
        minimum = np.array([np.nan if m == "-" else float(m) for m in row["minimum"].split(";")])
        scores, points = (np.array([float(x) for x in row[n].split(";")]) for n in ("scores_0_10", "swing_points"))
        found = value_after_screen(scores[None], points, minimum)
        failed = ";".join(map(str, np.flatnonzero(found.failed[0]))) or "-"
        yield same(k, "passes", int(found.passes[0]), int(row["passes"]))
        yield same(k, "failed_standards", failed, row["failed_standards"])
        yield near(k, "additive_value", float(found.additive[0]), row["additive_value"])
        yield near(k, "value_after_screen", float(found.value[0]), row["value_after_screen"])


def ahp_reference(rows: list[Row]) -> Iterator[Gap]:
    for k, row in enumerate(rows, start=1):
        printed = np.array([float(x) for x in row["upper_triangle"].split(";")])
        exact = SAATY[np.abs(printed[:, None] - SAATY).argmin(axis=1)]  # eight digits are too few
        found = from_upper_triangle(exact)
        yield same(k, "n", len(found.weights), int(row["n"]))
        yield from listed(k, "weights", found.weights.tolist(), row["weights"])
        yield from listed(k, "geometric_mean_weights", found.geometric_mean.tolist(), row["geometric_mean_weights"])
        yield near(k, "lambda_max", found.largest_eigenvalue, row["lambda_max"])
        yield near(k, "consistency_ratio", found.consistency_ratio, row["consistency_ratio"])


CHECKS: dict[str, Check] = {
    "rank_weights": rank_weights,
    "standards_screen_value": standards_screen_value,
    "ahp_reference": ahp_reference,
}
