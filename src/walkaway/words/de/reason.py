"""Eine Beurteilung hinein; der eine datierte Grund heraus, und was nun zu tun ist."""

from __future__ import annotations

from collections.abc import Iterator

from walkaway.app.review import Review
from walkaway.core.balance.signals.signal import WINDOW
from walkaway.core.events import DAY
from walkaway.core.standards.standard import Mark
from walkaway.core.verdict.verdict import Move
from walkaway.words.card import Step
from walkaway.words.de.amounts import compared, count, day, days_ago, fraction, small
from walkaway.words.de.doors import SAFETY
from walkaway.words.de.measures import FELL, of_conversations, of_yours, silence
from walkaway.words.de.sending import to_send
from walkaway.words.en.measures import recent_weeks
from walkaway.words.en.reason import ANSWERS, WEEKS

SUPPORT_REASON = "Du hast gesagt, dass du Angst hast oder vielleicht hast. Deshalb steht hier kein Urteil."
SUPPORT = (
    "Eine Karte, die Bleiben oder Gehen sagt, könnte es unsicherer machen. Darum steht hier keine.",
    "Dein Gefühl für Gefahr zählt am meisten. Du weißt mehr, als ein Chat zeigt. Vertrau ihm.",
    "Du musst heute nichts entscheiden. Du musst dich niemandem erklären.",
    "Jemand mit Erfahrung kann mit dir nachdenken, in deinem Tempo. Niemand sagt dir dort, was du tun sollst.",
    "Wenn du jetzt in Gefahr sein könntest, ruf den Notruf, wo du bist.",
    "Diese Seite kann im Verlauf dieses Geräts bleiben. Du kannst sie jetzt schließen.",
)
UNANSWERED = "Vor einem Urteil steht eine Frage, die nur du beantworten kannst. Hier ist, was bisher gemessen wurde."
STOP_CONTACT = "Sie haben um keinen Kontakt mehr gebeten. Also bleibt nur, es dabei zu lassen."
NO_WANT = "Du hast gesagt, du würdest das auch dann nicht wollen, wenn alles stimmte."
NOTHING_YET = "Es gibt noch keine Woche, in der etwas zu sehen war."

STEPS = {
    "keep_going": "Mach weiter wie bisher. Es gibt nichts zu schicken. Sieh wieder hin, wenn sich etwas ändert.",
    "send_ask": "Bitte einmal um eine Sache, in einer ruhigen Stunde. Dann warte und sieh, was sie tun.",
    "send_no": "Sag es einmal, und dann hör auf. Du schuldest keinen Grund und brauchst keine Antwort.",
    "no_contact": (
        "Schreib nicht, ruf nicht an, geh nicht hin, und bitte niemanden darum. Gib deine Zeit deinen Plänen."
    ),
    "wait_and_see": "Tu noch nichts Neues. Lass einige Wochen vergehen, dann sieh wieder hin",
    "answer_first": f"Beantworte zuerst: „{SAFETY}“ Deine Antwort bleibt auf diesem Gerät.",
}
STEP_BACK = (
    "Schreib nicht zuerst. Wenn sie schreiben, antworte freundlich und kurz. Die Zeit ist für dich, nicht als Strafe."
)
LEADS = {
    "send_ask": "Das kannst du so schicken:",
    "send_no": "Das kannst du so schicken:",
    "step_back": "Wenn sie schreiben:",
}


def reason(review: Review) -> str:
    """Warum dieser Zug, in einem Satz über Tun. Das Erste, was für ihn spricht."""
    move = review.verdict.move
    if move is Move.SUPPORT:
        return SUPPORT_REASON
    if move is Move.UNANSWERED:
        return UNANSWERED
    if review.answers.stop_contact:
        return STOP_CONTACT
    if move is Move.WALK and review.answers.want is False:
        return NO_WANT
    if review.source == ANSWERS:
        return _told(review)
    speaking = _for_staying if move is Move.STAY else _for_doubt if move is Move.NOT_ENOUGH else _against
    return next(speaking(review), NOTHING_YET)


