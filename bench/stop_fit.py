"""Fit the reader of requests for no more contact and write its numbers: `python -m bench.stop_fit`. About two minutes.

Fitted on the sets in bench/words and on texts written to learn from, each also varied (`varied`), so that what stands
around a request or an ending in "ok?" weighs little. `python -m bench.stop_fit --check` fits without each of the later
sets in turn and reads the one left out. No text ends up in the file.
"""

from __future__ import annotations

import json
import random
import re
import sys
from base64 import b85encode
from collections import deque
from collections.abc import Callable, Iterable
from dataclasses import dataclass, replace
from pathlib import Path

import numpy as np
import numpy.typing as npt
from bench.stop_grid import ASKING, NOT_ASKING, every
from bench.words_fit import HERE, SHARED, made_here

from walkaway.core.events import BoolArray, FloatArray, Int64Array
from walkaway.core.redirect import stop_weighed
from walkaway.core.redirect.stop import ASKS_FROM, unquoted
from walkaway.core.redirect.stop_words import clauses

FILE = Path(stop_weighed.__file__).parent / "stop_fitted.py"
DRILL = HERE.parent / "tests" / "core" / "redirect" / "stop_dev.txt"
ASKING_WEIGHS, OTHER_WEIGHS = 1.4, 0.8
"""What a clause that asks and one that does not count in the loss."""
ROUNDS, VARIED, STEPS, SMALLEST_STEP, ENOUGH = 3, 2, 150, 1e-6, 1e-6
"""Of choosing clauses; variants of a text; steps of descent, how small one may get, and what gain ends it."""
LEFT_OUT = tuple(f"stop_heldout_{n}" for n in range(9, 100))


@dataclass(frozen=True, slots=True)
class Asked:
    """A text, whether it asks for no more contact, and the set it is from."""

    text: str
    asks: bool
    where: str


def asked(where: Iterable[Path]) -> list[Asked]:
    """The English texts of these files."""
    return [
        Asked(line.split(" ", 3)[3], line[0] == "+", path.stem)
        for path in where
        for line in path.read_text("utf-8").splitlines()
        if line[:5] in {"+ en ", "- en "}
    ]


def drilled() -> list[Asked]:
    """What must always be read: the examples the grammar was written on, and phrases over every act and everybody."""
    lines = (line for line in DRILL.read_text("utf-8").splitlines() if line[:2] in {"+ ", "- "})
    rows = [Asked(line[2:], line[0] == "+", DRILL.stem) for line in lines]
    rows += [Asked(text, True, "grid") for phrase in ASKING for text in every(phrase)]
    return rows + [Asked(text, False, "grid") for phrase in NOT_ASKING for text in every(phrase)]


def ordinary() -> list[Asked]:
    """Texts about something else: refusals and drafts made here, and talks over packages beside the checkout
    (WALKAWAY_SHARED; used in place, never copied), of which every second one is left to be read unseen."""
    texts = [text for lot in ("", "_2") for text, _, _ in made_here(f"refusals_made_here{lot}.txt")]
    for lot in ("", "_2", "_3"):
        drafts = (HERE / "words" / f"drafts_heldout{lot}.txt").read_text("utf-8").splitlines()
        texts += [line.split("|", 2)[2].strip() for line in drafts if "|" in line]
    talks = json.loads((SHARED / "negotiations" / "casino" / "casino_train.json").read_text("utf-8"))
    texts += [turn["text"] for talk in talks[::2] for turn in talk["chat_logs"]]
    return [Asked(text, False, "ordinary") for text in texts]


# --- the same, said a little differently ------------------------------------------------------------------------------

_BEFORE = (
    "hey", "hi tom,", "hi,", "ok so", "look,", "honestly", "listen", "hello,", "so", "and", "well,", "hey anna",
    "dear all,", "sorry but", "right,", "yo", "um,", "to be clear,", "as I said,", "also", "one more thing,",
)  # fmt: skip
_AFTER = (
    "ok", "ok?", "ok??", "please", "thanks", "thx", "thank you", "i have a boyfriend", "we are done here", "im serious",
    "its late", "i have work", "you know why", "have a nice day", "and good luck", "bye", "all the best", "I mean it",
    "alright?", "tom", "from now", "it is what it is", "i said what i said", "jane", "i got a new job",
    "my husband is here", "best wishes, Jo", "🙏", "!!", "...", "cheers",
)  # fmt: skip
_BY = {"text": ("texting", "texts"), "message": ("messaging", "messages"), "email": ("emailing", "emails"),
       "contact": ("contacting", "calls"), "ring": ("ringing", "calls")}  # fmt: skip
_TURNS = (("message", "email", "text"), ("email", "text", "message"), ("contact", "text", "message"),
          ("message", "contact", "ring"))  # fmt: skip
