"""The unified model: what a pursuit is worth, how it moves, what one sees of it; and how unsure we are of all that."""

from __future__ import annotations

from dataclasses import dataclass, fields, replace

import numpy as np

from walkaway.core.events import FloatArray

STAY, ASK, STEP_BACK = 0, 1, 2
"""Places of the moves in the arrays; walking ends the plan and has a value of its own."""
ENGAGED, COASTING, GONE = 0, 1, 2


@dataclass(frozen=True, slots=True, eq=False)
class Model:
    """D problems side by side: every column is (D,), or (D, 3) and (D, 3, 3) where noted. The period is a week.

    Unit of value: one week with all standards met. `value` (D, 3) is what a week is worth engaged, coasting, gone.
    `effort` is what a week costs you, `ask_cost` one ask; stepping back keeps `back_value` of the value for
    `back_effort` of the effort. `discount` per week. Moves between states per week when you stay: `decay` E to C,
    `fall` E to G, `recover` C to E, `fade` C to G, `back_to` G to C; an ask adds `ask_up` to C to E and `ask_gone` to
    C to G; stepping back adds `away_up` to C to E. `seen` and `seen_asked` (D, 3 states, 3) are the chances of a week
    met, partly, missed after staying or stepping back, and after asking. Outside: `outside` per week; after walking
    they come back with chance `comeback` a week, you are taken elsewhere with `alternative`, a comeback passes your
    standards with `passes` and is then worth `gain`. `prior` (D, 3) before anything was seen; `temper` the weight of
    evidence.
    """

    value: FloatArray
    effort: FloatArray
    ask_cost: FloatArray
    back_value: FloatArray
    back_effort: FloatArray
    discount: FloatArray
    decay: FloatArray
    fall: FloatArray
    recover: FloatArray
    fade: FloatArray
    back_to: FloatArray
    ask_up: FloatArray
    ask_gone: FloatArray
    away_up: FloatArray
    seen: FloatArray
    seen_asked: FloatArray
    outside: FloatArray
    comeback: FloatArray
    passes: FloatArray
    gain: FloatArray
    alternative: FloatArray
    prior: FloatArray
    temper: FloatArray

    def __len__(self) -> int:
        return len(self.outside)

    def repeat(self, times: int) -> Model:
        """Each problem so many times over."""
        return Model(*(np.repeat(getattr(self, f.name), times, axis=0) for f in fields(self)))

    def having(self, **columns: FloatArray) -> Model:
        """The same with these columns replaced."""
        return replace(self, **columns)


_SEEN = ((0.75, 0.17, 0.08), (0.25, 0.30, 0.45), (0.02, 0.05, 0.93))
_SEEN_ASKED = ((0.85, 0.12, 0.03), (0.20, 0.30, 0.50), (0.01, 0.04, 0.95))


def _column(x: float) -> FloatArray:
    return np.array([x])


DEFAULTS = Model(
    value=np.array([[1.0, 0.35, 0.0]]),  # engaged is the unit; the others are the person's to say
    effort=_column(0.25),  # the person's to say (hours)
    ask_cost=_column(0.30),  # the person's to say
    back_value=_column(0.55),  # the person's to say
    back_effort=_column(0.20),  # the person's to say
    discount=_column(0.97),  # a horizon of 33 weeks
    decay=_column(0.03),  # this and the rates below: guesses, to be fitted on archives
    fall=_column(0.005),
    recover=_column(0.02),
    fade=_column(0.05),
    back_to=_column(0.002),
    ask_up=_column(0.20),  # a hypothesis: an ask brings one in five back
    ask_gone=_column(0.03),
    away_up=_column(0.0),  # that absence draws is not shown: none is assumed, and drawn up to recovery by itself
    seen=np.array([_SEEN]),
    seen_asked=np.array([_SEEN_ASKED]),
    outside=_column(0.35),  # the person's to say; a free week is about a third of a good one
    comeback=_column(0.05),  # a guess; "nine times out of ten" is not shown
    passes=_column(0.30),
    gain=_column(5.0),  # the person's to say
    alternative=_column(0.05),
    prior=np.array([[0.6, 0.3, 0.1]]),
    temper=_column(0.85),  # weeks hang together (Grünwald & van Ommen 2017); how much: docs/studies/regret.md
)
"""None of the dynamics is measured yet: assumptions, said on every card and drawn from wide priors."""


