"""A talk that was weighed in; the JSON of it (docs/talks.md) out."""

from __future__ import annotations

from typing import Any

from walkaway.app.talk import Talked, agreed_number
from walkaway.words.en import talks

TALK_SCHEMA = "walkaway.talk/1"


def talk_as_json(found: Talked) -> dict[str, Any]:
    """Everything the card shows, as numbers and sentences."""
    advice, talk = found.advice, found.talk
    base: dict[str, Any] = {
        "schema": TALK_SCHEMA,
        "name": found.name,
        "side": "selling" if talk.selling else "buying",
        "held": found.held,
        "said": [{"by": said.by, "number": said.number} for said in talk.said],
    }
    if advice is None:
        return {**base, "move": None, "sentence": ""}
    both = advice.concessions
    return {
        **base,
        "move": advice.move.value,
        "number": agreed_number(found),
        "chance": advice.chance,
        "line": advice.line,
        "line_ahead": list(advice.line_ahead),
        "zone": advice.zone,
        "values": {"accept": advice.accept, "counter": advice.counter, "wait": advice.wait, "walk": advice.line},
        "likely": [{"family": family.name.lower(), "chance": share} for family, share in advice.likely],
        "concessions": {
            who: {"moved": side.moved, "steps": side.steps, "pattern": side.pattern}
            for who, side in (("you", both.you), ("them", both.them))
        },
        "reasons": list(advice.reasons),
        "sentence": talks.talk_sentence(found),
        "changes": [{"name": flip.name, "at": flip.at, "to": flip.to.value} for flip in found.flips],
        "noticed": [{"name": notice.name, "value": notice.value, "n": notice.n} for notice in found.notices],
        "safe_to_say": list(talks.TALK_SAFE),
    }
