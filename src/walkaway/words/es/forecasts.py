"""Lo que se lee de un pronóstico, en español: márgenes junto a lo que es habitual, nunca un solo número."""

from __future__ import annotations

from walkaway.app.forecast import State

HEADINGS = {
    "held": "Ahora",
    "waiting": "Tu último mensaje",
    "write": "¿Responderán si escribes?",
    "first": "¿Escribirán primero?",
    "buy": "¿Volverán a comprar?",
}
HELD: dict[State, str] = {
    "left": "Te fuiste, así que no hay nada que enviar. Lo que vino después está en Después.",
    "group": "Esto es un grupo. Nadie te escribe allí solo a ti, así que nada se puede decir.",
}
SPAN = ("{n} día", "{n} días")
RANGE = "de {low} a {high} de cada 10"
USUALLY = "unos {n} de cada 10"
ANSWER = "Si escribes ahora, responden en {days}: más o menos {range}.{usual}"
WAITING = "Responden en {days} desde ahora: más o menos {range}."
ANSWERED = " De los mensajes a personas así, tuvieron respuesta {usual}."
BUY = "Vuelven a comprar en {days}: más o menos {range}.{usual}"
BOUGHT_AGAIN = " De los clientes que tardan tanto, lo hicieron {usual}."
BOUGHT = "Compraron en {n}: la primera vez el {first}, la última el {last}."
TOO_LITTLE_SAID = "Aquí hay muy poco para decir si responderán. Hacen falta cinco conversaciones."
TOO_FEW = "Un solo día de compra es muy poco para decir más. Hacen falta dos."
WRITE_NOTE = "Así fue con otras personas. No es un motivo para escribir."
BUY_NOTE = "Esto solo cuenta días de compra. No sabe nada de lo que habláis."
COLUMNS = {
    "waiting": ("En", "Responden"),
    "write": ("En", "Responden", "De los mensajes a personas así"),
    "buy": ("En", "Vuelven a comprar", "De los clientes que tardan tanto"),
}
