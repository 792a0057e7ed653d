"""Markets of players who may leave: waiting times, slips and a seed in; what each player earned per round, out.

220 players a market, each strategy with each exit rule once. Whoever is alone earns 1 a round and finds somebody new
after `wait` rounds on average; pairs play on until one leaves, or by chance. All markets run side by side, in columns.
"""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
from studies.market.belief import ALONE, SETTING, Leaver, Setting
from studies.market.exits import BELIEF, FIXED, RULES
from studies.market.history import History
from studies.market.strategies import STRATEGIES

from walkaway.core.events import BoolArray, FloatArray, Int64Array

ROUNDS = 600
PARTS_BY_CHANCE = 0.005
PAYOFF = np.array([[1.0, 5.0], [0.0, 3.0]])
"""By own and the other's move, 1 = cooperate."""
NOBODY = -1


@dataclass(frozen=True, slots=True)
class Cell:
    """A kind of market: rounds of waiting for somebody new, and how often a move slips into its opposite."""

    wait: float
    slip: float


CELLS = tuple(Cell(wait, slip) for wait in (0.0, 3.0, 10.0) for slip in (0.0, 0.05))
ELSEWHERE = (Cell(1.0, 0.02), Cell(6.0, 0.02), Cell(3.0, 0.1), Cell(20.0, 0.05))
"""Markets on which no setting was ever tried."""


def played(
    cells: tuple[Cell, ...], markets: int, seed: int, *, rounds: int = ROUNDS, setting: Setting = SETTING
) -> FloatArray:
    """What each player earned per round: (cells, markets, strategies, rules)."""
    rng = np.random.default_rng(seed)
    shape = (len(cells) * markets, len(STRATEGIES), len(RULES))
    wait, slip = (np.repeat([getattr(cell, name) for cell in cells], markets) for name in ("wait", "slip"))
    finds, slips = (1 / (1 + wait))[:, None], slip[:, None, None]
    seen, leaver = History.blank(shape), Leaver(shape[0] * shape[1], setting)
    partner = np.full((shape[0], shape[1] * shape[2]), NOBODY)
    earned = np.zeros(shape)
    for _ in range(rounds):
        new = _meet(partner, finds, rng).reshape(shape)
        seen.forget(new)
        leaver.meet(new[..., BELIEF].ravel())
        paired = (partner != NOBODY).reshape(shape)
        chance = np.stack([one.chance(seen.of(k)) for k, one in enumerate(STRATEGIES)], axis=1)
        slipped = rng.random(shape) < slips
        move = (rng.random(shape) < chance) ^ slipped
        theirs = _of_the_other(move, partner)
        paid = np.where(paired, PAYOFF[move.astype(np.int64), theirs.astype(np.int64)], ALONE)
        earned += paid
        provoked = ~seen.mine  # before this round is recorded
        seen.record(move, theirs)
        leaves = np.zeros(shape, np.bool_)
        for k, rule in enumerate(FIXED):
            leaves[..., k] = rule.leaves(seen.with_rule(k))
        leaves[..., BELIEF] = _by_belief(leaver, paired, theirs, provoked, slipped, paid)
        leaves &= paired
        gone = leaves | _of_the_other(leaves, partner) | _by_chance(partner, rng).reshape(shape)
        gone &= paired
        leaver.part(gone[..., BELIEF].ravel())
        leaver.go_on((paired & ~gone)[..., BELIEF].ravel())
        partner[gone.reshape(partner.shape)] = NOBODY
    return (earned / rounds).reshape(len(cells), markets, *shape[1:])


def _by_belief(
    leaver: Leaver, paired: BoolArray, theirs: BoolArray, provoked: BoolArray, slipped: BoolArray, paid: FloatArray
) -> BoolArray:
    with_somebody = paired[..., BELIEF].ravel()
    leaver.wait(~with_somebody)
    helped, may_answer, slip = (x[..., BELIEF].ravel() for x in (theirs, provoked, slipped))
    leaver.see(with_somebody, helped, may_answer, slip, paid[..., BELIEF].ravel())
    return leaver.leaves().reshape(paired.shape[:2])


def _meet(partner: Int64Array, finds: FloatArray, rng: np.random.Generator) -> BoolArray:
    """Pair up, at random, those who are alone and find somebody this round; `partner` is changed. Says who is new."""
    looking = (partner == NOBODY) & (rng.random(partner.shape) < finds)
    order = np.where(looking, rng.random(partner.shape), 2.0).argsort(axis=1)
    pairs = looking.sum(axis=1) // 2
    one, other = order[:, 0:-1:2], order[:, 1::2]
    meet = np.arange(one.shape[1]) < pairs[:, None]
    market = np.broadcast_to(np.arange(len(partner))[:, None], one.shape)[meet]
    partner[market, one[meet]], partner[market, other[meet]] = other[meet], one[meet]
    new = np.zeros(partner.shape, np.bool_)
    new[market, one[meet]] = new[market, other[meet]] = True
    return new


def _of_the_other(column: BoolArray, partner: Int64Array) -> BoolArray:
    """The same column as the partner has it; of nobody, False."""
    flat = column.reshape(partner.shape)
    theirs = np.take_along_axis(flat, np.maximum(partner, 0), axis=1) & (partner != NOBODY)
    return np.asarray(theirs.reshape(column.shape))


def _by_chance(partner: Int64Array, rng: np.random.Generator) -> BoolArray:
    """Pairs that end without anybody's will: the one with the lower number throws."""
    thrown = rng.random(partner.shape) < PARTS_BY_CHANCE
    first = np.arange(partner.shape[1]) < partner
    thrown &= first
    return thrown | _of_the_other(thrown, partner)
