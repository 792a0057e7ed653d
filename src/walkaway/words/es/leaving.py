"""Lo que se lee de una ida, en español: actos y días, nada más."""

from __future__ import annotations

from walkaway.core.comeback.after import ActKind
from walkaway.core.comeback.welcome import Answer, Reason

WORD = "Te fuiste"
STOPPED = "Pidieron que no haya más contacto. No envíes nada, ni una última palabra."
STOPPED_SAID = "Sus palabras fueron: «{words}»."
FIRST = "Responde antes esto: «{question}» Tu respuesta se queda en este equipo."
TO_SEND = "Para enviar, una vez, tal cual. Después, nada más:"
QUOTED = "«{send}»"
LEFT = "Te fuiste el {day}."
NOT_LEFT = "No te has ido."
CLOSED_DOOR = "La puerta está cerrada."
DATED_DOOR = "Vuelves a mirar el {day}."
DOOR_IS_HERE = "Ha llegado el día que elegiste para volver a mirar. No hay que enviar nada."
SEEN_TO = "Contado de los mensajes que hay. El último es del {day}. Para seguir contando, añade un archivo nuevo."
NO_CHAT = "Aquí no hay chat del que contar días. Añade uno, y el reloj anda solo."
LETTERS = "Guardado aquí, sin enviar: {n}."
LETTER = ("carta", "cartas")
URGES = "Ganas de escribir anotadas: {n}. La última vez, {strength} de 5, el {day}."
URGE_BEFORE = "Antes de eso: {before}."
HELD = "Un mensaje espera aquí hasta el {day}, {time}. Entonces léelo otra vez antes de enviarlo."
HELD_LONG_ENOUGH = "Un mensaje ya ha esperado lo bastante. Léelo otra vez. Todavía puedes soltarlo."
HELD_SENT = "Si lo envías, ese día no cuenta como cumplido. Es un día, y los demás siguen contando."
ODDS = "En {days} días escriben primero: a grandes rasgos, {range}.{usual}"
ODDS_COLUMNS = ("En", "Escriben primero", "En un silencio así")
DAYS = "{days} días"
IN_TEN = "{low} a {high} de 10"
ABOUT_IN_TEN = "unas {n} de 10"
USUAL = " De las personas en un silencio así, lo hicieron {usual}."
ODDS_NOTE = "Es lo que se vio con otras personas, si sigues en silencio. No es motivo para esperar."
TOO_LITTLE = "Aquí hay muy poco para decir si escribirán."
NOT_LATE = "Es pronto para decir si escribirán. Una pausa así es habitual aquí."
NOBODY_WROTE = "No han escrito desde entonces."
ACTS: dict[ActKind, str] = {
    "first_word": "{day}: escribieron primero.",
    "wrote": "{day}: escribieron.",
    "again_unanswered": "{day}: escribieron otra vez antes que tú.",
    "asked": "{day}: te preguntaron algo.",
    "answered": "{day}: te respondieron.",
    "took_up": "{day}: escribieron primero un día más.",
    "kept_writing": "{day}: llevaban tres semanas seguidas escribiendo primero.",
    "quiet_again": "{day}: para entonces había otra vez silencio.",
    "you_wrote": "{day}: escribiste.",
}
WELCOME: dict[Answer, str] = {
    "welcome_back": "Que vuelvan",
    "not_yet": "Todavía no",
    "keep_walking": "Sigue tu camino",
}
REASONS: dict[Reason, str] = {
    "must_have_missed": "Faltó un imprescindible desde que volvieron.",
    "no_more_than_before": "No hacen más que antes de que te fueras.",
    "less_than_asked": "En demasiadas semanas hacen menos de lo que pides.",
    "stopped_again": "Pararon otra vez: en las últimas tres semanas no se cumplió.",
    "too_few_weeks": "Cuatro semanas tienen que haber mostrado algo. Por ahora: {weeks}.",
    "belief_low": "Las semanas de antes de irte aún pesan más que las de después.",
    "met_for_weeks": "Cumplen tus condiciones desde hace semanas, hasta donde se ve.",
}
MORE_THAN_BEFORE = "Y hacen más que antes."
NEXT: dict[Answer, str] = {
    "welcome_back": "Si quieres, déjales volver. Tus condiciones siguen como están.",
    "not_yet": "Sigue como hasta ahora y vuelve a mirar en una semana. Las palabras no son semanas.",
    "keep_walking": "Déjalo estar. No debes una respuesta.",
}
TERM_COLUMNS = ("Tus condiciones", "Pides", "Antes de irte", "Desde entonces", "Semanas cumplidas")
WEEKS_MET = "{met} de {shown}"
TERM = "{name}: pides {least}. Antes de irte: {before}. Desde entonces: {since}.{must}"
MUST = " Es imprescindible."
USUAL_TERMS = "Son mínimos comunes. Pon los tuyos en la página Mínimos."
NOTHING_SEEN = "nada que ver aún"
NO_ANSWER = "sin respuesta"
WITHIN = "como mucho {wait}"
CLOSED = "Cerraste esto el {day}."
LEARNED = "Aprendiste: {line}"
FREED = "Libera {hours} por semana.{guess}"
HOUR = ("hora", "horas")
GUESSED = " Es una estimación: di cuántas en la página Opciones."
MOVED_UP = "{name} pasa adelante: unos {worth} por semana, {chance}."
NOTHING_ELSE = "Todavía no hay nada más en tu lista. ¿Qué te gustaría hacer con ese tiempo?"
HEADINGS = {
    "now": "Ahora",
    "clock": "Desde que te fuiste",
    "odds": "¿Escribirán primero?",
    "acts": "Qué hicieron desde entonces",
    "back": "¿Han vuelto de verdad?",
    "closed": "Lo que te deja",
}
STRIP_COLUMNS = ("Desde", "Hasta", "Días", "Qué")
KEPT, WROTE, TODAY = "cumplido", "escribiste", "hoy"
STRIP_CUT = "La imagen muestra los últimos {days}."
