"""Lo que se puede enviar, en español: en el trabajo de usted, si no de tú."""

from __future__ import annotations

WORK = {
    "silence": "No he vuelto a saber de ustedes. ¿Quieren seguir con esto? Basta un sí o un no esta semana.",
    "mixed": "Unas semanas avanzamos rápido y otras nada. ¿Podemos fijar un día por semana para preguntas?",
    "openings": "Hasta ahora he sido yo quien escribe. ¿Me dirán antes del viernes qué necesitan?",
    "replies": "Tengo preguntas pendientes con ustedes. ¿Pueden responderlas antes del viernes?",
    "wait": "Cumplo mis fechas si las respuestas llegan en dos días laborables. ¿Puede ser así desde ahora?",
    "active_days": "Me gustaría una llamada corta por semana hasta terminar. ¿Qué día les va bien?",
    "talk": "Hay un punto que quiero aclarar antes de seguir. ¿Tienen media hora esta semana?",
    "no": "Gracias por su tiempo. Lo dejo aquí y les deseo lo mejor.",
    "step_back": "Gracias por su mensaje. Hasta el {day} estoy con otras cosas. Si es urgente, díganme un día.",
}
PRIVATE = {
    "silence": "No he sabido de ti y echo de menos hablar. ¿Quieres hablar esta semana? Dime sí o no.",
    "mixed": "Unas semanas estamos cerca y otras casi no sé de ti. ¿Lo hablamos el domingo?",
    "openings": "Me alegra cuando escribes primero. ¿Puedes hacerlo unas cuantas veces por semana?",
    "replies": "Cuando escribo, me importa mucho que respondas. ¿Puedes hacerlo, aunque sea breve?",
    "wait": "Me siento mejor si sé de ti el mismo día. ¿Puedes mandarme una línea, aunque sea corta?",
    "active_days": "Me gustaría que tuviéramos más contacto. ¿Hablamos dos noches por semana?",
    "talk": "Hay algo que me importa y quiero contártelo. ¿Tienes tiempo esta semana?",
    "no": "Gracias por el tiempo que tuvimos. Lo termino ahora y te deseo lo mejor.",
    "step_back": "Gracias por escribir. Hasta el {day} me tomo un tiempo para mí. Entonces te escribo.",
}
