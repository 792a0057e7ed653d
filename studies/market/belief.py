"""Leaving by belief: what one player has seen of partners, waits and own slips in; who is better off going, out.

walkaway's own model, asked in rounds instead of weeks. A round is met (the other cooperated), missed (it defected
unprovoked) or partly met (it defected right after one's own defection, which may be an answer). The belief moves as in
`core/verdict/states.py`, the plan of `core/verdict/solve.py` says what staying is worth, and walking is worth what a
new partner is, after the wait. The first round shows nothing: neither has seen anything of the
other yet, and some who begin warily come round.

Four numbers that a person knows from their own life go in, each with a first guess: how often one's own hand slips, how
long one waits for somebody new, what a round with and without the other's help brings, and how many new partners were
in it fully.
"""

from __future__ import annotations

from dataclasses import dataclass
from functools import lru_cache
from itertools import product

import numpy as np

from walkaway.core.events import BoolArray, FloatArray, Int64Array
from walkaway.core.verdict.model import DEFAULTS, STAY, Model, transitions
from walkaway.core.verdict.solve import beliefs, corners, move_values, solve

ALONE = 1.0
MET, PARTLY, MISSED = 0, 1, 2


@dataclass(frozen=True, slots=True)
class Setting:
    """The one setting, for every market, chosen by search. Rates are per round.

    `slip`, `wait` and `engaged` are first guesses; each `_guess` says how many observations of one's own it is worth.
    `answers` is how often an engaged partner answers one's own defection; `coasting` the share of those not engaged.
    """

    discount: float = 0.98
    decay: float = 0.013
    fall: float = 0.0015
    recover: float = 0.007
    fade: float = 0.0135
    coasting_meets: float = 0.5
    gone_meets: float = 0.02
    answers: float = 0.1
    temper: float = 0.85
    slip: float = 0.02
    slip_guess: float = 50.0
    wait: float = 2.0
    wait_guess: float = 0.3
    engaged: float = 0.45
    engaged_guess: float = 3.0
    coasting: float = 0.7
    mesh: int = 8


SETTING = Setting()
SLIPS = (0.003, 0.01, 0.025, 0.05, 0.09)
WAITS = (0.0, 1.0, 3.0, 6.0, 12.0)
ALONES = (0.0, 0.2, 0.4)
ENGAGED = (0.2, 0.4, 0.6)


@dataclass(frozen=True, slots=True, eq=False)
class Plans:
    """The model solved for every combination of the four numbers, P in all.

    `gain` (P, N): how much better staying is than walking, at each grid belief; `prior` (P, 3), `likelihood`
    (P, 3 marks, 3), `moved` (3, 3).
    """

    mesh: int
    gain: FloatArray
    prior: FloatArray
    likelihood: FloatArray
    moved: FloatArray

    @staticmethod
    def place(slip: FloatArray, wait: FloatArray, alone: FloatArray, engaged: FloatArray) -> Int64Array:
        """The combination nearest to these numbers."""
        near = [
            np.abs(scale(x)[..., None] - scale(np.array(grid))).argmin(axis=-1)
            for x, grid, scale in (
                (slip, SLIPS, np.log),
                (wait, WAITS, np.log1p),
                (alone, ALONES, np.asarray),
                (engaged, ENGAGED, np.asarray),
            )
        ]
        shape = (len(SLIPS), len(WAITS), len(ALONES), len(ENGAGED))
        return np.asarray(np.ravel_multi_index(near, shape), np.int64)


def model_of(setting: Setting, slip: FloatArray, engaged: FloatArray) -> Model:
    """Rounds instead of weeks, and neither asking nor stepping back: a round met is worth 1, a round missed 0."""
    n = len(slip)
    at_all = np.full(n, setting.coasting_meets)
    zero = np.zeros(n)
    gone = np.maximum(slip, setting.gone_meets)
    answers = np.full(n, setting.answers)
    seen = np.stack(
        [
            np.stack([1 - slip - answers, answers, slip], axis=-1),
            np.stack([at_all, (1 - at_all) / 2, (1 - at_all) / 2], axis=-1),
            np.stack([gone, (1 - gone) / 2, (1 - gone) / 2], axis=-1),
        ],
        axis=1,
    )
    coasting = (1 - engaged) * setting.coasting
    fixed = {
        "discount": setting.discount,
        "decay": setting.decay,
        "fall": setting.fall,
        "recover": setting.recover,
        "fade": setting.fade,
        "temper": setting.temper,
    }
    return DEFAULTS.repeat(n).having(
        value=np.stack([1 - slip, at_all, gone], axis=-1),
        effort=zero,
        ask_cost=np.full(n, 100.0),
        back_value=zero - 100,
        seen=seen,
        seen_asked=seen,
        comeback=zero,
        prior=np.stack([engaged, coasting, 1 - engaged - coasting], axis=-1),
        **{name: np.full(n, value) for name, value in fixed.items()},
    )


