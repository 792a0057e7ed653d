"""docs/sources.md: every source is on it, and its example is a source that conforms, in under a hundred lines."""

from __future__ import annotations

import re
from pathlib import Path
from typing import Any

import pytest

from walkaway import wiring
from walkaway.sources.conformance import faults

PAGE = (Path(__file__).resolve().parents[2] / "docs" / "sources.md").read_text(encoding="utf-8")
_CALLED = {
    "imessage": "iMessage",
    "mail": "Mail",
    "sms": "Text messages",
    "whatsapp_json": "WhatsApp's database",
    "table": "any table",
    "calendar": "Calendars",
}


def test_every_source_is_on_the_page() -> None:
    for source in wiring.sources():
        called = _CALLED.get(source.name, source.name)
        assert re.search(rf"^\| \*\*[^|]*{re.escape(called)}", PAGE, re.MULTILINE | re.IGNORECASE), source.name


EXAMPLE = {"diary.txt": b"2024-03-01T09:00Z Bob: hello\nnothing\n2024-03-01T09:05Z Jo: hi?\n"}
CODE = next(block for block in re.findall(r"```python\n(.*?)```", PAGE, re.DOTALL) if "class Diary" in block)


def found(code: str) -> str:
    names: dict[str, Any] = {}
    exec(compile(code, "my_diary.py", "exec"), names)
    return "; ".join(faults(names["Diary"](), EXAMPLE, damaged=60))


def test_the_example_conforms() -> None:
    assert CODE.count("\n") < 100
    assert found(CODE) == ""


@pytest.mark.parametrize(
    ("honest", "cheating", "seen"),
    [
        ('ledger.skip(number, "not a line of a diary")', "pass", "Receipt: read 3 is not kept 2"),
        ('bool(LINE.match(head[:200].decode(errors="replace")))', "True", "it takes b'Dear diary"),
        (
            "told, ledger =",
            'open("/dev/null", "w").close()\n        told, ledger =',
            "while reading it did open /dev/null",
        ),
        ("ledger.person(who, who)", 'ledger.person(who, "\\x1b" + who)', "a name holds control characters"),
        ("at, Kind.TEXT", "-at, Kind.TEXT", "I could keep no record"),
        ("Kind.TEXT", "Kind(99)", "it cannot read its own example"),
        ('name = "diary"', 'name = ""', "it has no name"),
        ('told.whole(part).decode(errors="replace")', "told.whole(part).decode()", "damaged copy"),
    ],
)
def test_a_source_that_cheats_is_seen(honest: str, cheating: str, seen: str) -> None:
    spoilt = CODE.replace(honest, cheating)
    assert spoilt != CODE
    assert seen in found(spoilt)
