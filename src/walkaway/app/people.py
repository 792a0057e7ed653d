"""Two names of one person in; one person out, over channels and over pursuits. Nothing is moved, all can be undone."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from itertools import combinations

from walkaway.app.errors import UnknownPursuit, UsageError
from walkaway.app.held import held
from walkaway.app.kept_home import KeptHome
from walkaway.app.pursuit_document import you_as_document, you_from_document
from walkaway.app.same_person import Appearance, Reason, Roll, suggest
from walkaway.app.store import Channel, Store

PAIR = 2


@dataclass(frozen=True, slots=True)
class Merged:
    """What was said to be one: a pursuit inside another, or a name inside a pursuit."""

    part: str
    whole: str
    inside: str | None = None


@dataclass(frozen=True, slots=True)
class Alike:
    """Two pursuits that may be one person, and why. `whole` has the more messages: `part` would be shown with it."""

    part: str
    whole: str
    reasons: tuple[Reason, ...]


def may_be_one(store: Store) -> tuple[Alike, ...]:
    """Pairs of pursuits worth a question, those with the most reasons first. Who was said to be two is not asked."""
    said = {frozenset(pair) for pair in _two(store)}
    pursuits = {name: store.channels(name) for name in _may_be_named(store)}
    size = {name: sum(channel.n for channel in channels) for name, channels in pursuits.items()}
    home = {one: name for name, channels in pursuits.items() for one in _appearances(channels)}
    found: dict[frozenset[str], Alike] = {}
    for suggestion in suggest(Roll(tuple(home), _together(pursuits.values(), home))):
        pair = frozenset((home[suggestion.one], home[suggestion.other]))
        if len(pair) == PAIR and pair not in said and pair not in found:
            part, whole = sorted(pair, key=lambda name: (size[name], name))
            found[pair] = Alike(part, whole, suggestion.reasons)
    return tuple(found.values())


def _appearances(channels: tuple[Channel, ...]) -> Iterator[Appearance]:
    """The other of each chat of two, as its archive shows them."""
    for channel in channels:
        if channel.them in channel.people and len(channel.people) <= PAIR:
            handles = channel.handles[channel.people.index(channel.them)] if channel.handles else ()
            yield Appearance(channel.source, channel.them, handles)


def _together(kept: Iterable[tuple[Channel, ...]], people: Iterable[Appearance]) -> frozenset[frozenset[Appearance]]:
    """Which pairs write in one group that is kept: they are two people."""
    by = defaultdict(list)
    for one in people:
        by[one.channel, one.name].append(one)
    found = []
    for channel in (channel for channels in kept for channel in channels if len(channel.people) > PAIR):
        here = [one for name in channel.people for one in by.get((channel.source, name), ())]
        found += [frozenset(pair) for pair in combinations(here, 2)]
    return frozenset(found)


def _may_be_named(store: Store) -> tuple[str, ...]:
    """Everybody but those of whom a list does not tell, because support comes first."""
    home = KeptHome(store)
    return tuple(name for name in home.names() if held(home.pursuit(name).answers) != "support")


def joined(store: Store) -> tuple[Merged, ...]:
    """Pursuits that are shown as one."""
    return tuple(Merged(part, whole) for whole in _may_be_named(store) for part in store.parts(whole))


def two_for_good(store: Store, one: str, other: str) -> None:
    """These two pursuits are two people: that is not asked again. Joining them takes it back."""
    known = {name.casefold(): name for name in store.names()}
    for name in (one, other):
        if name.casefold() not in known:
            raise UnknownPursuit(name, store.names())
    pair = (known[one.casefold()], known[other.casefold()])
    if pair[0] == pair[1]:
        raise UsageError("These are one and the same. Name two.")
    _keep_two(store, (*(p for p in _two(store) if set(p) != set(pair)), pair))


def _two(store: Store) -> tuple[tuple[str, str], ...]:
    return you_from_document(store.you(), "What is true of you").two


def _keep_two(store: Store, two: tuple[tuple[str, str], ...]) -> None:
    you = you_from_document(store.you(), "What is true of you")
    store.keep_you(you_as_document(replace(you, two=two)))


def one_person(store: Store, part: str, whole: str, *, inside: str | None = None) -> Merged:
    """Show the pursuit `part` as one with `whole`; or, inside a pursuit, take one name for another."""
    if inside is None:
        store.join(part, whole)
        two = _two(store)
        apart = tuple(pair for pair in two if {n.casefold() for n in pair} != {part.casefold(), whole.casefold()})
        if apart != two:
            _keep_two(store, apart)
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