_KIN = "sister brother mother father daughter son wife husband friend boss".split()  # noqa: SIM905


def varied(text: str, dice: random.Random) -> str:
    """The text by another channel, of another relative, with something before or after it, or written carelessly."""
    if dice.random() < 0.6:
        turn = dict(zip(("text", "message", "email"), dice.choice(_TURNS), strict=True))
        forms = {a: b for old, new in turn.items() for a, b in zip((old, *_BY[old]), (new, *_BY[new]), strict=True)}
        text = re.sub(r"\b[a-z]+\b", lambda match: forms.get(match[0], match[0]), text)
    if dice.random() < 0.3:
        one, other = dice.sample(_KIN, 2)
        text = re.sub(rf"\b{one}\b", other, text)
    if dice.random() < 0.35:
        text = (
            f"{dice.choice(_BEFORE)} {text if text.startswith(('I ', 'I' + chr(39))) else text[:1].lower() + text[1:]}"
        )
    if dice.random() < 0.4:
        text = text.rstrip(".!") + dice.choice((" ", " ", ", ", ". ")) + dice.choice(_AFTER)
    if dice.random() < 0.3:
        text = text.lower()
    return re.sub(r"[.,!']", "", text) if dice.random() < 0.3 else text


# --- fitting ----------------------------------------------------------------------------------------------------------


@dataclass(frozen=True, slots=True)
class Clauses:
    """The clauses of many texts as rows of a sparse table: bins and values one after the other, where each row starts
    (and the last one ends), and which text it is from."""

    bins: Int64Array
    values: FloatArray
    starts: Int64Array
    text: Int64Array

    def times(self, weights: FloatArray) -> FloatArray:
        """X w. Every clause has marks, so no row is empty."""
        found: FloatArray = np.add.reduceat(self.values * weights[self.bins], self.starts[:-1])
        return found

    def turned_times(self, rows: FloatArray) -> FloatArray:
        """X' r."""
        each = np.repeat(rows, np.diff(self.starts))
        return np.asarray(np.bincount(self.bins, self.values * each, minlength=stop_weighed.BINS), np.float64)

    def leanings(self, fitted: Fitted) -> FloatArray:
        """How far each text leans: as far as its farthest clause."""
        found = np.full(int(self.text.max()) + 1, -np.inf)
        np.maximum.at(found, self.text, self.times(fitted.weights) + fitted.bias)
        return found


@dataclass(frozen=True, slots=True)
class Fitted:
    """A bias, and a weight for each bin."""

    bias: float
    weights: FloatArray


def cut(texts: Iterable[str]) -> Clauses:
    """The marks of each clause of each text. A mark counts 1 / sqrt(marks of the clause)."""
    rows, owner = [], []
    for at, text in enumerate(texts):
        for _, seen in stop_weighed.looked_at(clauses(unquoted(text))):
            rows.append(np.fromiter(seen, np.int64))
            owner.append(at)
    sizes = np.array([len(row) for row in rows])
    values = np.repeat(1 / np.sqrt(sizes), sizes)
    return Clauses(np.concatenate(rows), values, np.concatenate([[0], np.cumsum(sizes)]), np.array(owner))


def fit(of: Clauses, asks: BoolArray) -> Fitted:
    """Weights by logistic regression.

    Every clause of a text that does not ask is an example of that; of one that asks only the clause that leans
    farthest, chosen anew each round (multiple instances: Andrews et al. 2003, NIPS). A rare mark's weight is cheaper
    (idf: Sparck Jones 1972).
    """
    one_each = np.unique(np.stack([of.bins, np.repeat(np.arange(len(of.text)), np.diff(of.starts))]), axis=1)[0]
    seen_in = np.bincount(one_each, minlength=stop_weighed.BINS)
    rare = np.log((1 + len(of.text)) / (1 + seen_in)) + 1
    scaled = replace(of, values=of.values * rare[of.bins])
    positive = asks[of.text]
    counts = np.ones(len(positive))
    w = np.zeros(stop_weighed.BINS + 1)
    for _ in range(ROUNDS + 1):
        w = _logistic(scaled, positive, counts, w)
        lean = scaled.times(w[:-1])
        order = np.lexsort((-lean, of.text))
        counts = (~positive).astype(float)
        counts[order[np.r_[True, np.diff(of.text[order]) != 0]]] = 1.0
    return Fitted(float(w[-1]), w[:-1] * rare)


