"""How to play while in a pair: what was seen in, the chance to cooperate next out. Twenty strategies, each named.

Payoffs are 5, 3, 1, 0. A strategy that remembers one round is five chances: at first, and after (own, other's) moves
CC, CD, DC, DD. `nice` ones are never the first to defect, unless by a slip.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

import numpy as np
from studies.market.history import History

from walkaway.core.events import FloatArray

HONEYMOON = 10
TAKES_FOR_GRANTED = 0.35
"""How long a coaster is good, and how often it cooperates after."""


@dataclass(frozen=True, slots=True)
class Strategy:
    """`chance` gives the chance to cooperate; `source` says where it was defined."""

    name: str
    source: str
    nice: bool
    chance: Callable[[History], FloatArray]


def remembers_one(first: float, cc: float, cd: float, dc: float, dd: float) -> Callable[[History], FloatArray]:
    """Chances to cooperate at first and after own and other's move."""
    after = np.array([dd, dc, cd, cc])

    def chance(seen: History) -> FloatArray:
        return np.where(seen.rounds == 0, first, after[2 * seen.mine + seen.theirs])

    return chance


def tit_for_two_tats(seen: History) -> FloatArray:
    """Defects after two defections in a row."""
    return np.where((seen.recent & 3) == 3, 0.0, 1.0)


def grudger(seen: History) -> FloatArray:
    """Cooperates until the other defects once, then never again."""
    return np.where(seen.defections > 0, 0.0, 1.0)


def contrite(seen: History) -> FloatArray:
    """Tit for tat that takes the answer to its own slip as deserved: defects only on one in bad standing."""
    return np.where(seen.good & ~seen.their_good, 0.0, 1.0)


def tester(seen: History) -> FloatArray:
    """Defects first. Hit back, it says sorry once and plays tit for tat; else C, C, then every other round."""
    unpunished = np.where((seen.rounds == 1) | (seen.rounds % 2 == 0), 1.0, 0.0)
    sorry = (seen.defections == 1) & ~seen.theirs
    punished = np.where(sorry | seen.theirs, 1.0, 0.0)
    return np.where(seen.rounds == 0, 0.0, np.where(seen.defections > 0, punished, unpunished))


def prober(seen: History) -> FloatArray:
    """D, C, C; defects for ever if the other cooperated in rounds two and three, else tit for tat."""
    trusted = (seen.opening & 3) == 0
    later = np.where(trusted, 0.0, seen.theirs)
    return np.where(seen.rounds < 3, np.where(seen.rounds == 0, 0.0, 1.0), later)


def hard_majority(seen: History) -> FloatArray:
    """Defects first, and whenever the other has defected at least as often as not."""
    return np.where(2 * seen.defections >= seen.rounds, 0.0, 1.0)


def opposite_grudger(seen: History) -> FloatArray:
    """Defects until the other cooperates once, then cooperates for good."""
    return np.where(seen.defections < seen.rounds, 1.0, 0.0)


def coaster(seen: History) -> FloatArray:
    """Good for ten rounds, then takes you for granted."""
    return np.where(seen.rounds < HONEYMOON, 1.0, TAKES_FOR_GRANTED)


def responsive_coaster(seen: History) -> FloatArray:
    """The same, but pulls itself together for a round when you stop giving."""
    return np.where((seen.rounds < HONEYMOON) | ~seen.theirs, 1.0, TAKES_FOR_GRANTED)


STRATEGIES = (
    Strategy("Cooperator", "Axelrod 1984", True, remembers_one(1, 1, 1, 1, 1)),
    Strategy("Tit for tat", "Rapoport, in Axelrod 1980", True, remembers_one(1, 1, 0, 1, 0)),
    Strategy("Tit for two tats", "Axelrod 1984", True, tit_for_two_tats),
    Strategy("Generous tit for tat", "Nowak & Sigmund 1992", True, remembers_one(1, 1, 1 / 3, 1, 1 / 3)),
    Strategy("Grudger", "Friedman 1971", True, grudger),
    Strategy("Contrite tit for tat", "Boerlijst, Nowak & Sigmund 1997", True, contrite),
    Strategy("Win-stay lose-shift", "Nowak & Sigmund 1993", True, remembers_one(1, 1, 0, 0, 1)),
    Strategy("Defector", "Axelrod 1984", False, remembers_one(0, 0, 0, 0, 0)),
    Strategy("Random", "Axelrod 1980", False, remembers_one(0.5, 0.5, 0.5, 0.5, 0.5)),
    Strategy("Alternator", "Mittal & Deb 2009", False, remembers_one(1, 0, 0, 1, 1)),
    Strategy("Suspicious tit for tat", "Boyd & Lorberbaum 1987", False, remembers_one(0, 1, 0, 1, 0)),
    Strategy("Joss", "Axelrod 1980", False, remembers_one(1, 0.9, 0, 0.9, 0)),
    Strategy("Bully", "Nachbar 1992", False, remembers_one(0, 0, 1, 0, 1)),
    Strategy("Extort-2", "Press & Dyson 2012; Stewart & Plotkin 2012", False, remembers_one(1, 8 / 9, 1 / 2, 1 / 3, 0)),
    Strategy("Tester", "Gladstein, in Axelrod 1980", False, tester),
    Strategy("Prober", "Mathieu, Beaufils & Delahaye 1999", False, prober),
    Strategy("Hard majority", "Axelrod 1984; Mittal & Deb 2009", False, hard_majority),
    Strategy("Opposite grudger", "Axelrod-Python 2016", False, opposite_grudger),
    Strategy("Coaster", "made here: good for 10 rounds, then 35 %", False, coaster),
    Strategy("Responsive coaster", "made here: back for a round when you defect", False, responsive_coaster),
)
NICE = tuple(i for i, strategy in enumerate(STRATEGIES) if strategy.nice)
