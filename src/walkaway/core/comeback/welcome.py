"""After they came back: weeks of evidence, your terms and the belief you left with in; welcome back, keep walking, or
not yet, out.

The test is acts over weeks, not words: the must-haves first, then effort against before, then against what was asked.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

import numpy as np

from walkaway.core.events import FloatArray, Int8Array
from walkaway.core.verdict.model import ENGAGED, GONE, STEP_BACK, Model, observations, transitions
from walkaway.core.verdict.states import NOTHING, step

Answer = Literal["welcome_back", "not_yet", "keep_walking"]
Reason = Literal[
    "must_have_missed",
    "no_more_than_before",
    "less_than_asked",
    "stopped_again",
    "too_few_weeks",
    "belief_low",
    "met_for_weeks",
]
SHORTEST = 4
"""Weeks of evidence below which nothing is welcomed: the first weeks after a return are words and good will."""
LONGEST = 12
"""Weeks after which not yet is no answer any more."""
MISSES = 2
"""Weeks with a must-have missed, after the return, that end the test."""
MET_SHARE = 0.75
"""Of the weeks that showed anything, so many must have met your terms."""
BELIEF = 0.7
"""How sure the model must be that they are engaged."""
MET, PARTLY, MISSED = 0, 1, 2


@dataclass(frozen=True, slots=True)
class Terms:
    """What you asked for, per week: named effort with the least you would take. Must-haves no other week makes up
    for.
    """

    name: str
    least: float
    must_have: bool


@dataclass(frozen=True, slots=True)
class Effort:
    """Their weekly effort on one term: its mean in the weeks before you left, and week by week since they are back."""

    term: Terms
    before_leaving: float
    since: FloatArray

    @property
    def marks(self) -> Int8Array:
        """Each week since: met, partly (four fifths and two fifths of the least), missed; -1 where nothing could
        show.
        """
        share = self.since / max(self.term.least, 1e-9)
        marks = np.where(share >= 0.8, MET, np.where(share >= 0.4, PARTLY, MISSED))
        return np.where(np.isnan(self.since), NOTHING, marks).astype(np.int8)


@dataclass(frozen=True, slots=True)
class Welcome:
    """The answer, why (the first reason decided), the belief that they are engaged, and how many weeks it rests on.

    `against_before` and `against_asked` are the mean weekly effort since over that before you left, and over the least.
    """

    answer: Answer
    because: tuple[Reason, ...]
    engaged: float
    weeks: int
    against_before: tuple[float, ...]
    against_asked: tuple[float, ...]


def left_off(belief: FloatArray, model: Model, weeks: int) -> FloatArray:
    """The belief (D, 3) you left with, so many weeks away later: nothing is forgiven or forgotten, it only moves.

    Away, the pair moves as it does when you step back (`model.transitions`, move STEP_BACK); nothing is seen.
    """
    away = transitions(model)[:, STEP_BACK]
    moved = np.array(belief, np.float64)
    for _ in range(weeks):
        moved = np.matmul(moved[:, None, :], away)[:, 0, :]
    return moved


def since_return(belief: FloatArray, model: Model, marks: Int8Array) -> FloatArray:
    """The belief after the weeks since the return; each week moves it as staying does, and what showed weighs."""
    stay, seen = transitions(model)[:, 0], observations(model)[:, 0]
    moved = np.array(belief, np.float64)
    for mark in marks.tolist():
        if mark == NOTHING:
            moved = np.matmul(moved[:, None, :], stay)[:, 0, :]
        else:
            moved = step(moved, stay, seen, mark, model.temper)
    return moved


def week_marks(efforts: tuple[Effort, ...]) -> Int8Array:
    """One mark a week over all terms: a must-have missed is a week missed; else met if all are, missed if most are."""
    marks = np.stack([effort.marks for effort in efforts])
    must = np.array([effort.term.must_have for effort in efforts])
    shown = marks != NOTHING
    missed_must = (marks == MISSED)[must].any(axis=0)
    met = (shown & (marks == MET)).sum(axis=0)
    missed = (marks == MISSED).sum(axis=0)
    n = shown.sum(axis=0)
    mark = np.where(met == n, MET, np.where(2 * missed > n, MISSED, PARTLY))
    return np.where(n == 0, NOTHING, np.where(missed_must, MISSED, mark)).astype(np.int8)


def welcome(efforts: tuple[Effort, ...], belief: FloatArray, model: Model, *, weeks_away: int) -> Welcome:
    """Are they really back? `belief` (D, 3) is the one you left with, `model` the same draws.

    Keep walking: a must-have missed in two weeks since; or no contact in the last three; or twelve weeks without
    meeting the terms. Welcome back: at least four weeks that showed something, three in four of them met, no must-have
    missed in the last four, effort above what it was before you left, and the belief at .7. Else: not yet.
    """
    if not efforts:
        raise ValueError("welcome: say at least one term for the return")
    marks = week_marks(efforts)
    shown = marks != NOTHING
    n = int(shown.sum())
    now = since_return(left_off(belief, model, weeks_away), model, marks)
    engaged = float(now[:, ENGAGED].mean())
    before = tuple(_over(effort.since, effort.before_leaving) for effort in efforts)
    asked = tuple(_over(effort.since, effort.term.least) for effort in efforts)

    def told(answer: Answer, *because: Reason) -> Welcome:
        return Welcome(answer, because, engaged, n, before, asked)

    must = [effort.marks for effort in efforts if effort.term.must_have]
    misses = max((int((m == MISSED).sum()) for m in must), default=0)
    if misses >= MISSES:
        return told("keep_walking", "must_have_missed")
    if n >= 3 and np.all(marks[shown][-3:] == MISSED):
        return told("keep_walking", "stopped_again")
    if n < SHORTEST:
        return told("not_yet", "too_few_weeks")
    reasons: list[Reason] = []
    if any((m[-SHORTEST:] == MISSED).any() for m in must):
        reasons.append("must_have_missed")
    if float((marks[shown] == MET).mean()) < MET_SHARE:
        reasons.append("less_than_asked")
    if max(before) <= 1.0 and any(effort.before_leaving < effort.term.least for effort in efforts):
        reasons.append("no_more_than_before")
    if engaged < BELIEF or float(now[:, GONE].mean()) > 1 - BELIEF:
        reasons.append("belief_low")
    if not reasons:
        return told("welcome_back", "met_for_weeks")
    return told("keep_walking" if n >= LONGEST else "not_yet", *reasons)


def _over(since: FloatArray, level: float) -> float:
    """Mean weekly effort over a level; 1 where nothing showed."""
    shown = since[~np.isnan(since)]
    return float(shown.mean() / max(level, 1e-9)) if len(shown) else 1.0
