"""The verdict as a value: the move, how sure, and what would change it."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from typing import Literal

from walkaway.core.options.information import Asking


class Move(StrEnum):
    """What to do: Hirschman's loyalty, voice, partial exit and exit; then three that say why there is no move."""

    STAY = "stay"
    ASK = "ask"
    STEP_BACK = "step_back"
    WALK = "walk"
    NOT_ENOUGH = "not_enough"
    SUPPORT = "support"
    UNANSWERED = "unanswered"


@dataclass(frozen=True, slots=True)
class BreakEven:
    """The value of `name` at which the best move turns into `to`; `now` is the value used. Found by solving again."""

    name: Literal["outside", "effort", "engaged"]
    now: float
    at: float
    to: Move


@dataclass(frozen=True, slots=True)
class Flip:
    """The fewest further weeks, all of one mark, after which the move is another. Verified by solving again."""

    mark: Literal["met", "missed"]
    weeks: int
    to: Move


@dataclass(frozen=True, slots=True)
class Bounds:
    """A bracket that holds the value of the best move, followed by the best later ones (in weeks at target)."""

    lower: float
    upper: float


@dataclass(frozen=True, slots=True)
class WalkAway:
    """Your limit in weeks at target: a week must be worth `limit` to beat leaving; staying in is now worth `now`."""

    limit: float
    now: float


@dataclass(frozen=True, slots=True)
class Evidence:
    """What one week says of the state they are in now.

    `week` counts into the weeks that were judged, `mark` is how it stood, `log_odds` what it adds to the log-odds that
    they are fully in (below 0: takes away).
    """

    week: int
    mark: int
    log_odds: float


@dataclass(frozen=True, slots=True)
class Verdict:
    """The move and what it rests on.

    `sure` is the share of parameter draws in which the move is best, in [.05, .95]; None where no model spoke.
    `values` are stay, ask, step_back, walk in weeks at target (NaN: not possible): what each brings at least.
    `belief` is engaged, coasting, gone.
    `informative` counts the weeks in which there was something to see.
    `because` names what decided, most telling first (see docs/schema.md for the names). `evidence` holds the three
    weeks that weigh most. `asking` is what an answer would be worth, in good weeks per week; None where no ask is left.
    """

    move: Move
    sure: float | None
    values: tuple[float, float, float, float] | None
    belief: tuple[float, float, float] | None
    informative: int
    bounds: Bounds | None
    because: tuple[str, ...] = ()
    break_evens: tuple[BreakEven, ...] = ()
    flips: tuple[Flip, ...] = ()
    walk_away: WalkAway | None = None
    evidence: tuple[Evidence, ...] = ()
    asking: Asking | None = None
