"""Six made-up pursuits, written as chat exports with a fixed seed: a story each, to look at and to try things on."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import datetime, timedelta

import numpy as np

from walkaway.app.answers import Answers
from walkaway.core.standards.standard import PursuitKind

ENDS = datetime(2026, 6, 28, 21, 0)  # noqa: DTZ001 (a wall clock, like the export's own)
YOU = "Jo"
_WAKES, _SLEEPS = 8, 22


@dataclass(frozen=True, slots=True)
class Pace:
    """One side's normal week: openings, share answered, median wait (hours), chance to write again unanswered."""

    opens: float
    replies: float
    wait: float
    again: float = 0.0


@dataclass(frozen=True, slots=True)
class Phase:
    """So many weeks of both sides at a pace."""

    weeks: int
    you: Pace
    them: Pace


@dataclass(frozen=True, slots=True)
class Story:
    """One made-up pursuit: who, of what kind, what happens, and what people write about."""

    name: str
    them: str
    kind: PursuitKind
    seed: int
    told: str
    phases: tuple[Phase, ...]
    asks: tuple[str, ...]
    says: tuple[str, ...]

    @property
    def answers(self) -> Answers:
        """What the person in the story says about it."""
        return Answers(kind=self.kind, afraid="no", elsewhere="no", want=True)


_GOOD = Pace(2.2, 0.92, 1.5)
_KEEN = Pace(2.6, 0.93, 1.0)
_WORK = Pace(2.0, 0.95, 2.0)


def _hot_and_cold(rounds: int) -> tuple[Phase, ...]:
    warm, cold = Pace(3.2, 0.95, 0.7), Pace(0.05, 0.12, 30.0)
    even = Pace(1.6, 0.93, 1.5)
    return tuple(phase for _ in range(rounds) for phase in (Phase(2, even, warm), Phase(2, even, cold)))


STORIES = (
    Story(
        "friend",
        "Sam",
        PursuitKind.FRIEND,
        6,
        "Given back: both write, both answer, nothing drifts.",
        (Phase(60, _GOOD, _GOOD),),
        ("how was your week?", "are you around on Saturday?", "did you see the match?", "coffee on Thursday?"),
        (
            "that made my day",
            "good, thanks",
            "I saved you a seat",
            "see you there",
            "same time as always",
            "well done you",
        ),
    ),
    Story(
        "partner",
        "Robin",
        PursuitKind.PARTNER,
        14,
        "Taken for granted since early April 2026: they open and answer far less, you do not.",
        (Phase(52, _KEEN, _KEEN), Phase(12, replace(_KEEN, opens=3.0), Pace(0.55, 0.6, 4.0))),
        ("dinner tonight?", "how did it go today?", "shall we go away in spring?", "can you pick up bread?"),
        (
            "I love that",
            "on my way home",
            "sleep well",
            "I kept you some soup",
            "train is late again",
            "thinking of you",
        ),
    ),
    Story(
        "investor",
        "Marlow Capital",
        PursuitKind.INVESTOR,
        2,
        "Ignored: warm at first, then hardly an answer in months.",
        (
            Phase(20, Pace(1.0, 0.95, 4.0), Pace(0.9, 0.85, 10.0)),
            Phase(18, Pace(1.3, 0.95, 4.0, again=0.3), Pace(0.0, 0.05, 60.0)),
        ),
        ("did you get the deck?", "is there a next step on your side?", "can we find a time this week?"),
        ("numbers for the month attached", "we closed two more customers", "thanks for the introduction", "noted"),
    ),
    Story(
        "job",
        "Quill & Co",
        PursuitKind.JOB,
        4,
        "Mixed: two warm weeks, two cold ones, again and again.",
        _hot_and_cold(8),
        (
            "any news on the offer?",
            "which team would it be?",
            "could we move the call?",
            "is the start date still May?",
        ),
        ("great talking today", "the team liked you a lot", "I sent the form back", "more soon", "happy with that"),
    ),
    Story(
        "deal",
        "Harbour Lane",
        PursuitKind.DEAL,
        6,
        "Chasing: you open nearly every time and write again before an answer comes.",
        (
            Phase(16, Pace(1.2, 0.95, 2.0), Pace(1.0, 0.9, 4.0)),
            Phase(10, Pace(2.4, 0.95, 1.0, again=0.8), Pace(0.2, 0.55, 20.0)),
        ),
        (
            "have you looked at the draft?",
            "would 12 work for you?",
            "can we sign this month?",
            "who decides on your side?",
        ),
        ("we moved on the price", "happy to adjust the terms", "the papers are ready", "let me check", "still on it"),
    ),
    Story(
        "client",
        "Northlight Studio",
        PursuitKind.CLIENT,
        3,
        "Steady again after you asked: a dip in winter, one clear request, and it came back.",
        (
            Phase(36, _WORK, _WORK),
            Phase(6, _WORK, Pace(0.3, 0.4, 30.0)),
            Phase(24, _WORK, _WORK),
        ),
        ("is the brief final?", "can you pay the invoice by Friday?", "shall I start on the next part?"),
        ("first draft attached", "looks good to us", "paid today, thank you", "two small changes", "great work again"),
    ),
)


def export(story: Story) -> str:
    """The story as an Android chat export."""
    rng = np.random.default_rng(story.seed)
    lines = sorted(_lines(story, rng), key=lambda line: line[0])
    return "".join(f"{when:%d/%m/%Y, %H:%M} - {who}: {text}\n" for when, who, text in lines if when <= ENDS)


def _lines(story: Story, rng: np.random.Generator) -> Iterator[tuple[datetime, str, str]]:
    weeks = sum(phase.weeks for phase in story.phases)
    day = ENDS.replace(hour=0, minute=0) - timedelta(days=7 * weeks - 1)
    for phase in story.phases:
        for _ in range(7 * phase.weeks):
            for opener, pace, other in ((YOU, phase.you, phase.them), (story.them, phase.them, phase.you)):
                if rng.random() < 1 - np.exp(-pace.opens / 7):
                    start = day + timedelta(minutes=int(rng.integers(_WAKES * 60, _SLEEPS * 60)))
                    yield from _conversation(story, rng, start, (opener, pace), other)
            day += timedelta(days=1)


def _conversation(
    story: Story, rng: np.random.Generator, when: datetime, opener: tuple[str, Pace], other: Pace
) -> Iterator[tuple[datetime, str, str]]:
    """An opening, an answer after a while, then turn by turn in minutes until somebody stops or all is said."""
    (name, pace), answering = opener, other
    slow = 1.0
    yield when, name, str(rng.choice(story.asks))
    while True:
        if rng.random() >= answering.replies:
            if rng.random() < pace.again:
                when = _awake(when + timedelta(hours=float(rng.uniform(20, 44))), rng)
                yield when, name, str(rng.choice(story.asks))
                continue
            return
        when = _awake(when + timedelta(hours=slow * answering.wait * float(rng.lognormal(0.0, 0.9))), rng)
        slow = 0.05
        name = story.them if name == YOU else YOU
        pace, answering = answering, pace
        for _ in range(int(rng.integers(1, 3))):
            yield when, name, str(rng.choice(story.says))
            when += timedelta(minutes=1)
        if rng.random() < 0.45:
            return


def _awake(when: datetime, rng: np.random.Generator) -> datetime:
    """Nobody here writes at night: what falls there waits for the morning."""
    if _WAKES <= when.hour < _SLEEPS:
        return when
    morning = when if when.hour < _WAKES else when + timedelta(days=1)
    return morning.replace(hour=_WAKES, minute=int(rng.integers(0, 50)))
