"""A vault over its life: backed up and restored elsewhere, brought up from an older schema, opened by a keyring."""

from __future__ import annotations

import sys
import types
from pathlib import Path

import pytest
from alembic.autogenerate import compare_metadata
from alembic.migration import MigrationContext
from tests.app.test_data import filled, said
from tests.store.jobs import NEW, OLD, file, messages, vault

from walkaway.app.store import BusyStore, StoreExists, WrongPassphrase
from walkaway.store.engine import memory, postgres
from walkaway.store.keyring import NoKeyring
from walkaway.store.migrate import bring_up, stands_at
from walkaway.store.tables import HEAD, metadata


def test_a_backup_restored_on_another_machine_is_the_same_store(tmp_path: Path) -> None:
    made = vault(tmp_path / "one").create(OLD)
    filled(made.store)
    before = said(made.store)
    made.store.close()
    vault(tmp_path / "one").backup(OLD, tmp_path / "made.walkaway")
    vault(tmp_path / "other").restore(made.recovery_code, tmp_path / "made.walkaway")
    for secret in (OLD, made.recovery_code):
        store = vault(tmp_path / "other").unlock(secret)
        store.check()
        assert said(store) == before
        store.close()


def test_a_backup_opens_with_the_passphrase_of_its_day(tmp_path: Path) -> None:
    home, made = tmp_path / "home", tmp_path / "made.walkaway"
    vault(home).create(OLD).store.close()
    vault(home).backup(OLD, made)
    vault(home).change_passphrase(OLD, NEW)
    with pytest.raises(WrongPassphrase):
        vault(home).restore(NEW, made)
    vault(home).unlock(NEW).close()
    vault(home).restore(OLD, made)
    vault(home).unlock(OLD).close()


def test_what_a_restore_replaces_can_be_had_back(tmp_path: Path) -> None:
    home, made = tmp_path / "home", tmp_path / "made.walkaway"
    vault(home).create(OLD).store.close()
    vault(home).backup(OLD, made)
    store = vault(home).unlock(OLD)
    store.add("Bob", file(0))
    store.close()
    vault(home).restore(OLD, made)
    (aside,) = (home / "backups").iterdir()
    vault(home).restore(OLD, aside)
    store = vault(home).unlock(OLD)
    assert len(messages(store)) == len(file(0).chat.events)
    store.close()


@pytest.mark.parametrize("how", ["damaged", "deleted"])
def test_what_came_after_a_backup_is_not_lost_with_the_key_file(tmp_path: Path, how: str) -> None:
    home, made = tmp_path / "home", tmp_path / "made.walkaway"
    vault(home).create(OLD).store.close()
    vault(home).backup(OLD, made)
    store = vault(home).unlock(OLD)
    store.add("Bob", file(0))
    store.close()
    if how == "damaged":
        (home / "keys.json").write_text("{")
    else:
        (home / "keys.json").unlink()
    vault(home).restore(OLD, made)
    (aside,) = (home / "backups").iterdir()
    vault(home).restore(OLD, aside)
    store = vault(home).unlock(OLD)
    assert len(messages(store)) == len(file(0).chat.events)
    store.close()


def test_only_one_of_two_makes_a_store(tmp_path: Path) -> None:
    from concurrent.futures import ThreadPoolExecutor

    def make(_: int) -> str:
        try:
            vault(tmp_path).create(OLD).store.close()
        except (StoreExists, BusyStore):
            return "no"
        return "yes"

    with ThreadPoolExecutor(4) as pool:
        assert sorted(pool.map(make, range(4))) == ["no", "no", "no", "yes"]
    vault(tmp_path).unlock(OLD).close()
    assert len(list(tmp_path.glob("store-*.db"))) == 1


def test_only_a_few_backups_are_kept(tmp_path: Path) -> None:
    home, made = tmp_path / "home", tmp_path / "made.walkaway"
    vault(home).create(OLD).store.close()
    vault(home).backup(OLD, made)
    for _ in range(5):
        vault(home).restore(OLD, made)
    assert len(list((home / "backups").iterdir())) == 3