def in_own_numbers(
    *,
    weak: float | None = None,
    costs: float | None = None,
    asking: float | None = None,
    outside: float | None = None,
) -> Model:
    """The defaults with what the person said in their place, each as a share of a good week. None: not said.

    `weak` is a week in which they coast, `costs` what a week takes out of you, `asking` one ask, `outside` a week away.
    """
    given = {"effort": costs, "ask_cost": asking, "outside": outside}
    columns = {name: _column(x) for name, x in given.items() if x is not None}
    if weak is not None:
        columns["value"] = np.array([[1.0, weak, 0.0]])
    return DEFAULTS.having(**columns)


def draw(around: Model, rng: np.random.Generator, n: int) -> Model:
    """Draws of the one problem `around`: what we do not know, spread widely.

    A free week is drawn from .2 to .5 when it is the default, else within a fifth of what was said. What absence adds
    is drawn from nothing to recovery by itself when none is assumed, the weight of a week from .7 to 1. Beyond that the
    spread is how far off a careful guess may be. Costs, gains and the horizon, which a person can feel: log-normal, 30
    to 40 %, so that nine of ten lie within a factor of 1.6 to 1.9. Rates that nobody has measured: 40 to 50 %, a factor
    of two to either side. Shares are logit-normal: .3 moves a half to between .38 and .62, .5 to between .31 and .69
    (nine of ten). Rows of chances are Dirichlet, as if counted over 60 weeks (a standard error of .06 at one half);
    the prior as if over 20 pursuits. Engaged still meets more often than coasting, coasting more often than gone, and a
    better mark is better news.
    """

    def scaled(x: FloatArray, sd: float) -> FloatArray:
        drawn: FloatArray = x * np.exp(rng.normal(0, sd, n) - sd * sd / 2)
        return drawn

    def share(x: FloatArray, sd: float) -> FloatArray:
        logit = np.log(x / (1 - x)) + rng.normal(0, sd, n)
        return np.asarray(1 / (1 + np.exp(-logit)))

    def chances(rows: FloatArray, worth: float) -> FloatArray:
        drawn = rng.gamma(np.broadcast_to(worth * rows, (n, *rows.shape[1:])))
        return np.asarray(drawn / drawn.sum(axis=-1, keepdims=True))

    horizon = np.clip(scaled(1 / (1 - around.discount), 0.3), 8.0, 200.0)
    coasting = share(np.clip(around.value[:, COASTING] / around.value[:, ENGAGED], 0.02, 0.98), 0.4)
    usual = bool(around.outside[0] == DEFAULTS.outside[0])
    outside = rng.uniform(0.2, 0.5, n) if usual else around.outside * rng.uniform(0.8, 1.2, n)
    unshown = bool(around.away_up[0] == 0)
    drawn = around.repeat(n)
    return drawn.having(
        value=np.stack([drawn.value[:, ENGAGED], coasting * drawn.value[:, ENGAGED], drawn.value[:, GONE]], axis=-1),
        effort=scaled(around.effort, 0.3),
        ask_cost=scaled(around.ask_cost, 0.4),
        back_value=share(around.back_value, 0.3),
        back_effort=share(around.back_effort, 0.3),
        discount=1 - 1 / horizon,
        decay=np.minimum(scaled(around.decay, 0.4), 0.3),
        fall=np.minimum(scaled(around.fall, 0.5), 0.1),
        recover=np.minimum(scaled(around.recover, 0.4), 0.2),
        fade=np.minimum(scaled(around.fade, 0.4), 0.2),
        back_to=np.minimum(scaled(around.back_to, 0.5), 0.1),
        ask_up=np.minimum(scaled(around.ask_up, 0.4), 0.5),
        ask_gone=np.minimum(scaled(around.ask_gone, 0.4), 0.1),
        away_up=rng.uniform(0.0, 0.02, n) if unshown else np.minimum(scaled(around.away_up, 0.4), 0.3),
        seen=_ordered(chances(around.seen, 60.0), drawn.seen),
        seen_asked=_ordered(chances(around.seen_asked, 60.0), drawn.seen_asked),
        outside=outside,
        comeback=np.minimum(scaled(around.comeback, 0.5), 0.5),
        passes=share(around.passes, 0.5),
        gain=scaled(around.gain, 0.3),
        alternative=np.minimum(scaled(around.alternative, 0.5), 0.5),
        prior=chances(around.prior, 20.0),
        temper=rng.uniform(0.7, 1.0, n),
    )


