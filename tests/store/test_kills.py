"""A process is killed at a random moment. What it had said to be done is there, all is whole, and the rerun goes on.

The moments come from a seed that is new each time; WALKAWAY_SEED takes one again. 40 kills here, 200 in the soak.
"""

from __future__ import annotations

import multiprocessing
import os
import random
import secrets
import shutil
import sys
import time
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from tests.store.jobs import (
    FILES,
    JOBS,
    NEW,
    OLD,
    PLAIN,
    PLAIN_LINES,
    all_messages,
    file,
    messages,
    plain_folders,
    vault,
    work,
)

from walkaway import wiring
from walkaway.app.store import WrongPassphrase

pytestmark = pytest.mark.skipif(sys.platform == "win32", reason="SIGKILL and forks are POSIX")
START: Any = multiprocessing.get_context("forkserver" if sys.platform != "win32" else "spawn")
START.set_forkserver_preload(["tests.store.jobs"])


def run(job: str, home: Path, kill_after: float | None) -> tuple[int, float, bool]:
    """Start the job, kill it so many seconds after it began; steps done, seconds it took, whether it was killed."""
    ours, theirs = START.Pipe(duplex=False)
    process = START.Process(target=work, args=(job, home, theirs), daemon=True)
    process.start()
    theirs.close()
    assert ours.recv() == "begun"
    began = time.monotonic()
    if kill_after is not None:
        time.sleep(kill_after)
        process.kill()
    said: list[Any] = []
    while True:
        try:
            said.append(ours.recv())
        except EOFError:
            break
    took = time.monotonic() - began
    process.join(10)
    assert not process.is_alive()
    through = "through" in said
    assert through or kill_after is not None, f"{job} fell by itself, exit code {process.exitcode}"
    return len([word for word in said if word != "through"]), took, not through


@pytest.fixture(scope="module")
def ready(tmp_path_factory: pytest.TempPathFactory) -> dict[str, Path]:
    """For each job a folder as it is before, to be copied."""
    place = tmp_path_factory.mktemp("ready")
    made = {job: place / job for job in JOBS}
    for job, folder in made.items():
        folder.mkdir()
        if job == "taking_over":
            plain_folders(folder / "home")
            continue
        head = {"head": "0001"} if job == "migrating" else {}
        store = vault(folder / "home", **head).create(OLD).store
        for k in range(FILES) if job != "importing" else ():
            store.add("Bob", file(k))
        store.close()
    # What is restored differs from what is there.
    other = vault(made["restoring"] / "other").create(OLD).store
    other.add("Bob", file(0))
    other.close()
    vault(made["restoring"] / "other").backup(OLD, made["restoring"] / "given.walkaway")
    shutil.rmtree(made["restoring"] / "other")
    return made


def whole(home: Path, secret: str = OLD) -> list[tuple[int, int, str]]:
    """Everything kept, after every byte was looked at."""
    store = vault(home).unlock(secret)
    try:
        store.check()
        return messages(store)
    finally:
        store.close()


EVERYTHING = all_messages(FILES)


def after_importing(home: Path, done: int) -> None:
    there = whole(home)
    # Each file is kept whole, and none of those told to be kept is lost.
    assert len(there) in {all_messages(k) for k in range(done, FILES + 1)}
    run("importing", home, None)
    again = whole(home)
    assert len(again) == EVERYTHING
    assert set(there) <= set(again)


def after_migrating(home: Path, done: int) -> None:
    assert len(whole(home)) == EVERYTHING
    if done:
        assert list((home / "backups").glob("*.walkaway"))


def after_backing_up(home: Path, done: int) -> None:
    made = home.with_name("made.walkaway")
    assert made.exists() or not done
    assert len(whole(home)) == EVERYTHING
    run("backing_up", home, None)
    fresh = home.with_name("fresh")
    vault(fresh).restore(OLD, made)
    assert whole(fresh) == whole(home)


def after_restoring(home: Path, done: int) -> None:
    there = len(whole(home))
    assert there == all_messages(1) if done else there in {all_messages(1), EVERYTHING}
    run("restoring", home, None)
    assert len(whole(home)) == all_messages(1)
    assert len(list(home.glob("store-*.db"))) == 1


def after_changing_passphrase(home: Path, done: int) -> None:
    opens = []
    for secret in (OLD, NEW):
        try:
            assert len(whole(home, secret)) == EVERYTHING
            opens.append(secret)
        except WrongPassphrase:
            continue
    assert opens == [NEW] if done else len(opens) == 1
    if opens == [OLD]:
        run("changing_passphrase", home, None)
        assert len(whole(home, NEW)) == EVERYTHING


def after_taking_over(home: Path, done: int) -> None:
    run("taking_over", home, None)
    store = vault(home).unlock(OLD)
    try:
        store.check()
        assert store.names() == PLAIN
        for name in PLAIN:
            assert sum(channel.n for channel in store.channels(name)) == PLAIN_LINES
            assert (store.document(name) or {})["kind"] == "friend"
    finally:
        store.close()
    assert wiring.home(home).changed() == ()
    assert done <= 1


AFTER: dict[str, Callable[[Path, int], None]] = {
    "importing": after_importing,
    "migrating": after_migrating,
    "backing_up": after_backing_up,
    "restoring": after_restoring,
    "changing_passphrase": after_changing_passphrase,
    "taking_over": after_taking_over,
}


def kill(job: str, ready: dict[str, Path], place: Path, times: int) -> None:
    seed = int(os.environ.get("WALKAWAY_SEED", secrets.randbits(32)))
    dice = random.Random(f"{seed} {job}")
    killed = 0
    shutil.copytree(ready[job], place / "measure")
    _, usual, _ = run(job, place / "measure" / "home", None)
    for k in range(times):
        folder = place / str(k)
        shutil.copytree(ready[job], folder)
        done, _, was_killed = run(job, folder / "home", dice.uniform(0, usual))
        killed += was_killed
        if not was_killed:
            usual *= 0.7  # it was measured while the machine did something else
        try:
            AFTER[job](folder / "home", done)
        except BaseException as error:
            error.add_note(f"WALKAWAY_SEED={seed}, {job}, kill {k + 1}; the folder is {folder}")
            raise
        left = [path.name for path in (folder / "home").iterdir() if path.name.endswith((".part", "-wal"))]
        assert left == [], f"WALKAWAY_SEED={seed}"
        shutil.rmtree(folder)
    assert killed >= times // 3, f"only {killed} of {times} were killed in the middle: nothing was tested"


@pytest.mark.parametrize("job", JOBS)
def test_nothing_told_to_be_kept_is_lost(job: str, ready: dict[str, Path], tmp_path: Path) -> None:
    kill(job, ready, tmp_path, times=8)


@pytest.mark.soak
@pytest.mark.parametrize("job", JOBS)
def test_nothing_told_to_be_kept_is_lost_200_times(job: str, ready: dict[str, Path], tmp_path: Path) -> None:
    kill(job, ready, tmp_path, times=40)
