"""Turns in; who opened each conversation out."""

from __future__ import annotations

import numpy as np

from walkaway.core.balance.turns import Turns
from walkaway.core.events import Acts, BoolArray


def initiations(acts: Acts, turns: Turns) -> BoolArray:
    """Which turns are initiations: they open a conversation and are not a late answer.

    A start that follows a question the other left standing at the end of the conversation before is a late reply,
    not an initiation.
    """
    late = np.zeros(len(turns), np.bool_)
    if len(turns) > 1:
        # The question may stand in any message of the turn, not only in its last.
        asked = np.logical_or.reduceat(acts.asks, turns.first)
        late[1:] = asked[:-1] & (turns.side[1:] != turns.side[:-1])
    return turns.opens & ~late
