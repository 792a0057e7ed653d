"""A home of plain files beside a store in; what the store had not taken over in it too, and what changed since, out."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Protocol

from walkaway.app.errors import WalkawayError
from walkaway.app.home import Home
from walkaway.app.kept_home import KeptHome
from walkaway.app.ports import ReadOptions
from walkaway.app.pursuit import Pursuit, You
from walkaway.app.pursuit_document import as_document, from_document, you_as_document, you_from_document
from walkaway.app.store import StoreError

Options = Callable[[Pursuit], ReadOptions]


class PlainHome(Home, Protocol):
    """A home of plain files that remembers when a store last took it over."""

    def place(self, name: str) -> Path:
        """The folder of a pursuit. Raises UnknownPursuit."""
        ...

    def erase(self, name: str) -> None:
        """Remove that folder with all that lies in it."""
        ...

    def changed(self) -> tuple[str, ...] | None:
        """Pursuits with something newer than the last taking over, by a look at times. None: there never was one."""
        ...

    def newest(self) -> int:
        """When the newest of all files in it changed. 0: there is none."""
        ...

    def mark(self, newest: int) -> None:
        """Remember that a store took over everything up to then."""
        ...


@dataclass(frozen=True, slots=True)
class Beside:
    """Plain files beside a store.

    `taken` came into the store just now; the chats of those in `open_` need a word from the person first. `changed`
    have changed since the store took them over, and do not count as they are.
    """

    taken: tuple[str, ...] = ()
    open_: tuple[str, ...] = ()
    changed: tuple[str, ...] = ()


def look_beside(plain: PlainHome, kept: KeptHome, options: Options, *, now: int) -> Beside:
    """What was never taken over comes into the store, or it would be out of sight; also where that was cut short."""
    changed = plain.changed()
    if changed is not None:
        return Beside(changed=changed)
    new = [name for name in plain.names() if not kept.store.document(name)]
    return _taken(plain, kept, new, options, now=now)


def take_over(plain: PlainHome, kept: KeptHome, options: Options, *, now: int) -> Beside:
    """Take over what changed, or everything where nothing was yet. What is plain stays where it is."""
    changed = plain.changed()
    return _taken(plain, kept, plain.names() if changed is None else changed, options, now=now)


def _taken(plain: PlainHome, kept: KeptHome, names: Sequence[str], options: Options, *, now: int) -> Beside:
    newest = plain.newest()  # whatever changes from here on is newer
    open_: list[str] = []
    for name in names:
        there = plain.pursuit(name)
        pursuit = _over(kept, replace(there, archives=None))  # files of a folder have no meaning in a store
        try:
            archive = plain.archive(there, options(there))
            if archive is not None:
                kept.hand_over(pursuit, (), archive, now=now)
        except StoreError:
            raise
        except WalkawayError:
            open_.append(name)
        kept.keep(pursuit)  # last: one that is kept without settings was cut short
    you = plain.you()
    if names and you != You():
        kept.keep_you(_both(kept.you(), you))
    if newest:
        plain.mark(newest)
    return Beside(tuple(names), tuple(open_))


def _both(kept: You, plain: You) -> You:
    """What the plain file says, then what is kept; of lists both, each thing once."""
    there, said = you_as_document(kept), you_as_document(plain)
    lists = {key: [*said.get(key, []), *rows] for key, rows in there.items() if isinstance(rows, list)}
    each = {key: [row for k, row in enumerate(rows) if row not in rows[:k]] for key, rows in lists.items()}
    return you_from_document({**there, **said, **each}, "you.toml")


def _over(kept: KeptHome, plain: Pursuit) -> Pursuit:
    """What the plain file says over what is kept; what it does not speak of stays, and so does every promise."""
    if not kept.store.document(plain.name):
        return plain
    there = kept.pursuit(plain.name)
    found = from_document({**as_document(there), **as_document(plain)}, plain.name)
    edits = {name: (*there.promises.get(name, ()), *plain.promises.get(name, ())) for name in found.promises}
    edits |= {name: said for name, said in there.promises.items() if name not in edits}
    return replace(
        found,
        promises={name: tuple(sorted(dict.fromkeys(said), key=lambda e: e.at.at)) for name, said in edits.items()},
    )
