"""Score everything that reads words, in one run: `python -m bench.words`. Prints tables; writes nothing.

Drafts and refusals beside the checkout (WALKAWAY_SHARED) were looked at while the rules were written, so a score on
them is a score on the training set, and the tables say so. What was made here was made by the author of the rules.
"""

from __future__ import annotations

import json
import re
import time
from collections import Counter
from collections.abc import Callable, Iterator
from functools import cache
from pathlib import Path

import numpy as np
from bench import words_fit
from bench.words_fit import HERE, LABEL_OF, SHARED, Row

from walkaway.core.events import FloatArray
from walkaway.core.leaving.context import Context
from walkaway.core.leaving.draft import Rule, apply, check_draft
from walkaway.core.redirect.features import features
from walkaway.core.redirect.head import READINGS, Head
from walkaway.core.redirect.reading import SURE, Numbers, read_refusal
from walkaway.core.redirect.stop import stop_contact
from walkaway.lexicon import sentence_model
from walkaway.lexicon.draft_rules import draft_rules
from walkaway.lexicon.refusals import head, with_sentences

TRAINING = "training score"
CONTEXT_FLAGS = ("double_text", "reopening_no", "excess_length", "unasked_discount", "unasked_answer")
Draft = tuple[str, Context, set[str], set[str]]
"""A text, its context, the flags that are right, and those that count as neither."""
_PARTS = re.compile(r"(?:^|,)([tuhasp])=(.*?)(?=,[tuhasp]=|$)")


# --- stop-contact -----------------------------------------------------------------------------------------------------


def stop_texts(name: str) -> list[tuple[str, bool, str]]:
    """Text, whether it asks for no more contact, and its language."""
    lines = (HERE / "words" / name).read_text("utf-8").splitlines()
    rows = (line.split(" ", 3) for line in lines if line and line[0] in "+-")
    return [(text, sign == "+", language) for sign, language, _, text in rows]


def stop_table() -> None:
    print("Stop-contact: recall and false alarms of the rule as it is now. Each set was scored once before the rule")
    print("learned from it; those first scores, which alone say how it does on new texts, stand in docs/drafts.md.")
    for path in sorted((HERE / "words").glob("*stop_*.txt")):
        of = "nothing is fitted on it" if path.stem.startswith("unseen") else TRAINING
        rows = stop_texts(path.name)
        for languages in (("en",), ("de", "es")):
            some = [(stop_contact(text) is not None, truth) for text, truth, language in rows if language in languages]
            asked, other = [found for found, truth in some if truth], [found for found, truth in some if not truth]
            if asked and other:
                where = f"{path.stem:16} {'/'.join(languages):6}"
                print(f"  {where} recall {sum(asked)}/{len(asked)}  false {sum(other)}/{len(other)}  ({of})")


# --- drafts -----------------------------------------------------------------------------------------------------------


def drafts_elsewhere() -> Iterator[Draft]:
    for line in (SHARED / "words" / "drafts.jsonl").read_text("utf-8").splitlines():
        row = json.loads(line)
        yield row["text"], Context(**row["context"]), set(row["flags"]), set(row["ambiguous"])


def drafts_made_here(name: str) -> Iterator[Draft]:
    for line in (HERE / "words" / name).read_text("utf-8").splitlines():
        if line and not line.startswith("#"):
            flags, typed, text = line.split("|", 2)
            said = dict(_PARTS.findall(typed))
            context = Context(
                their_last=said.get("t"),
                unanswered_before=int(said.get("u", 0)),
                hours_since_my_last=float(said["h"]) if "h" in said else None,
                they_asked_lower_price="a" in said,
                settled_no_before="s" in said,
                my_last_price=float(said["p"]) if "p" in said else None,
            )
            yield text.strip(), context, set(flags.replace(",", " ").split()) - {"clean"}, set()


def draft_table(name: str, drafts: list[Draft], rules: tuple[Rule, ...]) -> None:
    right, wrong, missed = Counter[str](), Counter[str](), Counter[str]()
    clean = blamed = 0
    for text, context, truth, either in drafts:
        spoken = {finding.flag for finding in check_draft(text, context, rules)}
        clean += not truth
        blamed += not truth and bool(spoken - either)
        quiet = {rule.flag for rule in rules if not rule.on and apply(rule, text, context)}
        for flag in (spoken | quiet | truth) - either:
            (missed if flag not in spoken | quiet else right if flag in truth else wrong)[flag] += 1
    print(f"Drafts, {name}: {len(drafts)} texts; clean ones with a flag {blamed}/{clean}")
    labelled = set().union(*(truth for _, _, truth, _ in drafts))  # not every set was labelled for everything
    for flag in sorted({rule.flag for rule in rules} & labelled, key=lambda flag: (flag not in CONTEXT_FLAGS, flag)):
        on = any(rule.on for rule in rules if rule.flag == flag)
        tp, fp, fn = right[flag], wrong[flag], missed[flag]
        state = "on " if on else "off"
        print(f"  {flag:18} {state} precision {_share(tp, tp + fp)}  recall {_share(tp, tp + fn)}")
    if not labelled & set(CONTEXT_FLAGS):
        return
    some = [right[flag] for flag in CONTEXT_FLAGS], [wrong[flag] for flag in CONTEXT_FLAGS]
    tp, fp, fn = sum(some[0]), sum(some[1]), sum(missed[flag] for flag in CONTEXT_FLAGS)
    print(f"  all from context       precision {_share(tp, tp + fp)}  recall {_share(tp, tp + fn)}")


