"""Eine Beurteilung hinein; ihre Karte, auf Deutsch, heraus. Aufbau und Auswahl sind die der englischen Karte."""

from __future__ import annotations

from dataclasses import replace

from walkaway.app.position import Position
from walkaway.app.review import Review
from walkaway.app.review_pursuit import RATED
from walkaway.core.events import DAY
from walkaway.core.standards.standard import Mark
from walkaway.core.verdict.verdict import Move
from walkaway.words.card import Card, Chart, Headings, Number, Week
from walkaway.words.de.amounts import day, number
from walkaway.words.de.basis import WORDS, basis, changes
from walkaway.words.de.measures import MARKS, NO_SIGNAL, READINGS, change, check, signal, trend, weeks
from walkaway.words.de.reason import SUPPORT, reason, step
from walkaway.words.en import cards as english
from walkaway.words.en.reason import ANSWERS, WEEKS
from walkaway.words.printable import printable

HEADINGS = Headings(
    promises="Was du dir versprochen hast",
    signals="Was heraussticht",
    together="Wo ihr beide steht",
    outside="Was du sonst hast",
    standards="Woche für Woche",
    step="Was jetzt zu tun ist",
    changes="Was das ändern würde",
    basis="Worauf das beruht",
)
NORMAL_WEEK = "Das ist eine normale Woche jetzt, neben dem, was du brauchst."
FREE_WEEK = "Das Beste, was du sonst hast, ist eine freie Woche."


def card(review: Review) -> Card:
    """Alles, was man sieht. Zur Hilfe ist es eine ruhige Seite ohne Namen und Zahlen."""
    found, move = english.card(review), review.verdict.move
    said = replace(
        found, word=WORDS[move], reason=reason(review), headings=HEADINGS, step=step(review), promises=(), together=()
    )
    if move is Move.SUPPORT:
        return replace(said, title="Für dich", paragraphs=SUPPORT)
    judged = move is not Move.UNANSWERED and not review.answers.stop_contact
    told = review.source == ANSWERS
    return replace(
        said,
        title=f"Du und {printable(review.them)}",
        mark=_mark(review),
        chart=None if found.chart is None else _chart(found.chart, review),
        numbers=_numbers(review),
        signals=_signals(review),
        promises=() if review.position is None else _promises(review.position),
        outside=() if review.position is None or not found.outside else _outside(review.position),
        standards=tuple(map(check, review.standards)),
        weeks=tuple(_week(week, review, k - len(found.weeks)) for k, week in enumerate(found.weeks)),
        weeks_text=NORMAL_WEEK if told else weeks(review.weeks, WEEKS),
        changes=changes(review.verdict) if judged else (),
        basis=basis(review),
    )


def _mark(review: Review) -> str | None:
    marks = ["Aus deinen Antworten"] if review.source == ANSWERS else []
    marks += ["Nur in diesen Nachrichten"] if review.answers.elsewhere == "mostly" else []
    marks += [f"Stand {day(review.as_of.local)}"] if "as_of_last" in review.assumed else []
    return " · ".join(marks) or None


def _chart(found: Chart, review: Review) -> Chart:
    """Dieselben Werte; Tage und Worte auf Deutsch."""
    ribbon = review.ribbon
    bars = tuple(
        replace(week, monday=day(monday)) for week, monday in zip(found.weeks, ribbon.monday.tolist(), strict=True)
    )
    seen = [bar for bar in bars if bar.share is not None]
    first, last = seen[0], seen[-1]
    text = f"Von {first.share:.0f} von 100 am {first.monday} zu {last.share:.0f} am {last.monday}."
    plain = found.changed is not None or review.change.status == "none"
    since = review.change.since
    return Chart(
        title="Ihr Anteil, Woche für Woche",
        text=text if plain else f"{text} {change(review.change)}",
        weeks=bars,
        changed=found.changed,
        changed_on=None if found.changed is None or since is None else day(since),
        key="Von 35 bis 65 gilt als ausgeglichen.",
        band="Im blassen Band kann der Anteil liegen.",
        table="Dasselbe als Tabelle",
        columns=("Woche vom", "Ihr Anteil", "Von", "Bis"),
    )


