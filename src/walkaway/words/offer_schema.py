"""An offer that was weighed in; the documented JSON of it (docs/schema.md), as plain values, out."""

from __future__ import annotations

from typing import Any

from walkaway.app.weigh_offer import WeighedOffer
from walkaway.words.spoken import spoken

OFFER_SCHEMA = "walkaway.offer/1"
_SAYS = spoken("en").offers


def offer_as_json(found: WeighedOffer) -> dict[str, Any]:
    """The offer as JSON values."""
    offer, weighed = found.offer, found.weighed
    card = _SAYS.offer_card(found)
    low, likely, high = weighed.likely
    better = offer.better
    return {
        "schema": OFFER_SCHEMA,
        "kind": found.kind.value,
        "side": "selling" if offer.selling else "buying",
        "currency": found.currency or None,
        "per": found.per,
        "theirs": offer.theirs,
        "mine": offer.mine,
        "target": offer.target,
        "trade": offer.trade,
        "deadline": offer.deadline,
        "waiting": offer.waiting,
        "cost": offer.cost,
        "terms": [{"name": term.name, "worth": term.worth} for term in offer.terms],
        "fallback": {
            "worth": offer.fallback.worth,
            "sure": 100 * offer.fallback.chance,
            "otherwise": offer.fallback.otherwise,
            "spread": offer.fallback.spread,
            "days": offer.fallback.days,
            "counts_as": weighed.sure_of,
        },
        "better": None if better is None else {"worth": better.worth, "sure": 100 * better.chance, "days": better.days},
        "likely": {"low": low, "likely": likely, "high": high},
        "answer": weighed.answer.value,
        "word": card.word,
        "reason": card.reason,
        "number": found.number_to_say,
        "counter": {"number": weighed.number, "chance": weighed.chance},
        "limit": weighed.limit,
        "limit_from": list(card.limit),
        "zone": weighed.zone,
        "wait": weighed.wait,
        "values": {
            "accept": weighed.values.accept,
            "counter": weighed.values.counter,
            "ask_for_time": weighed.values.time,
            "walk": weighed.values.walk,
        },
        "sentence": card.send,
        "changes": [
            {
                "name": turn.name,
                "now": turn.now,
                "at": turn.at,
                "to": turn.to.value,
                "sentence": _SAYS.turn_sentence(found, turn),
            }
            for turn in found.turns
        ],
        "traded": None if found.traded is None else {"number": found.traded.number, "chance": found.traded.chance},
        "assumed": list(weighed.assumed),
    }
