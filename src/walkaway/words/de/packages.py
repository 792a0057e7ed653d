"""Ein Gespräch über Pakete, auf Deutsch: die Gründe, die Pakete nebeneinander, der Satz zum Schicken."""

from __future__ import annotations

from walkaway.core.offers.advise import Move
from walkaway.words.de import talks

PACKAGE_REASONS = talks.TALK_REASONS | {
    "their_number_is_past_your_line": "Ihr Paket ist besser als das, was du ohne sie hast.",
    "their_number_is_short_of_your_line": "Ihr Paket ist für dich schlechter als das, was du ohne sie hast.",
    "they_stand": "Ihre letzten Pakete waren dir gleich viel wert.",
    "outside_weak": "Was du sonst hast, ist weit unter ihrem Paket. Also ist es mehr wert, im Gespräch zu bleiben.",
}
PACKAGE_SENTENCES = {
    Move.ACCEPT: "Danke, so passt es für mich: {package}. Wollen wir das schriftlich festhalten?",
    Move.COUNTER: "Danke. Das kann ich machen: {package}. Passt das für Sie?",
    Move.ASK: "Danke, dass Sie das mit mir durchgehen. Welcher dieser Punkte ist Ihnen am wichtigsten?",
    Move.WAIT: "",
    Move.WALK: "Danke für Ihre Zeit. Bei den Bedingungen liegen wir zu weit auseinander, also lasse ich es. "
    "Ihnen alles Gute.",
}
SEVERAL = "Danke. Jedes davon würde für mich passen: {packages}. Was passt für Sie am ehesten?"
PACKAGE_CHANGED = {
    "theirs": "Wenn sie ein Paket bieten, das dir {at} von 100 wert ist: {to}.",
    "outside": "Wenn das, was du sonst hast, {at} von 100 wert ist: {to}.",
}
PACKAGE_NOTICED = {
    "below_line": "Ihrem Paket fehlen {value} von 100 bis zu deiner Grenze.",
    "yours_alone": talks.TALK_NOTICED["yours_alone"],
}
SIDE_BY_SIDE = "Pakete nebeneinander"
ROWS = ("Für dich, von 100", "Für sie, geschätzt", "Ein Ja, geschätzt")
THEIRS_NOW, YOURS_NOW = "Ihres jetzt", "Deines jetzt"
MATTERS = "Was dir wichtig ist"
WEIGHT = "{name}, von {worst} bis {best}: {weight} %"
OF_100 = "{worth} von 100"
HARDLY = "kaum"
PACKAGE_MOVES = {
    Move.ACCEPT: "annehmen",
    Move.COUNTER: "ein Gegenangebot",
    Move.ASK: "fragen",
    Move.WAIT: "warten",
    Move.WALK: "gehen",
}
PACKAGE = {
    "to_say": "Das Paket, das du nennst",
    "their_own": "ihr eigenes Paket",
    "a_yes": "{chance} ein Ja, geschätzt",
    "line": "Deine Grenze",
    "line_note": "kein Paket darunter; behalt sie für dich{later}",
    "later": "; in {rounds} {at}",
    "zone": "Ein Treffpunkt",
    "zone_note": "die Chance, dass ein Paket für beide passt",
    "moves": "Sie bewegen sich",
    "moves_note": "zu {share} % wahrscheinlich, nach ihren Paketen",
}
