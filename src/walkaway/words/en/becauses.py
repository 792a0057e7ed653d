"""A name from `verdict.because` in; the sentence it stands for, out."""

from __future__ import annotations

from walkaway.app.review import Review
from walkaway.words.en import reason as reasons
from walkaway.words.en.measures import weeks

BECAUSE = {
    "few_weeks": "There are too few weeks that show something.",
    "close_call": "Two moves come out nearly equal.",
    "not_sure": "The moves come out best in turns, so none is clear.",
    "stay_best": "Going on is worth more than what else you have, even counting what it costs you.",
    "ask_best": "One clear request is worth what it costs: the answer could change what you do.",
    "step_back_best": "Doing less for a while keeps most of the good and costs you less.",
    "walk_best": "What else you have is worth more to you than going on.",
    "want_no": reasons.NO_WANT,
    "stop_contact": reasons.STOP_CONTACT,
}
"""Codes whose sentence is always the same. Those about weeks are said with their counts."""

ABOUT_WEEKS = ("weeks_met", "weeks_partly", "weeks_missed", "weeks_mixed")


def because(code: str, review: Review) -> str:
    """The sentence of a code; one we have no sentence for is said by its name."""
    if code in ABOUT_WEEKS:
        return weeks(review.weeks, reasons.WEEKS)
    return BECAUSE.get(code, f"{code.replace('_', ' ').capitalize()}.")