@lru_cache(maxsize=4)
def plans(setting: Setting) -> Plans:
    """Walking is worth the wait alone and then a new partner: found by bisection, as more outside makes it less so."""
    slip, wait, alone, engaged = np.array(list(product(SLIPS, WAITS, ALONES, ENGAGED))).T
    model = model_of(setting, slip, engaged)
    later = setting.discount**wait
    low, high = alone / (1 - setting.discount), np.full(len(alone), 1 / (1 - setting.discount))
    plan = None
    for _ in range(15):
        walk = (low + high) / 2
        plan = solve(model.having(outside=walk * (1 - setting.discount)), setting.mesh, plan)
        new = move_values(plan, model.prior[:, None], 0)[:, 0, STAY]  # whoever is new is given a round at least
        less = alone * (1 - later) / (1 - setting.discount) + later * new < walk
        low, high = np.where(less, low, walk), np.where(less, walk, high)
    assert plan is not None
    points = np.broadcast_to(beliefs(setting.mesh)[0], (len(alone), *beliefs(setting.mesh)[0].shape))
    gain = move_values(plan, points, 0)[..., STAY] - plan.walk[:, None]
    likelihood = (model.seen ** model.temper[:, None, None]).transpose(0, 2, 1)
    return Plans(setting.mesh, gain, model.prior, likelihood, transitions(model)[0, STAY])


class Leaver:
    """The players, in columns (n,), who leave by belief; what each has learned goes with them from pair to pair."""

    def __init__(self, n: int, setting: Setting = SETTING) -> None:
        self._setting, self._plans = setting, plans(setting)
        s = setting
        self._slips, self._rounds = np.full(n, s.slip * s.slip_guess), np.full(n, s.slip_guess)
        self._waited, self._meetings = np.full(n, s.wait * s.wait_guess), np.full(n, s.wait_guess)
        self._brought = np.tile([0.5, 3.0], (n, 1))
        self._counted = np.ones((n, 2))
        self._were_in, self._partners = np.full(n, s.engaged * s.engaged_guess), np.full(n, s.engaged_guess)
        self._first, self._seen = np.zeros(n, np.bool_), np.zeros(n, np.bool_)
        self._belief = np.tile([1.0, 0.0, 0.0], (n, 1))
        self._place = np.zeros(n, np.int64)

    def wait(self, alone: BoolArray) -> None:
        """A round without anybody."""
        self._waited += alone

    def meet(self, new: BoolArray) -> None:
        """Somebody new, for these players: what they know by now decides what they expect."""
        self._meetings += new
        self._first |= new
        self._seen &= ~new
        per_help = self._brought / self._counted
        span = np.maximum(per_help[:, 1] - per_help[:, 0], 0.5)
        place = Plans.place(
            self._slips / self._rounds,
            self._waited / self._meetings,
            (ALONE - per_help[:, 0]) / span,
            self._were_in / self._partners,
        )
        self._place = np.where(new, place, self._place)
        self._belief = np.where(new[:, None], self._plans.prior[self._place], self._belief)

    def see(
        self, paired: BoolArray, helped: BoolArray, provoked: BoolArray, slipped: BoolArray, paid: FloatArray
    ) -> None:
        """A round: whether the other cooperated, had a defection to answer, one's own slip, and what it brought."""
        self._slips += paired & slipped
        self._rounds += paired
        row, column = np.arange(len(helped)), helped.astype(np.int64)
        self._brought[row, column] += np.where(paired, paid, 0.0)
        self._counted[row, column] += paired
        mark = np.where(helped, MET, np.where(provoked, PARTLY, MISSED))
        weighed = self._belief * self._plans.likelihood[self._place, mark]
        weighed /= weighed.sum(axis=1, keepdims=True)
        shown = paired & ~self._first
        self._belief = np.where(shown[:, None], weighed, self._belief)
        self._seen |= shown
        self._first &= ~paired

    def leaves(self) -> BoolArray:
        """Who goes: those for whom staying is worth less than walking. Nobody does before anything was seen."""
        corner, weight = corners(self._belief, self._plans.mesh)
        gain = (self._plans.gain[self._place[:, None], corner] * weight).sum(axis=1)
        return np.asarray((gain < 0) & self._seen)

    def go_on(self, paired: BoolArray) -> None:
        """The next round of the same pair: the other may have changed."""
        self._belief = np.where(paired[:, None], self._belief @ self._plans.moved, self._belief)

    def part(self, parted: BoolArray) -> None:
        """A pair that ended is one partner more that one has known."""
        self._partners += parted
        self._were_in += np.where(parted, self._belief[:, 0], 0.0)
