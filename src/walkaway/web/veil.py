"""Names, and words the person wrote, in; texts with initials and dots in their place, and in place of numbers, out."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from typing import TYPE_CHECKING

from walkaway.words.printable import printable

if TYPE_CHECKING:
    from walkaway.app.left import Left
    from walkaway.app.own_talk import OwnTalk
    from walkaway.app.pursuit import Pursuit

DOTS = "•••"
_DIGITS = re.compile(r"\d+(?:[.,:]\d+)*")
_LONGEST = 2000
_CUT = 35
"""Letters after which a sentence may end a long word of the person's with an ellipsis (40 is the least there is)."""
_USUAL_UNITS = ("points", "point")


@dataclass(frozen=True, slots=True)
class Veil:
    """What hides: what stands for each name, and the pattern that finds names and own words, longest first."""

    initials: Mapping[str, str]
    found: re.Pattern[str] | None

    def __call__(self, text: str) -> str:
        if self.found is not None:
            text = self.found.sub(lambda m: self.initials.get(m[0], DOTS), text)
        return _DIGITS.sub(DOTS, text)


def veil_of(names: Iterable[str], words: Iterable[str] = ()) -> Veil:
    """Names as they are written, to initials; words of one's own in any case, to dots."""
    initials = {name: _initials(name) for name in names if name.strip()}
    parts = [(name, re.escape(name)) for name in initials]
    parts += [(word, f"(?i:{_written(word)})") for word in {_plain(w) for w in words} - {""}]
    if not parts:
        return Veil(initials, None)
    longest_first = (pattern for _, pattern in sorted(parts, key=lambda part: len(part[0]), reverse=True))
    return Veil(initials, re.compile(rf"(?<!\w)(?:{'|'.join(longest_first)})(?!\w)"))


def _initials(name: str) -> str:
    return "".join(f"{part[0].upper()}." for part in name.split())


def _plain(word: str) -> str:
    """As a sentence shows it: without what steers, and without its last full stop."""
    return printable(word, _LONGEST).rstrip(".!? ") if word.strip() else ""


def _written(word: str) -> str:
    """The word as a pattern; a long one also as far as a sentence shows it."""
    whole = re.escape(word)
    return whole if len(word) <= _CUT else rf"{whole}|{re.escape(word[:_CUT])}[^…]*…"


# --- whose words ------------------------------------------------------------------------------------------------------


def names_in(pursuit: Pursuit) -> Iterator[str]:
    """Every name that may stand in a sentence about it."""
    yield from (name for name in (pursuit.name, pursuit.me, pursuit.with_) if name)


def words_in(pursuit: Pursuit) -> Iterator[str]:
    """Everything short that the person wrote themselves and a page may say again."""
    from walkaway.app.pursuit import example

    kind = pursuit.answers.kind
    yield from (standard.name for standard in pursuit.standards if example(kind, standard.name) is None)
    yield from (option.name for option in pursuit.options)
    yield from (edit.rule.words for edits in pursuit.promises.values() for edit in edits if edit.rule is not None)
    if pursuit.week.unit not in _USUAL_UNITS:
        yield pursuit.week.unit
    if pursuit.talk is not None:
        yield from _talked(pursuit.talk)
    if pursuit.left is not None:
        yield from _left(pursuit.left)


def _talked(talk: OwnTalk) -> Iterator[str]:
    for issue in talk.issues:
        yield issue.name
        yield from issue.values
    for package in talk.packages:
        yield from (*package.choice, *package.choice.values())


def _left(left: Left) -> Iterator[str]:
    yield from left.learned
    yield from (urge.before for urge in left.urges)
    yield from (letter.text for letter in left.letters)
    yield from (message.text for message in left.held)
