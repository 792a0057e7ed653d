"""Would advice to walk have been right? And is a breakdown seen coming? On negotiations of people in a lab.

    python studies/walking_in_the_lab/measure.py FOLDER

Data: CaSiNo (Chawla et al. 2021, CC BY 4.0), campsite negotiations between two people over three packages each of food,
water and firewood; FOLDER holds its `casino_*.json`. The files are not part of this project. A deal is worth 5, 4 and 3
points a package by each one's own order; walking away pays 5. Method: README.md beside this file.
"""

from __future__ import annotations

import json
import re
import sys
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import numpy as np
import numpy.typing as npt

from walkaway.core.offers.advise import Move, Talk, advise
from walkaway.core.offers.concession import Said
from walkaway.core.options.distributions import Uniform
from walkaway.core.options.live import Outside

Floats = npt.NDArray[np.float64]
POINTS = {"High": 5, "Medium": 4, "Low": 3}
WALKING = 5.0
MOST = 36.0
OUTSIDES = (5.0, 12.0, 16.0, 18.0)
SUBMIT, ACCEPT, WALK = "Submit-Deal", "Accept-Deal", "Walk-Away"
FEATURES = ("messages", "questions", "refusing", "thanking", "agreeing", "greeting", "sad or angry", "conflict")
_REFUSING = re.compile(r"\bno\b|\bnot\b|n't\b")
_THANKING = re.compile(r"thank|great|good|awesome|perfect|nice")
_AGREEING = re.compile(r"deal|agree|sounds|works|fair|okay|\bok\b|sure")
_GREETING = re.compile(r"^hi|hello|how are")
_FACES = re.compile("[\u2639\U0001f621\U0001f641\U0001f620]")
_RIDGE = 10.0
LEFT = 1
"""Rounds still to come: most of these talks see one submitted deal, some a second."""


@dataclass(frozen=True, slots=True)
class Act:
    """Who wrote or did something, its text, and the points a submitted deal gives each side."""

    who: str
    text: str
    points: dict[str, float] | None


@dataclass(frozen=True, slots=True)
class Dialogue:
    """One negotiation: its acts in order, and the end."""

    acts: tuple[Act, ...]
    walked: bool
    deal: dict[str, float] | None
    conflict: float


def dialogues(folder: Path) -> list[Dialogue]:
    """All in the folder."""
    rows = [row for path in sorted(folder.glob("casino_*.json")) for row in json.loads(path.read_text("utf-8"))]
    return [_dialogue(row) for row in rows]


def _dialogue(row: dict[str, Any]) -> Dialogue:
    order = {who: {x: k for k, x in info["value2issue"].items()} for who, info in row["participant_info"].items()}
    acts = tuple(_act(entry, order) for entry in row["chat_logs"])
    submitted = [act.points for act in acts if act.points is not None]
    accepted = any(act.text == ACCEPT for act in acts)
    walked = any(act.text == WALK for act in acts)
    one, two = ({issue: POINTS[rank] - 4 for issue, rank in ranks.items()} for ranks in order.values())
    conflict = float(sum(one[issue] * two[issue] for issue in one))
    return Dialogue(acts, walked, submitted[-1] if accepted and submitted and not walked else None, conflict)


def _act(entry: dict[str, Any], order: dict[str, dict[str, str]]) -> Act:
    who, data = entry["id"], entry["task_data"]
    if entry["text"] != SUBMIT:
        return Act(who, entry["text"], None)
    other = next(name for name in order if name != who)
    points = {
        side: float(sum(POINTS[order[side][issue]] * int(n) for issue, n in data[key].items()))
        for side, key in ((who, "issue2youget"), (other, "issue2theyget"))
    }
    return Act(who, entry["text"], points)


def offers(given: Sequence[Dialogue]) -> Iterator[tuple[Dialogue, str, list[Said]]]:
    """Every submitted deal as its receiver saw it: the dialogue, the receiver, and the log up to it, in own points."""
    for dialogue in given:
        people = {act.who for act in dialogue.acts}
        for me in sorted(people):
            log: list[Said] = []
            for k, act in enumerate(dialogue.acts):
                if act.points is None:
                    continue
                log.append(Said("you" if act.who == me else "them", act.points[me], float(k)))
                if act.who != me:
                    yield dialogue, me, list(log)


