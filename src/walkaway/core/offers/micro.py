"""Two lists of outcomes in; how two that concede only step for step (MiCRO) would end, out.

MiCRO (de Jonge 2022, IJCAI) names its outcomes best first and makes a new offer only if it has made no more different
ones than it has received. It is a best answer to itself where both lists are of one length; where an outside option
shortens one of them it stops conceding, and a zone that exists is missed.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field
from fractions import Fraction

Worth = Fraction
"""Exact, because the rule turns on ties."""
_SILENT_TURNS = 4


@dataclass(frozen=True, slots=True)
class Ended:
    """`outcome` is the place of the agreed outcome, None without a deal; `moves` are the turns before the end."""

    outcome: int | None
    moves: int


@dataclass(slots=True)
class _Player:
    worths: Sequence[Worth]
    outside: Worth
    ranked: list[int] = field(init=False)
    made: int = 0
    seen: set[int] = field(default_factory=set)

    def __post_init__(self) -> None:
        rational = [i for i, worth in enumerate(self.worths) if worth >= self.outside]
        self.ranked = sorted(rational, key=lambda i: -self.worths[i])

    @property
    def ready(self) -> bool:
        return self.made < len(self.ranked) and self.made <= len(self.seen)

    def takes(self, offered: int | None) -> bool:
        if offered is None or not self.ranked:
            return False
        aim = self.ranked[self.made] if self.ready else self.ranked[max(0, self.made - 1)]
        return self.worths[offered] >= max(self.worths[aim], self.outside)


def micro_against_micro(
    first: Sequence[Worth], second: Sequence[Worth], first_outside: Worth, second_outside: Worth
) -> Ended:
    """The first opens, then in turn. Four turns running without a new offer end it without a deal."""
    players = (_Player(first, first_outside), _Player(second, second_outside))
    latest: list[int | None] = [None, None]
    moves = silent = 0
    while silent < _SILENT_TURNS:
        side = moves % 2
        player, other = players[side], players[1 - side]
        offered = latest[1 - side]
        if player.takes(offered):
            return Ended(offered, moves)
        if player.ready:
            latest[side] = player.ranked[player.made]
            player.made += 1
            silent = 0
        else:
            latest[side] = player.ranked[0] if player.ranked else None
            silent += 1
        said = latest[side]
        if said is not None:
            other.seen.add(said)
        moves += 1
    return Ended(None, moves)
