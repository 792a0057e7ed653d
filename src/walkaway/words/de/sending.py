"""Ein nächster Schritt hinein; der Satz zum Schicken, wie er ist, heraus. None, wo nichts geschickt werden darf."""

from __future__ import annotations

from walkaway.app.review import Review
from walkaway.words.de.amounts import day
from walkaway.words.en.sending import BUSINESS
from walkaway.words.en.sending import to_send as in_english

WORK_ASKS = {
    "silence": "Ich habe nichts mehr von Ihnen gehört. Möchten Sie weitermachen? Ein Ja oder Nein genügt.",
    "mixed": "Mal geht es schnell, mal gar nicht. Können wir einen festen Tag in der Woche vereinbaren?",
    "openings": "Bisher habe ich mich gemeldet. Sagen Sie mir bis Freitag, was Sie als Nächstes brauchen?",
    "replies": "Einige meiner Fragen sind noch offen. Können Sie sie bis Freitag beantworten?",
    "wait": "Ich halte meine Termine, wenn Antworten in zwei Werktagen kommen. Geht das von jetzt an?",
    "active_days": "Ich hätte gern ein kurzes Gespräch pro Woche, bis das hier fertig ist. Welcher Tag passt Ihnen?",
}
PRIVATE_ASKS = {
    "silence": "Ich habe nichts mehr von dir gehört. Magst du diese Woche reden? Sag mir bitte Ja oder Nein.",
    "mixed": "Mal sind wir uns nah, mal höre ich kaum von dir. Können wir am Sonntag darüber reden?",
    "openings": "Ich freue mich, wenn du zuerst schreibst. Magst du das ein paar Mal in der Woche tun?",
    "replies": "Wenn ich schreibe, bedeutet mir eine Antwort viel. Kannst du mir antworten, auch kurz?",
    "wait": "Mir geht es besser, wenn ich am selben Tag von dir höre. Schickst du mir eine Zeile, auch eine kurze?",
    "active_days": "Ich hätte gern öfter Kontakt mit dir. Wollen wir an zwei Abenden in der Woche telefonieren?",
}
TALK = "Einen Punkt möchte ich mit Ihnen klären, bevor wir weitermachen. Haben Sie diese Woche eine halbe Stunde?"
TALK_PRIVATELY = "Mir ist etwas wichtig, und ich möchte es dir sagen. Hast du diese Woche Zeit?"
NO = "Danke für Ihre Zeit. Ich höre hier auf und wünsche Ihnen alles Gute."
NO_PRIVATELY = "Danke für die Zeit, die wir hatten. Ich beende das jetzt und wünsche dir alles Gute."
IF_THEY_WRITE = "Danke für Ihre Nachricht. Bis zum {day} habe ich anderes vor. Eilt es, nennen Sie mir bitte einen Tag."
IF_THEY_WRITE_PRIVATELY = (
    "Danke, dass du schreibst. Bis zum {day} nehme ich mir Zeit für mich. Dann melde ich mich bei dir."
)


def to_send(review: Review) -> str | None:
    """Was jetzt zu schicken ist. Ob überhaupt etwas, entscheidet dieselbe Regel wie im Englischen."""
    step = review.next_step
    if in_english(review) is None or step.sentence is None:
        return None
    work = review.answers.kind in BUSINESS
    if step.sentence == "no":
        return NO if work else NO_PRIVATELY
    if step.sentence == "step_back":
        return (IF_THEY_WRITE if work else IF_THEY_WRITE_PRIVATELY).format(day=day(step.until or 0))
    asks = WORK_ASKS if work else PRIVATE_ASKS
    return asks.get(step.sentence.removeprefix("ask_"), TALK if work else TALK_PRIVATELY)
