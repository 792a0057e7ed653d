"""The rule that is applied last: a verdict and what the person said about their safety in, what may be shown out."""

from __future__ import annotations

from typing import Literal

from walkaway.core.standards.standard import PursuitKind
from walkaway.core.verdict.verdict import Move, Verdict

PERSONAL = (PursuitKind.PARTNER, PursuitKind.FRIEND, None)
"""Pursuits whose verdict waits for the question; None is a kind that was not said."""


def apply(
    verdict: Verdict,
    *,
    kind: PursuitKind | None,
    afraid: Literal["yes", "no", "unsure"] | None,
    stop_contact: bool,
) -> Verdict:
    """Support after yes or not sure; walk after a stop-contact; no move while a personal pursuit's question is open.

    Whatever replaces the move takes its reasons, numbers and forecasts away with it. Fear comes first. A stop-contact
    does not wait for the question: leaving the other alone is right whatever the answer.
    """
    instead = held(kind=kind, afraid=afraid, stop_contact=stop_contact)
    if instead is None:
        return verdict
    return _bare(instead, verdict, because=("stop_contact",) if instead is Move.WALK else ())


def held(*, kind: PursuitKind | None, afraid: Literal["yes", "no", "unsure"] | None, stop_contact: bool) -> Move | None:
    """What stands in place of every verdict, limit and forecast; None: nothing is held back."""
    if afraid in ("yes", "unsure"):
        return Move.SUPPORT
    if stop_contact:
        return Move.WALK
    return Move.UNANSWERED if afraid is None and kind in PERSONAL else None


def _bare(move: Move, verdict: Verdict, because: tuple[str, ...] = ()) -> Verdict:
    return Verdict(move, None, None, None, verdict.informative, None, because=because)
