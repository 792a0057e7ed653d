"""A language code in; the module that says a review in that language, English where there is none yet, out."""

from __future__ import annotations

from functools import cache
from importlib import import_module
from importlib.util import find_spec
from typing import Any


@cache
def spoken(code: str) -> Any:
    """A package with the names of `walkaway.words.en`."""
    known = find_spec(f"walkaway.words.{code}") is not None if code.isalpha() else False
    found = import_module(f"walkaway.words.{code if known else 'en'}")
    if not hasattr(found, "card"):
        found = import_module("walkaway.words.en")
    for part in ("doors", "standards", "positions"):
        import_module(f"{found.__name__}.{part}")  # so that it is there under its name
    return found
