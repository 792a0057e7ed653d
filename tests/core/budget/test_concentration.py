"""How much hangs on one."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from walkaway.core.budget.concentration import concentration, concentrations

AMOUNTS = st.dictionaries(st.text("abcdef", min_size=1), st.floats(0.01, 1e6), min_size=1, max_size=8)


def test_one_client_pays_most() -> None:
    found = concentration({"Ada": 6000.0, "Ben": 3000.0, "Cleo": 1000.0})
    assert found is not None
    assert found.largest == "Ada"
    assert found.share == pytest.approx(0.6)
    assert found.left == 4000.0
    assert found.herfindahl == pytest.approx(0.36 + 0.09 + 0.01)
    assert found.as_many_as == pytest.approx(1 / 0.46)


def test_an_even_spread_counts_its_parts_and_a_single_one_is_all() -> None:
    even = concentration(dict.fromkeys("abcd", 5.0))
    single = concentration({"only": 3.0, "nothing": 0.0})
    assert even is not None
    assert single is not None
    assert even.herfindahl == pytest.approx(0.25)
    assert even.as_many_as == pytest.approx(4)
    assert even.largest == "a"
    assert (single.herfindahl, single.share, single.left) == (1.0, 1.0, 0.0)


@given(AMOUNTS, st.sampled_from([0.01, 100.0]))
def test_neither_unit_nor_order_matters(amounts: dict[str, float], unit: float) -> None:
    found = concentration(amounts)
    again = concentration({name: x * unit for name, x in reversed(amounts.items())})
    assert found is not None
    assert again is not None
    assert again.herfindahl == pytest.approx(found.herfindahl)
    assert again.share == pytest.approx(found.share)
    assert again.left == pytest.approx(found.left * unit, rel=1e-9, abs=1e-9)
    assert 1 / len(amounts) <= found.herfindahl * (1 + 1e-12)
    assert found.herfindahl <= 1 + 1e-12


def test_income_time_and_contact_are_each_their_own_whole() -> None:
    found = concentrations({"income": {"Ada": 1.0}, "time": {"Ada": 1.0, "Ben": 3.0}, "contact": {}})
    assert {name: of.largest for name, of in found.items()} == {"income": "Ada", "time": "Ben"}


def test_less_than_nothing_is_refused() -> None:
    with pytest.raises(ValueError, match="not below 0"):
        concentration({"Ada": -1.0})
    assert concentration({"Ada": 0.0}) is None
