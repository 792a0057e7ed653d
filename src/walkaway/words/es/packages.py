"""Una charla sobre paquetes, en español: los motivos, los paquetes lado a lado, la frase que enviar."""

from __future__ import annotations

from walkaway.core.offers.advise import Move
from walkaway.words.es import talks

PACKAGE_REASONS = talks.TALK_REASONS | {
    "their_number_is_past_your_line": "Su paquete mejora lo que tienes sin este trato.",
    "their_number_is_short_of_your_line": "Su paquete es peor para ti que lo que tienes sin este trato.",
    "they_stand": "Sus últimos paquetes valían lo mismo para ti.",
    "outside_weak": "Lo que tienes fuera queda muy por debajo de su paquete, así que vale más seguir hablando.",
}
PACKAGE_SENTENCES = {
    Move.ACCEPT: "Gracias, esto me va bien: {package}. ¿Lo ponemos por escrito?",
    Move.COUNTER: "Gracias. Puedo hacer esto: {package}. ¿Les va bien?",
    Move.ASK: "Gracias por hablarlo conmigo. ¿Cuál de estos puntos les importa más?",
    Move.WAIT: "",
    Move.WALK: "Gracias por su tiempo. En las condiciones estamos lejos, así que lo dejo pasar. Les deseo lo mejor.",
}
SEVERAL = "Gracias. Cualquiera de estos me iría bien: {packages}. ¿Cuál les va mejor?"
PACKAGE_CHANGED = {
    "theirs": "Si ofrecen un paquete que vale {at} de 100 para ti: {to}.",
    "outside": "Si lo que tienes fuera vale {at} de 100: {to}.",
}
PACKAGE_NOTICED = {
    "below_line": "A su paquete le faltan {value} de 100 para tu límite.",
    "yours_alone": talks.TALK_NOTICED["yours_alone"],
}
SIDE_BY_SIDE = "Paquetes lado a lado"
ROWS = ("Para ti, de 100", "Para la otra parte, estimado", "Un sí, estimado")
THEIRS_NOW, YOURS_NOW = "El suyo ahora", "El tuyo ahora"
MATTERS = "Lo que te importa"
WEIGHT = "{name}, de {worst} a {best}: {weight} %"
OF_100 = "{worth} de 100"
HARDLY = "apenas"
PACKAGE_MOVES = {move: word.lower() for move, word in talks.TALK_MOVES.items()}
PACKAGE = {
    "to_say": "El paquete que decir",
    "their_own": "su propio paquete",
    "a_yes": "{chance} un sí, estimado",
    "line": "Tu límite",
    "line_note": "ningún paquete por debajo; guárdatelo{later}",
    "later": "; {at} en {rounds}",
    "zone": "Un punto de encuentro",
    "zone_note": "la probabilidad de que algún paquete vaya bien a ambas partes",
    "moves": "Se mueven",
    "moves_note": "{share} % probable, según sus paquetes",
}
