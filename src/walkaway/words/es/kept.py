"""La semana sobre todo lo que sigues: las frases en español."""

from __future__ import annotations

OWN_LIFE = "tu propia vida"
WEEK = {
    "hours": "De {hours} horas por semana ({why}), las primeras {own} son para {life}.",
    "named": "las que dijiste",
    "taken": "las que pide lo que sigues",
    "full": "una semana llena, porque no dijiste cuántas",
    "next": "La próxima hora vale más con {name}.",
    "freed": "Lo que dejas libera {hours} horas por semana.",
    "apart": "En otra unidad, así que no se compara: {names}.",
    "hangs_on": "El {share} % de {what} depende de {name}. Sin eso queda el {kept} %.",
}
HANGS = {"income": "tus ingresos", "time": "tu tiempo", "contact": "tu contacto"}
