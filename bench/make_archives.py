"""A format and a number of messages in, a made-up archive out: `make_archives.py FORMAT FILE --messages N`.

Two people, a few years, one message in twenty with an accent or an emoji. The same words as in make_export.py's chats.
"""

# ruff: noqa: SIM905 (one word to a line is forty lines)
from __future__ import annotations

import argparse
import base64
import json
import random
from collections.abc import Callable, Iterator
from datetime import UTC, datetime
from email.utils import format_datetime
from pathlib import Path
from typing import BinaryIO, NamedTuple
from xml.sax.saxutils import quoteattr

ME, THEM = "Zoë Brandt", "Robin Ward"
WORDS = tuple(
    (
        "hey ok yes no so the and to you i a it that is in of for on my me was what just not have with be we "
        "this do at are but your like know can get now think going home time see good really want love later "
        "tonight tomorrow work week call back sure maybe sorry thanks please meeting price offer deal send "
        "look dinner friday train"
    ).split()
)
ACCENTS = ("café", "naïve", "señor", "😂", "❤️", "mañana")


class Message(NamedTuple):
    at: int
    mine: bool
    text: str


def story(messages: int, seed: int = 7) -> Iterator[Message]:
    dice = random.Random(seed)
    at, mine = 1_546_500_000, True
    for _ in range(messages):
        at += int(dice.expovariate(1 / 1200)) + 1
        mine ^= dice.random() < 0.52
        words = [dice.choice(WORDS) for _ in range(max(1, min(200, int(dice.lognormvariate(1.75, 0.85)))))]
        if dice.random() < 0.05:
            words.append(dice.choice(ACCENTS))
        yield Message(at, mine, " ".join(words) + ("?" if dice.random() < 0.15 else ""))


def telegram(out: BinaryIO, messages: int) -> None:
    records = []
    for k, m in enumerate(story(messages)):
        stamp = datetime.fromtimestamp(m.at, UTC).strftime("%Y-%m-%dT%H:%M:%S")
        who = {"from": ME if m.mine else THEM, "from_id": f"user{1 + m.mine}"}
        entities = [{"type": "plain", "text": m.text}]
        record = {"id": k, "type": "message", "date": stamp, "date_unixtime": str(m.at), **who, "text": m.text}
        records.append({**record, "text_entities": entities})
    chat = {"name": THEM, "type": "personal_chat", "id": 1, "messages": records}
    out.write(json.dumps(chat, indent=1, ensure_ascii=False).encode())


def messenger(out: BinaryIO, messages: int) -> None:
    def spoilt(text: str) -> str:
        return text.encode().decode("latin-1")

    records = [
        {
            "sender_name": spoilt(ME if m.mine else THEM),
            "timestamp_ms": m.at * 1000 + k % 1000,
            "content": spoilt(m.text),
            "is_geoblocked_for_viewer": False,
            "is_unsent_image_by_messenger_kid_parent": False,
        }
        for k, m in enumerate(story(messages))
    ]
    people = [{"name": spoilt(THEM)}, {"name": spoilt(ME)}]
    chat = {"participants": people, "messages": records[::-1], "title": THEM, "is_still_participant": True}
    out.write(json.dumps({**chat, "thread_path": "inbox/robin_1", "magic_words": []}, indent=2).encode())


def signal(out: BinaryIO, messages: int) -> None:
    for m in story(messages):
        stamp = datetime.fromtimestamp(m.at, UTC).strftime("%Y-%m-%d, %H:%M")
        out.write(f"[{stamp}] {'Me' if m.mine else THEM}: {m.text}\n".encode())


