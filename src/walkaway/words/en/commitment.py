"""Stages of commitment: what each means in words and acts, and what it waits for."""

from __future__ import annotations

from walkaway.core.events import Side
from walkaway.core.standards.commitment import Way
from walkaway.core.standards.standard import PursuitKind

RUNGS: dict[PursuitKind, dict[str, dict[Way, str]]] = {
    PursuitKind.CLIENT: {
        "talking": {"said": "said what is needed", "done": "met or called about it"},
        "scoped": {"said": "said what the work is", "done": "put the work on paper"},
        "agreed": {"said": "said yes to work, price and date", "done": "set a day to start"},
        "signed": {"said": "said it is final", "done": "signed"},
        "paid": {"said": "said the work was good", "done": "settled the bill"},
    },
    PursuitKind.DEAL: {
        "talking": {"said": "said there is interest", "done": "met or called about it"},
        "terms": {"said": "named terms", "done": "put an offer on paper"},
        "agreed": {"said": "said yes to the main terms", "done": "shared the papers"},
        "signed": {"said": "said it is final", "done": "signed"},
        "closed": {"said": "said it is done", "done": "paid or handed over"},
    },
    PursuitKind.JOB: {
        "talking": {"said": "said there is interest", "done": "had a first call"},
        "interviewed": {"said": "said it could be a fit", "done": "met to talk it through"},
        "offered": {"said": "named pay and terms", "done": "put them on paper"},
        "signed": {"said": "said yes", "done": "signed"},
        "started": {"said": "set the first day", "done": "begun"},
    },
    PursuitKind.INVESTOR: {
        "talking": {"said": "said there is interest", "done": "had a first call"},
        "looking": {"said": "said what there is to check", "done": "shared or read the numbers"},
        "terms": {"said": "named an amount and a price", "done": "put the terms on paper"},
        "signed": {"said": "said yes", "done": "signed"},
        "funded": {"said": "said it is done", "done": "sent or received the money"},
    },
    PursuitKind.PARTNER: {
        "talking": {"said": "talked of meeting", "done": "kept in touch"},
        "dating": {"said": "said you are dating", "done": "met again and again"},
        "exclusive": {"said": "said there is nobody else", "done": "stopped dating others"},
        "shared": {"said": "talked of plans for two", "done": "shared money, keys or a home"},
        "promised": {"said": "said this is for good", "done": "made it known to all"},
    },
    PursuitKind.FRIEND: {
        "talking": {"said": "said it is good to talk", "done": "kept in touch"},
        "meeting": {"said": "said yes to meeting", "done": "met more than once"},
        "counting_on": {"said": "said that a call for help is fine", "done": "helped when it was needed"},
        "close": {"said": "said you are close", "done": "stood by in a hard time"},
    },
}
"""By kind and rung: what saying it sounds like, and what doing it looks like. After "both have" or "they have"."""

NOTHING_YET = "Nothing is said and done on both sides yet."
FREE = "Nothing binds you or them yet. You are free to look at other options."
BOUND = "This binds you both."

AHEAD = "You carry more than half of the effort, and nothing is settled yet. Give as much as they do, or ask for a yes."
EFFORT = {
    "ahead": AHEAD,
    "level": "Your effort is in step with where things stand.",
    "backed": "You are both bound, so look at the balance alone.",
    "open": "There is not enough yet to say if your effort runs ahead.",
}
STAGE = {
    "both": "You have both {said} and {done}.",
    "and": "{first} and {last}",
    "waits": "The next step waits for {listed}.",
}
WAITS: dict[tuple[Side, Way], str] = {
    (Side.YOU, "said"): "your words",
    (Side.YOU, "done"): "your acts",
    (Side.THEM, "said"): "their words",
    (Side.THEM, "done"): "their acts",
}
