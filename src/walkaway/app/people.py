"""Two names of one person in; one person out, over channels and over pursuits. Nothing is moved, all can be undone."""

from __future__ import annotations

from dataclasses import dataclass

from walkaway.app.errors import UsageError
from walkaway.app.store import Store


@dataclass(frozen=True, slots=True)
class Merged:
    """What was said to be one: a pursuit inside another, or a name inside a pursuit."""

    part: str
    whole: str
    inside: str | None = None


def one_person(store: Store, part: str, whole: str, *, inside: str | None = None) -> Merged:
    """Show the pursuit `part` as one with `whole`; or, inside a pursuit, take one name for another."""
    if inside is None:
        store.join(part, whole)
        return Merged(part, whole)
    people = {name for channel in store.channels(inside) for name in channel.people}
    for name in (part, whole):
        if name not in people:
            raise UsageError(f"{name} did not write in {inside}. There is: {', '.join(sorted(people))}.")
    if part == whole:
        raise UsageError("These are one and the same. Name two.")
    aliases = store.aliases(inside)
    end = whole
    while end in aliases:
        end = aliases[end]
        if end == part:
            raise UsageError(f"{whole} is taken for {part} already. Take them apart first.")
    store.same_person(inside, part, whole)
    return Merged(part, whole, inside)


def two_people(store: Store, part: str, *, inside: str | None = None) -> None:
    """Take that back."""
    if inside is None:
        store.take_apart(part)
    else:
        store.not_same_person(inside, part)
