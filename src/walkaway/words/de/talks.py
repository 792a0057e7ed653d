"""Ein Gespräch über einen Preis, auf Deutsch: der Zug, die Gründe, der Satz zum Schicken, was es ändern würde."""

from __future__ import annotations

from walkaway.core.offers.advise import Move
from walkaway.core.offers.counterpart import Family
from walkaway.core.offers.signals import Noticed

TALK_MOVES = {
    Move.ACCEPT: "Annehmen",
    Move.COUNTER: "Gegenangebot",
    Move.ASK: "Fragen",
    Move.WAIT: "Warten",
    Move.WALK: "Gehen",
}
TALK_REASONS = {
    "their_number_is_past_your_line": "Ihre Zahl ist besser als das, was du ohne sie hast.",
    "their_number_is_short_of_your_line": "Ihre Zahl ist schlechter als das, was du ohne sie hast.",
    "zone_unlikely": "Dass sie überhaupt über deine Grenze gehen, ist unwahrscheinlich.",
    "they_slow_down": "Ihre Schritte werden kleiner. So sieht es vor einer Grenze aus.",
    "they_stand": "Bei ihren letzten Zahlen haben sie sich nicht bewegt.",
    "you_move_alone": "Deine letzten Schritte kamen von dir allein. Nichts kam dafür zurück.",
    "outside_weak": "Was du sonst hast, ist viel schlechter als ihre Zahl. Also bringt Bleiben im Gespräch mehr.",
    "outside_may_break_off": "Das Gespräch kann von selbst enden. Das ist dein Risiko und nichts, wohin du gehst.",
    "little_said": "Sie haben bisher wenig gesagt, also ist alles hier weit offen.",
}
TALK_SENTENCES = {
    Move.ACCEPT: "Danke, {number} passt für mich. Wollen wir das schriftlich festhalten?",
    Move.COUNTER: "Danke. {number} kann ich machen. Passt das für Sie?",
    Move.ASK: "Danke, dass Sie das mit mir durchgehen. Was ist das Beste, das Sie tun können?",
    Move.WAIT: "",
    Move.WALK: "Danke für Ihre Zeit. Beim Preis liegen wir zu weit auseinander, also lasse ich es. Ihnen alles Gute.",
}
TALK_FAMILIES = {
    Family.TIME: "nach der Uhr, jedes Mal ein Stück",
    Family.TIT_FOR_TAT: "so viel, wie du dich bewegst",
    Family.SPLIT: "zur Mitte zwischen euch beiden",
    Family.HARD_LINER: "gar nicht",
    Family.RANDOM: "auf und ab",
    Family.NONE_OF_THESE: "auf keine der üblichen Arten",
}
TALK_NOTICED: dict[Noticed, str] = {
    "below_line": "Ihrer Zahl fehlen {value} bis zu deiner Grenze.",
    "below_market": "Ihrer Zahl fehlen {value} bis zu der Spanne, die du als üblich genannt hast.",
    "yours_alone": "Du hast dich {n} Mal in Folge bewegt, und sie haben sich nicht bewegt.",
}
TALK_SAFE = (
    "Sag nur, was stimmt. Dass du etwas anderes hast, kannst du sagen, wenn es so ist; was es ist, brauchst du nicht.",
    "Erfinde kein Angebot. Wenn sie danach fragen, verlierst du mehr als das Geschäft.",
    "Du musst nicht sagen, warum du das brauchst oder wie sehr. „So passt es für mich“ genügt.",
)
TALK_CHANGED = {"theirs": "Wenn sie {at} sagen: {to}.", "outside": "Wenn das, was du sonst hast, {at} ist: {to}."}
NOTHING_SENT = "Nichts. Sie sind dran."
SAFE_HEADING = "Was du sagen kannst"
TALK_HEADINGS = ("Warum", "Das kannst du so schicken", "Was das ändern würde", "Was auffällt", SAFE_HEADING)
TALK = {
    "to_say": "Die Zahl, die du sagst",
    "their_own": "ihre eigene Zahl",
    "go_that_far": "{chance} gehen sie so weit",
    "line": "Deine Grenze",
    "line_note": "dahinter kein Abschluss; behalt sie für dich{later}",
    "later": "; in {rounds} {at}",
    "zone": "Ein Treffpunkt",
    "zone_note": "die Chance, dass sie über deine Grenze gehen",
    "moves": "Sie bewegen sich",
    "moves_note": "zu {share} % wahrscheinlich, nach ihren Zahlen",
    "record": "Du bist {walked} bei einem Preis gegangen. Zurück kamen sie {back}.",
}
ROUND = ("Runde", "Runden")
TIMES = ("Mal", "Mal")
