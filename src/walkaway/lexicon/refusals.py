"""The fitted readers of refusals out of their file: one on words alone, one that adds a sentence model."""

from __future__ import annotations

from functools import cache
from pathlib import Path

import numpy as np

from walkaway.core.events import FloatArray
from walkaway.core.redirect.features import features, meant, unit
from walkaway.core.redirect.head import Head
from walkaway.core.redirect.reading import Numbers
from walkaway.lexicon import sentence_model

FILE = Path(__file__).parent / "en" / "refusals.npz"
SENTENCE_WEIGHT = 2.5
"""How much the sentence vectors count beside the blocks of features.py; chosen by leaving out one writer at a time."""


def with_sentences(model: sentence_model.SentenceModel) -> Numbers:
    """The numbers of features.py, and behind them the mean of what the sentence model says of each sentence.

    One vector for a whole letter mixes the reason with what is around it; the mean did better, at twice the time.
    """

    def numbers(text: str) -> FloatArray:
        mean: FloatArray = np.mean([model(sentence) for sentence in meant(text)], axis=0)
        return np.concatenate([features(text), SENTENCE_WEIGHT * unit(mean)])

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
        weights, bias = (kept[f"{name}_{part}"].astype(np.float64) for part in ("weights", "bias"))
        return Head(weights, bias, name, kept["known"])
