"""In every door of the site: fear hears no verdict, nobody is told to act before the question, a no stays a no."""

from __future__ import annotations

import re
from dataclasses import replace
from typing import get_args

import numpy as np
import pytest
from starlette.testclient import TestClient
from tests.web.conftest import NOW, client_of, lay_out, make

from walkaway.app.answers import Answers, Elsewhere, Fear
from walkaway.app.leave import keep_letter, leave, note_urge
from walkaway.app.unsent import hold
from walkaway.core import safety
from walkaway.core.events import DAY
from walkaway.core.standards.standard import PursuitKind
from walkaway.core.verdict.verdict import Move, Verdict
from walkaway.words import en
from walkaway.words.en.moves import WORDS
from walkaway.words.en.sending import ASKS
from walkaway.words.en.shell import SHELL

KINDS = (None, *PursuitKind)
FEARS: tuple[Fear | None, ...] = (None, *get_args(Fear))
PLACES: tuple[Elsewhere | None, ...] = (None, *get_args(Elsewhere))
WALKED = ("/", "/decide", "/write", "/after")
TALKS = ("after", "talk", "talk/sheet", "packages")
MODEL_MOVES = (Move.STAY, Move.ASK, Move.STEP_BACK, Move.WALK, Move.NOT_ENOUGH)
ACTS = (Move.STAY, Move.ASK, Move.STEP_BACK, Move.WALK)
SENT = {sentence for kind in ASKS.values() for sentence in kind.values()}


def expected(kind: PursuitKind | None, afraid: Fear | None, *, stop: bool) -> Move | None:
    """What the rule says, written anew from its three sentences. None: whatever the model says."""
    if afraid in ("yes", "unsure"):
        return Move.SUPPORT
    if stop:
        return Move.WALK
    if afraid is None and kind in (None, PursuitKind.PARTNER, PursuitKind.FRIEND):
        return Move.UNANSWERED
    return None


def test_the_rule_over_a_hundred_thousand_states() -> None:
    """All combinations are few; the states are drawn as arrays and each distinct one is put to the rule once."""
    rng = np.random.default_rng(1)
    n = 100_000
    drawn = np.stack([rng.integers(0, k, n) for k in (len(KINDS), len(FEARS), 2, len(MODEL_MOVES))], axis=1)
    distinct, counts = np.unique(drawn, axis=0, return_counts=True)
    assert counts.sum() == n
    for kind, fear, stop, move in distinct.tolist():
        verdict = Verdict(MODEL_MOVES[move], 0.9, (1.0, 2.0, 3.0, 4.0), (0.2, 0.3, 0.5), 20, None)
        ruled = safety.apply(verdict, kind=KINDS[kind], afraid=FEARS[fear], stop_contact=bool(stop))
        wanted = expected(KINDS[kind], FEARS[fear], stop=bool(stop))
        assert ruled.move is (MODEL_MOVES[move] if wanted is None else wanted)
        assert wanted is None or (ruled.sure, ruled.values, ruled.flips, ruled.walk_away) == (None, None, (), None)


STATES = [
    Answers(kind=kind, afraid=afraid, stop_contact=stop, want=want, elsewhere=elsewhere)
    for kind in KINDS
    for afraid in FEARS
    for stop in (False, True)
    for want in (None, True, False)
    for elsewhere in PLACES
]


@pytest.mark.parametrize(
    "states",
    [pytest.param(6, id="some"), pytest.param(len(STATES), id="all", marks=pytest.mark.soak)],
)
@pytest.mark.parametrize("story", ["partner", "investor"])
def test_no_page_says_more_than_the_rule_allows(states: int, story: str) -> None:
    """Drawn states, each looked at on every page that could show a move or something to send."""
    found = make(8765)
    lay_out(found, story)
    name = found.desk.names()[0]
    client = client_of(found)
    key = found.visit.key(name)
    rng = np.random.default_rng(states)
    for k in rng.choice(len(STATES), states, replace=False).tolist():
        said = STATES[k]
        found.desk.say(name, said)
        wanted = expected(said.kind, said.afraid, stop=said.stop_contact)
        if wanted is None:
            continue
        _look(client, key, name, said, wanted)


