"""How busy a person was: with how many people they are in touch, against the same counted slowly."""

from __future__ import annotations

import numpy as np
import pytest

from walkaway.core.comeback.around import SLOW, around, busy
from walkaway.core.comeback.pairs import pairs


def test_everybody_counts_once_and_less_the_longer_ago() -> None:
    rng = np.random.default_rng(4)
    source, target = rng.integers(0, 6, (2, 400))
    target = np.where(source == target, (target + 1) % 6, target)
    at = np.sort(rng.uniform(0, 300, 400))
    found = around(pairs(source, target, at))
    person, then = rng.integers(0, 6, 50), rng.uniform(50, 299, 50)
    _, people, _ = busy(found, person, then)
    for who, day, counted in zip(person, then, people, strict=True):
        last: dict[int, float] = {}
        for a, b, when in zip(source, target, at, strict=True):
            if when <= day and who in (a, b):
                last[int(b if a == who else a)] = when
        assert counted == pytest.approx(sum(np.exp(-SLOW * (day - when)) for when in last.values()), rel=1e-6)
