"""Una charla sobre un precio, en español: el paso, los motivos, la frase que enviar, lo que la cambiaría."""

from __future__ import annotations

from walkaway.core.offers.advise import Move
from walkaway.core.offers.counterpart import Family
from walkaway.core.offers.signals import Noticed

TALK_MOVES = {
    Move.ACCEPT: "Acepta",
    Move.COUNTER: "Contraoferta",
    Move.ASK: "Pregunta",
    Move.WAIT: "Espera",
    Move.WALK: "Vete",
}
TALK_REASONS = {
    "their_number_is_past_your_line": "Su número mejora lo que tienes sin este trato.",
    "their_number_is_short_of_your_line": "Su número es peor que lo que tienes sin este trato.",
    "zone_unlikely": "Es poco probable que lleguen a pasar tu límite.",
    "they_slow_down": "Sus pasos se hacen más pequeños. Es lo que se ve antes de un límite.",
    "they_stand": "No se han movido en sus últimos números.",
    "you_move_alone": "Tus últimos pasos los diste por tu cuenta. Nada llegó a cambio.",
    "outside_weak": "Lo que tienes fuera es mucho peor que su número, así que vale más seguir hablando.",
    "outside_may_break_off": "La charla puede romperse sola. Es un riesgo para ti, no un lugar al que ir.",
    "little_said": "Han dicho poco hasta ahora, así que todo esto está muy abierto.",
}
TALK_SENTENCES = {
    Move.ACCEPT: "Gracias, {number} me va bien. ¿Lo ponemos por escrito?",
    Move.COUNTER: "Gracias. Puedo hacer {number}. ¿Les va bien?",
    Move.ASK: "Gracias por hablarlo conmigo. ¿Qué es lo mejor que pueden hacer?",
    Move.WAIT: "",
    Move.WALK: "Gracias por su tiempo. En el precio estamos lejos, así que lo dejo pasar. Les deseo lo mejor.",
}
TALK_FAMILIES = {
    Family.TIME: "con el reloj, un poco cada vez",
    Family.TIT_FOR_TAT: "tanto como te mueves tú",
    Family.SPLIT: "hacia el medio entre ambas partes",
    Family.HARD_LINER: "nada",
    Family.RANDOM: "arriba y abajo",
    Family.NONE_OF_THESE: "de ninguna de las formas habituales",
}
TALK_NOTICED: dict[Noticed, str] = {
    "below_line": "A su número le faltan {value} para tu límite.",
    "below_market": "A su número le faltan {value} para el margen que diste como habitual.",
    "yours_alone": "Te moviste {n} veces seguidas, y no hubo movimiento de su lado.",
}
TALK_SAFE = (
    "Di solo lo que es verdad. Puedes decir que tienes otra opción si la tienes; no hace falta decir cuál.",
    "No inventes una oferta. Si preguntan por ella, pierdes más que el trato.",
    "No tienes que decir por qué lo necesitas, ni cuánto. «Esto es lo que me va bien» basta.",
)
TALK_CHANGED = {"theirs": "Si dicen {at}: {to}.", "outside": "Si lo que tienes fuera es {at}: {to}."}
NOTHING_SENT = "Nada. Es su turno."
SAFE_HEADING = "Lo que puedes decir"
TALK_HEADINGS = (
    "Por qué",
    "Puedes enviar esto tal cual",
    "Qué cambiaría esto",
    "Lo que llama la atención",
    SAFE_HEADING,
)
TALK = {
    "to_say": "El número que decir",
    "their_own": "su propio número",
    "go_that_far": "llegan hasta ahí {chance}",
    "line": "Tu límite",
    "line_note": "más allá no hay trato; guárdatelo{later}",
    "later": "; {at} en {rounds}",
    "zone": "Un punto de encuentro",
    "zone_note": "la probabilidad de que pasen tu límite",
    "moves": "Se mueven",
    "moves_note": "{share} % probable, según sus números",
    "record": "Te fuiste de un precio {walked}. Volvieron {back}.",
}
ROUND = ("ronda", "rondas")
TIMES = ("vez", "veces")
