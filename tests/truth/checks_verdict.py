"""The hidden state filter, the comeback option and the plan, against their tables."""

from __future__ import annotations

from collections.abc import Iterator

import numpy as np
from tests.truth.recompute import Check, Gap, Row, near, same

from walkaway.core.verdict.bracket import Bracket, Solved
from walkaway.core.verdict.model import DEFAULTS, Model, comeback_value, ever_back, walk_value
from walkaway.core.verdict.states import filtered

BELIEF = ("p_engaged", "p_coasting", "p_gone")
MOVES = ("stay", "ask", "step_back", "walk")


def hmm_filter3(rows: list[Row]) -> Iterator[Gap]:
    prior = np.array([[0.6, 0.3, 0.1]])
    moves = np.array([[[0.96, 0.03, 0.01], [0.02, 0.93, 0.05], [0, 0.002, 0.998]]])
    seen = np.array([[[0.75, 0.17, 0.08], [0.30, 0.30, 0.40], [0.02, 0.05, 0.93]]])
    for i, row in enumerate(rows, 1):
        marks = np.array([int(c) for c in row["observations"]], np.int8)
        belief, evidence = filtered(prior, moves, seen, marks, np.array([float(row["temper"])]))
        for ours, name in zip(belief[0], BELIEF, strict=True):
            yield near(i, name, float(ours), row[name])
        yield near(i, "log_evidence", float(evidence[0]), row["log_evidence"])


def comeback_option(rows: list[Row]) -> Iterator[Gap]:
    for i, row in enumerate(rows, 1):
        given = {name: float(x) for name, x in row.items()}
        h, a = given["comeback_hazard"], given["alternative_hazard"]
        columns = {"discount": given["beta"], "comeback": h, "alternative": a}
        columns |= {"passes": given["pass_prob"], "gain": given["gain_if_welcomed"]}
        model = DEFAULTS.having(**{name: np.array([x]) for name, x in columns.items()})
        yield near(i, "option_value", float(comeback_value(model)[0]), row["option_value"])
        yield near(i, "p_ever_back", ever_back(h, a), row["p_ever_back"])
        yield near(i, "p_back_by_8", ever_back(h, a, 8), row["p_back_by_8"])


COLUMNS = {
    "effort": "effort",
    "ask_cost": "ask_cost",
    "back_value": "back_value",
    "back_effort": "back_effort",
    "discount": "beta",
    "decay": "decay",
    "fall": "goneE",
    "recover": "recover",
    "fade": "goneC",
    "back_to": "back_to",
    "ask_up": "ask_up",
    "ask_gone": "ask_gone",
    "away_up": "away_up",
    "outside": "out",
    "comeback": "comeback",
    "passes": "pass_std",
    "gain": "comeback_gain",
    "alternative": "alt",
}


def chances(text: str) -> list[list[float]]:
    return [[float(x) for x in part.split(";")] for part in text.split("|")]


def pursuit(row: Row) -> Model:
    columns = {ours: np.array([float(row[theirs])]) for ours, theirs in COLUMNS.items()}
    return Model(
        value=np.array([[float(row[name]) for name in ("vE", "vC", "vG")]]),
        seen=np.array([chances(row["O"])]),
        seen_asked=np.array([chances(row["Oask"])]),
        prior=np.ones((1, 3)) / 3,
        temper=np.ones(1),
        **columns,
    )


def fine(found: Bracket) -> bool:
    return found.gap <= 5e-4 * abs(float(found.upper[found.best]))


def pursuit_decision(rows: list[Row]) -> Iterator[Gap]:
    """The value inside the printed bounds, the same move wherever it matters; the error counts from the bounds."""
    for k, row in enumerate(rows, 1):
        model = pursuit(row)
        belief = np.array([float(row[name]) for name in BELIEF])
        lower, upper = float(row["value_lower"]), float(row["value_upper"])
        found = Solved(model).refined(belief, int(float(row["asks_left"])), (True,) * 4, fine)
        value = float(found.lower[found.best])
        yield near(k, "q_walk", float(walk_value(model)[0]), row["q_walk"])
        yield Gap(k, "value_lower", max(0.0, lower - value) / upper, 1e-3)
        yield Gap(k, "value_upper", max(0.0, value - upper))
        if float(row["margin"]) > 0.005 * upper:
            yield same(k, "action", MOVES[found.best], row["action"])


CHECKS: dict[str, Check] = {
    "hmm_filter3": hmm_filter3,
    "comeback_option": comeback_option,
    "pursuit_decision": pursuit_decision,
}
