"""A review in; the one dated reason, of at most 25 words, out."""

from __future__ import annotations

from collections.abc import Iterator

from walkaway.app.review import Review
from walkaway.core.balance.signals.signal import WINDOW, Signal
from walkaway.core.events import DAY
from walkaway.core.standards.standard import Mark
from walkaway.core.verdict.verdict import Move
from walkaway.words.en import amounts, leaving
from walkaway.words.en.amounts import compared, day, days_ago, fraction, small
from walkaway.words.en.measures import FELL, of_conversations, of_yours, recent_weeks, silence
from walkaway.words.en.support import SUPPORT_REASON, UNANSWERED_REASON
from walkaway.words.sentences import Sentences
from walkaway.words.told.leaving import gone_line

WEEKS = 8
"""How many weeks "lately" is, where a reason counts weeks."""

ANSWERS = "answers"
"""The source of a review that rests on what the person remembers."""

STOP_CONTACT = "They asked for no more contact. So the only move is to leave it there."
NO_WANT = "You said you would not want this even if every standard were met."
NOTHING_YET = "There is no week yet in which there was something to see."


def reason(review: Review) -> str:
    """Why this move, in one sentence of acts. The first that holds of those that speak for the move."""
    move = review.verdict.move
    if move is Move.SUPPORT:
        return SUPPORT_REASON
    if move is Move.UNANSWERED:
        return UNANSWERED_REASON
    if review.answers.stop_contact:
        return STOP_CONTACT
    if review.gone is not None:
        return gone_line(review.gone, of=Sentences(leaving, amounts))
    if move is Move.WALK and review.answers.want is False:
        return NO_WANT
    if review.source == ANSWERS:
        return _by_your_account(review)
    speaking = _for_staying if move is Move.STAY else _for_doubt if move is Move.NOT_ENOUGH else _against
    return next(speaking(review), NOTHING_YET)


def _by_your_account(review: Review) -> str:
    """Memory gives no counts to name, but a date and a share; and what is said must speak for the move."""
    change, now = review.change, day(review.as_of.local)
    if review.verdict.move is Move.STAY:
        met = sum(check.mark == Mark.MET for check in review.standards)
        return f"As you tell it on {now}, {small(met)} of {small(len(review.standards))} things you need are met."
    if change.status in ("less", "more") and change.since is not None and change.factor is not None:
        size = compared(change.factor.value)
        return f"As you tell it, since {day(change.since)} they write on {size} days as before."
    share = review.balance
    return (
        NOTHING_YET
        if share is None
        else f"As you tell it on {now}, their share of the effort is {share.share:.0f} of 100."
    )


def _for_staying(review: Review) -> Iterator[str]:
    """What speaks for going on. Who carries it is said too, when it is you."""
    recent = recent_weeks(review.weeks, WEEKS)
    carried = review.balance is not None and review.balance.reading == "you_carry"
    if recent and carried and review.balance is not None:
        met, n, monday = recent
        yield (
            f"Since {day(monday)}, {small(met)} of {small(n)} weeks were like your best past, "
            f"though you carry most of it ({100 - review.balance.share:.0f} of 100)."
        )
    if recent and 2 * recent[0] >= recent[1]:
        yield _weeks_met(recent)
    if any(s.name == "steady" for s in review.signals):
        yield f"Since {_window(review)} you both carry it, and answers come as they used to."
    if recent:
        shown = [mark for mark in review.weeks.mark.tolist() if mark != Mark.NOTHING][-WEEKS:]
        missed = sum(mark == Mark.MISSED for mark in shown)
        yield (
            f"Since {day(recent[2])}, {small(missed)} of {small(recent[1])} weeks missed your standards. "
            "The rest met them, or partly."
        )


def _for_doubt(review: Review) -> Iterator[str]:
    informative = review.verdict.informative
    recent = recent_weeks(review.weeks, WEEKS)
    if recent and informative < 4:
        weeks = "week shows" if recent[1] == 1 else "weeks show"
        yield f"Only {small(recent[1])} {weeks} something since {day(recent[2])}. That is too little to tell."
    elif recent:
        met, n, monday = recent
        yield f"Since {day(monday)}, {small(met)} of {small(n)} weeks met your standards, but no move comes out ahead."


def _against(review: Review) -> Iterator[str]:
    """What speaks for asking, stepping back or walking: a dated fall first, then counts."""
    found = {s.name: s for s in review.signals}
    if review.change.status == "silent" and review.change.since is not None:
        yield silence(review.change)
    if "taken_for_granted" in found:
        yield _fell(found["taken_for_granted"], review)
    if "ignored" in found:
        yield _unanswered(found["ignored"], review)
    if "chasing" in found:
        yield _opened(found["chasing"], review)
    if review.change.status == "less" and review.change.since is not None and review.change.factor:
        size = compared(review.change.factor.value)
        yield f"Since about {day(review.change.since)} they write on {size} days as before."
    if "hard_to_get" in found:
        yield _unanswered(found["hard_to_get"], review)
    recent = recent_weeks(review.weeks, WEEKS)
    if "mixed" in found:
        counted = f": {small(recent[0])} of {small(recent[1])} met your standards" if recent else ""
        yield f"Since {_window(review)} warm weeks and cold weeks take turns{counted}."
    if recent:
        yield _weeks_met(recent)
    if review.balance is not None:
        yield f"As of {day(review.as_of.local)} their share of the effort is {review.balance.share:.0f} of 100."


def _window(review: Review) -> str:
    return days_ago(review.as_of.local, WINDOW // DAY)


def _weeks_met(recent: tuple[int, int, int]) -> str:
    met, n, monday = recent
    if n == 1:
        return f"The week of {day(monday)} {'met' if met else 'did not meet'} your standards."
    return f"Since {day(monday)}, {small(met)} of {small(n)} weeks met your standards."


def _fell(signal: Signal, review: Review) -> str:
    since = f"about {day(signal.since)}" if signal.since is not None else _window(review)
    left = fraction(signal.measure.value)
    return f"Since {since} {FELL[signal.about]} to about {left} of before. You kept going."


def _unanswered(signal: Signal, review: Review) -> str:
    if signal.since is not None:
        return f"They have not answered since {day(signal.since)}. They have rarely taken this long."
    return f"They answered {of_yours(signal)} since {_window(review)}."


def _opened(signal: Signal, review: Review) -> str:
    if signal.count is None:
        return f"Since {_window(review)} you wrote again and again before an answer came."
    return f"You opened {of_conversations(signal)} since {_window(review)}."
