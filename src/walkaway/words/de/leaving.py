"""Was man über ein Gehen liest, auf Deutsch: Taten und Tage, sonst nichts."""

from __future__ import annotations

from walkaway.core.comeback.after import ActKind
from walkaway.core.comeback.welcome import Answer, Reason

WORD = "Gegangen"
STOPPED = "Sie haben um keinen Kontakt mehr gebeten. Schick nichts, auch kein letztes Wort."
STOPPED_SAID = "Ihre Worte waren: „{words}“."
FIRST = "Beantworte zuerst: „{question}“ Deine Antwort bleibt auf diesem Gerät."
TO_SEND = "Zum Schicken, einmal, so wie es ist. Danach nichts mehr:"
QUOTED = "„{send}“"
LEFT = "Du bist am {day} gegangen."
NOT_LEFT = "Du bist nicht gegangen."
CLOSED_DOOR = "Die Tür ist zu."
DATED_DOOR = "Du siehst am {day} wieder hin."
DOOR_IS_HERE = "Der Tag zum Hinsehen ist da. Nichts muss geschickt werden."
SEEN_TO = "Gezählt aus den Nachrichten hier. Die letzte ist vom {day}. Leg zum Weiterzählen einen neuen Export dazu."
NO_CHAT = "Hier ist kein Chat zum Zählen. Leg einen dazu, dann läuft die Uhr von selbst."
LETTERS = "Hier behalten, nicht geschickt: {n}."
LETTER = ("Brief", "Briefe")
URGES = "Notierter Drang zu schreiben: {n} Mal. Zuletzt {strength} von 5, am {day}."
URGE_BEFORE = "Davor war: {before}."
HELD = "Eine Nachricht wartet hier bis zum {day}, {time}. Lies sie dann noch einmal, bevor du sie schickst."
HELD_LONG_ENOUGH = "Eine Nachricht hat lang genug gewartet. Lies sie noch einmal. Du kannst sie auch loslassen."
HELD_SENT = "Wenn du sie schickst, ist dieser Tag kein gehaltener. Es ist ein Tag, und die anderen zählen weiter."
ODDS = "In {days} Tagen schreiben sie zuerst: grob {range}.{usual}"
ODDS_COLUMNS = ("In", "Sie schreiben zuerst", "In ähnlicher Stille")
DAYS = "{days} Tagen"
IN_TEN = "{low} bis {high} von 10"
ABOUT_IN_TEN = "etwa {n} von 10"
USUAL = " Von Menschen in einer ähnlichen Stille taten es {usual}."
ODDS_NOTE = "So war es bei anderen, wenn du still bleibst. Es ist kein Grund zu warten."
TOO_LITTLE = "Hier ist zu wenig, um zu sagen, ob sie schreiben werden."
NOT_LATE = "Es ist zu früh, um zu sagen, ob sie schreiben. So eine Pause ist bei euch üblich."
NOBODY_WROTE = "Sie haben seitdem nicht geschrieben."
ACTS: dict[ActKind, str] = {
    "first_word": "{day}: Sie schrieben zuerst.",
    "wrote": "{day}: Sie schrieben.",
    "again_unanswered": "{day}: Sie schrieben wieder, bevor du es tatest.",
    "asked": "{day}: Sie fragten dich etwas.",
    "answered": "{day}: Sie antworteten dir.",
    "took_up": "{day}: Sie schrieben an einem weiteren Tag zuerst.",
    "kept_writing": "{day}: Drei Wochen in Folge hatten sie zuerst geschrieben.",
    "quiet_again": "{day}: Bis dahin waren sie wieder still.",
    "you_wrote": "{day}: Du hast geschrieben.",
}
WELCOME: dict[Answer, str] = {
    "welcome_back": "Willkommen zurück",
    "not_yet": "Noch nicht",
    "keep_walking": "Geh weiter",
}
REASONS: dict[Reason, str] = {
    "must_have_missed": "Ein Muss wurde verfehlt, seit sie zurück sind.",
    "no_more_than_before": "Sie tun nicht mehr als vor deinem Gehen.",
    "less_than_asked": "In zu vielen Wochen tun sie weniger, als du verlangst.",
    "stopped_again": "Sie haben wieder aufgehört: Die letzten drei Wochen wurden verfehlt.",
    "too_few_weeks": "Vier Wochen müssen etwas gezeigt haben. Bisher: {weeks}.",
    "belief_low": "Die Wochen vor deinem Gehen wiegen noch mehr als die seither.",
    "met_for_weeks": "Sie erfüllen seit Wochen deine Bedingungen, soweit sie sich zeigen.",
}
MORE_THAN_BEFORE = "Und sie tun mehr als vorher."
NEXT: dict[Answer, str] = {
    "welcome_back": "Wenn du magst, lass sie wieder herein. Deine Bedingungen bleiben.",
    "not_yet": "Mach weiter wie bisher und sieh in einer Woche wieder hin. Worte sind keine Wochen.",
    "keep_walking": "Lass es gut sein. Du schuldest keine Antwort.",
}
TERM_COLUMNS = ("Deine Bedingungen", "Du verlangst", "Vor deinem Gehen", "Seither", "Wochen erfüllt")
WEEKS_MET = "{met} von {shown}"
TERM = "{name}: Du verlangst {least}. Vor deinem Gehen: {before}. Seither: {since}.{must}"
MUST = " Ein Muss."
USUAL_TERMS = "Das sind übliche Maßstäbe. Setz deine eigenen auf der Seite Maßstäbe."
NOTHING_SEEN = "noch nichts zu sehen"
NO_ANSWER = "keine Antwort"
WITHIN = "höchstens {wait}"
CLOSED = "Du hast das am {day} abgeschlossen."
LEARNED = "Du hast gelernt: {line}"
FREED = "Es macht {hours} pro Woche frei.{guess}"
HOUR = ("Stunde", "Stunden")
GUESSED = " Das ist geschätzt: Sag auf der Seite Auswege, wie viele es sind."
MOVED_UP = "{name} rückt nach: etwa {worth} pro Woche, {chance}."
NOTHING_ELSE = "Sonst steht noch nichts auf deiner Liste. Was möchtest du mit der Zeit tun?"
HEADINGS = {
    "now": "Jetzt",
    "clock": "Seit du gegangen bist",
    "odds": "Schreiben sie zuerst?",
    "acts": "Was sie seither taten",
    "back": "Sind sie wirklich zurück?",
    "closed": "Was es dir lässt",
}
STRIP_COLUMNS = ("Von", "Bis", "Tage", "Was")
KEPT, WROTE, TODAY = "gehalten", "du hast geschrieben", "heute"
STRIP_CUT = "Das Bild zeigt, was in den letzten {days} war."
