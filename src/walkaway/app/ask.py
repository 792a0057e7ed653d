"""Three questions in, a provisional review out: for people who have no archive."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field

import numpy as np

from walkaway.app.answers import Answers
from walkaway.app.errors import UsageError
from walkaway.app.ports import Receipt
from walkaway.app.review import SEED, Review, next_step, subject
from walkaway.app.zone import to_local
from walkaway.core import safety
from walkaway.core.balance.contact import monday
from walkaway.core.balance.drift import Change, ratio_of_rates
from walkaway.core.balance.share import RIBBON_WEEKS, Balance, Ribbon, stated
from walkaway.core.events import DAY, WEEK, Moment
from walkaway.core.measures import Measure
from walkaway.core.standards.check import check_standards, check_weeks
from walkaway.core.standards.defaults import WEIGHTS, targets
from walkaway.core.standards.standard import Counted, Standard
from walkaway.core.standards.weekly import Weekly
from walkaway.core.verdict.judge import judge

REMEMBERED = 4
"""What a memory of a normal week weighs: four weeks of counting."""
MOST_WEEKS = 6
"""However long it has been so: a memory does not become a diary."""
STEP_BACK_DAYS = 14


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
class AskAnswers:
    """The three questions, answered.

    `then` and `now` are normal weeks; `weeks_now` says how long it has been like now. `needs` is what must be true to
    stay, as targets (per week; replies as a share; wait in hours), all of them must-haves.
    """

    name: str
    answers: Answers
    then: NormalWeek
    now: NormalWeek
    weeks_now: int
    needs: Mapping[Counted, float] = field(default_factory=dict)


USUAL_ANSWER = 0.9
"""The share of their messages that a person answers, if they do not say."""


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
        your_days=min(7.0, you_open + you_answer * they_open),
        their_days=their_days if their_days is not None else min(7.0, they_open + they_answer * you_open),
    )


def from_answers(asked: AskAnswers, *, clock: int, tz: str) -> Review:
    """The review these answers give, through the same rooms as an archive, with the width of a memory."""
    _check(asked)
    now = Moment(clock, int(to_local(np.array([clock]), tz)[0]))
    since = now.local // DAY * DAY - asked.weeks_now * WEEK
    share, before = _balance(asked.now), _balance(asked.then)
    factor = ratio_of_rates(
        round(asked.now.their_days * REMEMBERED),
        7 * REMEMBERED,
        round(asked.then.their_days * REMEMBERED),
        7 * REMEMBERED,
    )
    drift = _change(factor, since) if asked.weeks_now else Change("too_early")
    weeks = _weeks(asked, now)
    standards = _standards(asked)
    marks = check_weeks(weeks, standards)
    checks = check_standards(_like([asked.now], now), standards)
    said = asked.answers
    verdict = judge(
        marks.mark,
        rng=np.random.default_rng(SEED),
        want=said.want,
        allow_walk=said.elsewhere != "mostly",
    )
    verdict = safety.apply(verdict, kind=said.kind, afraid=said.afraid, stop_contact=said.stop_contact)
    value, low, high = (100 * (x - 1) for x in (factor.value, factor.low, factor.high))
    first = Moment(clock - len(weeks) * WEEK, now.local - len(weeks) * WEEK)
    return Review(
        me="you",
        them=asked.name,
        people=("you", asked.name),
        group=False,
        source="answers",
        receipt=Receipt(0, 0),
        first=first,
        last=now,
        tz=tz,
        last_side=None,
        days_in_touch=0,
        as_of=now,
        answers=said,
        balance=share,
        ribbon=_ribbon(share, before, since, now),
        trend=Measure(value, low, high, factor.n),
        change=drift,
        signals=(),
        standards=checks,
        seen=weeks,
        weeks=marks,
        verdict=verdict,
        next_step=next_step(verdict, now, subject((), drift, checks), STEP_BACK_DAYS, stop_contact=said.stop_contact),
        assumed=("from_answers", "dynamics", "free_week") if verdict.values is not None else ("from_answers",),
    )


def _check(asked: AskAnswers) -> None:
    for week in (asked.then, asked.now):
        if not (0 <= week.you_answer <= 1 and 0 <= week.they_answer <= 1):
            raise UsageError("How many messages get an answer is a share from 0 to 100 percent.")
        if not all(0 <= x <= 7 for x in (week.your_days, week.their_days)):
            raise UsageError("A week has 7 days: give a number of days from 0 to 7.")
        if not all(0 <= x <= 1000 for x in (week.you_open, week.they_open)):
            raise UsageError("Give how often each of you writes first in a week as a number from 0 up.")
    if not 0 <= asked.weeks_now <= 2000:
        raise UsageError("Give how many weeks it has been like this as a number from 0 up.")


def _balance(week: NormalWeek) -> Balance:
    return stated(
        (week.you_open, week.they_open),
        (week.you_answer, week.they_answer),
        (week.your_days, week.their_days),
        weeks=REMEMBERED,
    )


def _change(factor: Measure, since: int) -> Change:
    if factor.high < 1:
        return Change("less", since, factor)
    return Change("more", since, factor) if factor.low > 1 else Change("too_early")


def _weeks(asked: AskAnswers, now: Moment) -> Weekly:
    """A few weeks like then, and a few like now; none where nobody did anything in either."""
    if not any(_acts_in(week) for week in (asked.then, asked.now)):
        return _like([], now)
    return _like([asked.then] * REMEMBERED + [asked.now] * min(asked.weeks_now, MOST_WEEKS), now)


def _acts_in(week: NormalWeek) -> float:
    return week.you_open + week.they_open + week.your_days + week.their_days


def _like(weeks: list[NormalWeek], now: Moment) -> Weekly:
    """These weeks, one after the other, up to now."""
    last = int(monday(np.array([now.local]))[0])
    return Weekly(
        monday=last - np.arange(len(weeks), 0, -1) * WEEK,
        value={
            "openings": np.array([week.they_open for week in weeks]),
            "replies": np.array([week.they_answer for week in weeks]),
            "active_days": np.array([week.their_days for week in weeks]),
        },
        informative=np.ones(len(weeks), np.bool_),
    )


def _standards(asked: AskAnswers) -> tuple[Standard, ...]:
    """What they said must be true; else halfway between how it was and what is usual for the kind."""
    if asked.needs:
        return tuple(
            Standard(n, t, WEIGHTS[n], must_have=True, origin="stated") for n, t in asked.needs.items() if t > 0
        )
    then = {"openings": asked.then.they_open, "replies": asked.then.they_answer, "active_days": asked.then.their_days}
    usual = targets(asked.answers.kind)
    return tuple(
        Standard(name, (then[name] + target) / 2, WEIGHTS[name], must_have=False, origin="default")
        for name, target in usual.items()
        if name in then
    )


def _ribbon(share: Balance, before: Balance, since: int, now: Moment) -> Ribbon:
    mondays = int(monday(np.array([now.local]))[0]) - np.arange(RIBBON_WEEKS - 1, -1, -1) * WEEK
    late = mondays >= since
    return Ribbon(
        mondays,
        np.where(late, share.share, before.share),
        np.where(late, share.low, before.low),
        np.where(late, share.high, before.high),
    )
