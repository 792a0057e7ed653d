"""Every screen in German and in Spanish, over the six made-up stories: no English but what is marked as English."""

from __future__ import annotations

import re
import tomllib
from html.parser import HTMLParser
from importlib.resources import files

import pytest
from tests.web.conftest import client_of, exported, make
from tests.words.test_offers import STORIES as OFFERS

from walkaway.core.standards.examples import EXAMPLES
from walkaway.web.helplines import helplines
from walkaway.words.spoken import spoken

OTHERS = ("de", "es")
ENGLISH = re.compile(
    r"\b(?:the|you|your|yours|they|their|them|with|without|and|is|are|this|that|week|weeks|answer|since|would|"
    r"nothing|there|what|have|not|from|into|than)\b",
    re.IGNORECASE,
)
READ_ALOUD = ("aria-label", "title", "alt", "placeholder", "data-copied")
SPOKEN_BY_OTHERS = ("bdi", "textarea", "script", "style", "kbd")
"""Where names, messages and what was typed stand: those are in whatever language they are in."""
EMPTY = ("meta", "link", "input", "br", "img", "hr")


class Reading(HTMLParser):
    """The text of a page that is not by others, each stretch with the language it is marked as."""

    def __init__(self) -> None:
        super().__init__()
        self.found: list[tuple[str, str]] = []
        self.marked: list[tuple[str, dict[str, str | None]]] = []
        self._open: list[tuple[str, str, bool]] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        held = dict(attrs)
        _, lang, hidden = self._open[-1] if self._open else ("", "", False)
        if "lang" in held and tag != "html":
            self.marked.append((tag, held))
        lang = held.get("lang") or lang
        hidden = hidden or tag in SPOKEN_BY_OTHERS or held.get("class") == "draft"
        if not hidden:
            self.found += [(lang, held[name] or "") for name in READ_ALOUD if name in held]
        if tag not in EMPTY:
            self._open.append((tag, lang, hidden))

    def handle_endtag(self, tag: str) -> None:
        while self._open and self._open.pop()[0] != tag:
            pass

    def handle_data(self, data: str) -> None:
        _, lang, hidden = self._open[-1] if self._open else ("", "", False)
        if not hidden and data.strip():
            self.found.append((lang, " ".join(data.split())))


def english_in(page: str, code: str) -> list[str]:
    """What is English on the page and not marked so, or marked as English and not known to be."""
    reading = Reading()
    reading.feed(page)
    known = [tag for tag, held in reading.marked if not _may_be_english(tag, held)]
    left = [text for lang, text in reading.found if lang == code and ENGLISH.search(text)]
    return [*left, *(f"<{tag} lang>" for tag in known)]


def _may_be_english(tag: str, held: dict[str, str | None]) -> bool:
    """The name of a language in that language."""
    return tag == "button" and held.get("name") == "language"


Screens = dict[tuple[str, str], str]


class Walk:
    """A visit that looks at each place in both languages, so that everything is judged once for both."""

    def __init__(self) -> None:
        self.site = make(8765)
        self.client = client_of(self.site)
        self.screens: Screens = {}

    def look(self, *places: str, when: str = "") -> None:
        for code in OTHERS:
            self.client.post("/language", data={"language": code}, follow_redirects=False)
            for place in places:
                self.screens[code, f"{place} {when}"] = self.judged(place)

    def judged(self, place: str) -> str:
        """The page of a list that waits until all is judged asks for itself again."""
        text = self.client.get(place).text
        while f'hx-get="{place}" hx-trigger="load"' in text:
            text = self.client.get(place).text
        return text

    def send(self, place: str, **form: object) -> None:
        assert self.client.post(place, data=form, follow_redirects=False).status_code == 303

    def answered(self, place: str, when: str, **form: object) -> None:
        """What a form answers with, in both languages."""
        for code in OTHERS:
            self.client.post("/language", data={"language": code}, follow_redirects=False)
            self.screens[code, f"{place} {when}"] = self.client.post(place, data=form).text

    def english(self) -> dict[tuple[str, str], list[str]]:
        """What is English on the screens since this was asked last."""
        found = {where: english_in(text, where[0]) for where, text in self.screens.items()}
        self.screens = {}
        return {where: left for where, left in found.items() if left}

    def addresses(self) -> list[str]:
        return sorted(set(re.findall(r'href="/p/(\w+)"', self.judged("/"))))


FIXED = (
    "/",
    "/decide",
    "/write",
    "/after",
    "/library",
    "/support",
    "/claims",
    "/privacy",
    "/help",
    "/three",
    "/p/none",
)


