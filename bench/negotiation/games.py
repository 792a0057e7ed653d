"""Two negotiators and a scenario in, a game of theirs on NegMAS and what came of it out.

Needs the bench's own environment. NegMAS and the negotiators have licences of their own; the package never sees them.
"""

from __future__ import annotations

import contextlib
import importlib
import importlib.machinery
import importlib.util
import io
import random
import sys
import time
import types
import warnings
import zlib
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import numpy as np
from bench.negotiation.scenarios import Scenario

warnings.filterwarnings("ignore")

PEERS = {
    "Boulware": "negmas.sao.negotiators.BoulwareTBNegotiator",
    "Linear": "negmas.sao.negotiators.LinearTBNegotiator",
    "MiCRO": "negmas.sao.negotiators.MiCRONegotiator",
    "Hybrid": "negmas.sao.negotiators.HybridNegotiator",
    "NaiveTFT": "negmas.sao.negotiators.NaiveTitForTatNegotiator",
    "HardHeaded": "negmas_genius_agents.HardHeaded",
    "AgentGG": "negmas_genius_agents.AgentGG",
    "BadIron": "anl_agents.anl2026.team_21565.MAIN_AGENT",
    "SBDANL": "anl_agents.anl2026.team_22290.MAIN_AGENT",
}
"""Strong, and of different families."""
OTHERS = {
    name: f"negmas_genius_agents.{name}"
    for name in (
        *("IAMhaggler2011", "NiceTitForTat", "AgentK2", "Gahboninho"),
        *("TheNegotiatorReloaded", "Atlas3", "TheFawkes", "BRAMAgent2"),
    )
}
"""A second pool. Only the last rounds of ours were chosen with these in view, on seeds that its README names."""


def _without_heavy_parents() -> None:
    """anl_agents imports tensorflow and torch on top; its agents need neither, so the parents are stand-ins."""
    spec = importlib.util.find_spec("negmas")
    assert spec is not None
    assert spec.origin is not None
    site = Path(spec.origin).parent.parent
    for name in ("anl_agents", "anl_agents.anl2024", "anl_agents.anl2025", "anl_agents.anl2026"):
        folder = site / name.replace(".", "/")
        if folder.is_dir():
            module = types.ModuleType(name)
            module.__path__ = [str(folder)]
            module.__spec__ = importlib.machinery.ModuleSpec(name, None, is_package=True)
            module.__spec__.submodule_search_locations = module.__path__
            sys.modules[name] = module


def load(path: str) -> Any:
    """The class at `package.module.Class`."""
    module, _, name = path.rpartition(".")
    return getattr(importlib.import_module(module), name)


@dataclass(frozen=True, slots=True)
class Game:
    """What came of it, per side where there are two numbers. `gain` is (worth - outside) / (best - outside).

    `steps` rounds were begun; `left_by` is the side that ended the talk (-1: nobody did). `pareto` is 1 less the
    distance of the agreement to the frontier over the largest there is; NaN without an agreement.
    """

    scenario: str
    names: tuple[str, str]
    zone: bool
    gain: tuple[float, float]
    agreed: bool
    pareto: float
    steps: int
    left_by: int
    failed: bool
    seconds: float


class Table:
    """A scenario as NegMAS wants it, with its frontier."""

    def __init__(self, scenario: Scenario) -> None:
        from negmas import make_issue, make_os

        _ = make_os
        self.scenario = scenario
        self.issues = [make_issue([f"v{j}" for j in range(n)], f"issue{k}") for k, n in enumerate(scenario.sizes)]
        self.space = make_os(self.issues)
        worths = scenario.worths()
        self.best = worths.max(axis=0)
        self.zone = scenario.zone
        order = np.lexsort((-worths[:, 1], -worths[:, 0]))
        seconds = np.maximum.accumulate(worths[order, 1])
        edge = np.concatenate([[True], seconds[1:] > seconds[:-1] + 1e-12])
        self.frontier = worths[order][edge]
        apart = np.sqrt(((worths[:, None, :] - self.frontier[None]) ** 2).sum(axis=2)).min(axis=1)
        self.farthest = float(apart.max())

    def worth(self, side: int) -> Any:
        from negmas.preferences import LinearAdditiveUtilityFunction

        given = self.scenario
        values = [{f"v{j}": score for j, score in enumerate(scores)} for scores in given.scores[side]]
        return LinearAdditiveUtilityFunction(
            values=values,
            weights=list(given.weights[side]),
            outcome_space=self.space,
            reserved_value=given.outside[side],
        )


def play(table: Table, names: tuple[str, str], classes: tuple[Any, Any], *, steps: int, repetition: int) -> Game:
    """One game; the same again for the same arguments, as far as the negotiators hold to the seeds."""
    from negmas import SAOMechanism

    seed = zlib.crc32(f"{table.scenario.name}|{names}|{repetition}".encode())
    random.seed(seed)
    np.random.seed(seed)  # noqa: NPY002 (the peers draw from it)
    worths = (table.worth(0), table.worth(1))
    mechanism = SAOMechanism(outcome_space=table.space, n_steps=steps, time_limit=30)
    begun = time.process_time()
    failed, state = False, None
    with contextlib.redirect_stdout(io.StringIO()), contextlib.redirect_stderr(io.StringIO()):
        try:
            for side, made in enumerate(classes):
                mechanism.add(made(name=f"n{side}", private_info={}), ufun=worths[side])
            state = mechanism.run()
            failed = bool(state.has_error)
        except Exception:  # noqa: BLE001 (whatever a peer trips over is a talk without a deal)
            failed = True
    deal = None if state is None or (failed and state.agreement is None) else state.agreement
    outside = np.array(table.scenario.outside)
    got = outside if deal is None else np.array([float(worth(deal)) for worth in worths])
    gain = (got - outside) / (table.best - outside)
    left = -1
    if state is not None and state.broken and state.current_proposer is not None:
        left = _who_left(mechanism, state)
    near = float(np.sqrt(((table.frontier - got) ** 2).sum(axis=1)).min()) if deal is not None else float("nan")
    return Game(
        scenario=table.scenario.name,
        names=names,
        zone=table.zone,
        gain=(float(gain[0]), float(gain[1])),
        agreed=deal is not None,
        pareto=1 - near / max(table.farthest, 1e-9),
        steps=mechanism.state.step,
        left_by=left,
        failed=failed,
        seconds=time.process_time() - begun,
    )


def _who_left(mechanism: Any, state: Any) -> int:
    """The side whose answer was to end it; the one who did not make the last offer."""
    ids = [negotiator.id for negotiator in mechanism.negotiators]
    enders = [i for i, n in enumerate(mechanism.negotiators) if getattr(n, "has_left", False)]
    if enders:
        return int(enders[0])
    return 1 - ids.index(state.current_proposer) if state.current_proposer in ids else -1


_without_heavy_parents()
