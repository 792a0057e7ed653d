"""A checked draft, a read refusal, a silence or a farewell in; what a person reads about it, out."""

from __future__ import annotations

from walkaway.app.check_draft import CheckedDraft
from walkaway.app.held import Held
from walkaway.core.leaving.draft import Finding
from walkaway.core.redirect.reading import Label, Step
from walkaway.words.en.support import SUPPORT
from walkaway.words.printable import printable

FINE = "Nothing here asks for another look. What to send is up to you."
LOOK_AGAIN = "Worth another look:"
STOPPED = "They asked for no more contact. Send nothing, not even a last word."
HELD: dict[Held, tuple[str, ...]] = {
    "stop_contact": (STOPPED,),
    "support": ("Send nothing for now. You come first.", *SUPPORT),
    "unanswered": ("Send nothing yet. One question comes first.",),
}
"""What is said in place of a checked draft."""
NOT_THIS = "Not this? Add --not-this and what it is called ({flags})."
KEPT = "Kept. The next one is read with it."
FORGOTTEN = "Forgotten."
LOCKED_AWAY = "What you told me before is locked away. --passphrase-file opens it."
INSTEAD = "Instead: {suggestion}"

LABELS = {
    Label.TIMING: "the time is wrong",
    Label.FIT: "what you offer and what they need do not match",
    Label.PERSON: "this person cannot or will not",
    Label.OTHER: "a no without a reason, or not yet a no",
}
MAY_BE = "This may be: {label}. You know more than one message shows. Does it fit?"
NOT_SURE = "This one is not clear to me. It could be: {first}; or: {second}. Which one fits?"

STEPS = {
    Step.FOLLOW_UP: "Ask again then, once, and not before.",
    Step.REDIRECT_FIT: "Let this one go. Look for those whose need fits, or offer the one thing that does.",
    Step.REDIRECT_CONTACT: "Thank them, and write to the person who decides.",
    Step.ASK_ONCE: "This is not a no yet. Ask one clear question, once. Then wait.",
    Step.CLOSE: "Close it kindly, and put the time into something else.",
    Step.RESPECT_STOP: STOPPED,
}
TENDER = "They have something hard to carry. Leave the door open and set no date. If they want to, they will write."
ON_CONDITION = "{step} They named a condition: “{said}”."
DATED = "{step} They named a time: “{said}”."
DATED_BY_DAY = "{step} They named a time: “{said}”, which is {day} at the earliest."
NAMED = "{step} They named: {who}."
CONFIRM = "Say which one fits, and the next reading will know."
LONGEST_NAME = 60

FLAG_NAMES = {
    "double_text": "one more message while one waits",
    "reopening_no": "asking again after a no",
    "excess_length": "much longer than theirs",
    "unasked_answer": "an answer to no question",
    "unasked_discount": "a lower price nobody asked for",
    "over_apologising": "sorry more than once",
    "pleading": "words like a plea",
    "over_explaining": "many reasons",
    "self_devaluing": "words that talk it down",
    "ultimatum_threat": "words like a threat",
    "guilt_tripping": "words like a bill",
}
"""What each flag is called where it stands alone."""


def draft_lines(found: CheckedDraft | Held) -> list[str]:
    """What a terminal shows of a checked draft."""
    if not isinstance(found, CheckedDraft):
        return list(HELD[found])
    if found.stop is not None:
        return [STOPPED]
    if not found.flags:
        return [FINE]
    lines = [LOOK_AGAIN]
    for flag in found.flags:
        quoted = "" if flag.start is None else f" “{printable(found.text[flag.start : flag.end], LONGEST_NAME)}”"
        lines += ["", f"- {flag.why}{quoted}", f"  {INSTEAD.format(suggestion=flag.suggestion)}"]
    return [*lines, "", NOT_THIS.format(flags=", ".join(flag.flag for flag in found.flags))]


def flag_words(_flag: Finding) -> tuple[str, str] | None:
    """Why a rule spoke, and what to do instead, where there are other words than those it came with."""
    return None
