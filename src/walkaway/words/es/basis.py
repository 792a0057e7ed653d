"""Una revisión entra; en qué se apoya, qué se supuso y qué la cambiaría, en español, sale."""

from __future__ import annotations

from walkaway.app.review import Review
from walkaway.app.review_pursuit import RATED
from walkaway.core.verdict.verdict import BreakEven, Flip, Move, Verdict
from walkaway.words.en.reason import ANSWERS
from walkaway.words.es.amounts import count, day, number
from walkaway.words.es.measures import asking, component, evidence

WORDS = {
    Move.STAY: "Quédate",
    Move.ASK: "Pide",
    Move.STEP_BACK: "Da un paso atrás",
    Move.WALK: "Vete",
    Move.NOT_ENOUGH: "Falta para decirlo",
    Move.SUPPORT: "Tú vas primero",
    Move.UNANSWERED: "Antes, una pregunta",
}
ASSUMED = {
    "as_of_last": "El último mensaje no es de estos días, así que esto es como estaba entonces.",
    "texts_cut": "El archivo es muy largo: de sus textos posteriores queda solo el comienzo. Se cuenta cada palabra.",
    "stop_read": (
        "Uno de sus últimos diez mensajes se lee como una petición de no tener más contacto. Si dice otra cosa: "
        "--no-stop-contact, o quita la marca en Datos."
    ),
    "tz": "El archivo no dice zona horaria, así que vale la de este equipo.",
    "date_only": "Algunas horas son solo días, así que lo que tardan las respuestas es aproximado.",
    "kind": "Nadie dijo qué es esto, así que valen los mínimos de una amistad.",
    "default_targets": "Aún no hay una buena época que comparar, así que valen mínimos comunes.",
    "elsewhere": "Nadie dijo cuánto os veis por otros medios, así que solo cuentan estos mensajes.",
    "me_from_title": "El chat lleva el nombre de la otra persona, así que tú eres la que queda.",
    "dynamics": "Cómo cambia la gente de semana en semana es una estimación, no sale de tu chat.",
    "free_week": "Una semana sin esto vale más o menos un tercio de una buena.",
    "as_of_told": "Lo dijiste hace un tiempo, así que esto es como estaba entonces. Responde otra vez.",
    "from_answers": "Todo esto sale de tus respuestas, así que los márgenes son amplios.",
    "ratings_only": "Todo esto sale de tus propias notas. No se leyó ningún mensaje.",
}
MARKED = {"met": ("cumple", "cumplen"), "missed": ("no cumple", "no cumplen")}


def assumed(code: str) -> str:
    """Lo que significa una clave de lo supuesto."""
    return ASSUMED.get(code, f"Supuesto: {code.replace('_', ' ')}.")


def basis(review: Review) -> tuple[str, ...]:
    """Recibo, fechas, de qué está hecha la parte, y lo que se supuso."""
    found = review.verdict
    weighed = [evidence(e, review.weeks) for e in found.evidence]
    weighed += [] if found.asking is None else [asking(found.asking, found.move)]
    if review.source == ANSWERS:
        lines = [f"Tus propias respuestas del {day(review.last.local)}. No se leyó ningún mensaje."]
    elif review.source == RATED:
        lines = ["Tus propias notas, cada una por las cuatro semanas de antes.", *weighed]
    else:
        lines = [
            receipt(review),
            f"Del {day(review.first.local)} al {day(review.last.local)}. A día {day(review.as_of.local)}.",
        ]
        if review.answers.elsewhere == "mostly":
            lines.append("Solo en estos mensajes: dijiste que sobre todo os veis o habláis por otros medios.")
        if review.group:
            lines.append("En un grupo solo cuentan los días con mensajes y las respuestas directas.")
        if review.balance is not None:
            turns = count(review.balance.n, "turno", "turnos")
            lines.append(f"Su parte se apoya en {turns} de los dos, y los nuevos pesan más.")
            lines += map(component, review.balance.components)
        lines += weighed
    return (*lines, *map(assumed, review.assumed))


def receipt(review: Review) -> str:
    """Qué fue del archivo."""
    found = review.receipt
    skipped = number(len(found.skipped))
    return f"{number(found.read)} registros leídos, {number(found.kept)} quedan, {skipped} se saltan."


def flip(found: Flip) -> str:
    """Cuántas semanas más de un tipo cambiarían el paso."""
    one, many = MARKED[found.mark]
    said = f"la próxima semana {one}" if found.weeks == 1 else f"las próximas {found.weeks} semanas {many}"
    return f"Si {said} tus mínimos, la tarjeta diría: {WORDS[found.to]}."


def break_even(found: BreakEven) -> str:
    """Con qué valor cambiaría el paso."""
    way = "más" if found.at > found.now else "menos"
    at, now, to = f"{100 * found.at:.0f} %", f"{100 * found.now:.0f} %", WORDS[found.to]
    match found.name:
        case "outside":
            return f"Si una semana sin esto valiera {at} de una buena o {way} (ahora {now}), la tarjeta diría: {to}."
        case "effort":
            return f"Si una semana te costara {at} de una buena o {way} (ahora {now}), la tarjeta diría: {to}."
        case _:
            return f"Si estuvieran del todo con {at} o {way} (ahora {now}), la tarjeta diría: {to}."


def changes(verdict: Verdict) -> tuple[str, ...]:
    """Todo lo que cambiaría el paso."""
    return (*map(flip, verdict.flips), *map(break_even, verdict.break_evens))