def step(review: Review) -> Step | None:
    """Was jetzt zu tun ist. None, wo die Seite zur Hilfe alles sagt."""
    if review.verdict.move is Move.SUPPORT:
        return None
    now, send = review.next_step, to_send(review)
    name = "no_contact" if review.answers.stop_contact else now.name
    if name == "step_back":
        span = f" für {count(now.days // 7, 'Woche', 'Wochen')}" if now.days else ""
        until = f", bis zum {day(now.until)}, dann sieh wieder hin" if now.until is not None else ""
        text = f"Tritt zurück{span}{until}. {STEP_BACK}"
    else:
        text = STEPS[name]
        if name == "wait_and_see":
            text += f" am {day(now.until)}." if now.until is not None else "."
    return Step(text=text, lead=LEADS.get(name) if send else None, send=send)


def _told(review: Review) -> str:
    found, now = review.change, day(review.as_of.local)
    if review.verdict.move is Move.STAY:
        met = sum(check.mark == Mark.MET for check in review.standards)
        of = small(len(review.standards))
        return f"Wie du es am {now} erzählst, stimmen {small(met)} von {of} Dingen, die du brauchst."
    if found.status in ("less", "more") and found.since is not None and found.factor is not None:
        size = compared(found.factor.value)
        return f"Wie du es erzählst, schreiben sie seit dem {day(found.since)} an {size} Tagen wie vorher."
    share = review.balance
    return NOTHING_YET if share is None else f"Wie du es am {now} erzählst, tragen sie {share.share:.0f} von 100."


def _for_staying(review: Review) -> Iterator[str]:
    recent, share = recent_weeks(review.weeks, WEEKS), review.balance
    if recent and share is not None and share.reading == "you_carry":
        yield f"Du trägst mehr ({share.share:.0f} von 100 sind von ihnen), aber {_met(recent, lower=True)}"
    if recent:
        yield _met(recent)


def _for_doubt(review: Review) -> Iterator[str]:
    recent = recent_weeks(review.weeks, WEEKS)
    if recent and review.verdict.informative < 4:
        shown = "zeigte nur eine Woche" if recent[1] == 1 else f"zeigten nur {small(recent[1])} Wochen"
        yield f"Seit dem {day(recent[2])} {shown} etwas. Das ist zu wenig für ein Urteil."
    elif recent:
        yield f"{_met(recent).rstrip('.')}, aber kein Weg ist klar der beste."


def _against(review: Review) -> Iterator[str]:
    """Was für Bitten, Zurücktreten oder Gehen spricht: zuerst ein datierter Abfall, dann Zahlen."""
    found = {s.name: s for s in review.signals}
    window = days_ago(review.as_of.local, WINDOW // DAY)
    if review.change.status == "silent" and review.change.since is not None:
        yield silence(review.change)
    fell = found.get("taken_for_granted")
    if fell is not None:
        since = window if fell.since is None else day(fell.since)
        yield f"Seit etwa dem {since} {FELL[fell.about].format(left=fraction(fell.measure.value))}. Du machst weiter."
    for name in ("ignored", "hard_to_get"):
        if name in found:
            since_day = found[name].since
            yield (
                f"Seit dem {day(since_day)} haben sie nicht geantwortet. So lange dauerte es selten."
                if since_day is not None
                else f"Seit dem {window} beantworteten sie {of_yours(found[name])}."
            )
    if "chasing" in found:
        yield f"Seit dem {window} hast du {of_conversations(found['chasing'])} begonnen."
    if review.change.status == "less" and review.change.since is not None and review.change.factor:
        size = compared(review.change.factor.value)
        yield f"Seit etwa dem {day(review.change.since)} schreiben sie an {size} Tagen wie vorher."
    recent = recent_weeks(review.weeks, WEEKS)
    if "mixed" in found:
        yield f"Seit dem {window} wechseln warme und kalte Wochen."
    if recent:
        yield _met(recent)
    if review.balance is not None:
        yield f"Am {day(review.as_of.local)} ist ihr Anteil {review.balance.share:.0f} von 100."


def _met(recent: tuple[int, int, int], *, lower: bool = False) -> str:
    met, n, monday = recent
    if n == 1:
        said = "erfüllt" if met else "nicht erfüllt"
        return f"{'die' if lower else 'Die'} Woche vom {day(monday)} hat deine Maßstäbe {said}."
    verb = "erfüllte" if met <= 1 else "erfüllten"
    return f"{'seit' if lower else 'Seit'} dem {day(monday)} {verb} {small(met)} von {small(n)} Wochen deine Maßstäbe."
