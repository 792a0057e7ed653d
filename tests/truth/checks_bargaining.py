"""Bargaining against its tables: offers in turn, outside options, Nash, Zeuthen, asks and bids, search, MiCRO."""

from __future__ import annotations

import math
import re
from collections.abc import Callable, Iterator
from fractions import Fraction
from statistics import NormalDist

import numpy as np
from tests.truth.recompute import Check, Gap, Row, near, same

from walkaway.core.offers.micro import micro_against_micro
from walkaway.core.options import frontier
from walkaway.core.options.alternating import in_turn, with_breakdown
from walkaway.core.options.bargain import answering
from walkaway.core.options.distributions import Exponential, Lognormal, Normal, Priced, Uniform
from walkaway.core.options.price import best_ask, best_bid
from walkaway.core.options.weitzman import Box, index

GRID = 2e-3
"""How far the table's own search over a grid of prices may lie from the best one, in the unit of the price."""
MAXIMISED = 1e-7
SEARCH = 1e-6
ZEUTHEN = 1e-4
QUANTILES = 200_000

Point = frontier.Point


def numbers(row: Row, *names: str) -> list[float]:
    return [float(row[name]) for name in names]


def inside(text: str) -> list[float]:
    """The numbers in the brackets of `Normal(100,20)` and the like."""
    return [float(x) for x in re.findall(r"(?<![\w])-?\d*\.?\d+(?:e-?\d+)?", re.split(r"[\[(]", text, maxsplit=1)[1])]


def priced(text: str) -> Priced:
    given = inside(text)
    match text.split("[", maxsplit=1)[0].split("(", maxsplit=1)[0]:
        case "Uniform":
            return Uniform(*given)
        case "Exponential":
            return Exponential(*given)
        case "Normal":
            return Normal(*given)
        case "Lognormal":
            return Lognormal(math.log(given[0]), given[1])
    raise ValueError(text)


def apart(row: int, column: str, ours: float, table: str, allowed: float) -> Gap:
    """The plain difference, where the page says "in the unit of the price"."""
    return Gap(row, column, abs(ours - float(table)), allowed)


def rubinstein(rows: list[Row]) -> Iterator[Gap]:
    for i, row in enumerate(rows, 1):
        found = in_turn(*numbers(row, "d1", "d2"))
        yield near(i, "x1_first_mover", found.first, row["x1_first_mover"])
        yield near(i, "x2", found.second, row["x2"])
        yield near(i, "fixed_point_check", found.first, row["fixed_point_check"])


def outside_option_principle(rows: list[Row]) -> Iterator[Gap]:
    for i, row in enumerate(rows, 1):
        d, b = numbers(row, "d", "b")
        principle, fixed = answering(d, d, b), in_turn(d, d, second_outside=b)
        yield near(i, "free_share2", principle.inside, row["free_share2"])
        yield same(i, "status", "binds" if b > float(row["free_share2"]) else "irrelevant", row["status"])
        yield same(i, "status", principle.binds or b <= principle.inside + 1e-12, True)
        yield near(i, "x1", 1 - principle.share, row["x1"])
        yield near(i, "x2", principle.share, row["x2"])
        yield near(i, "fixed_point_x1", fixed.first, row["fixed_point_x1"])
        yield near(i, "split_the_difference_x2", (1 + b) / 2, row["split_the_difference_x2"])


def two_sided(rows: list[Row]) -> Iterator[Gap]:
    for i, row in enumerate(rows, 1):
        d1, d2, b1, b2 = numbers(row, "d1", "d2", "b1", "b2")
        found = in_turn(d1, d2, first_outside=b1, second_outside=b2)
        yield near(i, "x1", found.first, row["x1"])
        yield near(i, "x2", found.second, row["x2"])
        yield same(i, "status", "deal" if found.deal else "no surplus: both leave", row["status"])


