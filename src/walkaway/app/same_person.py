"""Everybody that the archives show in; who may be one person under several names, with reasons, out.

Nothing is joined by itself: a suggestion has reasons, and the person says yes or no (app/people.py). Two who write in
one chat are two people.
"""

from __future__ import annotations

import re
import unicodedata
from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from enum import StrEnum
from itertools import combinations


class Reason(StrEnum):
    """Why two may be one, the strongest first."""

    SAME_ADDRESS = "same_address"
    SAME_NUMBER = "same_number"
    SAME_NAME = "same_name"
    NAME_IN_ADDRESS = "name_in_address"
    SAME_LOCAL_PART = "same_local_part"
    SAME_SHORT_NAME = "same_short_name"


_WEIGHT = dict(zip(Reason, (6, 6, 4, 3, 2, 1), strict=True))
_ADDRESS = re.compile(r"[^\s@<>]+@[^\s@<>]+")
_NO_WORD = re.compile(r"[\W\d_]+")
_DIGITS = re.compile(r"\D+")
_TELLING_DIGITS = 9
_FEWEST_DIGITS = 7
_SHORTEST_LOCAL_PART = 5
_MOST_ALIKE = 25
"""A name or number that more than this many share tells nobody apart."""
_ROLES = frozenset(
    [
        "admin",
        "billing",
        "careers",
        "contact",
        "finance",
        "hello",
        "hiring",
        "hello",
        "info",
        "investor",
        "investors",
        "jobs",
        "legal",
        "mail",
        "marketing",
        "news",
        "office",
        "press",
        "sales",
        "service",
        "support",
        "team",
        "webmaster",
        "welcome",
    ]
)


@dataclass(frozen=True, slots=True, order=True)
class Appearance:
    """Somebody as one channel shows them."""

    channel: str
    name: str
    handles: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Suggestion:
    """Two who may be one person."""

    one: Appearance
    other: Appearance
    reasons: tuple[Reason, ...]

    @property
    def weight(self) -> int:
        return sum(_WEIGHT[reason] for reason in self.reasons)


@dataclass(frozen=True, slots=True)
class Roll:
    """Who appears, and which pairs wrote in one chat."""

    people: tuple[Appearance, ...]
    together: frozenset[frozenset[Appearance]] = frozenset()


def suggest(found: Roll) -> tuple[Suggestion, ...]:
    """Pairs that are worth a question, those with the most reasons first."""
    reasons: dict[frozenset[Appearance], set[Reason]] = defaultdict(set)
    for (reason, _), alike in _alike(found.people).items():
        if len(alike) > _MOST_ALIKE:
            continue
        for one, other in combinations(alike, 2):
            reasons[frozenset((one, other))].add(reason)
    for pair in _short_names(found.people):
        reasons[pair].add(Reason.SAME_SHORT_NAME)
    suggestions = []
    for pair, why in reasons.items():
        one, other = sorted(pair)
        if pair in found.together:
            continue
        suggestions.append(Suggestion(one, other, tuple(reason for reason in Reason if reason in why)))
    return tuple(sorted(suggestions, key=lambda s: (-s.weight, s.one, s.other)))


# --- what makes two alike ---------------------------------------------------------------------------------------------


def _alike(people: Sequence[Appearance]) -> dict[tuple[Reason, str], list[Appearance]]:
    """For every reason and what it rests on, those who share it."""
    alike: dict[tuple[Reason, str], dict[Appearance, None]] = defaultdict(dict)
    for one in people:
        for key in _keys(one):
            alike[key][one] = None
    return {key: list(found) for key, found in alike.items() if len(found) > 1}


def _keys(one: Appearance) -> Iterable[tuple[Reason, str]]:
    for written in (one.name, *one.handles):
        if _ADDRESS.fullmatch(written):
            address = written.casefold()
            local = address.partition("@")[0].partition("+")[0]
            yield Reason.SAME_ADDRESS, address
            if len(local) >= _SHORTEST_LOCAL_PART and local not in _ROLES:
                yield Reason.SAME_LOCAL_PART, local
            if len(words := _words(local)) > 1:
                yield Reason.NAME_IN_ADDRESS, " ".join(words)
            continue
        digits = _DIGITS.sub("", written)
        if len(digits) >= _FEWEST_DIGITS and not any(letter.isalpha() for letter in written):
            yield Reason.SAME_NUMBER, digits.lstrip("0")[-_TELLING_DIGITS:]
            continue
        if len(words := _words(written)) > 1:
            yield Reason.SAME_NAME, " ".join(words)
            yield Reason.NAME_IN_ADDRESS, " ".join(words)


def _short_names(people: Sequence[Appearance]) -> Iterable[frozenset[Appearance]]:
    """A first name alone says little: only where each channel has one of that name."""
    named: dict[str, list[Appearance]] = defaultdict(list)
    for one in people:
        if len(words := _words(one.name)) == 1 and not _ADDRESS.fullmatch(one.name):
            named[words[0]].append(one)
    for alike in named.values():
        channels = [one.channel for one in alike]
        if len(alike) > 1 and len(set(channels)) == len(channels):
            yield from (frozenset(pair) for pair in combinations(alike, 2))


def _words(written: str) -> tuple[str, ...]:
    """The words of a name in alphabetical order, without accents: "Müller, Jo" is "Jo Muller"."""
    plain = unicodedata.normalize("NFKD", written).encode("ascii", "ignore").decode() or written
    return tuple(sorted(word for word in _NO_WORD.split(plain.casefold()) if word))
