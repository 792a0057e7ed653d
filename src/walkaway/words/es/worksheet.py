"""Lo que hay en la hoja de trabajo de una charla, en español."""

from __future__ import annotations

LANGUAGE = "es"
SHEET = {
    "notes": "Notas",
    "have": "Lo que tienes",
    "falls_through": "Si esto no sale",
    "until": "hasta el {day}",
    "came": "Otras ofertas que llegaron",
    "one_more": "Otro camino que podrías encontrar",
    "line": "Tu límite: más allá no hay trato",
    "to_yourself": "guárdatelo",
    "aim": "Adónde quieres llegar",
    "they_have": "Lo que tiene la otra parte",
    "how_far": "Hasta dónde pueden llegar",
    "from_to": "de {low} a {high}",
    "usual": "Lo habitual",
    "without_you": "Lo que tienen sin ti",
    "zone": "Un punto de encuentro",
    "zone_note": "la probabilidad de que lo haya",
    "to_say": "Qué decir",
    "number": "El número que decir",
    "if_you_think": "Si su límite está así: {shape}",
    "a_yes": "un sí {chance}",
    "in_words": "En palabras",
    "said": "Lo que se dijo",
    "who": "Quién",
    "you": "Tú",
    "them": "La otra parte",
    "a_number": "Número",
    "a_package": "Paquete",
    "what_changed": "Qué cambió",
    "settle": "Lo que hay que acordar",
    "worst": "Lo peor para ti",
    "best": "Lo mejor para ti",
    "matters": "Cuánto importa",
    "you_stand": "Dónde estás, de 100",
    "package_line": "Tu límite: ningún paquete por debajo",
    "they_care": "Algo más que les puede importar",
}
SHEET_HELD = {
    "unanswered": "Di primero qué es esto y si te da miedo la otra parte. Hasta entonces aquí no hay consejo.",
    "stop_contact": "Pidieron que no hubiera más contacto. Así que no hay nada que enviar, y la charla terminó.",
}
