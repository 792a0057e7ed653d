"""The fitted readers of refusals out of their file: one on words alone, one that adds a sentence model."""

from __future__ import annotations

from functools import cache
from pathlib import Path

import numpy as np

from walkaway.core.events import FloatArray
from walkaway.core.redirect.features import features
from walkaway.core.redirect.head import Head
from walkaway.core.redirect.reading import Numbers
from walkaway.lexicon import sentence_model

FILE = Path(__file__).parent / "en" / "refusals.npz"
SENTENCE_WEIGHT = 1.5
"""How much a sentence vector counts beside the blocks of features.py; chosen by cross-validation."""


def with_sentences(model: sentence_model.SentenceModel) -> Numbers:
    """The numbers of features.py, and those of the sentence model behind them."""

    def numbers(text: str) -> FloatArray:
        return np.concatenate([features(text), SENTENCE_WEIGHT * model(text)])

    return numbers


@cache
def reader() -> tuple[Head, Numbers]:
    """The best reader this machine has: with a sentence model if one is installed, else on words alone."""
    model = sentence_model.find()
    if model is None:
        return head("words"), features
    return head("sentences"), with_sentences(model)


@cache
def head(name: str) -> Head:
    """The fitted numbers: "words" or "sentences"."""
    with np.load(FILE, allow_pickle=False) as kept:
        return Head(kept[f"{name}_weights"].astype(np.float64), kept[f"{name}_bias"].astype(np.float64), name)
