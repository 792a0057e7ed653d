"""Files with what a correct reader returns: copies where the licence allows, and the shared folder in place."""

from __future__ import annotations

import json
import os
import re
from pathlib import Path
from typing import Any

import pytest
from tests.sources.whatsapp.reference_reader import iso

from walkaway.app.errors import OpenQuestion
from walkaway.app.ports import ReadOptions
from walkaway.core.events import Kind
from walkaway.sources.whatsapp import WhatsApp, parse

OWN = Path(__file__).resolve().parents[2] / "samples" / "whatsapp"
SHARED = Path(os.environ.get("WALKAWAY_SHARED", OWN.parents[3] / "shared")) / "samples" / "whatsapp"
FILES = sorted([*OWN.glob("*.txt"), *SHARED.glob("*.txt")])
UNDECIDABLE = {"chatistics_chat3.txt"}
"""Equally many steps back in time in both orders: the person is asked."""


def expected(path: Path) -> dict[str, Any]:
    expectation: dict[str, Any] = json.loads(path.with_name(path.name + ".json").read_text(encoding="utf-8"))
    return expectation


@pytest.mark.parametrize("path", FILES, ids=lambda path: f"{path.parents[2].name}/{path.name}")
@pytest.mark.parametrize("told", [True, False], ids=["order told", "order found"])
def test_a_sample_reads_as_its_expectation_says(path: Path, told: bool) -> None:
    want = expected(path)
    if path.name in UNDECIDABLE and not told:
        with pytest.raises(OpenQuestion) as question:
            parse(path.read_bytes())
        assert question.value.option == "--order"
        assert question.value.choices == ("dmy", "mdy")
        assert len(question.value.preview) == 6
        return
    c = parse(path.read_bytes(), want["date_order"] if told else None)
    authors = [c.people[who] if who >= 0 else None for who in c.who.tolist()]
    got = list(zip(c.line.tolist(), map(iso, c.local.tolist()), authors, c.text.to_pylist(), strict=True))
    assert got == [(m["line"], m["ts"], m["author"], m["text"]) for m in want["messages"]]
    assert sorted(c.people) == want["participants"]
    assert len(c) == want["messages_total"]
    assert sum(author is not None for author in authors) == want["messages_user"]
    assert c.line[c.who < 0].tolist() == want["system_lines"]
    kinds = {
        "media": [Kind.MEDIA],
        "deleted": [Kind.DELETED],
        "edited": [Kind.EDITED],
        "call": [Kind.CALL, Kind.MISSED_CALL],
    }
    for name, some in kinds.items():
        assert [line for line, kind in zip(c.line, c.kind, strict=True) if kind in some] == want[f"{name}_lines"]
    for message, kind in zip(want["messages"], c.kind.tolist(), strict=True):
        if "kind" in message:
            assert Kind(kind).name.lower() == message["kind"]
    times = [iso(local) for local in c.local.tolist()]
    assert (times[0], times[-1], min(times), max(times)) == (
        want["first"],
        want["last"],
        want["min_ts"],
        want["max_ts"],
    )
    assert (times != sorted(times)) == want["out_of_order"]
    assert [m["line"] for m in want["messages"] if "\n" in m["text"]] == want["multiline"]


@pytest.mark.parametrize("path", FILES, ids=lambda path: f"{path.parents[2].name}/{path.name}")
def test_a_sample_becomes_an_archive(path: Path) -> None:
    want = expected(path)
    archive = WhatsApp().read(path.name, path.read_bytes(), ReadOptions(tz="Europe/Berlin", order=want["date_order"]))
    (chat,) = archive.chats
    assert WhatsApp().recognises(path.name, path.read_bytes()[:4096])
    assert archive.receipt.read == archive.receipt.kept == want["messages_total"]
    assert "tz" in archive.assumed
    assert (chat.events.at[1:] >= chat.events.at[:-1]).all()
    assert sorted(chat.events.id.tolist()) == [m["line"] for m in want["messages"]]
    typed = {
        m["line"]: len(m["text"].split()) for m in want["messages"] if m["author"] and m.get("kind", "text") == "text"
    }
    words = dict(zip(chat.events.id.tolist(), chat.events.words.tolist(), strict=True))
    assert {line: n for line, n in words.items() if n} == {line: n for line, n in typed.items() if n}


