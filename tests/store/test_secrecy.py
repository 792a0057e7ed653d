"""What a person wrote can be read nowhere: not in the database, its log, other files, what is logged, backups."""

from __future__ import annotations

import io
import logging
import random
import stat
import sys
from collections.abc import Iterator
from contextlib import redirect_stderr, redirect_stdout
from pathlib import Path

import pyarrow as pa
import pytest
from tests.app.stories import chat
from tests.store.jobs import NEW, OLD, file, vault
from tests.store.pages import decrypted
from tests.store.test_kept import handed

from walkaway.app.ports import Chat
from walkaway.app.store import DamagedStore, Handed, StoreError, WrongPassphrase
from walkaway.store.sealed import Sealed

CANARY = "zanzibarquetzal"
"""In the settings, the names, the titles and every message."""


def with_canary() -> Handed:
    story = "\n".join(f"{minute} {who}: x" for minute in range(400) for who in ("Sam", CANARY))
    one = chat(story, title=f"{CANARY} and me")
    # Each text of its own, so that packing leaves some of it as it is.
    dice = random.Random(3)
    texts = [f"{CANARY}{dice.getrandbits(64):x}" for _ in range(len(one.events))]
    return handed(Chat(one.title, None, one.people, one.events, pa.array(texts, pa.large_string())), them=CANARY)


def traces(blob: bytes) -> list[bytes]:
    """What gives it away: the word, and stretches of the packed columns that hold it."""
    return [CANARY.encode(), CANARY.encode("utf-16-le"), blob[200:232], blob[-64:-32]]


@pytest.fixture
def loud() -> Iterator[io.StringIO]:
    """Everything that anything logs, from the most talkative level on."""
    heard = io.StringIO()
    handler = logging.StreamHandler(heard)
    root = logging.getLogger()
    before = root.level
    root.addHandler(handler)
    root.setLevel(logging.DEBUG)
    yield heard
    root.setLevel(before)
    root.removeHandler(handler)


def packed(store: Sealed) -> bytes:
    with store.engine.connect() as c:
        return bytes(c.exec_driver_sql("SELECT text FROM words ORDER BY length(text) DESC").scalar_one_or_none() or b"")


def every_file(folder: Path) -> dict[Path, bytes]:
    return {path: path.read_bytes() for path in folder.rglob("*") if path.is_file()}


def filled(home: Path) -> tuple[Sealed, list[bytes]]:
    store = vault(home).create(OLD).store
    assert isinstance(store, Sealed)
    store.keep_document(CANARY, {"name": CANARY, "note": CANARY * 300})
    store.add(CANARY, with_canary())
    return store, traces(packed(store))


def test_no_file_ever_holds_what_was_written(
    tmp_path: Path, loud: io.StringIO, capfd: pytest.CaptureFixture[str]
) -> None:
    home = tmp_path / "home"
    store, secrets = filled(home)
    assert packed(store).count(secrets[2]) == 1  # it would be found if it lay open
    assert any(path.name.endswith("-wal") and raw for path, raw in every_file(home).items())
    for _ in range(2):  # while it is open, and once it is closed
        store.backup(tmp_path / "made.walkaway")
        for path, raw in every_file(tmp_path).items():
            for secret in secrets:
                assert secret not in raw, path.name
            assert b"SQLite format" not in raw
        store.close()
        store = vault(home).unlock(OLD)
    vault(home).change_passphrase(OLD, NEW)
    with pytest.raises(WrongPassphrase):
        vault(home).unlock(OLD)
    store.close()
    said = loud.getvalue() + "".join(capfd.readouterr())
    assert [word for word in (CANARY, OLD, NEW) if word in said] == []


def test_an_error_says_nothing_of_what_was_written(tmp_path: Path, loud: io.StringIO) -> None:
    store, _ = filled(tmp_path / "home")
    with store.engine.connect() as c:
        c.exec_driver_sql("DROP TABLE arrival")
        c.commit()
    with pytest.raises(StoreError) as caught:
        store.add(CANARY, with_canary())
    assert caught.value.__cause__ is None
    assert CANARY not in str(caught.value) + loud.getvalue()
    store.close()


def test_nothing_is_left_of_what_was_erased(tmp_path: Path) -> None:
    home = tmp_path / "home"
    store, secrets = filled(home)
    key = bytes(store._key)
    store.add("Bob", file(0))
    (database,) = home.glob("store-*.db")
    log = database.with_name(database.name + "-wal")
    store.engine.dispose()
    before = decrypted(database.read_bytes(), key)
    assert all(secret in before for secret in (secrets[0], secrets[2], secrets[3]))  # the look inside sees it
    store.erase(CANARY)
    assert not log.exists() or not log.read_bytes()
    after = decrypted(database.read_bytes(), key)
    assert [secret for secret in secrets if secret in after] == []
    assert store.names() == ("Bob",)
    store.check()
    store.close()


