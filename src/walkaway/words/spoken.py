"""A language code in; what says a review in that language, English for what it does not have yet, out."""

from __future__ import annotations

from functools import cache
from importlib import import_module
from importlib.util import find_spec
from typing import Any

PARTS = ("doors", "kept", "leaving", "positions", "standards", "talks", "writing")
"""Modules of a language that doors ask by name."""


class Spoken:
    """The names of `walkaway.words.en`, in this language where it has them.

    `card_language` tells in which one the cards are, for a page must say which language a part of it is in.
    """

    def __init__(self, code: str) -> None:
        self._own = (
            import_module(f"walkaway.words.{code}") if code.isalpha() and _there(f"walkaway.words.{code}") else None
        )
        self._english = import_module("walkaway.words.en")
        self.card_language = code if self._own is not None and hasattr(self._own, "card") else "en"

    def __getattr__(self, name: str) -> Any:
        for home in (self._own, self._english):
            if home is None:
                continue
            if name in PARTS and _there(f"{home.__name__}.{name}"):
                return import_module(f"{home.__name__}.{name}")
            if name not in PARTS and hasattr(home, name):
                return getattr(home, name)
        raise AttributeError(name)


@cache
def spoken(code: str) -> Spoken:
    """What says a review in this language."""
    return Spoken(code)


@cache
def _there(module: str) -> bool:
    return find_spec(module) is not None
