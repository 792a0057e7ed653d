"""What a check of a draft says it saw, and how it looks: straight quotes, the first pattern that is found."""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from dataclasses import dataclass, field

from walkaway.core.leaving.context import Context

Patterns = Sequence[re.Pattern[str]]


@dataclass(frozen=True, slots=True)
class Seen:
    """Where in the text (None: all of it), and the facts that the sentence about it may name."""

    span: tuple[int, int] | None = None
    said: dict[str, str] = field(default_factory=dict)


Check = Callable[[str, Context, Patterns, Patterns, int], Seen | None]


def first_of(patterns: Patterns, text: str) -> re.Match[str] | None:
    return next(filter(None, (pattern.search(text) for pattern in patterns)), None)


def plain(text: str) -> str:
    """Straight quotes; every letter stays in its place, so that spans hold."""
    return text.replace("’", "'").replace("‘", "'")
