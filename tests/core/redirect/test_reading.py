"""A refusal, read: what is suggested, what is never suggested, and what a confirmation changes."""

from __future__ import annotations

import numpy as np
import pytest
from bench import words_fit

from walkaway.core.events import DAY
from walkaway.core.redirect.features import LENGTH, features, known_words, meant, share_known
from walkaway.core.redirect.head import READINGS, Head, fit, refit
from walkaway.core.redirect.reading import Confirmed, Label, Reading, Step, learn, read_refusal
from walkaway.core.redirect.settled import says_no
from walkaway.lexicon.refusals import FILE, head

NOW = 20_578 * DAY  # 5 May 2026


def read(text: str) -> Reading:
    return read_refusal(text, now=NOW, head=head("words"), numbers=features)


def test_a_stop_comes_before_anything_else() -> None:
    found = read("The budget is frozen until January, and please stop contacting me.")
    assert (found.step, found.label, found.when) == (Step.RESPECT_STOP, Label.OTHER, None)


def test_a_time_becomes_a_day_to_ask_again() -> None:
    found = read("We have no budget left until October, please try again then.")
    assert (found.label, found.step) == (Label.TIMING, Step.FOLLOW_UP)
    assert found.when is not None
    assert found.when.day == 20_727


@pytest.mark.parametrize(
    "text",
    [
        "My father died, I can't think about this before June.",
        "I'm not ready for a relationship, maybe next year.",
        "We are getting divorced, so not this summer.",
        "I had surgery last week and need until March to get well.",
        "Her mother passed away. Ask me again in two weeks.",
    ],
)
def test_grief_and_not_ready_are_never_a_reminder(text: str) -> None:
    found = read(text)
    assert found.step is not Step.FOLLOW_UP
    assert found.when is None


def test_the_person_who_decides_is_named() -> None:
    found = read("I'm not the right person for this, please talk to Ines in procurement.")
    assert (found.label, found.step, found.contact) == (Label.PERSON, Step.REDIRECT_CONTACT, "Ines in procurement")


@pytest.mark.parametrize(
    "text",
    [
        "",
        "   ",
        "blue seven window",
        "asdf",
        "qwer zxcv asdf",
        "👍",
        "Lorem ipsum dolor sit amet",
        "Yes! Great news, we are in. Send the contract.",
        "Great, see you on Friday!",
    ],
)
def test_it_abstains_where_it_is_not_sure(text: str) -> None:
    found = read(text)
    assert (found.label, found.step, found.when) == (None, None, None)
    assert len(found.ranked) == 4
    assert abs(sum(chance for _, chance in found.ranked) - 1) < 1e-9


def answers(found: Head, rows: list[words_fit.Row]) -> tuple[float, float]:
    """The share of these that get a label, and of those the share that is right."""
    readings = [read_refusal(text, now=NOW, head=found, numbers=features) for text, _, _ in rows]
    given = [str(r.label) in right for r, (_, _, right) in zip(readings, rows, strict=True) if r.label is not None]
    return len(given) / len(rows), float(np.mean(given))


def fitted_without(writer: str) -> Head:
    others = [row for other, name in words_fit.WRITERS.items() if other != writer for row in words_fit.made_here(name)]
    return words_fit.fitted([*others, *words_fit.no_refusals()], features, "test")


def test_a_writer_it_was_not_fitted_on_is_read() -> None:
    """The goal is .70 right at 40 % answered; measured, with one more writer to learn from: .93 at 82 %."""
    answered, right = answers(fitted_without("5"), words_fit.made_here("refusals_5"))
    assert answered >= 0.7
    assert right >= 0.85


def test_refusals_kept_elsewhere_are_read(shared: object) -> None:
    del shared
    answered, right = answers(fitted_without(""), words_fit.kept_elsewhere())
    assert answered >= 0.85
    assert right >= 0.9


