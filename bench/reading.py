"""Exports in, a page on how fast they are read out: readers beside each other, and the whole command as exports grow.

    make bench                                   (or, to try it in a minute: make bench BENCH=--quick)

Everything is measured in one run on one machine: only ratios within a table mean something elsewhere. It is CPU time
and not the clock's, of all threads, each reader in a process of its own: other programs then disturb little.
"""

from __future__ import annotations

import argparse
import json
import os
import platform
import shlex
import subprocess
import sys
import tempfile
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from itertools import pairwise
from pathlib import Path
from statistics import median
from typing import Any

ROOT = Path(__file__).resolve().parents[1]
WORK = ROOT / ".bench"
OURS, PEERS = ROOT / ".venv" / "bin", WORK / "peers" / "bin"

STYLES = ("android24", "android12", "ios")
ME = "Zoë Brandt"  # as make_export.py names the two
US, EVENTS, WHATSTK, CHAT_MINER, LOOP, COUNT, FIND = READERS = (
    "walkaway", "walkaway, to events", "whatstk", "chat-miner", "plain `re` loop", "count newlines", "np.flatnonzero",
)  # fmt: skip
PEERED = (WHATSTK, CHAT_MINER)


@dataclass(frozen=True, slots=True)
class Plan:
    """How much is measured."""

    messages: int
    sizes: tuple[int, ...]
    warm: dict[str, int]
    processes: int

    @classmethod
    def full(cls) -> Plan:
        return cls(200_000, (20_000, 200_000, 2_000_000), dict.fromkeys(READERS, 9) | dict.fromkeys(PEERED, 3), 5)

    @classmethod
    def quick(cls) -> Plan:
        return cls(20_000, (2_000, 20_000), dict.fromkeys(READERS, 1), 1)


@dataclass(frozen=True, slots=True)
class Cost:
    """What one process took: CPU seconds of all its threads, and the most memory it held (megabytes of 10^6 bytes)."""

    seconds: float
    megabytes: float


@dataclass(frozen=True, slots=True)
class Reading:
    """One reader on one export. `warm` is every reading after the first, in CPU seconds."""

    reader: str
    style: str
    warm: tuple[float, ...]
    cold: float
    imports: float
    megabytes: float
    messages: int
    versions: dict[str, str]


def say(text: str) -> None:
    print(text, file=sys.stderr, flush=True)


def export(style: str, messages: int) -> Path:
    """The export of that style and length, made when it is not there yet, or was made by other code."""
    code = ROOT / "bench" / "make_export.py"
    path = WORK / "exports" / f"{style}-{messages}.txt"
    if not path.exists() or path.stat().st_mtime < code.stat().st_mtime:
        say(f"making {path.relative_to(ROOT)}")
        path.parent.mkdir(parents=True, exist_ok=True)
        part = path.with_suffix(".part")
        # In a process of its own: see `cost`.
        subprocess.run([OURS / "python", code, style, part, "--messages", str(messages)], check=True)
        part.rename(path)
    return path


def environment() -> dict[str, str]:
    one_thread = dict.fromkeys(("OPENBLAS_NUM_THREADS", "OMP_NUM_THREADS", "MKL_NUM_THREADS"), "1")
    # A dumb terminal and no colour: what is timed is the reading, not the drawing.
    return (
        {k: v for k, v in os.environ.items() if not k.startswith("PYTHON")}
        | one_thread
        | {"TERM": "dumb", "NO_COLOR": "1"}
    )


# ------------------------------------------------------------------------------------------------------ readers alone


