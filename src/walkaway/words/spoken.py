"""A language code in; what says a review in that language, English for what it does not have yet, out."""

from __future__ import annotations

from functools import cache, partial
from importlib import import_module
from importlib.util import find_spec
from types import ModuleType
from typing import Any

from walkaway.words.sentences import Sentences

PARTS = (
    "amounts",
    "commitment",
    "doors",
    "farewells",
    "forecasts",
    "helplines",
    "kept",
    "leaving",
    "measures",
    "money",
    "noticing",
    "offers",
    "packages",
    "positions",
    "sorry",
    "standards",
    "talks",
    "worksheet",
    "writing",
)
"""Modules of a language that doors ask by name."""

_BESIDE = {
    "offers": ("offer_sending",),
    "leaving": ("farewells",),
    "noticing": ("talks",),
    "packages": ("talks",),
    "worksheet": ("noticing", "packages", "talks", "support"),
}
"""Modules whose names a part needs before those of all others."""
_COMMON = ("amounts", "money", "standards", "commitment", "positions", "measures", "reason", "doors", "support")
"""Modules whose names any part may need, after its own."""


class Part:
    """A part of a language: its own names, else the shared way of saying it with its sentences, else English."""

    def __init__(self, code: str, name: str) -> None:
        home = f"walkaway.words.{code}"
        self._own = _module(f"{home}.{name}")
        self._told = _module(f"walkaway.words.told.{name}")
        self._english = _module(f"walkaway.words.en.{name}")
        beside = (name, *_BESIDE.get(name, ()), *_COMMON)
        self._of = Sentences(*filter(None, (_module(f"{home}.{module}") for module in beside)))

    def __getattr__(self, name: str) -> Any:
        if self._own is not None and hasattr(self._own, name):
            return getattr(self._own, name)
        if self._own is not None and self._told is not None and hasattr(self._told, name):
            return partial(getattr(self._told, name), of=self._of)
        if hasattr(self._english, name):
            return getattr(self._english, name)
        raise AttributeError(name)


class Spoken:
    """The names of `walkaway.words.en`, in this language where it has them.

    `language_of` tells in which one a part is, for a page must say which language a part of it is in.
    """

    def __init__(self, code: str) -> None:
        # A code with a hyphen (the pseudo-locale) is no package.
        self._own = _module(f"walkaway.words.{code}") if code.isalpha() else None
        self._code = code if self._own is not None else "en"
        self._english = import_module("walkaway.words.en")

    def language_of(self, part: str) -> str:
        """The code of the language this part is in. "cards" are the cards of pursuits."""
        if part == "cards":
            return self._code if hasattr(self._own, "card") else "en"
        return self._code if _module(f"walkaway.words.{self._code}.{part}") is not None else "en"

    def __getattr__(self, name: str) -> Any:
        if name in PARTS:
            return _part(self._code, name)
        for home in (self._own, self._english):
            if hasattr(home, name):
                return getattr(home, name)
        raise AttributeError(name)


@cache
def spoken(code: str) -> Spoken:
    """What says a review in this language."""
    return Spoken(code)


@cache
def _part(code: str, name: str) -> Part:
    return Part(code, name)


@cache
def _module(name: str) -> ModuleType | None:
    """None: there is none of this name."""
    return import_module(name) if find_spec(name) is not None else None
