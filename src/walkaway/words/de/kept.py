"""Die Woche über alles, was du im Blick hast: die deutschen Sätze dazu."""

from __future__ import annotations

OWN_LIFE = "dein eigenes Leben"
WEEK = {
    "hours": "Von {hours} Stunden pro Woche ({why}) sind die ersten {own} für {life}.",
    "named": "so hast du es genannt",
    "taken": "so viele braucht, was du im Blick hast",
    "full": "eine volle Woche, denn du hast keine Stunden genannt",
    "next": "Die nächste Stunde ist am meisten wert bei {name}.",
    "freed": "Was du verlässt, macht {hours} Stunden pro Woche frei.",
    "apart": "In einer anderen Einheit gezählt, also nicht verglichen: {names}.",
    "hangs_on": "An {name} hängen {share} % {what}. Ohne das bleiben {kept} %.",
}
HANGS = {"income": "deines Einkommens", "time": "deiner Zeit", "contact": "deines Kontakts"}