def test_an_older_store_is_put_aside_and_brought_up(tmp_path: Path) -> None:
    home = tmp_path / "home"
    store = vault(home, head="0001").create(OLD).store
    store.add("Bob", file(0))
    store.close()
    store = vault(home).unlock(OLD)
    assert stands_at(store.engine) == HEAD
    assert len(messages(store)) == len(file(0).chat.events)
    store.keep_document("Robert", {})
    store.join("Robert", "Bob")
    store.close()
    (aside,) = (home / "backups").iterdir()
    vault(tmp_path / "other").restore(OLD, aside)
    store = vault(tmp_path / "other").unlock(OLD)
    assert (store.names(), len(messages(store))) == (("Bob",), len(file(0).chat.events))
    store.close()


@pytest.mark.parametrize("place", ["memory", "postgres"])
def test_the_migrations_make_the_tables_that_are_written_down(place: str, request: pytest.FixtureRequest) -> None:
    engine = memory() if place == "memory" else postgres(request.getfixturevalue("database"))
    bring_up(engine)
    with engine.connect() as connection:
        found = compare_metadata(MigrationContext.configure(connection), metadata)
    engine.dispose()
    assert found == []


class FakeKeyring(types.ModuleType):
    """A keyring that is a dict."""

    def __init__(self) -> None:
        super().__init__("keyring")
        self.held: dict[tuple[str, str], str] = {}

    def set_password(self, service: str, user: str, password: str) -> None:
        self.held[service, user] = password

    def get_password(self, service: str, user: str) -> str | None:
        return self.held.get((service, user))

    def delete_password(self, service: str, user: str) -> None:
        del self.held[service, user]


@pytest.fixture
def fake(monkeypatch: pytest.MonkeyPatch) -> FakeKeyring:
    keyring, errors = FakeKeyring(), types.ModuleType("keyring.errors")
    errors.KeyringError = type("KeyringError", (Exception,), {})  # type: ignore[attr-defined]
    monkeypatch.setitem(sys.modules, "keyring", keyring)
    monkeypatch.setitem(sys.modules, "keyring.errors", errors)
    return keyring


def test_the_keyring_opens_it_until_it_is_told_not_to(tmp_path: Path, fake: FakeKeyring) -> None:
    home = tmp_path / "home"
    vault(home).create(OLD).store.close()
    assert vault(home).unlock_by_keyring() is None
    vault(home).use_keyring(OLD)
    store = vault(home).unlock_by_keyring()
    assert store is not None
    store.close()
    vault(home).unlock(OLD).close()
    # A backup does not open with the keyring of the machine it was made on.
    vault(home).backup(OLD, tmp_path / "made.walkaway")
    vault(tmp_path / "other").restore(OLD, tmp_path / "made.walkaway")
    assert vault(tmp_path / "other").unlock_by_keyring() is None
    vault(home).leave_keyring()
    assert vault(home).unlock_by_keyring() is None
    assert fake.held == {}


def test_a_keyring_that_forgot_is_no_trouble(tmp_path: Path, fake: FakeKeyring) -> None:
    home = tmp_path / "home"
    vault(home).create(OLD).store.close()
    vault(home).use_keyring(OLD)
    for value in ("AAAA", "no base64 at all!"):
        fake.held = dict.fromkeys(fake.held, value)
        assert vault(home).unlock_by_keyring() is None
    fake.held = {}
    assert vault(home).unlock_by_keyring() is None
    vault(home).unlock(OLD).close()


def test_without_the_extra_it_says_how_to_get_it(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sys.modules, "keyring", None)
    vault(tmp_path).create(OLD).store.close()
    with pytest.raises(NoKeyring, match="pip install"):
        vault(tmp_path).use_keyring(OLD)
    vault(tmp_path).unlock(OLD).close()


def test_many_threads_may_use_one_store(tmp_path: Path) -> None:
    from concurrent.futures import ThreadPoolExecutor

    store = vault(tmp_path).create(OLD).store
    with ThreadPoolExecutor(8) as pool:
        receipts = list(pool.map(lambda k: store.add("Bob", file(k % 3)), range(6)))
        names = list(pool.map(lambda _: store.names(), range(20)))
    assert sum(receipt.kept for receipt in receipts) == len(messages(store))
    assert set(names) == {("Bob",)}
    store.check()
    store.close()
