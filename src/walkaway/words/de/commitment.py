"""Die Stufen einer Bindung, auf Deutsch: wie sich das Wort dazu anhört, und wie die Tat dazu aussieht."""

from __future__ import annotations

from walkaway.core.events import Side
from walkaway.core.standards.commitment import Way
from walkaway.core.standards.standard import PursuitKind

RUNGS: dict[PursuitKind, dict[str, dict[Way, str]]] = {
    PursuitKind.CLIENT: {
        "talking": {"said": "gesagt, was gebraucht wird", "done": "euch dazu getroffen oder telefoniert"},
        "scoped": {"said": "gesagt, worin die Arbeit besteht", "done": "die Arbeit aufgeschrieben"},
        "agreed": {"said": "Ja zu Arbeit, Preis und Termin gesagt", "done": "einen Tag für den Anfang gesetzt"},
        "signed": {"said": "gesagt, dass es gilt", "done": "unterschrieben"},
        "paid": {"said": "gesagt, dass die Arbeit gut war", "done": "die Rechnung beglichen"},
    },
    PursuitKind.DEAL: {
        "talking": {"said": "gesagt, dass es euch interessiert", "done": "euch dazu getroffen oder telefoniert"},
        "terms": {"said": "Bedingungen genannt", "done": "ein Angebot aufgeschrieben"},
        "agreed": {"said": "Ja zu den wichtigsten Bedingungen gesagt", "done": "die Unterlagen gezeigt"},
        "signed": {"said": "gesagt, dass es gilt", "done": "unterschrieben"},
        "closed": {"said": "gesagt, dass es erledigt ist", "done": "gezahlt oder übergeben"},
    },
    PursuitKind.JOB: {
        "talking": {"said": "gesagt, dass es euch interessiert", "done": "ein erstes Mal telefoniert"},
        "interviewed": {"said": "gesagt, dass es passen könnte", "done": "euch zum Gespräch getroffen"},
        "offered": {"said": "Gehalt und Bedingungen genannt", "done": "sie aufgeschrieben"},
        "signed": {"said": "Ja gesagt", "done": "unterschrieben"},
        "started": {"said": "den ersten Tag gesetzt", "done": "angefangen"},
    },
    PursuitKind.INVESTOR: {
        "talking": {"said": "gesagt, dass es euch interessiert", "done": "ein erstes Mal telefoniert"},
        "looking": {"said": "gesagt, was zu prüfen ist", "done": "die Zahlen gezeigt oder gelesen"},
        "terms": {"said": "einen Betrag und einen Preis genannt", "done": "die Bedingungen aufgeschrieben"},
        "signed": {"said": "Ja gesagt", "done": "unterschrieben"},
        "funded": {"said": "gesagt, dass es erledigt ist", "done": "das Geld geschickt oder bekommen"},
    },
    PursuitKind.PARTNER: {
        "talking": {"said": "von einem Treffen gesprochen", "done": "Kontakt gehalten"},
        "dating": {"said": "gesagt, dass ihr euch näher kennenlernt", "done": "euch immer wieder getroffen"},
        "exclusive": {"said": "gesagt, dass es sonst niemanden gibt", "done": "andere nicht mehr getroffen"},
        "shared": {"said": "von Plänen zu zweit gesprochen", "done": "Geld, Schlüssel oder Wohnung geteilt"},
        "promised": {"said": "gesagt, dass es auf Dauer ist", "done": "es allen bekannt gemacht"},
    },
    PursuitKind.FRIEND: {
        "talking": {"said": "gesagt, dass das Reden guttut", "done": "Kontakt gehalten"},
        "meeting": {"said": "Ja zu einem Treffen gesagt", "done": "euch mehr als einmal getroffen"},
        "counting_on": {"said": "gesagt, dass man um Hilfe rufen darf", "done": "geholfen, als es nötig war"},
        "close": {"said": "gesagt, dass ihr euch nah seid", "done": "in schwerer Zeit beigestanden"},
    },
}
NOTHING_YET = "Noch ist nichts von beiden Seiten gesagt und getan."
FREE = "Noch bindet nichts dich oder sie. Du kannst dich frei nach anderem umsehen."
BOUND = "Das bindet euch beide."
AHEAD = "Du trägst mehr als die Hälfte der Mühe, und noch ist nichts fest. Gib so viel wie sie, oder bitte um ein Ja."
EFFORT = {
    "ahead": AHEAD,
    "level": "Deine Mühe passt zu dem, was zwischen euch fest ist.",
    "backed": "Ihr seid beide gebunden, also zählt allein, wer wie viel trägt.",
    "open": "Noch lässt sich nicht sagen, ob deine Mühe vorauseilt.",
}
STAGE = {
    "both": "Ihr habt beide {said}, und ihr habt {done}.",
    "and": "{first} und {last}",
    "waits": "Der nächste Schritt wartet auf {listed}.",
}
WAITS: dict[tuple[Side, Way], str] = {
    (Side.YOU, "said"): "dein Wort",
    (Side.YOU, "done"): "deine Taten",
    (Side.THEM, "said"): "ihr Wort",
    (Side.THEM, "done"): "ihre Taten",
}
