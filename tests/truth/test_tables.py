"""The judgement against the reference tables, where they lie beside the checkout."""

from __future__ import annotations

import csv
from pathlib import Path

import numpy as np
import pytest

from walkaway.core.verdict.bracket import Solved
from walkaway.core.verdict.model import DEFAULTS, Model, comeback_value, ever_back, walk_value
from walkaway.core.verdict.solve import move_values
from walkaway.core.verdict.states import filtered

COVERED = {"hmm_filter3", "pursuit_decision", "comeback_option"}


def rows(shared: Path, name: str) -> list[dict[str, str]]:
    with (shared / "truth" / f"{name}.csv").open(encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file))


def close(ours: float, table: float, tolerance: float = 1e-8) -> None:
    assert abs(ours - table) <= tolerance * max(1, abs(table))


def test_hmm_filter3(shared: Path) -> None:
    prior = np.array([[0.6, 0.3, 0.1]])
    moves = np.array([[[0.96, 0.03, 0.01], [0.02, 0.93, 0.05], [0, 0.002, 0.998]]])
    seen = np.array([[[0.75, 0.17, 0.08], [0.30, 0.30, 0.40], [0.02, 0.05, 0.93]]])
    for row in rows(shared, "hmm_filter3"):
        marks = np.array([int(c) for c in row["observations"]], np.int8)
        belief, evidence = filtered(prior, moves, seen, marks, np.array([float(row["temper"])]))
        for ours, name in zip(belief[0], ("p_engaged", "p_coasting", "p_gone"), strict=True):
            close(float(ours), float(row[name]))
        close(float(evidence[0]), float(row["log_evidence"]))


def test_comeback_option(shared: Path) -> None:
    for row in rows(shared, "comeback_option"):
        given = {name: float(x) for name, x in row.items()}
        h, a = given["comeback_hazard"], given["alternative_hazard"]
        model = one(
            discount=given["beta"], comeback=h, alternative=a, passes=given["pass_prob"], gain=given["gain_if_welcomed"]
        )
        close(float(comeback_value(model)[0]), given["option_value"])
        close(ever_back(h, a), given["p_ever_back"])
        close(ever_back(h, a, 8), given["p_back_by_8"])


def one(**column: float) -> Model:
    return DEFAULTS.having(**{name: np.array([x]) for name, x in column.items()})


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


def pursuit(row: dict[str, str]) -> Model:
    columns = {ours: np.array([float(row[theirs])]) for ours, theirs in COLUMNS.items()}
    return Model(
        value=np.array([[float(row[name]) for name in ("vE", "vC", "vG")]]),
        seen=np.array([chances(row["O"])]),
        seen_asked=np.array([chances(row["Oask"])]),
        prior=np.ones((1, 3)) / 3,
        temper=np.ones(1),
        **columns,
    )


def test_pursuit_decision(shared: Path) -> None:
    """The value told is the lower end of a bracket as narrow as a verdict's."""
    for number, row in enumerate(rows(shared, "pursuit_decision"), start=1):
        model = pursuit(row)
        belief = np.array([float(row[name]) for name in ("p_engaged", "p_coasting", "p_gone")])
        found = Solved(model).refined(belief, int(float(row["asks_left"])), (True,) * 4, lambda b: b.narrow)
        lower, upper = float(row["value_lower"]), float(row["value_upper"])
        close(float(walk_value(model)[0]), float(row["q_walk"]))
        assert lower - 1e-3 * upper <= found.lower[found.best] <= upper + 1e-8, number
        if float(row["margin"]) > 0.005 * upper:
            assert ("stay", "ask", "step_back", "walk")[found.best] == row["action"], number


def test_pursuit_decision_on_the_mesh_of_the_table(shared: Path) -> None:
    """The q of the table are those of the mesh of 48, where its sweeps and ours end within 1e-8 of a standstill."""
    for row in rows(shared, "pursuit_decision")[:58:19]:
        belief = np.array([float(row[name]) for name in ("p_engaged", "p_coasting", "p_gone")])
        asks_left = int(float(row["asks_left"]))
        ours = move_values(Solved(pursuit(row)).plan(48), belief[None, None], asks_left)[0, 0]
        for value, name in zip(ours, ("q_stay", "q_ask", "q_back", "q_walk"), strict=True):
            if name != "q_ask" or asks_left:
                close(float(value), float(row[name]), 1e-6)


@pytest.mark.parametrize("name", sorted(COVERED))
def test_tables_have_rows(shared: Path, name: str) -> None:
    assert len(rows(shared, name)) >= 16
