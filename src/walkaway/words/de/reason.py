"""Warum, und was nun zu tun ist: die deutschen Sätze dazu. Welcher davon gilt, entscheidet `words.translation`."""

from __future__ import annotations

from walkaway.words.de.amounts import count, day, small
from walkaway.words.de.doors import SAFETY

SUPPORT_REASON = "Du hast gesagt, dass du Angst hast oder vielleicht hast. Deshalb steht hier kein Urteil."
SUPPORT = (
    "Eine Karte, die Bleiben oder Gehen sagt, könnte es unsicherer machen. Darum steht hier keine.",
    "Dein Gefühl für Gefahr zählt am meisten. Du weißt mehr, als ein Chat zeigt. Vertrau darauf.",
    "Du musst heute nichts entscheiden. Du musst dich niemandem erklären.",
    "Jemand mit Erfahrung kann mit dir nachdenken, in deinem Tempo. Niemand sagt dir dort, was du tun sollst.",
    "Wenn du jetzt in Gefahr sein könntest, ruf den Notruf, wo du bist.",
    "Diese Seite kann im Verlauf dieses Geräts bleiben. Du kannst sie jetzt schließen.",
)
REASONS = {
    "support": SUPPORT_REASON,
    "unanswered": "Vor einem Urteil steht eine Frage, die nur du beantworten kannst. Das wurde bisher gemessen.",
    "stop_contact": "Sie haben um keinen Kontakt mehr gebeten. Also bleibt nur, es dabei zu lassen.",
    "no_want": "Du hast gesagt, du würdest das auch dann nicht wollen, wenn alles stimmte.",
    "nothing_yet": "Es gibt noch keine Woche, in der etwas zu sehen war.",
    "told_met": "Wie du es am {now} erzählst, stimmen {met} von {n} Dingen, die du brauchst.",
    "told_change": "Wie du es erzählst, schreiben sie seit dem {since} an {size} Tagen wie vorher.",
    "told_share": "Wie du es am {now} erzählst, tragen sie {share} von 100.",
    "you_carry": "Du trägst das meiste ({share} von 100), aber {met}",
    "steady": "Seit dem {since} tragt ihr es beide, und Antworten kommen wie gewohnt.",
    "missed": (
        "Seit dem {since} verfehlten {missed} von {n} Wochen deine Maßstäbe. "
        "Die anderen erfüllten sie ganz oder zum Teil."
    ),
    "too_little_one": "Seit dem {since} zeigte nur eine Woche etwas. Das ist zu wenig für ein Urteil.",
    "too_little": "Seit dem {since} zeigten nur {n} Wochen etwas. Das ist zu wenig für ein Urteil.",
    "no_clear": "{met}, aber kein Weg ist klar der beste.",
    "fell": "Seit dem {since} {fell}. Du machst weiter.",
    "fell_about": "Seit etwa dem {since} {fell}. Du machst weiter.",
    "no_answer": "Seit dem {since} haben sie nicht geantwortet. So lange dauerte es selten.",
    "answered": "Seit dem {since} beantworteten sie {of}.",
    "opened": "Seit dem {since} hast du {of} begonnen.",
    "less": "Seit etwa dem {since} schreiben sie an {size} Tagen wie vorher.",
    "mixed": "Seit dem {since} wechseln warme und kalte Wochen.",
    "mixed_met": "Seit dem {since} wechseln warme und kalte Wochen: {met} von {n} erfüllten deine Maßstäbe.",
    "share": "Am {now} ist ihr Anteil {share} von 100.",
}
STEPS = {
    "keep_going": "Mach weiter wie bisher. Es gibt nichts zu schicken. Sieh wieder hin, wenn sich etwas ändert.",
    "send_ask": (
        "Bitte einmal um eine Sache, in einer ruhigen Stunde. "
        "Dann warte: Schreib nicht noch einmal davon. Sieh, was sie tun."
    ),
    "send_no": "Sag es einmal, und dann hör auf. Du schuldest keinen Grund und brauchst keine Antwort.",
    "no_contact": (
        "Schreib nicht, ruf nicht an, geh nicht hin, und bitte niemanden darum. Gib deine Zeit deinen Plänen."
    ),
    "wait_and_see": "Tu noch nichts Neues. Lass einige Wochen vergehen, dann sieh wieder hin.",
    "wait_until": "Tu noch nichts Neues. Lass einige Wochen vergehen, dann sieh am {day} wieder hin.",
    "left": "Jetzt gibt es nichts zu schicken. Was danach kam, steht unter Danach.",
    "answer_first": f"Beantworte zuerst: „{SAFETY}“ Deine Antwort bleibt auf diesem Gerät.",
}
STEP_BACK = "Schreib nicht zuerst. Wenn sie schreiben, antworte freundlich und kurz. Die Zeit ist für dich."
LEADS = {
    "send_ask": "Das kannst du so schicken:",
    "send_no": "Das kannst du so schicken:",
    "step_back": "Wenn sie schreiben:",
}


def step_back(days: int | None, until: int | None) -> str:
    """Wie lange, bis wann, und was währenddessen."""
    span = f" für {count(days // 7, 'Woche', 'Wochen')}" if days else ""
    end = f", bis zum {day(until)}, dann sieh wieder hin" if until is not None else ""
    return f"Tritt zurück{span}{end}. {STEP_BACK}"


def met(recent: tuple[int, int, int], *, lower: bool = False) -> str:
    """Wie viele der letzten Wochen die Maßstäbe erfüllten."""
    met, n, monday = recent
    if n == 1:
        said = "erfüllt" if met else "nicht erfüllt"
        return f"{'die' if lower else 'Die'} Woche vom {day(monday)} hat deine Maßstäbe {said}."
    verb = "erfüllte" if met <= 1 else "erfüllten"
    return f"{'seit' if lower else 'Seit'} dem {day(monday)} {verb} {small(met)} von {small(n)} Wochen deine Maßstäbe."
