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
