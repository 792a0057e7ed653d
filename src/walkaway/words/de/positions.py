"""Was du dir versprochen hast, was zwischen euch fest ist und was du sonst hast: die deutschen Sätze dazu."""

from __future__ import annotations

from walkaway.core.verdict.promise import Due

DUE = {
    Due.HOLD: "Du hast danach gefragt. Gib dem die Zeit, die du gesetzt hast, und warte.",
    Due.ASK: "Nach deiner eigenen Regel ist es Zeit, einmal zu bitten.",
    Due.WALK: "Nach deiner eigenen Regel ist es Zeit zu gehen.",
}
FREE_WEEK = "Das Beste, was du sonst hast, ist eine freie Woche."
NO_HOUR = "Nichts davon ist diese Woche eine Stunde wert."
ABOUT = ("etwa ",)
"""Was vor einem genauen Maß nicht stehen soll."""
POSITION = {
    "point": "{n} Punkt",
    "points": "{n} Punkte",
    "you_wrote": "Du hast geschrieben: „{words}“",
    "rule": "Deine Regel: {standard} ({level} {amount}), und in {weeks} nicht {misses} verfehlt.",
    "at_least": "mindestens",
    "at_most": "höchstens",
    "missed_one": "In der Woche vom {weeks} war es nicht so.",
    "missed": "In den Wochen vom {weeks} war es nicht so.",
    "lowered": "Du hast deine Regel „{standard}“ {times} gesenkt.",
    "once": "einmal",
    "one_time": "einmal",
    "times": "{n} Mal",
    "dropped": "Jetzt gilt sie nicht mehr.",
    "left": "Von ihrem strengsten Stand sind noch {percent} % übrig.",
    "waits": "Deine Regel „{standard}“ gilt bis zum {until}, danach {change}.",
    "drops": "entfällt sie",
    "loosens": "ist sie lockerer",
    "leaving_brings": "Gehen brächte dir {amount} pro Woche",
    "leaving_costs": "Gehen kostete dich {amount} pro Woche",
    "leverage": (
        "{yours}; für sie zeigt ihre Mühe {low} bis {high}, wenn Mühe so viel zählt, wie es ihnen wert ist. {says}"
    ),
    "limit": (
        "Für alles über {amount} pro Woche würdest du bleiben "
        "({back} davon für die Chance, dass sie zurückkommen, eine Schätzung)."
    ),
    "best": "Das Beste, was du sonst hast, ist {name}: {alone} pro Woche wert, mit Chance und Kosten gerechnet.",
    "holding_costs": "Jede weitere Woche hier kostet dich etwa {amount}.",
    "holding_brings": "Jede Woche, die du bleibst, bringt dir etwa {amount} mehr als Gehen.",
    "look_first": "Sieh dir zuerst {name} an: Das herauszufinden kostet nichts.",
    "hour": "Eine Stunde bringt am meisten bei {name}: etwa {amount} pro Woche mehr als das, {to}.",
    "to_outside": "was du ohne das hier haben könntest",
    "to_all": "was du haben kannst, das hier mitgezählt",
}
MORE_TO_LOSE = {
    "you": "Demnach haben wohl sie mehr zu verlieren.",
    "them": "Demnach hast wohl du mehr zu verlieren.",
    "open": "Wer mehr verlieren würde, ist offen.",
}
