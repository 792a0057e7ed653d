"""A kind of pursuit in; 24 standards to choose from, out: what each rests on, and which are often must-haves.

Ids only; the sentences are in `words`. Four of each kind are counted from messages, the others are rated by hand.
The choice of examples and of suggestions is ours, not a finding: a person picks, changes or leaves them.
"""

from __future__ import annotations

from dataclasses import dataclass

from walkaway.core.standards.defaults import targets
from walkaway.core.standards.standard import Counted, PursuitKind


@dataclass(frozen=True, slots=True)
class Example:
    """A standard one could take over. `must_have`: suggested as a screen, else as one to weigh.

    `evidence` is what in the messages shows it, with a `target` to begin with (units as in `Standard`); None for both:
    rated by hand, 0 to 10.
    """

    kind: PursuitKind
    name: str
    must_have: bool
    evidence: Counted | None = None
    target: float | None = None

    @property
    def id(self) -> str:
        """Unique over all kinds."""
        return f"{self.kind}.{self.name}"


OPENINGS: dict[PursuitKind, float] = {
    PursuitKind.CLIENT: 0.5,
    PursuitKind.DEAL: 0.5,
    PursuitKind.JOB: 0.5,
    PursuitKind.INVESTOR: 0.25,
    PursuitKind.FRIEND: 0.5,
}
"""Times a week they write first, where the defaults ask for none; it counts only if the person takes the example."""

_COUNTED: dict[str, Counted] = {
    "answers": "replies",
    "answers_soon": "wait",
    "writes_first": "openings",
    "in_touch": "active_days",
}

_MUST_HAVE: dict[PursuitKind, tuple[str, ...]] = {
    PursuitKind.CLIENT: (
        "pays_by_the_date",
        "puts_it_in_writing",
        "pays_for_extra_work",
        "speaks_with_respect",
        "keeps_it_private",
        "keeps_to_the_price",
    ),
    PursuitKind.DEAL: (
        "one_who_can_sign",
        "keeps_agreed_points",
        "tells_what_matters",
        "puts_it_in_writing",
        "keeps_it_private",
        "speaks_with_respect",
    ),
    PursuitKind.JOB: (
        "pays_your_least",
        "puts_it_in_writing",
        "speaks_with_respect",
        "keeps_your_hours",
        "place_works",
        "keeps_it_private",
    ),
    PursuitKind.INVESTOR: (
        "keeps_it_private",
        "says_no_plainly",
        "keeps_agreed_terms",
        "speaks_with_respect",
        "you_keep_control",
        "no_clash",
    ),
    PursuitKind.PARTNER: (
        "speaks_with_respect",
        "takes_no_for_a_no",
        "tells_the_truth",
        "keeps_to_what_you_agreed",
        "keeps_it_private",
        "stays_calm",
        "leaves_your_friends_to_you",
    ),
    PursuitKind.FRIEND: (
        "keeps_it_private",
        "speaks_with_respect",
        "takes_no_for_a_no",
        "tells_the_truth",
        "gives_back",
    ),
}

_WEIGHED: dict[PursuitKind, tuple[str, ...]] = {
    PursuitKind.CLIENT: (
        "answers",
        "answers_soon",
        "writes_first",
        "in_touch",
        "pays_a_part_first",
        "sends_what_you_need",
        "comes_to_calls",
        "says_what_done_means",
        "notes_in_one_go",
        "one_person_decides",
        "warns_of_delay",
        "keeps_your_hours",
        "pays_your_rate",
        "says_what_went_well",
        "lets_you_show_it",
        "names_the_next_work",
        "signs_off_in_a_week",
        "gives_notice",
    ),
    PursuitKind.DEAL: (
        "answers",
        "answers_soon",
        "writes_first",
        "in_touch",
        "gives_when_you_give",
        "names_a_number",
        "sets_a_date",
        "shows_the_money",
        "shows_the_papers",
        "comes_to_meetings",
        "one_change_at_a_time",
        "shares_the_costs",
        "shares_the_risk",
        "gives_time_to_think",
        "says_no_plainly",
        "warns_of_delay",
        "says_why_terms_change",
        "accepts_a_way_out",
    ),
    PursuitKind.JOB: (
        "answers",
        "answers_soon",
        "writes_first",
        "in_touch",
        "names_the_pay",
        "names_the_steps",
        "keeps_their_dates",
        "short_tests",
        "meets_the_boss",
        "meets_the_team",
        "answers_hard_questions",
        "time_to_learn",
        "clear_task",
        "way_up",
        "time_off",
        "time_to_decide",
        "fair_trial_time",
        "talks_about_terms",
    ),
    PursuitKind.INVESTOR: (
        "answers",
        "answers_soon",
        "writes_first",
        "in_touch",
        "names_a_date",
        "one_who_decides",
        "names_the_amount",
        "has_the_money",
        "comes_prepared",
        "comes_to_meetings",
        "names_next_step",
        "asks_all_at_once",
        "lets_you_call_founders",
        "opens_doors",
        "knows_the_field",
        "stays_in_bad_times",
        "fair_price",
        "pays_own_costs",
    ),
    PursuitKind.PARTNER: (
        "answers",
        "answers_soon",
        "writes_first",
        "in_touch",
        "keeps_plans",
        "makes_plans",
        "says_sorry",
        "listens",
        "asks_about_you",
        "is_there_when_ill",
        "talks_after_a_fight",
        "shows_you_to_others",
        "talks_about_next_year",
        "does_their_part",
        "pays_their_part",
        "is_warm",
        "backs_your_plans",
    ),
    PursuitKind.FRIEND: (
        "answers",
        "answers_soon",
        "writes_first",
        "in_touch",
        "keeps_plans",
        "makes_plans",
        "is_on_time",
        "asks_about_you",
        "asks_how_it_went",
        "is_there_in_bad_times",
        "kind_in_good_times",
        "stands_up_for_you",
        "says_sorry",
        "tells_you_directly",
        "pays_their_part",
        "helps_too",
        "more_than_asks",
        "comes_to_you",
        "gets_on_with_yours",
    ),
}


def _example(kind: PursuitKind, name: str, *, must_have: bool) -> Example:
    evidence = _COUNTED.get(name)
    if evidence is None:
        return Example(kind, name, must_have)
    return Example(kind, name, must_have, evidence, targets(kind).get(evidence, OPENINGS.get(kind)))


EXAMPLES: dict[PursuitKind, tuple[Example, ...]] = {
    kind: (
        *(_example(kind, name, must_have=True) for name in _MUST_HAVE[kind]),
        *(_example(kind, name, must_have=False) for name in _WEIGHED[kind]),
    )
    for kind in PursuitKind
}
"""24 for each kind: those often taken as must-haves first."""
