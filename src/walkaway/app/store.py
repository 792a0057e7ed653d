"""What the app asks of a store: pursuits, settings and messages, kept and given back; and what can go wrong."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any, Literal, Protocol

from walkaway.app.errors import WalkawayError
from walkaway.app.ports import Chat, Skip

Document = dict[str, Any]
"""The settings of a pursuit, or of the person: texts, numbers and lists, as JSON has them."""

Keeps = Literal["words", "counts"]
"""Whether a pursuit keeps what was written, or only when, by whom and how much."""


@dataclass(frozen=True, slots=True)
class KeptReceipt:
    """What came of adding a file: every record read is kept, was already there, or is skipped."""

    read: int
    kept: int
    there: int
    skipped: tuple[Skip, ...] = ()

    def __post_init__(self) -> None:
        if self.read != self.kept + self.there + len(self.skipped):
            raise ValueError(
                f"KeptReceipt: read {self.read} is not kept {self.kept} + there {self.there} "
                f"+ skipped {len(self.skipped)}"
            )


@dataclass(frozen=True, slots=True)
class Arrival:
    """A line of the log of what came in. Nothing in it is ever changed. `content` is the SHA-256 of what was read."""

    at: int
    source: str
    content: str
    read: int
    kept: int
    there: int
    skipped: int


@dataclass(frozen=True, slots=True, eq=False)
class Handed:
    """A chat handed over to be kept: from which kind of archive, who in it is you and whom it is about.

    `skipped` are the records of the file that could not be read. `now` is us UTC, for the log of what came in when;
    `log` are lines that stood there before, where this comes from an export, in place of a new one.
    """

    chat: Chat
    source: str
    tz: str
    now: int
    me: str | None = None
    them: str | None = None
    assumed: tuple[str, ...] = ()
    skipped: tuple[Skip, ...] = ()
    log: tuple[Arrival, ...] | None = None


@dataclass(frozen=True, slots=True)
class Channel:
    """One conversation as one kind of archive holds it. A pursuit may have several. `people` are counted by `who`.

    `handles` stand beside `people`, where the format has them: the names, numbers and addresses of each.
    """

    id: int
    pursuit: str
    source: str
    title: str | None
    me: str | None
    them: str | None
    people: tuple[str, ...]
    tz: str
    assumed: tuple[str, ...]
    n: int
    handles: tuple[tuple[str, ...], ...] = ()


class Store(Protocol):
    """Keeps pursuits by name. A name is found whatever its capitals. Each call is kept whole, or not at all."""

    def names(self) -> tuple[str, ...]:
        """Every pursuit, in order of name; those that are part of another are not named."""
        ...

    def document(self, name: str) -> Document | None:
        """The settings kept under this name. None: nothing is."""
        ...

    def keep_document(self, name: str, document: Mapping[str, Any]) -> None:
        """Keep these settings in place of those that were there."""
        ...

    def you(self) -> Document:
        """What is true of the person over all pursuits."""
        ...

    def keep_you(self, document: Mapping[str, Any]) -> None:
        """Keep that."""
        ...

    def add(self, name: str, handed: Handed) -> KeptReceipt:
        """Keep these messages. Those that are there already stay as they are."""
        ...

    def keeps(self, name: str) -> Keeps:
        """Whether words are kept for this pursuit."""
        ...

    def keep_counts_only(self, name: str) -> None:
        """Drop every word of this pursuit, and keep none from now on. The words cannot be had back."""
        ...

    def channels(self, name: str) -> tuple[Channel, ...]:
        """The conversations of this pursuit, and of those that are part of it."""
        ...

    def chat(self, channel: Channel) -> Chat:
        """All that is kept of a conversation. Texts are null where only counts are kept."""
        ...

    def arrivals(self, name: str) -> tuple[Arrival, ...]:
        """What came in for this pursuit, oldest first."""
        ...

    def join(self, part: str, whole: str) -> None:
        """These two pursuits are one person: show `part` inside `whole`. Nothing is moved."""
        ...

    def take_apart(self, part: str) -> None:
        """They are two after all."""
        ...

    def parts(self, name: str) -> tuple[str, ...]:
        """The pursuits shown inside this one."""
        ...

    def same_person(self, name: str, one: str, other: str) -> None:
        """In this pursuit, messages of `one` are those of `other`."""
        ...

    def not_same_person(self, name: str, one: str) -> None:
        """They are two after all."""
        ...

    def aliases(self, name: str) -> dict[str, str]:
        """Who is who: the names that stand for another."""
        ...

    def erase(self, name: str) -> None:
        """Remove this pursuit and every trace of it, also from space that is free."""
        ...

    def check(self) -> None:
        """Read everything once. Raises DamagedStore if anything is not as it was written."""
        ...

    def close(self) -> None:
        """Let go of it, and of its key."""
        ...


@dataclass(frozen=True, slots=True)
class Opened:
    """A store that was just made, and the one code that opens it when the passphrase is forgotten."""

    store: Store
    recovery_code: str


class Vault(Protocol):
    """The place a store lies in, locked: its files and its keys. Secrets are a passphrase or a recovery code."""

    def exists(self) -> bool:
        """Whether there is a store here."""
        ...

    def remains(self) -> bool:
        """Whether there is a store here, or what is left of one without its keys."""
        ...

    def create(self, passphrase: str) -> Opened:
        """A new store. Raises WeakPassphrase or StoreExists."""
        ...

    def unlock(self, secret: str) -> Store:
        """Open it. Raises WrongPassphrase, DamagedStore, NewerStore or BusyStore."""
        ...

    def change_passphrase(self, secret: str, new: str) -> None:
        """From now on this passphrase opens it, and the old one does not."""
        ...

    def new_recovery_code(self, secret: str) -> str:
        """A new code; the old one no longer opens it."""
        ...

    def use_keyring(self, secret: str) -> None:
        """From now on the keyring of the system opens it too."""
        ...

    def leave_keyring(self) -> None:
        """From now on it does not."""
        ...

    def unlock_by_keyring(self) -> Store | None:
        """Open it with what the keyring holds. None: that opens nothing."""
        ...

    def backup(self, secret: str, to: Path) -> None:
        """The whole store as one encrypted file, opened by the same secrets."""
        ...

    def restore(self, secret: str, backup: Path) -> None:
        """The store of this backup in place of what is here."""
        ...

    def erase(self) -> tuple[Path, ...]:
        """Remove the store, its keys and its own backups; what was removed."""
        ...


# --- what can go wrong ------------------------------------------------------------------------------------------------


class StoreError(WalkawayError):
    """The store cannot be opened, read or written. Nothing that was kept before is lost by it."""

    exit_code = 6


class NoStore(StoreError):
    def __init__(self) -> None:
        super().__init__("There is no store here yet. Make one with: walkaway add FILE")


class LockedStore(StoreError):
    def __init__(self) -> None:
        super().__init__("The store is locked. Open it with your passphrase, and try again.")


class StoreExists(StoreError):
    def __init__(self) -> None:
        super().__init__(
            "There is a store here already. Open it with its passphrase.",
            typed="Or choose another place: --home.",
            mend="home",
        )


class WrongPassphrase(StoreError):
    def __init__(self) -> None:
        super().__init__(
            "That passphrase does not open the store. Try again.",
            typed="If you forgot it, your recovery code opens it: walkaway store recover",
            mend="passphrase",
        )


class WrongRecoveryCode(StoreError):
    def __init__(self, why: str) -> None:
        super().__init__(why)


class WeakPassphrase(StoreError):
    def __init__(self, least: int) -> None:
        super().__init__(f"That passphrase is too short. Give at least {least} characters; four words are good.")


class DamagedStore(StoreError):
    def __init__(self, what: str = "The store") -> None:
        super().__init__(
            f"{what} is damaged: something in it is not as it was written. Nothing was changed.",
            typed="Put your last backup in its place: walkaway data restore FILE",
            mend="backup",
        )


class DamagedCopy(DamagedStore):
    """A backup or an export that is damaged. What is kept here is as it was."""

    def __init__(self, what: str = "The backup") -> None:
        StoreError.__init__(
            self,
            f"{what} is damaged: something in it is not as it was written. Nothing was changed.",
            typed="What is kept here is as it was. Copy that file once more, or take an earlier one.",
            mend="copy",
        )


class NewerStore(StoreError):
    def __init__(self, what: str = "The store") -> None:
        super().__init__(
            f"{what} was written by a newer walkaway than this one. Nothing was changed. Update walkaway and try again."
        )


class FullDisk(StoreError):
    def __init__(self) -> None:
        super().__init__("The disk is full. What was kept before is safe; this step was not. Make room and try again.")


class Stopped(StoreError):
    exit_code = 130


class FailingDisk(StoreError):
    def __init__(self) -> None:
        super().__init__(
            "The disk did not do what it was asked to. What was kept before is safe; this step was not. "
            "Check the disk, and make a backup.",
            typed="Type: walkaway data backup FILE",
            mend="save_backup",
        )


class ReadOnlyHome(StoreError):
    def __init__(self) -> None:
        super().__init__(
            "I may not write in the folder of the store. What was kept before is safe; nothing was changed. "
            "Allow writing there.",
            typed="Or choose another place: --home.",
            mend="home",
        )


class BusyStore(StoreError):
    def __init__(self) -> None:
        super().__init__("Another walkaway is using the store. Close it, or wait until it is done, and try again.")


class UnreachableStore(StoreError):
    def __init__(self) -> None:
        super().__init__("I cannot reach the database named in WALKAWAY_STORE. Check its address, and that it runs.")


class NotABackup(StoreError):
    def __init__(self, name: str) -> None:
        super().__init__(f"{name} is not a backup or an export I know. Give a file or folder that walkaway made.")