def of_one(walk: Walk, key: str) -> None:
    """The screens of one pursuit: as it is; then with standards, promises, options and a week."""
    at, name = f"/p/{key}", walk.site.visit.name(key) or ""
    walk.look(at, *(f"{at}/{tab}" for tab in ("timeline", "ahead", "settings", "standards", "options", "talk")))
    walk.look(*set(re.findall(rf'href="({at}/evidence/\w+)"', walk.client.get(at).text)))
    kind = walk.site.desk.answers(name).kind
    assert kind is not None
    walk.send(f"{at}/standards", do="take", take=[example.name for example in EXAMPLES[kind]])
    walk.send(f"{at}/standards", do="must", name="speaks_with_respect")
    walk.send(f"{at}/standards", do="rate", name="speaks_with_respect", score="3")
    walk.send(f"{at}/standards", do="promise", name="speaks_with_respect", level="8")
    walk.send(f"{at}/options", do="add", name="Kiel", worst="4", best="9", chance="60")
    walk.send(f"{at}/options", do="week", unit="€", week_good="400", week_hours="6")
    walk.look(at, f"{at}/standards", f"{at}/options", when="set")


def a_talk(walk: Walk, at: str) -> None:
    """A talk from its first number to a walk."""
    walk.send(at, do="frame", fallback="900 €", low="700", high="1400", left="4")
    for act, number in (("you", "1300"), ("them", "800"), ("you", "1200"), ("them", "850"), ("came", "1000")):
        walk.send(at, do="note", act=act, number=number)
        walk.look(at, when=number)
    walk.send(at, do="note", act="walked", number="850")
    walk.look(at, when="walked")
    walk.send(at, do="note", act="back", number="950")
    walk.look(at, when="back")


def a_talk_over_packages(walk: Walk, at: str) -> None:
    """Packages from the first point to a return. No name and no value in it is English."""
    walk.look(at, when="none")
    for name, values in (("Zimmer", "1, 2, 3"), ("Monate", "6, 12, 24"), ("Anzahl", "1, 5")):
        walk.send(at, do="issue", name=name, values=values)
    walk.look(at, when="issues")
    walk.send(at, do="points", points_0="100", points_1="80", points_2="20")
    walk.send(at, do="frame", fallback="30", free="yes")
    walk.look(at, when="nothing said")
    for by, package in (("you", ("3", "24", "5")), ("them", ("1", "6", "5")), ("you", ("3", "12", "5"))):
        walk.send(at, do="package", by=by, **{f"value_{k}": value for k, value in enumerate(package)})
        walk.look(at, when=" ".join(package))
    walk.send(at, do="walked")
    walk.look(at, when="walked")
    walk.send(at, do="package", by="them", value_0="2", value_1="12", value_2="5")
    walk.send(at, do="back")
    walk.look(at, when="back")


@pytest.fixture(scope="module")
def walk() -> Walk:
    """A look around in the six stories."""
    found = Walk()
    found.look(*FIXED, when="before")
    found.send("/demo")
    found.look("/", "/write", "/after", "/library", when="stories")
    return found


def test_no_screen_of_the_six_stories_is_english(walk: Walk) -> None:
    keys = walk.addresses()
    assert len(keys) == 6
    for key in keys:
        of_one(walk, key)
    a_talk(walk, f"/p/{walk.site.visit.key('Harbour Lane')}/talk")
    a_talk_over_packages(walk, f"/p/{walk.site.visit.key('Marlow Capital')}/packages")
    walk.look("/", "/after", when="set")
    assert len(walk.screens) > 150
    assert walk.english() == {}


def test_what_comes_of_a_form_is_not_english(walk: Walk) -> None:
    """Offers weighed, drafts checked, a no read, three questions answered, a file handed over."""
    for name, offer in OFFERS.items():
        walk.answered("/decide", name, **_typed(offer))
    for key in walk.addresses()[:2]:
        for draft in ("So sorry, so very sorry! I can do it for 20 % less.", "Just checking again, any news?", "Hi"):
            walk.answered("/write", f"{key} {draft}", do="draft", draft=draft, to=key)
    for no in REFUSALS:
        walk.answered("/write", no, do="refusal", refusal=no)
    walk.answered("/write", "confirmed", do="confirm", refusal=REFUSALS[0], label="fit")
    told = {f"{time}_{field}": "2" for time in ("then", "now") for field in TOLD} | {"name": "Kim", "months": "3"}
    walk.answered("/three", "told", **told, kind="friend", afraid="no", need=["0", "2"])
    handed = exported("deal")
    upload = (handed["name"], handed["buffer"], handed["mimeType"])
    walk.look(walk.client.post("/intake", files={"file": upload}).url.path)
    assert all("<article" in text for (_, where), text in walk.screens.items() if where.startswith("/decide a"))
    assert walk.english() == {}


