"""Weekly contact in; each week met, partly, missed or nothing to see, out."""

from __future__ import annotations

import warnings
from collections.abc import Sequence
from dataclasses import replace

import numpy as np

from walkaway.core.events import FloatArray
from walkaway.core.standards.defaults import WEIGHTS, targets
from walkaway.core.standards.standard import COUNTED, Check, Counted, Mark, PursuitKind, Standard, WeekMarks
from walkaway.core.standards.weekly import Weekly

MET, PARTLY = 0.8, 0.4
BEST_WEEKS = 12
BEST_ENDS_AGO = 8
"""The best stretch ends at least this many weeks ago, so that it cannot be the present it is compared with."""
BEST_INFORMATIVE = 8
RECENT_WEEKS = 4


def standards(
    weeks: Weekly,
    kind: PursuitKind | None,
    stated: Sequence[Standard] = (),
    *,
    only_stated: bool = False,
) -> tuple[Standard, ...]:
    """What they should do in a normal week: as stated, else the pair's own best past, else the defaults of the kind.

    The own target is the median of the best 12 weeks, taken halfway back to the median of all. What was stated weighs
    as much as all the rest together, by its own weights; with `only_stated` there is no rest.
    """
    own = _best_past(weeks)
    names = {s.name for s in stated}
    rest = () if only_stated and stated else (own or targets(kind)).items()
    found = [
        Standard(name, target, WEIGHTS[name], must_have=False, origin="best_past" if own else "default")
        for name, target in rest
        if name not in names and target > 0 and (name in weeks.value or not len(weeks))
    ]
    others, whole = sum(s.weight for s in found), sum(s.weight for s in stated)
    said = [replace(s, weight=s.weight / whole * (others or 1.0)) for s in stated]
    return tuple(sorted([*said, *found], key=lambda s: -s.weight))


def _best_past(weeks: Weekly) -> dict[Counted, float] | None:
    last = len(weeks) - BEST_ENDS_AGO
    if last < BEST_WEEKS:
        return None
    informative = weeks.informative
    done = np.nan_to_num(weeks.value.get("openings", np.zeros(len(weeks)))) + weeks.value["active_days"]
    replied = np.nan_to_num(weeks.value["replies"])
    effort = np.convolve((done + replied) * informative, np.ones(BEST_WEEKS), "valid")[: last - BEST_WEEKS + 1]
    enough = np.convolve(informative, np.ones(BEST_WEEKS), "valid")[: len(effort)] >= BEST_INFORMATIVE
    if not enough.any():
        return None
    best = int(np.argmax(np.where(enough, effort, -1.0)))
    window = np.zeros(len(weeks), np.bool_)
    window[best : best + BEST_WEEKS] = True
    value_of = {name: weeks.value[name] for name in COUNTED if name in weeks.value}
    return {
        name: (_median(value[window & informative]) + _median(value[informative])) / 2
        for name, value in value_of.items()
        if np.isfinite(_median(value[window & informative])) and np.isfinite(_median(value[informative]))
    }


def _median(x: FloatArray) -> float:
    with warnings.catch_warnings():
        warnings.simplefilter("ignore", RuntimeWarning)  # all NaN is an answer here
        return float(np.nanmedian(x)) if len(x) else float("nan")


def score(name: str, value: FloatArray, target: float) -> FloatArray:
    """min(1, value / target); a wait the other way round. NaN stays NaN."""
    with np.errstate(divide="ignore"):
        ratio = target / np.maximum(value, 1e-9) if name == "wait" else value / target
    capped: FloatArray = np.minimum(1.0, ratio)
    return capped


def check_weeks(weeks: Weekly, asked: tuple[Standard, ...]) -> WeekMarks:
    """Each week's mark: s = weighted mean of the scores seen, met from .8, partly from .4.

    A must-have that is missed (its own score under .4) makes the week missed.
    """
    if not asked:
        return WeekMarks(weeks.monday, np.full(len(weeks), Mark.NOTHING, np.int8))
    scores = np.array([score(s.name, weeks.value.get(s.name, np.full(len(weeks), np.nan)), s.target) for s in asked])
    weight = np.array([s.weight for s in asked])[:, None] * ~np.isnan(scores)
    total = weight.sum(axis=0)
    mean = np.nansum(weight * np.nan_to_num(scores), axis=0) / np.maximum(total, 1e-12)
    mark = np.where(mean >= MET - 1e-12, Mark.MET, np.where(mean >= PARTLY - 1e-12, Mark.PARTLY, Mark.MISSED))
    hard = np.array([s.must_have for s in asked])
    mark[(scores[hard] < PARTLY - 1e-12).any(axis=0)] = Mark.MISSED
    mark[~weeks.informative | (total == 0)] = Mark.NOTHING
    return WeekMarks(weeks.monday, mark.astype(np.int8))


def check_standards(weeks: Weekly, asked: tuple[Standard, ...]) -> tuple[Check, ...]:
    """Each standard against the mean of the last four weeks in which there was something to see."""
    checks = []
    for standard in asked:
        value = weeks.value.get(standard.name, np.zeros(0))
        counts = weeks.informative & ~np.isnan(value) if len(value) else np.zeros(0, np.bool_)
        places = np.flatnonzero(counts)[-RECENT_WEEKS:]
        shown = value[places]
        newest = int(weeks.monday[places[-1]]) if len(places) else None
        # A wait that never ended has no mean; the middle of four does.
        seen = float(np.median(shown) if standard.name == "wait" else shown.mean()) if len(shown) else float("nan")
        s = float(score(standard.name, np.array([seen]), standard.target)[0])
        mark = Mark.NOTHING if np.isnan(s) else Mark.MET if s >= MET else Mark.PARTLY if s >= PARTLY else Mark.MISSED
        checks.append(Check(standard, seen, len(shown), mark, newest))
    return tuple(checks)