def _share(part: int, whole: int) -> str:
    return f"{part}/{whole}" + (f" = {part / whole:.2f}" if whole else "")


# --- refusals ---------------------------------------------------------------------------------------------------------


def refusal_readers() -> list[tuple[str, Numbers]]:
    """What a text is turned into, for each reader that this machine has."""
    model = sentence_model.find()
    if model is None:
        print(f"No sentence model found ({sentence_model.FOLDER_NAMED}); the reader on words alone:")
    return [("words", cache(features)), *([("sentences", cache(with_sentences(model)))] if model else [])]


def refusals_left_out() -> None:
    """Every writer read by a reader fitted on all others. The cues were written with all of them in sight."""
    writers = words_fit.by_writer()
    for name, numbers in refusal_readers():
        for writer, rows in writers.items():
            others = [row for other, some in writers.items() if other != writer for row in some]
            found = words_fit.fitted([*others, *words_fit.no_refusals()], numbers, "bench")
            _score(f"{name}: writer {writer} left out", _chances(found, numbers, rows), rows)


def unseen_refusals() -> None:
    """The shipped readers on what they were not fitted on: later lots made here, and answers that are no refusal."""
    for name, numbers in refusal_readers():
        for lot in ("refusals_made_here_2", "refusals_made_here_3", "unseen_refusals_7"):
            rows = words_fit.made_here(lot)
            _score(f"{name}: as shipped, {lot} (not fitted on)", _chances(head(name), numbers, rows), rows)
        texts = [text for text, _, _ in words_fit.no_refusals("not_refusals_made_here_2")]
        left = [read_refusal(text, now=0, head=head(name), numbers=numbers).label is None for text in texts]
        print(f"  {name}: as shipped, no refusal (not fitted on): left alone {_share(sum(left), len(left))}")


def _chances(found: Head, numbers: Numbers, rows: list[Row]) -> FloatArray:
    return found.chances(np.array([numbers(text) for text, _, _ in rows]))


def _score(name: str, chances: FloatArray, rows: list[Row]) -> None:
    labels = ("timing", "fit", "person", "other")
    by_label = np.stack(
        [chances[:, [LABEL_OF.get(r) == label for r in READINGS]].sum(axis=1) for label in labels], axis=1
    )
    best, sure = by_label.argmax(axis=1), by_label.max(axis=1)
    right = np.array([labels[k] in allowed for k, (_, _, allowed) in zip(best, rows, strict=True)])
    answered = sure >= SURE
    surest = np.argsort(-sure, kind="stable")
    parts = "  ".join(
        f"{share:.0%} {right[surest[: round(share * len(rows))]].mean():.2f}" for share in (0.4, 0.6, 0.8)
    )
    print(
        f"  {name:48} n {len(rows):3}  all {right.mean():.2f}  "
        f"answered {answered.mean():.0%}: {right[answered].mean():.2f}  surest {parts}"
    )


# --- speed ------------------------------------------------------------------------------------------------------------


def p95(once: Callable[[int], object], times: int) -> float:
    """Milliseconds of CPU that 95 of 100 calls stay under."""
    took = []
    for k in range(times):
        start = time.process_time()
        once(k)
        took.append(time.process_time() - start)
    return float(np.quantile(took, 0.95) * 1e3)


def speed_table(drafts: list[Draft], rules: tuple[Rule, ...]) -> None:
    check_draft(*drafts[0][:2], rules)
    for text, _, _, _ in drafts:  # the first call of all fills the caches of hashes
        features(text)
    speed = p95(lambda k: check_draft(*drafts[k % len(drafts)][:2], rules), 1000)
    print(f"p95: a draft {speed:.2f} ms", end="")
    print(f", a stop-contact {p95(lambda k: stop_contact(drafts[k % len(drafts)][0]), 500):.2f} ms", end="")
    print(f", a refusal on words {p95(lambda k: features(drafts[k % len(drafts)][0]), 300):.2f} ms", end="")
    model = sentence_model.find()
    both = with_sentences(model) if model else features
    print(f", with sentences {p95(lambda k: both(drafts[k % len(drafts)][0]), 60):.0f} ms" if model else "")


def main() -> None:
    rules = draft_rules()
    stop_table()
    for path in sorted((HERE / "words").glob("*drafts_*.txt")):
        here = list(drafts_made_here(path.name))
        seen = (
            "nothing learned from it"
            if path.stem.startswith("unseen")
            else f"{TRAINING}; first scores in docs/drafts.md"
        )
        draft_table(f"{path.stem} ({seen})", here, rules)
    if (Path(SHARED) / "words").is_dir():
        draft_table(f"kept elsewhere ({TRAINING})", list(drafts_elsewhere()), rules)
        print("Refusals, lenient accuracy:")
        unseen_refusals()
        refusals_left_out()
    else:
        print("Drafts and refusals beside the checkout: not there (WALKAWAY_SHARED).")
    speed_table(here, rules)


if __name__ == "__main__":
    main()
