"""A next step in; the sentence to send, as it is, out. None where nothing may be sent."""

from __future__ import annotations

from walkaway.app.review import Review
from walkaway.core.standards.standard import PursuitKind
from walkaway.core.verdict.verdict import Move
from walkaway.words.en.amounts import day

ASKS: dict[PursuitKind | None, dict[str, str]] = {
    PursuitKind.CLIENT: {
        "silence": (
            "I have not heard back from you. Do you want to go on with this work? A yes or a no this week is enough."
        ),
        "mixed": (
            "Some weeks we move fast and some not at all. Can we set one fixed day a week for questions and answers?"
        ),
        "openings": (
            "So far I have been the one to get in touch. Will you tell me by Friday what you need next from me?"
        ),
        "replies": (
            "I have some questions open with you, and I cannot go on without them. Can you answer them by Friday?"
        ),
        "wait": "I can hold my dates if answers come within two working days. Can you do that from now on?",
        "active_days": "I would like a short call each week until this is done. Which day works for you?",
    },
    PursuitKind.DEAL: {
        "silence": "I have not heard back from you. Is this deal still on for you? A yes or a no this week is enough.",
        "mixed": "We have stopped and started a few times. Can we agree on the open points and a date to close?",
        "openings": "I have made the last few moves. Will you send me your view on the open points by Friday?",
        "replies": "Some of my points are still open with you. Can you send me your answers by Friday?",
        "wait": "Can we both answer within two working days until this is closed? A yes helps me plan.",
        "active_days": "Can we set a short call each week until this is closed? Tell me which day works for you.",
    },
    PursuitKind.JOB: {
        "silence": (
            "I am still glad to talk about this job, and I have not heard back from you. Is it still "
            "open? A short yes or no helps me."
        ),
        "mixed": (
            "I would like to plan my next weeks. Can you tell me what steps are left, and on what day you will decide?"
        ),
        "openings": "I have been the one to ask so far. Will you let me know by Friday what the next step is?",
        "replies": "I asked a few things that I need to know before I can decide. Can you answer them by Friday?",
        "wait": "I have other dates to keep. Can you tell me by what day I will hear from you?",
        "active_days": "Can we set a day this week for a short call about where this stands?",
    },
    PursuitKind.INVESTOR: {
        "silence": (
            "I have not heard back, so I would like to ask plainly. Are you in, out, or is there a "
            "date when you will know?"
        ),
        "mixed": (
            "To plan our round I need a clear picture. What is left on your side, and on what day will you decide?"
        ),
        "openings": (
            "I have sent the last few updates. Do you want to go on? If so, will you name the next step this week?"
        ),
        "replies": (
            "A few of my questions are open with you. Can you answer them by Friday, or tell me that "
            "it is a no for now?"
        ),
        "wait": "We plan to close soon. Can you tell me by what day you will let me know?",
        "active_days": "Can we find half an hour this week to settle what is open? A no is fine too.",
    },
    PursuitKind.PARTNER: {
        "silence": (
            "I have not heard from you, and I miss our talks. Do you want to talk this week? Please tell me yes or no."
        ),
        "mixed": "Some weeks we are close and some weeks I hardly hear from you. Can we talk about it on Sunday?",
        "openings": "I would love it if you wrote first now and then. Can you do that, a few times a week?",
        "replies": "When I write, it means a lot to me to hear back. Can you answer me, even if it is short?",
        "wait": "I feel better when I hear from you the same day. Can you send me a line, even a short one?",
        "active_days": "I would like us to be in touch more often. Can we have a call on two evenings each week?",
    },
    PursuitKind.FRIEND: {
        "silence": "I have not heard from you in a while. I would like to see you. Do you have time next week?",
        "mixed": (
            "Sometimes we talk a lot and then not at all. I would like something regular. Shall we "
            "pick a day each month?"
        ),
        "openings": "I am always glad when you write first. Will you pick the day for our next meet-up?",
        "replies": "I asked you a few things and I would still like to know. Can you write back this week?",
        "wait": "It is easier for me to plan when I hear back in a day or two. Can you do that?",
        "active_days": "I would like to see more of you. Do you want to set a fixed day to talk?",
    },
    None: {
        "silence": "I have not heard back from you. Do you want to stay in touch? A short yes or no is enough.",
        "mixed": "Some weeks we talk a lot and some weeks not at all. Can we agree on a day that suits us both?",
        "openings": "I have been the one to write first. Will you get in touch next time?",
        "replies": "I asked you a few things that are still open. Can you answer me this week?",
        "wait": "It helps me to hear back in a day or two. Can you do that?",
        "active_days": "I would like us to be in touch more often. Shall we set a fixed day each week?",
    },
}
"""One clear request each, by kind and by what it is about. None: the kind was not said."""

BUSINESS = (PursuitKind.CLIENT, PursuitKind.DEAL, PursuitKind.JOB, PursuitKind.INVESTOR)
TALK = "There is one point I would like to settle with you before we go on. Do you have half an hour this week?"
TALK_PRIVATELY = "There is something that matters to me, and I would like to tell you. Do you have time this week?"
"""About a standard that only the person can put into words."""

NOES: dict[PursuitKind | None, str] = {
    PursuitKind.CLIENT: "Thank you for the work we did. I am ending my part here, and I wish you all the best with it.",
    PursuitKind.DEAL: "Thank you for your time. I am not going on with this deal, and I wish you well.",
    PursuitKind.JOB: "Thank you for the time you gave me. I am taking my name back, and I wish you and the team well.",
    PursuitKind.INVESTOR: "Thank you for looking at this. I am closing our talks here, and I wish you well.",
    PursuitKind.PARTNER: "Thank you for the time we had. I am ending this now, and I wish you well.",
    PursuitKind.FRIEND: "Thank you for the good times. I am letting this go now, and I wish you well.",
    None: "Thank you for your time. I am stopping here, and I wish you well.",
}
"""A plain no: no reason, no plea, no blame."""

_WORK = (
    "Thank you for your message. I am on other work until {day}. If you need me before then, please name a day to talk."
)
_PRIVATE = "Thank you for writing. I am taking some time for myself until {day}. I will get back to you then."

IF_THEY_WRITE: dict[PursuitKind | None, str] = {
    PursuitKind.CLIENT: _WORK,
    PursuitKind.DEAL: _WORK,
    PursuitKind.JOB: (
        "Thank you for your message. I am on other things until {day}. If you need me before then, please name a day."
    ),
    PursuitKind.INVESTOR: _WORK,
    PursuitKind.PARTNER: _PRIVATE,
    PursuitKind.FRIEND: "Good to hear from you. I have some things of my own on until {day}. I will write to you then.",
    None: _PRIVATE,
}
"""How to answer during a step back, if they write. {day} is the day it ends."""


def to_send(review: Review) -> str | None:
    """What to send now, or, in a step back, what to answer if they write. None where nothing may be sent.

    The rule of safety has spoken before; it holds here once more, whatever the step says.
    """
    step = review.next_step
    silenced = review.verdict.move in (Move.SUPPORT, Move.UNANSWERED) or review.answers.afraid in ("yes", "unsure")
    if silenced or review.answers.stop_contact or step.sentence is None:
        return None
    kind = review.answers.kind
    if step.sentence == "no":
        return NOES[kind]
    if step.sentence == "step_back":
        return None if step.until is None else IF_THEY_WRITE[kind].format(day=day(step.until))
    asks = ASKS[kind]
    return asks.get(step.sentence.removeprefix("ask_"), TALK if kind in BUSINESS else TALK_PRIVATELY)
