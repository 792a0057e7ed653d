"""A text and the day it was read in; the time it names to come back, in words and as a day where it has one, out.

Days are counted from 1970-01-01. A month, a season or a quarter is named by its first day; "after" it, by the first
day of the next. Only times to come are given.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable
from dataclasses import dataclass

import numpy as np

from walkaway.core.redirect.pattern import Pattern

_MONTHS = ("january", "february", "march", "april", "may", "june", "july", "august", "september", "october",
           "november", "december")  # fmt: skip
_SHORT = {name[:3]: n for n, name in enumerate(_MONTHS, 1)} | {"sept": 9}
_MONTH = rf"(?P<month>{'|'.join(_MONTHS)}|jan|feb|mar|apr|jun|jul|aug|sept?|oct|nov|dec)\b\.?"
_DAYS = ("monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday")
_SEASONS = {"spring": 3, "summer": 6, "autumn": 9, "fall": 9, "winter": 12}
_NUMBERS = {"a": 1, "an": 1, "one": 1, "two": 2, "three": 3, "four": 4, "five": 5, "six": 6, "seven": 7, "eight": 8,
            "nine": 9, "ten": 10, "eleven": 11, "twelve": 12, "fourteen": 14, "eighteen": 18, "twenty": 20,
            "a few": 3, "a couple of": 2, "couple of": 2, "several": 4, "half a": 0.5}  # fmt: skip
_SPAN = {"day": 1, "week": 7}
_IN_MONTHS = {"month": 1.0, "quarter": 3.0, "half-year": 6.0, "year": 12.0}
_LEAD = r"(?P<lead>until|till|til|before|by|in|on|from|after|for|at|around|about|since)"


@dataclass(frozen=True, slots=True)
class When:
    """A time that was named: the words, and the day where there is one (days since 1970)."""

    said: str
    day: int | None

    @property
    def condition(self) -> bool:
        """Whether it names what must come first, "when you have more traction", and no time."""
        return self.day is None and _CONDITION.match(self.said) is not None


_Reader = Callable[[re.Match[str], int], int | None]


def when(text: str, *, today: int) -> When | None:
    """The time named to come back. One with a day goes before one without; of two with a day, the first in the list."""
    said = re.sub(r"\s+", " ", text.lower().replace("’", "'"))
    for way, day_of in _WAYS:
        for match in way.finditer(said):
            day = day_of(match, today)
            if day is not None and day > today:
                return When(match[0].strip(" ,."), day)
    open_ended = _OPEN.search(said)
    return When(open_ended[0].strip(" ,."), None) if open_ended else None


# --- calendar ---------------------------------------------------------------------------------------------------------


def _parts(day: int) -> tuple[int, int, int]:
    date = np.datetime64(day, "D")
    month = date.astype("datetime64[M]")
    return int(month.astype(int)) // 12 + 1970, int(month.astype(int)) % 12 + 1, int((date - month).astype(int)) + 1


def _first(year: int, month: int) -> int:
    """The first day of a month; months beyond 12 run on into the next years."""
    months = (year - 1970) * 12 + month - 1
    return int(np.datetime64(months, "M").astype("datetime64[D]").astype(int))


def _day_of(year: int, month: int, day: int) -> int | None:
    """A day of a month; None where that month has no such day, like 31 February. Months beyond 12 run on."""
    first = _first(year, month)
    return first + day - 1 if 1 <= day <= _first(year, month + 1) - first else None


def _coming(month: int, today: int) -> int:
    """The first day of the next month of this name; this very month counts as the coming year's."""
    year, now, _ = _parts(today)
    return _first(year + (month <= now), month)


def _weekday(today: int) -> int:
    return (today + 3) % 7  # 1970-01-01 was a Thursday


