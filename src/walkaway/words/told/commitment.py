"""A stage of commitment and a language's sentences in; what it means in words and acts, and what it waits for, out."""

from __future__ import annotations

from typing import Any

from walkaway.core.standards.commitment import EffortAhead, Stage


def stage(at: Stage, *, of: Any) -> str:
    """Where things stand, whether it binds, and whose words or acts the next step waits for."""
    stands = of.NOTHING_YET
    if at.rung is not None:
        rung = of.RUNGS[at.kind][at.rung]
        stands = of.STAGE["both"].format(said=rung["said"], done=rung["done"])
    waits = [of.WAITS[who] for who in at.waits_for]
    lines = [stands, of.BOUND if at.bound else of.FREE]
    if waits:
        last = waits[-1] if len(waits) == 1 else of.STAGE["and"].format(first=", ".join(waits[:-1]), last=waits[-1])
        lines.append(of.STAGE["waits"].format(listed=last))
    return " ".join(lines)


def effort_ahead(found: EffortAhead, *, of: Any) -> str:
    """Whether your effort runs ahead of what is settled."""
    said: str = of.EFFORT[found.reading]
    return said
