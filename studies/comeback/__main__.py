"""Any table of who wrote whom when, in; how well comebacks (and replies) are foretold on it, beside the peers, out.

    python -m studies.comeback --events FILE [FILE ...] [--horizon 30] [--transfer] [--reply DAYS] [--locked] [--json]

FILE: source, target, seconds; csv, gz or apart by spaces, with a heading or without. `--unit 3600` for hours.
Split by time (reference: contact over time, section 3): tried are the silences whose clock starts after the 55 %
quantile
of all clock starts, with `--locked` after the 80 % quantile; trained are those fully followed up before. `--transfer`
trains ours on other data sets only, and lets each person's own ten newest silences shift the level. A given data set
is recognised by its file's name, and the prior used is then the one fitted without it (`--prior` says otherwise).
"""

from __future__ import annotations

import argparse
import json
import time
from dataclasses import asdict, dataclass
from pathlib import Path

import numpy as np
from studies.comeback.cases import Cases, comebacks, locked, messages
from studies.comeback.fit import TRAINED, known_sets, load_prior
from studies.comeback.fitting import as_model, fit, logistic, part, said, seen_over_expected
from studies.comeback.peers import peers
from studies.comeback.reading import read
from studies.comeback.scoring import Scores, calibration_noise, censoring_weights, scores

from walkaway.core.comeback.features import Table, table
from walkaway.core.comeback.hazard import Hazard, after, cumulative, within
from walkaway.core.comeback.own import HALF_LIFE, REPLY_TRUST, TRUST, own_records
from walkaway.core.events import BoolArray, FloatArray, Int64Array

SPLIT, LOCKED, REPLY_SPLIT = 0.55, 0.80, 0.60
ENOUGH = 30
TRUST_TRAINED, HALF_LIFE_TRAINED = 6.0, 20.0
"""Where a set's own level was learned, people lie closer together than where it was not, and what is left of their
record is their mood of late: it weighs less, and fades faster, than in `core/comeback/own.py`."""
LATELY, PULL = 0.2, 20.0
"""The level is set once more by the last fifth of the time before the split, as if 20 comebacks had come as expected:
levels drift."""


@dataclass(frozen=True, slots=True)
class Result:
    """What was tried, on how many, and how it went."""

    task: str
    cases: int
    pairs: int
    base: float
    noise: float
    own_median: float
    scores: dict[str, Scores]
    lead: dict[str, tuple[float, float, float]]


def prior_for(files: list[Path], asked: str | None) -> str:
    """Which prior may judge these files: a given set is judged by the others."""
    names = {path.name for path in files}
    for _, short, files_of_it, _ in known_sets():
        if names & set(files_of_it):
            return asked or f"without_{short}"
    return asked or "all"


def ours(cases: list[Cases], split: float, task: str, prior: str, *, transfer: bool) -> Hazard:
    """The hazard model: the prior alone, or the prior and what was seen before the split."""
    shape, centre = load_prior(prior, task)
    if transfer:
        return as_model(shape, centre)
    return as_model(shape, fit(shape, [part(shape, c, np.full(len(c), 1 / len(cases)), split) for c in cases], centre))


def comeback_result(have: Table, asked: argparse.Namespace, prior: str, rng: np.random.Generator) -> Result | None:
    """The forecast of comebacks, tried."""
    horizon = asked.horizon
    trained = [comebacks(have, multiple, talks) for multiple, talks in TRAINED]
    if asked.pairs == "open":
        trained = [c.take(~locked(have, c)) for c in trained]
    cases = trained[0]
    if len(cases) < ENOUGH:
        return None
    split = float(np.quantile(cases.began, asked.after or (LOCKED if asked.locked else SPLIT)))
    end = float(np.quantile(cases.began, asked.until))
    tried = (cases.began > split) & (cases.began <= end)
    if asked.pairs == "locked":
        tried &= locked(have, cases)
    model = ours(trained, split, "comeback", prior, transfer=asked.transfer)
    total = cumulative(model, cases.x, cases.usual)
    if not asked.transfer:
        lately = split - LATELY * (split - float(cases.began.min()))
        total *= seen_over_expected(model, cases, split, since=lately, pull=PULL)
    came = cases.came.astype(np.float64)
    trust, half_life = (TRUST, HALF_LIFE) if asked.transfer else (TRUST_TRAINED, HALF_LIFE_TRAINED)
    own = own_records(
        model.edges, total, cases.person, cases.began, cases.waited, came, trust=trust, half_life=half_life
    )
    train = cases.began + horizon <= split
    chances = {
        "ours": own.chance(after(model.edges, total, horizon)),
        "ours, without own record": within(model.edges, total, horizon),
    }
    if train.sum() >= ENOUGH:
        chances |= peers(have, cases, train, horizon, split)
    weight = censoring_weights(cases.waited, cases.came, horizon, tried)
    return scored(f"comeback within {horizon:g} days", cases, chances, weight, horizon, own.count, rng, asked.draws)


