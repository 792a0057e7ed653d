"""Examples of standards, or their names, and a language's sentences in; each in the words of the language, out."""

from __future__ import annotations

from typing import Any

from walkaway.core.standards.examples import Example
from walkaway.core.standards.standard import PursuitKind
from walkaway.words.printable import printable

LONGEST = 200


def standard(example: Example, target: float | None = None, *, of: Any) -> str:
    """The standard in words, with its own target or the one given."""
    sentence: str = of.SENTENCES[example.kind][example.name]
    if example.evidence is None:
        return sentence
    value = example.target if target is None else target
    assert value is not None
    return sentence.format(**{example.evidence: of.target_of(example.evidence, value)})


def named(name: str, kind: PursuitKind | None, *, of: Any) -> str:
    """A standard by its name, without its target: counted, an example (of any kind, if it is unsaid), or own words."""
    if name in of.COUNTED_NAMES:
        counted: str = of.COUNTED_NAMES[name]
        return counted
    kinds = [kind, *PursuitKind] if kind is not None else list(PursuitKind)
    found: str | None = next((of.SENTENCES[k][name] for k in kinds if name in of.SENTENCES[k]), None)
    return printable(name, LONGEST) if found is None else found
