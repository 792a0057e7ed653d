"""A refusal, the moment it is read and a fitted reader in; what sort of no it is, ranked, and one next step, out.

Stop-contact is looked for first, by rule; nothing else is said then. Grief, illness and "not ready" never become a
date to ask again: that would be pressure. Where the reader is not sure it says so and gives no label.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from enum import StrEnum

import numpy as np

from walkaway.core.events import DAY, FloatArray
from walkaway.core.redirect.features import share_known
from walkaway.core.redirect.head import READINGS, Head, refit
from walkaway.core.redirect.stop import stop_contact
from walkaway.core.redirect.tongue import not_english
from walkaway.core.redirect.when import When, when

Numbers = Callable[[str], FloatArray]
"""A text as the numbers the reader was fitted on."""


class Label(StrEnum):
    """Why they said no, as far as the words tell."""

    TIMING = "timing"
    FIT = "fit"
    PERSON = "person"
    OTHER = "other"


class Step(StrEnum):
    """What to do with it."""

    FOLLOW_UP = "follow_up"
    REDIRECT_FIT = "redirect_fit"
    REDIRECT_CONTACT = "redirect_contact"
    ASK_ONCE = "ask_once"
    CLOSE = "close"
    RESPECT_STOP = "respect_stop"


_OF = {
    "later": (Label.TIMING, Step.FOLLOW_UP),
    "tender": (Label.TIMING, Step.CLOSE),
    "fit": (Label.FIT, Step.REDIRECT_FIT),
    "contact": (Label.PERSON, Step.REDIRECT_CONTACT),
    "person": (Label.PERSON, Step.CLOSE),
    "maybe": (Label.OTHER, Step.ASK_ONCE),
    "no": (Label.OTHER, Step.CLOSE),
}
"""What each reading counts as, and the step it leads to. What is no refusal (`none`) counts as nothing."""

SURE = 0.5
"""A label is given from this chance on."""
_KNOWN = 0.5
"""And only where at least this share of the words was met while the reader was fitted."""
_TENDER_SURE = 0.1
"""Low on purpose: a reminder to chase someone who grieves is worse than none for someone who is busy."""
_TENDER = re.compile(
    (
        r"\b(?:died|passed away|death|funeral|grie(?:f|v\w+)|mourning|bereave\w*|divorc\w+|miscarr\w+|stillb\w+|"
        r"hospital|hospice|diagnos\w+|cancer|chemo\w*|surgery|"
        r"stroke|depress\w+|burn(?:t|ed)?[ -]?out|breakdown|break-?up|broke up|separat(?:ed|ion)|heartbroken|"
        r"heal(?:ing)?|over my ex|"
        r"(?:is|am|are|'m|'re|'s|been|very|so|seriously) (?:ill|sick)|sick leave|too soon (?:for me|after)|long "
        r"relationship|losing (?:my|our)|lost (?:my|our) (?:\w+ )?"
        r"(?:mother|father|mum|mom|dad|son|daughter|child|baby|husband|wife|brother|sister|friend|colleague|partner|"
        r"dog|cat|parents?|grand\w+|founder|ceo)|"
        r"(?:not|n't|never) (?:\w+ )?(?:feel(?:ing)? )?ready (?:to (?:date|move|meet|talk|love|see|commit|be|have|"
        r"marry|trust|think)|for (?:a |any|some|this|love|dating|marriage|kids|children|that|us|you|more|anything|"
        r"another))|not ready\W*$|not ready yet)\b"
    ),
    re.IGNORECASE,
)
_ASK_FOR = re.compile(
    r"(?:talk to|speak (?:to|with)|ask|contact|try|write to|write|reach out to|email|call|see|colleague,?|successor,?|"
    r"partner,?|to|is|are) "
    r"(?P<who>(?:Mr|Ms|Mrs|Dr)?\.? ?[A-Z][\w'-]+(?: [A-Z][\w'-]+)?(?: (?:in|from|at|of) (?:the )?[\w-]+)?|"
    r"[\w.+-]+@[\w.-]*)"
)


@dataclass(frozen=True, slots=True)
class Reading:
    """What a refusal says. `label` and `step` are None where the reader is not sure; `ranked` always has all four.

    `stop` holds the words by which they asked for no more contact, as understood. `tender`: grief, illness, not ready.
    `contact`: whom they named instead.
    """

    label: Label | None
    ranked: tuple[tuple[Label, float], ...]
    step: Step | None
    when: When | None = None
    stop: str | None = None
    tender: bool = False
    contact: str | None = None


def read_refusal(text: str, *, now: int, head: Head, numbers: Numbers, said: Label | None = None) -> Reading:
    """The refusal, read at `now` (us on the person's own clock). `said`: what the person says it is; they know best."""
    stop = stop_contact(text)
    if stop is not None:
        rest = tuple((label, 0.0) for label in Label if label is not Label.OTHER)
        return Reading(Label.OTHER, ((Label.OTHER, 1.0), *rest), Step.RESPECT_STOP, stop=stop)
    chances = dict(zip(READINGS, map(float, head.chances(numbers(text))), strict=True))
    ranked = _ranked(chances)
    label, chance = ranked[0] if said is None else (said, 1.0)
    chance *= 1.0 if said is not None else 1.0 - chances["none"]
    if not text.strip() or chance < SURE or (said is None and _unread(text, head)):
        return Reading(None, ranked, None, tender=_TENDER.search(text) is not None)
    best = max((name for name in _OF if _OF[name][0] is label), key=lambda name: chances[name])
    tender = label is Label.TIMING and (_TENDER.search(text) is not None or chances["tender"] >= _TENDER_SURE)
    step = Step.CLOSE if tender else _OF[best][1]
    return Reading(
        label,
        ranked,
        step,
        when=when(text, today=now // DAY) if step is Step.FOLLOW_UP else None,
        tender=tender,
        contact=_named(text) if step is Step.REDIRECT_CONTACT else None,
    )


def plain_no() -> Reading:
    """A no in plain words of a language that the reader cannot read: it stands, and nothing is said of why."""
    rest = tuple((label, 0.0) for label in Label if label is not Label.OTHER)
    return Reading(Label.OTHER, ((Label.OTHER, 1.0), *rest), Step.CLOSE)


def _unread(text: str, head: Head) -> bool:
    """Whether it is in words the reader never met: another language than English, or no language at all."""
    return not_english(text) or (head.known is not None and share_known(text, head.known) < _KNOWN)


def _ranked(chances: dict[str, float]) -> tuple[tuple[Label, float], ...]:
    """The labels with their chances, given that it is a refusal at all."""
    a_refusal = sum(chances[name] for name in _OF)
    total = {label: sum(chances[name] for name in _OF if _OF[name][0] is label) / a_refusal for label in Label}
    return tuple(sorted(total.items(), key=lambda pair: -pair[1]))


def _named(text: str) -> str | None:
    found = _ASK_FOR.search(text)
    return found["who"].strip() if found else None


@dataclass(frozen=True, slots=True)
class Confirmed:
    """A refusal, and what the person said it was."""

    text: str
    label: Label


def learn(head: Head, confirmed: Sequence[Confirmed], numbers: Numbers) -> Head:
    """The reader after what the person confirmed or corrected; within a label, its likeliest reading is meant."""
    if not confirmed:
        return head
    x = np.array([numbers(each.text) for each in confirmed])
    chances = head.chances(x)
    inside = np.array([[name in _OF and _OF[name][0] is each.label for name in READINGS] for each in confirmed])
    return refit(head, x, np.where(inside, chances, -1.0).argmax(axis=1))