def reply_result(have: Table, asked: argparse.Namespace, prior: str, rng: np.random.Generator) -> Result | None:
    """The forecast of answers, tried: trained on the first 60 % of the time."""
    horizon = asked.reply
    cases = messages(have, np.random.default_rng(1))
    if asked.pairs == "open":
        cases = cases.take(~locked(have, cases))
    if len(cases) < ENOUGH:
        return None
    split = float(np.quantile(cases.began, asked.after or REPLY_SPLIT))
    end = float(np.quantile(cases.began, asked.until))
    model = ours([cases], split, "reply", prior, transfer=asked.transfer)
    total = cumulative(model, cases.x)
    came = cases.came.astype(np.float64)
    own = own_records(
        model.edges, total, cases.person, cases.began, cases.waited, came, trust=REPLY_TRUST, half_life=np.inf
    )
    train = cases.began + horizon <= split
    chances = {
        "ours": own.chance(after(model.edges, total, horizon)),
        "ours, without own record": within(model.edges, total, horizon),
    }
    rate = cases.x[:, [cases.names.index("they_quick")]]
    few = cases.x[:, [cases.names.index(n) for n in ("since_in", "n_in", "tenure")]]
    y = (cases.came & (cases.waited <= horizon)).astype(np.float64)
    if train.sum() >= ENOUGH:
        w = train.astype(np.float64)
        chances["their reply rate"] = said(logistic(rate[train], y[train], w[train]), rate)
        chances["recency-frequency"] = said(logistic(few[train], y[train], w[train]), few)
    tried = (cases.began > split) & (cases.began + horizon <= have.seen.until) & (cases.began <= end)
    if asked.pairs == "locked":
        tried &= locked(have, cases)
    return scored(
        f"answer within {horizon:g} days",
        cases,
        chances,
        tried.astype(np.float64),
        horizon,
        own.count,
        rng,
        asked.draws,
    )


def scored(
    task: str,
    cases: Cases,
    chances: dict[str, FloatArray],
    weight: FloatArray,
    horizon: float,
    own: Int64Array,
    rng: np.random.Generator,
    draws: int,
) -> Result | None:
    """The measures, on what has a weight."""
    used: BoolArray = weight > 0
    y = (cases.came & (cases.waited <= horizon))[used].astype(np.float64)
    if used.sum() < ENOUGH or y.min() == y.max():
        return None
    tried = {name: chance[used] for name, chance in chances.items()}
    found, lead = scores(y, tried, weight[used], cases.pair[used], rng, draws)
    return Result(
        task=task,
        cases=int(used.sum()),
        pairs=len(np.unique(cases.pair[used])),
        base=float(np.average(y, weights=weight[used])),
        noise=calibration_noise(tried["ours"], weight[used], cases.pair[used], rng),
        own_median=float(np.median(own[used])),
        scores=found,
        lead=lead,
    )


def shown(result: Result) -> str:
    """A table, one model a row."""
    out = [
        (
            f"{result.task}: {result.cases:,} cases in {result.pairs:,} pairs, {result.base:.3f} came; "
            f"own silences before, median {result.own_median:g}"
        ),
        "| model | AUC | log loss | Brier | ECE | ours ahead in AUC |",
        "|---|---|---|---|---|---|",
    ]
    for name, found in result.scores.items():
        cells = [f"{v:.3f} [{lo:.3f}, {hi:.3f}]" for v, lo, hi in zip(found.value, found.low, found.high, strict=True)]
        ahead = "{:+.3f} [{:+.3f}, {:+.3f}]".format(*result.lead[name]) if name in result.lead else ""
        out.append(f"| {name} | {' | '.join(cells)} | {ahead} |")
    out.append(f"ECE that right chances would show by accident: up to {result.noise:.3f}")
    return "\n".join(out)


def parsed() -> argparse.Namespace:
    """The options."""
    parser = argparse.ArgumentParser(prog="python -m studies.comeback", description=__doc__.splitlines()[0])
    parser.add_argument("--events", type=Path, nargs="+", required=True)
    parser.add_argument("--horizon", type=float, default=30.0)
    parser.add_argument("--transfer", action="store_true")
    parser.add_argument("--reply", type=float, metavar="DAYS", default=1.0)
    parser.add_argument("--unit", type=float, default=1.0, help="seconds the time column counts in")
    parser.add_argument("--prior", help="all, or without_ and the name of a set: college, fbwall, enron, factory")
    parser.add_argument("--locked", action="store_true", help="try the last fifth")
    parser.add_argument(
        "--pairs", choices=("all", "open", "locked"), default="all", help="locked: try one pair in five; open: the rest"
    )
    parser.add_argument("--after", type=float, help=argparse.SUPPRESS)
    parser.add_argument("--until", type=float, default=1.0, help="leave out clock starts after this quantile")
    parser.add_argument("--draws", type=int, default=200, help="bootstrap draws")
    parser.add_argument("--json", action="store_true")
    return parser.parse_args()


def main() -> None:
    """Read, split, fit, print."""
    asked = parsed()
    began = time.process_time()
    got = read(asked.events, unit=asked.unit)
    prior = prior_for(asked.events, asked.prior)
    have = table(got.pairs)
    rng = np.random.default_rng(1)
    results = [comeback_result(have, asked, prior, rng), reply_result(have, asked, prior, rng)]
    if asked.json:
        print(json.dumps({"prior": prior, "transfer": asked.transfer, "results": [asdict(r) for r in results if r]}))
        return
    way = (
        "trained on other data sets only"
        if asked.transfer
        else "prior from other data sets, then trained before the split"
    )
    print(f"{got.said}\nours: {way} (prior: {prior}); every peer trained on this set before the split\n")
    for result, task in zip(results, ("comebacks", "answers"), strict=True):
        print(shown(result) if result else f"{task}: too few silences or answers here to try anything", end="\n\n")
    print(f"{time.process_time() - began:.1f} s CPU")


if __name__ == "__main__":
    main()