def _easter(year: int) -> int:
    """Sunday, by the Gregorian rule in the form of Meeus (Astronomical Algorithms, 1991)."""
    a, b, c = year % 19, year // 100, year % 100
    h = (19 * a + b - b // 4 - (b - (b + 8) // 25 + 1) // 3 + 15) % 30
    k = (32 + 2 * (b % 4) + 2 * (c // 4) - h - c % 4) % 7
    m = h + k - 7 * ((a + 11 * h + 22 * k) // 451) + 114
    return _first(year, m // 31) + m % 31


# --- ways to name a time ----------------------------------------------------------------------------------------------


def _month_number(name: str) -> int:
    return _SHORT[name[:3]]


def _dated(match: re.Match[str], today: int) -> int | None:
    year, month = _parts(today)[0], _month_number(match["month"])
    return _next_of((_day_of(y, month, int(match["day"])) for y in (year, year + 1)), match, today)


def _of_month(match: re.Match[str], today: int) -> int | None:
    """The 20th: of this month, or of the next that has one."""
    year, month, _ = _parts(today)
    return _next_of((_day_of(year, month + k, int(match["day"])) for k in range(3)), match, today)


def _next_of(days: Iterable[int | None], match: re.Match[str], today: int) -> int | None:
    named = next((day for day in days if day is not None and day > today), None)
    return None if named is None else named + _after(match)


def _after(match: re.Match[str]) -> int:
    return int((match.groupdict().get("lead") or "") == "after")


_PART = {"early": 0, "beginning": 0, "start": 0, "mid": 14, "middle": 14, "late": 24}


def _in_month(match: re.Match[str], today: int) -> int | None:
    month = _month_number(match["month"])
    year = match.groupdict().get("year")
    first = _first(int(year), month) if year else _coming(month, today)
    part = (match.groupdict().get("part") or "").strip()
    if part.startswith("end") or _after(match):
        y, m, _ = _parts(first)
        return _first(y, m + 1) - (0 if _after(match) else 1)
    return first + _PART.get(part.split(" ")[0].rstrip("-"), 0)


def _season(match: re.Match[str], today: int) -> int:
    first = _coming(_SEASONS[match["season"]], today)
    year, month, _ = _parts(first)
    now = _parts(today)[1]
    inside = 0 <= (now - month) % 12 < 3
    if _after(match):  # the end of the one we are in, or of the coming one
        start = _first(year - 1, month) if inside else first
        y, m, _ = _parts(start)
        return _first(y, m + 3)
    return first


def _quarter(match: re.Match[str], today: int) -> int:
    year, now, _ = _parts(today)
    month = 3 * int(match["quarter"]) - 2
    return _first(year + (month + 2 < now or month <= now), month)


def _in_span(match: re.Match[str], today: int) -> int | None:
    n = _NUMBERS.get(match["n"].strip()) or (float(match["n"]) if match["n"].strip().isdecimal() else None)
    if n is None or n > 999:
        return None
    unit = match["unit"].rstrip("s")
    if unit in _SPAN:
        return today + round(n * _SPAN[unit])
    year, month, day = _parts(today)
    first = _first(year, month + int(n * _IN_MONTHS[unit]))
    return min(first + day - 1, _first(*_parts(first)[:2]) + 27 if day > 28 else first + day - 1)


def _next(match: re.Match[str], today: int) -> int | None:
    year, month, _ = _parts(today)
    monday = today + 7 - _weekday(today)
    return {
        "week": monday,
        "month": _first(year, month + 1),
        "quarter": _first(year, (month - 1) // 3 * 3 + 4),
        "half-year": _first(year, 7 if month < 7 else 13),
        "half": _first(year, 7 if month < 7 else 13),
        "year": _first(year + 1, 1),
        "weekend": monday + 5,
    }.get(match["unit"])


def _rest_of(match: re.Match[str], today: int) -> int | None:
    return _next(match, today)


def _on_weekday(match: re.Match[str], today: int) -> int:
    ahead = (_DAYS.index(match["weekday"]) - _weekday(today) - 1) % 7 + 1
    later = 7 if (match.groupdict().get("next") or "") and ahead + _weekday(today) < 7 else 0
    return today + ahead + later + _after(match)


def _feast(match: re.Match[str], today: int) -> int | None:
    year, month, _ = _parts(today)
    name = match["feast"]
    if name == "easter":
        sunday = next(day for day in (_easter(year), _easter(year + 1)) if day > today)
        return sunday + 2
    if name == "christmas":
        return _first(year, 12) + 26 if today < _first(year, 12) + 26 else _first(year + 1, 12) + 26
    if "new year" in name or month >= 10:
        return _first(year + 1, 1) + (6 if "holiday" in name else 0)
    return _coming(9, today)  # the long holidays of the summer


_WAYS: tuple[tuple[Pattern, _Reader], ...] = tuple(
    (Pattern(pattern), reader)
    for pattern, reader in (
        (rf"\b(?:{_LEAD} )?(?:the )?(?P<day>\d{{1,2}})(?:st|nd|rd|th)?\.? (?:of )?{_MONTH}", _dated),
        (
            (
                rf"\b(?:{_LEAD} )?(?:the )?(?P<month>{'|'.join(_MONTHS)}) (?:the )?(?P<day>\d{{1,2}})(?:st|nd|rd|th)?"
                r"\b(?! ?%)"
            ),
            _dated,
        ),
        (
            (
                rf"\b(?:{_LEAD} )?(?:the )?(?P<part>early|beginning of|start of|mid|mid-|middle of|late|end "
                rf"of)[ -]?{_MONTH}(?: (?P<year>20\d\d))?"
            ),
            _in_month,
        ),
        (rf"\b(?:{_LEAD}|every|again|next|this coming|each) {_MONTH}(?: (?P<year>20\d\d))?", _in_month),
        (rf"\b{_LEAD} the (?P<day>\d{{1,2}})(?:st|nd|rd|th)\b", _of_month),
        (r"\b(?P<lead>in|after|until|till|by|from|before)? ?q(?P<quarter>[1-4])\b", _quarter),
        (rf"\b{_LEAD} (?:the )?(?:next |coming |early |late )?(?P<season>spring|summer|autumn|fall|winter)\b", _season),
        (r"\b(?:next|this coming|early|late) (?P<season>spring|summer|autumn|fall|winter)\b", _season),
        (
            (
                r"\b(?:after|until|till|before) (?:the )?(?P<feast>easter|christmas|new year'?s?|holidays?|summer "
                r"holidays?|winter break)\b"
            ),
            _feast,
        ),
        (r"\b(?P<feast>in the new year|early in the new year)\b", _feast),
        (
            (
                r"\b(?:in|after|for|another|about|within)(?: about| around| the next| another)? (?P<n>half a|a few|a "
                r"couple of|couple of|several|an?|one|two|three|four|five|six|seven|eight|nine|ten|"
                r"eleven|twelve|fourteen|eighteen|twenty|\d{1,3})(?: more| good)?[ -](?P<unit>days?|weeks?|months?|"
                r"quarters?|years?)\b"
            ),
            _in_span,
        ),
        (
            (
                r"\b(?P<n>a few|a couple of|two|three|four|five|six|eight|nine|ten|twelve|eighteen|\d{1,3}) more "
                r"(?P<unit>days?|weeks?|months?|quarters?|years?)\b"
            ),
            _in_span,
        ),
        (r"\b(?P<n>a)nother (?P<unit>day|week|month|quarter|year)\b", _in_span),
        (r"\b(?:next|coming|following) (?P<unit>weekend|week|month|quarter|half-year|half|year)\b", _next),
        (r"\b(?:this|the) (?P<unit>weekend)\b.{0,40}\b(?:next one|the one after|one after)\b", _next),
        (
            (
                r"\b(?:end of|rest of|gone for|left|left for|left in|not|for|until the end of) (?:the |this |in this "
                r")?(?P<unit>week|month|quarter|half-year|year)\b"
            ),
            _rest_of,
        ),
        (r"\b(?:this|the) (?P<unit>month|quarter|half-year|year)(?:'s)? (?:is|looks|has been|budget)\b", _rest_of),
        (rf"\b(?:{_LEAD} )?(?P<next>next )?(?P<weekday>{'|'.join(_DAYS)})\b", _on_weekday),
        (r"\btomorrow\b", lambda _match, today: today + 1),
        (r"\bafter the weekend\b", lambda _match, today: today + 7 - _weekday(today)),
        (r"\b(?:until|till|in|from|before|by) (?P<year>20\d\d)\b", lambda match, _today: _first(int(match["year"]), 1)),
        (r"\b(?:later )?this (?P<unit>week|month|quarter|year)\b", _next),
    )
)
_CONDITION = re.compile(r"(?:when|once|as soon as|after|until|till?|by the time|while)\b")
_OPEN = Pattern(
    r"\b(?:when|once|as soon as|after|until|till|til|by the time|while) (?!all\b|careful\b|you can\b|i "
    r"can\b)(?:[\w'/-]+ ?){1,7}|\bnext (?:fiscal|financial|budget|school) year\b"
    r"|\bnext (?:round|season|semester|term|cycle|time|intake)\b|\b(?:at|by) the end of (?:the )?\w+|\blater this "
    r"year\b"
)
