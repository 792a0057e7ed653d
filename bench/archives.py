"""Archives of each format in, a page on how fast they are read out: our readers beside others of the same format.

    python bench/archives.py --date 2026-11-21           (writes docs/bench-archives.md; --quick prints a small run)

CPU seconds of all threads, each reader in a process of its own, in one run: only the ratios mean something elsewhere.
The other readers live in .bench/peers (`make .bench/.peers`), the standard library's mailbox and email in .venv.
"""

from __future__ import annotations

import argparse
import contextlib
import importlib
import io
import json
import logging
import os
import platform
import resource
import subprocess
import sys
import warnings
from collections.abc import Callable
from pathlib import Path
from statistics import median
from time import process_time
from typing import Any

ROOT = Path(__file__).resolve().parents[1]
WORK = ROOT / ".bench"
OURS, PEERS = ROOT / ".venv" / "bin" / "python", WORK / "peers" / "bin" / "python"
Read = Callable[[Path], int]


def walkaway_reads() -> Read:
    wiring = importlib.import_module("walkaway.wiring")
    options = importlib.import_module("walkaway.app.ports").ReadOptions(tz="UTC")
    wiring.sources()
    return lambda path: int(wiring.read_files([path], options).receipt.kept)


def chat_miner(parser: str) -> Callable[[], Read]:
    def prepare() -> Read:
        parsers = importlib.import_module("chatminer.chatparsers")

        def read(path: Path) -> int:
            reading = getattr(parsers, parser)(path)
            reading.parse_file()
            return len(reading.parsed_messages.get_df())

        return read

    return prepare


def standard_library() -> Read:
    """What somebody writes in an afternoon: who, to whom, when, its thread, and the first plain text of each mail."""
    import mailbox
    from email.header import decode_header, make_header
    from email.utils import getaddresses, parsedate_to_datetime

    def read(path: Path) -> int:
        found = []
        for mail in mailbox.mbox(path):
            people = [
                getaddresses([str(make_header(decode_header(mail[name] or "")))]) for name in ("From", "To", "Cc")
            ]
            text = ""
            for part in mail.walk():
                if part.get_content_type() == "text/plain":
                    payload = part.get_payload(decode=True)
                    if isinstance(payload, bytes):
                        text = payload.decode(part.get_content_charset() or "utf-8", "replace")
                    break
            found.append((people, parsedate_to_datetime(mail["Date"]), mail["Message-ID"], mail["References"], text))
        return len(found)

    return read


READERS: dict[str, tuple[Path, Callable[[], Read]]] = {
    "walkaway": (OURS, walkaway_reads),
    "chat-miner, Telegram": (PEERS, chat_miner("TelegramJsonParser")),
    "chat-miner, Messenger": (PEERS, chat_miner("FacebookMessengerParser")),
    "chat-miner, Instagram": (PEERS, chat_miner("InstagramJsonParser")),
    "chat-miner, Signal": (PEERS, chat_miner("SignalParser")),
    "mailbox + email": (OURS, standard_library),
}
BESIDE = {
    "telegram": "chat-miner, Telegram",
    "messenger": "chat-miner, Messenger",
    "instagram": "chat-miner, Instagram",
    "signal": "chat-miner, Signal",
    "mbox": "mailbox + email",
    "sms": None,
}
SUFFIX = {
    "telegram": "json",
    "messenger": "json",
    "instagram": "json",
    "signal": "md.txt",
    "mbox": "mbox",
    "sms": "xml",
}
PAGE = ROOT / "docs" / "bench-archives.md"
LARGE = {"mbox_with_files": ("mbox", 17_500), "mbox": ("mbox", 365_000), "sms_with_pictures": ("xml", 25_000)}
"""Archives of about a gigabyte (mail) and half a gigabyte (text messages), for the memory."""


def say(text: str) -> None:
    print(text, file=sys.stderr, flush=True)


def measure(reader: str, path: Path, runs: int) -> dict[str, Any]:
    """In this process: CPU seconds of each reading, what was found, and the most memory."""
    logging.disable(logging.CRITICAL)
    warnings.simplefilter("ignore")
    with contextlib.redirect_stderr(io.StringIO()):
        read = READERS[reader][1]()
        seconds, found = [], 0
        for _ in range(runs):
            began = process_time()
            found = read(path)
            seconds.append(process_time() - began)
    kilobytes = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
    return {"seconds": seconds, "found": found, "megabytes": kilobytes * 1024 / 1e6}


def in_its_own(reader: str, path: Path, runs: int) -> dict[str, Any]:
    one_thread = dict.fromkeys(("OPENBLAS_NUM_THREADS", "OMP_NUM_THREADS", "MKL_NUM_THREADS"), "1")
    command: list[str | Path] = [READERS[reader][0], __file__, "--one", reader, "--file", path, "--runs", str(runs)]
    done = subprocess.run(command, env={**os.environ, **one_thread}, capture_output=True, text=True, check=False)
    if done.returncode:
        raise SystemExit(f"{reader} could not read {path.name}:\n{done.stderr[-2000:]}")
    told: dict[str, Any] = json.loads(done.stdout.splitlines()[-1])
    return told


