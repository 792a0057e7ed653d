"""Was man über eine Vorhersage liest, auf Deutsch: Spannen neben dem, was üblich ist, nie eine einzelne Zahl."""

from __future__ import annotations

from walkaway.app.forecast import State

HEADINGS = {
    "held": "Jetzt",
    "waiting": "Deine letzte Nachricht",
    "write": "Antworten sie, wenn du schreibst?",
    "first": "Schreiben sie zuerst?",
    "buy": "Kaufen sie wieder?",
}
HELD: dict[State, str] = {
    "left": "Du bist gegangen, also gibt es nichts zu schicken. Was danach kam, steht unter Danach.",
    "group": "Das ist eine Gruppe. Niemand schreibt dort nur dir, also lässt sich nichts sagen.",
}
SPAN = ("{n} Tag", "{n} Tagen")
RANGE = "{low} bis {high} von 10"
USUALLY = "etwa {n} von 10"
ANSWER = "Wenn du jetzt schreibst, antworten sie in {days}: grob {range}.{usual}"
WAITING = "Sie antworten in {days} von jetzt an: grob {range}."
ANSWERED = " Von Nachrichten an solche Menschen wurden {usual} beantwortet."
BUY = "Sie kaufen in {days} wieder: grob {range}.{usual}"
BOUGHT_AGAIN = " Von Kunden, die so spät sind, taten es {usual}."
BOUGHT = "Gekauft wurde an {n}, zuerst am {first}, zuletzt am {last}."
TOO_LITTLE_SAID = "Hier ist zu wenig, um zu sagen, ob sie antworten. Es braucht fünf Gespräche."
TOO_FEW = "Ein Tag mit einem Kauf ist zu wenig, um mehr zu sagen. Es braucht zwei."
WRITE_NOTE = "So war es bei anderen. Es ist kein Grund zu schreiben."
BUY_NOTE = "Das zählt nur Tage mit einem Kauf. Von euren Gesprächen weiß es nichts."
COLUMNS = {
    "waiting": ("In", "Sie antworten"),
    "write": ("In", "Sie antworten", "Von Nachrichten an solche Menschen"),
    "buy": ("In", "Sie kaufen wieder", "Von Kunden, die so spät sind"),
}