@pytest.mark.parametrize(
    ("lot", "least"), [("refusals_made_here_2", 0.85), ("refusals_made_here_3", 0.85), ("unseen_refusals_7", 0.78)]
)
def test_the_shipped_reader_reads_lots_it_was_not_fitted_on(lot: str, least: float) -> None:
    answered, right = answers(head("words"), words_fit.made_here(lot))
    assert answered >= least
    assert right >= 0.9


def test_what_is_no_refusal_is_left_alone() -> None:
    """And where it is not, it is at least not read as a no for a reason."""
    found = [read(text) for text, _, _ in words_fit.no_refusals("not_refusals_made_here_2")]
    assert np.mean([reading.label is None for reading in found]) >= 0.8
    assert np.mean([reading.label in (None, Label.OTHER) for reading in found]) >= 0.9


def test_courtesies_are_left_out_unless_they_say_more() -> None:
    assert meant("Dear Ms Amadi, thank you for the drawings. We only show sculpture. All the best!") == [
        "We only show sculpture."
    ]
    assert meant("Thank you, but no.") == ["Thank you, but no."]
    assert meant("Many thanks!") == ["Many thanks!"]


def test_known_words_are_known() -> None:
    known = known_words(["We have no budget until October"])
    assert share_known("no budget until 2030, we have", known) == 1.0
    assert share_known("asdf budget", known) == 0.5
    assert share_known("?!", known) == 0.0


def test_a_confirmation_moves_its_own_sort_and_little_else() -> None:
    before, text = head("words"), "Our stars are not aligned, dear."
    after = learn(before, [Confirmed(text, Label.FIT)] * 3, features)
    chance = dict(read_refusal(text, now=NOW, head=after, numbers=features).ranked)[Label.FIT]
    was = dict(read_refusal(text, now=NOW, head=before, numbers=features).ranked)[Label.FIT]
    assert chance > was
    far = "We have no budget left until October."
    moved = after.chances(features(far)) - before.chances(features(far))
    assert np.abs(moved).max() < 0.1
    assert learn(before, [], features) is before


def test_many_confirmations_win() -> None:
    text = "The moon is full, so no."
    after = learn(head("words"), [Confirmed(text, Label.PERSON)] * 40, features)
    assert read_refusal(text, now=NOW, head=after, numbers=features).label is Label.PERSON


def test_the_fit_is_the_optimum() -> None:
    """At the optimum the gradient is nothing: mean of (chance - truth) x plus ridge w, and without w for the bias."""
    rng = np.random.default_rng(1)
    x, said = rng.normal(size=(40, 6)), rng.integers(0, len(READINGS), 40)
    found = fit(x, said, made_of="test", ridge=0.1)
    off = (found.chances(x) - np.eye(len(READINGS))[said]) / 40
    assert np.abs(off.T @ x + 0.1 * found.weights).max() < 1e-3
    assert np.abs(off.sum(axis=0)).max() < 1e-3
    same = refit(found, np.empty((0, 6)), np.empty(0, np.int64))
    assert same is found


def test_the_fitted_numbers_hold_no_text_and_are_small() -> None:
    assert FILE.stat().st_size < 200_000
    with np.load(FILE, allow_pickle=False) as kept:
        assert all(kept[name].dtype == (np.uint8 if name == "known" else np.float16) for name in kept.files)
    assert head("words").weights.shape == (len(READINGS), LENGTH)
    assert head("sentences").weights.shape == (len(READINGS), LENGTH + 384)
    assert isinstance(head("words"), Head)


@pytest.mark.parametrize(
    "text", ["No.", "We're going to pass.", "I don't want to see you any more.", "Not interested, sorry"]
)
def test_a_plain_no_is_seen(text: str) -> None:
    assert says_no(text)


@pytest.mark.parametrize(
    "text", ["haha yeah was fun", "No problem, see you!", "Let me think about it", "I'll pass it on to Jo"]
)
def test_what_is_no_no_is_left(text: str) -> None:
    assert not says_no(text)
