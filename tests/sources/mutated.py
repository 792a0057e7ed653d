"""Damaged archives, read in a process of its own with little memory: `python -m tests.sources.mutated KIND COUNT SEED`.

Prints one line of JSON: how many there were, how many could be read, the slowest, the memory, and what went wrong.
"""

from __future__ import annotations

import io
import json
import resource
import sys
import tempfile
import time
import zipfile
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

from tests.sources.imessage.made import example

from walkaway.sources.damage import mutants

MEMORY = 512 * 2**20
SECONDS = 5.0


def telegram() -> bytes:
    people = [("Alice", "user1"), ("Bob", "user2"), (None, "user3")]
    messages: list[dict[str, Any]] = []
    for k in range(40):
        name, number = people[k % 3 if k % 7 == 0 else k % 2]
        at = 1_709_283_600 + 977 * k
        date = time.strftime("%Y-%m-%dT%H:%M:%S", time.gmtime(at))
        record = {"id": k, "type": "message", "date": date, "date_unixtime": str(at), "from": name, "from_id": number}
        messages.append({**record, "text": ["see ", {"type": "link", "text": f"x{k}"}] if k % 5 == 0 else f"word {k}?"})
    messages[3] |= {"photo": "p.jpg", "edited": "2024-03-02T00:00:00"}
    messages[5] |= {"reactions": [{"emoji": "❤", "recent": [{"from": "Bob", "date": "2024-03-01T12:00:00"}]}]}
    messages[6] |= {"type": "service", "action": "phone_call", "actor": "Bob", "discard_reason": "missed"}
    messages[8] |= {"poll": {"question": "when?"}}
    del messages[9]["date_unixtime"]
    chat = {"name": "Bob", "type": "personal_chat", "id": 2, "messages": messages}
    account = {"personal_information": {"user_id": 1, "first_name": "Alice"}, "chats": {"list": [chat]}}
    return json.dumps(account, ensure_ascii=False, indent=1).encode()


def csv() -> bytes:
    rows = [
        f'2024-03-01T09:{k:02}{"Z" if k % 2 else ""};{"Bob" if k % 3 else "Alice"};"a; ""{k}""?";text'
        for k in range(40)
    ]
    return "\n".join(["when;who;text;kind", *rows]).encode()


def parquet() -> bytes:
    import pyarrow as pa
    import pyarrow.parquet as pq

    out = io.BytesIO()
    when = pa.array([1_709_283_600_000 + 977_000 * k for k in range(200)], pa.timestamp("ms", tz="UTC"))
    who = ["Bob" if k % 3 else "Alice" for k in range(200)]
    pq.write_table(pa.table({"when": when, "who": who, "text": [f"word {k}?" for k in range(200)]}), out)
    return out.getvalue()


def zipped() -> bytes:
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("photo.jpg", b"\xff\xd8\xff")
        archive.writestr("result.json", telegram())
        archive.writestr("chat.csv", csv())
    return out.getvalue()


def calendar() -> bytes:
    people = "ORGANIZER;CN=Jo:mailto:jo@x.example\r\nATTENDEE:mailto:ann@a.example\r\n"
    meeting = (
        "BEGIN:VEVENT\r\nDTSTART;TZID=Europe/Berlin:202403{:02}T090000\r\n{}RRULE:FREQ=WEEKLY;COUNT=3\r\nEND:VEVENT\r\n"
    )
    meetings = "".join(meeting.format(day, people) for day in range(1, 20))
    return f"BEGIN:VCALENDAR\r\n{meetings}END:VCALENDAR\r\n".encode()


def crm() -> bytes:
    rows = [
        f"2024-03-{k:02},{'Call' if k % 3 else 'Email'},Jo,Ann (ann@a.example),EMAIL,word {k}?" for k in range(1, 30)
    ]
    head = "Activity date,Activity type,Activity assigned to,Associated contacts,Email direction,Email body"
    return "\n".join([head, *rows]).encode()


def whatsapp_json() -> bytes:
    record = {"time": "10:00", "media": False, "key_id": "k", "meta": False}
    messages = {
        str(k): {"from_me": k % 2 == 0, "timestamp": 1_709_283_600 + k, "data": f"word {k}?", **record}
        for k in range(30)
    }
    return json.dumps({"4915@s.whatsapp.net": {"name": "Bob", "messages": messages}}).encode()


def whatsapp() -> bytes:
    lines = [
        f"{13 + k // 20}.03.24, 09:{k % 60:02} - {'Bob: see you?' if k % 2 else 'Alice: <Media omitted>'}"
        for k in range(60)
    ]
    return "\n".join(lines).encode()


