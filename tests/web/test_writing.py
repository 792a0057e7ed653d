"""Write: a draft is read with the chat it belongs to, a no is read and corrected, and nothing of either is kept."""

from __future__ import annotations

import re
from typing import get_args

import pytest
from starlette.testclient import TestClient
from tests.web.conftest import client_of, lay_out, make
from tests.web.test_safety import FEARS, KINDS, expected, main

from walkaway.app.answers import Answers, Fear
from walkaway.app.held import Held, held
from walkaway.app.leave import leave, with_tone
from walkaway.core.events import DAY
from walkaway.core.leaving.draft import Finding
from walkaway.core.leaving.farewell import Register
from walkaway.core.standards.standard import PursuitKind
from walkaway.core.verdict.verdict import Move
from walkaway.web.screens.writing import LONGEST, pieces
from walkaway.web.site import Site
from walkaway.words.shell import LANGUAGES, shell
from walkaway.words.spoken import spoken

BEGGING = "I can give you 20 % off if you answer me. Please, please answer!"
CLOSED = "Thank you, but our budget is closed until March. Please try again then."
HELD: dict[Move, Held] = {Move.SUPPORT: "support", Move.WALK: "stop_contact", Move.UNANSWERED: "unanswered"}


def desk_with(story: str) -> tuple[Site, TestClient, str]:
    found = make(8765)
    lay_out(found, story)
    client = client_of(found)
    return found, client, found.visit.key(found.desk.names()[0])


def drafted(client: TestClient, text: str, to: str = "") -> str:
    answer = client.post("/write", data={"do": "draft", "draft": text, "to": to})
    assert answer.status_code == 200
    return re.sub(r"(?s).*<main[^>]*>(.*)</main>.*", r"\1", answer.text)


def test_a_draft_is_shown_again_whole_with_its_flags(client: TestClient) -> None:
    page = drafted(client, "<b>Hi</b>\r\n  two lines. " + BEGGING)
    shown = re.search(r'(?s)<blockquote class="draft"[^>]*>(.*)</blockquote>', page)
    assert shown is not None
    assert "<mark>" in shown[1]
    plain = re.sub(r"<sup>.*?</sup>|</?mark>", "", shown[1])
    assert plain == "&lt;b&gt;Hi&lt;/b&gt;\n  two lines. " + BEGGING
    assert "Instead:" in page


def test_the_same_words_are_read_with_the_chat_they_belong_to() -> None:
    """The chat knows what went before: alone the words are fine, after messages that wait they are one more."""
    _, client, key = desk_with("partner")
    alone, with_chat = (drafted(client, "Hey, did you see my message?", to) for to in ("", key))
    assert alone != with_chat
    assert shell("en").words["draft_look"] in with_chat


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("story", ["partner", "job", "deal"])
def test_a_sentence_that_the_card_offers_needs_no_second_look(story: str, language: str) -> None:
    """Not in the language of the page either, nor with other quotes and spaces around it."""
    found, client, key = desk_with(story)
    step = spoken(language).card(found.desk.reviewed(found.desk.names()[0]).review).step
    assert step is not None
    assert step.send
    for text in (step.send, f" \u201c{step.send.replace(' ', '  ')}\u201d\n"):
        assert shell("en").words["draft_look"] not in drafted(client, text, key)


