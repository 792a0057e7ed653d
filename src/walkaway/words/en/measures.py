"""Balance, trend, change, signals and standards in; what each of them says, in a sentence, out."""

from __future__ import annotations

import math

from walkaway.core.balance.drift import Change
from walkaway.core.balance.share import Balance, Component
from walkaway.core.balance.signals.signal import WINDOW, Signal
from walkaway.core.events import DAY
from walkaway.core.measures import Measure
from walkaway.core.options.information import Asking
from walkaway.core.standards.standard import Check, Mark, Standard, WeekMarks
from walkaway.core.verdict.verdict import Evidence, Move
from walkaway.words.en import standards
from walkaway.words.en.amounts import compared, count, day, days_ago, fraction, hours, in_ten, per_week, small
from walkaway.words.told.standards import named

MARKS = {
    Mark.NOTHING: ("-", "nothing to see"),
    Mark.MET: ("M", "met"),
    Mark.PARTLY: ("P", "partly met"),
    Mark.MISSED: ("x", "missed"),
}

BALANCE_READINGS = {
    "you_carry": "You carry more of this.",
    "they_carry": "They carry more of this.",
    "even": "You both carry about the same.",
    "open": "This could still be even, or not.",
}

COMPONENTS = {
    "initiation": "who writes first",
    "replies": "who answers",
    "volume": "on how many days",
    "patience": "how long answers take",
}

STANDARDS = {
    "openings": "They write first",
    "replies": "They answer what you write",
    "wait": "They answer within",
    "active_days": "They are in touch",
}

ORIGINS = {
    "best_past": "as in your best weeks",
    "default": "a common standard",
    "between": "between how it was and a common standard",
    "stated": "your standard",
}


NO_BALANCE = "Nobody wrote yet, so there is nothing to weigh."
NO_SIGNAL = "Nothing stands out."
NO_STANDARD = "There is no full week to check yet."


def balance(found: Balance | None) -> str:
    """What their share says, with its interval."""
    if found is None:
        return NO_BALANCE
    share = f"{found.share:.0f} of 100 ({found.low:.0f} to {found.high:.0f})"
    return f"{BALANCE_READINGS[found.reading]} Their share is {share}."


def component(part: Component) -> str:
    """One part of the balance: what you do and what they do."""
    you, they = part.you or 0.0, part.them or 0.0
    match part.name:
        case "initiation":
            return f"Who writes first: you {in_ten(_part(you, they))}, they {in_ten(_part(they, you))}."
        case "replies":
            return f"Who answers, last words aside: you {_answered(part.you)}, they {_answered(part.them)}."
        case "volume":
            return f"On how many days: {_for_each_ten(you, they)}."
        case _:
            return f"How long answers take: you take {hours(you)}, they take {hours(they)}."


def _answered(share: float | None) -> str:
    return "had nothing to answer" if share is None else in_ten(share)


def _for_each_ten(you: float, them: float) -> str:
    """Their days beside yours, of which newer ones weigh more: a ratio, not a count."""
    if you <= 0 or them <= 0:
        return "only they wrote" if you <= 0 else "only you wrote"
    return f"for every 10 of yours, about {round(10 * them / you)} of theirs"


def _part(one: float, other: float) -> float:
    return one / (one + other) if one + other > 0 else 0.5


FELL = {
    "openings": "their openings fell",
    "replies": "their answers fell",
    None: "their openings or answers fell",
}
"""What became less, in a pair that is taken for granted."""


def trend(found: Measure | None) -> str | None:
    """The last four weeks against the twelve before."""
    if found is None:
        return None
    if found.low <= 0 <= found.high:
        return "In the last four weeks they wrote on no clearly other number of days than in the twelve before."
    return f"In the last four weeks they wrote on {compared(1 + found.value / 100)} days as in the twelve before."


def change(found: Change) -> str:
    """What became of their days, and since when."""
    if found.status == "too_early":
        return "It is too early to tell whether something changed."
    if found.status == "none" or found.since is None:
        return "Their days of writing have stayed as they were."
    since = f"about {day(found.since)}"
    if found.status == "silent":
        return silence(found)
    if found.factor is None or not math.isfinite(found.factor.value):
        return f"Since {since} they write on {'more' if found.status == 'more' else 'fewer'} days than before."
    if found.factor.value < 0.07:
        return f"Since {since} they have written on hardly any days."
    return f"Since {since} they write on {compared(found.factor.value)} days as before."


def silence(found: Change) -> str:
    """Nobody, or only they, fell silent; the day before was the last they wrote on."""
    last = day((found.since or 0) - DAY)
    if found.mutual:
        return f"Neither of you has written since {last}, longer than their gaps used to be."
    return f"They last wrote on {last}, and their gaps were never nearly as long."


