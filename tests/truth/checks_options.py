"""What else you have, against its tables: search, abandoning, bargaining, asking."""

from __future__ import annotations

from collections.abc import Iterator

from tests.truth.recompute import Check, Gap, Row, near, same

from walkaway.core.options.abandon import exit_triggers
from walkaway.core.options.bargain import answering, nash
from walkaway.core.options.distributions import (
    Discrete,
    Exponential,
    Logistic,
    Lognormal,
    Normal,
    Priced,
    Uniform,
    Worth,
    beta_binomial,
)
from walkaway.core.options.hidden_type import HiddenType, hidden_type
from walkaway.core.options.horizon import values_to_go
from walkaway.core.options.information import value_of_asking
from walkaway.core.options.mccall import looking
from walkaway.core.options.price import best_ask
from walkaway.core.options.secretary import by_rank, full_information, full_information_wins
from walkaway.core.options.weitzman import Box, index, search

THRESHOLD = 1e-6
"""Hidden-type thresholds and values come from a belief grid and are themselves good to 3e-7."""


def numbers(row: Row, *names: str) -> list[float]:
    return [float(row[name]) for name in names]


def priced(kind: str, given: list[float]) -> Priced:
    match kind:
        case "normal":
            return Normal(*given)
        case "uniform":
            return Uniform(*given)
        case "exponential":
            return Exponential(*given)
        case "lognormal":
            return Lognormal(*given)
        case "logistic":
            return Logistic(*given)
    raise ValueError(kind)


def discrete(text: str) -> Discrete:
    pairs = [pair.split("@") for pair in text.split("|")]
    return Discrete(tuple(float(x) for x, _ in pairs), tuple(float(p) for _, p in pairs))


def worth(row: Row) -> Worth:
    kind, text = row["dist"], row["params"]
    if kind == "discrete":
        return discrete(text)
    if kind == "betabinomial":
        given = dict(part.split("=") for part in text.split(";"))
        low, high = given["w"].split("..")
        return beta_binomial(int(given["n"]), float(given["a"]), float(given["b"]), float(low), float(high))
    return priced(kind, [float(x) for x in text.split(";")])


def weitzman_index(rows: list[Row]) -> Iterator[Gap]:
    for i, row in enumerate(rows, 1):
        cost, beta = numbers(row, "cost", "beta")
        yield near(i, "index", index(Box(worth(row), cost, beta)), row["index"])


def weitzman_value(rows: list[Row]) -> Iterator[Gap]:
    for i, row in enumerate(rows, 1):
        boxes = [
            Box(discrete(content), float(cost))
            for content, _, cost in (box.partition(" cost ") for box in row["boxes"].split(" / "))
        ]
        found = search(boxes, float(row["fallback"]))
        for ours, table in zip(found.indices, row["indices"].split(";"), strict=True):
            yield near(i, "indices", ours, table)
        yield same(i, "first_box", -1 if found.first is None else found.first, int(row["first_box"]))
        yield near(i, "optimal_value", found.value, row["optimal_value"])


def mccall_reservation(rows: list[Row]) -> Iterator[Gap]:
    for i, row in enumerate(rows, 1):
        income, beta, separation = numbers(row, "c", "beta", "separation")
        found = looking(worth(row), income=income, discount=beta, separation=separation)
        yield near(i, "reservation", found.reservation, row["reservation"])
        yield near(i, "value_searching", found.value, row["value_searching"])


def search_finite_horizon(rows: list[Row]) -> Iterator[Gap]:
    for i, row in enumerate(rows, 1):
        cost, arrival, fallback = numbers(row, "cost", "arrival", "fallback")
        values = values_to_go(worth(row), int(row["periods_left"]), cost=cost, arrival=arrival, fallback=fallback)
        yield near(i, "value", float(values[-1]), row["value"])


def secretary(rows: list[Row]) -> Iterator[Gap]:
    for i, row in enumerate(rows, 1):
        found = by_rank(int(row["n"]), float(row["accept_prob"]))
        yield same(i, "first_position_to_accept", found.position, int(row["first_position_to_accept"]))
        yield near(i, "p_best", found.best, row["p_best"])


def gilbert_mosteller_threshold(rows: list[Row]) -> Iterator[Gap]:
    for i, row in enumerate(rows, 1):
        bar = full_information(int(row["draws_left"]))
        yield near(i, "threshold_uniform01", bar.share, row["threshold_uniform01"])
        yield near(i, "threshold_normal_z", bar.normal, row["threshold_normal_z"])


def gilbert_mosteller_pwin(rows: list[Row]) -> Iterator[Gap]:
    for i, row in enumerate(rows, 1):
        yield near(i, "p_best", full_information_wins(int(row["n"])), row["p_best"])


