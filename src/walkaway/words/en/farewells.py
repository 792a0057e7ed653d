"""A farewell, a clock or a date to look again in; the fixed sentences for it, out. Thanks, that it ends, a wish."""

from __future__ import annotations

from walkaway.core.leaving.farewell import Farewell, Register
from walkaway.core.leaving.silence import Clock
from walkaway.core.standards.standard import PursuitKind
from walkaway.words.en.amounts import count, day

PLAIN_NO: dict[Register, str] = {
    "plain": "Thank you for asking. My answer is no.",
    "warm": "Thank you for thinking of me. My answer is no, and I wish you well with it.",
    "formal": "Thank you for your request. I will not take it on.",
}
"""A no, whole as it is."""

_THANKS: dict[PursuitKind | None, dict[Register, str]] = {
    PursuitKind.CLIENT: {
        "plain": "Thank you for the work.",
        "warm": "Thank you for the work we did. I learned a lot.",
        "formal": "Thank you for working with me.",
    },
    PursuitKind.DEAL: {
        "plain": "Thank you for your time.",
        "warm": "Thank you for the time and care you put into this.",
        "formal": "Thank you for the talks about this deal.",
    },
    PursuitKind.JOB: {
        "plain": "Thank you for the talks.",
        "warm": "Thank you for the time you and the team gave me.",
        "formal": "Thank you for considering me for this post.",
    },
    PursuitKind.INVESTOR: {
        "plain": "Thank you for looking at this.",
        "warm": "Thank you for your time and your questions.",
        "formal": "Thank you for your time with our company.",
    },
    PursuitKind.PARTNER: {
        "plain": "Thank you for the time we had.",
        "warm": "Thank you for the time we had. A lot of it was good.",
        "formal": "Thank you for the time we had together.",
    },
    PursuitKind.FRIEND: {
        "plain": "Thank you for the good times.",
        "warm": "Thank you for the good times. I will keep them.",
        "formal": "Thank you for the time we shared.",
    },
    None: {
        "plain": "Thank you for your time.",
        "warm": "Thank you for the time you gave me.",
        "formal": "Thank you for your time.",
    },
}
_ENDS: dict[PursuitKind | None, str] = {
    PursuitKind.CLIENT: "I am ending my part here.",
    PursuitKind.DEAL: "I am not going on with this deal.",
    PursuitKind.JOB: "I am taking my name back.",
    PursuitKind.INVESTOR: "I am closing our talks here.",
    PursuitKind.PARTNER: "I am ending this now.",
    PursuitKind.FRIEND: "I am letting this go now.",
    None: "I am stopping here.",
}
_WORK_DATE = "I will look at this again on {day}."
_DATES: dict[PursuitKind | None, str] = {
    PursuitKind.PARTNER: "I will not write before {day}.",
    PursuitKind.FRIEND: "I will not write before {day}.",
    None: "I will not write before {day}.",
}
_WISHES: dict[Register, str] = {
    "plain": "I wish you the best.",
    "warm": "I wish you well, and I mean it.",
    "formal": "I wish you all the best.",
}

AFTER_A_NO = "Thank you for letting me know. I wish you the best."
"""The answer to their no, whatever it was about."""

LOOK_AGAIN = "Look again"
LOOK_AGAIN_NOTE = "You chose this day to see how things stand. Nothing has to be sent."


def farewell_text(leaving: Farewell) -> str:
    """The farewell to send, as it is."""
    thanks = _THANKS[leaving.kind][leaving.register]
    wish = _WISHES[leaving.register]
    if leaving.until is None:
        return f"{thanks} {_ENDS[leaving.kind]} {wish}"
    again = _DATES.get(leaving.kind, _WORK_DATE).format(day=day(leaving.until * 86_400_000_000))
    return f"{thanks} {_ENDS[leaving.kind]} {again} {wish}"


def clock_text(clock: Clock) -> str:
    """41 of 42 days kept."""
    if clock.days == 0:
        return "The first day is not over yet."
    text = f"{clock.kept:,} of {count(clock.days, 'day')} kept."
    if not clock.lapses and not clock.wrote_today:
        return text
    if clock.wrote_today:
        return f"{text} Today you wrote. That is one day, and the others still count."
    return f"{text} One message does not undo the rest." if len(clock.lapses) == 1 else f"{text} Each day counts anew."
