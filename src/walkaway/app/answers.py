"""What only the person can say about a pursuit, as a value."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from walkaway.core.standards.standard import PursuitKind

Fear = Literal["yes", "no", "unsure"]
Elsewhere = Literal["mostly", "partly", "no"]


@dataclass(frozen=True, slots=True)
class Answers:
    """What only the person can say. None: not asked or not answered.

    `elsewhere`: where else the two meet (living together, work, calls) weighs mostly, partly or not at all.
    `stop_contact`: the other asked for no more contact; False where the person says that words read so are not it.
    `quiet`: spells (first and last local day, us) that illness, grief or work explains.
    """

    kind: PursuitKind | None = None
    afraid: Fear | None = None
    stop_contact: bool | None = None
    want: bool | None = None
    elsewhere: Elsewhere | None = None
    quiet: tuple[tuple[int, int], ...] = ()
