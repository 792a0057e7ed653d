"""Each strategy against a partner whose moves are written down: what it does, round by round."""

from __future__ import annotations

import numpy as np
import pytest
from studies.market.history import History
from studies.market.strategies import STRATEGIES

BY_NAME = {strategy.name: strategy for strategy in STRATEGIES}


def chances(name: str, theirs: str, slips: str = "") -> list[float]:
    """The chance to cooperate in each round. The move is C where there is one, turned round where `slips` has x."""
    seen, found = History.blank((1,)), []
    for n, other in enumerate(theirs):
        chance = float(BY_NAME[name].chance(seen)[0])
        found.append(chance)
        mine = (chance > 0) ^ (slips[n : n + 1] == "x")
        seen.record(np.array([mine]), np.array([other == "C"]))
    return found


def moves(name: str, theirs: str, slips: str = "") -> str:
    found = chances(name, theirs, slips)
    assert set(found) <= {0.0, 1.0}
    return "".join("DC"[int(chance)] for chance in found)


@pytest.mark.parametrize(
    ("name", "theirs", "mine"),
    [
        ("Cooperator", "CDDD", "CCCC"),
        ("Tit for tat", "CDDCC", "CCDDC"),
        ("Tit for two tats", "DCDDCC", "CCCCDC"),
        ("Grudger", "CDCCC", "CCDDD"),
        ("Contrite tit for tat", "CDDC", "CCDD"),
        ("Win-stay lose-shift", "CDDCC", "CCDCC"),
        ("Defector", "CCD", "DDD"),
        ("Alternator", "CCDD", "CDCD"),
        ("Suspicious tit for tat", "CDCC", "DCDC"),
        ("Bully", "CCDD", "DDDC"),
        ("Tester", "CCCCCC", "DCCDCD"),
        ("Tester", "CDCDC", "DCCCD"),
        ("Prober", "CCCCC", "DCCDD"),
        ("Prober", "CDCDC", "DCCCD"),
        ("Hard majority", "CCDDD", "DCCCD"),
        ("Opposite grudger", "DDCDD", "DDDCC"),
    ],
)
def test_a_strategy_does_what_its_definition_says(name: str, theirs: str, mine: str) -> None:
    assert moves(name, theirs) == mine


def test_strategies_that_throw_dice_have_their_chances() -> None:
    assert chances("Random", "CD") == [0.5, 0.5]
    assert chances("Joss", "CCD") == [1.0, 0.9, 0.9]
    assert chances("Generous tit for tat", "CDC") == [1.0, 1.0, pytest.approx(1 / 3)]
    assert chances("Extort-2", "CDC") == [1.0, pytest.approx(8 / 9), 0.5]
    assert chances("Extort-2", "CDC", "xx") == [1.0, pytest.approx(1 / 3), 0.0]


def test_the_contrite_take_the_answer_to_their_slip_and_answer_the_slip_of_others() -> None:
    assert moves("Contrite tit for tat", "CDCC", "x") == "CCCC"
    assert moves("Tit for tat", "CDCC", "x") == "CCDC"


def test_a_coaster_is_good_for_ten_rounds() -> None:
    assert chances("Coaster", "C" * 12) == [1.0] * 10 + [0.35] * 2
    assert chances("Responsive coaster", "C" * 10 + "DCC") == [1.0] * 10 + [0.35, 1.0, 0.35]


@pytest.mark.parametrize("name", [s.name for s in STRATEGIES if s.nice])
def test_the_nice_are_never_the_first_to_defect(name: str) -> None:
    assert moves(name, "C" * 20) == "C" * 20


def test_every_strategy_has_its_source_and_a_name_of_its_own() -> None:
    assert len(BY_NAME) == len(STRATEGIES) == 20
    assert all(strategy.source for strategy in STRATEGIES)


def test_who_meets_somebody_new_has_seen_nothing() -> None:
    seen = History.blank((2,))
    for _ in range(3):
        seen.record(np.array([False, False]), np.array([False, False]))
    seen.forget(np.array([True, False]))
    assert [BY_NAME["Tit for tat"].chance(seen)[0], BY_NAME["Tit for tat"].chance(seen)[1]] == [1.0, 0.0]
    assert seen.defections.tolist() == [0, 3]
    assert seen.recent.tolist() == [0, 7]
