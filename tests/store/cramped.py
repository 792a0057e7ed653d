"""Steps on a store in a process of their own, where files may not grow or not be written; what was said of each."""

from __future__ import annotations

import json
import os
import sys
from collections.abc import Callable
from dataclasses import replace
from multiprocessing.connection import Connection
from pathlib import Path

import numpy as np
import pyarrow as pa
from tests.store.jobs import NEW, OLD, file, vault

from walkaway.app.errors import WalkawayError
from walkaway.app.store import Handed


def bulky() -> Handed:
    """About 4 MB that cannot be packed."""
    one = file(3)
    dice = np.random.default_rng(1)
    texts = [dice.bytes(1400).hex() for _ in range(len(one.chat.events))]
    return replace(one, chat=replace(one.chat, text=pa.array(texts, pa.large_string())))


def adding(home: Path) -> None:
    store = vault(home).unlock(OLD)
    try:
        store.add("Bob", bulky())
    finally:
        store.close()


def backing_up(home: Path) -> None:
    vault(home).backup(OLD, home.with_name("made.walkaway"))


def restoring(home: Path) -> None:
    vault(home).restore(OLD, home.with_name("given.walkaway"))


def changing_passphrase(home: Path) -> None:
    vault(home).change_passphrase(OLD, NEW)


def making(home: Path) -> None:
    vault(home.with_name("another")).create(OLD).store.close()


STEPS: dict[str, Callable[[Path], None]] = {
    step.__name__: step for step in (adding, backing_up, restoring, changing_passphrase, making)
}


def limited(home: Path, done: Connection, most: int) -> None:
    """No file may become larger than this."""
    import resource

    resource.setrlimit(resource.RLIMIT_FSIZE, (most, most))
    done.send(said_of(home))


def as_another(home: Path, done: Connection) -> None:
    """As somebody who may read but not write here. Nothing is forbidden to root."""
    if os.geteuid() == 0:
        os.setgid(65534)
        os.setuid(65534)
    done.send(said_of(home))


def said_of(home: Path) -> dict[str, str]:
    """For each step the name of the error it ended with, or nothing; for other errors than ours their trace."""
    said: dict[str, str] = {}
    for name, step in STEPS.items():
        try:
            step(home)
            said[name] = ""
        except WalkawayError as error:
            said[name] = type(error).__name__
        except Exception as error:  # noqa: BLE001 (the test shall see it)
            said[name] = repr(error)
    return said


if __name__ == "__main__":
    print(json.dumps(said_of(Path(sys.argv[1]))))
