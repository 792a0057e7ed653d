"""Pages message_1.html of Facebook and Instagram, in the three layouts since 2018."""

from __future__ import annotations

import json
import zipfile
from pathlib import Path
from typing import Any

import numpy as np
import pytest

from walkaway import wiring
from walkaway.app.errors import UnreadableArchive
from walkaway.app.ports import Archive, ReadOptions
from walkaway.core.events import Kind
from walkaway.sources.conformance import faults
from walkaway.sources.messenger import Messenger
from walkaway.sources.messenger.page import is_page
from walkaway.sources.messenger.spoken_time import spoken_time
from walkaway.sources.parts import in_memory

SAMPLES = Path(__file__).resolve().parents[2] / "samples" / "messenger"
PAGES = ("facebook_2018_made.html", "instagram_2025_made.html", "facebook_2025_made.html")
BERLIN = ReadOptions(tz="Europe/Berlin")


def box(who: str, said: str, when: str, along: str = "") -> str:
    heading = f'<h2 class="_2ph_ _a6-h _a6-i">{who}</h2>' if who else ""
    return (
        f'<section class="_a6-g">{heading}<div class="_2ph_ _a6-p"><div><div></div><div>{said}</div>{along}</div></div>'
        f'<footer class="_3-94 _a6-o"><div class="_a72d">{when}</div></footer></section>'
    )


def page(*boxes: str, title: str = "Bob") -> bytes:
    return f"<html><body><h1>{title}</h1><main>{''.join(boxes)}</main></body></html>".encode()


def read(*files: tuple[str, bytes]) -> Archive:
    return Messenger().read_parts([in_memory(name, raw) for name, raw in files], BERLIN)


def clock(column: Any) -> list[str]:
    return [str(at)[:19] for at in np.asarray(column).astype("datetime64[us]")]


@pytest.mark.parametrize("name", PAGES)
def test_a_page_reads_as_its_description_says(name: str) -> None:
    raw = (SAMPLES / name).read_bytes()
    expected = json.loads((SAMPLES / f"{name}.json").read_text())
    archive = read((f"inbox/b_1/{name}", raw))
    (chat,) = archive.chats
    assert archive.receipt.read == archive.receipt.kept == expected["messages_total"]
    assert (chat.title, sorted(chat.people)) == (expected["title"], expected["participants"])
    dated = expected.get("reactions", [])
    marks = [
        k
        for k in range(len(chat.events))
        if [chat.people[chat.events.who[k]], chat.text[k].as_py()] in [d[:2] for d in dated]
    ]
    own = np.setdiff1d(np.arange(len(chat.events)), marks)
    assert [Kind(kind).name.lower() for kind in chat.events.kind[own]] == expected["kinds_old_to_new"]
    assert chat.text.take(own).to_pylist() == expected["texts_old_to_new"]
    column, key = (
        (chat.events.at, "utc_old_to_new") if "utc_old_to_new" in expected else (chat.events.local, "clock_old_to_new")
    )
    assert clock(column[own]) == expected[key]
    assert clock(column[marks]) == [d[2] for d in dated]
    assert archive.assumed == (() if "utc_old_to_new" in expected else ("tz",))


@pytest.mark.parametrize("name", PAGES)
def test_a_page_in_a_zip_is_known_by_what_is_in_it(name: str, tmp_path: Path) -> None:
    path = tmp_path / "export.zip"
    with zipfile.ZipFile(path, "w") as out:
        out.write(SAMPLES / name, "your_facebook_activity/messages/inbox/b_1/message_1.html")
        out.writestr("start_here.html", "<html><body class='_a6-g'>Hello</body></html>")
    archive = wiring.read_files([path], BERLIN)
    assert (archive.source, len(archive.chats)) == ("messenger", 1)


def test_pages_of_posts_are_left_alone() -> None:
    heading = b'<div class="_a6-g"><h2 class="_2ph_ _a6-h _a6-i">Bob shared a link.</h2>'
    post = b"<html><body>" + heading + b'<div class="_2ph_ _a6-p"><div class="_2pin">x'
    assert not is_page("your_posts_1.html", post)
    assert not is_page("", post)


