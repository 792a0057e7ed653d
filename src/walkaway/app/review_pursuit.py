"""Review a pursuit that is kept: its settings and its archive in, the review with everything the person set, out."""

from __future__ import annotations

from dataclasses import replace

import numpy as np

from walkaway.app.ask import from_memory
from walkaway.app.choose_chat import choose_chat
from walkaway.app.errors import UsageError
from walkaway.app.left import Gone, gone
from walkaway.app.ports import Archive, Receipt
from walkaway.app.position import good_week, held, outside, position
from walkaway.app.pursuit import OwnStandard, Pursuit
from walkaway.app.review import SEED, NextStep, Own, Review, asks_left, next_step, review, subject
from walkaway.app.zone import moment_of, to_local
from walkaway.core import safety
from walkaway.core.balance.drift import Change
from walkaway.core.balance.share import Ribbon
from walkaway.core.events import Moment
from walkaway.core.standards.by_hand import with_ratings
from walkaway.core.standards.check import check_standards, check_weeks
from walkaway.core.standards.standard import Standard
from walkaway.core.standards.weekly import Weekly
from walkaway.core.standards.weights import by_rank, swing
from walkaway.core.verdict.judge import judge
from walkaway.core.verdict.model import Model, in_own_numbers
from walkaway.core.verdict.verdict import Move

RATED = "ratings"
"""The source of a review that rests on ratings by hand alone."""
STEP_BACK_DAYS = 14


def review_pursuit(pursuit: Pursuit, archive: Archive | None, *, clock: int, tz: str, now: int | None = None) -> Review:
    """The review of a pursuit, from its archive; where there is none, from what is remembered, or ratings by hand.

    `clock` and `now` are us UTC, `tz` the person's zone. Raises OpenQuestion where an archive leaves something open,
    UsageError where there is nothing to go by.
    """
    at = clock if now is None else now
    if archive is None:
        moment = moment_of(at, tz)
        if pursuit.recalled is None:
            found = _from_ratings(pursuit, moment, tz)
        else:
            dated = now is not None
            memory = pursuit.recalled
            found = from_memory(pursuit.name, pursuit.answers, memory, own(pursuit), at=moment, tz=tz, dated=dated)
    else:
        chosen = choose_chat(archive, me=pursuit.me, with_=pursuit.with_)
        found = review(archive, chosen, pursuit.answers, clock=clock, now=now, own=own(pursuit))
        if not found.group:
            found = replace(found, called=pursuit.name)  # as the person calls them, whatever the phone does
    hidden = found.verdict.move in (Move.SUPPORT, Move.UNANSWERED) or bool(found.answers.stop_contact)
    if hidden:
        return found
    where = position(pursuit, found.seen, found.balance, found.verdict.walk_away, found.as_of)
    today = int(to_local(np.array([at]), tz)[0])
    return as_left(replace(found, position=where), gone(pursuit.left, today))


def as_left(found: Review, left: Gone | None) -> Review:
    """The review of a pursuit that was left: what was measured stays, what speaks for another move goes."""
    if left is None:
        return found
    verdict = replace(found.verdict, sure=None, because=(), break_evens=(), flips=(), asking=None)
    where = None if found.position is None else replace(found.position, fired=())
    step = NextStep("left", until=left.until)
    return replace(found, gone=left, verdict=verdict, position=where, next_step=step)


def own(pursuit: Pursuit) -> Own:
    """What the person set, in the terms of the core."""
    return Own(
        standards=own_standards(pursuit.standards),
        only=pursuit.only_mine,
        ratings={s.name: s.ratings for s in pursuit.standards if s.evidence is None},
        model=own_model(pursuit),
        asked=tuple(asked.on for asked in pursuit.asked),
        left=None if pursuit.left is None else pursuit.left.on,
    )


def own_standards(given: tuple[OwnStandard, ...]) -> tuple[Standard, ...]:
    """The person's standards with weights: by points where all have some (swing), else by their place in the list."""
    if not given:
        return ()
    names = tuple(s.evidence or s.name for s in given)
    twice = next((name for k, name in enumerate(names) if name in names[:k]), None)
    if twice is not None:
        raise UsageError(f"There are two standards that count {twice}. Keep one of them.")
    points = [s.points for s in given if s.points is not None]
    weights = swing(np.array(points)).tolist() if len(points) == len(given) else list(by_rank(names).values())
    return tuple(
        Standard(name, s.target, weight, must_have=s.must_have, origin="stated")
        for name, s, weight in zip(names, given, weights, strict=True)
    )


def own_model(pursuit: Pursuit) -> Model:
    """The model with the person's numbers, as shares of a good week. A free week is looked up only if they said one."""
    week, good = pursuit.week, good_week(pursuit.week)

    def part(amount: float | None) -> float | None:
        return None if amount is None else amount / good

    away = None if week.free is None and not pursuit.options else outside(pursuit).reservation / good
    return in_own_numbers(weak=part(week.weak), costs=part(week.costs), asking=part(week.asking), outside=away)


def _from_ratings(pursuit: Pursuit, now: Moment, tz: str) -> Review:
    """Without an archive: the weeks that ratings speak for, through the same rooms."""
    mine = own(pursuit)
    none = np.zeros(0)
    empty = Weekly(none.astype(np.int64), {}, none.astype(np.bool_))
    weeks = with_ratings(empty, mine.ratings, now)
    # Fear, a stop-contact and "I would not want it" need nothing to go by.
    if not len(weeks) and pursuit.answers.want is not False and held(pursuit) not in (Move.SUPPORT, Move.WALK):
        raise UsageError(
            f"There is nothing to go by for {pursuit.name} yet.",
            typed="Put an exported chat into its folder, or rate a standard: "
            f"walkaway standard {pursuit.name!r} --rate NAME=SCORE.",
            mend="rate",
        )
    said = pursuit.answers
    standards = tuple(s for s in mine.standards if s.name in weeks.value)
    marks = check_weeks(weeks, standards)
    checks = check_standards(weeks, standards)
    verdict = judge(
        marks.mark,
        rng=np.random.default_rng(SEED),
        asks_left=asks_left(mine.asked, now),
        want=said.want,
        model=mine.model,
    )
    verdict = safety.apply(verdict, kind=said.kind, afraid=said.afraid, stop_contact=bool(said.stop_contact))
    first = now if not len(weeks) else Moment(now.at - (now.local - int(weeks.monday[0])), int(weeks.monday[0]))
    change = Change("too_early")
    ribbon = Ribbon(none.astype(np.int64), none, none, none)
    return Review(
        me="you",
        them=pursuit.name,
        people=("you", pursuit.name),
        group=False,
        source=RATED,
        receipt=Receipt(0, 0),
        first=first,
        last=now,
        tz=tz,
        last_side=None,
        days_in_touch=0,
        as_of=now,
        answers=said,
        balance=None,
        ribbon=ribbon,
        trend=None,
        change=change,
        signals=(),
        standards=checks,
        seen=weeks,
        weeks=marks,
        verdict=verdict,
        next_step=next_step(
            verdict, now, subject((), change, checks), STEP_BACK_DAYS, stop_contact=bool(said.stop_contact)
        ),
        assumed=("ratings_only", "dynamics") if verdict.values is not None else ("ratings_only",),
    )
