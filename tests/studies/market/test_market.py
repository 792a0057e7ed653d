"""The market: who meets, what is paid, who leaves; and the belief rule, asked directly."""

from __future__ import annotations

import numpy as np
import pytest
from studies.market import market
from studies.market.__main__ import main
from studies.market.belief import SETTING, Leaver, Plans, plans
from studies.market.exits import BELIEF, FIXED, RULES
from studies.market.history import History
from studies.market.market import CELLS, NOBODY, Cell, played
from studies.market.report import drawing, found, one_for_all, table
from studies.market.strategies import STRATEGIES


def after(theirs: str) -> History:
    seen = History.blank((1,))
    for other in theirs:
        seen.record(np.array([True]), np.array([other == "C"]))
    return seen


@pytest.mark.parametrize(
    ("rule", "stays", "leaves"),
    [
        ("the first time", "CCC", "CCD"),
        ("2 in a row", "CDCD", "CDD"),
        ("3 in a row", "DDCDD", "CDDD"),
        ("2 of 4", "DCCCD", "DCCD"),
        ("3 of 5", "DCDCCD", "DCDCD"),
        ("2 of 10", "D" + "C" * 9 + "D", "D" + "C" * 8 + "D"),
        ("more than half", "DDD", "DDDC"),
    ],
)
def test_a_fixed_rule_leaves_when_it_says(rule: str, stays: str, leaves: str) -> None:
    one = next(fixed for fixed in FIXED if fixed.name == rule)
    assert not one.leaves(after(stays))[0]
    assert one.leaves(after(leaves))[0]


def test_everyone_meets_one_other_at_most_and_the_wait_is_as_long_as_said() -> None:
    rng = np.random.default_rng(1)
    partner = np.full((400, 220), NOBODY)
    new = market._meet(partner, np.full((400, 1), 0.25), rng)
    assert new.mean() == pytest.approx(0.25, abs=0.01)
    assert (new == (partner != NOBODY)).all()
    row = np.arange(400)[:, None]
    back = np.where(new, partner[row, np.maximum(partner, 0)], NOBODY)
    assert (back == np.where(new, np.arange(220), NOBODY)).all()


def test_alone_for_ever_earns_one_and_the_never_leaving_are_exploited() -> None:
    alone = played((Cell(1e9, 0.0),), 1, 1, rounds=20)
    assert (alone == 1).all()
    free = played((Cell(0.0, 0.0),), 4, 1, rounds=100).mean(axis=(0, 1))
    assert STRATEGIES[0].name == "Cooperator"
    assert free[0, RULES.index("never")] < free[0, RULES.index("2 of 10")]


def mind(marks: str, *, wait: float, slip: float) -> bool:
    """Who has known such waits and slips: gone after rounds met (M), missed (X) or partly met (P)?"""
    leaver, one = Leaver(1), np.array([True])
    for _ in range(40):
        leaver.meet(one)
        for _ in range(round(wait)):
            leaver.wait(one)
        for n in range(25):
            leaver.see(one, one, ~one, np.array([slip > 0 and n % round(1 / slip) == 0]), np.array([3.0]))
        leaver.part(one)
    leaver.meet(one)
    for mark in marks:
        helped = np.array([mark == "M"])
        leaver.see(one, helped, np.array([mark == "P"]), ~one, np.where(helped, 3.0, 0.0))
        gone = bool(leaver.leaves()[0])
        leaver.go_on(one)
    return gone


def test_belief_is_more_patient_where_slips_are_common_and_somebody_new_is_far() -> None:
    assert not mind("M" * 10, wait=0, slip=0)
    assert mind("MMMXXXXXX", wait=0, slip=0)

    def misses(wait: float, slip: float) -> int:
        return next(n for n in range(1, 40) if mind("M" * 12 + "X" * n, wait=wait, slip=slip))

    assert misses(0, 0) <= misses(0, 0.05) <= misses(12, 0.05)
    assert misses(0, 0) < misses(12, 0.05)
    assert not mind("M" * 12 + "PMPM", wait=3, slip=0.05)


def test_the_plans_hold_together() -> None:
    """More wait, more patience: the gain of staying grows with it at every belief."""
    told = plans(SETTING)
    waits = np.array([0.0, 3.0, 12.0])
    place = Plans.place(np.full(3, 0.025), waits, np.full(3, 0.2), np.full(3, 0.4))
    gain = told.gain[place]
    assert (np.diff(gain, axis=0) > 0).all()
    np.testing.assert_allclose(told.prior.sum(axis=1), 1)


def test_the_study_prints_and_draws() -> None:
    told = found(CELLS, played(CELLS, 3, 7, rounds=120))
    assert table(told).count("\n") == len(RULES) + 2
    assert one_for_all(told).count("%") == len(RULES)
    assert drawing(told).count("<circle") == len(RULES) * len(CELLS)
    assert (told.behind < 25).all()  # nothing is badly wrong, even in short markets
    assert told.score.shape == (len(CELLS), BELIEF + 1)


def test_the_quick_run_says_what_it_did(capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("sys.argv", ["market", "--quick"])
    main()
    said = capsys.readouterr().out
    assert "1 seeds, 5 markets of each kind, 150 rounds" in said
    assert "| belief, behind the best fixed |" in said


def test_the_same_seed_is_the_same_market() -> None:
    one, other = (played(CELLS[:2], 2, 3, rounds=40) for _ in range(2))
    assert one.tolist() == other.tolist()
