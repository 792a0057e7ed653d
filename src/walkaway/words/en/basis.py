"""A review in; what it is based on and what had to be assumed, out."""

from __future__ import annotations

from walkaway.app.review import Review
from walkaway.app.review_pursuit import RATED
from walkaway.words.en.amounts import count, day
from walkaway.words.en.measures import asking, component, evidence
from walkaway.words.en.reason import ANSWERS

ASSUMED = {
    "as_of_last": (
        "The last message is not from these days, so this is how things stood then. Use --now "
        "today to judge it as of today."
    ),
    "texts_cut": "The archive is very long: of its later texts only the beginning is kept. All words are counted.",
    "tz": "The file says no time zone, so the times are read in the zone of this machine.",
    "stop_read": (
        "In one of their last ten messages they ask for no more contact, as it reads. If it says something else, "
        "say so: --no-stop-contact, or clear the box under About."
    ),
    "date_only": "Some times are days only, so how long answers take is rough.",
    "kind": "Nobody said what kind of tie this is, so the standards of a friend stand in.",
    "default_targets": "There is no good stretch to learn from yet, so common standards stand in.",
    "elsewhere": "Nobody said how much you meet or talk elsewhere, so only these messages count.",
    "me_from_title": "The chat is named after the other person, so the rest is taken to be you.",
    "dynamics": "How people change from week to week is a common guess, not learned from your chat.",
    "free_week": "A week without this is taken to be worth about a third of a good one.",
    "ratings_only": "All of this comes from your own ratings. No messages were read.",
    "as_of_told": "You told this a while ago, so this is how things stood then. Answer the three questions again.",
    "from_answers": "All of this comes from your answers, so the ranges are wide.",
}

ONLY_RATINGS = "Your own ratings, each for the four weeks before it."
ONLY_MESSAGES = "In these messages only: you said that you mostly meet or talk elsewhere."


def assumed(code: str) -> str:
    """What a code in `assumed` means."""
    return ASSUMED.get(code, f"Assumed: {code.replace('_', ' ')}.")


def basis(review: Review) -> tuple[str, ...]:
    """Receipt, span, what the share is made of, when, and what was assumed."""
    if review.source == ANSWERS:
        lines = [f"Your own answers of {day(review.last.local)}. No messages were read."]
        return (*lines, *map(assumed, review.assumed))
    if review.source == RATED:
        return (ONLY_RATINGS, *_weighed(review), *map(assumed, review.assumed))
    lines = [
        receipt(review),
        f"From {day(review.first.local)} to {day(review.last.local)}. As of {day(review.as_of.local)}.",
    ]
    if review.answers.elsewhere == "mostly":
        lines.append(ONLY_MESSAGES)
    if review.group:
        lines.append("In a group only the days people write and direct answers count.")
    if review.balance is not None:
        lines.append(f"Their share rests on {count(review.balance.n, 'turn')} by both, newer ones more.")
        lines += map(component, review.balance.components)
    return (*lines, *_weighed(review), *map(assumed, review.assumed))


def _weighed(review: Review) -> list[str]:
    """The weeks that weigh most, and what asking would bring. Nothing where no model spoke."""
    found = review.verdict
    lines = [evidence(e, review.weeks) for e in found.evidence]
    return lines if found.asking is None else [*lines, asking(found.asking, found.move)]


def receipt(review: Review) -> str:
    """What came of the file."""
    found = review.receipt
    skipped = len(found.skipped)
    lines = f" First: line {found.skipped[0].line}." if skipped else ""
    return f"{count(found.read, 'record')} read, {found.kept:,} kept, {skipped:,} skipped.{lines}"
