"""Pairs and moments of silence in; what can be said of each from one's own archive up to then, as columns, out."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np

from walkaway.core.comeback.around import FAST, SLOW, Around, around, busy
from walkaway.core.comeback.hawkes import Hawkes, expected, memory, parts, usual_rate
from walkaway.core.comeback.pairs import Pairs, Rows, rows
from walkaway.core.comeback.running import faded, first_rows, running_count, starts
from walkaway.core.comeback.spells import Gaps, gaps
from walkaway.core.events import FloatArray, Int64Array

LATELY = 1 / 45
"""Per day: the last six weeks or so."""
NEVER = 30.0
"""Days: who never wrote counts as having written so long before the pair's first act."""
_MINUTE = 1 / 1440


@dataclass(frozen=True, slots=True, eq=False)
class Table:
    """Everything that runs along the pairs, counted once: a row per act. Sides last where a column has two."""

    seen: Pairs
    known: Rows
    gaps: Gaps
    memory: FloatArray
    lately: FloatArray
    opened_lately: FloatArray
    around: Around
    turn_row: Int64Array
    talk_row: Int64Array
    turns: FloatArray
    answers: FloatArray
    quick: FloatArray
    log_wait: FloatArray
    again: FloatArray
    log_gap: FloatArray
    log_gap2: FloatArray
    theirs: FloatArray


def table(seen: Pairs, paces: Around | None = None) -> Table:
    """One pass over the acts. `paces`: everybody's, where `seen` is one lot of a larger archive."""
    known = rows(seen)
    found = gaps(seen, known)
    start = starts(seen.pair)
    first = known.first
    every = np.arange(len(seen))
    turn_row = np.maximum.accumulate(np.where(known.turn, every, 0))
    answer = known.turn & ~start
    before = turn_row[np.maximum(every - 1, 0)]
    wait = np.where(answer, seen.at - seen.at[before], 1.0)
    log_wait = np.where(answer, np.log(np.maximum(wait, _MINUTE)), 0.0)
    # Who opens after having had the last word writes again unanswered.
    again = known.opens & ~known.turn

    def by_side(x: FloatArray) -> FloatArray:
        both = running_count(x, first)
        one = running_count(np.where(seen.side == 1, x, 0), first)
        return np.stack([both - one, one], axis=-1)

    by = np.stack([seen.side == 0, seen.side == 1], axis=-1)
    lately = faded(seen.at, start, np.concatenate([by, by & known.opens[:, None]], axis=1).astype(np.float64), LATELY)
    log_days = np.log(found.days)
    return Table(
        seen=seen,
        known=known,
        gaps=found,
        memory=memory(seen),
        lately=lately[:, :2],
        opened_lately=lately[:, 2:],
        around=around(seen) if paces is None else paces,
        turn_row=turn_row,
        talk_row=first_rows(known.opens),
        turns=by_side(known.turn.astype(np.float64)),
        answers=by_side(answer.astype(np.float64)),
        quick=by_side((answer & (wait <= 1.0)).astype(np.float64)),
        log_wait=by_side(log_wait),
        again=by_side(again.astype(np.float64)),
        log_gap=np.concatenate([[0.0], np.cumsum(log_days)]),
        log_gap2=np.concatenate([[0.0], np.cumsum(log_days * log_days)]),
        theirs=np.concatenate([[0.0], np.cumsum(found.by == 1)]),
    )


def _logit(part: FloatArray, whole: FloatArray, prior: float = 1.0) -> FloatArray:
    return np.asarray(np.log((part + prior) / (whole - part + prior)))


