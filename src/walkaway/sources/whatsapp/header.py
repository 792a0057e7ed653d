r"""A line in, the header that opens a message out: the one place that says what a header looks like.

    [13.06.18, 21:25:15] Ann: hello          brackets (iOS)
    6/13/18, 9:25 PM - Ann: hello            a dash (Android)
    13.06.18 21.25.15: Ann: hello            a colon (old iOS)
    13. 6. 2018. 21:25:15 Ann: hello         nothing, after a date that ends in a dot

The pattern is written in characters and compiled to UTF-8 bytes, so that it runs on the file as it lies in memory and
its places are byte places. That is why a character beyond ASCII stands in an alternation, never in a [class].
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import lru_cache

MARKS = "\ufeff\u200e\u200f\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069"
"""Byte order mark and marks of writing direction: they may stand at many places and never mean anything to us."""

DIGITS = ("0123456789", "٠١٢٣٤٥٦٧٨٩", "۰۱۲۳۴۵۶۷۸۹", "०१२३४५६७८९")
SPACES = " \u00a0\u202f\u2009"
BEFORE_NOON = ("上午", "凌晨", "清晨", "早上", "午前", "오전", "ص", "ق.ظ.", "ق.ظ", "पूर्वाह्न", "π.μ.", "ÖÖ", "SA", "de.")
AFTER_NOON = ("下午", "中午", "晚上", "午後", "오후", "م", "ب.ظ.", "ب.ظ", "अपराह्न", "μ.μ.", "ÖS", "CH", "du.")
BEFORE_TIME = ("klo", "kl.", "um", "à", "às", "at", "a las", "alle", "saat", "в", "o", "ob")


def _any_of(choices: str | tuple[str, ...]) -> str:
    longest_first = sorted(choices, key=len, reverse=True)
    return "(?:" + "|".join(re.escape(choice) for choice in longest_first) + ")"


_M = _any_of(MARKS) + "*"
_S = _any_of(SPACES)
_D = "(?:[0-9]|" + "|".join("".join(DIGITS[1:])) + ")"
_PERIOD = rf"(?:[AaPp]\.?{_S}?[Mm]\.?|{_any_of(BEFORE_NOON + AFTER_NOON)})"

_DATE = rf"""
    (?P<a> (?P<year_first>{_D}{{4}}) | {_D}{{1,2}} ) {_M}
    (?P<sep>[/.\-]) {_M} (?P<spaced>{_S})? {_M}
    (?P<b> (?(year_first) {_D}{{1,2}} | (?: (?P<year_middle>{_D}{{4}}) | {_D}{{1,2}} )) ) {_M}
    (?P=sep) {_M} {_S}? {_M}
    (?P<c> (?(year_first) {_D}{{1,2}} | (?(year_middle) {_D}{{1,2}} | (?: (?P<year_last>{_D}{{4}}) | {_D}{{2}} ))) )
    {_M} (?P<dot>\.)? (?P<comma>,|،)?
"""
_TIME = rf"""
    (?: {_any_of(BEFORE_TIME)} {_S} )?
    (?: (?P<before>{_PERIOD}) {_S}? )?
    (?P<h>{_D}{{1,2}}) (?P<colon>[:.]) (?P<mi>{_D}{{2}}) (?: (?P=colon) (?P<s>{_D}{{2}}) )?
    (?: {_S}? (?P<after>{_PERIOD}) )?
"""
# Without bracket, dash or colon only a date that ends in a dot opens a message: "2/11/19, 14:48 Ann: hi" is somebody
# quoting another chat.
_CLOSE = rf"""
    {_M} (?P<close> (?(open) \] | (?: {_S} (?: - | – | — ) | : | (?(dot) (?={_S}) | (?!) ) )) )
    (?: {_S} | (?P<empty> (?= \r? (?: \n | \Z ) )) )
"""
HEADER = re.compile(rf"{_M} (?P<open>\[)? {_M} {_DATE} {_M} {_S} {_M} {_TIME} {_CLOSE}".encode(), re.VERBOSE)

FIRST_BYTES = frozenset(character.encode()[0] for character in "[" + MARKS + "".join(DIGITS))
SHORTEST = len("1/1/18 1:55:")

FIELDS = ("a", "b", "c", "h", "mi", "s")
ZERO_BYTES = {digit.encode(): digits[0].encode()[-1] for digits in DIGITS for digit in digits}
"""Each digit's bytes, and the last byte of its script's zero: the difference of last bytes is the value."""

_AFTER_NOON = frozenset(word.encode() for word in AFTER_NOON)


@dataclass(frozen=True, slots=True)
class Form:
    """How a file writes its headers, whatever the day: one file has one form, except where somebody quotes another.

    How many digits a day, month or hour has is not part of it, nor which kind of space or of am and pm.
    """

    bracket: bool
    close: bytes
    separator: bytes
    spaced: bool
    comma: bool
    year: str
    """first, middle, last (four digits) or short (two digits)."""
    colon: bytes
    seconds: bool
    clock: str
    """24, latin (am, pm) or word (上午, ص …)."""


def form_of(match: re.Match[bytes]) -> Form:
    written = match.group("open", "close", "sep", "spaced", "comma", "colon", "before", "after")
    year = next((name for name in ("first", "middle", "last") if match[f"year_{name}"]), "short")
    return _form(written, year, match["s"] is not None)


@lru_cache(maxsize=1024)
def _form(written: tuple[bytes | None, ...], year: str, seconds: bool) -> Form:
    opened, close, separator, spaced, comma, colon, before, after = written
    period = before or after
    return Form(
        bracket=opened is not None,
        close=(close or b"").strip()[-1:],
        separator=separator or b"",
        spaced=spaced is not None,
        comma=comma is not None,
        year=year,
        colon=colon or b"",
        seconds=seconds,
        clock="24" if period is None else "latin" if period[0] in b"aApP" else "word",
    )


def after_noon(match: re.Match[bytes]) -> bool | None:
    """True pm, False am, None a clock of 24 hours."""
    period = match["before"] or match["after"]
    return None if period is None else period[0] in b"pP" or period in _AFTER_NOON
