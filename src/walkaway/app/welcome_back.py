"""A pursuit you left and they came back to, in; whether the weeks since then are enough to welcome them, out."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np

from walkaway.app.ports import Archive
from walkaway.app.pursuit import Pursuit
from walkaway.app.review import SEED, Review
from walkaway.app.review_pursuit import own_model, review_pursuit
from walkaway.core.comeback.welcome import Effort, Terms, Welcome, welcome
from walkaway.core.events import WEEK, BoolArray, FloatArray
from walkaway.core.standards.standard import Standard
from walkaway.core.verdict.again import DRAWS
from walkaway.core.verdict.model import draw, observations, transitions
from walkaway.core.verdict.states import filtered

BEFORE = 12
"""Weeks before you left that the weeks since are compared with."""


@dataclass(frozen=True, slots=True, eq=False)
class Back:
    """They wrote again at `returned` (local us). `efforts` are your terms, and what they did on each; waits are turned
    into answers per hour, so that more is better everywhere. `stated`: the terms are standards that you set yourself.
    """

    returned: int
    efforts: tuple[Effort, ...]
    stated: bool
    welcome: Welcome


def welcome_back(pursuit: Pursuit, archive: Archive, *, left: int, returned: int, now: int, tz: str) -> Back | None:
    """The test after a return; None where there is no standard to hold it against. `left`, `returned`: local us.

    Terms are the person's own standards; without any, those the review checks. Weeks count from the first whole one
    after the return, and the belief starts where it was on the day of leaving.
    """
    found = review_pursuit(pursuit, archive, clock=now, tz=tz, now=now)
    standards = tuple(check.standard for check in found.standards if check.standard.name in found.seen.value)
    stated = tuple(standard for standard in standards if standard.origin == "stated")
    terms = stated or standards
    if not terms or found.group:
        return None
    monday = found.seen.monday
    before = (monday + WEEK <= left) & (monday > left - (BEFORE + 1) * WEEK)
    since = monday > returned
    efforts = tuple(_effort(found, standard, before, since) for standard in terms)
    model = draw(own_model(pursuit), np.random.default_rng(SEED), DRAWS)
    belief, _ = filtered(
        model.prior,
        transitions(model)[:, 0],
        observations(model)[:, 0],
        found.weeks.mark[found.weeks.monday + WEEK <= left],
        model.temper,
    )
    away = max(0, (returned - left) // WEEK)
    return Back(returned, efforts, bool(stated), welcome(efforts, belief, model, weeks_away=int(away)))


def _effort(found: Review, standard: Standard, before: BoolArray, since: BoolArray) -> Effort:
    """Week by week on one standard; a week in which nothing was to see, or nothing awaited an answer, is NaN."""
    value, least = found.seen.value[standard.name], standard.target
    if standard.name == "wait":
        value, least = 1 / value, 1 / least
    shown: FloatArray = np.where(found.seen.informative, value, np.nan)
    earlier = shown[before & ~np.isnan(shown)]
    mean = float(earlier.mean()) if len(earlier) else 0.0
    return Effort(Terms(standard.name, least, standard.must_have), mean, shown[since])
