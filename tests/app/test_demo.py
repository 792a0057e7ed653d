"""The six made-up pursuits, each read right."""

from __future__ import annotations

from walkaway.app.demo import STORIES, export


def test_each_export_is_the_same_every_time() -> None:
    for story in STORIES:
        assert export(story) == export(story)
        assert export(story).count("\n") > 100


def test_six_kinds_six_stories() -> None:
    assert len({story.kind for story in STORIES}) == 6
    assert len({story.told for story in STORIES}) == 6
