"""Los pasos de un compromiso, en español: cómo suena decirlo y qué aspecto tiene hacerlo."""

from __future__ import annotations

from walkaway.core.events import Side
from walkaway.core.standards.commitment import Way
from walkaway.core.standards.standard import PursuitKind

RUNGS: dict[PursuitKind, dict[str, dict[Way, str]]] = {
    PursuitKind.CLIENT: {
        "talking": {"said": "habéis dicho qué hace falta", "done": "os habéis visto o llamado para hablarlo"},
        "scoped": {"said": "habéis dicho en qué consiste el trabajo", "done": "lo habéis puesto por escrito"},
        "agreed": {"said": "habéis dicho que sí al trabajo, al precio y a la fecha", "done": "habéis fijado un día"},
        "signed": {"said": "habéis dicho que es definitivo", "done": "habéis firmado"},
        "paid": {"said": "habéis dicho que el trabajo salió bien", "done": "habéis saldado la factura"},
    },
    PursuitKind.DEAL: {
        "talking": {"said": "habéis dicho que os interesa", "done": "os habéis visto o llamado para hablarlo"},
        "terms": {"said": "habéis nombrado condiciones", "done": "habéis puesto una oferta por escrito"},
        "agreed": {"said": "habéis dicho que sí a lo principal", "done": "habéis compartido los papeles"},
        "signed": {"said": "habéis dicho que es definitivo", "done": "habéis firmado"},
        "closed": {"said": "habéis dicho que está hecho", "done": "habéis pagado o entregado"},
    },
    PursuitKind.JOB: {
        "talking": {"said": "habéis dicho que os interesa", "done": "habéis tenido una primera llamada"},
        "interviewed": {"said": "habéis dicho que podría encajar", "done": "os habéis visto para hablarlo"},
        "offered": {"said": "habéis nombrado sueldo y condiciones", "done": "lo habéis puesto por escrito"},
        "signed": {"said": "habéis dicho que sí", "done": "habéis firmado"},
        "started": {"said": "habéis fijado el primer día", "done": "habéis empezado"},
    },
    PursuitKind.INVESTOR: {
        "talking": {"said": "habéis dicho que os interesa", "done": "habéis tenido una primera llamada"},
        "looking": {"said": "habéis dicho qué hay que revisar", "done": "habéis mostrado o leído las cuentas"},
        "terms": {"said": "habéis nombrado una suma y un precio", "done": "habéis escrito las condiciones"},
        "signed": {"said": "habéis dicho que sí", "done": "habéis firmado"},
        "funded": {"said": "habéis dicho que está hecho", "done": "habéis enviado o recibido el dinero"},
    },
    PursuitKind.PARTNER: {
        "talking": {"said": "habéis hablado de veros", "done": "habéis mantenido el contacto"},
        "dating": {"said": "habéis dicho que os estáis conociendo", "done": "os habéis visto una y otra vez"},
        "exclusive": {"said": "habéis dicho que no hay nadie más", "done": "habéis dejado de ver a otras personas"},
        "shared": {"said": "habéis hablado de planes en común", "done": "habéis compartido dinero, llaves o casa"},
        "promised": {"said": "habéis dicho que es para siempre", "done": "se lo habéis contado a todo el mundo"},
    },
    PursuitKind.FRIEND: {
        "talking": {"said": "habéis dicho que os gusta hablar", "done": "habéis mantenido el contacto"},
        "meeting": {"said": "habéis dicho que sí a veros", "done": "os habéis visto más de una vez"},
        "counting_on": {"said": "habéis dicho que se puede pedir ayuda", "done": "habéis ayudado cuando hacía falta"},
        "close": {"said": "habéis dicho que hay cercanía", "done": "habéis estado ahí en tiempos duros"},
    },
}
NOTHING_YET = "Todavía no hay nada dicho y hecho por ambas partes."
FREE = "Nada ata todavía a nadie. Tienes libertad para mirar otras opciones."
BOUND = "Esto compromete a ambas partes."
AHEAD = "Llevas más de la mitad del esfuerzo y nada está fijado. Da lo mismo que te dan, o pide un sí."
EFFORT = {
    "ahead": AHEAD,
    "level": "Tu esfuerzo va a la par de lo que está fijado.",
    "backed": "Hay compromiso por ambas partes, así que mira solo quién lleva cuánto.",
    "open": "Todavía no se puede decir si tu esfuerzo va por delante.",
}
STAGE = {
    "both": "Ambas partes {said}, y {done}.",
    "and": "{first} y {last}",
    "waits": "El siguiente paso espera {listed}.",
}
WAITS: dict[tuple[Side, Way], str] = {
    (Side.YOU, "said"): "tu palabra",
    (Side.YOU, "done"): "tus actos",
    (Side.THEM, "said"): "su palabra",
    (Side.THEM, "done"): "sus actos",
}
