"""Offers in turn over a pie of 1: patience, outside options or the risk of a breakdown in, the first offer's split out.

Two things are told apart here. An outside option that you may take or leave is a floor: it changes nothing while the
inside brings more. A breakdown that neither chooses is a threat point: what you would then have moves the whole split.
"""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Shares:
    """What each side has. `deal` is False where both outside options together are more than the pie."""

    first: float
    second: float
    deal: bool = True


def in_turn(
    first_discount: float, second_discount: float, *, first_outside: float = 0.0, second_outside: float = 0.0
) -> Shares:
    """The first side proposes; who answers may leave for their outside option; discounts are per round.

    X1 = 1 - max(b2, d2 X2), X2 = 1 - max(b1, d1 X1), X1 and X2 what a side keeps when it proposes. Rubinstein (1982);
    outside options as in Osborne & Rubinstein (1990), 3.12, where only the answering side may leave: if both may at
    any refusal, there are many equilibria. Each maximum has two cases; the pair of cases that agrees with itself is it.
    """
    _need(0 <= first_discount <= 1 and 0 <= second_discount <= 1, "A discount lies between 0 and 1.")
    d1, d2, b1, b2 = first_discount, second_discount, first_outside, second_outside
    if b1 + b2 > 1:
        return Shares(b1, b2, deal=False)
    _need(d1 * d2 < 1, "One of the two must lose something by waiting.")
    neither = (1 - d2) / (1 - d1 * d2)
    free = (neither, (1 - d1) / (1 - d1 * d2))
    second_leaves = (1 - b2, 1 - max(b1, d1 * (1 - b2)))
    first_leaves = (1 - max(b2, d2 * (1 - b1)), 1 - b1)
    for x1, x2 in (free, second_leaves, first_leaves):
        if abs(x1 - (1 - max(b2, d2 * x2))) < 1e-12 and abs(x2 - (1 - max(b1, d1 * x1))) < 1e-12:
            return Shares(x1, 1 - x1)
    raise AssertionError("one pair of cases always agrees with itself")


def with_breakdown(risk: float, *, first_outside: float = 0.0, second_outside: float = 0.0) -> Shares:
    """No discount; after each refusal the talks end with chance `risk`, and each has its outside.

    X1 = 1 - (p b2 + (1 - p) X2) and the same for X2. As p goes to 0 this is Nash's split with the outsides as the
    threat point. Binmore, Rubinstein & Wolinsky (1986).
    """
    _need(0 < risk <= 1, "The risk lies above nothing and is at most certain.")
    p, b1, b2 = risk, first_outside, second_outside
    if b1 + b2 > 1:
        return Shares(b1, b2, deal=False)
    first = (1 - p * b2 - (1 - p) * (1 - p * b1)) / (1 - (1 - p) ** 2)
    return Shares(first, 1 - first)


def _need(true: bool, sentence: str) -> None:
    if not true:
        raise ValueError(sentence)