def test_what_each_answer_about_fear_and_contact_shows_is_not_english(walk: Walk) -> None:
    key = walk.addresses()[0]
    for said in ({"afraid": "yes"}, {"afraid": ""}, {"stop_contact": "yes"}, {"want": "no"}):
        walk.send(f"/p/{key}/answers", **{"all": "yes", "afraid": "no", "kind": "friend", **said})
        walk.look(f"/p/{key}", f"/p/{key}/talk", f"/p/{key}/options", "/", when=str(said))
        walk.answered("/write", f"draft {said}", do="draft", draft="Hola", to=key)
    assert walk.english() == {}


TOLD = ("you_open", "they_open", "they_answer", "their_days")
REFUSALS = (
    "Thanks for the offer, but our budget is spent until the autumn. Write again in October.",
    "This is not what we look for, we need someone for print.",
    "No.",
    "I do not decide this. Please write to Dana Lund, who does.",
    "My father is in hospital, I cannot think of this now.",
    "Please never contact me again.",
)


def _typed(offer: dict[str, object]) -> dict[str, str]:
    """An offer as the form of Decide takes it."""
    known = ("theirs", "fallback", "mine", "sure", "better", "better_sure", "better_days", "deadline", "otherwise")
    typed = {name: str(offer[name]) for name in known if name in offer}
    likely = offer.get("likely")
    if isinstance(likely, tuple):
        typed |= {"low": str(likely[0]), "high": str(likely[-1])}
    return typed | {name: "yes" for name in ("trade", "buying") if offer.get(name)}


def test_what_went_wrong_is_not_english(walk: Walk) -> None:
    """Forms that cannot be taken as they were typed, files that cannot be read, pages that are not there."""
    at = f"/p/{walk.addresses()[-1]}"
    for form in (
        {"do": "rate", "name": "pays_by_the_date", "score": "11"},
        {"do": "target", "name": "answers", "target": "900"},
        {"do": "drop", "name": "Kiel"},
        {"do": "promise", "name": "Kiel", "level": "2"},
    ):
        walk.answered(f"{at}/standards", str(form), **form)
    walk.answered(f"{at}/options", "chance", do="add", name="Lund", worst="1", best="2", chance="400")
    walk.answered(f"{at}/options", "order", do="add", name="Lund", worst="3", best="2")
    walk.answered(f"{at}/options", "good", do="week", week_good="-1")
    walk.answered(f"{at}/talk", "number", do="note", act="them", number="many")
    walk.answered("/decide", "theirs", theirs="many", fallback="3")
    walk.answered("/decide", "otherwise", theirs="3", fallback="3", sure="50", buying="yes")
    walk.answered("/three", "nobody", name="")
    walk.answered("/write", "empty", do="draft", draft=" ")
    for name, raw in (("a.txt", b"\n"), ("a.zip", b"PK\x03\x04"), ("a.txt", b"no chat at all\n" * 9)):
        upload = walk.client.post("/intake", files={"file": (name, raw, "text/plain")})
        walk.look(upload.url.path, when=f"{name} {len(raw)}")
    assert walk.english() == {}


def test_a_sentence_that_a_language_lacks_is_marked_as_english() -> None:
    says = spoken("de").sorry
    assert says.apology("Nobody foresaw this. Give it to somebody who did.") is None
    assert says.apology("An offer from elsewhere is more than 0.") == "Ein Angebot von anderswo ist mehr als 0."
    assert "'Kiel'" in says.apology("You have no standard called 'Kiel'. There is: a, b.")


def test_the_reading_sees_english_and_marks() -> None:
    page = '<html lang="de"><p>Wie the dog</p><p lang="en">the cat</p><bdi>the</bdi><b title="the x">x</b></html>'
    assert english_in(page, "de") == ["Wie the dog", "the x", "<p lang>"]


# --- words that stand for those of lists ------------------------------------------------------------------------------


@pytest.mark.parametrize("code", OTHERS)
def test_every_line_of_the_help_list_is_said(code: str) -> None:
    says, known = spoken(code).helplines, helplines()
    assert set(says.SERVES) == {*(line.name for line in known.lines), *(found.name for found in known.directories)}
    assert set(says.HOURS) == {line.hours for line in known.lines}
    assert {line.source for line in known.lines if " " in line.source} == set(says.SOURCES)


@pytest.mark.parametrize("code", OTHERS)
def test_every_rule_about_a_draft_is_said(code: str) -> None:
    rules = tomllib.loads(files("walkaway.lexicon").joinpath("en/draft_rules.toml").read_text(encoding="utf-8"))
    (entries,) = (value for value in rules.values() if isinstance(value, list))
    assert set(spoken(code).writing.FLAGS) == {entry["id"] for entry in entries}
