"""The made-up pursuits in; their reviews, and six cards in short, out. They are chat exports, read like any other."""

from __future__ import annotations

from datetime import UTC
from typing import TYPE_CHECKING

from walkaway.app.errors import UsageError
from walkaway.words.en import doors

if TYPE_CHECKING:
    from rich.console import Console

    from walkaway.app.demo import Story
    from walkaway.app.review import Review

FIRST = "partner"
"""The one that is shown whole when none is named."""


def one(name: str) -> Review:
    """The review of the story of this name."""
    from walkaway.app import demo

    told = {story.name: story for story in demo.STORIES}
    plain = name.strip().casefold()
    if plain not in told:
        raise UsageError(f"I know no story called {name!r}. Give one of: {', '.join(told)}.")
    return _review(told[plain])


def all_of_them() -> dict[str, Review]:
    """Every story's review, by its name."""
    from walkaway.app import demo

    return {story.name: _review(story) for story in demo.STORIES}


def show(told: dict[str, Review], console: Console) -> None:
    """A line for each: name, kind, word, reason."""
    from walkaway.cli.card import line
    from walkaway.words import en

    console.print(doors.DEMO)
    console.print()
    for name, review in told.items():
        console.print(line(review.them, name, en.card(review)))
    console.print()


def _review(story: Story) -> Review:
    """Its export, through the source that recognises it, judged as of the evening on which all stories end."""
    from walkaway import wiring
    from walkaway.app import demo
    from walkaway.app.choose_chat import choose_chat
    from walkaway.app.ports import ReadOptions
    from walkaway.app.review import review
    from walkaway.cli.reading import instant

    name, raw = f"WhatsApp Chat with {story.them}.txt", demo.export(story).encode("utf-8")
    source = next(source for source in wiring.sources() if source.recognises(name, raw))
    archive = source.read(name, raw, ReadOptions(tz="UTC", order="dmy"))
    chosen = choose_chat(archive, me=demo.YOU, with_=story.them)
    return review(archive, chosen, story.answers, clock=instant(demo.ENDS.replace(tzinfo=UTC)))
