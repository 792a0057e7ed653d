"""What goes wrong in a browser is said with what to do on the page, and never with what to type."""

from __future__ import annotations

import re
from collections.abc import Callable
from pathlib import Path

import pytest
from tests.web.conftest import client_of, keeper, make
from tests.web.test_kept import PASSPHRASE

from walkaway import wiring
from walkaway.app import store
from walkaway.app.choose_chat import choose_chat
from walkaway.app.errors import WalkawayError
from walkaway.app.ports import ReadOptions
from walkaway.app.pursuit import Pursuit
from walkaway.app.review_pursuit import review_pursuit
from walkaway.app.zone import zone
from walkaway.words.shell import LANGUAGES, shell

CHAT = b"when,who,text\n2024-03-01 10:00,Jo,hello\n2024-03-02 10:00,Robin,hello\n2024-03-03 10:00,Jo,hello\n"


def raised(name: str) -> WalkawayError:
    """An error as it is raised, by what mends it."""
    archive = wiring.read_handed([("chat.csv", CHAT)], ReadOptions(tz="UTC"))
    acts: dict[str, Callable[[], object]] = {
        "with": lambda: choose_chat(archive, me="Jo", with_="Jo"),
        "tz": lambda: zone("Nowhere/Else"),
        "rate": lambda: review_pursuit(Pursuit("Kim"), None, clock=1, tz="UTC"),
        "passphrase": lambda: _raise(store.WrongPassphrase()),
        "home": lambda: _raise(store.ReadOnlyHome()),
        "order": lambda: wiring.read_handed(
            [("WhatsApp Chat with Robin.txt", b"31/12/2024, 10:00 - Jo: hi\n")], ReadOptions(tz="UTC", order="mdy")
        ),
    }
    with pytest.raises(WalkawayError) as found:
        acts[name]()
    return found.value


def _raise(error: WalkawayError) -> None:
    raise error


@pytest.mark.parametrize("name", ["with", "tz", "rate", "passphrase", "home", "order"])
def test_each_door_words_what_to_do(name: str) -> None:
    error = raised(name)
    assert error.mend == name
    assert "--" not in error.what
    assert str(error).startswith(error.what)
    assert str(error) != error.what
    for language in LANGUAGES:
        assert shell(language).words[f"mend_{name}"]


def test_a_pursuit_with_nothing_to_go_by_says_which_page_helps(tmp_path: Path) -> None:
    found = make(8765, keeper(tmp_path))
    found.desk.keep(Pursuit("Kim"))
    client = client_of(found)
    text = client.get("/").text
    assert "rate what you need under Standards" in text
    assert "--rate" not in text
    assert "--rate" not in client.get(f"/p/{found.visit.key('Kim')}").text


def test_a_wrong_passphrase_points_to_the_code_on_the_page(tmp_path: Path) -> None:
    found = make(8765, keeper(tmp_path))
    client = client_of(found)
    client.post("/keep", data={"passphrase": PASSPHRASE})
    client.post("/lock")
    text = client.post("/unlock", data={"passphrase": "not it at all"}).text
    assert "type your recovery code here" in text
    assert "walkaway store" not in text


def test_a_wrong_answer_about_a_file_is_said_without_options(tmp_path: Path) -> None:
    client = client_of(make(8765, keeper(tmp_path)))
    place = client.post("/intake", files={"file": ("chat.csv", CHAT, "text/csv")}).url.path
    for option, answer in (("--me", "Kim"), ("--with", "Jo"), ("--me", "Jo")):
        text = main(client.post(place, data={"option": option, "answer": answer}).text)
        assert not re.search(r">[^<]*--\w", text)
    slashes = "\n".join(f"0{k}/0{k}/2024, 10:00 - {who}: hello" for k, who in ((3, "Jo"), (4, "Robin"), (5, "Jo")))
    asked = client.post("/intake", files={"file": ("WhatsApp Chat with Robin.txt", slashes.encode(), "text/plain")})
    assert not re.search(r">[^<]*--\w", main(asked.text))


def main(text: str) -> str:
    return re.sub(r"(?s).*<main[^>]*>(.*)</main>.*", r"\1", text)
