"""Three questions in, a provisional review out: for people who have no archive."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace

import numpy as np

from walkaway.app.answers import Answers
from walkaway.app.errors import UsageError
from walkaway.app.ports import Receipt
from walkaway.app.pursuit import OwnStandard, Pursuit
from walkaway.app.recalled import DAYS_A_WEEK, MOST_OPENINGS, MOST_WEEKS, NormalWeek, Recalled
from walkaway.app.review import OLD, SEED, Own, Review, asks_left, guessed, next_step, subject
from walkaway.core import safety
from walkaway.core.balance.contact import monday
from walkaway.core.balance.drift import Change, ratio_of_rates
from walkaway.core.balance.share import RIBBON_WEEKS, Balance, Ribbon, stated
from walkaway.core.events import DAY, WEEK, Moment
from walkaway.core.measures import Measure
from walkaway.core.standards.by_hand import with_ratings
from walkaway.core.standards.check import check_standards, check_weeks
from walkaway.core.standards.defaults import WEIGHTS, targets
from walkaway.core.standards.standard import COUNTED, Counted, PursuitKind, Standard
from walkaway.core.standards.weekly import Weekly
from walkaway.core.verdict.judge import judge

REMEMBERED = 4
"""What a memory of a normal week weighs: four weeks of counting."""
LIKE_NOW = 6
"""However long it has been so: a memory does not become a diary."""
STEP_BACK_DAYS = 14


SOURCE = "answers"
"""The source of a review that rests on what was remembered."""


def remember(before: Pursuit, recalled: Recalled, needs: Mapping[Counted, float]) -> Pursuit:
    """The pursuit with the three questions answered: what must be true is a must-have standard from then on.

    `needs` are targets (per week; replies as a share). Raises UsageError.
    """
    _check(recalled)
    same = {s.evidence: s for s in before.standards}
    new = [
        replace(same.get(n, OwnStandard(n, evidence=n)), target=t, must_have=True) for n, t in needs.items() if t > 0
    ]
    rest = [s for s in before.standards if s.evidence not in needs]
    return replace(before, recalled=recalled, standards=(*new, *rest))


def from_memory(
    name: str, answers: Answers, recalled: Recalled, own: Own, *, at: Moment, tz: str, dated: bool
) -> Review:
    """The review of what was remembered, through the same rooms as an archive, with the width of a memory.

    What was told long before `at` is judged as of then, unless `at` is `dated` by the person. Weeks since it was told
    show nothing.
    """
    days = max(0, at.local // DAY * DAY - recalled.on)
    told = Moment(at.at - days, at.local - days)
    current = dated or days <= OLD
    now = at if current else told
    since = recalled.on - recalled.weeks_now * WEEK
    share, before = _balance(recalled.now), _balance(recalled.then)
    factor = ratio_of_rates(
        round(recalled.now.their_days * REMEMBERED),
        7 * REMEMBERED,
        round(recalled.then.their_days * REMEMBERED),
        7 * REMEMBERED,
    )
    drift = _change(factor, since) if recalled.weeks_now else Change("too_early")
    weeks = with_ratings(_weeks(recalled, told, now), own.ratings, now)
    standards = _standards(recalled, answers.kind, own, weeks)
    marks = check_weeks(weeks, standards)
    week = _like([recalled.now], told)
    checks = tuple(check_standards(week if s.name in week.value else weeks, (s,))[0] for s in standards)
    verdict = judge(
        marks.mark,
        rng=np.random.default_rng(SEED),
        asks_left=asks_left(own.asked, now),
        want=answers.want,
        allow_walk=answers.elsewhere != "mostly",
        model=own.model,
    )
    verdict = safety.apply(verdict, kind=answers.kind, afraid=answers.afraid, stop_contact=bool(answers.stop_contact))
    value, low, high = (100 * (x - 1) for x in (factor.value, factor.low, factor.high))
    assumed = ["from_answers", *([] if current else ["as_of_told"]), *guessed(verdict, own.model)]
    span = len(weeks) * WEEK
    return Review(
        me="you",
        them=name,
        people=("you", name),
        group=False,
        source=SOURCE,
        receipt=Receipt(0, 0),
        first=Moment(now.at - span, now.local - span),
        last=told,
        tz=tz,
        last_side=None,
        days_in_touch=0,
        as_of=now,
        answers=answers,
        balance=share,
        ribbon=_ribbon(share, before, since, now),
        trend=Measure(value, low, high, factor.n),
        change=drift,
        signals=(),
        standards=checks,
        seen=weeks,
        weeks=marks,
        verdict=verdict,
        next_step=next_step(
            verdict, now, subject((), drift, checks), STEP_BACK_DAYS, stop_contact=bool(answers.stop_contact)
        ),
        assumed=tuple(assumed),
    )


def _check(recalled: Recalled) -> None:
    for week in (recalled.then, recalled.now):
        if not (0 <= week.you_answer <= 1 and 0 <= week.they_answer <= 1):
            raise UsageError("How many messages get an answer is a share from 0 to 100 percent.")
        if not all(0 <= x <= DAYS_A_WEEK for x in (week.your_days, week.their_days)):
            raise UsageError("A week has 7 days: give a number of days from 0 to 7.")
        if not all(0 <= x <= MOST_OPENINGS for x in (week.you_open, week.they_open)):
            raise UsageError("Give how often each of you writes first in a week as a number from 0 up.")
    if not 0 <= recalled.weeks_now <= MOST_WEEKS:
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


def _weeks(recalled: Recalled, told: Moment, now: Moment) -> Weekly:
    """A few weeks like then, a few like now, and those since it was told, which show nothing.

    None of them where nobody did anything in either.
    """
    if not any(_acts_in(week) for week in (recalled.then, recalled.now)):
        return _like([], now)
    like = _like([recalled.then] * REMEMBERED + [recalled.now] * min(recalled.weeks_now, LIKE_NOW), told)
    ends = monday(np.array([told.local, now.local]))
    since = np.arange(int(ends[0]), int(ends[1]), WEEK, dtype=np.int64)
    return Weekly(
        monday=np.concatenate([like.monday, since]),
        value={name: np.concatenate([x, np.full(len(since), np.nan)]) for name, x in like.value.items()},
        informative=np.concatenate([like.informative, np.zeros(len(since), np.bool_)]),
    )


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


def _standards(recalled: Recalled, kind: PursuitKind | None, own: Own, weeks: Weekly) -> tuple[Standard, ...]:
    """What they said must be true; else halfway between how it was and what is usual for the kind.

    What is rated by hand stands beside either, and weighs as much as all the rest together.
    """
    mine = [s for s in own.standards if s.name in weeks.value]
    if any(s.name in COUNTED for s in mine) or (own.only and mine):
        return tuple(mine)
    then = {"openings": recalled.then.they_open, "replies": recalled.then.they_answer}
    then["active_days"] = recalled.then.their_days
    usual = [
        Standard(name, (then[name] + target) / 2, WEIGHTS[name], must_have=False, origin="between")
        for name, target in targets(kind).items()
        if name in then
    ]
    share = sum(s.weight for s in usual) / (sum(s.weight for s in mine) or 1.0)
    return (*(replace(s, weight=s.weight * share) for s in mine), *usual)


def _ribbon(share: Balance, before: Balance, since: int, now: Moment) -> Ribbon:
    mondays = int(monday(np.array([now.local]))[0]) - np.arange(RIBBON_WEEKS - 1, -1, -1) * WEEK
    late = mondays >= since
    return Ribbon(
        mondays,
        np.where(late, share.share, before.share),
        np.where(late, share.low, before.low),
        np.where(late, share.high, before.high),
    )
