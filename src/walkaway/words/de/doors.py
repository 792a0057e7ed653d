"""Was eine Tür rund um die Karte fragt und antwortet, auf Deutsch: dieselben Namen wie im Englischen."""

from __future__ import annotations

from walkaway.core.standards.standard import Counted, PursuitKind

SAFETY = "Hast du manchmal Angst vor ihnen, oder davor, was sie täten, wenn du Abstand nimmst?"
KINDS = {
    PursuitKind.CLIENT: "Kundschaft",
    PursuitKind.DEAL: "ein Geschäft",
    PursuitKind.JOB: "ein Stellenangebot",
    PursuitKind.INVESTOR: "Geldgeber",
    PursuitKind.PARTNER: "Partnerschaft",
    PursuitKind.FRIEND: "Freundschaft",
}
FEARS = {"yes": "ja", "no": "nein", "unsure": "unsicher"}
WANTS = {"yes": "ja", "no": "nein"}
PLACES = {"mostly": "meist anderswo", "partly": "teils anderswo", "no": "kaum"}
NEEDED: tuple[tuple[str, Counted, float], ...] = (
    ("Sie schreiben mindestens einmal pro Woche zuerst.", "openings", 1.0),
    ("Sie schreiben mindestens zweimal pro Woche zuerst.", "openings", 2.0),
    ("Sie beantworten 7 von 10 Nachrichten.", "replies", 0.7),
    ("Sie beantworten 9 von 10 Nachrichten.", "replies", 0.9),
    ("Wir haben an einem Tag pro Woche Kontakt.", "active_days", 1.0),
    ("Wir haben an drei Tagen pro Woche Kontakt.", "active_days", 3.0),
)
OFFER_KINDS = {"client": "Arbeit für Kundschaft", "job": "eine Stelle", "deal": "ein Geschäft", "investor": "Geldgeber"}
OFFER_HINTS = {"likely": "Gib zwei Beträge, den niedrigen zuerst."}
AN_AMOUNT = "Gib einen Betrag, wie 1.200 oder 1200,50 oder 60k."
NOT_A_CHOICE = "Das passt hier nicht."


def in_a_browser(text: str) -> str:
    """Auf Deutsch steht in keinem Satz, was man in ein Terminal tippt."""
    return text
