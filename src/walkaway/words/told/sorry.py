"""What went wrong, in English, and a language's sentences in; the same in that language, out."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Any


def apology(sentence: str, *, of: Any) -> str | None:
    """The sentence with what stood in its blanks; None: the language has no words for it."""
    for english, said in of.SORRY.items():
        found = _pattern(english).fullmatch(sentence)
        if found is not None:
            return str(said.format(*found.groups()))
    return None


def _pattern(english: str) -> re.Pattern[str]:
    """Blanks hold anything, as little as fits."""
    return re.compile("".join(_parts(english)), re.DOTALL)


def _parts(english: str) -> Iterator[str]:
    first, *rest = english.split("{}")
    yield re.escape(first)
    for part in rest:
        yield f"(.+?){re.escape(part)}"
