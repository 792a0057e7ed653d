"""What a process does until it is killed: a home and a pipe in; on the pipe, a word for each step that was done."""

from __future__ import annotations

from collections.abc import Callable
from multiprocessing.connection import Connection
from pathlib import Path

import alembic.command  # noqa: F401 (so that a child that is killed early has begun its work, not its imports)
import numpy as np
import pyarrow as pa

from walkaway import wiring
from walkaway.app.kept_home import KeptHome
from walkaway.app.ports import Chat, ReadOptions
from walkaway.app.store import Handed, Store
from walkaway.app.take_over import look_beside
from walkaway.core.events import SECOND, Events
from walkaway.store.keys import Cost
from walkaway.store.vault import FolderVault

OLD, NEW = "four plain old words", "four plain new words"
CHEAP = Cost(n=2**4)
FILES = 5
PLAIN, PLAIN_LINES = ("Ada", "Ben", "Cleo"), 400
LENGTH, STEP = 1_500, 1_000
_MINUTES = 40 * 60 * SECOND


def file(k: int) -> Handed:
    """The k-th of several exports of one chat. Each holds the last third of the one before; some lines come twice."""
    at = np.arange(k * STEP, k * STEP + LENGTH)
    texts = [f"message {n // 2}" for n in at.tolist()]
    events = Events(
        id=np.arange(1, LENGTH + 1, dtype=np.int64),
        at=at // 2 * 2 * _MINUTES,
        local=at // 2 * 2 * _MINUTES,
        who=(at // 2 // 3 % 2).astype(np.int32),
        kind=np.zeros(LENGTH, np.uint8),
        words=np.full(LENGTH, 2, np.int32),
        asks=np.zeros(LENGTH, np.bool_),
    )
    chat = Chat(title="Bob", me=None, people=("Sam", "Bob"), events=events, text=pa.array(texts, pa.large_string()))
    return Handed(chat=chat, source="whatsapp", tz="UTC", now=k, me="Sam", them="Bob")


def all_messages(files: int) -> int:
    """How many different messages the first so many exports hold."""
    return 0 if not files else LENGTH + (files - 1) * STEP


def vault(home: Path, **more: str) -> FolderVault:
    return FolderVault(home, cost=CHEAP, **more)


def importing(home: Path, done: Connection) -> None:
    store = vault(home).unlock(OLD)
    for k in range(FILES):
        store.add("Bob", file(k))
        done.send(k + 1)
    store.close()


def migrating(home: Path, done: Connection) -> None:
    vault(home).unlock(OLD).close()
    done.send(1)


def backing_up(home: Path, done: Connection) -> None:
    vault(home).backup(OLD, home.with_name("made.walkaway"))
    done.send(1)


def restoring(home: Path, done: Connection) -> None:
    vault(home).restore(OLD, home.with_name("given.walkaway"))
    done.send(1)


def changing_passphrase(home: Path, done: Connection) -> None:
    vault(home).change_passphrase(OLD, NEW)
    done.send(1)


def plain_folders(home: Path) -> None:
    """Three pursuits in plain files, each with a chat."""
    for name in PLAIN:
        (home / name).mkdir(parents=True)
        (home / name / "pursuit.toml").write_text('kind = "friend"\nafraid = "no"\nme = "Sam"\ntz = "UTC"\n')
        lines = [
            f"2026-0{1 + k % 9}-1{k % 7} 10:{k % 60:02},{('Sam', name)[k % 2]},line {k}" for k in range(PLAIN_LINES)
        ]
        (home / name / "chat.csv").write_text("\n".join(["when,who,text", *lines]))


def taking_over(home: Path, done: Connection) -> None:
    there = vault(home)
    store = there.unlock(OLD) if there.exists() else there.create(OLD).store
    look_beside(wiring.home(home), KeptHome(store), lambda _: ReadOptions("UTC"), now=1)
    done.send(1)
    store.close()


JOBS: dict[str, Callable[[Path, Connection], None]] = {
    job.__name__: job for job in (importing, migrating, backing_up, restoring, changing_passphrase, taking_over)
}


def work(name: str, home: Path, done: Connection) -> None:
    """The process: says that it is about to begin, works, says that it is through."""
    done.send("begun")
    JOBS[name](home, done)
    done.send("through")


def messages(store: Store) -> list[tuple[int, int, str]]:
    """Everything kept of Bob, as a list that can be compared."""
    if "Bob" not in store.names():
        return []
    found: list[tuple[int, int, str]] = []
    for channel in store.channels("Bob"):
        chat = store.chat(channel)
        found += zip(chat.events.at.tolist(), chat.events.who.tolist(), chat.text.to_pylist(), strict=True)
    return found