def read_once(reader: str, style: str, plan: Plan) -> Reading:
    python = (PEERS if reader in PEERED else OURS) / "python"
    path = export(style, plan.messages)
    command: list[str | Path] = [python, ROOT / "bench" / "readers.py", reader, path, str(plan.warm[reader])]
    done = subprocess.run(command, env=environment(), capture_output=True, text=True, check=False)
    if done.returncode:
        raise SystemExit(f"{reader} could not read {path.name}:\n{done.stderr}")
    told: dict[str, Any] = json.loads(done.stdout)
    seconds = f"warm {median(told['warm']):8.4f} s   cold {told['cold']:8.4f} s"
    say(f"{reader:16} {style:10} {seconds}   {told['messages']:,} messages")
    return Reading(
        reader=reader,
        style=style,
        warm=tuple(told["warm"]),
        cold=told["cold"],
        imports=told["import"],
        megabytes=told["kilobytes"] * 1024 / 1e6,
        messages=told["messages"],
        versions=told["versions"],
    )


def read_all(plan: Plan) -> list[Reading]:
    """Every reader on every style. Ours runs before and after the others, so that a slow spell of the machine shows."""
    order = (*READERS, US)
    return [read_once(reader, style, plan) for style in STYLES for reader in order]


def warm(readings: Iterable[Reading], reader: str, style: str) -> float:
    """Median of the warm readings, in CPU seconds."""
    return median(s for r in readings if (r.reader, r.style) == (reader, style) for s in r.warm)


def of(readings: Iterable[Reading], reader: str, style: str) -> list[Reading]:
    return [r for r in readings if (r.reader, r.style) == (reader, style)]


def slowness(readings: Sequence[Reading], reader: str, style: str) -> float:
    """How many times our time the other reader takes."""
    return warm(readings, reader, style) / warm(readings, US, style)


# -------------------------------------------------------------------------------------------------- the whole command


def cost(command: Sequence[str | Path], *, fine: tuple[int, ...] = (0,)) -> Cost:
    """Run one process and take its own bill from the kernel.

    `wait4` gives the figures of this child alone; RUSAGE_CHILDREN would give the largest memory of all so far. A child
    begins with the memory of the process that starts it, so this one must stay small: it never holds an export.
    """
    with tempfile.TemporaryFile() as errors:
        child = subprocess.Popen(
            command, env=environment(), stdin=subprocess.DEVNULL, stdout=subprocess.DEVNULL, stderr=errors
        )
        _, status, used = os.wait4(child.pid, 0)
        child.returncode = os.waitstatus_to_exitcode(status)
        if child.returncode not in fine:
            errors.seek(0)
            said = errors.read().decode(errors="replace")
            raise SystemExit(f"{shlex.join(map(str, command))} ended with {child.returncode}:\n{said}")
    return Cost(used.ru_utime + used.ru_stime, used.ru_maxrss * 1024 / 1e6)


def typical(command: Sequence[str | Path], runs: int) -> Cost:
    """Medians of several runs, after one that is not counted."""
    cost(command)
    costs = [cost(command) for _ in range(runs)]
    return Cost(median(c.seconds for c in costs), median(c.megabytes for c in costs))


def read_command(path: Path) -> list[str | Path]:
    told = ["--me", ME, "--kind", "friend", "--afraid", "no", "--order", "dmy", "--tz", "UTC", "--json"]
    return [OURS / "walkaway", "read", path, *told]


IMPORTED_BY_READING = """
import contextlib, json, os, sys
sys.argv = sys.argv[1:]
before = set(sys.modules)
out = os.dup(1)
os.dup2(os.open(os.devnull, os.O_WRONLY), 1)
from walkaway.cli import main
with contextlib.suppress(SystemExit):
    main()
os.write(out, json.dumps([name for name in sys.modules if name not in before and name != "__main__"]).encode())
"""
IMPORT_THEM = """
import contextlib, importlib, json, sys
for name in json.loads(sys.argv[1]):
    with contextlib.suppress(ImportError):
        importlib.import_module(name)
"""


def import_command(path: Path) -> list[str | Path]:
    """A process that imports what `walkaway read` had imported when it was done, and nothing else."""
    python = OURS / "python"
    listing = [python, "-c", IMPORTED_BY_READING, *read_command(path)]
    done = subprocess.run(listing, env=environment(), capture_output=True, text=True, check=True)
    return [python, "-c", IMPORT_THEM, done.stdout]


