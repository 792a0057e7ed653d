"""NegMAS asks, our engine answers: `Walkaway` is a NegMAS negotiator around it.

    .bench/negotiation/bin/python .../bench.py bench/negotiation/adapter.py:Walkaway

The engine itself knows nothing of NegMAS, which is AGPL and stays in the bench's own environment.
"""

from __future__ import annotations

import sys
from pathlib import Path
from typing import Any

sys.path.insert(0, str(Path(__file__).resolve().parents[2] / "src"))

import numpy as np
from negmas import ResponseType, SAONegotiator, SAOResponse

from walkaway.core.offers.haggle import DEFAULT, Act, Haggler, Manner
from walkaway.core.offers.space import space

ROUNDS = 100
"""Where the talk has no set number of rounds."""


class Walkaway(SAONegotiator):  # type: ignore[misc]  # NegMAS is not there when types are checked
    """Holds high and late, answers step for step where the other does, and leaves where there is hardly a zone."""

    manner: Manner = DEFAULT

    def on_preferences_changed(self, changes: Any) -> None:  # noqa: ARG002
        """The outside option has a new value, or it is the beginning: the talk goes on with what is worth what now."""
        self._values = [list(issue.all) for issue in self.nmi.outcome_space.issues]
        self._places = [{value: j for j, value in enumerate(values)} for values in self._values]
        packages = space([len(values) for values in self._values])
        worths = np.array([float(self.ufun(self._outcome(row))) for row in packages.choices.tolist()])
        rounds = int(self.nmi.n_steps or ROUNDS)
        self._packages = packages
        self._talk = Haggler(packages, worths, float(self.ufun.reserved_value), rounds, self.manner)
        self._first: bool | None = None

    def __call__(self, state: Any, dest: str | None = None) -> Any:  # noqa: ARG002
        offer = state.current_offer
        if self._first is None:
            self._first = offer is None
        self._talk.outside = float(self.ufun.reserved_value)
        place = None
        if offer is not None:
            place = self._packages.place([of[value] for of, value in zip(self._places, offer, strict=True)])
        turn = self._talk.turn(state.step, place, first=self._first)
        if turn.act is Act.TAKE:
            return SAOResponse(ResponseType.ACCEPT_OFFER, offer)
        if turn.act is Act.LEAVE:
            return SAOResponse(ResponseType.END_NEGOTIATION, None)
        return SAOResponse(ResponseType.REJECT_OFFER, self._outcome(self._packages.choices[turn.package].tolist()))

    def _outcome(self, row: list[int]) -> tuple[Any, ...]:
        return tuple(values[j] for values, j in zip(self._values, row, strict=True))
