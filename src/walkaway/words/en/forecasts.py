"""What a person reads of a forecast. Ranges beside what is usual; never one number."""

from __future__ import annotations

from walkaway.app.forecast import State

HEADINGS = {
    "held": "Now",
    "waiting": "Your last message",
    "write": "Will they answer if you write?",
    "first": "Will they write first?",
    "buy": "Will they buy again?",
}
HELD: dict[State, str] = {
    "left": "You left, so there is nothing to send. What came after: walkaway leave NAME.",
    "group": "This is a group. Nobody there writes to you alone, so nothing can be said.",
}
SPAN = ("{n} day", "{n} days")
RANGE = "{low} to {high} in 10"
USUALLY = "about {n} in 10"
ANSWER = "If you write now, they answer within {days}: roughly {range}.{usual}"
WAITING = "They answer within {days} from now: roughly {range}."
ANSWERED = " Of messages to people like that, {usual} were answered."
BUY = "They buy again within {days}: roughly {range}.{usual}"
BOUGHT_AGAIN = " Of customers as late as this, {usual} did."
BOUGHT = "They bought on {n}, first on {first}, last on {last}."
TOO_LITTLE_SAID = "There is too little here to say whether they will answer. It takes five talks."
TOO_FEW = "One day of buying is too little to say more. It takes two."
WRITE_NOTE = "This is what was seen with others. It is no reason to write."
BUY_NOTE = "This counts days of buying only. It knows nothing of the talk between you."
WITHIN = "Within"
COLUMNS = {
    "waiting": (WITHIN, "They answer"),
    "write": (WITHIN, "They answer", "Of messages to people like that"),
    "buy": (WITHIN, "They buy again", "Of customers as late as this"),
}
