"""Parte, curso, cambio, señales y mínimos entran; lo que dice cada uno, en una frase en español, sale."""

from __future__ import annotations

import math

from walkaway.core.balance.drift import Change
from walkaway.core.balance.share import Balance, Component
from walkaway.core.balance.signals.signal import WINDOW, Signal
from walkaway.core.events import DAY
from walkaway.core.measures import Measure
from walkaway.core.options.information import Asking
from walkaway.core.standards.standard import Check, Mark, Standard, WeekMarks
from walkaway.core.verdict.verdict import Evidence, Move
from walkaway.words.en.measures import recent_weeks
from walkaway.words.es import standards
from walkaway.words.es.amounts import compared, count, day, days_ago, fraction, hours, in_ten, number, per_week, small
from walkaway.words.told.standards import named

MARKS = {
    Mark.NOTHING: ("-", "nada que ver"),
    Mark.MET: ("M", "cumplida"),
    Mark.PARTLY: ("P", "cumplida en parte"),
    Mark.MISSED: ("x", "no cumplida"),
}
CHECKED = {
    Mark.NOTHING: "Nada que ver",
    Mark.MET: "Se cumple",
    Mark.PARTLY: "Se cumple en parte",
    Mark.MISSED: "No se cumple",
}
READINGS = {
    "you_carry": "Aquí llevas más tú.",
    "they_carry": "Aquí llevan más que tú.",
    "even": "Lleváis más o menos lo mismo.",
    "open": "Puede que esté igualado, o no.",
}
STANDARDS = {
    "openings": "Escriben primero",
    "replies": "Responden a lo que escribes",
    "wait": "Responden en",
    "active_days": "Dan señales de vida",
}
ORIGINS = {
    "best_past": "como en vuestras mejores semanas",
    "default": "un mínimo común",
    "between": "entre lo de antes y lo común",
    "stated": "tu mínimo",
}
FELL = {
    "openings": "escriben primero más o menos {left} de lo que solían",
    "replies": "responden más o menos {left} de lo que solían",
    None: "escriben o responden más o menos {left} de lo que solían",
}
NO_SIGNAL = "Nada destaca."
NO_STANDARD = "Todavía no hay una semana entera que mirar."


def balance(found: Balance | None) -> str:
    """Lo que dice su parte, con su intervalo."""
    if found is None:
        return "Nadie ha escrito todavía, así que no hay nada que pesar."
    return f"{READINGS[found.reading]} Su parte es {found.share:.0f} de 100 ({found.low:.0f} a {found.high:.0f})."


def component(part: Component) -> str:
    """Una parte: lo que haces tú y lo que hacen ellos."""
    you, they = part.you or 0.0, part.them or 0.0
    match part.name:
        case "initiation":
            both = you + they
            first, other = (you / both, they / both) if both > 0 else (0.5, 0.5)
            return f"Quién escribe primero, veces: tú {in_ten(first)}, por su parte {in_ten(other)}."
        case "replies":
            yours = "no tenías nada que responder" if part.you is None else in_ten(part.you)
            theirs = "no había nada que responder" if part.them is None else in_ten(part.them)
            return f"Quién responde, sin contar las últimas palabras: tú {yours}, por su parte {theirs}."
        case "volume" if you > 0 < they:
            return f"En cuántos días: por cada 10 tuyos, unos {round(10 * they / you)} suyos."
        case "volume":
            return f"En cuántos días: solo los {'tuyos' if you > 0 else 'suyos'}."
        case _:
            return f"Cuánto tardan las respuestas: tú {hours(you)}, por su parte {hours(they)}."


def trend(found: Measure | None) -> str | None:
    """Las últimas cuatro semanas al lado de las doce de antes."""
    if found is None:
        return None
    size = "más o menos los mismos días" if found.low <= 0 <= found.high else compared(1 + found.value / 100)
    return f"En las últimas cuatro semanas escribieron {size} que en las doce de antes."


def change(found: Change) -> str:
    """Qué fue de sus días, y desde cuándo."""
    if found.status == "too_early":
        return "Es pronto para decir si algo cambió."
    if found.status == "none" or found.since is None:
        return "Escriben tantos días como siempre."
    if found.status == "silent":
        return silence(found)
    since = f"Desde más o menos el {day(found.since)}"
    if found.factor is None or not math.isfinite(found.factor.value):
        return f"{since} escriben {'más' if found.status == 'more' else 'menos'} días que antes."
    if found.factor.value < 0.07:
        return f"{since} casi no escriben."
    return f"{since} escriben {compared(found.factor.value)} que antes."


def silence(found: Change) -> str:
    """Nadie, o solo ellos, callaron; el día antes fue el último en que escribieron."""
    last = day((found.since or 0) - DAY)
    if found.mutual:
        return f"No ha escrito ninguna de las dos partes desde el {last}, más de lo habitual."
    return f"Escribieron por última vez el {last}, y sus pausas nunca fueron tan largas."


