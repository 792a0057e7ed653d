"""Lo que se puede enviar, en español: en el trabajo de usted, si no de tú. Se pide lo mismo que en inglés."""

from __future__ import annotations

from walkaway.core.standards.standard import PursuitKind

ASKS: dict[PursuitKind | None, dict[str, str]] = {
    PursuitKind.CLIENT: {
        "silence": (
            "No he vuelto a saber de ustedes. ¿Quieren seguir con este trabajo? Basta un sí o un no esta semana."
        ),
        "mixed": (
            "Unas semanas avanzamos rápido y otras nada. ¿Podemos fijar un día por semana para preguntas y respuestas?"
        ),
        "openings": "Hasta ahora he sido yo quien escribe. ¿Me dirán antes del viernes qué necesitan ahora de mí?",
        "replies": (
            "Tengo preguntas pendientes con ustedes y sin respuesta no puedo seguir. ¿Pueden responderlas antes "
            "del viernes?"
        ),
        "wait": "Cumplo mis fechas si las respuestas llegan en dos días laborables. ¿Puede ser así desde ahora?",
        "active_days": "Me gustaría una llamada corta por semana hasta terminar. ¿Qué día les va bien?",
    },
    PursuitKind.DEAL: {
        "silence": "No he vuelto a saber de ustedes. ¿Sigue en pie este trato? Basta un sí o un no esta semana.",
        "mixed": "Hemos parado y vuelto a empezar varias veces. ¿Acordamos los puntos abiertos y un día para cerrar?",
        "openings": "Los últimos pasos los he dado yo. ¿Me envían antes del viernes cómo ven los puntos abiertos?",
        "replies": "Algunos de mis puntos siguen pendientes con ustedes. ¿Me envían sus respuestas antes del viernes?",
        "wait": "¿Podemos responder ambos en dos días laborables hasta cerrar esto? Un sí me ayuda a planear.",
        "active_days": "¿Fijamos una llamada corta por semana hasta cerrar esto? Díganme qué día les va bien.",
    },
    PursuitKind.JOB: {
        "silence": (
            "Sigo con ganas de hablar de este puesto y no he vuelto a saber de ustedes. ¿Sigue abierto? Un sí o "
            "un no me ayuda."
        ),
        "mixed": "Quiero planear mis próximas semanas. ¿Me dicen qué pasos quedan y qué día van a decidir?",
        "openings": "Hasta ahora he sido yo quien pregunta. ¿Me dirán antes del viernes cuál es el siguiente paso?",
        "replies": "Pregunté algunas cosas que necesito saber antes de decidir. ¿Pueden responder antes del viernes?",
        "wait": "Tengo otras fechas que cumplir. ¿Me dicen para qué día sabré de ustedes?",
        "active_days": "¿Fijamos un día esta semana para una llamada corta sobre cómo está esto?",
    },
    PursuitKind.INVESTOR: {
        "silence": (
            "No he vuelto a saber de ustedes, así que pregunto sin rodeos. ¿Entran, no entran, o hay un día en "
            "que lo sabrán?"
        ),
        "mixed": "Para planear nuestra ronda necesito claridad. ¿Qué falta por su parte y qué día van a decidir?",
        "openings": (
            "Las últimas noticias las he enviado yo. ¿Quieren seguir? Si es así, ¿me dicen esta semana el "
            "siguiente paso?"
        ),
        "replies": (
            "Tengo algunas preguntas pendientes con ustedes. ¿Pueden responder antes del viernes, o decirme que "
            "por ahora es un no?"
        ),
        "wait": "Pensamos cerrar pronto. ¿Me dicen para qué día me darán una respuesta?",
        "active_days": "¿Encontramos media hora esta semana para aclarar lo que queda? Un no también está bien.",
    },
    PursuitKind.PARTNER: {
        "silence": "No he sabido de ti y echo de menos hablar. ¿Quieres hablar esta semana? Dime sí o no, por favor.",
        "mixed": "Unas semanas estamos cerca y otras casi no sé de ti. ¿Lo hablamos el domingo?",
        "openings": (
            "Me alegra cuando escribes primero de vez en cuando. ¿Puedes hacerlo unas cuantas veces por semana?"
        ),
        "replies": "Cuando escribo, me importa mucho que respondas. ¿Puedes hacerlo, aunque sea breve?",
        "wait": "Me siento mejor si sé de ti el mismo día. ¿Puedes mandarme una línea, aunque sea corta?",
        "active_days": "Me gustaría que tuviéramos más contacto. ¿Hablamos dos noches por semana?",
    },
    PursuitKind.FRIEND: {
        "silence": "Hace tiempo que no sé de ti. Me gustaría verte. ¿Tienes tiempo la semana que viene?",
        "mixed": "A veces hablamos mucho y luego nada. Me gustaría algo fijo. ¿Elegimos un día al mes?",
        "openings": "Siempre me alegra que escribas primero. ¿Eliges tú el día para vernos la próxima vez?",
        "replies": "Te pregunté algunas cosas y me gustaría saberlas todavía. ¿Me respondes esta semana?",
        "wait": "Puedo planear mejor si sé de ti en uno o dos días. ¿Puede ser?",
        "active_days": "Me gustaría verte más. ¿Quieres fijar un día para hablar?",
    },
    None: {
        "silence": "No he vuelto a saber de ti. ¿Quieres que sigamos en contacto? Basta un sí o un no.",
        "mixed": "Unas semanas hablamos mucho y otras nada. ¿Acordamos un día que nos vaya bien?",
        "openings": "Hasta ahora he sido yo quien escribe primero. ¿Escribes tú la próxima vez?",
        "replies": "Te pregunté algunas cosas que siguen pendientes. ¿Puedes responderme esta semana?",
        "wait": "Me ayuda saber de ti en uno o dos días. ¿Puede ser?",
        "active_days": "Me gustaría que tuviéramos más contacto. ¿Fijamos un día por semana?",
    },
}
TALK = "Hay un punto que quiero aclarar antes de seguir. ¿Tienen media hora esta semana?"
TALK_PRIVATELY = "Hay algo que me importa y quiero contártelo. ¿Tienes tiempo esta semana?"
NOES: dict[PursuitKind | None, str] = {
    PursuitKind.CLIENT: "Gracias por el trabajo que hicimos. Termino aquí mi parte y les deseo lo mejor con ello.",
    PursuitKind.DEAL: "Gracias por su tiempo. No sigo con este trato y les deseo lo mejor.",
    PursuitKind.JOB: "Gracias por el tiempo que me dieron. Retiro mi nombre y les deseo lo mejor, también al equipo.",
    PursuitKind.INVESTOR: "Gracias por mirar esto. Cierro aquí nuestras conversaciones y les deseo lo mejor.",
    PursuitKind.PARTNER: "Gracias por el tiempo que tuvimos. Lo termino ahora y te deseo lo mejor.",
    PursuitKind.FRIEND: "Gracias por los buenos tiempos. Lo dejo ir ahora y te deseo lo mejor.",
    None: "Gracias por tu tiempo. Lo dejo aquí y te deseo lo mejor.",
}
_WORK = (
    "Gracias por su mensaje. Hasta el {day} estoy con otro trabajo. Si me necesitan antes, díganme un día para hablar."
)
_PRIVATE = "Gracias por escribir. Hasta el {day} me tomo un tiempo para mí. Entonces te escribo."
IF_THEY_WRITE: dict[PursuitKind | None, str] = {
    PursuitKind.CLIENT: _WORK,
    PursuitKind.DEAL: _WORK,
    PursuitKind.JOB: (
        "Gracias por su mensaje. Hasta el {day} estoy con otras cosas. Si me necesitan antes, díganme un día."
    ),
    PursuitKind.INVESTOR: _WORK,
    PursuitKind.PARTNER: _PRIVATE,
    PursuitKind.FRIEND: "Qué bueno saber de ti. Hasta el {day} tengo cosas mías que hacer. Entonces te escribo.",
    None: _PRIVATE,
}
