"""A vault in; a door to it that is new, locked or open, and remembers the store while it is open, out."""

from __future__ import annotations

from contextlib import suppress
from pathlib import Path
from typing import TYPE_CHECKING, Literal, Protocol

from walkaway.app.errors import WalkawayError
from walkaway.app.store import LockedStore, Store, Vault

if TYPE_CHECKING:  # what reads and judges is imported when the store is open: the first page must not wait for it
    from walkaway.app.kept_home import KeptHome
    from walkaway.app.take_over import Beside


class Look(Protocol):
    """Looks at plain files beside a store, and takes over what it should."""

    def __call__(self, kept: KeptHome, *, again: bool) -> Beside: ...


class KeptKeeper:
    """Holds the store open between two requests, and lets go of it and its key when it is locked."""

    lasting = True
    can_last = True

    def __init__(self, vault: Vault, look: Look | None = None) -> None:
        self.vault = vault
        self._look = look
        self._store: Store | None = None
        self.changed_beside: tuple[str, ...] = ()

    def state(self) -> Literal["new", "locked", "open"]:
        if self._store is not None:
            return "open"
        return "locked" if self.vault.exists() else "new"

    def create(self, passphrase: str) -> str:
        """Make the store, open. The recovery code, which is told this once."""
        made = self.vault.create(passphrase)
        self._store = made.store
        with suppress(WalkawayError):  # the code must be told, whatever lies beside
            self.look()
        return made.recovery_code

    def unlock(self, secret: str) -> None:
        """Open it with the passphrase or the recovery code."""
        self.lock()
        self._store = self.vault.unlock(secret)
        with suppress(WalkawayError):  # a plain file that cannot be read closes nobody's store
            self.look()

    def restore(self, secret: str, backup: Path) -> None:
        """The store of this backup in place of what is here, open."""
        self.lock()
        self.vault.restore(secret, backup)
        self.unlock(secret)

    def look(self, *, again: bool = False) -> None:
        """Look at plain files beside the store, and take over what it never took over; `again`: what changed too."""
        if self._look is not None:
            self.changed_beside = self._look(self.shelf(), again=again).changed

    def lock(self) -> None:
        """Let go of the store and its key."""
        store, self._store, self.changed_beside = self._store, None, ()
        if store is not None:
            store.close()

    def shelf(self) -> KeptHome:
        """What is kept, while it is open."""
        from walkaway.app.kept_home import KeptHome

        if self._store is None:
            raise LockedStore
        return KeptHome(self._store)

    def store(self) -> Store | None:
        """The store itself, while it is open."""
        return self._store
