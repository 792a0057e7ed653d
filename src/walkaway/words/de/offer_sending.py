"""Was man auf ein Angebot hin schicken kann, auf Deutsch und mit Sie: Zahl oder Tag, keine Grenze, keine Not."""

from __future__ import annotations

from walkaway.core.standards.standard import PursuitKind

_TIME = "Danke für das Angebot. In {days} kann ich Ihnen klar antworten. Ist das in Ordnung?"
_IN_WRITING = "Danke, {number} passt für mich. Wollen wir das schriftlich festhalten?"
_CLOSE = "Ich kann auf {number} gehen, wenn wir diese Woche abschließen. Passt das für Sie?"
_APART = "Danke für das Angebot. Beim Preis liegen wir zu weit auseinander, also lasse ich es. Ihnen alles Gute."

SENTENCES: dict[PursuitKind, dict[str, str]] = {
    PursuitKind.CLIENT: {
        "accept": "Danke, {number} passt für mich. Schicken Sie mir die Bedingungen schriftlich, dann plane ich los.",
        "counter": "Danke für das Angebot. Mein Preis für diese Arbeit ist {number}. Passt das für Sie?",
        "hold": "Danke für das Angebot. Mein Preis für diese Arbeit bleibt bei {number}. Wollen wir es so machen?",
        "trade": "Für {number} geht es, wenn wir die Arbeit etwas kleiner machen. Welchen Teil können wir weglassen?",
        "ask_for_time": _TIME,
        "walk": "Danke für das Angebot. Zu diesem Preis kann ich die Arbeit nicht machen. Ihnen alles Gute.",
    },
    PursuitKind.DEAL: {
        "accept": _IN_WRITING,
        "counter": "Danke für das Angebot. Mein Preis ist {number}. Können wir uns dort treffen?",
        "hold": "Danke für das Angebot. Mein Preis bleibt bei {number}. Wollen wir es so machen?",
        "trade": _CLOSE,
        "ask_for_time": _TIME,
        "walk": _APART,
    },
    PursuitKind.JOB: {
        "accept": "Danke, bei {number} sage ich gern Ja. Bitte schicken Sie mir den Vertrag zum Unterschreiben.",
        "counter": "Danke für das Angebot, die Stelle gefällt mir. Beim Gehalt denke ich an {number}. Ist das möglich?",
        "hold": "Danke für das Angebot, die Stelle gefällt mir. Ich bleibe bei {number}. Können wir uns dort treffen?",
        "trade": "Bei {number} sage ich Ja, wenn wir nach sechs Monaten neu über das Gehalt sprechen. Ist das möglich?",
        "ask_for_time": _TIME,
        "walk": "Danke für das Angebot und Ihre Zeit. Ich nehme die Stelle nicht an. Ihnen und dem Team alles Gute.",
    },
    PursuitKind.INVESTOR: {
        "accept": "Danke, {number} passt für uns. Bitte schicken Sie uns die Unterlagen, dann gehen wir sie durch.",
        "counter": "Danke für das Angebot. Bei {number} wären wir dabei. Können wir uns dort treffen?",
        "hold": "Danke für das Angebot. Wir bleiben bei {number}. Wollen wir es so machen?",
        "trade": "Wir können auf {number} gehen, wenn wir bis Monatsende abschließen. Passt das für Sie?",
        "ask_for_time": "Danke für das Angebot. In {days} können wir Ihnen klar antworten. Ist das in Ordnung?",
        "walk": "Danke für das Angebot und Ihre Zeit. Wir machen hier nicht weiter. Ihnen alles Gute.",
    },
}
BUYING = {
    "accept": _IN_WRITING,
    "counter": "Danke für das Angebot. Ich kann dafür {number} zahlen. Passt das für Sie?",
    "hold": "Danke für das Angebot. Ich bleibe bei {number}. Wollen wir es so machen?",
    "trade": _CLOSE,
    "ask_for_time": _TIME,
    "walk": _APART,
}
