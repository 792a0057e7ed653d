"""Anteil, Verlauf, Wechsel, Zeichen und Maßstäbe hinein; was jedes davon sagt, in einem deutschen Satz, heraus."""

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
from walkaway.words.de import standards
from walkaway.words.de.amounts import compared, count, day, days_ago, fraction, hours, in_ten, number, per_week, small
from walkaway.words.en.measures import recent_weeks
from walkaway.words.told.standards import named

MARKS = {
    Mark.NOTHING: ("-", "nichts zu sehen"),
    Mark.MET: ("M", "erfüllt"),
    Mark.PARTLY: ("P", "teils erfüllt"),
    Mark.MISSED: ("x", "verfehlt"),
}
READINGS = {
    "you_carry": "Du trägst hier mehr.",
    "they_carry": "Sie tragen hier mehr.",
    "even": "Ihr tragt etwa gleich viel.",
    "open": "Das kann noch ausgeglichen sein, oder nicht.",
}
STANDARDS = {
    "openings": "Sie schreiben zuerst",
    "replies": "Sie antworten auf das, was du schreibst",
    "wait": "Ihre Antwort dauert höchstens",
    "active_days": "Sie melden sich",
}
ORIGINS = {
    "best_past": "wie in euren besten Wochen",
    "default": "ein üblicher Maßstab",
    "between": "zwischen früher und dem Üblichen",
    "stated": "dein Maßstab",
}
FELL = {
    "openings": "schreiben sie von sich aus nur noch etwa {left} so oft wie vorher",
    "replies": "antworten sie nur noch etwa {left} so oft wie vorher",
    None: "schreiben oder antworten sie nur noch etwa {left} so oft wie vorher",
}
NO_SIGNAL = "Nichts sticht heraus."
NO_STANDARD = "Es gibt noch keine ganze Woche zum Prüfen."


def balance(found: Balance | None) -> str:
    """Was ihr Anteil sagt, mit seiner Spanne."""
    if found is None:
        return "Noch hat niemand geschrieben, also gibt es nichts zu wägen."
    return f"{READINGS[found.reading]} Ihr Anteil ist {found.share:.0f} von 100 ({found.low:.0f} bis {found.high:.0f})."


def component(part: Component) -> str:
    """Ein Teil des Anteils: was du tust und was sie tun."""
    you, they = part.you or 0.0, part.them or 0.0
    match part.name:
        case "initiation":
            both = you + they
            first, other = (you / both, they / both) if both > 0 else (0.5, 0.5)
            return f"Wer zuerst schreibt: du {in_ten(first)}, sie {in_ten(other)}."
        case "replies":
            yours = "hattest nichts zu beantworten" if part.you is None else in_ten(part.you)
            theirs = "hatten nichts zu beantworten" if part.them is None else in_ten(part.them)
            return f"Wer antwortet, ohne letzte Worte: du {yours}, sie {theirs}."
        case "volume":
            days = (
                f"auf 10 von dir kommen etwa {round(10 * they / you)} von ihnen"
                if you > 0 < they
                else "nur du"
                if you > 0
                else "nur sie"
            )
            return f"An wie vielen Tagen: {days}."
        case _:
            return f"Wie lange Antworten dauern: bei dir {hours(you)}, bei ihnen {hours(they)}."


def trend(found: Measure | None) -> str | None:
    """Die letzten vier Wochen neben den zwölf davor."""
    if found is None:
        return None
    if found.low <= 0 <= found.high:
        return "In den letzten vier Wochen schrieben sie an etwa so vielen Tagen wie in den zwölf davor."
    return (
        f"In den letzten vier Wochen schrieben sie an {compared(1 + found.value / 100)} Tagen wie in den zwölf davor."
    )


def change(found: Change) -> str:
    """Was aus ihren Tagen wurde, und seit wann."""
    if found.status == "too_early":
        return "Es ist zu früh, um zu sagen, ob sich etwas geändert hat."
    if found.status == "none" or found.since is None:
        return "Sie schreiben an so vielen Tagen wie immer."
    if found.status == "silent":
        return silence(found)
    since = f"Seit etwa dem {day(found.since)}"
    if found.factor is None or not math.isfinite(found.factor.value):
        return f"{since} schreiben sie an {'mehr' if found.status == 'more' else 'weniger'} Tagen als vorher."
    if found.factor.value < 0.07:
        return f"{since} schreiben sie kaum noch."
    return f"{since} schreiben sie an {compared(found.factor.value)} Tagen wie vorher."


def silence(found: Change) -> str:
    """Niemand, oder nur sie, wurden still; am Tag davor schrieben sie zuletzt."""
    last = day((found.since or 0) - DAY)
    if found.mutual:
        return f"Seit dem {last} hat niemand von euch geschrieben, länger als sonst."
    return f"Sie schrieben zuletzt am {last}, und so lang waren ihre Pausen nie."


