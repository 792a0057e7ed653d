"""Was man über ein gelesenes Nein liest, auf Deutsch."""

from __future__ import annotations

from walkaway.core.redirect.reading import Label, Step

STOPPED = "Es wurde um keinen Kontakt mehr gebeten. Schick nichts, auch kein letztes Wort."
LABELS = {
    Label.TIMING: "der Zeitpunkt passt nicht",
    Label.FIT: "was du bietest und was gebraucht wird, passt nicht zusammen",
    Label.PERSON: "diese Person kann oder will nicht",
    Label.OTHER: "ein Nein ohne Grund, oder noch kein Nein",
}
MAY_BE = "Das kann heißen: {label}. Du weißt mehr, als eine Nachricht zeigt. Passt das?"
NOT_SURE = "Hier bin ich nicht sicher. Es könnte heißen: {first}; oder: {second}. Was passt?"
STEPS = {
    Step.FOLLOW_UP: "Frag dann noch einmal, ein einziges Mal, und nicht früher.",
    Step.REDIRECT_FIT: "Lass das hier los. Such die, deren Bedarf passt, oder biete das eine an, das passt.",
    Step.REDIRECT_CONTACT: "Bedank dich und schreib der Person, die entscheidet.",
    Step.ASK_ONCE: "Das ist noch kein Nein. Stell eine klare Frage, einmal. Dann warte.",
    Step.CLOSE: "Schließ es freundlich ab und gib die Zeit etwas anderem.",
    Step.RESPECT_STOP: STOPPED,
}
TENDER = "Sie haben etwas Schweres zu tragen. Lass die Tür offen und setz keinen Tag. Wenn sie mögen, schreiben sie."
ON_CONDITION = "{step} Sie haben eine Bedingung genannt: „{said}“."
DATED = "{step} Sie haben eine Zeit genannt: „{said}“."
DATED_BY_DAY = "{step} Sie haben eine Zeit genannt: „{said}“, frühestens also {day}."
NAMED = "{step} Genannt wurde: {who}."
FLAGS: dict[str, tuple[str, str]] = {
    "context.double_text": (
        "Eine Nachricht von dir wartet noch auf Antwort, und diese bringt nichts Neues.",
        "Behalt sie vorerst. Schick sie, wenn es etwas Neues gibt oder einige Tage vorbei sind.",
    ),
    "context.reopening_no": (
        "Sie haben Nein gesagt, und das hier fragt noch einmal.",
        "Lass ihr Nein stehen: „Danke für die Nachricht. Alles Gute.“",
    ),
    "context.excess_length": (
        "Das ist viel länger als ihre letzte Nachricht, und die hat nichts gefragt.",
        "Behalt das eine, was du sagen willst. Der Rest kann warten, bis sie fragen.",
    ),
    "context.unasked_answer": (
        "Das beantwortet eine Frage. Ihre letzte Nachricht hat keine gestellt.",
        "Lies noch einmal, was sie schrieben, und antworte darauf, oder noch gar nicht.",
    ),
    "context.price_below_own_last": (
        "Das liegt unter der Zahl, die du zuletzt genannt hast, und niemand bat dich herunterzugehen.",
        "Bleib bei deiner Zahl. Wenn sie fragen, geh nur für eine Gegenleistung herunter.",
    ),
    "context.unasked_discount": (
        "Das senkt den Preis oder gibt etwas gratis dazu. Niemand hat darum gebeten.",
        "Nenn deinen Preis und warte. Wenn sie fragen, geh nur für eine Gegenleistung herunter.",
    ),
    "wording.over_apologising": (
        "Das entschuldigt sich mehr als einmal.",
        "Eine Entschuldigung für ein echtes Versehen genügt. Für eine schlichte Bitte braucht es keine.",
    ),
    "wording.pleading": (
        "Das kann wie ein Flehen klingen.",
        "Sag einmal, was du möchtest. Die Antwort liegt bei ihnen.",
    ),
    "wording.over_explaining": (
        "Das nennt viele Gründe, und keiner war gefragt.",
        "Ein Grund genügt. Oft braucht es keinen.",
    ),
    "wording.self_devaluing": (
        "Das redet dich oder deine Arbeit klein.",
        "Sag, was ist, ohne Note.",
    ),
    "wording.hurting_myself": (
        "Das spricht davon, dir etwas anzutun. Du bist wichtiger als jede Antwort.",
        "Sprich jetzt mit jemandem. Die Seite mit Hilfe sagt, mit wem; in Gefahr ruf den Notruf an.",
    ),
    "wording.ultimatum_threat": (
        "Diese Worte kann man als Drohung hören.",
        "Sag, was du selbst tun wirst, und wann. Lass weg, was dann mit ihnen wäre.",
    ),
    "wording.guilt_tripping": (
        "Das lässt sie für das aufkommen, was du fühlst oder gegeben hast.",
        "Nenn eine Sache, die war, und eine, die du dir nächstes Mal wünschst.",
    ),
}
"""Je Regel: warum sie spricht, und was stattdessen geht."""
FLAG_NAMES = {
    "double_text": "noch eine Nachricht, während eine wartet",
    "reopening_no": "noch einmal fragen nach einem Nein",
    "excess_length": "viel länger als ihre",
    "unasked_answer": "eine Antwort auf keine Frage",
    "unasked_discount": "ein niedrigerer Preis, um den niemand bat",
    "over_apologising": "mehr als eine Entschuldigung",
    "pleading": "Worte wie ein Flehen",
    "over_explaining": "viele Gründe",
    "self_devaluing": "Worte, die es kleinreden",
    "ultimatum_threat": "Worte wie eine Drohung",
    "guilt_tripping": "Worte wie eine Rechnung",
}
"""Wie jeder Hinweis für sich heißt."""
