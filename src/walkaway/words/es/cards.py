"""Una revisión entra; su tarjeta, en español, sale."""

from __future__ import annotations

import sys

from walkaway.app.review import Review
from walkaway.words.card import Card, Headings
from walkaway.words.es import (
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
    promises="Lo que te prometiste",
    signals="Lo que destaca",
    together="En qué punto estáis",
    outside="Qué más tienes",
    standards="Semana a semana",
    step="Qué hacer ahora",
    changes="Qué cambiaría esto",
    basis="En qué se apoya",
)
TEXT = {
    "for_you": "Para ti",
    "you_and": "Tú y {them}",
    "from_answers": "De tus respuestas",
    "in_these": "Solo en estos mensajes",
    "as_of": "A día {day}",
    "normal_week": "Esta es una semana normal ahora, al lado de lo que necesitas.",
    "ribbon": "De {first} de 100 el {on} a {last} el {at}.",
    "ribbon_title": "Su parte, semana a semana",
    "ribbon_key": "De 35 a 65 cuenta como igualado.",
    "ribbon_gap": "Sin línea donde una parte no escribió en seis semanas.",
    "ribbon_band": "La banda pálida es donde puede estar la parte.",
    "ribbon_table": "Lo mismo en una tabla",
    "ribbon_columns": ("Semana del", "Su parte", "Desde", "Hasta"),
    "share_label": "Su parte del esfuerzo",
    "share": "{share} de 100 ({low} a {high})",
    "must_met": "Imprescindibles cumplidos",
    "standards_met": "Mínimos cumplidos",
    "none_seen": "ninguno visto aún",
    "met_of": "{met} de {n}",
    "last_week": "En la última semana que muestra algo.",
    "last_weeks": "En las últimas {n} semanas que muestran algo.",
    "limit_label": "Tu límite",
    "limit": "{limit} % de una buena semana",
    "percent": "{limit} %",
    "weekly": "{amount} por semana",
    "going_on": "Seguir vale {now}, {side}.",
    "same": "más o menos lo mismo",
    "more": "por encima",
    "less": "por debajo",
    "sure_label": "Qué tan seguro",
    "sure_note": "Es lo que ve el modelo. Estima cómo cambia la gente.",
    "best": "Lo mejor que tienes además: {name}.",
}
SURE = ((0.9, "muy seguro"), (0.75, "bastante seguro"), (0.6, "más bien sí"), (0.0, "poco seguro"))


def card(review: Review) -> Card:
    """Todo lo que se ve. En la ayuda es una página tranquila, sin nombres ni números."""
    return translated(review, _SAYS)


_SAYS = Sentences(
    amounts, money, basis, measures, reason, sending, standards, commitment, positions, sys.modules[__name__], leaving
)
