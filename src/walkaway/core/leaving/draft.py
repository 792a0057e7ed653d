"""A draft, what went before it, and the rules in; what is worth another look, out. Speaks of the sentence only.

What went before says more than wording does: the same "just checking" is fine after eight days and the third nudge
since noon is not. So most rules are about context, and a rule about wording alone speaks only where it was right in
eight of ten cases on text that its author did not write.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from hashlib import blake2b
from typing import Any, Literal

from walkaway.core.leaving.checks import CHECKS
from walkaway.core.leaving.context import Context
from walkaway.core.leaving.seen import Seen

Basis = Literal["context", "wording"]
ENOUGH = 0.8
"""A rule about wording needs this precision, measured on text its author did not write, to be on."""


@dataclass(frozen=True, slots=True)
class Example:
    """A draft with its context, on which a rule must speak, or must not."""

    text: str
    context: Context


@dataclass(frozen=True, slots=True)
class Rule:
    """One thing to look for. `check` names a function of checks.py; `any` and `unless` are patterns it may use.

    `precision` is (right, all) where the rule spoke on text of others; None where it was not measured.
    """

    id: str
    flag: str
    basis: Basis
    check: str
    any: tuple[re.Pattern[str], ...]
    unless: tuple[re.Pattern[str], ...]
    at_least: int
    why: str
    suggestion: str
    source: str
    on: bool
    precision: tuple[int, int] | None
    match: tuple[Example, ...]
    no_match: tuple[Example, ...]

    def __post_init__(self) -> None:
        if self.check not in CHECKS:
            raise ValueError(f"{self.id}: there is no check {self.check!r}")
        if not self.match or not self.no_match:
            raise ValueError(f"{self.id}: a rule needs examples of both kinds")
        right, spoke = self.precision or (0, 0)
        if self.on and self.basis == "wording" and right < ENOUGH * max(spoke, 1):
            raise ValueError(f"{self.id}: on, without a measured precision of {ENOUGH}")


@dataclass(frozen=True, slots=True)
class Finding:
    """A rule that spoke: where in the text (None: the draft as a whole), why, and what to do instead."""

    rule: str
    flag: str
    basis: Basis
    start: int | None
    end: int | None
    why: str
    suggestion: str
    source: str


@dataclass(frozen=True, slots=True)
class Dismissed:
    """Somebody said "not this" to a rule, in one message (its fingerprint) or in all (None)."""

    rule: str
    message: str | None = None


def fingerprint(text: str) -> str:
    """What stands for a message in a dismissal, so that the text need not be kept."""
    return blake2b(text.strip().encode(), digest_size=16).hexdigest()


def check_draft(
    text: str,
    context: Context,
    rules: Iterable[Rule],
    *,
    dismissed: frozenset[Dismissed] = frozenset(),
) -> tuple[Finding, ...]:
    """What the rules that are on say of the draft; one finding a flag, from the first rule that spoke.

    `dismissed` holds for whoever this draft is to.
    """
    found: dict[str, Finding] = {}
    message = fingerprint(text) if dismissed else ""
    for rule in rules:
        if not rule.on or rule.flag in found or dismissed & {Dismissed(rule.id), Dismissed(rule.id, message)}:
            continue
        finding = apply(rule, text, context)
        if finding is not None:
            found[rule.flag] = finding
    return tuple(found.values())


def apply(rule: Rule, text: str, context: Context) -> Finding | None:
    """One rule on one draft, whether it is on or not."""
    seen = CHECKS[rule.check](text, context, rule.any, rule.unless, rule.at_least)
    return None if seen is None else _finding(rule, seen)


def _finding(rule: Rule, seen: Seen) -> Finding:
    start, end = seen.span or (None, None)
    why = rule.why.format(**seen.said)
    return Finding(rule.id, rule.flag, rule.basis, start, end, why, rule.suggestion, rule.source)


# --- rules from data --------------------------------------------------------------------------------------------------

_NEEDED = ("id", "flag", "basis", "check", "why", "suggestion", "source", "match", "no_match")
_ALLOWED = {*_NEEDED, "any", "unless", "at_least", "on", "right", "spoke"}
_FLAGS = re.compile(r"[a-z_]+")


def rules_from(data: Mapping[str, Any]) -> tuple[Rule, ...]:
    """Rules out of parsed TOML. Whatever does not fit the schema is refused: a typo must not switch a guard off."""
    if set(data) != {"rule"}:
        raise ValueError(f"rules: only [[rule]] may stand there, not {sorted(set(data) - {'rule'})}")
    rules = tuple(_rule(entry) for entry in data["rule"])
    if len({rule.id for rule in rules}) != len(rules):
        raise ValueError("rules: an id stands there twice")
    return rules


def _rule(entry: Mapping[str, Any]) -> Rule:
    name = entry.get("id", "a rule without id")
    unknown, missing = set(entry) - _ALLOWED, [key for key in _NEEDED if key not in entry]
    if unknown or missing:
        raise ValueError(f"{name}: unknown {sorted(unknown)}, missing {missing}")
    for key in ("id", "flag", "check", "why", "suggestion", "source"):
        if not isinstance(entry[key], str) or not entry[key].strip():
            raise ValueError(f"{name}: {key} must be a text")
    if entry["basis"] not in ("context", "wording") or not _FLAGS.fullmatch(entry["flag"]):
        raise ValueError(f"{name}: basis or flag is not one we know")
    if not isinstance(entry.get("on", True), bool) or not isinstance(entry.get("at_least", 1), int):
        raise ValueError(f"{name}: on is true or false, at_least a number")  # noqa: TRY004 (one class for the file)
    spoke = entry.get("spoke")
    return Rule(
        id=entry["id"],
        flag=entry["flag"],
        basis=entry["basis"],
        check=entry["check"],
        any=_patterns(entry.get("any", ())),
        unless=_patterns(entry.get("unless", ())),
        at_least=entry.get("at_least", 1),
        why=entry["why"],
        suggestion=entry["suggestion"],
        source=entry["source"],
        on=entry.get("on", True),
        precision=None if spoke is None else (int(entry["right"]), int(spoke)),
        match=tuple(map(_example, entry["match"])),
        no_match=tuple(map(_example, entry["no_match"])),
    )


def _patterns(said: Iterable[str]) -> tuple[re.Pattern[str], ...]:
    return tuple(re.compile(pattern, re.IGNORECASE) for pattern in said)


def _example(entry: str | Mapping[str, Any]) -> Example:
    if isinstance(entry, str):
        return Example(entry, Context())
    return Example(entry["text"], Context(**{key: value for key, value in entry.items() if key != "text"}))
