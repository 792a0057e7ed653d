"""Issues and packages as people type them in; the same as values, or None where they cannot be read, out.

Pay: 55k, 60k, 65k            the values, the worst for you first; numbers are scored as numbers, other values evenly
Title: junior=0, senior=70, lead=100
60k, 2 days, senior           a package by its values; where one fits two issues, with its name: Pay 60k
"""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence

from walkaway.app.currency import is_money
from walkaway.app.issues import OwnIssue
from walkaway.words.amount import amount

_PARTS = re.compile(r"\s*(?:[;/+\n]|,(?!\d)|(?<!\d),)\s*")
"""A comma between two digits parts thousands: 60,000."""
_NUMBER = re.compile(r"[-+−]?[\d.,]*\d[kKmM]?")


def issue_in(typed: str) -> OwnIssue | None:
    """An issue with its values. Scores stand behind a sign of equality, for all of them or for none."""
    name, colon, rest = typed.partition(":")
    parts = [part for part in _PARTS.split(rest.strip()) if part]
    if not (colon and name.strip() and parts):
        return None
    values, scores = zip(*(_scored(part) for part in parts), strict=True)
    told = [score for score in scores if score is not None]
    if told and len(told) < len(values):
        return None
    return OwnIssue(name.strip(), tuple(values), tuple(told) if told else _counted(values))


def points_in(typed: str, issues: Sequence[OwnIssue]) -> dict[str, float] | None:
    """Pay 100, Days 60; or one number where one issue is left without."""
    found: dict[str, float] = {}
    for part in _PARTS.split(typed.strip()):
        issue, rest = _named(part, issues)
        read = None if issue is None else amount(rest)
        if issue is None or read is None:
            return None
        found[issue.name] = read.value
    return found


def package_in(typed: str, issues: Sequence[OwnIssue]) -> dict[str, str] | None:
    """The value of each issue that is named. None where a part fits no issue, two of them, or one a second time."""
    found: dict[str, str] = {}
    for part in filter(None, _PARTS.split(typed.strip())):
        issue, rest = _named(part, issues)
        fits = [(i, value) for i in ([issue] if issue else issues) if (value := _value(rest, i)) is not None]
        if len(fits) != 1 or fits[0][0].name in found:
            return None
        found[fits[0][0].name] = fits[0][1]
    return found or None


def package_out(choice: Mapping[str, str]) -> str:
    """Pay 60k, Days 2."""
    return ", ".join(f"{name} {value}" for name, value in choice.items())


def _scored(part: str) -> tuple[str, float | None]:
    value, _, score = part.rpartition("=")
    read = amount(score) if value else None
    return (part.strip(), None) if read is None else (value.strip(), read.value)


def _counted(values: Sequence[str]) -> tuple[float, ...]:
    """Scores of values given from the worst to the best: as far apart as their numbers, or evenly."""
    numbers = [_size(value) for value in values]
    known = [x for x in numbers if x is not None]
    rising = len(known) == len(values) and (known == sorted(known) or known == sorted(known, reverse=True))
    if not rising or len(set(known)) < len(known):
        return tuple(float(k) for k in range(len(values)))
    sign = 1.0 if known[-1] > known[0] else -1.0
    return tuple(sign * (x - known[0]) for x in known)


def _size(value: str) -> float | None:
    """The one number in a value, like 2 in "2 days"."""
    read = amount(value)
    if read is not None:
        return read.value
    there = _NUMBER.findall(value)
    read = amount(there[0]) if len(there) == 1 else None
    return None if read is None else read.value


def _named(part: str, issues: Sequence[OwnIssue]) -> tuple[OwnIssue | None, str]:
    """The issue that a part begins with, the longest name first, and what is left of it."""
    plain = part.strip()
    for issue in sorted(issues, key=lambda i: -len(i.name)):
        name = issue.name.casefold()
        if plain.casefold().startswith(name) and (rest := plain[len(name) :]) and not rest[0].isalnum():
            return issue, rest.lstrip(" :=").strip()
    return None, plain


def _value(typed: str, issue: OwnIssue) -> str | None:
    """The value meant: the same word, else the same number."""
    same = [value for value in issue.values if value.casefold() == typed.casefold()]
    if not same:
        read = amount(typed)
        plain = read is not None and is_money(read.currency)  # without: "Foo 3" is no 3
        size, unit = _size(typed), "" if plain else _NUMBER.sub("", typed).strip().casefold()
        same = [
            value for value in issue.values if size is not None and _size(value) == size and unit in value.casefold()
        ]
    return same[0] if len(same) == 1 else None
