"""One task and who does it in, the CPU seconds of the import and of each time as JSON on standard output.

    python bench/judges.py TASK RUNS

Runs in a process of its own, in the environment that holds the package: ours in .venv, the others in .bench/peers.
Nothing of either is imported before the task asks for it, so that the import is timed too.
"""

from __future__ import annotations

import contextlib
import importlib
import importlib.metadata
import io
import json
import sys
import warnings
from collections.abc import Callable
from time import process_time
from typing import Any, NamedTuple

Act = Callable[[], list[float]]
"""Does the task once and gives its answer, as numbers that can be compared."""


class Task(NamedTuple):
    """`prepare` imports what the task needs and gives the function that does it; `inner` calls make one timing."""

    prepare: Callable[[], Act]
    packages: tuple[str, ...]
    inner: int = 1


# Five offers scored on six standards, weighed by swing points; the first standard is a must-have of at least 3.
SCORES = (
    (5.1, 9.5, 1.4, 9.4, 3.1, 4.2),
    (8.2, 4.0, 5.4, 0.2, 7.5, 5.3),
    (3.2, 7.8, 3.0, 4.5, 1.3, 4.0),
    (2.0, 2.6, 4.9, 6.5, 9.1, 9.9),
    (4.4, 8.0, 6.6, 2.7, 8.8, 5.5),
)
POINTS = (100.0, 80.0, 60.0, 60.0, 30.0, 10.0)
LEAST = 3.0

# The textbook case of McCall (1970): offers 10 to 60, beta-binomial(50; 200, 100); 25 a period while looking.
N, A, B, INCOME, DISCOUNT = 50, 200.0, 100.0, 25.0, 0.99


def offers() -> tuple[list[float], list[float]]:
    """What may be offered, and the chance of each."""
    from math import exp, lgamma

    def lbeta(a: float, b: float) -> float:
        return lgamma(a) + lgamma(b) - lgamma(a + b)

    def chance(k: int) -> float:
        return exp(lgamma(N + 1) - lgamma(k + 1) - lgamma(N - k + 1) + lbeta(k + A, N - k + B) - lbeta(A, B))

    chances = [chance(k) for k in range(N + 1)]
    return [10.0 + k for k in range(N + 1)], [c / sum(chances) for c in chances]


# ---------------------------------------------------------------------------------------------------------------- ours


def our_ranking() -> Act:
    np = importlib.import_module("numpy")
    ranked = importlib.import_module("walkaway.core.standards.screen").value_after_screen
    scores, points = np.array(SCORES), np.array(POINTS)
    least = np.array([LEAST, *[np.nan] * 5])
    return lambda: list(ranked(scores, points, least).value)


def our_mccall() -> Act:
    looking = importlib.import_module("walkaway.core.options.mccall").looking
    discrete = importlib.import_module("walkaway.core.options.distributions").Discrete
    worth, chances = offers()
    return lambda: [looking(discrete(tuple(worth), tuple(chances)), income=INCOME, discount=DISCOUNT).reservation]


def cold_solve() -> Act:
    np = importlib.import_module("numpy")
    bracket = importlib.import_module("walkaway.core.verdict.bracket")
    model = importlib.import_module("walkaway.core.verdict.model").DEFAULTS
    belief = np.array([0.5, 0.3, 0.2])

    def act() -> list[float]:
        found = bracket.Solved(model).refined(belief, 1, (True,) * 4, lambda b: b.narrow)
        return [float(found.upper.max())]

    return act


def decisions(count: int) -> Callable[[], Act]:
    """So many pursuits, a year of weeks each, and the week that is new: belief, values and ruling in all 64 draws."""

    def prepare() -> Act:
        np = importlib.import_module("numpy")
        again = importlib.import_module("walkaway.core.verdict.again")
        model = importlib.import_module("walkaway.core.verdict.model").DEFAULTS
        rng = np.random.default_rng(1)
        kept = again.keep(model, rng=rng)
        belief = np.stack([again.believed(kept, rng.integers(-1, 3, 52).astype(np.int8)) for _ in range(count)], axis=1)
        week, informative = rng.integers(-1, 3, count).astype(np.int8), np.full(count, 52)
        return lambda: list(again.decide(kept, again.next_week(kept, belief, week), informative).move)

    return prepare


# --------------------------------------------------------------------------------------------------------------- peers


