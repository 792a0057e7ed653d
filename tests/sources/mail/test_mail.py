"""Mail: an mbox or single files, told mail by mail."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import numpy as np
import pytest

from walkaway.app.errors import UnreadableArchive
from walkaway.app.ports import Archive, ReadOptions
from walkaway.core.events import Kind
from walkaway.sources.conformance import faults
from walkaway.sources.mail import Mails
from walkaway.sources.mail.bodies import body
from walkaway.sources.mail.fields import addresses, instant, words
from walkaway.sources.mail.new_text import new_text
from walkaway.sources.mail.splitting import split
from walkaway.sources.parts import in_memory

SAMPLES = Path(__file__).resolve().parents[2] / "samples" / "mail"
BERLIN = ReadOptions(tz="Europe/Berlin")


def mail(sender: str, to: str, text: str = "hi", *, day: int = 1, **more: str) -> bytes:
    fields = {"From": sender, "To": to, "Date": f"Fri, {day} Mar 2024 10:00:00 +0100"} | {
        name.replace("_", "-"): value for name, value in more.items()
    }
    return ("".join(f"{name}: {value}\n" for name, value in fields.items()) + f"\n{text}\n").encode()


def mbox(*mails: bytes) -> bytes:
    return b"".join(b"From - Fri Mar  1 10:00:00 2024\n" + one + b"\n" for one in mails)


def read(*mails: bytes) -> Archive:
    return Mails().read("all.mbox", mbox(*mails), BERLIN)


def reasons(archive: Archive) -> list[str]:
    return [skip.reason for skip in archive.receipt.skipped]


def times(column: Any) -> list[str]:
    return [str(at)[:19] + "+00:00" for at in np.asarray(column).astype("datetime64[us]")]


def test_the_sample_reads_as_its_description_says() -> None:
    expected = json.loads((SAMPLES / "made.mbox.json").read_text())
    archive = Mails().read("made.mbox", (SAMPLES / "made.mbox").read_bytes(), BERLIN)
    (chat,) = archive.chats
    assert archive.receipt.read == expected["messages_total"]
    assert archive.receipt.kept == expected["messages_user"]
    assert reasons(archive) == ["an automatic answer"]
    assert sorted(chat.people) == expected["participants"]
    assert chat.text.to_pylist() == expected["new_text"]
    assert times(chat.events.at) == [expected["first"], expected["last_user"]]
    assert chat.thread is not None
    assert len(set(chat.thread.tolist())) == expected["threads"]
    assert chat.handles == (("Alice Müller",), ("Bob", "Bob B."))
    assert chat.me == "alice@example.com"  # the automatic answer came to her too


def test_each_person_has_a_chat_and_the_owner_is_on_every_mail() -> None:
    me = "Zoe <zoe@x.example>"
    archive = read(
        mail("Ann <ann@a.example>", me),
        mail(me, "ann@a.example", day=2),
        mail("bob@b.example", me, day=3),
        mail("ANN@a.example", me, day=4),
    )
    assert [(chat.title, len(chat.events), chat.me) for chat in archive.chats] == [
        ("Ann", 3, "zoe@x.example"),
        ("bob@b.example", 1, "zoe@x.example"),
    ]


def test_a_mail_to_several_is_one_record_and_an_act_towards_each() -> None:
    me = "zoe@x.example"
    archive = read(
        mail("ann@a.example", me), mail("bob@b.example", me), mail(me, "ann@a.example, bob@b.example", day=2)
    )
    assert (archive.receipt.read, archive.receipt.kept) == (3, 3)
    assert [len(chat.events) for chat in archive.chats] == [2, 2]


@pytest.mark.parametrize(
    ("more", "reason"),
    [
        ({"Auto_Submitted": "auto-replied"}, "an automatic answer"),
        ({"Precedence": "bulk"}, "a mailing list or newsletter"),
        ({"List_Unsubscribe": "<https://x.example>"}, "a mailing list or newsletter"),
        ({"Content_Type": "multipart/report; boundary=x"}, "a notice of the mail system"),
        ({"X_Gmail_Labels": "Spam,Unread"}, "junk"),
        ({"X_Gmail_Labels": "=?UTF-8?Q?Entw=C3=BCrfe?="}, "a draft"),
        ({"X_Mozilla_Status": "0009"}, "deleted"),
        ({"From": "noreply@shop.example"}, "sent by a program"),
        ({"From": "nobody"}, "nobody is named as its sender"),
        ({"Date": "soon"}, "no time I can read in 'soon'"),
        ({"To": ", ".join(f"p{k}@x.example" for k in range(60))}, "sent to 60 people at once"),
        ({"To": "ann@a.example"}, "written to nobody but yourself"),
    ],
)
def test_what_is_no_conversation_is_left_out_and_said(more: dict[str, str], reason: str) -> None:
    good = [mail("ann@a.example", "zoe@x.example", day=day) for day in (1, 2)]
    sent = mail("zoe@x.example", "ann@a.example", day=3, X_Gmail_Labels="Sent")
    odd = mail("ann@a.example", "zoe@x.example", day=1, **more)
    if "yourself" in reason:
        odd = odd.replace(b"From: ann@a.example", b"From: zoe@x.example").replace(b"To: ann", b"To: zoe", 1)
        odd = odd.replace(b"zoe@a.example", b"zoe@x.example")
    archive = read(*good, sent, odd)
    assert reasons(archive) == [reason]
    assert (archive.receipt.read, archive.receipt.kept, archive.receipt.skipped[0].line) == (4, 3, 4)


def test_the_same_mail_in_two_folders_counts_once() -> None:
    one = mail("ann@a.example", "zoe@x.example", Message_ID="<1@x>")
    two = mail("zoe@x.example", "ann@a.example", Message_ID="<2@x>", In_Reply_To="<1@x>", day=2)
    parts = [in_memory("Inbox", mbox(one)), in_memory("All Mail", mbox(one, two))]
    archive = Mails().read_parts(parts, BERLIN)
    (chat,) = archive.chats
    assert len(chat.events) == 2
    assert [(skip.line, skip.reason) for skip in archive.receipt.skipped] == [(1, "All Mail: the same mail again")]
    assert chat.thread is not None
    assert chat.thread.tolist() == [0, 0]


def test_lines_that_only_begin_with_from_part_nothing() -> None:
    """Neither a sentence, nor one with a time in it and no header after it; and the pieces may fall anywhere."""
    text = "From here on it is easy.\n\nFrom 10:30 to 11:30 I am away\nand then back\n>From me"
    raw = mbox(mail("ann@a.example", "zoe@x.example", text), mail("bob@b.example", "zoe@x.example"))
    whole = [one for one in split([raw]) if one]
    assert len(whole) == 2
    for size in (1, 7, 1000, 1500):
        assert [one for one in split(raw[k : k + size] for k in range(0, len(raw), size)) if one] == whole
    (chat, _) = Mails().read("x.mbox", raw, BERLIN).chats
    assert chat.text.to_pylist() == [text.replace(">From", "From")]


def test_single_files_are_read_together() -> None:
    parts = [in_memory(f"{k}.eml", mail("ann@a.example", "zoe@x.example", day=k)) for k in (2, 1)]
    archive = Mails().read_parts(
        [*parts, in_memory("3.emlx", b"123\n" + mail("zoe@x.example", "ann@a.example"))], BERLIN
    )
    assert archive.receipt.kept == 3
    assert Mails().recognises("", parts[0].head)
    assert not Mails().recognises("", b"To: do\nSubject: diary\nDate: today\n\nDear diary")


@pytest.mark.parametrize(
    ("text", "new"),
    [
        ("Yes.\n\nOn Mon, 2 Mar 2020 at 9:15, Al <a@b.c> wrote:\n> old\n> older", "Yes."),
        ("Ja.\n\nAm 2. März 2020 um 9:15 schrieb Al\n<a@b.c>:\n\n> alt", "Ja."),
        ("Oui.\nLe lun. 2 mars 2020 à 09:15, Al a écrit :\nvieux texte sans marque", "Oui."),
        ("> price?\n900\n> when?\nFriday", "900\nFriday"),
        ("Fine.\n\n-----Original Message-----\nFrom: Al\nold", "Fine."),
        ("Fine.\n\nFrom: Al <a@b.c>\nSent: Monday\nTo: Bo\nSubject: x\n\nold", "Fine."),
        ("See below.\n\n---------- Forwarded message ---------\nFrom: Al", "See below."),
        ("Best\n-- \nBo, CEO\nBig Co", "Best"),
        ("Ok\n\nSent from my iPhone", "Ok"),
        ("On Monday I wrote:\nmy own words", "On Monday I wrote:\nmy own words"),
        ("My price: 900\nFrom: here on it is easy", "My price: 900\nFrom: here on it is easy"),
    ],
)
def test_only_what_is_new_is_counted(text: str, new: str) -> None:
    assert new_text(text) == new


def test_html_alone_is_read_without_its_tags_and_its_quotes() -> None:
    html = (
        b"<style>p {color: red}</style><p>Hello&nbsp;you,</p><p>900&euro;?<br>Bo</p>"
        b"<div class='gmail_quote'>On Monday: <blockquote>old</blockquote></div>"
    )
    assert body({b"content-type": b"text/html; charset=utf-8"}, html).text == "Hello\xa0you,\n900€?\nBo"


def test_a_mail_of_files_alone_is_media() -> None:
    parts = "--x\nContent-Type: image/png\nContent-Transfer-Encoding: base64\n\niVBORw==\n--x--"
    archive = read(
        mail("ann@a.example", "zoe@x.example", parts, Content_Type='multipart/mixed; boundary="x"'),
        mail("bob@b.example", "zoe@x.example"),
    )
    assert [Kind(chat.events.kind[0]) for chat in archive.chats] == [Kind.MEDIA, Kind.TEXT]


def test_names_and_addresses_of_a_header() -> None:
    found = addresses(
        b'"M\xc3\xbcller, Jo" <JO@X.example>, =?utf-8?Q?Zo=C3=AB?= <z@x.example>, bo@x.example (Bo B.), group:;'
    )
    assert [tuple(one) for one in found] == [
        ("Müller, Jo", "jo@x.example"), ("Zoë", "z@x.example"), ("Bo B.", "bo@x.example"),
    ]  # fmt: skip
    assert words("=?utf-8?B?w6k=?= =?iso-8859-1?q?=E8_x?=") == "éè x"
    assert words("=?punycode?q?x?=") == "x"


@pytest.mark.parametrize(
    ("written", "seconds"),
    [
        (b"Mon, 2 Mar 2020 09:15:00 +0100", 1_583_136_900),
        (b"2 Mar 2020 04:15 -0400 (EDT)", 1_583_136_900),
        (b"Mon, 02 Mar 2020 08:15:00 GMT", 1_583_136_900),
        (b"Mon, 02 Mar 20 08:15:00 UT", 1_583_136_900),
    ],
)
def test_times_of_a_header(written: bytes, seconds: int) -> None:
    assert instant(written) == (seconds, False)


def test_a_time_without_a_zone_is_read_in_ours_and_that_is_said() -> None:
    archive = read(
        mail("a@a.example", "z@x.example", Date="Mon, 2 Mar 2020 09:15:00"), mail("a@a.example", "z@x.example")
    )
    assert archive.assumed == ("tz",)
    assert times(archive.chats[0].events.at)[0] == "2020-03-02T08:15:00+00:00"


def test_nothing_but_newsletters_is_told() -> None:
    with pytest.raises(UnreadableArchive, match=r"I could keep no record of all.mbox \(record 1: a mailing list"):
        read(mail("a@a.example", "z@x.example", List_Id="<x>"))


def test_it_conforms() -> None:
    assert faults(Mails(), {"made.mbox": (SAMPLES / "made.mbox").read_bytes()}, damaged=200) == []
