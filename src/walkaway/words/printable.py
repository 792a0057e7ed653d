"""Text from outside in; text that cannot steer a terminal or turn a line around, out."""

from __future__ import annotations

import re

_STEERING = re.compile("[\x00-\x1f\x7f-\x9f\u061c\u200e\u200f\u202a-\u202e\u2028\u2029\u2066-\u2069\ufeff]+")
"""Control characters, line separators, and the marks that change the direction of what follows."""


def printable(text: str, longest: int = 60) -> str:
    """The text on one line, without control characters, cut where it is very long."""
    plain = _STEERING.sub(" ", text).strip() or "?"
    return plain if len(plain) <= longest else plain[: longest - 1].rstrip() + "…"
