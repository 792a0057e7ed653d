"""Review one pursuit: a chat and what the person says about it in, everything a card shows out."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from typing import Literal

import numpy as np

from walkaway.app.answers import Answers
from walkaway.app.choose_chat import Chosen
from walkaway.app.errors import UsageError
from walkaway.app.heard import heard
from walkaway.app.left import Gone
from walkaway.app.ports import Archive, Receipt
from walkaway.app.position import Position
from walkaway.app.zone import moment_of
from walkaway.core import safety
from walkaway.core.balance.contact import Contact, contact
from walkaway.core.balance.drift import Change, change, trend
from walkaway.core.balance.quiet import without
from walkaway.core.balance.share import Balance, Ribbon, balance, ribbon
from walkaway.core.balance.signals import signals
from walkaway.core.balance.signals.signal import Signal, View
from walkaway.core.events import DAY, Acts, Moment, Side, acts
from walkaway.core.leaving.silence import Clock
from walkaway.core.leaving.silence import clock as clock_of
from walkaway.core.leaving.step_back import step_back_days
from walkaway.core.measures import Measure
from walkaway.core.standards.by_hand import Rating, with_ratings
from walkaway.core.standards.check import check_standards, check_weeks, standards
from walkaway.core.standards.standard import Check, Mark, Standard, WeekMarks
from walkaway.core.standards.weekly import Weekly, weekly
from walkaway.core.verdict.judge import judge
from walkaway.core.verdict.model import DEFAULTS, Model
from walkaway.core.verdict.verdict import Move, Verdict

OLD = 60 * DAY
"""An archive whose last event is older than this is judged as of that event."""
IN_TOUCH_DAYS = 84
ASK_RENEWED = 90 * DAY
"""An ask counts as spent for so long: asking more often is nagging, and the plan would do it all the time."""
LOOK_AGAIN = 28 * DAY
"""When there is not enough to say: four more weeks to see."""
SEED = 20_260_000
"""The same archive gives the same card."""


@dataclass(frozen=True, slots=True, eq=False)
class Own:
    """What the person set in place of what is usual: standards (`only` these), ratings by hand, their numbers.

    `asked` are the local days (us) on which they asked, `left` the one on which they left.
    """

    standards: tuple[Standard, ...] = ()
    only: bool = False
    ratings: Mapping[str, tuple[Rating, ...]] = field(default_factory=dict)
    model: Model = DEFAULTS
    asked: tuple[int, ...] = ()
    left: int | None = None


@dataclass(frozen=True, slots=True)
class NextStep:
    """What to do now.

    `until` is the local day (us) to look again, `days` the length of a step back; `sentence` names what to send, if
    anything (the words are in walkaway.words).
    """

    name: Literal[
        "keep_going",
        "send_ask",
        "step_back",
        "send_no",
        "no_contact",
        "wait_and_see",
        "support",
        "answer_first",
        "left",
    ]
    sentence: str | None = None
    days: int | None = None
    until: int | None = None


@dataclass(frozen=True, slots=True, eq=False)
class Review:
    """One pursuit, judged.

    `last_side` did the last thing that is seen, `days_in_touch` counts the days of the last 12 weeks on which somebody
    did. `as_of` is the moment all ages count from; `position` is what the person has beside it, where they said so, and
    where it may be shown; `kept_days` is the clock of a pursuit that was left, `gone` that it was; `called` is the name
    under which it is kept, where that is known; `assumed` names what nobody told us (docs/schema.md lists the names).
    """

    me: str
    them: str
    people: tuple[str, ...]
    group: bool
    source: str
    receipt: Receipt
    first: Moment
    last: Moment
    tz: str
    last_side: Side | None
    days_in_touch: int
    as_of: Moment
    answers: Answers
    balance: Balance | None
    ribbon: Ribbon
    trend: Measure | None
    change: Change
    signals: tuple[Signal, ...]
    standards: tuple[Check, ...]
    seen: Weekly
    weeks: WeekMarks
    verdict: Verdict
    next_step: NextStep
    assumed: tuple[str, ...]
    position: Position | None = None
    kept_days: Clock | None = None
    gone: Gone | None = None
    called: str | None = None


def review(
    archive: Archive, choice: Chosen, answers: Answers, *, clock: int, now: int | None = None, own: Own | None = None
) -> Review:
    """The whole judgement of one chat.

    `clock` and `now` are us UTC. Without `now`, ages count from the clock while the last event is at most 60 days old,
    else from the last event. Raises UsageError when there is nothing to judge.
    """
    events = choice.chat.events
    if not len(events):
        raise UsageError(
            "There is no message in this chat, so there is nothing to judge. Export it again with its messages."
        )
    last = int(events.at[-1])
    current = 0 <= clock - last <= OLD
    at = now if now is not None else (clock if current else last)
    as_of = moment_of(at, archive.tz)
    if at < int(events.at[0]):
        raise UsageError("--now lies before the first message. Give a later day, or leave it out.")
    said = answers.stop_contact
    answers = heard(answers, choice, now=at)
    done = acts(events, you=choice.me, them=choice.them)
    seen = contact(done, now=as_of, group=choice.group)
    if not len(seen.acts):
        raise UsageError("Nobody wrote in this chat up to that day, so there is nothing to judge.")
    rng = np.random.default_rng(SEED)
    share, slope, drift, found = _measured(seen, answers.quiet, rng)
    own = own or Own()
    weeks = with_ratings(weekly(seen, quiet=answers.quiet), own.ratings, as_of)
    asked = standards(weeks, answers.kind, own.standards, only_stated=own.only)
    marks = check_weeks(weeks, asked)
    verdict = judge(
        marks.mark,
        rng=rng,
        asks_left=asks_left(own.asked, as_of),
        want=answers.want,
        allow_walk=not choice.group and answers.elsewhere != "mostly",
        model=own.model,
    )
    verdict = safety.apply(verdict, kind=answers.kind, afraid=answers.afraid, stop_contact=bool(answers.stop_contact))
    checks = check_standards(weeks, asked)
    assumed = [*archive.assumed, *choice.assumed]
    assumed += ["as_of_last"] if now is None and not current else []
    assumed += ["stop_read"] if answers.stop_contact != said else []
    assumed += ["kind"] if answers.kind is None else []
    assumed += ["default_targets"] if any(c.standard.origin == "default" for c in checks) else []
    assumed += ["elsewhere"] if answers.elsewhere is None else []
    assumed += guessed(verdict, own.model)
    people = choice.chat.people
    return Review(
        me=people[choice.me],
        them=people[choice.them],
        people=people,
        group=choice.group,
        source=archive.source,
        receipt=archive.receipt,
        first=Moment(int(events.at[0]), int(events.local[0])),
        last=Moment(last, int(events.local[-1])),
        tz=archive.tz,
        last_side=last_side(seen.acts),
        days_in_touch=days_in_touch(seen),
        as_of=as_of,
        answers=answers,
        balance=share,
        ribbon=ribbon(seen),
        trend=slope,
        change=drift,
        signals=found,
        standards=checks,
        seen=weeks,
        weeks=marks,
        verdict=verdict,
        next_step=next_step(
            verdict, as_of, subject(found, drift, checks), step_back_days(seen), stop_contact=bool(answers.stop_contact)
        ),
        assumed=tuple(assumed),
        kept_days=_kept_days(done, own.left, clock if now is None else now, archive.tz, verdict),
    )


def _kept_days(done: Acts, left: int | None, at: int, tz: str, verdict: Verdict) -> Clock | None:
    """The clock of a pursuit that was left. It runs on where an archive is old: that is what a silence looks like."""
    if left is None or verdict.move is Move.SUPPORT:
        return None
    return clock_of(done, since=Moment(left, left), now=moment_of(at, tz))


def guessed(verdict: Verdict, model: Model) -> list[str]:
    """What the model took for granted."""
    if verdict.values is None:
        return []
    return ["dynamics", "free_week"] if float(model.outside[0]) == float(DEFAULTS.outside[0]) else ["dynamics"]


def asks_left(asked: tuple[int, ...], now: Moment) -> int:
    """One ask, renewed after three months."""
    return 0 if any(0 <= now.local - day < ASK_RENEWED for day in asked) else 1


def last_side(done: Acts) -> Side | None:
    """Whose act was the last of those of you two."""
    between = np.flatnonzero((done.side == Side.YOU) | (done.side == Side.THEM))
    return Side(int(done.side[between[-1]])) if len(between) else None


def days_in_touch(seen: Contact) -> int:
    """Days of the last 12 weeks on which one of you two did something."""
    today = seen.now.local // DAY
    days = np.union1d(*seen.days)
    return int(np.count_nonzero((days > today - IN_TOUCH_DAYS) & (days <= today)))


def _measured(
    seen: Contact, quiet: tuple[tuple[int, int], ...], rng: np.random.Generator
) -> tuple[Balance | None, Measure | None, Change, tuple[Signal, ...]]:
    """Balance, trend, change and signals, on a calendar without the quiet spells; dates told back on the real one."""
    cut = without(seen.acts, seen.now, quiet)
    if len(quiet) and len(cut.acts):
        seen = contact(cut.acts, now=cut.now, group=seen.group)
    share, drift, slope = balance(seen, rng), change(seen), trend(seen)
    found = signals(View(seen, share, slope, drift, rng)) if share else ()
    if drift.since is not None:
        drift = replace(drift, since=cut.back(drift.since))
    dated = tuple(s if s.since is None else replace(s, since=cut.back(s.since)) for s in found)
    return share, slope, drift, dated


def next_step(verdict: Verdict, now: Moment, topic: str, days: int, *, stop_contact: bool) -> NextStep:
    """The one thing to do now. Nothing is sent under support, before the safety question, or after a stop-contact.

    `topic` is what an ask would be about, `days` how long a step back would be.
    """
    today = now.local // DAY * DAY
    match verdict.move:
        case Move.SUPPORT:
            return NextStep("support")
        case Move.UNANSWERED:
            return NextStep("answer_first")
        case Move.WALK:
            return NextStep("no_contact") if stop_contact else NextStep("send_no", sentence="no")
        case Move.ASK:
            return NextStep("send_ask", sentence=f"ask_{topic}")
        case Move.STEP_BACK:
            return NextStep("step_back", sentence="step_back", days=days, until=today + days * DAY)
        case Move.STAY:
            return NextStep("keep_going")
        case _:
            return NextStep("wait_and_see", until=today + LOOK_AGAIN)


def subject(found: tuple[Signal, ...], drift: Change, checks: tuple[Check, ...]) -> str:
    """What to ask about: a silence, what fell, the hot and cold, or the standard that is furthest from met."""
    named = {signal.name: signal for signal in found}
    if drift.status == "silent":
        return "silence"
    fell = named["taken_for_granted"].about if "taken_for_granted" in named else None
    if fell is not None:
        return fell
    if "mixed" in named:
        return "mixed"
    if "ignored" in named:
        return "silence"
    behind = [c for c in checks if c.mark in (Mark.MISSED, Mark.PARTLY)]
    return max(behind, key=lambda c: (c.mark, c.standard.weight)).standard.name if behind else "active_days"