@dataclass(frozen=True, slots=True)
class Commands:
    """What the commands cost: nothing at all (Python alone), help, imports, and reading exports of growing size."""

    nothing: Cost
    helping: Cost
    importing: Cost
    reading: dict[int, Cost]


def commands(plan: Plan) -> Commands:
    reading: dict[int, Cost] = {}
    for size in plan.sizes:
        reading[size] = typical(read_command(export("android24", size)), plan.processes)
        say(f"walkaway read, {size:,} messages: {reading[size].seconds:.3f} s, {reading[size].megabytes:.0f} MB")
    return Commands(
        nothing=typical([OURS / "python", "-c", "pass"], plan.processes),
        helping=typical([OURS / "walkaway", "--help"], plan.processes),
        importing=typical(import_command(export("android24", plan.sizes[0])), plan.processes),
        reading=reading,
    )


# ------------------------------------------------------------------------------------------------------------ the page


@dataclass(frozen=True, slots=True)
class Goal:
    """What we said we would reach, and what came out."""

    what: str
    wanted: str
    measured: str
    reached: bool


def goals(readings: Sequence[Reading], told: Commands | None) -> list[Goal]:
    rows = []
    for peer, times in ((WHATSTK, 45), (CHAT_MINER, 110)):
        least = min(slowness(readings, peer, style) for style in STYLES)
        rows.append(
            Goal(f"reader alone, warm, against {peer}, worst style", f"≥ {times}×", f"{least:.0f}×", least >= times)
        )
    if told is None:
        return rows
    if (whole := told.reading.get(200_000)) is not None:
        rows.append(
            Goal("`walkaway read`, 200,000 messages", "≤ 1.0 s CPU", f"{whole.seconds:.2f} s", whole.seconds <= 1.0)
        )
        rows.append(Goal("its memory", "≤ 400 MB", f"{whole.megabytes:.0f} MB", whole.megabytes <= 400))
    rows.append(
        Goal("its imports", "≤ 0.4 s CPU", f"{told.importing.seconds:.2f} s", told.importing.seconds <= 0.4),
    )
    rows.append(Goal("`walkaway --help`", "≤ 0.3 s CPU", f"{told.helping.seconds:.2f} s", told.helping.seconds <= 0.3))
    slopes = [slope for _, _, slope in per_message(told)]
    if len(slopes) > 1:
        ratio = slopes[-1] / slopes[0]
        rows.append(Goal("each further message, large against small", "≤ 1.5×", f"{ratio:.2f}×", ratio <= 1.5))
    return rows


def per_message(told: Commands) -> list[tuple[int, int, float]]:
    """CPU microseconds that each further message costs, from one size to the next."""
    sizes = sorted(told.reading)
    return [
        (small, large, (told.reading[large].seconds - told.reading[small].seconds) / (large - small) * 1e6)
        for small, large in pairwise(sizes)
    ]


def table(head: Sequence[str], rows: Iterable[Sequence[str]]) -> str:
    lines = [head, ["---"] + ["---:"] * (len(head) - 1), *rows]
    return "\n".join("| " + " | ".join(line) + " |" for line in lines)


def reader_table(readings: Sequence[Reading], style: str, plan: Plan) -> str:
    size = export(style, plan.messages).stat().st_size / 1e6
    rows = []
    for reader in (CHAT_MINER, WHATSTK, LOOP, EVENTS, US, FIND, COUNT):
        seconds = warm(readings, reader, style)
        found = of(readings, reader, style)
        ratio = "1" if reader == US else f"{seconds / warm(readings, US, style):.3g}"
        rows.append(
            [
                f"**{reader}**" if reader == US else reader,
                f"{seconds:.4f}",
                ratio,
                f"{size / seconds:,.0f}",
                f"{min(min(r.warm) for r in found):.4f}",
                f"{min(r.cold for r in found):.3f}",
                f"{min(r.imports for r in found):.2f}",
                f"{max(r.megabytes for r in found):.0f}",
                f"{found[0].messages:,}" if found[0].messages else "–",
            ]
        )
    head = ["reader", "CPU s", "× ours", "MB/s", "best", "first reading", "imports", "peak MB", "found"]
    return table(head, rows)


