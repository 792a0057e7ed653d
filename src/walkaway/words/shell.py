"""A language code in; the words of the pages in that language, and the direction of its script, out."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from importlib import import_module
from typing import Any

LANGUAGES = {"en": "English", "de": "Deutsch", "es": "Español"}
"""What one can choose, each in its own words."""
PSEUDO = "en-XB"
"""English with strange letters, from right to left: shows what is not translated, and what is drawn the wrong way."""
_STRANGE = str.maketrans("aeiounscAEIOUNSC", "áéíóúñšçÁÉÍÓÚÑŠÇ")
_TO_RIGHT, _BACK = "\u2067", "\u2069"


@dataclass(frozen=True, slots=True)
class Shell:
    """The words by name, the code for `lang`, and the direction of the script."""

    code: str
    direction: str
    words: Mapping[str, Any]


@cache
def shell(code: str) -> Shell:
    """The words in this language; English where we have none."""
    if code == PSEUDO:
        return Shell("en-XB", "rtl", _pseudo(shell("en").words))
    known = code if code in LANGUAGES else "en"
    words: Mapping[str, Any] = import_module(f"walkaway.words.{known}.shell").SHELL
    from babel import Locale

    return Shell(known, "rtl" if Locale(known).text_direction == "rtl" else "ltr", words)


def negotiated(accepts: str) -> str:
    """The language a browser would like best, of those we have."""
    from babel import negotiate_locale

    asked = sorted((_weighed(part) for part in accepts.split(",") if part.strip()), key=lambda w: -w[0])
    return negotiate_locale([code for weight, code in asked if weight > 0], list(LANGUAGES), sep="-") or "en"


def _weighed(part: str) -> tuple[float, str]:
    code, _, weight = part.strip().partition(";q=")
    try:
        return (float(weight) if weight else 1.0), code
    except ValueError:
        return 0.0, code


def _pseudo(words: Mapping[str, Any]) -> dict[str, Any]:
    return {name: _strange(said) for name, said in words.items()}


def _strange(said: Any) -> Any:
    if isinstance(said, str):
        # What stands in braces is filled in later and must keep its letters.
        parts = said.split("{")
        fixed = [parts[0].translate(_STRANGE)]
        for part in parts[1:]:
            name, _, rest = part.partition("}")
            fixed.append(f"{name}}}{rest.translate(_STRANGE)}")
        return f"{_TO_RIGHT}{'{'.join(fixed)}{_BACK}"
    return tuple(map(_strange, said)) if isinstance(said, Sequence) else said