def _ordered(rows: FloatArray, guess: FloatArray) -> FloatArray:
    """Rows (D, 3 states, 3 marks) put in order of the chance of a week met, engaged first.

    Where a better mark would then speak less for a better state (one draw in thirty), the guess (D, 3, 3) stands in:
    whatever else we do not know, a week missed is no better news than one partly met.
    """
    order = np.argsort(-rows[..., 0], axis=1)
    rows = np.take_along_axis(rows, order[..., None], axis=1)
    better, worse = rows[:, :-1], rows[:, 1:]
    # The ratio of chances falls from met to partly to missed (monotone likelihood ratio), written without division.
    tells = np.all(better[..., :-1] * worse[..., 1:] >= better[..., 1:] * worse[..., :-1], axis=(1, 2))
    return np.where(tells[:, None, None], rows, guess)


def transitions(model: Model) -> FloatArray:
    """P(state next week | state, move), (D, 3 moves, 3 from, 3 to)."""
    moved = np.zeros((len(model), 3, 3, 3))
    decay = np.array([1.0, 0.7, 1.5])
    fall, fade = np.array([1.0, 1.0, 1.5]), np.array([1.0, 1.0, 1.2])
    nothing = np.zeros(len(model))
    up = np.stack([nothing, model.ask_up, model.away_up], axis=-1)
    lost = np.stack([nothing, model.ask_gone, nothing], axis=-1)
    moved[:, :, ENGAGED, COASTING] = decay * model.decay[:, None]
    moved[:, :, ENGAGED, GONE] = fall * model.fall[:, None]
    moved[:, :, COASTING, ENGAGED] = model.recover[:, None] + up
    moved[:, :, COASTING, GONE] = fade * model.fade[:, None] + lost
    moved[:, :, GONE, COASTING] = model.back_to[:, None]
    for state in (ENGAGED, COASTING, GONE):
        moved[:, :, state, state] = 1 - moved[:, :, state].sum(axis=-1)
    return moved


def observations(model: Model) -> FloatArray:
    """P(week met, partly, missed | state arrived at, move), (D, 3 moves, 3 states, 3)."""
    return np.stack([model.seen, model.seen_asked, model.seen], axis=1)


def rewards(model: Model) -> FloatArray:
    """What this week is worth, (D, 3 moves, 3 states): v - e; v - e - ask; kept share of v - kept share of e."""
    stay = model.value - model.effort[:, None]
    ask = stay - model.ask_cost[:, None]
    back = model.back_value[:, None] * model.value - (model.back_effort * model.effort)[:, None]
    return np.stack([stay, ask, back], axis=1)


def walk_value(model: Model) -> FloatArray:
    """What walking is worth for good, (D,): outside / (1 - discount) + the option that they come back."""
    return np.asarray(model.outside / (1 - model.discount) + comeback_value(model))


def comeback_value(model: Model) -> FloatArray:
    """The option that they come back and meet the standards: d h m G / (1 - d (1 - h)(1 - a)), a geometric series."""
    d, h, a = model.discount, model.comeback, model.alternative
    return np.asarray(d * h * model.passes * model.gain / (1 - d * (1 - h) * (1 - a)))


def ever_back(h: float, a: float, weeks: int | None = None) -> float:
    """The chance that they come back at all, or within so many weeks: h (1 - q^k) / (1 - q), q = (1 - h)(1 - a)."""
    q = (1 - h) * (1 - a)
    return h * (1 - (0.0 if weeks is None else q**weeks)) / (1 - q)
