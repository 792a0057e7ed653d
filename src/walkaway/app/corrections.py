"""What the person says of a reading of ours ("not this", "this no is about the time") in; kept, and as a document, out.

What is meant for one person is kept with that pursuit, and goes when it goes; all else with what is true of "you".
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, Any, TypeVar

from walkaway.app.errors import UsageError
from walkaway.app.home import Home
from walkaway.app.pursuit import Pursuit, You
from walkaway.app.talk_document import Reads

if TYPE_CHECKING:  # a document without corrections is read without the readers
    from walkaway.core.leaving.draft import Dismissed, Rule
    from walkaway.core.redirect.reading import Confirmed

MOST_CONFIRMED = 50
"""So many refusals are remembered, the newest: each one more makes reading the next a little slower."""
MOST_DISMISSED = 200
_Whose = TypeVar("_Whose", Pursuit, You)


def confirm(you: You, said: Confirmed) -> You:
    """The person with what they say a refusal was, in place of what they said of the same one before."""
    rest = tuple(one for one in you.confirmed if one.text != said.text)
    return replace(you, confirmed=(*rest, said)[-MOST_CONFIRMED:])


def dismissed(you: You, pursuit: Pursuit | None = None) -> frozenset[Dismissed]:
    """What is not to be said of a draft to this one; None: to nobody in particular."""
    return frozenset((*you.dismissed, *(() if pursuit is None else pursuit.dismissed)))


def not_this(whose: _Whose, flag: str, rules: Iterable[Rule], *, text: str | None = None) -> _Whose:
    """The pursuit, or the person, with a flag that is not meant: in this text, or in every one (None).

    Raises UsageError where there is no such flag.
    """
    from walkaway.core.leaving.draft import Dismissed, fingerprint

    message = None if text is None else fingerprint(text)
    new: list[Dismissed] = [Dismissed(rule, message) for rule in _rules_of(flag, rules)]
    kept: list[Dismissed] = [*(one for one in whose.dismissed if one not in new), *new]
    return replace(whose, dismissed=tuple(kept[-MOST_DISMISSED:]))


def this_again(home: Home, flag: str, rules: Iterable[Rule]) -> None:
    """Take back everything that was dismissed of a flag, wherever it is kept. Raises UsageError."""
    gone = set(_rules_of(flag, rules))

    def left(kept: tuple[Dismissed, ...]) -> tuple[Dismissed, ...]:
        return tuple(one for one in kept if one.rule not in gone)

    you = home.you()
    home.keep_you(replace(you, dismissed=left(you.dismissed)))
    for pursuit in map(home.pursuit, home.names()):
        if left(pursuit.dismissed) != pursuit.dismissed:
            home.keep(replace(pursuit, dismissed=left(pursuit.dismissed)))


@dataclass(frozen=True, slots=True)
class Told:
    """Which flags are dismissed, in a message or for good, and how many refusals are remembered."""

    flags: tuple[str, ...]
    refusals: int


def told(home: Home, rules: Iterable[Rule]) -> Told:
    """What was said over all pursuits. It names nobody."""
    you = home.you()
    silent = {one.rule for one in you.dismissed}
    silent |= {one.rule for name in home.names() for one in home.pursuit(name).dismissed}
    return Told(tuple(dict.fromkeys(rule.flag for rule in rules if rule.id in silent)), len(you.confirmed))


def forget(home: Home) -> None:
    """Remember no refusal any more."""
    home.keep_you(replace(home.you(), confirmed=()))


def _rules_of(flag: str, rules: Iterable[Rule]) -> tuple[str, ...]:
    """Every rule that raises this flag: with one of them silent, the next would say the same."""
    every = tuple(rules)
    found = tuple(rule.id for rule in every if flag in (rule.flag, rule.id))
    if not found:
        there = ", ".join(dict.fromkeys(rule.flag for rule in every))
        raise UsageError(f"There is no flag called {flag}. There is: {there}.")
    return found


# --- as a document ----------------------------------------------------------------------------------------------------


def dismissed_out(kept: Iterable[Dismissed]) -> list[dict[str, Any]]:
    """A row each; without a message it holds for every one."""
    return [{"rule": one.rule} if one.message is None else {"rule": one.rule, "message": one.message} for one in kept]


def dismissed_in(at: Reads, document: Mapping[str, Any]) -> tuple[Dismissed, ...]:
    """The same, read. Raises UsageError."""
    rows = tuple(at.rows(document, "dismissed"))
    if not rows:
        return ()
    from walkaway.core.leaving.draft import Dismissed

    return tuple(Dismissed(at.needed(row, "rule"), at.text(row, "message")) for row in rows)


def confirmed_out(kept: Iterable[Confirmed]) -> list[dict[str, Any]]:
    """A row each: the text and its label."""
    return [{"label": one.label.value, "text": one.text} for one in kept]


def confirmed_in(at: Reads, document: Mapping[str, Any]) -> tuple[Confirmed, ...]:
    """The same, read. Raises UsageError."""
    rows = tuple(at.rows(document, "confirmed"))
    if not rows:
        return ()
    from walkaway.core.redirect.reading import Confirmed, Label

    said = [at.one_of(row, "label", tuple(Label)) or at.needed(row, "label") for row in rows]
    return tuple(Confirmed(at.needed(row, "text"), Label(label)) for row, label in zip(rows, said, strict=True))
