"""How far they may go, as a low and a high end and a shape, in; the belief, and the price to ask under each, out."""

from __future__ import annotations

import math
from dataclasses import dataclass
from typing import Literal, get_args

import numpy as np

from walkaway.app.errors import UsageError
from walkaway.core.offers.asking import Drawn, price_to_ask, price_to_bid
from walkaway.core.options.distributions import Exponential, Lognormal, Normal, Priced, Uniform, Worth

Shape = Literal["even", "middle", "low_middle", "few_far"]
SHAPES: tuple[Shape, ...] = get_args(Shape)
"""Every price alike (uniform), most in the middle (normal), the middle of ratios (lognormal), few far (exponential)."""
_Z = 1.6448536269514722
"""Nine in ten lie between so many standard deviations below and above."""
_DRAWN = 129


def belief(shape: Shape, ends: tuple[float, float]) -> Priced:
    """The belief over prices. Nine in ten lie between the ends; evenly, all; where few go far, 95 in 100 below.

    Raises UsageError where a shape needs a low end above nothing.
    """
    low, high = ends
    if shape == "even":
        return Uniform(low, high)
    if shape == "middle":
        return Normal((low + high) / 2, (high - low) / (2 * _Z))
    if high <= 0 or (shape == "low_middle" and low <= 0):
        raise UsageError("This shape needs a range above 0. Give other ends, or --shape even.")
    if shape == "low_middle":
        return Lognormal((math.log(low) + math.log(high)) / 2, math.log(high / low) / (2 * _Z))
    return Exponential(high / math.log(20))


def as_gain(shape: Shape, ends: tuple[float, float], *, selling: bool) -> Worth:
    """The same as the judgement of a talk wants it: as gain, and without the far tails, which nobody meant."""
    sign = 1 if selling else -1
    if shape == "even":
        low, high = sorted(sign * x for x in ends)
        return Uniform(low, high)
    told = belief(shape, ends)
    first = min(0.0, ends[0]) if shape == "few_far" else ends[0] - (ends[1] - ends[0]) / 2
    at = np.linspace(first, ends[1] + (ends[1] - ends[0]) / 2, _DRAWN)
    heights = np.diff(told.at_most(at))
    middles = (at[:-1] + at[1:]) / 2
    order = slice(None) if selling else slice(None, None, -1)
    return Drawn(tuple((sign * middles[order]).tolist()), tuple(heights[order].tolist()))


@dataclass(frozen=True, slots=True)
class Asking:
    """Under a belief of this shape: the price to say once, and the chance of a yes."""

    shape: Shape
    price: float
    chance: float


def asking(ends: tuple[float, float], fallback: float, *, selling: bool) -> tuple[Asking, ...]:
    """The price to say once under each belief that fits the range. None is worth saying where the chance is 0."""
    found = []
    for shape in SHAPES:
        try:
            told = belief(shape, ends)
        except UsageError:
            continue
        ask = price_to_ask(told, fallback=fallback) if selling else price_to_bid(told, worth=fallback)
        if ask.chance > 1e-6:
            found.append(Asking(shape, ask.price, ask.chance))
    return tuple(found)