def real_option_exit(rows: list[Row]) -> Iterator[Gap]:
    for i, row in enumerate(rows, 1):
        rate, drift, vol, running, leaving = numbers(row, "rate", "drift", "vol", "running_cost", "exit_cost")
        found = exit_triggers(
            rate=rate, drift=drift, volatility=vol, running_cost=running, exit_cost=leaving, entry_cost=10.0
        )
        yield near(i, "exit_trigger", found.leave, row["exit_trigger"])
        yield near(i, "naive_trigger", found.naive, row["naive_trigger"])
        yield near(i, "entry_trigger_cost10", found.enter, row["entry_trigger_cost10"])


HIDDEN = {
    "good_if_engaged": "p_good_if_engaged",
    "good_if_coasting": "p_good_if_coasting",
    "good": "value_good",
    "effort": "effort",
    "outside": "outside_flow",
    "discount": "beta",
    "decay": "decay",
    "recovery": "recovery",
}


def abandon_hidden_type(rows: list[Row]) -> Iterator[Gap]:
    for i, row in enumerate(rows, 1):
        found = hidden_type(HiddenType(**{ours: float(row[theirs]) for ours, theirs in HIDDEN.items()}))
        yield near(i, "stop_below_belief", found.stop_below, row["stop_below_belief"], THRESHOLD)
        yield near(i, "myopic_belief", found.myopic, row["myopic_belief"])
        yield near(i, "value_at_half", found.value(0.5), row["value_at_half"], THRESHOLD)
        yield near(i, "value_at_0_8", found.value(0.8), row["value_at_0_8"], THRESHOLD)


def bargain_outside_option(rows: list[Row]) -> Iterator[Gap]:
    for i, row in enumerate(rows, 1):
        found = answering(*numbers(row, "delta_proposer", "delta_responder", "outside_responder"))
        yield near(i, "responder_share_no_option", found.inside, row["responder_share_no_option"])
        yield near(i, "responder_share", found.share, row["responder_share"])
        yield same(i, "option_binds", int(found.binds), int(row["option_binds"]))


def nash_bargaining(rows: list[Row]) -> Iterator[Gap]:
    for i, row in enumerate(rows, 1):
        found = nash(*numbers(row, "pie", "batna_self", "batna_other", "power"))
        yield near(i, "zopa", found.zone, row["zopa"])
        yield same(i, "deal", int(found.deal), int(row["deal"]))
        yield near(i, "share_self", found.yours, row["share_self"])
        yield near(i, "share_other", found.theirs, row["share_other"])


def ask_price(rows: list[Row]) -> Iterator[Gap]:
    for i, row in enumerate(rows, 1):
        kind, _, text = row["willingness"].partition(" ")
        willingness = priced(kind, [float(x) for x in text.split(".." if kind == "uniform" else ",")])
        cost, fallback = numbers(row, "own_cost", "value_if_refused")
        found = best_ask(willingness, cost=cost, fallback=fallback)
        yield near(i, "best_ask", found.price, row["best_ask"])
        yield near(i, "expected_value", found.value, row["expected_value"])
        yield near(i, "chance_accepted", found.chance, row["chance_accepted"])


def asking(rows: list[Row]) -> Iterator[Gap]:
    for i, row in enumerate(rows, 1):
        engaged, outside, cost = numbers(row, "p_engaged", "outside", "ask_cost")
        if_engaged, if_not = numbers(row, "p_yes_if_engaged", "p_yes_if_not")
        found = value_of_asking(engaged, outside, cost=cost, yes_if_engaged=if_engaged, yes_if_not=if_not)
        yield near(i, "posterior_if_yes", found.if_yes, row["posterior_if_yes"])
        yield near(i, "posterior_if_no", found.if_no, row["posterior_if_no"])
        yield near(i, "evpi", found.perfect, row["evpi"])
        yield near(i, "evsi", found.answer, row["evsi"])
        yield near(i, "net_value_of_asking", found.net, row["net_value_of_asking"])
        yield same(i, "ask", int(found.ask), int(row["ask"]))


CHECKS: dict[str, Check] = {
    "weitzman_index": weitzman_index,
    "weitzman_value": weitzman_value,
    "mccall_reservation": mccall_reservation,
    "search_finite_horizon": search_finite_horizon,
    "secretary": secretary,
    "gilbert_mosteller_threshold": gilbert_mosteller_threshold,
    "gilbert_mosteller_pwin": gilbert_mosteller_pwin,
    "real_option_exit": real_option_exit,
    "abandon_hidden_type": abandon_hidden_type,
    "bargain_outside_option": bargain_outside_option,
    "nash_bargaining": nash_bargaining,
    "ask_price": ask_price,
    "value_of_asking": asking,
}