def signal(found: Signal, as_of: int) -> str:
    """Eine Sache, die heraussticht, als Tun. `as_of` ist die Ortszeit, von der an gezählt wird."""
    since = days_ago(as_of, WINDOW // DAY)
    match found.name:
        case "taken_for_granted":
            start = since if found.since is None else f"etwa dem {day(found.since)}"
            fell = FELL[found.about].format(left=fraction(found.measure.value))
            return f"Seit {'dem ' if found.since is None else ''}{start} {fell}; du machst weiter wie immer."
        case "ignored" if found.since is not None:
            return f"Seit dem {day(found.since)} haben sie nicht geantwortet. So lange dauerte es selten."
        case "ignored":
            return f"Seit dem {since} beantworteten sie {of_yours(found)}. Du hast weit mehr von ihren beantwortet."
        case "mixed":
            return "Ihre Wochen wechseln von warm zu kalt und zurück, mehr als deine und mehr als durch Zufall."
        case "hard_to_get":
            return f"Seit dem {since} beantworteten sie {of_yours(found)}. Das Warten war mal kurz, mal lang."
        case "chasing" if found.count is None:
            return f"Seit dem {since} hast du immer wieder geschrieben, bevor eine Antwort kam."
        case "chasing":
            return f"Seit dem {since} hast du {of_conversations(found)} begonnen."
        case _:
            return (
                f"Ihr tragt beide, ihr Anteil liegt nahe {found.measure.value:.0f} von 100. Antworten kommen wie immer."
            )


def of_yours(found: Signal) -> str:
    """3 deiner letzten 20 Anfänge und Fragen: nur sie warten auf Antwort."""
    if found.count is None:
        return f"{in_ten(found.measure.value)} deiner Nachrichten"
    return f"{small(found.count[0])} deiner letzten {found.count[1]} Anfänge und Fragen"


def of_conversations(found: Signal) -> str:
    """8 der letzten 9 Gespräche."""
    if found.count is None:
        return f"{in_ten(found.measure.value)} der Gespräche"
    return f"{found.count[0]} der letzten {found.count[1]} Gespräche"


def amount_of(name: str, value: float) -> str:
    """Ein Wert in der Einheit seines Maßstabs."""
    match name:
        case "replies":
            return "kaum je" if value < 0.05 else "fast jedes Mal" if value > 0.95 else f"{in_ten(value)} Mal"
        case "wait":
            return hours(value)
        case "active_days":
            return per_week(value, "Tag", "Tage")
        case "openings":
            return per_week(value)
        case _:
            return f"{number(value, 1)} von 10"


def standard(asked: Standard) -> str:
    """Was sie in einer normalen Woche tun sollen."""
    amount = amount_of(asked.name, asked.target)
    if asked.name not in STANDARDS:
        own = named(asked.name, None, of=standards).rstrip(".")  # the person's own words, or an example
        return f"{own}, mindestens {amount}"
    return f"{STANDARDS[asked.name]} {amount}"


def check(found: Check, as_of: int | None = None) -> str:
    """Ein Maßstab neben den letzten Wochen, die etwas zeigen. Von `as_of` aus können sie lange her sein."""
    must = "Muss, " if found.standard.must_have else ""
    asked = f"{standard(found.standard)} ({must}{ORIGINS[found.standard.origin]})"
    mark = MARKS[found.mark][1].capitalize()
    if not math.isfinite(found.value):
        unending = found.standard.name == "wait" and math.isinf(found.value)
        return f"{asked}. {f'{mark}: zuletzt kam meist keine Antwort' if unending else 'Noch nichts zu sehen'}."
    last = None if as_of is None else found.long_ago(as_of)
    when = "zuletzt" if last is None else f"in den Wochen bis zum {day(last)}"
    return f"{asked}. {mark}: {when} {_seen(found)}."


def _seen(found: Check) -> str:
    """Was zu sehen war; wo es erfüllt ist, ohne erreicht zu sein, warum."""
    name, value, target = found.standard.name, found.value, found.standard.target
    if not found.near or amount_of(name, value) == amount_of(name, target):
        return amount_of(name, value)
    shown = f"{100 * value:.0f} % neben {100 * target:.0f} %" if name == "replies" else amount_of(name, value)
    return f"{shown}. Vier Fünftel davon gelten als erfüllt"


def weeks(found: WeekMarks, newest: int) -> str:
    """Wie die letzten Wochen standen."""
    recent = recent_weeks(found, newest)
    if recent is None:
        return NO_STANDARD
    met, n, monday = recent
    of = count(n, "Woche", "Wochen")
    verb = "erfüllte" if met <= 1 else "erfüllten"
    return f"Von den letzten {of} seit dem {day(monday)}, die etwas zeigen, {verb} {small(met)} deine Maßstäbe."


def evidence(found: Evidence, weeks: WeekMarks) -> str:
    """Eine Woche, wie sie stand, und wie stark sie für oder gegen sie spricht."""
    odds = math.exp(abs(found.log_odds))
    side = "für" if found.log_odds > 0 else "gegen"
    said = MARKS[Mark(found.mark)][1]
    return f"Die Woche vom {day(int(weeks.monday[found.week]))}, {said}: {number(odds, 1)} zu 1 {side} sie."


def asking(found: Asking, move: Move) -> str:
    """Was eine Antwort auf eine Bitte wert wäre, neben dem sicheren Wissen."""
    if move is Move.ASK:
        return "Bitten ist hier das Beste, denn es kann ändern, was sie tun. Geschätzt gelingt das einmal von fünf."
    if found.answer < 0.005:
        return "Eine Antwort auf noch eine Bitte änderte kaum, was für dich am besten ist."
    answer, perfect = f"{100 * found.answer:.0f} %", f"{100 * found.perfect:.0f} %"
    return f"Eine klare Antwort wäre dir {answer} einer guten Woche wert, sicheres Wissen {perfect}."
