"""What can be in the way of a store: each trouble is told apart from the others, and nothing is lost by it."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from tests.store.cramped import as_another, limited
from tests.store.jobs import NEW, OLD, file, messages, vault
from tests.store.test_kills import START

from walkaway.app.store import (
    BusyStore,
    DamagedStore,
    FailingDisk,
    FullDisk,
    NewerStore,
    NoStore,
    NotABackup,
    ReadOnlyHome,
    StoreExists,
    UnreachableStore,
    WeakPassphrase,
    WrongPassphrase,
    WrongRecoveryCode,
)
from walkaway.store.engine import postgres
from walkaway.store.migrate import bring_up
from walkaway.store.recovery_code import looks_like_a_code, new_code
from walkaway.store.troubles import plainly

POSIX = pytest.mark.skipif(sys.platform == "win32", reason="limits and users of this kind are POSIX")


@pytest.fixture
def home(tmp_path: Path) -> Path:
    store = vault(tmp_path / "home").create(OLD).store
    store.add("Bob", file(0))
    store.close()
    vault(tmp_path / "home").backup(OLD, tmp_path / "given.walkaway")
    return tmp_path / "home"


def as_it_was(home: Path) -> None:
    """Everything is there, whole, under the old passphrase, and nothing half-made lies about."""
    read_through(home)
    assert len(kept(home)) == len(file(0).chat.events)
    assert sorted(path.suffix for path in home.iterdir() if path.is_file() and path.suffix) in (
        [".db", ".json"],
        [".db", ".json", ".lock"],
    )
    assert not home.with_name("made.walkaway").exists()
    assert list(home.parent.glob("*.part")) == []


def kept(home: Path) -> list[tuple[int, int, str]]:
    store = vault(home).unlock(OLD)
    try:
        return messages(store)
    finally:
        store.close()


def read_through(home: Path) -> None:
    store = vault(home).unlock(OLD)
    try:
        store.check()
    finally:
        store.close()


def apart(target: Callable[..., None], *arguments: object) -> Any:
    """What a process of its own says."""
    ours, theirs = START.Pipe(duplex=False)
    home, *more = arguments
    process = START.Process(target=target, args=(home, theirs, *more), daemon=True)
    process.start()
    theirs.close()
    said = ours.recv()
    process.join(10)
    return said


@POSIX
def test_no_room_for_a_file(home: Path) -> None:
    said = apart(limited, home, 48 * 1024)
    assert said.pop("changing_passphrase") == ""  # a small file still found room
    assert set(said.values()) == {"FullDisk"}
    vault(home).change_passphrase(NEW, OLD)
    as_it_was(home)


@POSIX
def test_no_room_for_anything(home: Path) -> None:
    said = apart(limited, home, 100)
    assert set(said.values()) <= {"FullDisk"}
    as_it_was(home)


@POSIX
def test_no_room_on_a_small_disk(home: Path) -> None:
    """A disk of its own with 400 KB, most of them taken."""
    disk = home.with_name("disk")
    disk.mkdir()
    script = (
        'mount -t tmpfs -o size=400k none "$1" && cp -a "$2" "$3" "$1" && "$4" -m tests.store.cramped "$1/home" '
        '&& cp -a "$1/home" "$5"'
    )
    paths = (disk, home, home.with_name("given.walkaway"), sys.executable, home.with_name("after"))
    command = ["unshare", "--user", "--map-root-user", "--mount", "sh", "-c", script, "sh", *map(str, paths)]
    try:
        run = subprocess.run(command, capture_output=True, text=True, timeout=60, check=False)
    except FileNotFoundError:
        pytest.skip("no unshare here, so no disk of our own")
    if "mount" in run.stderr or "unshare" in run.stderr:
        pytest.skip("no right to mount a disk of our own")
    said = json.loads(run.stdout)
    assert said["adding"] == "FullDisk"
    after = home.with_name("after")
    store = vault(after).unlock(NEW if said["changing_passphrase"] == "" else OLD)
    store.check()
    assert len(messages(store)) == len(file(0).chat.events)
    store.close()


@POSIX
def test_a_home_that_may_only_be_read(home: Path) -> None:
    for path in (home.parent, home, *home.iterdir()):
        path.chmod(0o555 if path.is_dir() else 0o444)
    # Who is root becomes somebody else for this, and must be let through to the home.
    above = [path for path in home.parents if os.geteuid() == 0 and not path.stat().st_mode & 0o001]
    for path in above:
        path.chmod(path.stat().st_mode | 0o011)
    try:
        said = apart(as_another, home)
    finally:
        for path in above:
            path.chmod(path.stat().st_mode & ~0o011)
        for path in (home.parent, home, *home.iterdir()):
            path.chmod(0o700 if path.is_dir() else 0o600)
    assert set(said.values()) == {"ReadOnlyHome"}
    as_it_was(home)


def test_a_wrong_passphrase(home: Path) -> None:
    for secret in ("something else", new_code(), "", OLD.upper()):
        wrong = WrongRecoveryCode if looks_like_a_code(secret) else WrongPassphrase
        with pytest.raises(wrong, match=r"recovery code (opens it|does not open)"):
            vault(home).unlock(secret)
        with pytest.raises(wrong):
            vault(home).change_passphrase(secret, NEW)
        with pytest.raises(wrong):
            vault(home.with_name("fresh")).restore(secret, home.with_name("given.walkaway"))
    assert not home.with_name("fresh").exists()
    as_it_was(home)


def test_a_forgotten_passphrase(tmp_path: Path) -> None:
    made = vault(tmp_path).create(OLD)
    made.store.add("Bob", file(0))
    made.store.close()
    vault(tmp_path).change_passphrase(made.recovery_code.lower().replace("-", " "), NEW)
    code = vault(tmp_path).new_recovery_code(NEW)
    with pytest.raises((WrongPassphrase, WrongRecoveryCode)):
        vault(tmp_path).unlock(made.recovery_code)
    store = vault(tmp_path).unlock(code)
    assert store.names() == ("Bob",)
    store.close()


def test_a_short_new_passphrase_changes_nothing(home: Path) -> None:
    with pytest.raises(WeakPassphrase):
        vault(home).change_passphrase(OLD, "short")
    with pytest.raises(WeakPassphrase):
        vault(home.with_name("fresh")).create("short")
    assert not home.with_name("fresh").exists()
    as_it_was(home)


def test_no_store_and_one_too_many(home: Path) -> None:
    nothing = vault(home.with_name("nothing"))
    with pytest.raises(NoStore, match="walkaway add"):
        nothing.unlock(OLD)
    with pytest.raises(NoStore):
        nothing.change_passphrase(OLD, NEW)
    with pytest.raises(NoStore):
        nothing.backup(OLD, home.with_name("made.walkaway"))
    with pytest.raises(StoreExists):
        vault(home).create(OLD)
    as_it_was(home)


@pytest.mark.parametrize("what", ["keys.json", "store-*.db"])
@pytest.mark.parametrize("how", ["cut", "emptied", "overwritten"])
def test_a_damaged_file(home: Path, what: str, how: str) -> None:
    (path,) = home.glob(what)
    whole = path.read_bytes()
    path.write_bytes({"cut": whole[: len(whole) // 2], "emptied": b"", "overwritten": b"\x55" * len(whole)}[how])
    with pytest.raises(DamagedStore, match="data restore"):
        read_through(home)
    # What the sentence says to do is the way out.
    vault(home).restore(OLD, home.with_name("given.walkaway"))
    assert len(kept(home)) == len(file(0).chat.events)


def test_a_newer_store(home: Path) -> None:
    store = vault(home).unlock(OLD)
    with store.engine.begin() as c:
        c.exec_driver_sql("UPDATE alembic_version SET version_num = '9999'")
    store.close()
    before = {path.name: path.read_bytes() for path in home.glob("*.db")}
    with pytest.raises(NewerStore, match="Update walkaway"):
        vault(home).unlock(OLD)
    assert {path.name: path.read_bytes() for path in home.glob("*.db")} == before


def test_somebody_else_has_it_open(home: Path) -> None:
    store = vault(home).unlock(OLD)
    for step in (lambda: vault(home).restore(OLD, home.with_name("given.walkaway")), vault(home).erase):
        with pytest.raises(BusyStore, match="Close it"):
            step()
    # Two may use it at once, and a backup may be made.
    other = vault(home).unlock(OLD)
    other.keep_document("Eve", {})
    assert store.names() == ("Bob", "Eve")
    other.erase("Eve")
    other.close()
    vault(home).backup(OLD, home.with_name("made.walkaway"))
    home.with_name("made.walkaway").unlink()
    store.close()
    as_it_was(home)


def test_somebody_else_is_writing(home: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("walkaway.store.engine.PATIENCE", 100)
    one, other = vault(home).unlock(OLD), vault(home).unlock(OLD)
    with one.engine.execution_options(walkaway_writes=True).begin():
        with pytest.raises(BusyStore):
            other.keep_document("Eve", {})
        assert other.names() == ("Bob",)  # reading goes on
    one.close()
    other.close()
    as_it_was(home)


def test_what_is_no_backup(home: Path) -> None:
    other = home.with_name("other")
    for content in (b"", b"text", b"PK\x05\x06" + bytes(18)):
        other.write_bytes(content)
        with pytest.raises(NotABackup):
            vault(home).restore(OLD, other)
    with pytest.raises(NotABackup):
        vault(home).restore(OLD, home.with_name("missing"))
    other.unlink()
    as_it_was(home)


def test_a_closed_store_has_forgotten_its_key(home: Path) -> None:
    store = vault(home).unlock(OLD)
    store.close()
    with pytest.raises(DamagedStore), plainly():
        store.engine.connect()


def test_a_server_that_is_not_there() -> None:
    with pytest.raises(UnreachableStore), plainly():
        bring_up(postgres("postgresql+psycopg://nobody@127.0.0.1:1/none"))


def test_every_sentence_says_what_to_do_next() -> None:
    errors = (BusyStore, DamagedStore, FailingDisk, FullDisk, NewerStore, NoStore, ReadOnlyHome, StoreExists)
    told = [error() for error in (*errors, UnreachableStore, WrongPassphrase)]
    assert len({str(error) for error in told}) == len(told)
    for error in told:
        assert any(word in str(error) for word in ("again", "walkaway ", "Allow", "Check", "Open it")), str(error)
        assert error.exit_code == 6