def breakdown(rows: list[Row]) -> Iterator[Gap]:
    for i, row in enumerate(rows, 1):
        p, b1, b2 = numbers(row, "p", "b1", "b2")
        found = with_breakdown(p, first_outside=b1, second_outside=b2)
        limit = frontier.nash_line(b1, b2)
        yield near(i, "x1", found.first, row["x1"])
        yield near(i, "x2", found.second, row["x2"])
        yield near(i, "Nash_x1", limit.first, row["Nash_x1"])
        yield near(i, "Nash_x2", limit.second, row["Nash_x2"])


def nash_point(kind: str, d1: float, d2: float, alpha: float) -> Point:
    if kind.startswith("linear"):
        return frontier.nash_line(d1, d2, alpha)
    if kind.startswith("circle"):
        return frontier.nash_circle(d1, d2, alpha)
    curve = re.fullmatch(r"P1 risk averse u1=x\^([\d.]+); x in pie", kind)
    assert curve is not None, f"no frontier of this name is known: {kind}"
    return frontier.nash_risk_averse(float(curve[1]), d1, d2, alpha)


def nash_solution(rows: list[Row]) -> Iterator[Gap]:
    for i, row in enumerate(rows, 1):
        found = nash_point(row["frontier"], *numbers(row, "d1", "d2", "alpha"))
        yield near(i, "u1_or_x", found.first, row["u1_or_x"])
        yield near(i, "u2", found.second, row["u2"])
        yield near(i, "numeric", found.first, row["numeric"], MAXIMISED)


def closed_ask(text: str, c: float) -> float:
    given = inside(text)
    if text.startswith("Uniform"):
        low, high = given
        return max(low, (high + c) / 2)
    return c + given[0] if text.startswith("Exponential") else math.nan


def ask(rows: list[Row]) -> Iterator[Gap]:
    for i, row in enumerate(rows, 1):
        c = float(row["outside_option_c"])
        found = best_ask(priced(row["WTP"]), fallback=c)
        yield near(i, "p_star", found.price, row["p_star"])
        yield near(i, "P(accept)", found.chance, row["P(accept)"])
        yield near(i, "total_value=c+gain", found.value, row["total_value=c+gain"])
        yield near(i, "gain_over_walking", found.value - c, row["gain_over_walking"])
        yield apart(i, "grid_argmax", found.price, row["grid_argmax"], GRID)
        closed = closed_ask(row["WTP"], c)
        if math.isnan(closed):
            yield same(i, "closed_form", math.isnan(float(row["closed_form"])), True)
        else:
            yield near(i, "closed_form", closed, row["closed_form"])


def mirror(rows: list[Row]) -> Iterator[Gap]:
    for i, row in enumerate(rows, 1):
        found = best_bid(priced(row["seller_reservation"]), worth=float(row["v"]))
        yield near(i, "bid_star", found.price, row["bid_star"])
        yield near(i, "P(accept)", found.chance, row["P(accept)"])
        yield near(i, "gain", found.value, row["gain"])
        yield apart(i, "grid_argmax", found.price, row["grid_argmax"], GRID)


def quantiles(text: str) -> np.ndarray[tuple[int], np.dtype[np.float64]]:
    given, u = inside(text), (np.arange(QUANTILES) + 0.5) / QUANTILES
    if text.startswith("Uniform"):
        return given[0] + (given[1] - given[0]) * u
    if text.startswith("Exponential"):
        return -given[0] * np.log1p(-u)
    standard = np.array([NormalDist().inv_cdf(x) for x in u.tolist()])
    return given[0] + given[1] * standard if text.startswith("Normal") else given[0] * np.exp(given[1] * standard)


def value_of_quantiles(text: str, cost: float, discount: float) -> float:
    """V = -c + b E max(X, V) over the quantiles, by Newton's steps on what is left over."""
    x = quantiles(text)
    value = 0.0
    for _ in range(200):
        taken = x[x > value]
        over = discount * (taken.sum() + (len(x) - len(taken)) * value) / len(x) - cost - value
        step = over / (1 - discount * (1 - len(taken) / len(x)))
        value += step
        if abs(step) < 1e-12 * max(1.0, abs(value)):
            break
    return value


