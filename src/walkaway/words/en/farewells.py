"""The fixed sentences of a farewell, a clock and a date to look again. Thanks, that it ends, a wish."""

from __future__ import annotations

from walkaway.core.leaving.farewell import Register
from walkaway.core.standards.standard import PursuitKind

PLAIN_NO: dict[Register, str] = {
    "plain": "Thank you for asking. My answer is no.",
    "warm": "Thank you for thinking of me. My answer is no, and I wish you well with it.",
    "formal": "Thank you for your request. I will not take it on.",
}
"""A no, whole as it is."""

THANKS: dict[PursuitKind | None, dict[Register, str]] = {
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
ENDS: dict[PursuitKind | None, str] = {
    PursuitKind.CLIENT: "I am ending my part here.",
    PursuitKind.DEAL: "I am not going on with this deal.",
    PursuitKind.JOB: "I am taking my name back.",
    PursuitKind.INVESTOR: "I am closing our talks here.",
    PursuitKind.PARTNER: "I am ending this now.",
    PursuitKind.FRIEND: "I am letting this go now.",
    None: "I am stopping here.",
}
WORK_DATE = "I will look at this again on {day}."
PRIVATE_DATE = "I will not write before {day}."
WISHES: dict[Register, str] = {
    "plain": "I wish you the best.",
    "warm": "I wish you well, and I mean it.",
    "formal": "I wish you all the best.",
}

CLOCK = {
    "first_day": "The first day is not over yet.",
    "kept": "{kept} of {days} kept.",
    "today": "Today you wrote. That is one day, and the others still count.",
    "one": "One message does not undo the rest.",
    "some": "Each day counts anew.",
}

AFTER_A_NO = "Thank you for letting me know. I wish you the best."
"""The answer to their no, whatever it was about."""

LOOK_AGAIN = "Look again"
LOOK_AGAIN_NOTE = "You chose this day to see how things stand. Nothing has to be sent."