def test_a_farewell_that_is_offered_needs_no_second_look() -> None:
    found, client, key = desk_with("partner")
    nudge = "Hey, did you see my message?"
    assert shell("en").words["draft_look"] in drafted(client, nudge, key)
    name = found.desk.names()[0]
    found.desk.keep(leave(found.desk.pursuit(name), on=found.desk.now().local // DAY * DAY))
    for register in get_args(Register):
        found.desk.keep(with_tone(found.desk.pursuit(name), register))
        farewell = spoken("de").leaving.to_send(found.desk.leaving(name))
        assert farewell
        assert shell("en").words["draft_look"] not in drafted(client, farewell, key)
    assert shell("en").words["draft_look"] in drafted(client, nudge, key)


def test_a_condition_is_not_called_a_time(client: TestClient) -> None:
    for text, called in (("when you have more traction", "condition"), ("in March next year", "time")):
        answer = client.post("/write", data={"do": "refusal", "refusal": f"It is too early for us. Come back {text}."})
        assert f"They named a {called}:" in answer.text


def test_what_a_share_shows_is_called_openings() -> None:
    """Who began is shown behind a share, not all that it rests on."""
    _, client, key = desk_with("partner")
    share, change = (client.get(f"/p/{key}/evidence/{finding}").text for finding in ("share", "change"))
    words = shell("en").words
    assert words["evidence_openings"] in share
    assert words["evidence_change"] in change
    assert words["evidence_newest"] not in share + change


def test_nothing_typed_is_kept(client: TestClient) -> None:
    drafted(client, "An unusual xylophone. " + BEGGING)
    client.post("/write", data={"do": "refusal", "refusal": "No xylophone, thanks."})
    assert "xylophone" not in client.get("/write").text


@pytest.mark.parametrize("afraid", FEARS)
@pytest.mark.parametrize("stop", [False, True])
def test_a_draft_is_held_wherever_the_verdict_is(afraid: Fear | None, *, stop: bool) -> None:
    for kind in KINDS:
        ruled = expected(kind, afraid, stop=stop)
        assert held(Answers(kind=kind, afraid=afraid, stop_contact=stop)) == (None if ruled is None else HELD[ruled])


@pytest.mark.parametrize(
    ("afraid", "stop"), [(fear, stop) for fear in get_args(Fear) for stop in (False, True) if stop or fear != "no"]
)
def test_after_fear_or_a_stop_there_is_only_send_nothing(afraid: Fear, *, stop: bool) -> None:
    found, client, key = desk_with("partner")
    found.desk.say("Robin", Answers(kind=PursuitKind.PARTNER, afraid=afraid, stop_contact=stop))
    page = drafted(client, BEGGING, key)
    assert "Send nothing" in page
    for said in ("<blockquote", "<mark", "Instead", BEGGING, shell("en").words["draft_fine"]):
        assert said not in page
    if afraid != "no":
        assert "/support" in page
        assert "Robin" not in page


def test_the_open_question_comes_first() -> None:
    found, client, key = desk_with("partner")
    found.desk.say("Robin", Answers(kind=PursuitKind.PARTNER))
    page = drafted(client, BEGGING, key)
    assert shell("en").words["draft_unanswered"] in page
    assert "<mark" not in page
    assert f'href="/p/{key}"' in page


def test_a_no_is_ranked_dated_and_corrected(client: TestClient) -> None:
    said = {"do": "refusal", "refusal": CLOSED, "day": "2026-01-10"}
    page = client.post("/write", data=said).text
    ranked = re.findall(r'name="label" value="(\w+)"', page)
    assert sorted(ranked) == ["fit", "other", "person", "timing"]
    assert ranked[0] == "timing"
    assert "2026" in main_of(page)
    assert "March" in main_of(page)
    corrected = client.post("/write", data={**said, "do": "confirm", "label": "fit"}).text
    assert 'value="fit" required checked' in corrected
    assert shell("en").words["refusal_kept"] in corrected
    assert "Let this one go" in corrected


def main_of(page: str) -> str:
    return re.sub(r"(?s).*<main[^>]*>(.*)</main>.*", r"\1", page)


def test_what_was_confirmed_is_let_go_of_when_the_person_leaves() -> None:
    found, client, _ = desk_with("partner")
    client.post("/write", data={"do": "confirm", "refusal": CLOSED, "label": "fit"})
    assert [one.text for one in found.desk.you().confirmed] == [CLOSED]
    client.post("/leave")
    assert found.desk.you().confirmed == ()


def test_what_was_confirmed_is_forgotten_when_the_person_says_so(client: TestClient) -> None:
    said = client.post("/write", data={"do": "confirm", "refusal": CLOSED, "label": "fit"}).text
    assert 'value="forget"' in said
    assert 'value="forget"' not in client.post("/write", data={"do": "forget"}).text


def flagged(page: str) -> list[str]:
    return sorted(set(re.findall(r'name="flag" value="(\w+)"><input type="hidden" name="draft"', page)))


@pytest.mark.parametrize("reach", ["message", "person", "all"])
def test_not_this_holds_for_a_message_a_person_or_all(reach: str) -> None:
    """What is said of one message is not said of it again; of one person, in none of theirs; of all, never."""
    found, client, key = desk_with("partner")
    other = "Hello? Did you see my message?"
    page = drafted(client, BEGGING, key)
    assert "unasked_discount" in flagged(page)
    said = {"do": "not_this", "flag": "unasked_discount", "draft": BEGGING, "to": key, "reach": reach}
    page = client.post("/write", data=said).text
    assert "unasked_discount" not in flagged(page)
    longer = f"{BEGGING} And {other}"
    assert ("unasked_discount" in flagged(drafted(client, longer, key))) == (reach == "message")
    assert ("unasked_discount" in flagged(drafted(client, longer))) == (reach != "all")
    assert bool(found.desk.you().dismissed) == (reach == "all")
    page = client.post("/write", data={"do": "again", "flag": "unasked_discount", "draft": BEGGING, "to": key}).text
    assert "unasked_discount" in flagged(page)
    assert found.desk.you().dismissed == found.desk.pursuit("Robin").dismissed == ()


def test_what_was_dismissed_of_one_person_goes_with_them() -> None:
    found, client, key = desk_with("partner")
    for reach in ("message", "person"):
        client.post(
            "/write", data={"do": "not_this", "flag": "unasked_discount", "draft": BEGGING, "to": key, "reach": reach}
        )
    client.post(f"/p/{key}/let-go")
    assert 'value="again"' not in client.get("/write").text
    assert found.desk.you().dismissed == ()


def test_a_stop_is_respected_and_nothing_is_ranked(client: TestClient) -> None:
    page = main_of(client.post("/write", data={"do": "refusal", "refusal": "Do not contact me again."}).text)
    assert "Send nothing" in page
    assert 'name="label"' not in page


@pytest.mark.parametrize(
    "form",
    [
        {"do": "draft", "draft": "  "},
        {"do": "draft"},
        {"do": "draft", "draft": "x" * (LONGEST + 1)},
        {"do": "draft", "draft": "Hello", "to": "no such key"},
        {"do": "refusal", "refusal": ""},
        {"do": "refusal", "refusal": "No.", "day": "soon"},
    ],
)
def test_what_cannot_be_read_is_said_in_a_sentence(client: TestClient, form: dict[str, str]) -> None:
    answer = client.post("/write", data=form)
    assert answer.status_code == 400
    assert 'role="alert"' in answer.text


def test_the_pieces_are_the_draft() -> None:
    flags = tuple(Finding("r", "f", "wording", a, b, "why", "do", "s") for a, b in ((2, 6), (4, 8), (None, None)))
    found = pieces("0123456789", flags)
    assert "".join(piece.text for piece in found) == "0123456789"
    assert [piece.flags for piece in found] == [(), (1,), (1, 2), (2,), ()]


def test_names_and_numbers_hide_in_what_is_shown_again() -> None:
    _, client, _ = desk_with("partner")
    client.post("/discreet")
    shown = re.search(r"(?s)<blockquote.*?</blockquote>", drafted(client, f"Robin! {BEGGING}"))
    assert shown is not None
    assert "Robin" not in shown[0]
    assert "20" not in re.sub(r"<sup>.*?</sup>", "", shown[0])


def test_every_language_has_its_own_words(client: TestClient) -> None:
    for code in ("de", "es"):
        client.post("/language", data={"language": code})
        page = main(client, "/write")
        assert shell(code).words["draft_button"] in page
        assert shell(code).words["refusal_button"] in page
