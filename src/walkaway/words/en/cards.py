"""A review in; its card, in words, out."""

from __future__ import annotations

import math

import numpy as np

from walkaway.app.review import Review
from walkaway.app.review_pursuit import RATED
from walkaway.core.balance.share import Ribbon
from walkaway.core.events import DAY, WEEK
from walkaway.core.standards.standard import Check, Mark
from walkaway.core.verdict.verdict import Move
from walkaway.words.card import Card, Chart, Number, Week, WeekBar
from walkaway.words.en.amounts import day, small
from walkaway.words.en.basis import basis
from walkaway.words.en.changes import changes
from walkaway.words.en.english import ENGLISH
from walkaway.words.en.measures import BALANCE_READINGS, MARKS, NO_SIGNAL, change, check, signal, trend, weeks
from walkaway.words.en.moves import FROM_ANSWERS, HEADINGS, WORDS, sure, word
from walkaway.words.en.positions import FREE_WEEK
from walkaway.words.en.reason import ANSWERS, WEEKS, reason
from walkaway.words.en.steps import step
from walkaway.words.en.support import SUPPORT
from walkaway.words.printable import printable
from walkaway.words.told import positions

SHOWN_WEEKS = 26
NO_TITLE = "For you"
NORMAL_WEEK = "This is a normal week now beside what you need."
LAST_WEEK = "In the last week that shows something."
LAST_WEEKS = "In the last {n} weeks that show something."
RIBBON_TITLE = "Their share, week by week"
RIBBON_KEY = "From 35 to 65 counts as even."
RIBBON_GAP = "No line where one of you wrote nothing for six weeks."
RIBBON_BAND = "The pale band is where the share may lie."
RIBBON_TABLE = "The same as a table"
RIBBON_COLUMNS = ("Week of", "Their share", "From", "To")


def card(review: Review) -> Card:
    """All that a person sees. Under support it is one calm page, without names or numbers.

    While the question about fear is open, what was counted is told, and nothing that judges it.
    """
    move = review.verdict.move
    if move is Move.SUPPORT:
        return Card(
            move=move,
            title=NO_TITLE,
            word=WORDS[move],
            reason=reason(review),
            mark=None,
            headings=HEADINGS,
            paragraphs=SUPPORT,
        )
    judged, where = move is not Move.UNANSWERED, review.position
    return Card(
        move=move,
        title=f"You and {printable(review.called or review.them)}",
        word=word(review),
        reason=reason(review),
        mark=_mark(review),
        headings=HEADINGS,
        promises=() if where is None else positions.promises(where, review.as_of, review.answers.kind, of=ENGLISH),
        chart=_chart(review),
        numbers=_numbers(review),
        signals=_signals(review),
        together=() if where is None else positions.together(where, of=ENGLISH),
        outside=() if where is None or review.verdict.walk_away is None else positions.outside(where, of=ENGLISH),
        standards=tuple(check(c, review.as_of.local) for c in review.standards) if judged else (),
        weeks=_weeks(review) if judged and review.source != ANSWERS else (),
        weeks_text=_weeks_text(review) if judged else None,
        step=step(review),
        changes=changes(review.verdict) if judged and not review.answers.stop_contact else (),
        basis=basis(review),
    )


def _mark(review: Review) -> str | None:
    """What must be seen beside the word: where it comes from, where it stops."""
    marks = []
    if review.source == ANSWERS:
        marks.append(FROM_ANSWERS)
    if review.answers.elsewhere == "mostly":
        marks.append("In these messages only")
    if {"as_of_last", "as_of_told"} & {*review.assumed}:
        marks.append(f"As of {day(review.as_of.local)}")
    return " · ".join(marks) or None


def _chart(review: Review) -> Chart | None:
    """The ribbon, when any of its weeks holds something."""
    ribbon = review.ribbon
    if not len(ribbon.monday) or bool(np.isnan(ribbon.share).all()):
        return None
    bars = tuple(
        WeekBar(day(monday), *(None if math.isnan(x) else x for x in week))
        for monday, *week in zip(
            ribbon.monday.tolist(), ribbon.share.tolist(), ribbon.low.tolist(), ribbon.high.tolist(), strict=True
        )
    )
    changed = _changed(review)
    changed_on = None if changed is None or review.change.since is None else day(review.change.since)
    return Chart(
        RIBBON_TITLE,
        _said(ribbon, review),
        bars,
        changed,
        changed_on,
        f"{RIBBON_KEY} {RIBBON_GAP}" if any(bar.share is None for bar in bars) else RIBBON_KEY,
        RIBBON_BAND,
        RIBBON_TABLE,
        RIBBON_COLUMNS,
    )