def _numbers(review: Review) -> tuple[Number, ...]:
    share, verdict = review.balance, review.verdict
    found = []
    if share is not None:
        value = f"{share.share:.0f} von 100 ({share.low:.0f} bis {share.high:.0f})"
        found.append(Number("Ihr Anteil an der Mühe", value, READINGS[share.reading]))
    found.append(_met(review))
    if verdict.walk_away is not None and not review.answers.stop_contact:
        limit, now = (100 * x for x in (verdict.walk_away.limit, verdict.walk_away.now))
        side = "etwa gleich viel" if round(now) == round(limit) else "mehr" if now > limit else "weniger"
        note = f"Weitermachen ist {now:.0f} % wert, das ist {side}. {_best(review.position)}"
        found.append(Number("Deine Grenze", f"{limit:.0f} % einer guten Woche", note))
    if verdict.sure is not None and verdict.move is not Move.NOT_ENOUGH:
        note = "Das ist die Sicht des Modells. Es schätzt, wie Menschen sich ändern."
        found.append(Number("Wie sicher", f"{_sure(verdict.sure)} ({100 * verdict.sure:.0f} %)", note))
    return tuple(found)


def _sure(share: float) -> str:
    if share >= 0.9:
        return "sehr sicher"
    if share >= 0.75:
        return "ziemlich sicher"
    return "eher ja" if share >= 0.6 else "unsicher"


def _met(review: Review) -> Number:
    must = [c for c in review.standards if c.standard.must_have]
    seen = [c for c in must or review.standards if c.mark != Mark.NOTHING]
    label = "Muss erfüllt" if must else "Maßstäbe erfüllt"
    if not seen:
        return Number(label, "noch nichts zu sehen", "Es gibt noch keine ganze Woche zum Prüfen.")
    met = sum(c.mark == Mark.MET for c in seen)
    note = NORMAL_WEEK if review.source == ANSWERS else "In den letzten vier Wochen, die etwas zeigen."
    return Number(label, f"{met} von {len(seen)}", note)


def _signals(review: Review) -> tuple[str, ...]:
    """Zuerst die Zeichen in ihrer Reihenfolge, dann der Verlauf: daran hängt, welche Nachrichten zu welchem gehören."""
    if review.source in (ANSWERS, RATED):
        return ()
    said = [signal(s, review.as_of.local) for s in review.signals]
    since = review.change.since
    slope = trend(review.trend) if since is None or review.as_of.local - since > 112 * DAY else None
    return (*said, slope) if slope is not None else tuple(said) or (NO_SIGNAL,)


def _week(week: Week, review: Review, place: int) -> Week:
    monday, mark = int(review.weeks.monday[place]), Mark(int(review.weeks.mark[place]))
    return Week(day(monday), week.letter, MARKS[mark][1])


def _best(position: Position | None) -> str:
    best = None if position is None else position.outside.best
    return FREE_WEEK if best is None else f"Das Beste, was du sonst hast: {printable(best.option.name, 60)}."


def _outside(position: Position) -> tuple[str, ...]:
    unit = "Punkte" if position.unit == "points" else position.unit
    return (
        f"Für alles über {number(position.outside.reservation, 1)} {unit} pro Woche würdest du bleiben.",
        _best(position),
    )


def _promises(position: Position) -> tuple[str, ...]:
    """Regeln, die jetzt etwas verlangen, mit den eigenen Worten zuerst."""
    due = {
        "ask": "Nach deiner eigenen Regel ist es Zeit, einmal zu bitten.",
        "walk": "Nach deiner eigenen Regel ist es Zeit zu gehen.",
        "hold": "Du hast gebeten. Gib dem die Zeit, die du gesetzt hast.",
    }
    return tuple(
        " ".join(
            [
                *([f"Du hast geschrieben: „{printable(f.rule.words.strip(), 200)}“"] if f.rule.words.strip() else []),
                f"In den Wochen vom {', '.join(day(monday) for monday in f.missed[-4:])} war es nicht so.",
                due[f.due.name.lower()],
            ]
        )
        for f in position.fired
    )
