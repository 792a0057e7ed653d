"""Examples of standards in; each in plain words, as a person could take it over, out."""

from __future__ import annotations

from walkaway.core.standards.examples import Example
from walkaway.core.standards.standard import Counted, PursuitKind
from walkaway.words.en.amounts import count, hours, in_ten, per_week
from walkaway.words.printable import printable

SENTENCES: dict[PursuitKind, dict[str, str]] = {
    PursuitKind.CLIENT: {
        "answers": "They answer {replies} of your messages.",
        "answers_soon": "They answer you within {wait}.",
        "writes_first": "They write first {openings}.",
        "in_touch": "You hear from them on {active_days} a week.",
        "pays_by_the_date": "They pay each bill by its date.",
        "puts_it_in_writing": "They put the work, the price and the dates in writing.",
        "pays_for_extra_work": "They pay for work that goes beyond the deal.",
        "speaks_with_respect": "They speak to you and about you with respect.",
        "keeps_it_private": "They keep what you tell them private.",
        "keeps_to_the_price": "They keep to the price once it is set.",
        "pays_a_part_first": "They pay a part before the work starts.",
        "sends_what_you_need": "They send what you need by the day you both set.",
        "comes_to_calls": "They come to the calls they said yes to.",
        "says_what_done_means": "They say in plain words what counts as done.",
        "notes_in_one_go": "They send their notes in one go.",
        "one_person_decides": "One person on their side can say yes or no.",
        "warns_of_delay": "They tell you early when a date slips.",
        "keeps_your_hours": "They leave your nights and weekends free.",
        "pays_your_rate": "They pay a rate within your range.",
        "says_what_went_well": "They tell you what went well and what did not.",
        "lets_you_show_it": "They let you show the work once it is done.",
        "names_the_next_work": "They name the next job before this one ends.",
        "signs_off_in_a_week": "They sign off the work within a week.",
        "gives_notice": "They give you a month of notice before they stop.",
    },
    PursuitKind.DEAL: {
        "answers": "They answer {replies} of your messages.",
        "answers_soon": "They answer you within {wait}.",
        "writes_first": "They write first {openings}.",
        "in_touch": "You hear from them on {active_days} a week.",
        "one_who_can_sign": "Someone who can sign is at the table.",
        "keeps_agreed_points": "They keep to points that are settled.",
        "tells_what_matters": "They tell you facts that change what it is worth.",
        "puts_it_in_writing": "They put each offer in writing.",
        "keeps_it_private": "They keep your terms private.",
        "speaks_with_respect": "They speak to you and about you with respect.",
        "gives_when_you_give": "When you move, they move too.",
        "names_a_number": "They name a number, not only a wish.",
        "sets_a_date": "They set a date to close, and they keep to it.",
        "shows_the_money": "They show that the money is there.",
        "shows_the_papers": "They send the papers you ask for.",
        "comes_to_meetings": "They come to the meetings they said yes to.",
        "one_change_at_a_time": "They ask for all their changes in one list.",
        "shares_the_costs": "They pay their part of the costs.",
        "shares_the_risk": "They take a fair part of the risk.",
        "gives_time_to_think": "They give you time to read before you sign.",
        "says_no_plainly": "They say no in plain words when it is a no.",
        "warns_of_delay": "They tell you early when a date slips.",
        "says_why_terms_change": "They say what is new when they change a term.",
        "accepts_a_way_out": "They agree to a fair way out for both.",
    },
    PursuitKind.JOB: {
        "answers": "They answer {replies} of your messages.",
        "answers_soon": "They answer you within {wait}.",
        "writes_first": "They write first {openings}.",
        "in_touch": "You hear from them on {active_days} a week.",
        "pays_your_least": "The pay is at or above your least.",
        "puts_it_in_writing": "They put the offer in writing.",
        "speaks_with_respect": "They speak to you and about you with respect.",
        "keeps_your_hours": "The hours fit with your life at home.",
        "place_works": "The place, or work from home, works for you.",
        "keeps_it_private": "They keep your search private.",
        "names_the_pay": "They name the pay before the last round.",
        "names_the_steps": "They name all the steps and the day they decide.",
        "keeps_their_dates": "They call on the day they said.",
        "short_tests": "Their test tasks take less than half a day.",
        "meets_the_boss": "You met the person you would work for.",
        "meets_the_team": "You met some of the team.",
        "answers_hard_questions": "They answer when you ask why the last person left.",
        "time_to_learn": "They set time aside for you to learn.",
        "clear_task": "They say what you should get done in the first year.",
        "way_up": "They show how others moved up.",
        "time_off": "The days off are enough for you.",
        "time_to_decide": "They give you a week to decide.",
        "fair_trial_time": "The trial time is six months or less.",
        "talks_about_terms": "They talk with you about the terms.",
    },
    PursuitKind.INVESTOR: {
        "answers": "They answer {replies} of your messages.",
        "answers_soon": "They answer you within {wait}.",
        "writes_first": "They write first {openings}.",
        "in_touch": "You hear from them on {active_days} a week.",
        "keeps_it_private": "They keep your numbers private.",
        "says_no_plainly": "They say no in plain words when it is a no.",
        "keeps_agreed_terms": "They keep to the terms once you shook hands.",
        "speaks_with_respect": "They speak to you and about you with respect.",
        "you_keep_control": "Their terms let you run your own firm.",
        "no_clash": "They do not back a firm that does the same.",
        "names_a_date": "They name the day by which they decide.",
        "one_who_decides": "You met the one who can say yes.",
        "names_the_amount": "They name how much they can put in.",
        "has_the_money": "They have money to put in this year.",
        "comes_prepared": "They have read what you sent before you meet.",
        "comes_to_meetings": "They come to the meetings they said yes to.",
        "names_next_step": "They name the next step at the end of each talk.",
        "asks_all_at_once": "They send their questions in one list.",
        "lets_you_call_founders": "They let you call firms they put money in.",
        "opens_doors": "They put you in touch with people who can help.",
        "knows_the_field": "They have backed firms in your field.",
        "stays_in_bad_times": "They stood by other firms in a bad year.",
        "fair_price": "The price they offer is within your range.",
        "pays_own_costs": "They pay for their own lawyers.",
    },
    PursuitKind.PARTNER: {
        "answers": "They answer {replies} of your messages.",
        "answers_soon": "They answer you within {wait}.",
        "writes_first": "They write first {openings}.",
        "in_touch": "You hear from them on {active_days} a week.",
        "speaks_with_respect": "They speak to you and about you with respect.",
        "takes_no_for_a_no": "They stop when you say no.",
        "tells_the_truth": "What they tell you turns out to be true.",
        "keeps_to_what_you_agreed": "They keep to what you both said about others.",
        "keeps_it_private": "They keep what you tell them private.",
        "stays_calm": "They do not shout at you or break things.",
        "leaves_your_friends_to_you": "They leave you time for your own friends.",
        "keeps_plans": "They keep plans, or tell you the day before.",
        "makes_plans": "They plan time for you both without being asked.",
        "says_sorry": "They say sorry when they hurt you, and do it less.",
        "listens": "They put the phone down when you talk.",
        "asks_about_you": "They ask how your day was.",
        "is_there_when_ill": "They help when you are ill or low.",
        "talks_after_a_fight": "They come back to talk within a day of a fight.",
        "shows_you_to_others": "You have met their friends and family.",
        "talks_about_next_year": "They talk with you about the year ahead.",
        "does_their_part": "They do their part of the work at home.",
        "pays_their_part": "They pay their part of what you share.",
        "is_warm": "They hug you or say something kind most days.",
        "backs_your_plans": "They back the plans that matter to you.",
    },
    PursuitKind.FRIEND: {
        "answers": "They answer {replies} of your messages.",
        "answers_soon": "They answer you within {wait}.",
        "writes_first": "They write first {openings}.",
        "in_touch": "You hear from them on {active_days} a week.",
        "keeps_it_private": "They keep what you tell them private.",
        "speaks_with_respect": "They speak to you and about you with respect.",
        "takes_no_for_a_no": "They take a no from you without a fight.",
        "tells_the_truth": "What they tell you turns out to be true.",
        "gives_back": "They give back what they borrow.",
        "keeps_plans": "They keep plans, or tell you the day before.",
        "makes_plans": "They are the one to suggest a plan at times.",
        "is_on_time": "They come on time, or let you know.",
        "asks_about_you": "They ask about your life, not only talk of theirs.",
        "asks_how_it_went": "They ask how things went that you told them about.",
        "is_there_in_bad_times": "They are there when things go badly for you.",
        "kind_in_good_times": "They say something kind when things go well for you.",
        "stands_up_for_you": "They stand up for you when you are not there.",
        "says_sorry": "They say sorry when they hurt you, and do it less.",
        "tells_you_directly": "They tell you to your face when something is wrong.",
        "pays_their_part": "They pay their part when you go out.",
        "helps_too": "They help you about as much as you help them.",
        "more_than_asks": "They write at times when they need nothing.",
        "comes_to_you": "They come to you about as much as you go to them.",
        "gets_on_with_yours": "They are kind to the people you love.",
    },
}
"""By kind and name, as in `core.standards.examples`. Where a count is, its target stands in braces."""

