"""What people of each kind of pursuit commonly ask for, until the pair's own past or the person says better."""

from __future__ import annotations

from walkaway.core.standards.standard import Counted, PursuitKind

WEIGHTS: dict[Counted, float] = {"openings": 0.35, "replies": 0.30, "active_days": 0.20, "wait": 0.15}
"""As in the balance."""

TARGETS: dict[PursuitKind, dict[Counted, float]] = {
    PursuitKind.PARTNER: {"openings": 2.0, "replies": 0.8, "active_days": 3.0, "wait": 6.0},
    PursuitKind.FRIEND: {"replies": 0.7, "active_days": 1.0, "wait": 24.0},
    PursuitKind.CLIENT: {"replies": 0.8, "active_days": 1.0, "wait": 24.0},
    PursuitKind.DEAL: {"replies": 0.8, "active_days": 1.0, "wait": 24.0},
    PursuitKind.JOB: {"replies": 0.8, "active_days": 1.0, "wait": 48.0},
    PursuitKind.INVESTOR: {"replies": 0.7, "active_days": 1.0, "wait": 72.0},
}
"""Assumptions, said on the card. Per week; `replies` a share of your turns; `wait` in hours.

No openings are asked of anybody but a partner: who opens is worth judging against the pair's own past only.
"""


def targets(kind: PursuitKind | None) -> dict[Counted, float]:
    """The targets of this kind; those of a friend when it is not said."""
    return TARGETS[kind or PursuitKind.FRIEND]
