"""The study of regret, small: its policy is the product's, and what its page says holds where it is run again."""

from __future__ import annotations

import numpy as np
import pytest
from studies.regret import __main__, calibration, unlike, worlds
from studies.regret.family import AllRules, family
from studies.regret.people import KINDS
from studies.regret.policies import Judged, Rule

from walkaway.core.verdict.judge import judge
from walkaway.core.verdict.model import ASK, DEFAULTS
from walkaway.core.verdict.solve import WALK, solve


def test_the_simulated_policy_believes_and_moves_as_the_product_does() -> None:
    marks = np.random.default_rng(1).integers(0, 3, (12, 3)).astype(np.int8)
    policy = Judged(DEFAULTS, solve(DEFAULTS, 24, solve(DEFAULTS, 12)))
    policy.begin(np.zeros(3, np.int64), marks[0])
    for week in marks[1:]:
        policy.see(week)
    moves = policy.moves()
    for life in range(3):
        verdict = judge(marks[:, life], rng=np.random.default_rng(1))
        assert verdict.belief is not None
        assert verdict.values is not None
        np.testing.assert_allclose(policy.belief[life], verdict.belief, atol=1e-12)
        assert verdict.values[moves[life]] >= np.nanmax(verdict.values) - 0.02


def test_the_family_holds_200_policies_and_a_rule_is_the_same_alone_and_in_it() -> None:
    rules = family()
    assert len(rules.names) == len(set(rules.names)) == 200
    marks = np.random.default_rng(2).choice(3, (30, 40), p=(0.5, 0.2, 0.3)).astype(np.int8)
    for name, alone in (
        ("3 misses of 5", Rule(3, 5)),
        ("2 misses of 2, ask first", Rule(2, 2, ask_first=True)),
        ("never leave", Rule(2, 1)),
    ):
        rule = np.full(40, rules.names.index(name))
        together = AllRules(rules, rule)
        for policy in (alone, together):
            policy.begin(np.zeros(40, np.int64), marks[0])
        for week in marks[1:]:
            moves = alone.moves()
            assert moves.tolist() == together.moves().tolist()
            if name != "never leave":
                assert set(moves.tolist()) <= {0, ASK, WALK}
            alone.see(week)
            together.see(week)


@pytest.fixture(scope="module")
def own() -> worlds.Lost:
    return worlds.regrets(11, worlds=20, episodes=20)


def test_the_model_beats_every_fixed_rule_in_worlds_like_it(own: worlds.Lost) -> None:
    regret = dict(zip(own.names, own.regret.mean(axis=1), strict=True))
    ours = {name: regret.pop(name) for name in own.names if name.startswith("model")}
    assert ours["model, default dynamics, true values"] < 0.2
    assert ours["model, default dynamics, values off up to 30 %"] < 0.35
    careless = ours.pop("model, default dynamics, all values off by 30 %")
    assert max(ours.values()) < min(*regret.values(), careless)
    assert min(ours.values()) > -0.01  # nobody beats the optimum


def test_both_counts_of_regret_agree(own: worlds.Lost) -> None:
    """The control variate changes the spread, not the mean."""
    apart = own.plain - own.regret
    error = apart.std(axis=1, ddof=1) / np.sqrt(apart.shape[1])
    assert (np.abs(apart.mean(axis=1)) <= 4 * error + 1e-9).all()


def test_the_model_loses_less_than_the_best_single_rule_in_worlds_unlike_it() -> None:
    found = unlike.run(12, worlds=10, episodes=25)
    elsewhere = unlike.run(13, worlds=10, episodes=25, policy=None)
    single = int(elsewhere.rules.mean(axis=0).argmax())
    assert set(found.kinds) == set(KINDS)
    assert found.ours.mean() > found.rules[:, single].mean()


def test_how_sure_is_calibrated_and_modest_on_few_weeks() -> None:
    found = calibration.said(14, 750, lot=50)
    few = found.informative < 4
    assert few.any()
    assert found.sure[few].max() <= 0.6
    assert calibration.calibration_error(found.share, found.right) <= 0.05
    assert calibration.calibration_error(found.sure, found.right) <= 0.08


def test_calibration_error_by_hand() -> None:
    said = np.array([0.65, 0.65, 0.95, 0.95])
    right = np.array([True, False, True, True])
    assert calibration.calibration_error(said, right) == pytest.approx((0.3 + 0.1) / 4)


@pytest.mark.soak
def test_the_goals_at_full_length() -> None:
    lost = worlds.together([worlds.regrets(seed) for seed in __main__.SEEDS["worlds"]])
    regret = dict(zip(lost.names, lost.regret, strict=True))
    for name, goal in (
        ("model, default dynamics, true values", 0.15),
        ("model, default dynamics, values off up to 30 %", 0.25),
    ):
        assert regret[name].std(ddof=1) / np.sqrt(regret[name].size) <= 0.02
        assert regret[name].mean() <= goal
    found = calibration.said(__main__.SEEDS["calibration"][0])
    assert calibration.calibration_error(found.sure, found.right) <= 0.05