def search(rows: list[Row]) -> Iterator[Gap]:
    for i, row in enumerate(rows, 1):
        beta, c = numbers(row, "beta", "c")
        found = index(Box(priced(row["offer_dist"]), c, beta))
        yield near(i, "reservation_w", found, row["reservation_w"], SEARCH)
        own = value_of_quantiles(row["offer_dist"], c, beta)
        yield near(i, "value_iteration", own, row["value_iteration"], SEARCH)


def zeuthen_converges(rows: list[Row]) -> Iterator[Gap]:
    shapes = {"linear": frontier.line, "circle": frontier.circle}
    for i, row in enumerate(rows, 1):
        shape, (d1, d2) = shapes[row["frontier"]], numbers(row, "d1", "d2")
        met = frontier.zeuthen_meets(shape, shape, d1, d2)  # both frontiers are their own inverse
        yield near(i, "u1", met.at.first, row["u1"], ZEUTHEN)
        yield near(i, "u2", met.at.second, row["u2"], ZEUTHEN)
        yield Gap(i, "steps", abs(met.steps - float(row["steps"])), 1.0)
        yield near(i, "Nash_u1", nash_point(row["frontier"], d1, d2, 0.5).first, row["Nash_u1"], MAXIMISED)


def zeuthen_step(rows: list[Row]) -> Iterator[Gap]:
    who = {"first": "P1 concedes", "second": "P2 concedes", "both": "both"}
    for i, row in enumerate(rows, 1):
        own, offered, d1, d2 = numbers(row, "P1_offer_own", "P2_offer_gives_P1", "d1", "d2")
        found = frontier.zeuthen(own, offered, d1, d2)
        yield near(i, "risk1", found.first, row["risk1"])
        yield near(i, "risk2", found.second, row["risk2"])
        yield same(i, "who", who[found.concedes], row["who"])


def micro(rows: list[Row]) -> Iterator[Gap]:
    for i, row in enumerate(rows, 1):
        n = int(row["domain"].rpartition("=")[2])
        worths = [Fraction(k, n - 1) for k in range(n)]
        r1, r2 = (Fraction(row[name]).limit_denominator(10**6) for name in ("r1", "r2"))
        found = micro_against_micro(worths, [1 - w for w in worths], r1, r2)
        deal = found.outcome is not None
        u1, u2 = (r1, r2) if found.outcome is None else (worths[found.outcome], 1 - worths[found.outcome])
        yield same(i, "result", "deal" if deal else "no deal", row["result"])
        yield near(i, "u1", float(u1), row["u1"])
        yield near(i, "u2", float(u2), row["u2"])
        yield same(i, "moves", found.moves, int(float(row["moves"])))


_TITLES: dict[str, Callable[[list[Row]], Iterator[Gap]]] = {
    "Rubinstein: proposer share x*=(1-d2)/(1-d1 d2)": rubinstein,
    "Outside option principle: responder 2 may quit for b; P2 gets max(d/(1+d), b)": outside_option_principle,
    "Two-sided outside options, general discount (fixed point of x1=1-max(b2,d2 x2), x2=1-max(b1,d1 x1))": two_sided,
    "Exogenous breakdown risk p per rejection (Binmore-Rubinstein-Wolinsky 1986): limit p->0 is Nash with threat "
    "(b1,b2)": breakdown,
    "Nash bargaining solution with disagreement point (weight alpha on player 1)": nash_solution,
    "Take-it-or-leave-it (Myerson) ask with outside option c: p - (1-F(p))/f(p) = c": ask,
    "Mirror (I buy; their reservation ~F; my outside option makes me worth v): v - p = F(p)/f(p)": mirror,
    "Outside option by search (McCall): w(1-b) + c = b E[(X-w)+]; offers iid F, cost c per draw, no recall": search,
    "Zeuthen (lower risk limit concedes, step 1e-4) converges to Nash: Z_i=(u_i(own)-u_i(other))/(u_i(own)-d_i)": (
        zeuthen_converges
    ),
    "Zeuthen one-step examples, linear pie": zeuthen_step,
    "MiCRO v MiCRO, zero-sum pie (P1 opens). r>=.5 on one side makes MiCRO fail though a ZOPA exists": micro,
}
CHECKS: dict[str, Check] = {f"bargaining/{title}": check for title, check in _TITLES.items()}
