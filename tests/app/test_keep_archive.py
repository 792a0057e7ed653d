"""Keeping an archive and having it back: one chat of several channels, one person under several names, a whole home."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import numpy as np
import pytest
from tests.app.stories import archive, chat, told

from walkaway.app.answers import Answers
from walkaway.app.choose_chat import choose_chat
from walkaway.app.errors import UnknownPursuit, UsageError
from walkaway.app.keep_archive import archive_of, keep_archive
from walkaway.app.kept_home import KeptHome
from walkaway.app.kept_keeper import KeptKeeper
from walkaway.app.people import one_person, two_people
from walkaway.app.ports import Archive, ReadOptions
from walkaway.app.pursuit import OwnOption, Pursuit, You
from walkaway.app.store import LockedStore
from walkaway.core.standards.standard import PursuitKind
from walkaway.store.engine import memory
from walkaway.store.folder import Folder
from walkaway.store.kept import Kept
from walkaway.store.keys import Cost
from walkaway.store.migrate import bring_up
from walkaway.store.vault import FolderVault

NOW = 1_700_000_000_000_000


@pytest.fixture
def store() -> Iterator[Kept]:
    engine = memory()
    bring_up(engine)
    kept = Kept(engine)
    yield kept
    kept.close()


def add(store: Kept, story: str, *, me: str, name: str | None = None, source: str = "whatsapp") -> None:
    read = archive(chat(story))
    read = Archive(read.name, source, read.chats, read.receipt, read.tz)
    keep_archive(store, read, choose_chat(read, me=me), now=NOW, name=name)


def test_a_chat_is_kept_under_the_name_of_the_other(store: Kept) -> None:
    read = archive(chat("1 Sam: hi\n2 Bob: hello"))
    added = keep_archive(store, read, choose_chat(read, me="Sam"), now=NOW)
    assert (added.name, added.receipt.kept) == ("Bob", 2)
    back = archive_of(store, "bob")
    assert back is not None
    assert told(back.chats[0]) == told(read.chats[0])
    assert archive_of(store, "Eve") is None


def test_two_channels_are_one_chat_with_every_person_once(store: Kept) -> None:
    add(store, "1 Sam: hi\n4 Bob: late", me="Sam")
    add(store, "2 Robert T: hello\n3 Sam K: yes", me="Sam K", name="Bob", source="telegram")
    back = archive_of(store, "Bob")
    assert back is not None
    assert told(back.chats[0]) == ["1 Sam: hi", "2 Bob: hello", "3 Sam: yes", "4 Bob: late"]
    assert len(np.unique(back.chats[0].events.id)) == 4
    assert back.source == "whatsapp, telegram"
    assert choose_chat(back, me="Sam").group is False


def test_two_pursuits_of_one_person_and_back(store: Kept) -> None:
    add(store, "1 Sam: hi\n4 Bob: late", me="Sam")
    add(store, "2 Robert T: hello\n3 Sam K: yes", me="Sam K", source="telegram")
    one_person(store, "Robert T", "Bob")
    back = archive_of(store, "Bob")
    assert back is not None
    assert told(back.chats[0]) == ["1 Sam: hi", "2 Bob: hello", "3 Sam: yes", "4 Bob: late"]
    two_people(store, "Robert T")
    back = archive_of(store, "Robert T")
    assert back is not None
    assert told(back.chats[0]) == ["2 Robert T: hello", "3 Sam K: yes"]


def test_two_names_in_a_group_are_one_person_and_back(store: Kept) -> None:
    story = "1 Sam: a\n2 Bob: b\n3 Bob new: c\n4 Eve: d"
    read = archive(chat(story))
    keep_archive(store, read, choose_chat(read, me="Sam", with_="Eve"), now=NOW, name="Trip")
    one_person(store, "Bob new", "Bob", inside="Trip")
    back = archive_of(store, "Trip")
    assert back is not None
    assert told(back.chats[0]) == ["1 Sam: a", "2 Bob: b", "3 Bob: c", "4 Eve: d"]
    with pytest.raises(UsageError, match="taken for"):
        one_person(store, "Bob", "Bob new", inside="Trip")
    with pytest.raises(UsageError, match="did not write"):
        one_person(store, "Rob", "Bob", inside="Trip")
    two_people(store, "Bob new", inside="Trip")
    back = archive_of(store, "Trip")
    assert back is not None
    assert told(back.chats[0]) == story.splitlines()


NORA = Pursuit("Nora", Answers(kind=PursuitKind.CLIENT), options=(OwnOption("Kiel", (4.0, 6.0, 9.0), 0.4, hours=5.0),))


@pytest.fixture(params=["store", "folder"])
def home(request: pytest.FixtureRequest, store: Kept, tmp_path: Path) -> KeptHome | Folder:
    """Both places a pursuit can be kept in do the same."""
    return KeptHome(store) if request.param == "store" else Folder(tmp_path / "home", lambda *_: archive())


def test_a_home_keeps_pursuits_by_name(home: KeptHome | Folder) -> None:
    home.keep(NORA)
    home.keep(Pursuit("ada"))
    assert home.names() == ("ada", "Nora")
    assert home.pursuit("nora") == NORA
    home.keep(Pursuit("Nora"))
    assert home.pursuit("NORA").options == ()
    with pytest.raises(UnknownPursuit, match="There is: ada, Nora"):
        home.pursuit("Dora")
    assert home.archive(NORA, ReadOptions("UTC")) is None
    assert home.you() == You()
    home.keep_you(You(hours=20.0, own_life=0.3))
    assert home.you() == You(hours=20.0, own_life=0.3)


def test_who_is_who_was_said_when_the_chat_came_in(store: Kept) -> None:
    add(store, "1 Sam: hi\n2 Bob: hello", me="Sam")
    home = KeptHome(store)
    bob = home.pursuit("bob")
    assert (bob.name, bob.me, bob.with_) == ("Bob", "Sam", "Bob")
    back = home.archive(bob, ReadOptions("UTC"))
    assert back is not None
    assert len(back.chats[0].events) == 2


def test_a_keeper_holds_the_store_open_until_it_is_locked(tmp_path: Path) -> None:
    keeper = KeptKeeper(FolderVault(tmp_path / "home", cost=Cost(n=2**4)))
    assert keeper.state() == "new"
    code = keeper.create("four plain words")
    read = archive(chat("1 Sam: hi\n2 Bob: hello"))
    keeper.shelf().hand_over(Pursuit("Robert", Answers(kind=PursuitKind.CLIENT), me="Sam"), (), read)
    robert = keeper.shelf().pursuit("robert")
    assert (robert.me, robert.with_, robert.answers.kind) == ("Sam", "Bob", PursuitKind.CLIENT)
    keeper.lock()
    assert keeper.state() == "locked"
    with pytest.raises(LockedStore):
        keeper.shelf()
    for secret in ("four plain words", code):
        keeper.unlock(secret)
        assert keeper.state() == "open"
        assert keeper.shelf().names() == ("Robert",)
    keeper.shelf().erase("Robert")
    assert keeper.shelf().names() == ()
    keeper.lock()
