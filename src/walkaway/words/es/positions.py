"""Lo que te prometiste, lo que está fijado y lo que tienes además: las frases en español."""

from __future__ import annotations

from walkaway.core.verdict.promise import Due

DUE = {
    Due.HOLD: "Ya lo pediste. Dale el tiempo que fijaste, y espera.",
    Due.ASK: "Según tu propia regla es hora de pedir, una vez.",
    Due.WALK: "Según tu propia regla es hora de irte.",
}
FREE_WEEK = "Lo mejor que tienes además es una semana libre."
NO_HOUR = "Nada de eso vale una hora esta semana."
ABOUT = ("unas ", "más o menos ")
"""Lo que no va delante de una medida exacta."""
POSITION = {
    "point": "{n} punto",
    "points": "{n} puntos",
    "you_wrote": "Escribiste: «{words}»",
    "rule": "Tu regla: {standard} ({level} {amount}), y que en {weeks} no falte {misses}.",
    "at_least": "al menos",
    "at_most": "como mucho",
    "missed_one": "No fue así en la semana del {weeks}.",
    "missed": "No fue así en las semanas del {weeks}.",
    "lowered": "Bajaste tu regla «{standard}» {times}.",
    "once": "una vez",
    "one_time": "una vez",
    "times": "{n} veces",
    "dropped": "Ya no vale.",
    "left": "Queda el {percent} % de su nivel más estricto.",
    "waits": "Tu regla «{standard}» vale hasta el {until}; después {change}.",
    "drops": "deja de valer",
    "loosens": "es más suave",
    "leaving_brings": "Irte te daría {amount} por semana",
    "leaving_costs": "Irte te costaría {amount} por semana",
    "leverage": (
        "{yours}; por su parte, su esfuerzo indica de {low} a {high}, si el esfuerzo muestra lo que les vale. {says}"
    ),
    "limit": (
        "Te quedarías por todo lo que pase de {amount} por semana "
        "({back} de eso por la posibilidad de que vuelvan, una estimación)."
    ),
    "best": "Lo mejor que tienes además es {name}: vale {alone} por semana, contando probabilidad y coste.",
    "holding_costs": "Cada semana más aquí te cuesta unos {amount}.",
    "holding_brings": "Cada semana que te quedas te da unos {amount} más que irte.",
    "look_first": "Mira primero {name}: averiguarlo no cuesta nada.",
    "hour": "Una hora rinde más en {name}: suma unos {amount} por semana a {to}.",
    "to_outside": "lo que podrías tener sin esto",
    "to_all": "lo que puedes tener, esto incluido",
}
MORE_TO_LOSE = {
    "you": "Así que parecen tener más que perder.",
    "them": "Así que pareces tener tú más que perder.",
    "open": "Quién perdería más está abierto.",
}