def skcriteria() -> Act:
    skc = importlib.import_module("skcriteria")
    filters = importlib.import_module("skcriteria.preprocessing.filters")
    weighted_sum = importlib.import_module("skcriteria.agg.simple").WeightedSumModel()
    np = importlib.import_module("numpy")
    scores, weights = np.array(SCORES), np.array(POINTS) / sum(POINTS)

    def act() -> list[float]:
        matrix = skc.mkdm(scores, [max] * len(POINTS), weights=weights)
        passed = filters.FilterGE({"C0": LEAST}).transform(matrix)
        found = dict(zip(passed.alternatives, weighted_sum.evaluate(passed).e_.score, strict=True))
        return [float(found.get(f"A{i}", 0.0)) / 10 for i in range(len(SCORES))]

    return act


def pymcdm() -> Act:
    np = importlib.import_module("numpy")
    weighted_sum = importlib.import_module("pymcdm.methods").WSM(normalization_function=lambda x, cost=False: x / 10)  # noqa: ARG005
    scores, weights, kinds = np.array(SCORES), np.array(POINTS) / sum(POINTS), np.ones(len(POINTS))

    def act() -> list[float]:  # it has no screen: one line of numpy stands in
        return list(np.where(scores[:, 0] >= LEAST, weighted_sum(scores, weights, kinds), 0.0))

    return act


def pydecision() -> Act:
    np = importlib.import_module("numpy")
    saw = importlib.import_module("pyDecision.algorithm").saw_method
    scores, weights, kinds = np.array(SCORES), [p / sum(POINTS) for p in POINTS], ["max"] * len(POINTS)

    def act() -> list[float]:  # as above; it stretches each standard to the offers at hand, so its values differ
        found = saw(scores, kinds, weights, graph=False, verbose=False)
        return list(np.where(scores[:, 0] >= LEAST, found[:, 1], 0.0))

    return act


def quantecon() -> Act:
    """States: an offer in hand (51), and done. Taking one pays w / (1 - discount) and is done; else look on."""
    np = importlib.import_module("numpy")
    problem = importlib.import_module("quantecon.markov").DiscreteDP
    worth, chances = (np.array(column) for column in offers())
    n = len(worth)
    reward = np.zeros((n + 1, 2))
    reward[:n, 0], reward[:n, 1] = worth / (1 - DISCOUNT), INCOME
    moves = np.zeros((n + 1, 2, n + 1))
    moves[:, 0, n] = 1
    moves[:n, 1, :n] = chances
    moves[n, 1, n] = 1

    def act() -> list[float]:
        value = problem(reward, moves, DISCOUNT).solve(method="policy_iteration").v
        return [float((1 - DISCOUNT) * (INCOME + DISCOUNT * chances @ value[:n]))]

    return act


OURS = ("walkaway", "numpy")
TASKS = {
    "ranking, walkaway": Task(our_ranking, OURS, 100),
    "ranking, scikit-criteria": Task(skcriteria, ("scikit-criteria",)),
    "ranking, pymcdm": Task(pymcdm, ("pymcdm",), 100),
    "ranking, pyDecision": Task(pydecision, ("pydecision",), 10),
    "mccall, walkaway": Task(our_mccall, OURS),
    "mccall, quantecon": Task(quantecon, ("quantecon",)),
    "cold solve": Task(cold_solve, OURS),
    "cached decision": Task(decisions(1), OURS, 20),
    "1,000 decided again": Task(decisions(1000), OURS),
}


def measure(name: str, runs: int) -> dict[str, Any]:
    """CPU seconds (all threads) of the import, the first time and each later one; the answer; versions."""
    task = TASKS[name]
    began = process_time()
    act = task.prepare()
    imported = process_time() - began
    began = process_time()
    answer = act()
    cold = process_time() - began
    warm = []
    for _ in range(runs):
        began = process_time()
        for _ in range(task.inner):
            act()
        warm.append((process_time() - began) / task.inner)
    versions = {package: importlib.metadata.version(package) for package in task.packages}
    return {
        "import": imported,
        "cold": cold,
        "warm": warm,
        "answer": [float(x) for x in answer],
        "versions": versions,
    }


if __name__ == "__main__":
    _, chosen, count_ = sys.argv
    warnings.simplefilter("ignore")
    with contextlib.redirect_stdout(io.StringIO()), contextlib.redirect_stderr(io.StringIO()):
        result = measure(chosen, int(count_))
    print(json.dumps(result))
