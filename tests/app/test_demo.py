"""The six made-up pursuits, each read right: through the real reader, to the card."""

from __future__ import annotations

from datetime import UTC, datetime

import pytest
from tests.worlds import END

from walkaway import wiring
from walkaway.app.choose_chat import choose_chat
from walkaway.app.demo import STORIES, YOU, Story, export
from walkaway.app.ports import ReadOptions
from walkaway.app.review import Review, review
from walkaway.core.verdict.verdict import Move

BY_NAME = {story.name: story for story in STORIES}


def read(story: Story) -> Review:
    source = next(s for s in wiring.sources() if s.name == "whatsapp")
    archive = source.read("chat.txt", export(story).encode(), ReadOptions(tz="UTC"))
    return review(archive, choose_chat(archive, me=YOU), story.answers, clock=END, now=END)


@pytest.fixture(scope="module")
def told() -> dict[str, Review]:
    return {story.name: read(story) for story in STORIES}


def test_each_export_is_the_same_every_time() -> None:
    for story in STORIES:
        assert export(story) == export(story)
        assert export(story).count("\n") > 100


def test_six_kinds_six_stories() -> None:
    assert len({story.kind for story in STORIES}) == 6
    assert len({story.told for story in STORIES}) == 6


@pytest.mark.parametrize(
    ("name", "signal", "moves"),
    [
        ("friend", "steady", {Move.STAY}),
        ("partner", "taken_for_granted", {Move.ASK, Move.STEP_BACK}),
        ("investor", "ignored", {Move.WALK}),
        ("job", "mixed", {Move.ASK}),
        ("deal", "chasing", {Move.ASK, Move.STEP_BACK}),
        ("client", "steady", {Move.STAY}),
    ],
)
def test_the_card_gets_the_story_right(told: dict[str, Review], name: str, signal: str, moves: set[Move]) -> None:
    result = told[name]
    assert signal in {s.name for s in result.signals}
    assert result.verdict.move in moves


def test_taken_for_granted_is_dated(told: dict[str, Review]) -> None:
    """The story says early April 2026."""
    since = told["partner"].change.since
    assert since is not None
    assert abs(datetime.fromtimestamp(since / 1e6, UTC) - datetime(2026, 4, 6, tzinfo=UTC)).days <= 14


def test_steady_again_shows_the_dip_and_the_return(told: dict[str, Review]) -> None:
    marks = told["client"].weeks.mark.tolist()
    dip, after = marks[-30:-24], marks[-20:]
    assert sum(m == 2 for m in dip) >= 4
    assert sum(m == 2 for m in after) <= 3
    assert told["client"].change.status not in ("less", "silent")
