"""A close with grace is told from one more try."""

from __future__ import annotations

import pytest

from walkaway.core.leaving.closing import closes

GRACE = (
    "Thank you for letting me know. I wish you the best.",
    "I understand. Thanks for the time we had, take care.",
    "I respect that. I will leave it at that, and I wish you well.",
    "Thank you for the work we did. I\u2019m ending my part here.",
    "It was a pleasure. All the best to you and the team!",
)
TRIES = (
    "Thanks, and take care. Could we still talk?",
    "I understand. I guess you never cared. Goodbye.",
    "Thank you for nothing. All the best.",
    "I accept that, but I wish you would reconsider. Take care.",
    "I wish you the best. If you change your mind, I am here. Thanks.",
    "I\u2019m moving on. Your loss. Take care.",
    "Did you see my message? Thanks, take care.",
    "Thank you.",
    "Goodbye.",
)


@pytest.mark.parametrize("text", GRACE)
def test_thanks_and_an_end_or_a_wish_close_it(text: str) -> None:
    assert closes(text)


@pytest.mark.parametrize("text", TRIES)
def test_what_asks_blames_or_hopes_is_no_close(text: str) -> None:
    assert not closes(text)


def test_a_goodbye_that_goes_on_is_no_close() -> None:
    assert not closes(GRACE[0] + " I think of you and of all those years." * 8)
