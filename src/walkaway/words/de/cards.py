"""Eine Beurteilung hinein; ihre Karte, auf Deutsch, heraus."""

from __future__ import annotations

import sys

from walkaway.app.review import Review
from walkaway.words.card import Card, Headings
from walkaway.words.de import (
    amounts,
    basis,
    commitment,
    leaving,
    measures,
    money,
    positions,
    reason,
    sending,
    standards,
)
from walkaway.words.sentences import Sentences
from walkaway.words.translation import translated

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
TEXT = {
    "for_you": "Für dich",
    "you_and": "Du und {them}",
    "from_answers": "Aus deinen Antworten",
    "in_these": "Nur in diesen Nachrichten",
    "as_of": "Stand {day}",
    "normal_week": "Das ist eine normale Woche jetzt, neben dem, was du brauchst.",
    "ribbon": "Von {first} von 100 am {on} zu {last} am {at}.",
    "ribbon_title": "Ihr Anteil, Woche für Woche",
    "ribbon_key": "Von 35 bis 65 gilt als ausgeglichen.",
    "ribbon_gap": "Keine Linie, wo eine Seite sechs Wochen lang nichts schrieb.",
    "ribbon_band": "Im blassen Band kann der Anteil liegen.",
    "ribbon_table": "Dasselbe als Tabelle",
    "ribbon_columns": ("Woche vom", "Ihr Anteil", "Von", "Bis"),
    "share_label": "Ihr Anteil an der Mühe",
    "share": "{share} von 100 ({low} bis {high})",
    "must_met": "Muss erfüllt",
    "standards_met": "Maßstäbe erfüllt",
    "none_seen": "noch nichts zu sehen",
    "met_of": "{met} von {n}",
    "last_week": "In der letzten Woche, die etwas zeigt.",
    "last_weeks": "In den letzten {n} Wochen, die etwas zeigen.",
    "limit_label": "Deine Grenze",
    "limit": "{limit} % einer guten Woche",
    "percent": "{limit} %",
    "weekly": "{amount} pro Woche",
    "going_on": "Weitermachen ist {now} wert, das ist {side}.",
    "same": "etwa gleich viel",
    "more": "mehr",
    "less": "weniger",
    "sure_label": "Wie sicher",
    "sure_note": "Das ist die Sicht des Modells. Es schätzt, wie Menschen sich ändern.",
    "best": "Das Beste, was du sonst hast: {name}.",
}
SURE = ((0.9, "sehr sicher"), (0.75, "ziemlich sicher"), (0.6, "eher ja"), (0.0, "unsicher"))


def card(review: Review) -> Card:
    """Alles, was man sieht. Zur Hilfe ist es eine ruhige Seite ohne Namen und Zahlen."""
    return translated(review, _SAYS)


_SAYS = Sentences(
    amounts, money, basis, measures, reason, sending, standards, commitment, positions, sys.modules[__name__], leaving
)