HOW = """\
All figures come from one run. They are CPU seconds of all threads, the median of the readings after the first one; each
reader runs in a process of its own, and ours both before and after the others. Only the ratios carry over to another
machine. The exports are made up (`bench/make_export.py`): {messages:,} messages of two people, one in twenty with
several lines."""
READERS_GIVE = """\
What each gives: whatstk and chat-miner a data frame of time, author and text; walkaway columns of time, author, kind
and text; "to events" the same and UTC, the number of words, and whether a message asks; the plain loop lists of time,
author and text, for header styles known beforehand. The last two rows do no reading: they find the ends of lines, and
show how near the floor is."""
COMMAND_DOES = """\
From the start of the process to the verdict as JSON, with `--kind friend --afraid no`. The exports of all sizes fill
the same nine years: what grows is the number of messages alone."""


def page(readings: Sequence[Reading], told: Commands | None, plan: Plan, date: str) -> str:
    versions: dict[str, str] = {}
    for reading in readings:
        for package, version in reading.versions.items():
            # numpy and pandas differ between the two environments: say whose.
            key = package if reading.reader not in PEERED or package in PEERED else f"{package} (beside the peers)"
            versions[key] = version
    stands = ", ".join(f"{package} {version}" for package, version in sorted(versions.items()))
    parts = [
        "# How fast it reads",
        "This page is written by `make bench`; a change by hand would be lost.",
        f"Measured on {date}, Python {platform.python_version()}, {os.cpu_count()} cores, {stands}.",
        HOW.format(messages=plan.messages),
        "## What we said we would reach",
        table(
            ["what", "goal", "measured", "reached"],
            [[g.what, g.wanted, g.measured, "yes" if g.reached else "**no**"] for g in goals(readings, told)],
        ),
        "## Readers alone",
        READERS_GIVE,
    ]
    for style in STYLES:
        parts += [f"### {style}", reader_table(readings, style, plan)]
    if told is not None:
        parts += ["## The whole command", *command_part(told)]
    return "\n\n".join(parts) + "\n"


def command_part(told: Commands) -> list[str]:
    rows = [
        ["Python, doing nothing", f"{told.nothing.seconds:.3f}", f"{told.nothing.megabytes:.0f}"],
        ["`walkaway --help`", f"{told.helping.seconds:.3f}", f"{told.helping.megabytes:.0f}"],
        ["importing what `walkaway read` needs", f"{told.importing.seconds:.3f}", f"{told.importing.megabytes:.0f}"],
        *(
            [f"`walkaway read`, {size:,} messages", f"{c.seconds:.3f}", f"{c.megabytes:.0f}"]
            for size, c in sorted(told.reading.items())
        ),
    ]
    steps = "; ".join(f"{slope:.2f} µs from {a:,} to {b:,}" for a, b, slope in per_message(told))
    return [
        COMMAND_DOES,
        table(["command", "CPU s", "peak MB"], rows),
        f"Each further message costs {steps}.",
    ]


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--date", required=True, help="the day to put on the page")
    parser.add_argument("--quick", action="store_true", help="small exports, one reading each, and no page is written")
    parser.add_argument("--readers-only", action="store_true", help="leave out the whole command")
    parser.add_argument("--out", type=Path, default=ROOT / "docs" / "bench-reading.md", help="where the page goes")
    said = parser.parse_args()
    plan = Plan.quick() if said.quick else Plan.full()
    readings = read_all(plan)
    told = None if said.readers_only else commands(plan)
    text = page(readings, told, plan, said.date)
    if said.quick:
        print(text)
    else:
        said.out.write_text(text, encoding="utf-8")
        say(f"wrote {said.out}")


if __name__ == "__main__":
    main()
