"""Lo que una puerta pregunta y responde alrededor de la tarjeta, en español: los mismos nombres que en inglés."""

from __future__ import annotations

from walkaway.core.standards.standard import Counted, PursuitKind

SAFETY = "¿Alguna vez te dan miedo, o te da miedo lo que harían si tomas distancia?"
KINDS = {
    PursuitKind.CLIENT: "clientela",
    PursuitKind.DEAL: "un trato",
    PursuitKind.JOB: "una oferta de trabajo",
    PursuitKind.INVESTOR: "alguien que invierte",
    PursuitKind.PARTNER: "una pareja",
    PursuitKind.FRIEND: "una amistad",
}
FEARS = {"yes": "sí", "no": "no", "unsure": "no sé"}
WANTS = {"yes": "sí", "no": "no"}
PLACES = {"mostly": "sobre todo fuera", "partly": "en parte fuera", "no": "casi nada"}
NEEDED: tuple[tuple[str, Counted, float], ...] = (
    ("Escriben primero al menos una vez por semana.", "openings", 1.0),
    ("Escriben primero al menos dos veces por semana.", "openings", 2.0),
    ("Responden 7 de 10 mensajes.", "replies", 0.7),
    ("Responden 9 de 10 mensajes.", "replies", 0.9),
    ("Hay contacto un día por semana.", "active_days", 1.0),
    ("Hay contacto tres días por semana.", "active_days", 3.0),
)
OFFER_KINDS = {
    "client": "trabajo para clientela",
    "job": "un empleo",
    "deal": "un trato",
    "investor": "alguien que invierte",
}
OFFER_HINTS = {"likely": "Da dos cantidades, la menor primero."}
AN_AMOUNT = "Da una cantidad, como 1.200 o 1200,50 o 60k."
NOT_A_CHOICE = "Eso no encaja aquí."


def in_a_browser(text: str) -> str:
    """En español ninguna frase dice qué escribir en una terminal."""
    return text
