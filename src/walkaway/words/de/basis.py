"""Eine Beurteilung hinein; worauf sie beruht, was angenommen wurde und was sie ändern würde, auf Deutsch, heraus."""

from __future__ import annotations

from walkaway.app.review import Review
from walkaway.app.review_pursuit import RATED
from walkaway.core.verdict.verdict import BreakEven, Flip, Move, Verdict
from walkaway.words.de.amounts import count, day, number
from walkaway.words.de.measures import asking, component, evidence
from walkaway.words.en.reason import ANSWERS

WORDS = {
    Move.STAY: "Bleiben",
    Move.ASK: "Bitten",
    Move.STEP_BACK: "Zurücktreten",
    Move.WALK: "Gehen",
    Move.NOT_ENOUGH: "Zu wenig für ein Urteil",
    Move.SUPPORT: "Du gehst vor",
    Move.UNANSWERED: "Zuerst eine Frage",
}
ASSUMED = {
    "as_of_last": "Die letzte Nachricht ist nicht aus diesen Tagen, also ist das der Stand von damals.",
    "texts_cut": "Das Archiv ist sehr lang: Spätere Texte sind nur am Anfang behalten. Gezählt sind alle Wörter.",
    "stop_read": (
        "Eine der letzten zehn Nachrichten liest sich wie die Bitte um keinen Kontakt mehr. Sagt sie etwas anderes: "
        "--no-stop-contact, oder nimm das Häkchen unter Angaben weg."
    ),
    "tz": "Die Datei nennt keine Zeitzone, also gelten die Zeiten dieses Geräts.",
    "date_only": "Manche Zeiten sind nur Tage, also ist grob, wie lange Antworten dauern.",
    "kind": "Niemand hat gesagt, was das hier ist, also gelten die Maßstäbe einer Freundschaft.",
    "default_targets": "Es gibt noch keine gute Zeit zum Vergleich, also gelten übliche Maßstäbe.",
    "elsewhere": "Niemand hat gesagt, wie viel ihr euch anderswo seht, also zählen nur diese Nachrichten.",
    "me_from_title": "Der Chat heißt wie die andere Person, also bist du wohl die übrige.",
    "dynamics": "Wie Menschen sich von Woche zu Woche ändern, ist geschätzt, nicht aus deinem Chat gelernt.",
    "free_week": "Eine Woche ohne das hier gilt als etwa ein Drittel einer guten wert.",
    "as_of_told": "Gesagt hast du das vor einer Weile; es ist der Stand von damals. Beantworte die Fragen neu.",
    "from_answers": "All das kommt aus deinen Antworten, also sind die Spannen weit.",
    "ratings_only": "All das kommt aus deinen eigenen Noten. Nachrichten wurden keine gelesen.",
}
MARKED = {"met": "deine Maßstäbe erfüllten", "missed": "deine Maßstäbe verfehlten"}


def assumed(code: str) -> str:
    """Was ein Kürzel unter den Annahmen bedeutet."""
    return ASSUMED.get(code, f"Angenommen: {code.replace('_', ' ')}.")


def basis(review: Review) -> tuple[str, ...]:
    """Beleg, Spanne, woraus der Anteil besteht, und was angenommen wurde."""
    found = review.verdict
    weighed = [evidence(e, review.weeks) for e in found.evidence]
    weighed += [] if found.asking is None else [asking(found.asking, found.move)]
    if review.source == ANSWERS:
        lines = [f"Deine eigenen Antworten vom {day(review.last.local)}. Nachrichten wurden keine gelesen."]
    elif review.source == RATED:
        lines = ["Deine eigenen Noten, jede für die vier Wochen davor.", *weighed]
    else:
        lines = [
            receipt(review),
            f"Vom {day(review.first.local)} bis zum {day(review.last.local)}. Stand: {day(review.as_of.local)}.",
        ]
        if review.answers.elsewhere == "mostly":
            lines.append("Nur in diesen Nachrichten: Du hast gesagt, dass ihr euch meist anderswo trefft oder sprecht.")
        if review.group:
            lines.append("In einer Gruppe zählen nur Tage mit Nachrichten und direkte Antworten.")
        if review.balance is not None:
            turns = count(review.balance.n, "Beitrag", "Beiträgen")
            lines.append(f"Ihr Anteil beruht auf {turns} von euch beiden, neuere zählen mehr.")
            lines += map(component, review.balance.components)
        lines += weighed
    return (*lines, *map(assumed, review.assumed))


def receipt(review: Review) -> str:
    """Was aus der Datei wurde."""
    found = review.receipt
    skipped = len(found.skipped)
    return f"{number(found.read)} Einträge gelesen, {number(found.kept)} behalten, {number(skipped)} übergangen."


def flip(found: Flip) -> str:
    """Wie viele weitere Wochen einer Art den Zug änderten."""
    weeks = "die nächste Woche" if found.weeks == 1 else f"die nächsten {found.weeks} Wochen"
    marked = MARKED[found.mark].removesuffix("n") if found.weeks == 1 else MARKED[found.mark]
    return f"Wenn {weeks} {marked}, sagte die Karte: {WORDS[found.to]}."


def break_even(found: BreakEven) -> str:
    """Bei welchem Wert sich der Zug änderte."""
    way = "mehr" if found.at > found.now else "weniger"
    at, now, to = f"{100 * found.at:.0f} %", f"{100 * found.now:.0f} %", WORDS[found.to]
    match found.name:
        case "outside":
            return (
                f"Wäre eine Woche ohne das hier {at} einer guten wert oder {way} (jetzt {now}), sagte die Karte: {to}."
            )
        case "effort":
            return f"Kostete dich eine Woche {at} einer guten oder {way} (jetzt {now}), sagte die Karte: {to}."
        case _:
            return f"Wären sie zu {at} oder {way} ganz dabei (jetzt {now}), sagte die Karte: {to}."


def changes(verdict: Verdict) -> tuple[str, ...]:
    """Alles, was den Zug änderte."""
    return (*map(flip, verdict.flips), *map(break_even, verdict.break_evens))
