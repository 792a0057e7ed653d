"""Una despedida o un reloj: las frases fijas en español. Gracias, que termina, un deseo; en el trabajo, de usted."""

from __future__ import annotations

from walkaway.core.leaving.farewell import Register
from walkaway.core.standards.standard import PursuitKind

PLAIN_NO: dict[Register, str] = {
    "plain": "Gracias por preguntar. Mi respuesta es no.",
    "warm": "Gracias por pensar en mí. Mi respuesta es no, y te deseo que salga bien.",
    "formal": "Gracias por su petición. No la voy a aceptar.",
}
THANKS: dict[PursuitKind | None, dict[Register, str]] = {
    PursuitKind.CLIENT: {
        "plain": "Gracias por el trabajo.",
        "warm": "Gracias por el trabajo en común. Aprendí mucho.",
        "formal": "Gracias por trabajar conmigo.",
    },
    PursuitKind.DEAL: {
        "plain": "Gracias por su tiempo.",
        "warm": "Gracias por el tiempo y el cuidado que pusieron en esto.",
        "formal": "Gracias por las conversaciones sobre este trato.",
    },
    PursuitKind.JOB: {
        "plain": "Gracias por las conversaciones.",
        "warm": "Gracias por el tiempo que me dio todo el equipo.",
        "formal": "Gracias por tenerme en cuenta para este puesto.",
    },
    PursuitKind.INVESTOR: {
        "plain": "Gracias por mirarlo.",
        "warm": "Gracias por su tiempo y sus preguntas.",
        "formal": "Gracias por el tiempo que dieron a nuestra empresa.",
    },
    PursuitKind.PARTNER: {
        "plain": "Gracias por el tiempo que tuvimos.",
        "warm": "Gracias por el tiempo que tuvimos. Mucho fue bueno.",
        "formal": "Gracias por el tiempo que compartimos.",
    },
    PursuitKind.FRIEND: {
        "plain": "Gracias por los buenos ratos.",
        "warm": "Gracias por los buenos ratos. Los guardo.",
        "formal": "Gracias por el tiempo que compartimos.",
    },
    None: {
        "plain": "Gracias por el tiempo.",
        "warm": "Gracias por el tiempo que tuvimos.",
        "formal": "Gracias por el tiempo.",
    },
}
ENDS: dict[PursuitKind | None, str] = {
    PursuitKind.CLIENT: "Aquí termino mi parte.",
    PursuitKind.DEAL: "No sigo con este trato.",
    PursuitKind.JOB: "Retiro mi candidatura.",
    PursuitKind.INVESTOR: "Aquí cierro nuestras conversaciones.",
    PursuitKind.PARTNER: "Lo termino ahora.",
    PursuitKind.FRIEND: "Lo dejo ir ahora.",
    None: "Lo dejo aquí.",
}
WORK_DATE = "Volveré a mirarlo el {day}."
PRIVATE_DATE = "No escribiré antes del {day}."
WISHES: dict[Register, str] = {
    "plain": "Mis mejores deseos.",
    "warm": "Mis mejores deseos, y van en serio.",
    "formal": "Con mis mejores deseos para lo que venga.",
}
AFTER_A_NO = "Gracias por decírmelo. Mis mejores deseos."
LOOK_AGAIN = "Volver a mirar"
LOOK_AGAIN_NOTE = "Elegiste este día para ver cómo están las cosas. No hay que enviar nada."
CLOCK = {
    "first_day": "El primer día aún no ha terminado.",
    "kept": "{kept} de {days} cumplidos.",
    "today": "Hoy escribiste. Es un día, y los demás siguen contando.",
    "one": "Un mensaje no deshace lo demás.",
    "some": "Cada día cuenta de nuevo.",
}
