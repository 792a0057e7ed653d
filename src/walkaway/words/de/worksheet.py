"""Was auf dem Arbeitsblatt eines Gesprächs steht, auf Deutsch."""

from __future__ import annotations

LANGUAGE = "de"
SHEET = {
    "notes": "Notizen",
    "have": "Was du hast",
    "falls_through": "Wenn nichts daraus wird",
    "until": "bis {day}",
    "came": "Andere Angebote, die kamen",
    "one_more": "Noch ein Weg, den du finden könntest",
    "line": "Deine Grenze: dahinter kein Abschluss",
    "to_yourself": "behalt sie für dich",
    "aim": "Wohin du willst",
    "they_have": "Was sie haben",
    "how_far": "Wie weit sie gehen könnten",
    "from_to": "{low} bis {high}",
    "usual": "Was üblich ist",
    "without_you": "Was sie ohne dich haben",
    "zone": "Ein Treffpunkt",
    "zone_note": "die Chance darauf",
    "to_say": "Was du sagst",
    "number": "Die Zahl, die du sagst",
    "if_you_think": "Wenn ihre Grenze so liegt: {shape}",
    "a_yes": "{chance} ein Ja",
    "in_words": "In Worten",
    "said": "Was gesagt wurde",
    "who": "Wer",
    "you": "Du",
    "them": "Sie",
    "a_number": "Zahl",
    "a_package": "Paket",
    "what_changed": "Was sich änderte",
    "settle": "Worüber ihr redet",
    "worst": "Für dich am schlechtesten",
    "best": "Für dich am besten",
    "matters": "Wie wichtig es ist",
    "you_stand": "Wo du stehst, von 100",
    "package_line": "Deine Grenze: kein Paket darunter",
    "they_care": "Noch etwas, das ihnen wichtig sein könnte",
}
SHEET_HELD = {
    "unanswered": "Sag zuerst, was das ist und ob du Angst vor ihnen hast. Bis dahin steht hier kein Rat.",
    "stop_contact": "Sie wollten keinen Kontakt mehr. Also gibt es nichts zu schicken, und das Gespräch ist vorbei.",
}
