"""A review in; what to do next, out."""

from __future__ import annotations

from walkaway.app.review import Review
from walkaway.core.verdict.verdict import Move
from walkaway.words.card import Step
from walkaway.words.en.amounts import count, day
from walkaway.words.en.sending import to_send
from walkaway.words.en.support import UNANSWERED_STEP

STEPS = {
    "keep_going": "Go on as you do. There is nothing to send. Look again when something changes.",
    "send_ask": (
        "Ask once, for one thing, in a calm hour. Then hold: do not write again about it. Look at what they do."
    ),
    "send_no": "Say it once, and then stop. You do not owe a reason, and you do not need an answer.",
    "no_contact": (
        "Do not write, call or visit, and do not ask others to. Send nothing. Put your time into your own plans."
    ),
    "wait_and_see": "Do nothing new yet. Let some weeks pass, then look again",
    "answer_first": UNANSWERED_STEP,
    "left": "There is nothing to send now. What came after stands under After (walkaway leave NAME).",
}
STEP_BACK = "Do not write first. If they write, answer kindly and briefly. This is time for you, not a way to punish."

LEADS = {
    "send_ask": "You can send this as it is:",
    "send_no": "You can send this as it is:",
    "step_back": "If they write:",
}


def step(review: Review) -> Step | None:
    """The one thing to do now. None under support: the page says all there is."""
    if review.verdict.move is Move.SUPPORT:
        return None
    send = to_send(review)
    name = "no_contact" if review.answers.stop_contact else review.next_step.name
    return Step(text=_text(name, review), lead=LEADS.get(name) if send else None, send=send)


def _text(name: str, review: Review) -> str:
    now = review.next_step
    if name == "wait_and_see":
        return STEPS[name] + (f" on {day(now.until)}." if now.until is not None else ".")
    if name == "step_back":
        span = f" for {count(now.days // 7, 'week')}" if now.days else ""
        until = f", until {day(now.until)}, then look again" if now.until is not None else ""
        return f"Step back{span}{until}. {STEP_BACK}"
    return STEPS[name]
