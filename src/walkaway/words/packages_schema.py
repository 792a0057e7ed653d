"""A talk over packages that was weighed in; the JSON of it (docs/schema.md) out."""

from __future__ import annotations

from typing import Any

from walkaway.app.weigh_packages import BEST, Package, PackagesTalked, agreed_package
from walkaway.words.spoken import spoken
from walkaway.words.talk_schema import beside_as_json

packages = spoken("en").packages

PACKAGES_SCHEMA = "walkaway.packages/1"


def packages_as_json(found: PackagesTalked) -> dict[str, Any]:
    """Everything the card shows. Worths run from 0, the worst package for you, to 100, the best one."""
    advice, talk = found.advice, found.talk
    base: dict[str, Any] = {"schema": PACKAGES_SCHEMA, "name": found.name, "held": found.held}
    if advice is None:
        return {**base, "move": None, "package": None, "packages": [], "sentence": ""}
    with_it = agreed_package(found)
    both = advice.concessions

    def row(one: Package) -> dict[str, Any]:
        choice = dict(zip((issue.name for issue in talk.issues), one.choice, strict=True))
        return {"choice": choice, "worth": one.worth, "theirs": one.theirs, "chance": one.chance}

    return {
        **base,
        "move": advice.move.value,
        "issues": [
            {"name": issue.name, "values": list(issue.values), "scores": list(issue.scores), "weight": weight}
            for issue, weight in zip(talk.issues, found.weights, strict=True)
        ],
        "package": None if with_it is None else row(with_it),
        "packages": [row(one) for one in found.offers],
        "said": [{"by": one.by, **row(one)} for one in found.said],
        "line": BEST * advice.line,
        "line_ahead": [BEST * line for line in advice.line_ahead],
        "zone": found.zone,
        "values": {
            "accept": None if advice.accept is None else BEST * advice.accept,
            "counter": None if advice.counter is None else BEST * advice.counter,
            "wait": BEST * advice.wait,
            "walk": BEST * advice.line,
        },
        "likely": [{"family": family.name.lower(), "chance": share} for family, share in advice.likely],
        "concessions": {
            who: {"moved": BEST * side.moved, "steps": side.steps, "pattern": side.pattern}
            for who, side in (("you", both.you), ("them", both.them))
        },
        "reasons": list(advice.reasons),
        "sentence": packages.package_sentence(found),
        "changes": [{"name": flip.name, "at": BEST * flip.at, "to": flip.to.value} for flip in found.flips],
        **beside_as_json(found.beside),
    }