def test_no_word_is_left_once_only_counts_are_kept(tmp_path: Path) -> None:
    home = tmp_path / "home"
    store, secrets = filled(home)
    key = bytes(store._key)
    store.keep_counts_only(CANARY)
    store.engine.dispose()
    (database,) = home.glob("store-*.db")
    after = decrypted(database.read_bytes(), key)
    assert [secret for secret in secrets[2:] if secret in after] == []
    store.close()


def test_erasing_one_removes_the_backups_that_hold_it(tmp_path: Path) -> None:
    home = tmp_path / "home"
    vault(home).create(OLD).store.close()
    vault(home).backup(OLD, tmp_path / "made.walkaway")
    vault(home).restore(OLD, tmp_path / "made.walkaway")
    assert list((home / "backups").iterdir())
    store = vault(home).unlock(OLD)
    store.add("Bob", file(0))
    store.erase("Bob")
    assert not (home / "backups").exists()
    store.close()


def test_nothing_at_all_is_left_of_an_erased_store(tmp_path: Path) -> None:
    home = tmp_path / "home"
    store, _ = filled(home)
    store.close()
    (home / "mine.txt").write_text("not the store's")
    gone = vault(home).erase()
    assert [path.name for path in home.iterdir()] == ["mine.txt"]
    assert gone
    assert not vault(home).exists()
    vault(home).create(NEW).store.close()


@pytest.mark.skipif(sys.platform == "win32", reason="modes are POSIX")
def test_only_the_person_can_read_it(tmp_path: Path) -> None:
    home = tmp_path / "home"
    store, _ = filled(home)
    store.backup(tmp_path / "made.walkaway")
    modes = {path.name: stat.S_IMODE(path.stat().st_mode) for path in [*home.iterdir(), tmp_path / "made.walkaway"]}
    assert {name: mode for name, mode in modes.items() if mode & 0o077} == {}
    assert len(modes) >= 5
    assert stat.S_IMODE(home.stat().st_mode) == 0o700
    store.close()


def flips(path: Path, times: int, dice: random.Random) -> Iterator[int]:
    whole = path.read_bytes()
    for _ in range(times):
        bit = dice.randrange(len(whole) * 8)
        broken = bytearray(whole)
        broken[bit // 8] ^= 1 << bit % 8
        path.write_bytes(broken)
        yield bit
    path.write_bytes(whole)


def intact(home: Path) -> bool:
    try:
        store = vault(home).unlock(OLD)
    except DamagedStore:
        return False
    try:
        store.check()
    except DamagedStore:
        return False
    finally:
        store.close()
    return True


def every_bit(home: Path, times: int) -> None:
    store = vault(home).create(OLD).store
    store.add("Bob", file(0))
    store.close()
    (database,) = home.glob("store-*.db")
    quiet = io.StringIO()
    for bit in flips(database, times, random.Random(7)):
        with redirect_stderr(quiet), redirect_stdout(quiet):
            assert not intact(home), f"bit {bit} was flipped, and nobody saw it"
    assert intact(home)


def test_a_flipped_bit_is_seen(tmp_path: Path) -> None:
    every_bit(tmp_path / "home", times=25)


@pytest.mark.soak
def test_each_of_many_flipped_bits_is_seen(tmp_path: Path) -> None:
    every_bit(tmp_path / "home", times=500)


def test_a_flipped_bit_in_a_backup_is_seen_and_nothing_is_replaced(tmp_path: Path) -> None:
    home, made = tmp_path / "home", tmp_path / "made.walkaway"
    store = vault(home).create(OLD).store
    store.add("Bob", file(0))
    store.close()
    vault(home).backup(OLD, made)
    before = {path.name: raw for path, raw in every_file(home).items() if "lock" not in path.name}
    # Behind the names and checks of the zip itself, whose damage is told otherwise: somewhere in the database.
    whole = made.read_bytes()
    for at in (whole.index(b"store.db") + 5_000, len(whole) // 2, len(whole) - 5_000):
        made.write_bytes(whole[:at] + bytes([whole[at] ^ 8]) + whole[at + 1 :])
        with pytest.raises(DamagedStore):
            vault(home).restore(OLD, made)
        assert {path.name: raw for path, raw in every_file(home).items() if "lock" not in path.name} == before