def test_pages_of_one_folder_are_one_chat_and_whoever_is_in_all_chats_is_me() -> None:
    archive = read(
        ("one.zip/inbox/bob_1/message_1.html", page(box("Me", "new", "Mar 02, 2024 9:00:00 am"))),
        ("two.zip/inbox/bob_1/message_2.html", page(box("Bob", "old", "Mar 01, 2024 9:00:00 am"))),
        (
            "one.zip/inbox/ann_2/message_1.html",
            page(box("Me", "hey", "Mar 01, 2024 9:00:00 am"), box("Ann", "hi", "Mar 01, 2024 8:00:00 am"), title="Ann"),
        ),
    )
    assert {chat.me for chat in archive.chats} == {"Me"}
    assert sorted(chat.text.to_pylist() for chat in archive.chats) == [["hi", "hey"], ["old", "new"]]


def test_what_was_said_within_a_minute_keeps_its_order_whichever_way_the_page_runs() -> None:
    when = "Mar 01, 2024 9:00:00 am"
    down = page(box("Me", "three", "Mar 01, 2024 9:01:00 am"), box("Me", "two", when), box("Bob", "one", when))
    up = page(box("Bob", "one", when), box("Me", "two", when), box("Me", "three", "Mar 01, 2024 9:01:00 am"))
    for raw in (down, up):
        assert read(("message_1.html", raw)).chats[0].text.to_pylist() == ["one", "two", "three"]


def test_nobody_is_made_the_sender_of_what_has_no_heading() -> None:
    raw = page(box("Bob", "hi", "Mar 01, 2024 9:00:00 am"), box("", "hi?", "Mar 01, 2024 8:00:00 am"))
    archive = read(("message_1.html", raw))
    assert (archive.receipt.read, archive.receipt.kept) == (2, 1)
    assert [skip.reason for skip in archive.receipt.skipped] == ["nobody is named as its sender"]


@pytest.mark.parametrize(
    ("said", "along", "kind"),
    [
        ("Bob called you.", "", Kind.CALL),
        ("You called Bob.", "<div></div><div>Duration: 5 minutes</div>", Kind.CALL),
        ("Bob missed your call.", "", Kind.MISSED_CALL),
        ("You missed a video chat with Bob.", "", Kind.MISSED_CALL),
        ("Bob unsent a message", "", Kind.DELETED),
        ("Mum called you?", "", Kind.TEXT),
        ("You missed a great party", "", Kind.TEXT),
        ("Reacted 😂 to your message ", "", Kind.REACTION),
        ("Bob left the group.", "", Kind.SYSTEM),
        ("see", '<div><a href="x">x</a></div>', Kind.TEXT),
    ],
)
def test_what_the_app_wrote_is_told_from_what_they_did(said: str, along: str, kind: Kind) -> None:
    (chat,) = read(("message_1.html", page(box("Bob", said, "Mar 01, 2024 9:00:00 am", along)))).chats
    assert Kind(chat.events.kind[0]) is kind


@pytest.mark.parametrize(
    ("said", "clock_says"),
    [
        ("Sep 24, 2025 10:44 pm", "2025-09-24T22:44:00"),
        ("Sep 24, 2025 12:05 am", "2025-09-24T00:05:00"),
        ("Jul 12, 2024 4:54:10pm", "2024-07-12T16:54:10"),
        ("Mar 02, 2019, 3:04\u202fPM", "2019-03-02T15:04:00"),
        ("12 Mar 2020, 14:03", "2020-03-12T14:03:00"),
        ("jun. 07, 2024 5:44 a. m.", "2024-06-07T05:44:00"),
        ("7 de julho de 2024 17:44", "2024-07-07T17:44:00"),
        ("17. März 2021 um 9:05", "2021-03-17T09:05:00"),
    ],
)
def test_times_in_words(said: str, clock_says: str) -> None:
    at = spoken_time(said)
    assert at is not None
    assert clock([at]) == [clock_says]


@pytest.mark.parametrize(
    "said", ["", "čvn 7, 2024 5:44:00 pm", "Feb 30, 2024 5:44 pm", "Mar 1, 2024 17:44 pm", "today"]
)
def test_no_time_is_guessed(said: str) -> None:
    assert spoken_time(said) is None


def test_a_page_in_another_language_is_refused_with_what_to_do() -> None:
    raw = page(*(box("Bob", "ahoj", f"čvn {k}, 2024 5:44:00 pm") for k in range(1, 9)))
    with pytest.raises(UnreadableArchive, match=r"čvn 1, 2024.*choose JSON"):
        read(("message_1.html", raw))


def test_it_conforms() -> None:
    assert faults(Messenger(), {name: (SAMPLES / name).read_bytes() for name in PAGES}, damaged=40) == []