def sigtop() -> bytes:
    frame = {
        "conversationId": "c",
        "source": "+15550100",
        "body": "word?",
        "reactions": [{"emoji": "❤", "timestamp": 9}],
    }
    ways = ("incoming", "outgoing", "call-history")
    return json.dumps([{**frame, "type": ways[k % 3], "sent_at": 1_709_283_600_000 + k} for k in range(30)]).encode()


def signal_lines() -> bytes:
    records: Iterator[dict[str, Any]] = (
        {
            "date": f"2024-03-01T10:{k:02}:00",
            "sender": "Me" if k % 2 else "Bob",
            "body": f"word {k}?",
            "attachments": [],
        }
        for k in range(30)
    )
    return "\n".join(map(json.dumps, records)).encode()


def sealed() -> bytes:
    record = {"text": "schön?", "type": "text", "isUnsent": False, "media": []}
    messages = [
        {"senderName": "Zoë" if k % 2 else "Bob", "timestamp": 1_709_283_600_000 + k, **record} for k in range(30)
    ]
    return json.dumps({"threadName": "Bob_7", "participants": ["Bob", "Zoë"], "messages": messages}).encode()


SAMPLES = Path(__file__).resolve().parents[1] / "samples"


def sample(path: str) -> Callable[[], bytes]:
    return (SAMPLES / path).read_bytes


FORMATS: dict[str, tuple[str, Callable[[], bytes]]] = {
    "telegram": ("result.json", telegram),
    "csv": ("chat.csv", csv),
    "parquet": ("chat.parquet", parquet),
    "zip": ("chat.zip", zipped),
    "messenger": ("message_1.json", sample("messenger/mojibake_made.json")),
    "mbox": ("all.mbox", sample("mail/made.mbox")),
    "sms": ("sms.xml", sample("sms/smsbackuprestore_made.xml")),
    "calendar": ("calendar.ics", calendar),
    "crm": ("activities.csv", crm),
    "whatsapp_json": ("result.json", whatsapp_json),
    "imessage": ("chat.db", example),
    "signal": ("chat.md", sample("signal/chatminer_signalexport.md.txt")),
    "sealed": ("Bob_7.json", sealed),
    "sigtop": ("Bob.json", sigtop),
    "signal_lines": ("data.json", signal_lines),
    "whatsapp": ("WhatsApp Chat with Bob.txt", whatsapp),
    "page": ("message_1.html", sample("messenger/facebook_2025_made.html")),
    "old_page": ("messages.htm", sample("messenger/fbchat_simulated_data.htm")),
}


def outcome(path: Path) -> str:
    """ "read" or "refused" with a sentence; anything else is a fault."""
    from walkaway import wiring
    from walkaway.app.choose_chat import choose_chat
    from walkaway.app.errors import WalkawayError
    from walkaway.app.ports import ReadOptions
    from walkaway.sources.conformance import broken_promises

    try:
        archive = wiring.read_files([path], ReadOptions(tz="Europe/Berlin"))
    except WalkawayError as error:
        return "refused" if str(error) else "no sentence"
    for fault in broken_promises(archive):
        return fault
    try:
        choose_chat(archive)
    except WalkawayError as error:
        return "read" if str(error) else "no sentence"
    return "read"


def _peak() -> int:
    """The most memory this process held. Not ru_maxrss: at exec that keeps what the parent held, however large."""
    status = Path("/proc/self/status")
    if not status.exists():
        return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss * 1024
    line = next(line for line in status.read_text().splitlines() if line.startswith("VmHWM:"))
    return int(line.split()[1]) * 1024


def main(kind: str, count: int, seed: int) -> None:
    resource.setrlimit(resource.RLIMIT_DATA, (MEMORY, MEMORY))
    name, made = FORMATS[kind]
    faults: list[str] = []
    read = 0
    slowest = 0.0
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / name
        for number, mutant in enumerate(mutants(made(), count, seed)):
            path.write_bytes(mutant)
            began = time.perf_counter()
            try:
                found = outcome(path)
            except BaseException as error:  # noqa: BLE001  whatever it is, it is the finding
                found = f"{type(error).__name__}: {error}"
            slowest = max(slowest, time.perf_counter() - began)
            read += found == "read"
            if found not in ("read", "refused"):
                faults.append(f"mutant {number} of seed {seed}: {found}")
    peak = _peak()
    print(json.dumps({"count": count, "read": read, "slowest": slowest, "peak": peak, "faults": faults[:5]}))


if __name__ == "__main__":
    main(sys.argv[1], int(sys.argv[2]), int(sys.argv[3]))
