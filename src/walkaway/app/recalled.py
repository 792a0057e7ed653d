"""What a person remembers of a pursuit, as a value: a normal week as it used to be, and one as it is now."""

from __future__ import annotations

from dataclasses import dataclass

USUAL_ANSWER = 0.9
"""The share of their messages that a person answers, if they do not say."""
MOST_OPENINGS, DAYS_A_WEEK, MOST_WEEKS = 1000.0, 7.0, 2600.0


@dataclass(frozen=True, slots=True)
class NormalWeek:
    """A normal week as remembered: how often each opens, the share (0-1) each answers, the days each writes."""

    you_open: float
    they_open: float
    you_answer: float
    they_answer: float
    your_days: float
    their_days: float


@dataclass(frozen=True, slots=True)
class Recalled:
    """Two normal weeks, as told on the local day `on` (us): `then`, and `now`, which it had been for `weeks_now`."""

    on: int
    then: NormalWeek
    now: NormalWeek
    weeks_now: int


def normal_week(
    *,
    you_open: float,
    they_open: float,
    they_answer: float,
    you_answer: float = USUAL_ANSWER,
    their_days: float | None = None,
) -> NormalWeek:
    """A normal week, where days nobody counted are those of a first message and those of an answer, one each."""
    return NormalWeek(
        you_open=you_open,
        they_open=they_open,
        you_answer=you_answer,
        they_answer=they_answer,
        your_days=min(DAYS_A_WEEK, you_open + you_answer * they_open),
        their_days=their_days if their_days is not None else min(DAYS_A_WEEK, they_open + they_answer * you_open),
    )
