"""What the pages say: plain words, the same names in every language, and sources for every number one could call."""

import hashlib
import re
import string
import tomllib
from collections.abc import Iterator
from datetime import date, timedelta
from importlib.resources import files
from typing import Any

import pytest
from starlette.testclient import TestClient
from tests.web.conftest import client_of, lay_out, make
from tests.words.plain_language import banned_in, grade

from walkaway.web.helplines import helplines
from walkaway.web.pages import asset
from walkaway.web.veil import veil_of
from walkaway.words.shell import LANGUAGES, PSEUDO, negotiated, shell

WEB = files("walkaway.web")
STALE = timedelta(days=180)


def said(value: Any) -> Iterator[str]:
    """Every text in a piece of the shell."""
    if isinstance(value, str):
        yield value
    else:
        for part in value:
            yield from said(part)


@pytest.mark.parametrize("name", sorted(shell("en").words))
def test_plain_words(name: str) -> None:
    texts = list(said(shell("en").words[name]))
    assert texts
    for text in texts:
        assert banned_in(text) == set(), text
        if len(text.split()) >= 8:
            assert grade(text.format_map(_Any())) <= 7, (name, text, grade(text))


@pytest.mark.parametrize("code", [*LANGUAGES, PSEUDO])
def test_every_language_has_the_same_names_blanks_and_lines(code: str) -> None:
    english, other = shell("en").words, shell(code).words
    assert list(other) == list(english)
    for name, text in english.items():
        assert _blanks(other[name]) == _blanks(text), name
        assert _shape(other[name]) == _shape(text), name
        if code not in ("en", PSEUDO) and isinstance(text, tuple):
            assert other[name] != text, name


def _blanks(value: Any) -> list[str]:
    return sorted(field for text in said(value) for _, field, _, _ in string.Formatter().parse(text) if field)


def _shape(value: Any) -> object:
    return None if isinstance(value, str) else [_shape(part) for part in value]


class _Any(dict[str, str]):
    def __missing__(self, key: str) -> str:
        return "12"


def test_every_piece_is_used_and_every_used_piece_is_there() -> None:
    pages = "".join(page.read_text(encoding="utf-8") for page in WEB.joinpath("templates").iterdir())
    code = "".join(
        f.read_text(encoding="utf-8")
        for folder in (WEB, WEB.joinpath("screens"))
        for f in folder.iterdir()
        if f.name.endswith(".py")
    )
    used = set(re.findall(r"say\.(\w+)|say\['(\w+)'\]", pages)) | {(n, "") for n in re.findall(r'\["(\w+)"\]', code)}
    names = {a or b for a, b in used}
    there = set(shell("en").words)
    assert {a or b for a, b in re.findall(r"say\.(\w+)|say\['(\w+)'\]", pages)} <= there | {"copy"}
    stems = (
        "decide_",
        "unit_",
        "week_",
        "you_",
        "they_",
        "their_",
        "too_",
        "no_",
        "col_",
        "reason_",
        "stand_",
        "left_",
        "mend_",
        "column_",
        "first_",
    )
    made = {n for n in there if n.startswith(stems)}
    assert there - names - made - {"today", "decide", "write", "after", "library"} == set()


@pytest.mark.parametrize(
    ("accepts", "code"),
    [
        ("de-AT,de;q=0.9,en;q=0.5", "de"),
        ("es-419", "es"),
        ("fr-FR,fr", "en"),
        ("fr,en;q=0.8,de;q=0.9", "de"),
        ("", "en"),
        ("*", "en"),
        ("de;q=0,en", "en"),
        ("de;q=nonsense", "en"),
        ("\x00,,;;q", "en"),
    ],
)
def test_the_language_a_browser_asks_for(accepts: str, code: str) -> None:
    assert negotiated(accepts) == code


@pytest.mark.parametrize("code", [*LANGUAGES, PSEUDO])
def test_every_page_in_every_language(code: str) -> None:
    found = make(8765)
    lay_out(found, "partner")
    client = client_of(found)
    client.post("/language", data={"language": code})
    key = found.visit.key("Robin")
    card = ("", "/timeline", "/ahead", "/settings", "/standards", "/options", "/talk", "/after", "/evidence/share")
    for place in ("/", "/decide", "/write", "/after", "/library", "/support", "/privacy", "/help", "/three", *card):
        page = client.get(place if place not in card else f"/p/{key}{place}")
        assert page.status_code == 200
        assert f'<html lang="{code}" dir="{"rtl" if code == PSEUDO else "ltr"}"' in page.text


def test_no_page_tells_what_to_type_in_a_terminal_to_judge(looking: TestClient) -> None:
    """Options of a command help nobody in a browser. Where a command is the way, it is named whole."""
    keys = set(re.findall(r'href="/p/(\w+)"', looking.get("/").text))
    offer = {"theirs": "800", "fallback": "900", "mine": "1,200"}
    for page in (*(looking.get(f"/p/{key}") for key in keys), looking.post("/decide", data=offer)):
        text = re.sub(r"walkaway \w+ --help", "", re.sub(r"(?s)<[^>]*>", " ", page.text))
        assert "--" not in text


# --- people to talk to ------------------------------------------------------------------------------------------------


def test_every_number_has_a_source_and_a_day() -> None:
    document = tomllib.loads(WEB.joinpath("helplines.toml").read_text(encoding="utf-8"))
    newest = max(line["checked"] for line in document["line"])
    assert isinstance(newest, date)
    for line in document["line"]:
        assert set(line) == {"country", "name", "number", "serves", "hours", "source", "checked"}
        assert re.fullmatch(r"[A-Z]{2}", line["country"])
        assert re.fullmatch(r"[\d -]+", line["number"])
        assert "." in line["source"]
        assert newest - line["checked"] <= STALE
    for found in document["directory"]:
        assert found["url"].startswith("https://")
    assert len(helplines().lines) == len(document["line"])


def test_the_page_shows_where_each_number_comes_from(client: TestClient) -> None:
    page = client.get("/support").text
    for line in helplines().lines:
        assert line.number in page
        assert line.source in page
    assert "tel:" not in page  # a number in the list of calls is seen by whoever opens the phone


# --- files of others --------------------------------------------------------------------------------------------------


def test_what_others_wrote_is_as_they_published_it() -> None:
    vendor = WEB.joinpath("static").joinpath("vendor")
    listed = re.findall(r"\| (\S+) \|.*\| ([0-9a-f]{64}) \|", vendor.joinpath("README.md").read_text(encoding="utf-8"))
    assert {name for name, _ in listed} == {f.name for f in vendor.iterdir() if f.name.endswith((".js", ".css"))}
    for name, digest in listed:
        assert hashlib.sha256(vendor.joinpath(name).read_bytes()).hexdigest() == digest, name
        assert vendor.joinpath(f"{name.split('.')[0]}.LICENSE").is_file()


@pytest.mark.parametrize(
    "name", ["../pages.py", "vendor/../../pages.py", "/etc/hostname", "vendor", "", ".", "..", "vendor//htmx.min.js"]
)
def test_no_name_climbs_out_of_the_folder(client: TestClient, name: str) -> None:
    assert asset(name) is None
    assert "import" not in client.get(f"/static/{name}").text


def test_names_and_numbers_can_be_hidden() -> None:
    hides = veil_of(["Robin", "Robin Hale"])
    text = "Robin Hale wrote 1,200 times since 3 May 2026, at 12:05; Robinson did not."
    assert hides(text) == "R.H. wrote ••• times since ••• May •••, at •••; Robinson did not."
