"""Reply latency: acts in; waits (answered, or still waiting) and their median out."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np

from walkaway.core.balance.turns import Turns
from walkaway.core.events import DAY, HOUR, Acts, BoolArray, FloatArray, Int64Array, Side
from walkaway.core.measures import Measure

SHORTEST_WINDOW = 6 * HOUR
LONGEST_WINDOW = 7 * DAY
_Z90 = 1.6448536269514722


@dataclass(frozen=True, slots=True, eq=False)
class Waits:
    """How long answers took, as columns. Not answered yet = all we know is that it takes longer (right-censored).

    `at` (us) is when the wait began, `id` the first message that waited.
    """

    id: Int64Array
    at: Int64Array
    local: Int64Array
    hours: FloatArray
    answered: BoolArray

    def __len__(self) -> int:
        return len(self.hours)


def waits(acts: Acts, *, by: Side, now: int) -> Waits:
    """The waits for an answer `by` one side: from the other's first unanswered message to the answer, or to `now` (us).

    A run of messages waits once, from its first, however long the pauses inside it.
    """
    start = np.ones(len(acts), np.bool_)
    start[1:] = np.diff(acts.side) != 0
    run = np.flatnonzero(start)
    side = acts.side[run]
    begin = acts.at[run]
    end = np.append(begin[1:], now)
    follows = np.append(side[1:], -1)
    waiting = side == (Side.YOU if by == Side.THEM else Side.THEM)
    # In a group somebody else may speak next: then nobody knows whether the message was for them.
    waiting &= (follows == by) | (follows == -1)
    kept = run[waiting]
    return Waits(
        id=acts.id[kept],
        at=begin[waiting],
        local=acts.local[kept],
        hours=np.maximum(end - begin, 0)[waiting] / HOUR,
        answered=follows[waiting] == by,
    )


def survival(hours: FloatArray, answered: BoolArray, weight: FloatArray) -> tuple[FloatArray, FloatArray]:
    """Kaplan-Meier: the distinct waits that ended (hours, ascending) and the share still waiting after each.

    Kaplan & Meier (1958): S(t) = prod over t_i <= t of (1 - d_i / n_i), d answered at t_i of n still waiting;
    here each wait counts `weight`.
    """
    order = np.lexsort((~answered, hours))
    hours, answered, weight = hours[order], answered[order], weight[order]
    at_risk = np.cumsum(weight[::-1])[::-1]
    first = np.flatnonzero(np.append(True, np.diff(hours) > 0)) if len(hours) else np.zeros(0, np.int64)
    ended = np.add.reduceat(np.where(answered, weight, 0.0), first) if len(first) else np.zeros(0)
    left = np.cumprod(1 - ended / np.maximum(at_risk[first], 1e-300)).astype(np.float64)
    happened = ended > 0
    return hours[first][happened], left[happened]


def quantile(seen: Waits, q: float, weight: FloatArray | None = None) -> float:
    """The wait (hours) within which a share `q` was answered; infinite when that share never was."""
    ends, left = survival(seen.hours, seen.answered, np.ones(len(seen)) if weight is None else weight)
    reached = np.flatnonzero(left <= 1 - q + 1e-12)
    return float(ends[reached[0]]) if len(reached) else float("inf")


def median_latency(seen: Waits) -> Measure | None:
    """The median wait (hours) with a 90 % interval; None without an answer.

    Interval: Brookmeyer & Crowley (1982): the times at which a test of S = .5 does not reject, with Greenwood's
    variance. Ends that are never reached are infinite.
    """
    if not seen.answered.any():
        return None
    one = np.ones(len(seen))
    ends, left = survival(seen.hours, seen.answered, one)
    deaths = np.unique(seen.hours[seen.answered], return_counts=True)[1]
    at_risk = len(seen) - np.searchsorted(np.sort(seen.hours), ends)
    variance = left**2 * np.cumsum(deaths / np.maximum(at_risk * (at_risk - deaths), 1e-12))
    plausible = np.abs(left - 0.5) <= _Z90 * np.sqrt(variance)
    value = quantile(seen, 0.5)
    inside = np.flatnonzero(plausible)
    if not len(inside):
        return Measure(value, value, value, len(seen))
    beyond = inside[-1] + 1
    high = float(ends[beyond]) if beyond < len(ends) else float("inf")
    return Measure(value, min(value, float(ends[inside[0]])), max(value, high), len(seen))


@dataclass(frozen=True, slots=True, eq=False)
class Replies:
    """Turns that could be answered, as columns: when each began (us), its first act's id, and what became of it.

    `waited` is the time (hours) to the other's next act, or to now while there is none (`ended` False); `answered` says
    that it came in time. `awaits` says that an answer was due: the turn asked something, or began something new rather
    than answering; after a last word nobody owes one. Turns whose time is not over and that have no answer yet are left
    out: they say nothing so far.
    """

    id: Int64Array
    at: Int64Array
    local: Int64Array
    waited: FloatArray
    ended: BoolArray
    answered: BoolArray
    awaits: BoolArray

    def __len__(self) -> int:
        return len(self.at)

    @property
    def hours(self) -> FloatArray:
        """The time to the answer (hours), infinite where none came in time."""
        return np.where(self.answered, self.waited, np.inf)


def reply_window(turns: Turns) -> int:
    """How long (us) an answer may take and still count: three times the pair's median reply, 6 hours to 7 days.

    Here a reply counts from the turn before it, so that turns nobody answered do not make everybody look slow.
    """
    answer = np.flatnonzero((turns.side[1:] != turns.side[:-1]) & (turns.side[1:] != Side.OTHER))
    if not len(answer):
        return DAY
    took = turns.at[answer + 1] - turns.at[answer]
    return int(np.clip(3 * float(np.median(took)), SHORTEST_WINDOW, LONGEST_WINDOW))


def replies(acts: Acts, turns: Turns, *, by: Side, window: int, now: int, direct: bool = False) -> Replies:
    """Each turn of the other side, and whether `by` answered it within `window` (us).

    `direct` (a group): only the very next turn, in the same conversation, is an answer.
    """
    asker = Side.YOU if by == Side.THEM else Side.THEM
    mine = np.flatnonzero(turns.side == asker)
    answers = acts.at[acts.side == by]
    place = np.searchsorted(answers, turns.at[mine], side="right")
    wait = np.minimum(np.append(answers, now)[place], now) - turns.at[mine]
    ended = place < len(answers)
    if direct:
        following = np.minimum(mine + 1, len(turns) - 1)
        answered = (turns.side[following] == by) & (turns.conversation[following] == turns.conversation[mine])
        known = mine < len(turns) - 1
    else:
        answered = ended & (wait <= window)
        known = answered | (now - turns.at[mine] > window)
    return Replies(
        id=acts.id[turns.first[mine]][known],
        at=turns.at[mine][known],
        local=turns.local[mine][known],
        waited=(wait / HOUR)[known],
        ended=ended[known],
        answered=answered[known],
        awaits=_awaits(acts, turns, by, window)[mine][known],
    )


def _awaits(acts: Acts, turns: Turns, by: Side, window: int) -> BoolArray:
    """Turns after which an answer is due: they ask, or open a conversation without answering the other's last turn."""
    if not len(turns):
        return np.zeros(0, np.bool_)
    answering = np.zeros(len(turns), np.bool_)
    answering[1:] = (turns.side[:-1] == by) & (turns.at[1:] - acts.at[turns.last[:-1]] <= window)
    asks = np.logical_or.reduceat(acts.asks, turns.first)
    due: BoolArray = asks | (turns.opens & ~answering)
    return due
