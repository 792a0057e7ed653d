"""What a door asks and answers around the card, in words."""

from __future__ import annotations

from walkaway.core.standards.standard import Counted, PursuitKind
from walkaway.words.en.support import SAFETY_QUESTION

ME = "Which one is you?"
IS_THIS_RIGHT = "The first and the last messages:"
KIND = "What is this to you?"
WANT = "If they met every standard, would you want this?"
ELSEWHERE = "How much do you two meet or talk elsewhere, like at home, at work or in calls?"
SAFETY = SAFETY_QUESTION
SAFETY_LEAD = "One question before the card. Your answer stays on this machine."
SKIP = "Enter to skip"
PICK = "Type a number or a name"
NOT_A_CHOICE = "That is not one of these."
NOT_A_NUMBER = "Please give a number from 0 to {most}, like 2 or 0.5."

KINDS = {
    PursuitKind.CLIENT: "a client",
    PursuitKind.DEAL: "a deal",
    PursuitKind.JOB: "a job offer",
    PursuitKind.INVESTOR: "an investor",
    PursuitKind.PARTNER: "a partner",
    PursuitKind.FRIEND: "a friend",
}
FEARS = {"yes": "yes", "no": "no", "unsure": "not sure"}
WANTS = {"yes": "yes", "no": "no"}
PLACES = {"mostly": "mostly elsewhere", "partly": "partly elsewhere", "no": "hardly at all"}

WHO = "Who is it? A first name is enough."
MONTHS = "For how many months has it been the way it is now?"
THEN = "First, a normal week the way it used to be."
NOW = "Now, a normal week the way it is these days."
YOU_OPEN = "How many times a week do you write first?"
THEY_OPEN = "How many times a week do they write first?"
THEY_ANSWER = "Of 10 messages of yours, how many do they answer?"
YOU_ANSWER = "Of 10 messages of theirs, how many do you answer?"
THEY_ANSWER_PERCENT = "Of 100 messages of yours, how many do they answer?"
TEN_OR_HUNDRED = "Does {n} mean {n} of 10 messages, or {n} of 100?"
THEIR_DAYS = "On how many days a week do they write?"
YOUR_DAYS = "On how many days a week do you write?"
NEEDS = "What must be true for you to stay? Type the numbers, with commas."

NEEDED: tuple[tuple[str, Counted, float], ...] = (
    ("They write first at least once a week.", "openings", 1.0),
    ("They write first at least twice a week.", "openings", 2.0),
    ("They answer 7 of 10 messages.", "replies", 0.7),
    ("They answer 9 of 10 messages.", "replies", 0.9),
    ("We are in touch on one day a week.", "active_days", 1.0),
    ("We are in touch on three days a week.", "active_days", 3.0),
)
"""Standards to pick from: in words, what is counted, and the target."""

DEMO = "Six made-up stories, and what their cards say. See one whole: walkaway demo NAME"
WRITTEN = "Written to {path}"
EMPTY_PICK = "Pick at least one, or press Enter to use common standards."

OFFER_KIND = "What is the offer about?"
OFFER_KINDS = {"client": "work for a client", "job": "a job", "deal": "a deal", "investor": "an investor"}
OFFER_SIDE = "Do you sell or buy?"
OFFER_SIDES = {"selling": "I sell", "buying": "I buy"}
OFFER_TRADE = "Would you move from that number, if you get something in return?"
OFFER_QUESTIONS = {
    "theirs": "What do they offer?",
    "mine": "What is the last number you told them?",
    "fallback": "If this falls through, what do you have instead? Use the same unit, and 0 for nothing.",
    "sure": "How sure is that, from 0 to 100?",
    "otherwise": "And if that fails too, what would you have to pay?",
    "answer": "In how many days will you know? A day like 2026-08-03 will do.",
    "deadline": "In how many days must you answer them? A day like 2026-08-03 will do.",
    "likely": "How low and how high may they go? Like 800..1200.",
    "better": "Is a better offer on its way? How much would it be?",
    "better_sure": "How likely is it, from 0 to 100?",
    "better_days": "In how many days would it come?",
}
"""What a terminal asks about an offer, by what it is the answer to."""

AN_AMOUNT = "Please give an amount, like 1,200 or 1200.50 or 60k."
_A_DAY = "Please give a number of days, or a day to come, like 2026-08-03."
_A_PERCENT = "Please give a number from 0 to 100."
OFFER_HINTS = {
    "theirs": "Please give an amount that is not 0, like 1,200 or 1200.50 or 60k.",
    "sure": _A_PERCENT,
    "better_sure": _A_PERCENT,
    "answer": _A_DAY,
    "deadline": _A_DAY,
    "better_days": _A_DAY,
    "likely": "Please give two amounts, the low one first, like 800..1200.",
    "term": "Please give a name and what it is worth to you, like remote=+200.",
}
"""What to type instead, where an answer cannot be read."""
NONE = "none"

WHAT_YOU_NEED = "What you need of"
WHAT_YOU_PROMISED = "What you promised yourself"
WHAT_IS_SETTLED = "Where you two stand"
INSTEAD_OF = "What you could have instead of"
YOUR_LIMIT = "Your limit"
NO_LIMIT = "No limit here now"
TAKEN_FOR_GRANTED = "Taken for granted, as nothing else was said"
YOUR_WEEK = "Your week"
MUST = "often a must-have"
ADD_ONE = "Take one over: walkaway standard NAME --add answers=80. Your own words will do too."
LIKE_A_SPAN = "Like 4..9."
OPTION_RENEWED = "You had an option called {name}. It is changed now."
OPTION_CHANCE = "How likely is it to come through, from 0 to 100?"
OPTION_HOURS = "How many hours would it take to find out?"

_TYPED_ELSEWHERE = (
    (" Use --now today to judge it as of today.", ""),
    (" (--trade)", ""),
    (": --likely LOW..HIGH.", "."),
    (" Use --afraid yes, no or unsure.", ""),
    (": say how many with walkaway option NAME --week-hours.", ". Say how many under Options."),
    ("Set your own: walkaway standard NAME --add.", "Set your own under Standards."),
    (" (walkaway leave NAME)", ""),
    (" To leave today: walkaway leave NAME.", ""),
    ("What came after: walkaway leave NAME.", "What came after is under After."),
)


def in_a_browser(text: str) -> str:
    """The sentence without the options of a command, which help nobody in a browser."""
    for typed, instead in _TYPED_ELSEWHERE:
        text = text.replace(typed, instead)
    return text
