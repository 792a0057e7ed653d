"""Pairwise judgements, read as an import."""

from __future__ import annotations

import numpy as np
import pytest

from walkaway.core.standards.pairwise import from_upper_triangle


@pytest.mark.parametrize("weights", [[0.5, 0.3, 0.2], [0.4, 0.3, 0.2, 0.1], [0.7, 0.3]])
def test_judgements_that_agree_give_their_weights_back(weights: list[float]) -> None:
    above = np.triu_indices(len(weights), 1)
    w = np.array(weights)
    found = from_upper_triangle(w[above[0]] / w[above[1]])
    assert found.weights == pytest.approx(weights)
    assert found.geometric_mean == pytest.approx(weights)
    assert found.largest_eigenvalue == pytest.approx(len(weights))
    assert found.consistency_ratio == pytest.approx(0, abs=1e-12)


def test_a_circle_is_as_inconsistent_as_it_looks() -> None:
    """A over B, B over C, C over A, each ninefold: all weigh the same, L = 1 + 9 + 1/9."""
    found = from_upper_triangle(np.array([9.0, 1 / 9, 9.0]))
    assert found.weights == pytest.approx([1 / 3] * 3)
    assert found.largest_eigenvalue == pytest.approx(1 + 9 + 1 / 9)
    assert found.consistency_ratio == pytest.approx((1 + 9 + 1 / 9 - 3) / 2 / 0.58)


def test_it_is_said_to_be_an_import_only() -> None:
    from walkaway.core.standards import pairwise

    assert "import only" in str(pairwise.__doc__)


def test_what_is_no_set_of_pairs_is_refused() -> None:
    for wrong in ([], [1.0, 2.0], [0.0], [float("nan")]):
        with pytest.raises(ValueError, match="in pairs"):
            from_upper_triangle(np.array(wrong))
