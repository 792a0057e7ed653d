"""The table over everyone in words: plain, easy to read, and silent where nothing may be said."""

from __future__ import annotations

from dataclasses import replace

import numpy as np
from tests.words import reviews
from tests.words.plain_language import banned_in, grade

from walkaway.app.errors import UsageError, WalkawayError
from walkaway.app.everyone import Reviewed, rows
from walkaway.app.plan_week import plan
from walkaway.app.pursuit import Pursuit, You
from walkaway.app.review import Review
from walkaway.core.redirect.reading import Label, Reading, Step
from walkaway.core.redirect.soft_no import SoftNo
from walkaway.core.redirect.when import When
from walkaway.core.verdict.verdict import Move
from walkaway.words import everyone, kept_schema

MARCH = int(np.datetime64("2027-03-01", "D").astype(int))
RANKED = ((Label.TIMING, 0.9), (Label.FIT, 0.1), (Label.PERSON, 0.0), (Label.OTHER, 0.0))
LATER = SoftNo(Reading(Label.TIMING, RANKED, Step.FOLLOW_UP, when=When("in march", MARCH)), 0)
GRIEF = SoftNo(Reading(Label.TIMING, RANKED, Step.CLOSE, tender=True), 0)
CLOSED = SoftNo(Reading(Label.OTHER, RANKED, Step.CLOSE), 0)
STOP = SoftNo(Reading(Label.OTHER, RANKED, Step.RESPECT_STOP, stop="do not contact me"), 0)
NOTHING = plan([], You())


def table(no: SoftNo | None) -> list[Reviewed]:
    found = [Reviewed(Pursuit(name, review.answers), review, no) for name, review in reviews.each().items()]
    return [*found, Reviewed(Pursuit("Open"), UsageError("There is nothing to go by yet."))]


def test_every_sentence_is_plain() -> None:
    said = {name: text for name, text in vars(everyone).items() if name.isupper() and isinstance(text, str)}
    for no in (LATER, GRIEF, CLOSED, STOP):
        said[str(no.reading.step)] = everyone.about_no(no)
    for name, text in said.items():
        assert banned_in(text) == set(), name
        assert len(text.split()) < 6 or grade(text) <= 7, (name, grade(text))


def test_under_support_a_row_says_no_more_than_its_move() -> None:
    one = table(LATER)
    hidden = [k for k, each in enumerate(one) if not isinstance(each.found, WalkawayError) and
              each.found.verdict.move is Move.SUPPORT]  # fmt: skip
    assert hidden
    for k, row in enumerate(rows(one, NOTHING)):
        if k not in hidden:
            continue
        assert set(everyone.status_line(one[k], row).cells[3:]) == {""}
        listed = kept_schema.status_as_json([(one[k], row)], NOTHING)["pursuits"][0]
        assert {listed[key] for key in listed if key not in ("name", "kind", "error", "move", "word", "reason")} == {
            None
        }


def _heard(found: Review | WalkawayError) -> Review:
    """The review of a chat in whose messages that stands."""
    assert not isinstance(found, WalkawayError)
    return replace(found, answers=replace(found.answers, stop_contact=True))


def test_no_more_contact_leaves_no_opening() -> None:
    one = [each for each in table(STOP) if not isinstance(each.found, WalkawayError)]
    one = [replace(each, found=_heard(each.found)) for each in one]
    for each, row in zip(one, rows(one, NOTHING), strict=True):
        if isinstance(each.found, WalkawayError) or each.found.verdict.move is Move.SUPPORT:
            continue
        assert (row.on, row.said, row.hour, row.close) == (None, None, None, True)
        assert everyone.no(row) == everyone.STOP


def test_grief_never_becomes_a_date_nor_a_close() -> None:
    one = [each for each in table(GRIEF) if each.pursuit.name != "Open"]
    for each, row in zip(one, rows(one, NOTHING), strict=True):
        assert row.said is None
        if (
            not isinstance(each.found, WalkawayError)
            and row.no is not None
            and each.found.verdict.move is not Move.WALK
        ):
            assert not row.close


def test_a_no_that_closes_it_has_no_date() -> None:
    one = table(CLOSED)
    shown = [row for row in rows(one, NOTHING) if row.no is not None]
    assert shown
    assert all(row.close and row.on is None for row in shown)
