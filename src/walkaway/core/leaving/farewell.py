"""How a person leaves (to whom, in what register, door closed or dated) in; which farewell may be said, out.

Farewells are fixed sentences (words/en/farewells.py), never made up: thanks, that it ends, a wish. No reason, no plea,
no blame: a reason invites an answer, and an answer is what ends here. After a stop-contact nothing is sent at all.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from walkaway.core.standards.standard import PursuitKind

Door = Literal["closed", "dated"]
Register = Literal["plain", "warm", "formal"]
Afraid = Literal["yes", "no", "unsure"]
PERSONAL = (PursuitKind.PARTNER, PursuitKind.FRIEND)


@dataclass(frozen=True, slots=True)
class Farewell:
    """Which sentences to say. `until`: with a dated door, the day (days since 1970) on which you would look again."""

    kind: PursuitKind | None
    register: Register
    door: Door
    until: int | None


def farewell(
    kind: PursuitKind | None,
    *,
    register: Register = "plain",
    door: Door = "closed",
    until: int | None = None,
    today: int,
    stop_contact: bool,
    afraid: Afraid | None,
) -> Farewell | None:
    """What may be said on leaving; None where nothing may be sent: after a stop-contact, under fear, or before the
    question about fear was answered where it is asked.
    """
    unanswered = afraid is None and (kind is None or kind in PERSONAL)
    if stop_contact or afraid in ("yes", "unsure") or unanswered:
        return None
    if door == "dated" and (until is None or until <= today):
        raise ValueError("A door with a date needs a day to come.")
    return Farewell(kind, register, door, until if door == "dated" else None)
