"""Lo que se lee de un no, en español."""

from __future__ import annotations

from walkaway.core.redirect.reading import Label, Step

STOPPED = "Pidieron que no haya más contacto. No envíes nada, ni una última palabra."
LABELS = {
    Label.TIMING: "no es el momento",
    Label.FIT: "lo que ofreces y lo que necesitan no encajan",
    Label.PERSON: "esta persona no puede o no quiere",
    Label.OTHER: "un no sin motivo, o todavía no un no",
}
MAY_BE = "Puede ser esto: {label}. Tú sabes más de lo que muestra un mensaje. ¿Encaja?"
NOT_SURE = "Aquí no lo veo claro. Podría ser: {first}; o bien: {second}. ¿Cuál encaja?"
STEPS = {
    Step.FOLLOW_UP: "Vuelve a preguntar entonces, una vez, y no antes.",
    Step.REDIRECT_FIT: "Deja ir esto. Busca a quien necesite lo tuyo, u ofrece lo único que encaja.",
    Step.REDIRECT_CONTACT: "Da las gracias y escribe a la persona que decide.",
    Step.ASK_ONCE: "Esto aún no es un no. Haz una pregunta clara, una vez. Luego espera.",
    Step.CLOSE: "Ciérralo con amabilidad y dale el tiempo a otra cosa.",
    Step.RESPECT_STOP: STOPPED,
}
TENDER = "Están pasando por algo duro. Deja la puerta abierta y no pongas fecha. Si quieren, escribirán."
ON_CONDITION = "{step} Nombraron una condición: «{said}»."
DATED = "{step} Nombraron un momento: «{said}»."
DATED_BY_DAY = "{step} Nombraron un momento: «{said}», es decir, el {day} como pronto."
NAMED = "{step} Nombraron a: {who}."
FLAGS: dict[str, tuple[str, str]] = {
    "context.double_text": (
        "Un mensaje tuyo espera todavía respuesta, y este no añade nada nuevo.",
        "Guárdalo por ahora. Envíalo si hay novedades, o cuando pasen unos días.",
    ),
    "context.reopening_no": (
        "Dijeron que no, y esto vuelve a preguntar.",
        "Deja su no como está: «Gracias por decírmelo. Mis mejores deseos.»",
    ),
    "context.excess_length": (
        "Esto es mucho más largo que su último mensaje, y ese no pedía nada.",
        "Quédate con lo único que quieres decir. Lo demás puede esperar a que pregunten.",
    ),
    "context.unasked_answer": (
        "Esto responde a una pregunta. Su último mensaje no hacía ninguna.",
        "Vuelve a leer lo que escribieron y responde a eso, o a nada todavía.",
    ),
    "context.price_below_own_last": (
        "Está por debajo del último número que diste, y nadie te pidió bajar.",
        "Mantén tu número. Si preguntan, baja solo a cambio de algo.",
    ),
    "context.unasked_discount": (
        "Esto baja el precio o añade algo gratis. Nadie lo pidió.",
        "Di tu precio y espera. Si preguntan, baja solo a cambio de algo.",
    ),
    "wording.over_apologising": (
        "Esto pide perdón más de una vez.",
        "Un perdón por un descuido de verdad basta. Para una simple petición no hace falta.",
    ),
    "wording.pleading": (
        "Puede leerse como un ruego.",
        "Di una vez lo que te gustaría, y deja que respondan.",
    ),
    "wording.over_explaining": (
        "Esto da muchos motivos, y nadie pidió ninguno.",
        "Con un motivo basta. A menudo no hace falta ninguno.",
    ),
    "wording.self_devaluing": (
        "Esto te rebaja a ti o a tu trabajo.",
        "Di lo que hay, sin ponerle nota.",
    ),
    "wording.hurting_myself": (
        "Esto habla de hacerte daño. Importas más que cualquier respuesta.",
        "Habla con alguien ahora. La página de ayuda dice con quién; si hay peligro, llama a emergencias.",
    ),
    "wording.ultimatum_threat": (
        "Estas palabras pueden oírse como una amenaza.",
        "Di lo que harás tú, y cuándo. Deja fuera lo que les pasaría.",
    ),
    "wording.guilt_tripping": (
        "Esto les hace responder por lo que sientes o diste.",
        "Nombra una cosa que pasó y una que te gustaría la próxima vez.",
    ),
}
"""Por cada regla: por qué habla, y qué hacer en su lugar."""
FLAG_NAMES = {
    "double_text": "un mensaje más mientras otro espera",
    "reopening_no": "volver a preguntar tras un no",
    "excess_length": "mucho más largo que el suyo",
    "unasked_answer": "una respuesta a ninguna pregunta",
    "unasked_discount": "un precio más bajo que nadie pidió",
    "over_apologising": "más de una disculpa",
    "pleading": "palabras como un ruego",
    "over_explaining": "muchas razones",
    "self_devaluing": "palabras que le quitan valor",
    "ultimatum_threat": "palabras como una amenaza",
    "guilt_tripping": "palabras como una factura",
}
"""Cómo se llama cada aviso por sí solo."""
