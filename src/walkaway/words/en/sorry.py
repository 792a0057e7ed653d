"""What went wrong, in English, in; the same, out: these sentences are written where they arise."""

from __future__ import annotations

SORRY: dict[str, str] = {}
"""In another language: by the English sentence, its blanks in order as {}, what is said instead."""


def apology(sentence: str) -> str | None:
    """The sentence in this language; None: it is said in English only."""
    return sentence
