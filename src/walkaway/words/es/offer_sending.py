"""Lo que se puede enviar ante una oferta, en español y de usted: un número o un día, ni límite ni necesidad."""

from __future__ import annotations

from walkaway.core.standards.standard import PursuitKind

_TIME = "Gracias por la oferta. En {days} puedo darles una respuesta clara. ¿Les parece bien?"
_IN_WRITING = "Gracias, {number} me va bien. ¿Lo ponemos por escrito?"
_CLOSE = "Puedo ir a {number} si cerramos esta semana. ¿Les va bien?"
_APART = "Gracias por la oferta. En el precio estamos lejos, así que lo dejo pasar. Les deseo lo mejor."

SENTENCES: dict[PursuitKind, dict[str, str]] = {
    PursuitKind.CLIENT: {
        "accept": "Gracias, {number} me va bien. Envíenme las condiciones por escrito y planifico el comienzo.",
        "counter": "Gracias por la oferta. Mi precio por este trabajo es {number}. ¿Les va bien?",
        "hold": "Gracias por la oferta. Mi precio por este trabajo sigue en {number}. ¿Lo hacemos así?",
        "trade": "Puedo hacerlo por {number} si el trabajo es algo menor. ¿Qué parte podríamos quitar?",
        "ask_for_time": _TIME,
        "walk": "Gracias por la oferta. A ese precio no puedo hacer el trabajo. Les deseo lo mejor.",
    },
    PursuitKind.DEAL: {
        "accept": _IN_WRITING,
        "counter": "Gracias por la oferta. Mi precio es {number}. ¿Podemos encontrarnos ahí?",
        "hold": "Gracias por la oferta. Mi precio sigue en {number}. ¿Lo hacemos así?",
        "trade": _CLOSE,
        "ask_for_time": _TIME,
        "walk": _APART,
    },
    PursuitKind.JOB: {
        "accept": "Gracias, con {number} digo que sí y me alegro. Envíenme el contrato para firmarlo, por favor.",
        "counter": "Gracias por la oferta, el puesto me gusta. En el sueldo pienso en {number}. ¿Sería posible?",
        "hold": "Gracias por la oferta, el puesto me gusta. Sigo en {number}. ¿Podemos encontrarnos ahí?",
        "trade": "Con {number} digo que sí si revisamos el sueldo a los seis meses. ¿Sería posible?",
        "ask_for_time": _TIME,
        "walk": "Gracias por la oferta y por su tiempo. No tomaré el puesto. Mis mejores deseos a todo el equipo.",
    },
    PursuitKind.INVESTOR: {
        "accept": "Gracias, {number} nos va bien. Envíennos los papeles, por favor, y los revisamos.",
        "counter": "Gracias por la oferta. Con {number} seguiríamos adelante. ¿Podemos encontrarnos ahí?",
        "hold": "Gracias por la oferta. Seguimos en {number}. ¿Lo hacemos así?",
        "trade": "Podemos ir a {number} si cerramos antes de fin de mes. ¿Les va bien?",
        "ask_for_time": "Gracias por la oferta. En {days} podemos darles una respuesta clara. ¿Les parece bien?",
        "walk": "Gracias por la oferta y por su tiempo. No seguiremos con esto. Les deseamos lo mejor.",
    },
}
BUYING = {
    "accept": _IN_WRITING,
    "counter": "Gracias por la oferta. Puedo pagar {number}. ¿Les va bien?",
    "hold": "Gracias por la oferta. Sigo en {number}. ¿Lo hacemos así?",
    "trade": _CLOSE,
    "ask_for_time": _TIME,
    "walk": _APART,
}
