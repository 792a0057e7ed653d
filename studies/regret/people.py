"""People the model does not describe: a kind of world and a generator in; lives that run on their own course, out.

Nothing here has three hidden states. A person's engagement is a number from 0 to 1 with a course of its own; what a
week is worth follows it, and so does a noisy score that is marked met from .8, partly from .4, else missed, as the
product marks weeks.

- reacts: asked, they do better for some weeks and then worse than before; less so with every further ask; some mean
  it.
- seasons: two or three stretches of weeks a year in which hardly anything comes, whatever the engagement.
- spells: good and bad spells of weeks, and noise that hangs together.
- fade: engagement falls slowly, over half a year to two years, to little or nothing.
- letter: some meet the letter of the standard every week and bring little of what it stands for.

Every kind has a little of what the others have a lot of, people who stay as they were, and people who stop at once.
"""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np

from walkaway.core.events import BoolArray, FloatArray, Int64Array

KINDS = ("reacts", "seasons", "spells", "fade", "letter")
WEEKS = 140
MET, PARTLY = 0.8, 0.4
ASKS = 12
"""More asks than a life has room for."""


@dataclass(frozen=True, slots=True, eq=False)
class People:
    """N lives, whatever is done: `course` is engagement left alone, `factor` what spells and seasons leave of it,
    `noise` that of the score, all (WEEKS + 1, N).

    `letter` (N,): the score is high whatever the engagement. An ask lifts engagement by `lift` (N, ASKS) for
    `lasts` (N, ASKS) weeks, then it stands lower by `resent` (N,); or, where `mends` (N, ASKS), it is whole again
    for `holds` (N, ASKS) weeks. Each week of stepping back takes `cools` (N,) off it.
    """

    course: FloatArray
    factor: FloatArray
    noise: FloatArray
    letter: BoolArray
    lift: FloatArray
    lasts: Int64Array
    mends: BoolArray
    holds: Int64Array
    resent: FloatArray
    cools: FloatArray


@dataclass(frozen=True, slots=True)
class Habits:
    """What is the same for all people of one world."""

    kind: str
    stay: float
    onset: float
    sudden: float
    fade_weeks: float
    depth: float
    spell_every: float
    spell_weeks: float
    noise: float
    together: float
    holidays: int
    holiday_weeks: int
    liars: float
    lift: float
    lasts: float
    mends: float
    holds: float
    resent: float
    habituation: float
    cools: float


def habits(kind: str, rng: np.random.Generator) -> Habits:
    """One world of the kind."""

    def much(name: str, low: float, high: float, otherwise: float) -> float:
        return float(rng.uniform(low, high)) if kind == name else otherwise

    return Habits(
        kind=kind,
        stay=float(rng.uniform(0.15, 0.5)),
        onset=float(rng.uniform(15, 60)),
        sudden=much("fade", 0.0, 0.2, float(rng.uniform(0.5, 0.9))),
        fade_weeks=much("fade", 40, 100, 25.0),
        depth=much("spells", 0.5, 0.9, 0.3),
        spell_every=much("spells", 8, 25, 40.0),
        spell_weeks=much("spells", 3, 8, 2.0),
        noise=float(rng.uniform(0.15, 0.3)),
        together=much("spells", 0.4, 0.8, 0.1),
        holidays=int(rng.integers(2, 4)) if kind == "seasons" else 1,
        holiday_weeks=int(rng.integers(3, 6)) if kind == "seasons" else 1,
        liars=much("letter", 0.1, 0.3, 0.02),
        lift=much("reacts", 0.3, 0.7, 0.15),
        lasts=much("reacts", 3, 10, 3.0),
        mends=much("reacts", 0.05, 0.5, float(rng.uniform(0.05, 0.3))),
        holds=float(rng.uniform(15, 60)),
        resent=much("reacts", 0.02, 0.15, 0.02),
        habituation=much("reacts", 0.2, 0.7, 0.6),
        cools=float(rng.uniform(0.0, 0.02)),
    )


def people(habit: Habits, n: int, rng: np.random.Generator) -> People:
    """So many lives in one world."""
    week = np.arange(WEEKS + 1)[:, None]
    asked = habit.habituation ** np.arange(ASKS)
    liar = rng.random(n) < habit.liars
    return People(
        course=np.where(liar, rng.uniform(0.0, 0.25, n), _courses(habit, week, n, rng)),
        factor=_spells(habit, n, rng) * _seasons(habit, week, n, rng),
        noise=_noise(habit, n, rng),
        letter=liar,
        lift=habit.lift * rng.uniform(0.5, 1.5, (n, 1)) * asked,
        lasts=rng.geometric(1 / habit.lasts, (n, ASKS)),
        mends=(rng.random((n, ASKS)) < habit.mends * asked) & ~liar[:, None],
        holds=rng.geometric(1 / habit.holds, (n, ASKS)),
        resent=habit.resent * rng.uniform(0.5, 1.5, n),
        cools=habit.cools * rng.uniform(0.5, 1.5, n),
    )


def _courses(habit: Habits, week: Int64Array, n: int, rng: np.random.Generator) -> FloatArray:
    """High at first for most; then as before, or less from one week to the next, or ever less."""
    high = rng.uniform(0.85, 1.1, n)
    start = np.where(rng.random(n) < 0.25, rng.uniform(0.0, 0.6, n), high)
    onset = np.where(rng.random(n) < habit.stay, 10 * WEEKS, rng.geometric(1 / habit.onset, n))
    low = np.where(rng.random(n) < 0.5, rng.uniform(0.0, 0.1, n), rng.uniform(0.1, 0.5, n))
    takes = np.where(rng.random(n) < habit.sudden, 1.0, habit.fade_weeks * rng.uniform(0.5, 1.5, n))
    fallen = np.clip((week - onset) / takes, 0, 1)
    return np.asarray(start + (np.minimum(low, start) - start) * fallen)


def _spells(habit: Habits, n: int, rng: np.random.Generator) -> FloatArray:
    """Now and then a bad spell of some weeks, which takes `depth` off."""
    into, out = 1 / habit.spell_every, 1 / habit.spell_weeks
    chance = rng.random((WEEKS + 1, n))
    bad = np.empty((WEEKS + 1, n), np.bool_)
    bad[0] = chance[0] < into / (into + out)
    for t in range(1, WEEKS + 1):
        bad[t] = np.where(bad[t - 1], chance[t] >= out, chance[t] < into)
    return np.where(bad, 1 - habit.depth * rng.uniform(0.7, 1.1, n), 1.0)


def _seasons(habit: Habits, week: Int64Array, n: int, rng: np.random.Generator) -> FloatArray:
    """The holidays of a life fall in the same weeks of every year; hardly anything comes in them."""
    factor = np.ones((WEEKS + 1, n))
    for _ in range(habit.holidays):
        begin = rng.integers(0, 52, n)
        factor = np.where((week - begin) % 52 < habit.holiday_weeks, 0.1, factor)
    return factor


def _noise(habit: Habits, n: int, rng: np.random.Generator) -> FloatArray:
    """Autoregressive, of the world's spread."""
    fresh = rng.normal(0, habit.noise, (WEEKS + 1, n))
    noise = np.array(fresh)
    for t in range(1, WEEKS + 1):
        noise[t] = habit.together * noise[t - 1] + np.sqrt(1 - habit.together**2) * fresh[t]
    return noise