def back_test(given: Sequence[Dialogue]) -> None:
    """What would have been advised on each submitted deal, and how often what came shows that it was wrong."""
    print("outside  offers  accept wrong  counter/ask/wait wrong  walk wrong   (said n, wrong n)")
    for outside in OUTSIDES:
        said = {"accept": [0, 0], "stay": [0, 0], "walk": [0, 0]}
        for dialogue, me, log in offers(given):
            move = advise(Talk(tuple(log), Outside(outside), Uniform(0, MOST), left=LEFT)).move
            got = outside if dialogue.deal is None else max(dialogue.deal[me], 0.0)
            now = log[-1].number
            name = "accept" if move is Move.ACCEPT else "walk" if move is Move.WALK else "stay"
            # Wrong: what they had in the end was better than what the advice would have left them with.
            wrong = {"accept": got > now, "stay": max(now, outside) > got, "walk": max(now, got) > outside}[name]
            said[name][0] += 1
            said[name][1] += wrong
        total = sum(n for n, _ in said.values())
        shown = "  ".join(f"{name} {n:5} {w:4} ({100 * w / max(1, n):4.1f} %)" for name, (n, w) in said.items())
        print(f"{outside:7.0f}  {total:6}  {shown}")


def walkers(given: Sequence[Dialogue]) -> None:
    """What those who walked had been offered, beside the 5 that walking pays."""
    refused = []
    for dialogue in given:
        if dialogue.walked:
            who = next(act.who for act in dialogue.acts if act.text == WALK)
            had = [act.points[who] for act in dialogue.acts if act.points is not None and act.who != who]
            refused += had[-1:]
    better = sum(x > WALKING for x in refused)
    walked = sum(d.walked for d in given)
    print(
        f"\nwalked {walked} of {len(given)}; {len(refused)} had a deal before them, {better} of these above 5", end=""
    )
    print(f" (mean {np.mean(refused):.1f})" if refused else "")
    signed = [points for d in given if d.deal is not None for points in d.deal.values()]
    print(f"signed shares below 5: {sum(x < WALKING for x in signed)} of {len(signed)}; mean {np.mean(signed):.2f}")


def features(dialogue: Dialogue) -> list[float]:
    """From the first half of a talk, by acts; and how much both need the same, which both come to know."""
    acts = dialogue.acts[: max(2, len(dialogue.acts) // 2)]
    text = [act.text.lower() for act in acts]
    kinds = (_REFUSING, _THANKING, _AGREEING, _GREETING, _FACES)
    asking = sum("?" in line for line in text) / len(acts)
    shares = [sum(bool(kind.search(line)) for line in text) / len(acts) for kind in kinds]
    return [float(len(acts)), asking, *shares, dialogue.conflict]


def fitted(x: Floats, y: Floats, ridge: float = _RIDGE) -> Floats:
    """Logistic regression with a ridge on all but the constant, by Newton's steps."""
    w = np.zeros(x.shape[1])
    penalty = np.full(x.shape[1], ridge)
    penalty[0] = 0
    for _ in range(50):
        p = 1 / (1 + np.exp(-np.clip(x @ w, -30, 30)))
        hessian = (x.T * (p * (1 - p))) @ x + np.diag(penalty + 1e-9)
        step = np.linalg.solve(hessian, x.T @ (y - p) - penalty * w)
        w = w + step
        if float(np.abs(step).max()) < 1e-8:
            break
    return w


def auc(score: Floats, y: Floats) -> float:
    """The chance that one that broke down scores above one that did not; a tie counts half."""
    broke, held = score[y == 1][:, None], score[y == 0][None, :]
    return float((broke > held).mean() + 0.5 * (broke == held).mean())


def foreseen(given: Sequence[Dialogue], folds: int = 10, seed: int = 1) -> None:
    """The AUC of a breakdown from the first half, each talk judged by a fit that has not seen it."""
    raw, y = np.array([features(d) for d in given]), np.array([float(d.walked) for d in given])
    rng = np.random.default_rng(seed)
    fold = np.empty(len(y), np.int64)
    for value in (0.0, 1.0):  # as many breakdowns in each part
        places = rng.permutation(np.flatnonzero(y == value))
        fold[places] = np.arange(len(places)) % folds
    score = np.empty(len(y))
    for k in range(folds):
        train = fold != k
        mean, sd = raw[train].mean(axis=0), raw[train].std(axis=0) + 1e-9
        x = np.column_stack([np.ones(len(y)), (raw - mean) / sd])
        score[~train] = x[~train] @ fitted(x[train], y[train])
    broke, held = np.flatnonzero(y == 1), np.flatnonzero(y == 0)
    drawn = []
    for _ in range(1000):
        places = np.concatenate([rng.choice(broke, len(broke)), rng.choice(held, len(held))])
        drawn.append(auc(score[places], y[places]))
    low, high = np.quantile(drawn, [0.05, 0.95])
    print(
        f"\nbreakdown from the first half: AUC {auc(score, y):.3f} [{low:.3f}, {high:.3f}], {int(y.sum())} breakdowns"
    )
    for name, column in zip(FEATURES, raw.T, strict=True):
        alone = auc(column, y)
        print(f"  {name:12} alone {alone:.3f}")


def main() -> None:
    """Print everything."""
    given = dialogues(Path(sys.argv[1]))
    back_test(given)
    walkers(given)
    foreseen(given)


if __name__ == "__main__":
    main()