def _changed(review: Review) -> int | None:
    """The week of the ribbon in which the change began."""
    if review.change.since is None or not len(review.ribbon.monday):
        return None
    week = (review.change.since - int(review.ribbon.monday[0])) // WEEK
    return int(week) if 0 <= week < len(review.ribbon.monday) else None


def _said(ribbon: Ribbon, review: Review) -> str:
    """What the ribbon shows, for those who do not see it."""
    seen = np.flatnonzero(~np.isnan(ribbon.share))
    first, last = int(seen[0]), int(seen[-1])
    text = (
        f"From {ribbon.share[first]:.0f} of 100 on {day(int(ribbon.monday[first]))} "
        f"to {ribbon.share[last]:.0f} on {day(int(ribbon.monday[last]))}."
    )
    if _changed(review) is not None or review.change.status == "none":
        return text
    return f"{text} {change(review.change)}"


def _numbers(review: Review) -> tuple[Number, ...]:
    """The four numbers. Those of the verdict are missing where there is none."""
    numbers = []
    share = review.balance
    if share is not None:
        numbers.append(
            Number(
                "Their share of the effort",
                f"{share.share:.0f} of 100 ({share.low:.0f} to {share.high:.0f})",
                BALANCE_READINGS[share.reading],
            )
        )
    if review.verdict.move is Move.UNANSWERED:
        return tuple(numbers)
    numbers.append(_standards_met(review))
    verdict = review.verdict
    if verdict.walk_away is not None and not review.answers.stop_contact:
        limit, now = (100 * x for x in (verdict.walk_away.limit, verdict.walk_away.now))
        side = "about the same" if round(now) == round(limit) else "above it" if now > limit else "below it"
        numbers.append(
            Number(
                "Your limit",
                _weekly(review, limit, "of a good week"),
                f"Going on is worth {_weekly(review, now)}, which is {side}. {_best_other(review)}",
            )
        )
    if verdict.sure is not None and verdict.move is not Move.NOT_ENOUGH:
        numbers.append(
            Number(
                "How sure",
                f"{sure(verdict.sure)} ({100 * verdict.sure:.0f} %)",
                "This is the view of the model. It guesses how people change.",
            )
        )
    return tuple(numbers)


def _weekly(review: Review, percent: float, of: str = "") -> str:
    """What a week is worth: in the person's own unit where one is kept, else as a part of a good week."""
    if review.position is None:
        return f"{percent:.0f} % {of}".rstrip()
    return f"{positions.amount(percent / 100 * review.position.good, review.position.unit, of=ENGLISH)} a week"


def _best_other(review: Review) -> str:
    found = None if review.position is None else review.position.outside.best
    return FREE_WEEK if found is None else f"The best other thing you have is {printable(found.option.name, 60)}."


def _standards_met(review: Review) -> Number:
    must = [c for c in review.standards if c.standard.must_have]
    of = must or list(review.standards)
    seen = [c for c in of if c.mark != Mark.NOTHING]
    met = sum(c.mark == Mark.MET for c in seen)
    label = "Must-haves met" if must else "Standards met"
    if not seen:
        return Number(label, "none seen yet", "There is no full week to check yet.")
    return Number(label, f"{met} of {len(seen)}", NORMAL_WEEK if review.source == ANSWERS else _last_weeks(seen))


def _last_weeks(seen: list[Check]) -> str:
    """How many weeks that is: a young chat has not had four yet."""
    n = max(check.n for check in seen)
    return LAST_WEEK if n == 1 else LAST_WEEKS.format(n=small(n))


def _signals(review: Review) -> tuple[str, ...]:
    """The trend and each sign, in sentences."""
    if review.source in (ANSWERS, RATED):
        return ()
    said = [signal(s, review.as_of.local) for s in review.signals]
    # While a dated change lies inside the sixteen weeks that the trend compares, the two would argue.
    since = review.change.since
    slope = trend(review.trend) if since is None or review.as_of.local - since > 112 * DAY else None
    if slope is not None:
        said.append(slope)
    return tuple(said) or (NO_SIGNAL,)


def _weeks_text(review: Review) -> str:
    return NORMAL_WEEK if review.source == ANSWERS else weeks(review.weeks, WEEKS)


def _weeks(review: Review) -> tuple[Week, ...]:
    shown = zip(review.weeks.monday.tolist(), review.weeks.mark.tolist(), strict=True)
    return tuple(Week(day(monday), *MARKS[Mark(mark)]) for monday, mark in list(shown)[-SHOWN_WEEKS:])
