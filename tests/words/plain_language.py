"""Text in; how hard it is to read, and the words it must never hold, out."""

from __future__ import annotations

import re

BANNED = frozenset(
    """
    needy desperate desperately game games gaming player playing clingy clinginess toxic narcissist narcissistic
    crazy insane ghost ghosted ghosting victim victims abuser abusers abusive manipulate manipulates manipulated
    manipulating manipulation manipulative loser losers stalker stalking pathetic obsessed obsessive jealous
    jealousy revenge punished punishing opponent conquest target lead lied liar lying cheater cheating selfish
    lazy weak stupid dumb hysterical dramatic drama ashamed shame shameful embarrassing fault blame deserve
    deserved naive fool foolish rejected reject beg begging he him his himself she her hers herself guy guys girl
    girls boy boys man men woman women husband wife boyfriend girlfriend motive motives intention intentions wants
    secretly bored
    """.split()  # noqa: SIM905 (a list of a hundred words reads better as prose)
)

_WORD = re.compile(r"[a-z]+(?:['’][a-z]+)?", re.IGNORECASE)
_VOWELS = re.compile(r"[aeiouy]+")


def banned_in(text: str) -> set[str]:
    """The banned words that the text holds, as whole words."""
    return {
        w for w in (word.lower().replace("’", "'").removesuffix("'s") for word in _WORD.findall(text)) if w in BANNED
    }


def syllables(word: str) -> int:
    """How many, by the usual rule of thumb: groups of vowels, without a silent e, without the e of -es and -ed."""
    plain = re.sub(r"[^a-z]", "", word.lower())
    if len(plain) <= 3:
        return 1
    stem = re.sub(r"(?<=[^laeiouyscxz])es$|(?<=[^aeioutdy])ed$|(?<=[^laeiouy])e$", "", plain)
    return max(1, len(_VOWELS.findall(stem)))


def grade(text: str) -> float:
    """Flesch-Kincaid grade (Kincaid et al. 1975): .39 words / sentences + 11.8 syllables / words - 15.59.

    Numbers count as words of one syllable; dates are numbers with a month.
    """
    sentences = [s for s in re.split(r"[.!?]+[”’)]*(?:\s|$)", text) if re.search(r"\w", s)]
    words = re.findall(r"[\w'’]+", text)
    if not words:
        return 0.0
    spoken = sum(syllables(w) if re.search("[a-zA-Z]", w) else 1 for w in words)
    return 0.39 * len(words) / max(1, len(sentences)) + 11.8 * spoken / len(words) - 15.59