def export(kind: str, suffix: str, messages: int) -> Path:
    path = WORK / "archives" / f"{kind}-{messages}.{suffix}"
    if not path.exists():
        say(f"making {path.relative_to(ROOT)}")
        path.parent.mkdir(parents=True, exist_ok=True)
        made: list[str | Path] = [OURS, ROOT / "bench" / "make_archives.py", kind, path, "--messages", str(messages)]
        subprocess.run(made, check=True)
    return path


def speeds(messages: int, runs: int) -> list[list[str]]:
    rows = []
    for kind, peer in BESIDE.items():
        size = messages // (10 if kind == "mbox" else 1)
        path = export(kind, SUFFIX[kind], size)
        before = in_its_own("walkaway", path, runs + 1)
        theirs = in_its_own(peer, path, max(1, runs // 2)) if peer else None
        after = in_its_own("walkaway", path, runs + 1)
        # The first reading of a process is the cold one.
        ours = median([*before["seconds"][1:], *after["seconds"][1:]])
        megabytes = path.stat().st_size / 1e6
        row = [kind, f"{size:,}", f"{megabytes:.0f}", f"{ours:.3f}", f"{megabytes / ours:.0f}", f"{after['found']:,}"]
        if theirs is None:
            row += ["none found", "–", "–", "–"]
        else:
            other = min(theirs["seconds"])
            row += [str(peer), f"{other:.2f}", f"{theirs['found']:,}", f"**{other / ours:.1f}×**"]
        say("  ".join(row))
        rows.append(row)
    return rows


def memories() -> list[list[str]]:
    rows = []
    for kind, (suffix, messages) in LARGE.items():
        path = export(kind, suffix, messages)
        told = in_its_own("walkaway", path, 1)
        size = path.stat().st_size / 1e6
        row = [kind, f"{messages:,}", f"{size:,.0f}", f"{told['seconds'][0]:.1f}", f"{told['megabytes']:.0f}"]
        path.unlink()
        say("  ".join(row))
        rows.append(row)
    return rows


def table(head: list[str], rows: list[list[str]]) -> str:
    lines = [head, ["---"] + ["---:"] * (len(head) - 1), *rows]
    return "\n".join("| " + " | ".join(line) + " |" for line in lines)


ABOUT = """\
Measured on {date}, Python {python}, {cores} cores that others used too. All figures are of one run: CPU seconds of all
threads, each reader in a process of its own, ours before and after the other. Ours is the median of the warm readings,
the other's is its best. The archives are made up (`bench/make_archives.py`)."""
GIVES = """\
chat-miner 0.6.0 gives a data frame of time, author and text. The standard library is asked for sender, receivers, time,
thread and the first plain text of each mail. Ours also counts words and questions, cuts what is quoted, finds the owner
and the chats, and accounts for every record."""
MEMORY = """\
Measured on {date} (`python bench/archives.py --date DAY --memory-only` measures this part alone). The goal is 400 MB,
for a gigabyte of mail and half a gigabyte of text messages. One reading of a fresh process. The 365,000 short mails are
the worst case, because nothing of them can be passed over."""


def page(date: str, messages: int, runs: int, *, large: bool) -> str:
    head = ["format", "messages", "MB", "ours, CPU s", "MB/s", "kept", "beside", "CPU s", "found", "slower"]
    parts = [
        "# How fast archives are read",
        "This page is written by `python bench/archives.py --date DAY`; a change by hand would be lost.",
        ABOUT.format(date=date, python=platform.python_version(), cores=os.cpu_count()),
        GIVES,
        table(head, speeds(messages, runs)),
    ]
    if large:
        parts.append(memory_section(date))
    return "\n\n".join(parts) + "\n"


def memory_section(date: str) -> str:
    rows = table(["archive", "messages", "MB", "CPU s", "peak MB"], memories())
    return "\n\n".join(["## Memory", MEMORY.format(date=date), rows])


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--date", help="the day to put on the page")
    parser.add_argument("--quick", action="store_true", help="small archives, and no page is written")
    parser.add_argument("--speed-only", action="store_true", help="leave out the large archives")
    parser.add_argument("--memory-only", action="store_true", help="only the large archives, put on the page")
    parser.add_argument("--one", choices=READERS, help=argparse.SUPPRESS)
    parser.add_argument("--file", type=Path, help=argparse.SUPPRESS)
    parser.add_argument("--runs", type=int, default=5)
    said = parser.parse_args()
    if said.one:
        print(json.dumps(measure(said.one, said.file, said.runs)))
    elif said.quick:
        print(page("a quick run", 5_000, 1, large=False))
    elif said.memory_only:
        before = PAGE.read_text(encoding="utf-8").partition("## Memory")[0].rstrip()
        PAGE.write_text(f"{before}\n\n{memory_section(said.date or 'a day not told')}\n", encoding="utf-8")
    else:
        text = page(said.date or "a day not told", 100_000, said.runs, large=not said.speed_only)
        PAGE.write_text(text, encoding="utf-8")


if __name__ == "__main__":
    main()