COUNTED_NAMES = {
    "openings": "They write first",
    "replies": "They answer what you write",
    "wait": "They answer in time",
    "active_days": "They are in touch",
}
LONGEST = 200
"""Letters of a person's own words that are shown."""

RATE_BY_HAND = "How true has this been in the last four weeks, from 0 (not at all) to 10 (fully)?"
"""Asked about a standard that messages cannot show."""


def standard(example: Example, target: float | None = None) -> str:
    """The standard in words, with its own target or the one given."""
    sentence = SENTENCES[example.kind][example.name]
    if example.evidence is None:
        return sentence
    value = example.target if target is None else target
    assert value is not None
    return sentence.format(**{example.evidence: _amount(example.evidence, value)})


def _amount(evidence: Counted, value: float) -> str:
    if evidence == "wait":
        return hours(value)
    if evidence == "replies":
        return in_ten(value)
    if evidence == "openings":
        return per_week(value)
    return count(max(1, round(value)), "day")


def named(name: str, kind: PursuitKind | None) -> str:
    """A standard by its name: counted, an example of the kind (or of any, where it is unsaid), or own words.

    Without its target, which is said beside it.
    """
    if name in COUNTED_NAMES:
        return COUNTED_NAMES[name]
    kinds = [kind, *PursuitKind] if kind is not None else list(PursuitKind)
    found = next((SENTENCES[k][name] for k in kinds if name in SENTENCES[k]), None)
    return printable(name, LONGEST) if found is None else found
