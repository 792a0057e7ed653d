"""A checked draft or a read refusal in; the documented JSON of it (docs/drafts.md), as plain values, out."""

from __future__ import annotations

from typing import Any

from walkaway.app.check_draft import CheckedDraft
from walkaway.app.held import Held
from walkaway.app.read_refusal import ReadRefusal
from walkaway.words.en.writing import HELD, STOPPED
from walkaway.words.spoken import spoken

DRAFT_SCHEMA = "walkaway.draft/1"
REFUSAL_SCHEMA = "walkaway.refusal/1"
_DAY_ONE = 719_163
"""1970-01-01 as Python counts days."""


def draft_as_json(found: CheckedDraft | Held) -> dict[str, Any]:
    """The draft as JSON values. One that is held back, because of whom it is for, was not read at all."""
    if not isinstance(found, CheckedDraft):
        nothing = {"fine": False, "flags": [], "stop_contact": None, "send_nothing": " ".join(HELD[found])}
        return {"schema": DRAFT_SCHEMA, "held": found, **nothing}
    return {
        "schema": DRAFT_SCHEMA,
        "held": None,
        "fine": not found.worth_another_look,
        "flags": [
            {
                "flag": flag.flag,
                "rule": flag.rule,
                "basis": flag.basis,
                "span": None if flag.start is None else [flag.start, flag.end],
                "quote": None if flag.start is None else found.text[flag.start : flag.end],
                "why": flag.why,
                "suggestion": flag.suggestion,
                "source": flag.source,
            }
            for flag in found.flags
        ],
        "stop_contact": found.stop,
        "send_nothing": None if found.stop is None else STOPPED,
    }


def refusal_as_json(found: ReadRefusal) -> dict[str, Any]:
    """The refusal as JSON values."""
    from datetime import date

    reading = found.reading
    named = reading.when
    return {
        "schema": REFUSAL_SCHEMA,
        "label": reading.label,
        "ranked": [label.value for label, _ in reading.ranked],
        "chances": {label.value: round(chance, 4) for label, chance in reading.ranked},
        "next_step": reading.step,
        "next": spoken("en").writing.next_step(found),
        "when": None if named is None or named.day is None else date.fromordinal(named.day + _DAY_ONE).isoformat(),
        "when_said": None if named is None else named.said,
        "contact": reading.contact,
        "tender": reading.tender,
        "stop_contact": reading.stop,
        "by": found.by,
    }