def mbox(out: BinaryIO, messages: int, attachment: int = 0) -> None:
    """Mail as Gmail hands it out: twenty people, long headers, plain text and HTML, quoted replies."""
    dice = random.Random(3)
    last = dict.fromkeys(range(20), "")
    quoted = dict.fromkeys(range(20), "")
    for k, m in enumerate(story(messages)):
        other = dice.randrange(20)
        me, them = "Zoë Brandt <zoe@example.org>", f'"Person {other}" <person{other}@firm{other}.example>'
        me = "=?utf-8?Q?Zo=C3=AB_Brandt?= <zoe@example.org>"
        sender, to = (me, them) if m.mine else (them, me)
        when = format_datetime(datetime.fromtimestamp(m.at, UTC))
        text = (
            f"{m.text}\n\nOn Monday, somebody wrote:\n> " + "\n> ".join(quoted[other].split("\n"))
            if last[other]
            else m.text
        )
        refs = f"In-Reply-To: {last[other]}\nReferences: {last[other]}\n" if last[other] else ""
        noise = "".join(f"X-Noise-{n}: {'abcdefgh ' * 8}\n\t{'ijklmnop ' * 8}\n" for n in range(8))
        html = f'<div dir="ltr">{m.text}</div><br><div class="gmail_quote">{quoted[other]}</div>'
        head = f"From {1600000000 + k}@xxx {datetime.fromtimestamp(m.at, UTC):%a %b %d %H:%M:%S +0000 %Y}\n"
        head += f"X-GM-THRID: {other}\nX-Gmail-Labels: {'Sent' if m.mine else 'Inbox'}\n{noise}"
        head += (
            f"From: {sender}\nTo: {to}\nSubject: about the price\nDate: {when}\nMessage-ID: <{k}@example.org>\n{refs}"
        )
        body = f"--b{k}\nContent-Type: text/plain; charset=utf-8\n\n{text}\n"
        body += f"--b{k}\nContent-Type: text/html; charset=utf-8\n\n{html}\n"
        if attachment:
            data = base64.encodebytes(dice.randbytes(attachment)).decode()
            body += f"--b{k}\nContent-Type: image/jpeg\nContent-Transfer-Encoding: base64\n\n{data}"
        kind = f'MIME-Version: 1.0\nContent-Type: multipart/mixed; boundary="b{k}"\n\n'
        out.write((head + kind + body + f"--b{k}--\n\n").encode())
        last[other], quoted[other] = f"<{k}@example.org>", text[:400]


def mbox_with_files(out: BinaryIO, messages: int) -> None:
    mbox(out, messages, attachment=40_000)


def sms(out: BinaryIO, messages: int, picture: int = 0) -> None:
    dice = random.Random(5)
    out.write(f"<?xml version='1.0' encoding='UTF-8' standalone='yes' ?>\n<smses count=\"{messages}\">\n".encode())
    for k, m in enumerate(story(messages)):
        body = quoteattr(m.text).encode("ascii", "xmlcharrefreplace").decode().replace("&#128514;", "&#55357;&#56834;")
        if picture and k % 20 == 0:
            data = base64.b64encode(dice.randbytes(picture)).decode()
            way = f'<addr address="{"insert-address-token" if m.mine else "+15550100"}" type="137" charset="106" />'
            out.write(
                f'<mms date="{m.at * 1000}" msg_box="{1 + m.mine}" m_type="132" address="+15550100" '
                f'contact_name="{THEM}" text_only="0"><parts><part seq="0" ct="image/jpeg" text="null" data="{data}" />'
                f'<part seq="1" ct="text/plain" '
                f"text={body} /></parts><addrs>{way}</addrs></mms>\n".encode()
            )
            continue
        out.write(
            f'  <sms protocol="0" address="+15550100" date="{m.at * 1000}" type="{1 + m.mine}" subject="null" '
            f"body={body} "
            f'toa="null" sc_toa="null" service_center="null" read="1" status="-1" locked="0" date_sent="{m.at * 1000}" '
            f'sub_id="1" readable_date="May 13, 2014 16:53:20" contact_name="{THEM}" />\n'.encode()
        )
    out.write(b"</smses>\n")


def sms_with_pictures(out: BinaryIO, messages: int) -> None:
    sms(out, messages, picture=300_000)


FORMATS: dict[str, Callable[[BinaryIO, int], None]] = {
    "telegram": telegram,
    "messenger": messenger,
    "instagram": messenger,
    "signal": signal,
    "mbox": mbox,
    "mbox_with_files": mbox_with_files,
    "sms": sms,
    "sms_with_pictures": sms_with_pictures,
}


if __name__ == "__main__":
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("format", choices=FORMATS)
    parser.add_argument("file", type=Path)
    parser.add_argument("--messages", type=int, required=True)
    said = parser.parse_args()
    with said.file.open("wb") as file:
        FORMATS[said.format](file, said.messages)
