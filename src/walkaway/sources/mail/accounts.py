"""Mails of one account in; whose account it is, which chat each mail belongs to and its thread, out.

A chat is you and one other address. A mail of yours to several is an act towards each of them, so it stands in each of
their chats; it remains one record.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass, field, replace

import numpy as np

from walkaway.sources.ledger import Columns, Ledger
from walkaway.sources.mail.fields import Address
from walkaway.sources.mail.message import Mail


@dataclass(slots=True)
class Account:
    """What is remembered of every mail until the last one says whose account it is."""

    ledger: Ledger
    senders: list[int] = field(default_factory=list)
    to: list[tuple[int, ...]] = field(default_factory=list)
    copies: list[tuple[int, ...]] = field(default_factory=list)
    named: Counter[int] = field(default_factory=Counter)
    wrote: Counter[int] = field(default_factory=Counter)
    received: Counter[str] = field(default_factory=Counter)
    sent: set[int] = field(default_factory=set)
    names: dict[int, str] = field(default_factory=dict)
    places: dict[Address, tuple[int, bool]] = field(default_factory=dict)

    def person(self, one: Address) -> int:
        known = self.places.get(one)
        if known is None:
            named = bool(one.name) and one.name.lower() != one.address
            known = self.places[one] = self.ledger.person(one.address, one.address, one.name), named
        place, named = known
        if named:
            self.names[place] = one.name
        return place

    def note(self, mail: Mail) -> int:
        """The sender's place; the mail's row comes next in the ledger."""
        sender = self.person(mail.sender)
        to = tuple(map(self.person, mail.to))
        copies = tuple(map(self.person, mail.copies))
        self.senders.append(sender)
        self.to.append(to)
        self.copies.append(copies)
        for one in {sender, *to, *copies, *map(self.person, mail.delivered)}:
            self.named[one] += 1
        self.wrote[sender] += 1
        if mail.sent:
            self.sent.add(sender)
        return sender

    def got(self, to: Sequence[Address]) -> None:
        """Newsletters and automatic mail come to the owner too. That counts only where nothing else tells."""
        self.received.update(one.address for one in to)

    def owners(self) -> set[int]:
        """Whose account it is: who stands on what was filed as sent, or else on the most mails.

        The owner stands on every mail, as sender or receiver. Among equals it is who wrote most, then who got most of
        what is left out; if that does not tell them apart either, nobody is named, and the person is asked.
        """
        if self.sent:
            return self.sent
        if not self.named:
            return set()
        rank = {k: (self.named[k], self.wrote[k], self.received[self._address(k)]) for k in self.named}
        best = max(rank.values())
        first = [k for k in rank if rank[k] == best]
        return set(first) if len(first) == 1 else set()

    def chats(self, rows: Columns) -> Columns:
        """Every mail in the chats it belongs to."""
        mine = self.owners()
        me = min(mine, default=None)
        self.ledger.me = me
        place: list[int] = []
        rooms: list[int] = []
        alone: list[int] = []
        for k, sender in enumerate(self.senders):
            others = self._others(k, sender, mine)
            place += [k] * len(others)
            rooms += [self._room(sender if me is None else me, other) for other in others]
            if not others:
                alone.append(k)
        if alone:
            self.ledger.drop(rows, np.array(alone, np.int64), "written to nobody but yourself")
        index = np.array(place, np.int64)
        taken = rows if np.array_equal(index, np.arange(len(rows))) else rows.take(index)
        who = taken.who if me is None else np.where(np.isin(taken.who, list(mine)), me, taken.who).astype(np.int32)
        if me is not None:
            for other in mine - {me}:
                self.ledger.person(self._address(me), "", self._address(other), self.names.get(other, ""))
        return replace(taken, room=np.array(rooms, np.int32), who=who)

    def _others(self, k: int, sender: int, mine: set[int]) -> list[int]:
        if mine and sender not in mine:
            return [sender]
        return next(
            (
                found
                for group in (self.to[k], self.copies[k])
                if (found := [o for o in group if o not in mine | {sender}])
            ),
            [],
        )

    def _room(self, one: int, other: int) -> int:
        title = self.names.get(other) or self._address(other)
        return self.ledger.room(frozenset((one, other)), title if self.ledger.me is not None else None, (one, other))

    def _address(self, place: int) -> str:
        return self.ledger.name(place)


class Threads:
    """Message ids in, the number of the thread each belongs to out: whatever one mail refers to is one thread."""

    def __init__(self) -> None:
        self._thread: dict[bytes, int] = {}
        self._parent: list[int] = []
        self._seen: set[bytes] = set()

    def again(self, own_id: bytes | None) -> bool:
        """Whether a mail of this id came before: exports hold a mail once for each folder it lies in."""
        if own_id is None:
            return False
        seen = own_id in self._seen
        self._seen.add(own_id)
        return seen

    def add(self, own_id: bytes | None, references: Sequence[bytes]) -> int:
        ids = [*references, own_id] if own_id is not None else list(references)
        roots = sorted({self._root(self._thread[one]) for one in ids if one in self._thread})
        if roots:
            thread = roots[0]
            for other in roots[1:]:
                self._parent[other] = thread
        else:
            thread = len(self._parent)
            self._parent.append(thread)
        for one in ids:
            self._thread[one] = thread
        return thread

    def _root(self, thread: int) -> int:
        while self._parent[thread] != thread:
            self._parent[thread] = thread = self._parent[self._parent[thread]]
        return thread

    def settled(self, rows: Columns) -> Columns:
        """The rows with the threads as they are in the end, numbered from 0."""
        roots = np.array([self._root(k) for k in range(len(self._parent))], np.int64)
        _, thread = np.unique(roots[rows.thread], return_inverse=True)
        return replace(rows, thread=thread.astype(np.int64))