def _logistic(x: Clauses, positive: BoolArray, counts: FloatArray, start: FloatArray) -> FloatArray:
    """The weights, bias last, that make the rows that count likeliest, less |w|^2 / 2."""
    sign = np.where(positive, 1.0, -1.0)
    share = counts * np.where(positive, ASKING_WEIGHS, OTHER_WEIGHS)

    def loss(w: FloatArray) -> tuple[float, FloatArray]:
        z = sign * (x.times(w[:-1]) + w[-1])
        pull = -sign * share * np.exp(-np.logaddexp(0, z))
        value = float(share @ np.logaddexp(0, -z) + w[:-1] @ w[:-1] / 2)
        return value, np.append(x.turned_times(pull) + w[:-1], pull.sum())

    return _lowest(loss, start)


def _lowest(loss: Callable[[FloatArray], tuple[float, FloatArray]], at: FloatArray) -> FloatArray:
    """Where a smooth convex loss is lowest: L-BFGS (Nocedal 1980) with steps halved until the loss falls."""
    steps: deque[tuple[FloatArray, FloatArray]] = deque(maxlen=10)
    value, slope = loss(at)
    for _ in range(STEPS):
        way = -_curved(slope, steps)
        size = 1.0 if steps else 1.0 / max(1.0, float(np.abs(slope).max()))
        new, (new_value, new_slope) = at + size * way, loss(at + size * way)
        while new_value > value + 1e-4 * size * float(slope @ way) and size > SMALLEST_STEP:
            size /= 2
            new, (new_value, new_slope) = at + size * way, loss(at + size * way)
        if value - new_value < ENOUGH * abs(value):
            break
        if (new_slope - slope) @ (new - at) > 0:
            steps.append((new - at, new_slope - slope))
        at, value, slope = new, new_value, new_slope
    return at


def _curved(slope: FloatArray, steps: deque[tuple[FloatArray, FloatArray]]) -> FloatArray:
    """The slope times the inverse curvature that the last steps show."""
    found, pulls = slope.copy(), []
    for moved, turned in reversed(steps):
        pulls.append(float(moved @ found / (moved @ turned)))
        found -= pulls[-1] * turned
    if steps:
        moved, turned = steps[-1]
        found *= float(moved @ turned / (turned @ turned))
    for (moved, turned), pull in zip(steps, reversed(pulls), strict=True):
        found += (pull - float(turned @ found / (moved @ turned))) * moved
    return found


def fitted_on(rows: list[Asked]) -> Fitted:
    """Fitted on the texts and on variants of them."""
    dice = random.Random(0)
    texts = [(row.text, row.asks) for row in [*rows, *drilled(), *ordinary()]]
    texts += [(varied(row.text, dice), row.asks) for _ in range(VARIED) for row in rows]
    return fit(cut(text for text, _ in texts), np.array([asks for _, asks in texts]))


# --- reading and writing ----------------------------------------------------------------------------------------------


def check(rows: list[Asked]) -> None:
    """Each later set read by what was fitted without it. The grammar has seen them all, and counts for nothing here."""
    found, truth = [], []
    for name in sorted({row.where for row in rows} & set(LEFT_OUT)):
        outside, inside = [r for r in rows if r.where != name], [r for r in rows if r.where == name]
        found.append(cut(r.text for r in inside).leanings(fitted_on(outside)))
        truth.append(np.array([r.asks for r in inside]))
        print(f"  {name:18} {_both(found[-1] > ASKS_FROM, truth[-1])}")
    lean, asks = np.concatenate(found), np.concatenate(truth)
    for from_ in (-0.5, 0.0, 0.5, 1.0, 1.5):
        print(f"  all, from {from_:4}    {_both(lean > from_, asks)}")


def _both(found: npt.NDArray[np.bool_], asks: BoolArray) -> str:
    right, wrong = int((found & asks).sum()), int((found & ~asks).sum())
    return f"recall {right}/{asks.sum()} = {right / asks.sum():.3f}  false {wrong}/{(~asks).sum()}"


def write(found: Fitted) -> None:
    """The numbers as a module: a byte a bin, as parts of the largest."""
    largest = float(np.abs(found.weights).max())
    weights = np.round(found.weights / largest * stop_weighed.SCALE).astype(np.int8)
    FILE.write_text(
        '"""The fitted numbers of stop_weighed.py, written by `python -m bench.stop_fit`; change them there."""\n\n'
        "# fmt: off\n"
        f'BIAS = {found.bias:.4f}\nLARGEST = {largest:.4f}\nWEIGHTS = """\n{_lines(weights.tobytes())}\n"""\n',
        "utf-8",
    )
    print(f"wrote {FILE.name}, {FILE.stat().st_size:,} bytes")


def _lines(raw: bytes, width: int = 118) -> str:
    text = b85encode(raw).decode()
    return "\n".join(text[k : k + width] for k in range(0, len(text), width))


def main() -> None:
    rows = asked(sorted((HERE / "words").glob("stop_*.txt")))
    check(rows) if "--check" in sys.argv else write(fitted_on(rows))


if __name__ == "__main__":
    main()