def signal(found: Signal, as_of: int) -> str:
    """One thing that stands out, as acts. `as_of` is the local time that ages count from."""
    since = days_ago(as_of, WINDOW // DAY)
    share = found.measure
    match found.name:
        case "taken_for_granted":
            left = fraction(share.value)
            from_day = since if found.since is None else f"about {day(found.since)}"
            return (
                f"Since {from_day} {FELL[found.about]} to about {left} of before, while you kept going. "
                "It is called being taken for granted."
            )
        case "ignored" if found.since is not None:
            return f"They have not answered since {day(found.since)}. They have rarely taken this long."
        case "ignored":
            return f"They answered {of_yours(found)} since {since}. You answered far more of theirs."
        case "mixed":
            return (
                "Their weeks switch from warm to cold and back, more than yours and more than chance would make them."
            )
        case "hard_to_get":
            waits = "The waits were short and long by turns, and they rarely wrote first."
            return f"They answered {of_yours(found)} since {since}. {waits}"
        case "chasing" if found.count is None:
            return f"Since {since} you wrote again and again before an answer came."
        case "chasing":
            return f"You opened {of_conversations(found)} since {since}."
        case "steady":
            return f"You both carry it, with their share near {share.value:.0f} of 100. Answers come as they used to."
        case _:
            return f"{found.name.replace('_', ' ').capitalize()}."


def of_yours(found: Signal) -> str:
    """3 of your last 20 openings and questions: only those await an answer."""
    if found.count is None:
        return f"{in_ten(found.measure.value)} of your messages"
    return f"{small(found.count[0])} of your last {found.count[1]} openings and questions"


def of_conversations(found: Signal) -> str:
    """8 of the last 9 conversations."""
    if found.count is None:
        return f"{in_ten(found.measure.value)} of the conversations"
    return f"{found.count[0]} of the last {found.count[1]} conversations"


def amount_of(name: str, value: float) -> str:
    """A value in the unit of its standard."""
    match name:
        case "replies":
            return "hardly ever" if value < 0.05 else "nearly every time" if value > 0.95 else f"{in_ten(value)} times"
        case "wait":
            return hours(value)
        case "active_days":
            often = per_week(value)
            return often.replace("times a week", "days a week").replace("once a week", "one day a week")
        case "openings":
            return per_week(value)
        case _:
            return f"{value:.3g} of 10"


def standard(asked: Standard) -> str:
    """What they should do in a normal week."""
    amount = amount_of(asked.name, asked.target)
    if asked.name not in STANDARDS:
        return f"{named(asked.name, None, of=standards).rstrip('.')}, at least {amount}"
    return f"{STANDARDS[asked.name]} {amount}"


def check(found: Check, as_of: int | None = None) -> str:
    """A standard against the last weeks that show something. Seen from `as_of` (local us) they may be long ago."""
    must = "must have, " if found.standard.must_have else ""
    asked = f"{standard(found.standard)} ({must}{ORIGINS[found.standard.origin]})"
    mark = MARKS[found.mark][1].capitalize()
    if not math.isfinite(found.value):
        unending = found.standard.name == "wait" and math.isinf(found.value)
        return f"{asked}. {f'{mark}: lately most got no answer in time' if unending else 'Nothing to see yet'}."
    rated = "rated " if found.standard.name not in STANDARDS else ""
    last = None if as_of is None else found.long_ago(as_of)
    when = "lately" if last is None else f"in the weeks up to {day(last)}"
    return f"{asked}. {mark}: {when} {rated}{_seen(found)}."


def _seen(found: Check) -> str:
    """What was seen; where it is met without being reached, why it is."""
    name, value, target = found.standard.name, found.value, found.standard.target
    if not found.near or amount_of(name, value) == amount_of(name, target):
        return amount_of(name, value)
    shown = f"{100 * value:.0f} % beside {100 * target:.0f} %" if name == "replies" else amount_of(name, value)
    return f"{shown}. Four fifths of it count as met"


def recent_weeks(weeks: WeekMarks, newest: int) -> tuple[int, int, int] | None:
    """Of the newest weeks that show something: how many were met, how many there are, and the Monday of the first."""
    shown = [k for k, mark in enumerate(weeks.mark.tolist()) if mark != Mark.NOTHING][-newest:]
    if not shown:
        return None
    met = sum(weeks.mark.tolist()[k] == Mark.MET for k in shown)
    return met, len(shown), int(weeks.monday[shown[0]])


def weeks(found: WeekMarks, newest: int) -> str:
    """How the last weeks stood."""
    recent = recent_weeks(found, newest)
    if recent is None:
        return NO_STANDARD
    met, n, monday = recent
    return f"Of the last {count(n, 'week')} that show something, since {day(monday)}, {small(met)} met your standards."


def evidence(found: Evidence, weeks: WeekMarks) -> str:
    """One week, how it stood, and how strongly it speaks for or against their being fully in."""
    odds = math.exp(abs(found.log_odds))
    side = "for" if found.log_odds > 0 else "against"
    strength = f"{odds:.1f} to 1" if odds < 9.5 else f"{odds:.0f} to 1"
    return f"The week of {day(int(weeks.monday[found.week]))} was {MARKS[Mark(found.mark)][1]}: {strength} {side} them."


def asking(found: Asking, move: Move) -> str:
    """What one ask would bring: where it is the move, a chance that they change; else what the answer would tell."""
    if move is Move.ASK:
        return "Asking is best here as it may change what they do. By a common guess one ask in five does."
    if found.answer < 0.005:
        return "An answer to one more ask would hardly change what is best for you."
    answer, perfect = f"{100 * found.answer:.0f} %", f"{100 * found.perfect:.0f} %"
    return f"A clear answer would be worth {answer} of a good week to you, and knowing for sure {perfect}."
