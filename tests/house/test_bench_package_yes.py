"""The chance of a yes to a package: nearer to what happens than without the correction, as its page says."""

import numpy as np
import pytest
from bench import package_yes

from walkaway.core.offers.advise_packages import SURE, SUREST, tempered


def test_what_is_said_is_nearer_to_what_happens_than_the_bare_guess() -> None:
    said, yes = package_yes.columns(package_yes.talks(360, seed=7))
    bare = tempered(said, 1 / SURE)
    assert len(said) > 400
    assert package_yes.apart(said, yes) < min(0.12, package_yes.apart(bare, yes))
    assert np.mean((said - yes) ** 2) < min(np.mean((bare - yes) ** 2), yes.var())


def test_less_sure_is_nearer_to_a_half_and_in_the_same_order() -> None:
    chances = np.linspace(SUREST, 1 - SUREST, 101)
    found = tempered(chances)
    assert (np.diff(found) > 0).all()
    assert (np.abs(found - 0.5) <= np.abs(chances - 0.5) + 1e-12).all()
    assert tempered(np.array([0.5])) == pytest.approx(0.5)
    assert tempered(np.array([0.0, 1.0])) == pytest.approx([found[0], found[-1]])
    assert tempered(found, 1 / SURE) == pytest.approx(chances)
