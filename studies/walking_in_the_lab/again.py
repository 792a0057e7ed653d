"""Is a breakdown seen coming? A second try: signs named before any fit, the ridge chosen inside, people kept apart.

    python studies/walking_in_the_lab/again.py FOLDER

The data and the first try: measure.py beside this file. Eighteen signs of the first half of a talk, logistic regression
with a ridge; how strong the ridge is is chosen by a cross-validation inside each training part. The second figure also
leaves out of the training whoever speaks in the part that is judged: most people led several of these talks.
"""

from __future__ import annotations

import json
import re
import sys
from pathlib import Path

import numpy as np
import numpy.typing as npt

sys.path.insert(0, str(Path(__file__).resolve().parents[2]))

from studies.walking_in_the_lab.measure import Dialogue, auc, dialogues, fitted

Floats = npt.NDArray[np.float64]
Ints = npt.NDArray[np.int64]
SIGNS = {
    "walking": r"walk(ing)? away|\bi('ll| will)? (just )?walk|no deal|(get|have|with) nothing|leave it|final offer",
    "unfair": r"unfair|not fair|n't fair|one.?sided|greedy|selfish|ridiculous|not (a|really a) (good|fair)|too much",
    "refusing": r"^no\b|not (possible|ok|okay|work|agree|accept|willing)|can(no|')t|won't|doesn't work|impossible",
    "demanding": r"\ball\b|\bi (really )?need\b|\bi want\b|must|at least",
    "giving": r"you can have|i (can|could) give|willing|happy to|flexible|let you|share|split|trade|exchange",
    "warm": r"thank|great|good|awesome|perfect|nice|glad|wonderful|love|excited|appreciate|happy",
    "agreeing": r"deal\b|agree|sounds|works|\bfair\b|okay|\bok\b|sure|yes|yeah",
    "understanding": r"understand|sorry|i see|i hear",
    "sad or angry": "[\u2639\U0001f621\U0001f641\U0001f620]",
    "smiling": "[\U0001f642]",
    "numbers": r"\d|\b(one|two|three)\b",
    "asking": r"\?",
}
_KINDS = {name: re.compile(sign) for name, sign in SIGNS.items()}
REJECTED, SUBMITTED = "reject-deal", "submit-deal"
RIDGES = (3.0, 10.0, 30.0, 100.0, 300.0)
OUTER, INNER, TIMES = 10, 5, 5


def signs(dialogue: Dialogue) -> list[float]:
    """Of the first half: shares of messages with each sign, length, a deal refused, the tone and where it goes."""
    acts = dialogue.acts[: max(2, len(dialogue.acts) // 2)]
    said = [act.text.lower().replace("\u2019", "'") for act in acts]
    lines = [line for line in said if line not in (SUBMITTED, REJECTED)] or [""]
    shares = [float(np.mean([bool(kind.search(line)) for line in lines])) for kind in _KINDS.values()]
    tones = [_tone(line) for line in lines]
    half = len(tones) // 2
    early, late = float(np.mean(tones[:half] or [0.0])), float(np.mean(tones[half:]))
    words = float(np.mean([len(line.split()) for line in lines]))
    refused = float(REJECTED in said)
    return [*shares, float(np.log(len(acts))), float(np.log1p(words)), refused, late - early, late, dialogue.conflict]


def _tone(line: str) -> float:
    kind = any(_KINDS[name].search(line) for name in ("warm", "agreeing"))
    unkind = any(_KINDS[name].search(line) for name in ("refusing", "unfair", "sad or angry"))
    return float(kind) - float(unkind)


def people(folder: Path) -> Ints:
    """Who the two of each talk are: two who gave the same answers about themselves are taken for one person."""
    numbers: dict[str, int] = {}
    rows = [row for path in sorted(folder.glob("casino_*.json")) for row in json.loads(path.read_text("utf-8"))]
    found = [
        [
            numbers.setdefault(json.dumps([who["demographics"], who["personality"]], sort_keys=True), len(numbers))
            for who in row["participant_info"].values()
        ]
        for row in rows
    ]
    return np.array(found, np.int64)


def parts(y: Floats, count: int, rng: np.random.Generator) -> Ints:
    """A part for each talk, as many breakdowns in each."""
    out = np.empty(len(y), np.int64)
    for value in (0.0, 1.0):
        places = rng.permutation(np.flatnonzero(y == value))
        out[places] = np.arange(len(places)) % count
    return out


def judged(x: Floats, y: Floats, new: Floats, ridge: float) -> Floats:
    """Scores of `new` by a fit to x and y; nothing of `new` is used for it."""
    mean, sd = x.mean(axis=0), x.std(axis=0) + 1e-9
    known, asked = (np.column_stack([np.ones(len(a)), np.clip((a - mean) / sd, -3, 3)]) for a in (x, new))
    return asked @ fitted(known, y, ridge)


def scores(x: Floats, y: Floats, who: Ints, rng: np.random.Generator, *, apart: bool) -> Floats:
    """Each talk judged by a fit that has not seen it nor, where `apart`, anybody in its part."""
    part, out = parts(y, OUTER, rng), np.empty(len(y))
    for k in range(OUTER):
        asked = part == k
        known = ~asked & ~(np.isin(who, who[asked].ravel()).any(axis=1) & apart)
        inner = parts(y[known], INNER, rng)
        reached = []
        for ridge in RIDGES:
            score = np.empty(int(known.sum()))
            for j in range(INNER):
                held = inner == j
                score[held] = judged(x[known][~held], y[known][~held], x[known][held], ridge)
            reached.append(auc(score, y[known]))
        out[asked] = judged(x[known], y[known], x[asked], RIDGES[int(np.argmax(reached))])
    return out


def main() -> None:
    """Print both figures, each the mean score over five ways of cutting."""
    folder = Path(sys.argv[1])
    given, who = dialogues(folder), people(folder)
    x, y = np.array([signs(d) for d in given]), np.array([float(d.walked) for d in given])
    for apart in (False, True):
        found = [scores(x, y, who, np.random.default_rng(seed), apart=apart) for seed in range(TIMES)]
        score = np.mean([(s - s.mean()) / s.std() for s in found], axis=0)
        rng = np.random.default_rng(1)
        broke, held = np.flatnonzero(y == 1), np.flatnonzero(y == 0)
        drawn = []
        for _ in range(1000):
            places = np.concatenate([rng.choice(broke, len(broke)), rng.choice(held, len(held))])
            drawn.append(auc(score[places], y[places]))
        low, high = np.quantile(drawn, [0.05, 0.95])
        print(f"{'people apart' if apart else 'talks apart '}  AUC {auc(score, y):.3f} [{low:.3f}, {high:.3f}]", end="")
        print(f"  one cut at a time {min(auc(s, y) for s in found):.3f} to {max(auc(s, y) for s in found):.3f}")


if __name__ == "__main__":
    main()
