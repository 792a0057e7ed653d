"""One reader and one export in, the CPU seconds of each reading out, as JSON on standard output.

    python bench/readers.py READER FILE RUNS

Runs in a process of its own, in the environment that holds the reader: ours in .venv, the others in .bench/peers.
Nothing of either is imported before the reader asks for it, so that the import is timed too. The first reading is the
cold one; RUNS more are the warm ones. Every reader is handed the path and opens the file itself.
"""

from __future__ import annotations

import contextlib
import importlib
import importlib.metadata
import io
import json
import logging
import re
import resource
import sys
import warnings
from collections.abc import Callable
from datetime import datetime
from pathlib import Path
from time import process_time
from typing import Any, NamedTuple

Read = Callable[[Path], int]
"""Reads the file and says how many messages it found (0 where it looks for none)."""


class Reader(NamedTuple):
    """How a reader is made ready: `prepare` imports what it needs and gives the function that reads."""

    prepare: Callable[[], Read]
    packages: tuple[str, ...]


def ours() -> Read:
    parse = importlib.import_module("walkaway.sources.whatsapp").parse
    return lambda path: len(parse(path.read_bytes()))


def ours_to_events() -> Read:
    source = importlib.import_module("walkaway.sources.whatsapp").WhatsApp()
    options = importlib.import_module("walkaway.app.ports").ReadOptions(tz="UTC")
    return lambda path: source.read(path.name, path.read_bytes(), options).receipt.kept


def whatstk() -> Read:
    chat = importlib.import_module("whatstk").WhatsAppChat
    return lambda path: len(chat.from_source(str(path)).df)


def chat_miner() -> Read:
    parser = importlib.import_module("chatminer.chatparsers").WhatsAppParser

    def read(path: Path) -> int:
        reading = parser(path)
        reading.parse_file()
        return len(reading.parsed_messages.get_df())

    return read


# What somebody would write in an afternoon for the three styles at hand, knowing the order of day and month beforehand.
HEADER = re.compile(
    r"\u200e?\[?(\d{1,2})([./])(\d{1,2})\2(\d{2,4}), (\d{1,2}):(\d{2})(?::(\d{2}))?(?:[ \u202f]([AP])M)?"
    r"(?:\] | - )(?:([^:]+): )?(.*)"
)


def plain_loop() -> Read:
    def read(path: Path) -> int:
        when: list[datetime] = []
        who: list[str] = []
        text: list[str] = []
        month_first = path.stem.startswith("android12")
        with path.open(encoding="utf-8") as file:
            for line in file:
                match = HEADER.match(line)
                if match is None:
                    text[-1] += "\n" + line.rstrip("\n")
                    continue
                first, _, second, year, hour, minute, second_of, half, author, body = match.groups()
                day, month = (second, first) if month_first else (first, second)
                hours = int(hour) if half is None else int(hour) % 12 + 12 * (half == "P")
                years = int(year) + 2000 * (len(year) == 2)
                when.append(datetime(years, int(month), int(day), hours, int(minute), int(second_of or 0)))  # noqa: DTZ001  # as the file has it
                who.append(author or "")
                text.append(body)
        return len(when)

    return read


def newlines() -> Read:
    def read(path: Path) -> int:
        path.read_bytes().count(b"\n")
        return 0

    return read


def newline_places() -> Read:
    np = importlib.import_module("numpy")

    def read(path: Path) -> int:
        np.flatnonzero(np.frombuffer(path.read_bytes(), np.uint8) == ord("\n"))
        return 0

    return read


READERS = {
    "walkaway": Reader(ours, ("walkaway", "numpy", "pyarrow")),
    "walkaway, to events": Reader(ours_to_events, ("walkaway",)),
    "whatstk": Reader(whatstk, ("whatstk", "pandas", "numpy")),
    "chat-miner": Reader(chat_miner, ("chat-miner", "pandas", "numpy")),
    "plain `re` loop": Reader(plain_loop, ()),
    "count newlines": Reader(newlines, ()),
    "np.flatnonzero": Reader(newline_places, ("numpy",)),
}


def measure(name: str, path: Path, runs: int) -> dict[str, Any]:
    """Import, cold and warm CPU seconds (all threads), messages found, the process's highest memory and versions."""
    reader = READERS[name]
    started = process_time()
    read = reader.prepare()
    imported = process_time() - started
    seconds: list[float] = []
    found = 0
    for _ in range(runs + 1):
        started = process_time()
        found = read(path)
        seconds.append(process_time() - started)
    return {
        "import": imported,
        "cold": seconds[0],
        "warm": seconds[1:],
        "messages": found,
        "kilobytes": resource.getrusage(resource.RUSAGE_SELF).ru_maxrss,
        "versions": {package: importlib.metadata.version(package) for package in reader.packages},
    }


if __name__ == "__main__":
    _, chosen, file_name, count = sys.argv
    logging.disable(logging.CRITICAL)  # some readers write a line for each odd message: that is not reading
    warnings.simplefilter("ignore")
    with contextlib.redirect_stdout(io.StringIO()), contextlib.redirect_stderr(io.StringIO()):
        result = measure(chosen, Path(file_name), int(count))
    print(json.dumps(result))
