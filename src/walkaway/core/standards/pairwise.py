"""Judgements in pairs from another tool in; the weights they imply, and how far they contradict each other, out.

An import only. The walk from pairs to weights lets an option that is added or dropped turn the order of the others
(Belton & Gear 1983; Dyer 1990), and its two usual formulas disagree. Here weights come from a ranking or from swing
points (`weights`); this reads what somebody already has.
"""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np

from walkaway.core.events import FloatArray

RANDOM_INDEX = {3: 0.58, 4: 0.90, 5: 1.12, 6: 1.24, 7: 1.32, 8: 1.41, 9: 1.45, 10: 1.49}
"""The mean inconsistency of random judgements, by how many things are compared (Saaty 1980)."""


@dataclass(frozen=True, slots=True, eq=False)
class Pairwise:
    """Weights by the eigenvector and by geometric means, both summing to 1; the largest eigenvalue.

    `consistency_ratio` is 0 for judgements that never contradict each other, 1 for random ones; above .1 they are
    usually sent back. NaN for more things than there is a random index for.
    """

    weights: FloatArray
    geometric_mean: FloatArray
    largest_eigenvalue: float
    consistency_ratio: float


def from_upper_triangle(judgements: FloatArray) -> Pairwise:
    """Judgements above the diagonal, row by row: how many times more the row's thing matters than the column's."""
    judgements = np.asarray(judgements, np.float64)
    n = round((1 + np.sqrt(1 + 8 * len(judgements))) / 2)
    if n < 2 or n * (n - 1) // 2 != len(judgements):
        raise ValueError("judgements in pairs: one for every pair, row by row")
    if not (np.isfinite(judgements) & (judgements > 0)).all():
        raise ValueError("judgements in pairs are positive numbers")
    matrix = np.ones((n, n))
    above = np.triu_indices(n, 1)
    matrix[above] = judgements
    matrix.T[above] = 1 / judgements
    return weights_from_pairs(matrix)


def weights_from_pairs(matrix: FloatArray) -> Pairwise:
    """A reciprocal matrix of judgements, (n, n), as weights.

    Eigenvector of the largest eigenvalue L (Saaty 1980: a positive matrix has one, real, with a positive vector);
    geometric means of the rows (Crawford & Williams 1985). Consistency ratio = ((L - n) / (n - 1)) / random index.
    """
    n = len(matrix)
    values, vectors = np.linalg.eig(matrix)
    largest = int(values.real.argmax())
    vector = np.abs(vectors[:, largest].real)
    rows = np.exp(np.log(matrix).mean(axis=1))
    eigenvalue = float(values[largest].real)
    return Pairwise(vector / vector.sum(), rows / rows.sum(), eigenvalue, _consistency_ratio(eigenvalue, n))


def _consistency_ratio(eigenvalue: float, n: int) -> float:
    if n < 3:
        return 0.0  # two things leave nothing to contradict
    return (eigenvalue - n) / (n - 1) / RANDOM_INDEX.get(n, float("nan"))
