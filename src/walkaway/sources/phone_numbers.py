"""A phone number as a file writes it in, what makes it the same number out."""

from __future__ import annotations

import re

_NO_DIGIT = re.compile(r"[^\d+]+")
_LETTERS = re.compile(r"[^\W\d_]")
_TELLING = 9
"""So many last digits tell numbers apart; what stands before them is the way to dial."""


def number_key(number: str) -> str:
    """`+1 (555) 010-2030`, `0015550102030` and `5550102030` are one; a sender of letters is its name."""
    if _LETTERS.search(number) or "@" in number:
        return number.strip().casefold()
    digits = _NO_DIGIT.sub("", number).lstrip("+").lstrip("0")
    return digits[-_TELLING:] if len(digits) > _TELLING else digits
