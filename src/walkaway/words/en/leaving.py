"""What a person reads of a leaving. Acts and days only."""

from __future__ import annotations

from walkaway.core.comeback.after import ActKind
from walkaway.core.comeback.welcome import Answer, Reason
from walkaway.words.en import moves

WORD = moves.LEFT
STOPPED = "They asked for no more contact. Send nothing, not even a last word."
STOPPED_SAID = "Their words were: “{words}”."
FIRST = "Answer this first: “{question}” Use --afraid yes, no or unsure. Your answer stays on this machine."
TO_SEND = "To send, once, as it is. Then nothing more:"
QUOTED = "“{send}”"
LEFT = "You left on {day}."
NOT_LEFT = "You have not left. To leave today: walkaway leave NAME."
CLOSED_DOOR = "The door is closed."
DATED_DOOR = "You look again on {day}."
DOOR_IS_HERE = "The day you chose to look again has come. Nothing has to be sent."
SEEN_TO = "Counted from the messages handed over. The last is of {day}. To count on, hand over a new export."
NO_CHAT = "There is no chat here to count days from. Hand one over, and the clock runs by itself."
LETTERS = "Kept here, not sent: {n}."
LETTER = ("letter", "letters")
URGES = "Urges noted: {n}. The last one was {strength} of 5, on {day}."
URGE_BEFORE = "Before it: {before}."
HELD = "A message waits here until {day}, {time}. Then read it once more before you send it."
HELD_LONG_ENOUGH = "A message has waited long enough. Read it once more. You may still let it go."
HELD_SENT = "If you send it, that day is not a kept one. It is one day, and the others still count."

ODDS = "Within {days} days they write first: roughly {range}.{usual}"
ODDS_COLUMNS = ("Within", "They write first", "In a like silence")
DAYS = "{days} days"
IN_TEN = "{low} to {high} in 10"
ABOUT_IN_TEN = "about {n} in 10"
USUAL = " Of people in a like silence, {usual} did."
ODDS_NOTE = "This is what was seen with others, if you stay silent. It is no reason to wait."
TOO_LITTLE = "There is too little here to say whether they will write."
NOT_LATE = "It is too early to say whether they will write. Such a gap is usual for you two."
NOBODY_WROTE = "They have not written since."

ACTS: dict[ActKind, str] = {
    "first_word": "{day}: they wrote first.",
    "wrote": "{day}: they wrote.",
    "again_unanswered": "{day}: they wrote again before you did.",
    "asked": "{day}: they asked you something.",
    "answered": "{day}: they answered you.",
    "took_up": "{day}: they wrote first on one more day.",
    "kept_writing": "{day}: they had written first three weeks in a row.",
    "quiet_again": "{day}: by then they were quiet again.",
    "you_wrote": "{day}: you wrote.",
}

WELCOME: dict[Answer, str] = {
    "welcome_back": "Welcome back",
    "not_yet": "Not yet",
    "keep_walking": "Keep walking",
}
REASONS: dict[Reason, str] = {
    "must_have_missed": "A must-have was missed since they are back.",
    "no_more_than_before": "They do no more than before you left.",
    "less_than_asked": "They do less than you asked for in too many weeks.",
    "stopped_again": "They stopped again: the last three weeks were missed.",
    "too_few_weeks": "Four weeks must have shown something. So far it is {weeks}.",
    "belief_low": "The weeks before you left still weigh more than those since.",
    "met_for_weeks": "For weeks they met your terms, as far as these show.",
}
MORE_THAN_BEFORE = "And they do more than before you left."
NEXT: dict[Answer, str] = {
    "welcome_back": "If you want to, let them back in. Your terms stay as they are.",
    "not_yet": "Go on as you are, and look again in a week. Words are not weeks.",
    "keep_walking": "Let it be. You do not owe an answer.",
}
TERM_COLUMNS = ("Your terms", "You ask for", "Before you left", "Since", "Weeks met")
WEEKS_MET = "{met} of {shown}"
TERM = "{name}: you ask for {least}. Before you left: {before}. Since: {since}.{must}"
MUST = " A must-have."
USUAL_TERMS = "These are common standards. Set your own: walkaway standard NAME --add."
NOTHING_SEEN = "nothing to see yet"
NO_ANSWER = "no answer"
WITHIN = "within {wait}"

CLOSED = "You closed this on {day}."
LEARNED = "You learned: {line}"
FREED = "It sets {hours} a week free.{guess}"
HOUR = ("hour", "hours")
GUESSED = " That is a guess: say how many with walkaway option NAME --week-hours."
MOVED_UP = "{name} moves up: about {worth} a week, {chance}."
NOTHING_ELSE = "There is nothing else on your list yet. What would you like to do with the time?"

HEADINGS = {
    "now": "Now",
    "clock": "Since you left",
    "odds": "Will they write first?",
    "acts": "What they did since",
    "back": "Are they really back?",
    "closed": "What it leaves you",
}
STRIP_COLUMNS = ("From", "To", "Days", "What")
KEPT, WROTE, TODAY = "kept", "you wrote", "today"
STRIP_CUT = "The picture shows the last {days}."
