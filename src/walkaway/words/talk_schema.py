"""A talk that was weighed in; the JSON of it (docs/talks.md) out."""

from __future__ import annotations

from dataclasses import fields
from typing import Any

from walkaway.app.beside_talk import Beside
from walkaway.app.talk import Talked, agreed_number
from walkaway.words.spoken import spoken

noticing = spoken("en").noticing
talks = spoken("en").talks

TALK_SCHEMA = "walkaway.talk/1"


def talk_as_json(found: Talked) -> dict[str, Any]:
    """Everything the card shows, as numbers and sentences."""
    advice, talk = found.advice, found.talk
    base: dict[str, Any] = {
        "schema": TALK_SCHEMA,
        "name": found.name,
        "side": "selling" if talk.selling else "buying",
        "held": found.held,
        "said": [{"by": said.by, "number": said.number} for said in talk.by_day],
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
        "asking": [{"shape": a.shape, "price": a.price, "chance": a.chance} for a in found.asking],
        **beside_as_json(found.beside),
    }


def beside_as_json(beside: Beside | None) -> dict[str, Any]:
    """What holds in a talk over a price and over packages alike."""
    if beside is None:
        return {}
    since, record = beside.since, beside.record
    return {
        "noticed": [{"name": notice.name, "value": notice.value, "n": notice.n} for notice in beside.notices],
        "signals": [
            {"name": one.name, "seen": None if not one.told else one.seen is not None} for one in beside.signals
        ],
        "after_walk": None if since is None else {f.name: getattr(since, f.name) for f in fields(since)},
        "record": None
        if record is None
        else {
            "walked": record.walked,
            "back": round(record.back.value * record.walked),
            "low": record.back.low if record.enough else None,
            "high": record.back.high if record.enough else None,
            "with_more": record.with_more,
            "days": record.days,
            "better": record.better,
        },
        "alternative": beside.alternative,
        "safe_to_say": noticing.safe_to_say(beside),
    }
