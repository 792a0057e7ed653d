"""Por qué, y qué hacer ahora: las frases en español. Cuál vale lo decide `words.translation`."""

from __future__ import annotations

from walkaway.words.es.amounts import count, day, small
from walkaway.words.es.doors import SAFETY

SUPPORT_REASON = "Dijiste que tienes miedo, o que quizá lo tienes. Por eso aquí no hay veredicto."
SUPPORT = (
    "Una tarjeta que dice quédate o vete podría hacerlo menos seguro. Por eso aquí no hay ninguna.",
    "Lo que tú sientes como peligro cuenta más que nada. Sabes más de lo que muestra un chat. Confía en ello.",
    "Hoy no tienes que decidir nada. No tienes que explicarte ante nadie.",
    "Una persona formada puede pensarlo contigo, a tu ritmo. No te dirá qué hacer.",
    "Si puedes estar en peligro ahora, llama al número de emergencias de donde estás.",
    "Esta página puede quedar en el historial de este equipo. Puedes cerrarla ahora.",
)
REASONS = {
    "support": SUPPORT_REASON,
    "unanswered": "Antes de un veredicto hay una pregunta que solo tú puedes responder. Esto es lo medido hasta ahora.",
    "stop_contact": "Pidieron que no haya más contacto. Así que lo único es dejarlo ahí.",
    "no_want": "Dijiste que no querrías esto aunque cumplieran todo.",
    "nothing_yet": "Todavía no hay ninguna semana en la que se viera algo.",
    "told_met": "Según lo cuentas el {now}, se cumplen {met} de {n} cosas que necesitas.",
    "told_change": "Según lo cuentas, desde el {since} escriben {size} que antes.",
    "told_share": "Según lo cuentas el {now}, llevan {share} de 100.",
    "you_carry": "Llevas tú la mayor parte ({share} de 100), pero {met}",
    "steady": "Desde el {since} lo llevan las dos partes, y las respuestas llegan como siempre.",
    "missed": (
        "Desde el {since}, {missed} de {n} semanas quedaron por debajo de tus mínimos. "
        "Las demás los cumplieron, del todo o en parte."
    ),
    "too_little_one": "Desde el {since} solo una semana muestra algo. Es poco para decirlo.",
    "too_little": "Desde el {since} solo {n} semanas muestran algo. Es poco para decirlo.",
    "no_clear": "{met}, pero ningún paso es claramente el mejor.",
    "fell": "Desde el {since} {fell}. Tú sigues.",
    "fell_about": "Desde más o menos el {since} {fell}. Tú sigues.",
    "no_answer": "No han respondido desde el {since}. Rara vez tardaron tanto.",
    "answered": "Desde el {since} respondieron {of}.",
    "opened": "Desde el {since} empezaste {of}.",
    "less": "Desde más o menos el {since} escriben {size} que antes.",
    "mixed": "Desde el {since} se alternan semanas de calor y de frío.",
    "mixed_met": "Desde el {since} se alternan semanas de calor y de frío: {met} de {n} cumplieron tus mínimos.",
    "share": "El {now} su parte es {share} de 100.",
}
STEPS = {
    "keep_going": "Sigue como hasta ahora. No hay nada que enviar. Vuelve a mirar cuando algo cambie.",
    "send_ask": (
        "Pide una vez, una sola cosa, en un momento tranquilo. "
        "Luego espera: no vuelvas a escribir de ello. Mira lo que hacen."
    ),
    "send_no": "Dilo una vez, y para. No debes un motivo y no necesitas respuesta.",
    "no_contact": "No escribas, no llames, no vayas, ni pidas a nadie que lo haga. Dale tu tiempo a tus planes.",
    "wait_and_see": "No hagas nada nuevo aún. Deja pasar unas semanas y vuelve a mirar.",
    "wait_until": "No hagas nada nuevo aún. Deja pasar unas semanas y vuelve a mirar el {day}.",
    "left": "Ahora no hay nada que enviar. Lo que vino después está en Después.",
    "answer_first": f"Responde antes esto: «{SAFETY}» Tu respuesta se queda en este equipo.",
}
STEP_BACK = "No escribas primero. Si escriben, responde con amabilidad y brevemente. Es tiempo para ti."
LEADS = {
    "send_ask": "Puedes enviar esto tal cual:",
    "send_no": "Puedes enviar esto tal cual:",
    "step_back": "Si escriben:",
}


def step_back(days: int | None, until: int | None) -> str:
    """Cuánto, hasta cuándo, y qué hacer entretanto."""
    span = f" durante {count(days // 7, 'semana', 'semanas')}" if days else ""
    end = f", hasta el {day(until)}, y vuelve a mirar" if until is not None else ""
    return f"Da un paso atrás{span}{end}. {STEP_BACK}"


def met(recent: tuple[int, int, int], *, lower: bool = False) -> str:
    """Cuántas de las últimas semanas cumplieron los mínimos."""
    met, n, monday = recent
    if n == 1:
        said = "cumplió" if met else "no cumplió"
        return f"{'la' if lower else 'La'} semana del {day(monday)} {said} tus mínimos."
    verb = "cumplió" if met <= 1 else "cumplieron"
    return f"{'desde' if lower else 'Desde'} el {day(monday)}, {small(met)} de {small(n)} semanas {verb} tus mínimos."