# Made here, in the styles that people report; and the shared lists of the same kind, where they are.
STYLES = [
    ("26-04-2022 12:11 - Ann: hi", "dmy", "2022-04-26T12:11:00"),
    ("[25/09/20 10:27:18 a.m.] Ann: hi", "dmy", "2020-09-25T10:27:18"),
    ("25/9/2020 8:28 p.\u00a0m. - Ann: hi", "dmy", "2020-09-25T20:28:00"),
    ("1/4/23, 12:02\u202fAM - Ann: hi", "mdy", "2023-01-04T00:02:00"),
    ("1/4/23, 12:02\u202fPM - Ann: hi", "dmy", "2023-04-01T12:02:00"),
    ("\u200e[03/04/2024, 10:00:00] Ann: hi", "mdy", "2024-03-04T10:00:00"),
    ("\ufeff[29.01.18, 23:33:00] Ann: hi", "dmy", "2018-01-29T23:33:00"),
    ("[\ufeff29.01.18, 23:33:00] Ann: hi", "dmy", "2018-01-29T23:33:00"),
    ("09/12/2012 17:03:48: Ann: hi", "dmy", "2012-12-09T17:03:48"),
    ("13. 6. 2018. 21:25:15 Ann: hi", "dmy", "2018-06-13T21:25:15"),
    ("13.6.2018 klo 21.25.15 - Ann: hi", "dmy", "2018-06-13T21:25:15"),
    ("24/05/2019 à 09:05 – Ann: hi", "dmy", "2019-05-24T09:05:00"),
    ("24.05.19 um 09:05 - Ann: hi", "dmy", "2019-05-24T09:05:00"),
    ("2018/06/13 下午9:25 - Ann: hi", "ymd", "2018-06-13T21:25:00"),
    ("[2018/6/13 오전 09:25:01] Ann: hi", "ymd", "2018-06-13T09:25:01"),
    ("02/01/2024 03:04 下午 - Ann: hi", "dmy", "2024-01-02T15:04:00"),
    ("[06/2018/13, 21:25:15] Ann: hi", "myd", "2018-06-13T21:25:15"),
    ("[2026/7/9 02:28:37] Ann:hi", "ymd", "2026-07-09T02:28:37"),
    ("[١٣\u200f/٦\u200f/٢٠١٨، ٩:٢٥:١٥ م] Ann: hi", "dmy", "2018-06-13T21:25:15"),
    ("۱۳/۰۶/۲۰۱۸،\u00a0۲۱:۲۵ - Ann: hi", "dmy", "2018-06-13T21:25:00"),
    ("१३/०६/१८, २१:२५ - Ann: hi", "dmy", "2018-06-13T21:25:00"),
    ("[13/06/2018,\u200921:25:15] Ann: hi", "dmy", "2018-06-13T21:25:15"),
]


@pytest.mark.parametrize(("line", "order", "when"), STYLES)
def test_a_style_is_read(line: str, order: Any, when: str) -> None:
    c = parse(line.encode(), order)
    assert (iso(int(c.local[0])), c.people, c.text.to_pylist()) == (when, ("Ann",), ["hi"])
    assert WhatsApp().recognises("x.txt", line.encode())


def shared(name: str) -> list[dict[str, Any]]:
    path = SHARED / name
    if not path.exists():
        pytest.skip(f"no {name} beside the checkout (WALKAWAY_SHARED)")
    entries: list[dict[str, Any]] = json.loads(path.read_text(encoding="utf-8"))
    return entries


@pytest.mark.parametrize("name", ["header_variants_issues.json", "header_variants_pustur.json"])
def test_shared_header_variants(name: str) -> None:
    for entry in shared(name):
        raw = entry["line"].encode()
        a, b, c = (int(part) for part in re.findall(r"\d+", entry["line"])[:3])
        open_ = a <= 12 and b <= 12 and a != b and c > 12
        if open_ and entry["order"] != "ymd":
            with pytest.raises(OpenQuestion):
                parse(raw)
        else:
            assert iso(int(parse(raw).local[0])) == entry["ts"]
        if entry["ts"] is not None:
            columns = parse(raw, entry["order"])
            assert (iso(int(columns.local[0])), columns.people) == (entry["ts"], (entry["author"],))


def test_shared_negatives_are_words() -> None:
    for entry in shared("header_negatives.json"):
        c = parse(f"[13.06.18, 21:25:15] Ann: hi\n{entry['line']}\n[13.06.18, 21:25:16] Ann: ho\n".encode())
        assert c.text.to_pylist() == [f"hi\n{entry['line']}", "ho"]


@pytest.mark.parametrize(
    "line",
    [
        *("20.15.21.15 h Sports", "[1,2,3] -> 11", "2016-04-29 10:30:00", "2/11/19: Arrival", "1/2 cup, 10:30 - stir"),
        *("2/11/19, 14:48 Bob: from another chat", "32/32/2018, 99:99 - Bob: no such time", "12345/1/2, 10:30 - x"),
    ],
)
def test_a_line_that_only_looks_like_a_header_is_words(line: str) -> None:
    c = parse(f"13/06/2018, 21:25 - Ann: hi\n{line}\n13/06/2018, 21:26 - Ann: ho\n".encode())
    assert c.text.to_pylist() == [f"hi\n{line}", "ho"]
