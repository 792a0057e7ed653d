"""What the web door asks of the place where pursuits are kept: a home that takes files in, and its lock."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path
from typing import Literal, Protocol

from walkaway.app.data import Written
from walkaway.app.home import Home
from walkaway.app.ports import Archive
from walkaway.app.pursuit import Pursuit
from walkaway.app.store import Store, Vault

State = Literal["new", "locked", "open"]


@dataclass(frozen=True, slots=True)
class File:
    """A file as a browser hands it over."""

    name: str
    raw: bytes


class Shelf(Home, Protocol):
    """A home into which files can be handed, and out of which a pursuit can be erased."""

    def hand_over(self, pursuit: Pursuit, files: tuple[File, ...], archive: Archive, *, now: int) -> object:
        """Keep the pursuit with these files beside those it has. `archive` is what was read of them, `now` us UTC."""
        ...

    def export(self, to: Written) -> None:
        """Everything that is kept, in open formats."""
        ...

    def erase(self, name: str) -> None:
        """Keep nothing of it any more."""
        ...


class Keeper(Protocol):
    """A shelf behind a lock."""

    @property
    def lasting(self) -> bool:
        """Whether what is kept is still there after the visit."""
        ...

    @property
    def can_last(self) -> bool:
        """Whether it is, or would be once there is a passphrase."""
        ...

    @property
    def changed_beside(self) -> tuple[str, ...]:
        """Pursuits in plain files beside it that changed since they were taken over, and do not count as they are."""
        ...

    def look(self, *, again: bool = False) -> None:
        """Take over what lies in plain files beside it; `again`: what changed since, too."""
        ...

    def state(self) -> State:
        """New (no passphrase yet), locked or open."""
        ...

    def create(self, passphrase: str) -> str:
        """Make it, open. The code that opens it when the passphrase is forgotten is returned once."""
        ...

    def unlock(self, secret: str) -> None:
        """Open it with the passphrase or the code. Raises WalkawayError with what to do."""
        ...

    def restore(self, secret: str, backup: Path) -> None:
        """The store of this backup in place of what is here, open. Raises WalkawayError, and then it is locked."""
        ...

    def lock(self) -> None:
        """Let go of the key, or of everything where nothing lasts."""
        ...

    def shelf(self) -> Shelf:
        """What is kept, while it is open."""
        ...

    def store(self) -> Store | None:
        """The store behind it, while it is open. None: nothing lasts here."""
        ...

    @property
    def vault(self) -> Vault | None:
        """What its passphrase, its code and its backups are asked of. None: nothing lasts here."""
        ...