def _look(client: TestClient, key: str, name: str, said: Answers, wanted: Move) -> None:
    pages = {place: main(client, place) for place in (*WALKED, f"/p/{key}", *(f"/p/{key}/{part}" for part in TALKS))}
    card = pages[f"/p/{key}"]
    assert f"<h1>{WORDS[wanted]}</h1>" in card, said
    for place, page in pages.items():
        assert not any(sentence in page for sentence in SENT), (said, place)
        assert "<blockquote" not in page, (said, place)
        for move in ACTS:
            if move is not wanted:
                assert f"<b>{WORDS[move]}</b>" not in page, (said, place, move)
                assert f"<h1>{WORDS[move]}</h1>" not in page, (said, place, move)
    assert "would say" not in card
    for part in ("evidence/share", "timeline"):
        hidden = wanted in (Move.SUPPORT, Move.UNANSWERED)
        assert client.get(f"/p/{key}/{part}").status_code == (404 if hidden else 200), (said, part)
    assert f"<h2>{SHELL['options_limit']}</h2>" not in main(client, f"/p/{key}/options"), said
    if wanted is Move.SUPPORT:
        assert name not in "".join(pages.values())
        assert "How sure" not in card
        assert "/support" in card
    if wanted is Move.UNANSWERED:
        assert 'name="afraid"' in card
        assert en.doors.SAFETY in card.replace("&#39;", "'")


AFTERWARDS = re.compile(r"in 10\b|write first|look again|thank you|door|date.ics", re.IGNORECASE)
"""A forecast, a date, a farewell, or the way to one."""


@pytest.mark.parametrize(
    "states",
    [pytest.param(8, id="some"), pytest.param(len(STATES), id="all", marks=pytest.mark.soak)],
)
@pytest.mark.parametrize("days", [0, 30], ids=["today", "a month ago"])
def test_after_says_no_more_than_the_rule_allows(states: int, days: int) -> None:
    """Of one who was left, with a dated door, a letter, an urge and a message that waits; looked at and acted on."""
    found = make(8765)
    lay_out(found, "partner")
    (name,) = found.desk.names()
    client, place = client_of(found), f"/p/{found.visit.key(name)}/after"
    today = NOW // DAY * DAY
    left = leave(found.desk.pursuit(name), on=today - days * DAY, until=today + 9 * DAY)
    left = hold(
        note_urge(keep_letter(left, "My letter.", at=NOW), 4, "a song", at=NOW), "Still there?", 1, at=NOW - DAY
    )
    rng = np.random.default_rng(states + days)
    for k in rng.choice(len(STATES), states, replace=False).tolist():
        said = STATES[k]
        wanted = expected(said.kind, said.afraid, stop=said.stop_contact)
        found.desk.keep(replace(left, answers=said))
        page = main(client, place)
        if wanted is None:
            assert AFTERWARDS.search(page), said
            continue
        assert not AFTERWARDS.search(page), said
        assert "Still there?" not in page
        assert "<blockquote" not in page
        assert client.get(f"{place}/date").status_code == 404
        for act in ("door", "undo", "hold", "drop_held"):
            client.post(place, data={"do": act, "door": "dated", "until": "2027-01-01", "text": "x", "hours": "24"})
        client.post(place, data={"do": "leave", "door": "dated", "until": "2027-01-01"})
        kept = found.desk.pursuit(name).left
        assert kept is not None
        assert kept.held == replace(left, answers=said).left.held  # type: ignore[union-attr]
        assert kept.until in ((None,) if wanted is Move.WALK else (today + 9 * DAY,))
        if wanted is Move.SUPPORT:
            assert name not in page
            assert "<form" not in page
            assert "kept" not in page
        else:
            assert "The first day is not over yet." in page if not days else re.search(r"\d+ of \d+ days? kept", page)


def main(client: TestClient, place: str) -> str:
    """What the page says between its frame."""
    return re.sub(r"(?s).*<main[^>]*>(.*)</main>.*", r"\1", client.get(place).text)


def test_the_offer_door_is_not_about_a_person(client: TestClient) -> None:
    """A typed offer asks about no partner and no friend, so there is nobody there to fear."""
    page = main(client, "/decide")
    assert 'value="partner"' not in page
    assert 'value="friend"' not in page


def test_three_questions_ask_about_fear_before_any_card(client: TestClient) -> None:
    said = {"name": "Robin", "kind": "partner", "months": "3"}
    said |= {f"{time}_{what}": "2" for time in ("then", "now") for what in ("you_open", "they_open")}
    said |= {f"{time}_{what}": "5" for time in ("then", "now") for what in ("they_answer", "their_days")}
    assert "<h1>One question first</h1>" in client.post("/three", data=said).text
    assert "<h1>You come first</h1>" in client.post("/three", data={**said, "afraid": "unsure"}).text
    verdict = client.post("/three", data={**said, "afraid": "no"}).text
    assert re.search(r"<h1>(Stay|Ask|Step back|Walk|Not enough to say)</h1>", verdict)


def test_the_answer_is_asked_for_once(looking: TestClient) -> None:
    """Nobody who answered is asked again, on any page but the one where it can be changed."""
    keys = set(re.findall(r'href="/p/(\w+)"', looking.get("/").text))
    for place in ("/", "/write", "/after", *(f"/p/{key}" for key in keys)):
        assert 'name="afraid"' not in main(looking, place)


def test_a_page_of_support_can_be_reached_from_everywhere(looking: TestClient) -> None:
    assert "/support" in looking.get("/library").text