def signal(found: Signal, as_of: int) -> str:
    """Algo que destaca, como actos. `as_of` es la hora local desde la que se cuenta."""
    since = days_ago(as_of, WINDOW // DAY)
    match found.name:
        case "taken_for_granted":
            start = since if found.since is None else day(found.since)
            fell = FELL[found.about].format(left=fraction(found.measure.value))
            return f"Desde más o menos el {start} {fell}; tú sigues como siempre."
        case "ignored" if found.since is not None:
            return f"No han respondido desde el {day(found.since)}. Rara vez tardaron tanto."
        case "ignored":
            return f"Desde el {since} respondieron {of_yours(found)}. Tú respondiste muchos más de los suyos."
        case "mixed":
            return "Sus semanas van del calor al frío y vuelven, más que las tuyas y más que por azar."
        case "hard_to_get":
            return f"Desde el {since} respondieron {of_yours(found)}. La espera fue a ratos corta y a ratos larga."
        case "chasing" if found.count is None:
            return f"Desde el {since} escribiste una y otra vez antes de que llegara respuesta."
        case "chasing":
            return f"Desde el {since} empezaste {of_conversations(found)}."
        case _:
            return f"Lo lleváis a medias, su parte está cerca de {found.measure.value:.0f} de 100. Todo sigue igual."


def of_yours(found: Signal) -> str:
    """3 de tus últimos 20 comienzos y preguntas: solo ellos esperan respuesta."""
    if found.count is None:
        return f"{in_ten(found.measure.value)} de tus preguntas"
    return f"{found.count[0]} de tus últimos {found.count[1]} comienzos y preguntas"


def of_conversations(found: Signal) -> str:
    """8 de las últimas 9 conversaciones."""
    if found.count is None:
        return f"{in_ten(found.measure.value)} conversaciones"
    return f"{found.count[0]} de las últimas {found.count[1]} conversaciones"


def amount_of(name: str, value: float) -> str:
    """Un valor en la unidad de su mínimo."""
    match name:
        case "replies":
            return "casi nunca" if value < 0.05 else "casi siempre" if value > 0.95 else f"{in_ten(value)} veces"
        case "wait":
            return hours(value)
        case "active_days":
            return per_week(value, "día", "días")
        case "openings":
            return per_week(value)
        case _:
            return f"{number(value, 1)} de 10"


def standard(asked: Standard) -> str:
    """Lo que deben hacer en una semana normal."""
    amount = amount_of(asked.name, asked.target)
    if asked.name not in STANDARDS:
        return (
            f"{named(asked.name, None, of=standards).rstrip('.')}, al menos {amount}"  # palabras propias, o un ejemplo
        )
    return f"{STANDARDS[asked.name]} {amount}"


def check(found: Check, as_of: int | None = None) -> str:
    """Un mínimo al lado de las últimas semanas que muestran algo. Vistas desde `as_of` pueden ser de hace mucho."""
    must = "imprescindible, " if found.standard.must_have else ""
    asked = f"{standard(found.standard)} ({must}{ORIGINS[found.standard.origin]})"
    if not math.isfinite(found.value):
        unending = found.standard.name == "wait" and math.isinf(found.value)
        return f"{asked}. {f'{CHECKED[found.mark]}: casi nunca llegó respuesta' if unending else 'Nada que ver aún'}."
    last = None if as_of is None else found.long_ago(as_of)
    when = "últimamente" if last is None else f"en las semanas hasta el {day(last)}"
    return f"{asked}. {CHECKED[found.mark]}: {when} {_seen(found)}."


def _seen(found: Check) -> str:
    """Lo que se vio; donde se cumple sin alcanzarse, por qué."""
    name, value, target = found.standard.name, found.value, found.standard.target
    if not found.near or amount_of(name, value) == amount_of(name, target):
        return amount_of(name, value)
    shown = f"{100 * value:.0f} % frente a {100 * target:.0f} %" if name == "replies" else amount_of(name, value)
    return f"{shown}. Cuatro quintos cuentan como cumplido"


def weeks(found: WeekMarks, newest: int) -> str:
    """Cómo fueron las últimas semanas."""
    recent = recent_weeks(found, newest)
    if recent is None:
        return NO_STANDARD
    met, n, monday = recent
    of, verb = count(n, "semana", "semanas"), "cumplió" if met <= 1 else "cumplieron"
    return f"De las últimas {of} que muestran algo, desde el {day(monday)}, {small(met)} {verb} tus mínimos."


def evidence(found: Evidence, weeks: WeekMarks) -> str:
    """Una semana, cómo fue, y con qué fuerza habla por ellos o en contra."""
    odds = number(math.exp(abs(found.log_odds)), 1)
    side = "a favor" if found.log_odds > 0 else "en contra"
    return f"La semana del {day(int(weeks.monday[found.week]))}, {MARKS[Mark(found.mark)][1]}: {odds} a 1 {side}."


def asking(found: Asking, move: Move) -> str:
    """Lo que valdría una respuesta a una petición, al lado de saberlo seguro."""
    if move is Move.ASK:
        return "Pedir es lo mejor aquí, porque puede cambiar lo que hacen. Se estima que una de cada cinco veces."
    if found.answer < 0.005:
        return "Una respuesta a otra petición apenas cambiaría lo que es mejor para ti."
    answer, perfect = f"{100 * found.answer:.0f} %", f"{100 * found.perfect:.0f} %"
    return f"Una respuesta clara te valdría {answer} de una buena semana, y saberlo seguro {perfect}."
