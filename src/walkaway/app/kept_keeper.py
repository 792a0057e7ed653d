"""A vault in; a door to it that is new, locked or open, and remembers the store while it is open, out."""

from __future__ import annotations

from typing import Literal

from walkaway.app.kept_home import KeptHome
from walkaway.app.store import LockedStore, Store, Vault


class KeptKeeper:
    """Holds the store open between two requests, and lets go of it and its key when it is locked."""

    lasting = True
    can_last = True

    def __init__(self, vault: Vault) -> None:
        self._vault = vault
        self._store: Store | None = None

    def state(self) -> Literal["new", "locked", "open"]:
        if self._store is not None:
            return "open"
        return "locked" if self._vault.exists() else "new"

    def create(self, passphrase: str) -> str:
        """Make the store, open. The recovery code, which is told this once."""
        made = self._vault.create(passphrase)
        self._store = made.store
        return made.recovery_code

    def unlock(self, secret: str) -> None:
        """Open it with the passphrase or the recovery code."""
        self.lock()
        self._store = self._vault.unlock(secret)

    def lock(self) -> None:
        """Let go of the store and its key."""
        store, self._store = self._store, None
        if store is not None:
            store.close()

    def shelf(self) -> KeptHome:
        """What is kept, while it is open."""
        if self._store is None:
            raise LockedStore
        return KeptHome(self._store)
