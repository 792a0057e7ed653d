"""Numbers of texts and their readings in; a multinomial logistic reader out, and its chances for a new text."""

from __future__ import annotations

from dataclasses import dataclass, replace

import numpy as np
import numpy.typing as npt

from walkaway.core.events import FloatArray, Int64Array

READINGS = ("later", "tender", "fit", "contact", "person", "maybe", "no", "none")
"""What the reader tells apart. `later`, `tender`: timing. `contact`, `person`: person. `maybe`, `no`: other. `none`:
agreement, good news, small talk, which gets no label."""


@dataclass(frozen=True, slots=True, eq=False)
class Head:
    """Weights (readings by numbers) and a bias per reading, for one kind of numbers (`made_of`).

    `known`: marks of the words it was fitted on (features.known_words), where they were kept.
    """

    weights: FloatArray
    bias: FloatArray
    made_of: str
    known: npt.NDArray[np.uint8] | None = None

    def chances(self, x: FloatArray) -> FloatArray:
        """The chance of each reading, for one row or many."""
        return _softmax(x @ self.weights.T + self.bias)


def fit(x: FloatArray, said: Int64Array, *, made_of: str, ridge: float, weight: FloatArray | None = None) -> Head:
    """The weights that make `said` likeliest, less ridge |w|^2 / 2 (Hoerl & Kennard 1970; the bias is free).

    With many more columns than rows the optimum lies in the span of the rows, so it is sought there: w = a X, with the
    Gram matrix K = X X'. Newton steps would need a solve per reading; the loss is smooth and small, so plain
    accelerated descent (Nesterov 1983) is enough and needs no optimiser.
    """
    n, classes = len(said), len(READINGS)
    share = np.ones(n) / n if weight is None else weight / weight.sum()
    target = np.eye(classes)[said]
    gram = x @ x.T
    a, bias = np.zeros((classes, n)), np.zeros(classes)
    ahead, ahead_bias = a, bias
    step = 1.0 / (0.5 * max(share) * float(np.linalg.eigvalsh(gram)[-1]) + 0.5 + ridge)
    for k in range(_STEPS):
        off = (_softmax((ahead @ gram).T + ahead_bias) - target) * share[:, None]
        next_a = ahead - step * (off.T + ridge * ahead)
        next_bias = ahead_bias - step * off.sum(axis=0)
        momentum = k / (k + 3)
        ahead, ahead_bias = next_a + momentum * (next_a - a), next_bias + momentum * (next_bias - bias)
        a, bias = next_a, next_bias
    return Head(a @ x, bias, made_of)


_STEPS = 400


def refit(head: Head, x: FloatArray, said: Int64Array, *, pull: float = 4.0) -> Head:
    """The reader after the person confirmed or corrected some readings: near the one before, nearer the new with more.

    Minimises the loss on the confirmations plus pull |w - w0|^2 / 2, w0 the weights before. Nothing confirmed, nothing
    changed. A prior this strong lets one correction move its own sort of text and hardly any other.
    """
    if not len(said):
        return head
    target = np.eye(len(READINGS))[said]
    weights, bias = head.weights.copy(), head.bias.copy()
    step = 1.0 / (pull + 0.5 * float((x * x).sum(axis=1).max() + 1) * len(said))
    for _ in range(_STEPS):
        off = _softmax(x @ weights.T + bias) - target
        weights -= step * (off.T @ x + pull * (weights - head.weights))
        bias -= step * (off.sum(axis=0) + pull * (bias - head.bias))
    return replace(head, weights=weights, bias=bias)


def _softmax(score: FloatArray) -> FloatArray:
    raised = np.exp(score - score.max(axis=-1, keepdims=True))
    chances: FloatArray = raised / raised.sum(axis=-1, keepdims=True)
    return chances
