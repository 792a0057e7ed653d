"""The move: weekly marks in; stay, ask, step back, walk or not enough to say, with what would change it, out."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace
from typing import Literal

import numpy as np

from walkaway.core.events import FloatArray, Int8Array, Int64Array
from walkaway.core.options.information import Asking, value_of_asking
from walkaway.core.verdict.again import DRAWS, ENOUGH_WEEKS, Kept, agreement, believed, best_in_draws, keep, next_week
from walkaway.core.verdict.bracket import Bracket
from walkaway.core.verdict.break_even import MOVES, Question, break_evens
from walkaway.core.verdict.model import DEFAULTS, ENGAGED, STAY, Model, transitions
from walkaway.core.verdict.states import NOTHING, contributions
from walkaway.core.verdict.verdict import Bounds, Evidence, Flip, Move, Verdict, WalkAway

MOST_WEEKS = 520
TOLD_EVIDENCE = 3
FLIP_WEEKS = (26, 104)
"""How many further weeks are tried; the longer only when the shorter change nothing,"""
SETTLED = 1e-3
"""and not when the last of them moved no belief by this much."""
_RECENT = 8


@dataclass(frozen=True, slots=True, eq=False)
class _Case:
    """One pursuit, solved. `allowed` says which moves may be given."""

    kept: Kept
    asks_left: int
    allowed: tuple[bool, bool, bool, bool]
    informative: int


@dataclass(frozen=True, slots=True, eq=False)
class _Ruling:
    """What is given, the share of draws in which the best move is best too, and whether that and the weeks suffice."""

    move: Move
    share: float
    agreed: bool


def judge(
    marks: Int8Array,
    *,
    rng: np.random.Generator,
    asks_left: int = 1,
    allow_walk: bool = True,
    want: bool | None = None,
    model: Model = DEFAULTS,
    draws: int = DRAWS,
) -> Verdict:
    """The verdict on weeks marked met 0, partly 1, missed 2, or nothing to see -1, oldest first.

    The move is the best one of the plan at the belief the weeks lead to. `sure` is the share of parameter draws in
    which it is best too. A move is given when that share is a half or more (walk: .6), at least 4 weeks showed
    something, and the bracket around the value is no wider than 1 % of it and half the margin; else there is not
    enough to say. What is told of break-evens and flips has been solved, and ruled on, again.
    `want` False (they would not want it even if every standard were met) is walk, whatever the weeks say.
    """
    informative = int(np.count_nonzero(marks != NOTHING))
    if want is False:
        return Verdict(Move.WALK, None, None, None, informative, None, because=("want_no",))
    recent = marks[-MOST_WEEKS:]
    kept = keep(model, rng=rng, draws=draws)
    case = _Case(
        kept=kept,
        asks_left=asks_left,
        allowed=(True, asks_left > 0, True, allow_walk),
        informative=informative,
    )
    everywhere = believed(kept, recent)
    belief = everywhere[:1]
    ruling = next(_rulings(case, everywhere[:, None]))
    given = ruling.move
    told = kept.solved.refined(
        belief[0], asks_left, case.allowed, lambda b: b.narrow and (b.decides or not ruling.agreed)
    )
    values = (float(told.lower[0]), float(told.lower[1]), float(told.lower[2]), float(told.lower[3]))
    question = Question(model, kept.solved, belief[0], asks_left, case.allowed, told.best)
    return Verdict(
        move=given,
        sure=_said(case, ruling.share),
        values=values,
        belief=(float(belief[0, 0]), float(belief[0, 1]), float(belief[0, 2])),
        informative=informative,
        bounds=Bounds(values[told.best], float(told.upper[told.best])),
        because=_because(recent, ruling, few=informative < ENOUGH_WEEKS),
        break_evens=() if given is Move.NOT_ENOUGH else break_evens(question),
        flips=() if given is Move.NOT_ENOUGH else _flips(case, given, everywhere),
        walk_away=WalkAway(
            limit=float((1 - model.discount[0]) * values[3]),
            now=float((1 - model.discount[0]) * np.nanmax(values[:3])),
        ),
        evidence=_evidence(model, recent, len(marks) - len(recent)),
        asking=_asking(model, belief[0], values[3]) if asks_left else None,
    )


def _rulings(case: _Case, belief: FloatArray) -> Iterator[_Ruling]:
    """What the rule gives at beliefs (1 + D, B, 3), one after the other."""
    drawn_best = best_in_draws(case.kept, belief[1:], np.array(case.allowed), case.asks_left)
    brackets = case.kept.solved.brackets(belief[0], case.asks_left, case.allowed)
    for at, others, bracket in zip(belief[0], drawn_best.T, brackets, strict=True):
        yield _ruling(case, at, others, bracket)


def _ruling(case: _Case, belief: FloatArray, drawn_best: Int64Array, bracket: Bracket) -> _Ruling:
    """The rule at one belief (3,). Only a move that the draws would give is worth a finer bracket."""
    share, agreed = _agreement(case, drawn_best, bracket)
    if agreed and not bracket.decides:
        bracket = case.kept.solved.refined(belief, case.asks_left, case.allowed, lambda b: b.decides)
        share, agreed = _agreement(case, drawn_best, bracket)
    move = MOVES[bracket.best] if agreed and bracket.decides else Move.NOT_ENOUGH
    return _Ruling(move, share, agreed)


def _agreement(case: _Case, drawn_best: Int64Array, bracket: Bracket) -> tuple[float, bool]:
    share, agreed = agreement(drawn_best[:, None], np.array([bracket.best]), np.array([case.informative]))
    return float(share[0]), bool(agreed[0])


def _said(case: _Case, share: float) -> float:
    """How sure, never beyond .05 to .95, and never above .6 on a few weeks."""
    return float(np.clip(share, 0.05, 0.95 if case.informative >= ENOUGH_WEEKS else 0.6))


def _because(marks: Int8Array, ruling: _Ruling, *, few: bool) -> tuple[str, ...]:
    """How the last weeks stood, and which move that makes the best; or why there is none."""
    if few:
        return ("few_weeks",)
    seen = marks[marks != NOTHING][-_RECENT:]
    names = ("weeks_met", "weeks_partly", "weeks_missed")
    weeks = next(
        (name for mark, name in enumerate(names) if 2 * np.count_nonzero(seen == mark) > len(seen)), "weeks_mixed"
    )
    if ruling.move is Move.NOT_ENOUGH:
        return ("close_call" if ruling.agreed else "not_sure", weeks)
    return (weeks, f"{ruling.move.value}_best")


def _evidence(model: Model, marks: Int8Array, before: int) -> tuple[Evidence, ...]:
    """The weeks that say most about the state they are in now, the most telling first. `before` weeks were left out."""
    moved = transitions(model)[0, STAY]
    found = contributions(model.prior[0], moved, model.seen[0], marks, float(model.temper[0]))
    order = np.argsort(-np.abs(found), kind="stable")[:TOLD_EVIDENCE]
    return tuple(Evidence(before + int(k), int(marks[k]), float(found[k])) for k in order if found[k])


def _asking(model: Model, belief: FloatArray, walk: float) -> Asking:
    """What an answer would be worth if it settled the matter: staying pays a good week less its cost, or nothing."""
    stake = max(float(model.value[0, ENGAGED] - model.effort[0]), 1e-9)
    rest = belief[1:] / max(float(belief[1:].sum()), 1e-12)
    asking = value_of_asking(
        float(belief[0]),
        float((1 - model.discount[0]) * walk) / stake,
        cost=float((1 - model.discount[0]) * model.ask_cost[0]) / stake,
        yes_if_engaged=float(model.seen_asked[0, ENGAGED, 0]),
        yes_if_not=float(rest @ model.seen_asked[0, 1:, 0]),
    )
    return replace(asking, perfect=stake * asking.perfect, answer=stake * asking.answer, net=stake * asking.net)


def _flips(case: _Case, given: Move, belief: FloatArray) -> tuple[Flip, ...]:
    """The fewest further weeks met, and missed, after which the same rule gives another move.

    Empty when weeks alone cannot change it: by the person's own numbers a free week may be worth as much as a good one.
    """
    sides: tuple[tuple[Literal["met", "missed"], int], ...] = (("met", 0), ("missed", 2))
    for most in FLIP_WEEKS:
        found, settled = [], True
        for name, mark in sides:
            later = _onwards(case.kept, belief, mark, most)
            rulings = enumerate(_rulings(case, later), start=1)
            first = next((Flip(name, n, r.move) for n, r in rulings if r.move not in (given, Move.NOT_ENOUGH)), None)
            found += [] if first is None else [first]
            settled &= bool(np.abs(later[:, -1] - later[:, -2]).max() < SETTLED)
        if found or settled:
            break
    return tuple(found)


def _onwards(kept: Kept, belief: FloatArray, mark: int, weeks: int) -> FloatArray:
    """The beliefs (1 + D, weeks, 3) after one more week of a mark, after two, and so on."""
    path = [belief[:, None]]
    for _ in range(weeks):
        path.append(next_week(kept, path[-1], np.array([mark], np.int8)))
    return np.concatenate(path[1:], axis=1)