def columns(
    have: Table, row: Int64Array, silence: FloatArray, you: Int64Array, typical: FloatArray
) -> dict[str, FloatArray]:
    """The features of staying silent, by name: after the act in `row`, `silence` days on, seen from side `you`."""
    seen, known, found = have.seen, have.known, have.gaps
    them = 1 - you
    at = seen.at[row] + silence
    side = seen.side[row].astype(np.int64)
    mine = side == you
    first = known.first[row]
    tenure = at - seen.at[first]
    begin, end = found.begin[row], found.sofar[row]
    n_gaps = (end - begin).astype(np.float64)
    out, into = known.written[row, you], known.written[row, them]
    talks = known.conversations[row]
    opened = known.opened[row, them]

    def theirs_of(count: FloatArray, all_: FloatArray) -> FloatArray:
        return np.where(them == 1, count, all_ - count)

    longer = n_gaps - found.ranked.below(begin, end, silence)
    longer_by1 = n_gaps - found.ranked_by.below(begin, end, silence)
    longer_them = theirs_of(longer_by1, longer)
    longest = np.where(end > begin, found.ranked.quantile(begin, end, np.maximum(end - begin - 1, 0)), typical)
    mean_gap = (have.log_gap[end] - have.log_gap[begin]) / np.maximum(n_gaps, 1)
    var_gap = (have.log_gap2[end] - have.log_gap2[begin]) / np.maximum(n_gaps, 1) - mean_gap**2
    broke = theirs_of(have.theirs[end] - have.theirs[begin], n_gaps)
    recent5 = np.maximum(end - 5, begin)
    broke5 = theirs_of(have.theirs[end] - have.theirs[recent5], (end - recent5).astype(np.float64))
    run_from = have.turn_row[row]
    run = row - run_from + 1.0
    run_talks = talks - known.conversations[run_from] + 1
    their_turns, my_turns = have.turns[row, them], have.turns[row, you]
    they_answered, i_answered = have.answers[row, them], have.answers[row, you]
    last_in, last_out = known.last[row, them], known.last[row, you]
    since_in = np.where(last_in >= 0, at - seen.at[last_in], tenure + NEVER)
    since_out = np.where(last_out >= 0, at - seen.at[last_out], tenure + NEVER)
    every = np.arange(len(row))
    then = have.memory[row]
    two_weeks = then[every, them, 2] * np.exp(-silence / 14)
    two_weeks_mine = then[every, you, 2] * np.exp(-silence / 14)
    remembered = (1 - np.exp(-LATELY * np.maximum(tenure, 1e-3))) / LATELY
    fade = np.exp(-LATELY * silence) / remembered
    opener = seen.side[have.talk_row[row]]
    sums, people, known_for = busy(have.around, seen.people[seen.pair[row], you], at)
    fast = sums[:, 0] * FAST
    slow = sums[:, 1] * SLOW / (1 - np.exp(-SLOW * np.maximum(known_for, 1.0)))[:, None]
    pair_rate_in = into / np.maximum(tenure, 1.0)
    pair_rate_out = out / np.maximum(tenure, 1.0)
    return {
        "silence": np.log(silence),
        "typical": np.log(typical),
        "last_mine": mine.astype(np.float64),
        "run_mine": np.where(mine, np.log(run), 0.0),
        "run_theirs": np.where(mine, 0.0, np.log(run)),
        "run_talks_mine": np.where(mine, np.log(run_talks), 0.0),
        "run_talks_theirs": np.where(mine, 0.0, np.log(run_talks)),
        "n_in": np.log1p(into),
        "n_out": np.log1p(out),
        "talks": np.log(talks),
        "they_open": _logit(opened, talks),
        "share_in": _logit(into, into + out),
        "longer": np.log1p(longer),
        "broken_longer": _logit(longer_them, longer),
        "broken": _logit(broke, n_gaps),
        "broken_lately": _logit(broke5, (end - recent5).astype(np.float64)),
        "longest": np.log(longest / silence),
        "mean_gap": mean_gap,
        "spread_gap": np.sqrt(np.maximum(var_gap, 0.0)),
        "tenure": np.log1p(tenure),
        "trend": np.log((two_weeks + 0.1) / (14 * pair_rate_in + 0.1)),
        "trend_mine": np.log((two_weeks_mine + 0.1) / (14 * pair_rate_out + 0.1)),
        "they_answer": _logit(they_answered, my_turns - mine),
        "i_answer": _logit(i_answered, their_turns - ~mine),
        "they_quick": _logit(have.quick[row, them], my_turns - mine),
        "i_quick": _logit(have.quick[row, you], their_turns - ~mine),
        "their_wait": (have.log_wait[row, them] - 2.0) / (they_answered + 2.0),
        "they_again": np.log((have.again[row, them] + 0.5) / (talks + 1)),
        "i_again": np.log((have.again[row, you] + 0.5) / (talks + 1)),
        "since_in": np.log(since_in + _MINUTE),
        "since_out": np.log(since_out + _MINUTE),
        "my_rate": np.log(slow[:, 0] + 0.05),
        "my_rate_in": np.log(slow[:, 1] + 0.05),
        "my_trend": np.log((fast[:, 0] + 0.05) / (slow[:, 0] + 0.05)),
        "my_trend_in": np.log((fast[:, 1] + 0.05) / (slow[:, 1] + 0.05)),
        "my_people": np.log(people + 0.1),
        "rate_in": np.log(have.lately[row, them] * fade + 0.01),
        "rate_out": np.log(have.lately[row, you] * fade + 0.01),
        "they_open_lately": np.log(have.opened_lately[row, them] * fade + 0.005),
        "i_open_lately": np.log(have.opened_lately[row, you] * fade + 0.005),
        "they_opened_last": (opener != you).astype(np.float64),
    }


_PACE = ("my_rate", "my_rate_in", "my_trend", "my_trend_in", "my_people")
TO_A_STRANGER = ("run_mine", "run_talks_mine", "tenure", "hawkes_week", *_PACE)


def strangers(x: dict[str, FloatArray]) -> dict[str, FloatArray]:
    """Whether the other never wrote yet, and some features counted once more where that is so: with no answer ever,
    what else is known says something else.
    """
    never = x["n_in"] == 0
    again = {f"never_{name}": np.where(never, x[name], 0.0) for name in TO_A_STRANGER}
    return {"never": never.astype(np.float64)} | again


def expected_acts(
    have: Table, model: Hawkes, row: Int64Array, silence: FloatArray, you: Int64Array, days: float
) -> FloatArray:
    """The Hawkes count of their acts within so many days."""
    return expected(model, hawkes_parts(have, row, silence, you, days))


def hawkes_parts(have: Table, row: Int64Array, silence: FloatArray, you: Int64Array, days: float) -> FloatArray:
    """What the Hawkes weights multiply, for their acts after a silence."""
    them = 1 - you
    rate = usual_rate(have.seen, have.known, row, them, have.seen.at[row] + silence)
    return parts(have.memory[row], rate, them, silence, days)
