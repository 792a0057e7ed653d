"""The whole judgement: invariances that must hold, and rules that come before any number."""

from __future__ import annotations

from dataclasses import replace

import numpy as np
import pyarrow as pa
import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from tests.worlds import END, lived, phase

from walkaway.app.answers import Answers
from walkaway.app.choose_chat import choose_chat
from walkaway.app.demo import Pace, Phase
from walkaway.app.errors import UsageError
from walkaway.app.ports import Archive, Chat, Receipt
from walkaway.app.review import OLD, Review, review
from walkaway.core.events import DAY, Acts, Events, Kind
from walkaway.core.standards.standard import Mark, PursuitKind
from walkaway.core.verdict.verdict import Move

COLD = Pace(opens=0.2, replies=0.3, wait=12.0)
GONE = Pace(opens=0.0, replies=0.02, wait=40.0)
SAFE = Answers(kind=PursuitKind.FRIEND, afraid="no", elsewhere="no")
SLOW = settings(max_examples=25, deadline=None, suppress_health_check=[HealthCheck.too_slow])


def archive_of(acts: Acts, *, people: tuple[str, ...] = ("Jo", "Kim")) -> Archive:
    n = len(acts)
    events = Events(
        id=acts.id,
        at=acts.at,
        local=acts.local,
        who=acts.side.astype(np.int32),
        kind=np.full(n, Kind.TEXT, np.uint8),
        words=acts.words,
        asks=acts.asks,
    )
    text = pa.array(["hello"] * n, pa.large_string())
    chat = Chat(title=None, me=None, people=people, events=events, text=text)
    return Archive("made.txt", "whatsapp", (chat,), Receipt(n, n), "UTC")


def judged(acts: Acts, answers: Answers = SAFE, *, now: int | None = None, clock: int = END, me: str = "Jo") -> Review:
    archive = archive_of(acts)
    return review(archive, choose_chat(archive, me=me), answers, clock=clock, now=now)


def lives() -> st.SearchStrategy[Acts]:
    """Lives in which you wrote at least once; nobody reads an archive they have not written in."""
    pace = st.builds(Pace, opens=st.floats(0.1, 5), replies=st.floats(0.05, 1), wait=st.floats(0.05, 40))
    phases = st.lists(st.builds(Phase, weeks=st.integers(1, 20), you=pace, them=pace), min_size=1, max_size=3)
    made = st.builds(lambda p, seed: lived(*p, seed=seed), phases, st.integers(0, 1000))
    return made.filter(lambda acts: bool((acts.side == 0).any()))


def told(result: Review) -> tuple[object, ...]:
    verdict = result.verdict
    return (verdict.move, verdict.sure, verdict.values, result.balance, result.trend, [s.name for s in result.signals])


@SLOW
@given(lives(), st.integers(-200, 200))
def test_the_same_life_whole_weeks_later_is_the_same(acts: Acts, weeks: int) -> None:
    by = 7 * weeks * DAY
    later = replace(acts, at=acts.at + by, local=acts.local + by)
    assert told(judged(acts)) == told(judged(later, clock=END + by))


@SLOW
@given(lives())
def test_other_names_change_nothing(acts: Acts) -> None:
    renamed = archive_of(acts, people=("Kim", "Jo"))
    other = review(renamed, choose_chat(renamed, me="Kim"), SAFE, clock=END)
    assert told(judged(acts)) == told(other)


@SLOW
@given(lives(), st.integers(1, 6))
def test_few_weeks_are_never_sure_and_never_walk(acts: Acts, weeks: int) -> None:
    short = acts.at > END - weeks * 7 * DAY
    thin = replace(acts, **{f: getattr(acts, f)[short] for f in ("id", "at", "local", "side", "words", "asks")})
    if not len(thin) or not (thin.side == 0).any():
        return
    result = judged(thin)
    informative = np.count_nonzero(result.weeks.mark != Mark.NOTHING)
    if informative < 4:
        assert result.verdict.move is not Move.WALK
        assert (result.verdict.sure or 0) <= 0.6


@SLOW
@given(lives())
def test_a_review_holds_together(acts: Acts) -> None:
    result = judged(acts)
    assert result.balance is not None
    assert 0 <= result.balance.low <= result.balance.share <= result.balance.high <= 100
    verdict = result.verdict
    if verdict.sure is not None:
        assert 0.05 <= verdict.sure <= 0.95
    if verdict.bounds is not None:
        assert verdict.bounds.lower <= verdict.bounds.upper
    if verdict.move in (Move.STAY, Move.ASK, Move.STEP_BACK, Move.WALK):
        assert verdict.break_evens
        assert verdict.flips


def test_given_back_is_stay() -> None:
    result = judged(lived(phase(40), seed=1))
    assert result.verdict.move is Move.STAY
    assert result.next_step.name == "keep_going"


def test_gone_for_months_is_walk() -> None:
    result = judged(lived(phase(30), phase(16, them=GONE), seed=1))
    assert result.verdict.move is Move.WALK
    assert result.next_step.sentence == "no"


@pytest.mark.parametrize("afraid", ["yes", "unsure"])
@pytest.mark.parametrize("stop", [True, False])
def test_fear_comes_first(afraid: str, stop: bool) -> None:
    acts = lived(phase(30), phase(16, them=GONE), seed=1)
    answers = replace(SAFE, afraid=afraid, stop_contact=stop, want=False)  # type: ignore[arg-type]
    result = judged(acts, answers)
    verdict = result.verdict
    assert verdict.move is Move.SUPPORT
    assert (verdict.because, verdict.flips, verdict.break_evens) == ((), (), ())
    assert (verdict.sure, verdict.values, verdict.walk_away) == (None, None, None)
    assert result.next_step.sentence is None


@pytest.mark.parametrize("kind", [PursuitKind.PARTNER, PursuitKind.FRIEND, None])
def test_a_personal_pursuit_waits_for_the_question(kind: PursuitKind | None) -> None:
    result = judged(lived(phase(30)), Answers(kind=kind))
    assert result.verdict.move is Move.UNANSWERED
    assert result.next_step.sentence is None
    assert result.balance is not None  # the measures do not wait


def test_a_client_does_not_wait() -> None:
    assert judged(lived(phase(30)), Answers(kind=PursuitKind.CLIENT)).verdict.move is Move.STAY


@pytest.mark.parametrize("afraid", ["no", None])
def test_stop_contact_is_walk_with_nothing_to_send(afraid: str | None) -> None:
    answers = Answers(kind=PursuitKind.FRIEND, afraid=afraid, stop_contact=True)  # type: ignore[arg-type]
    result = judged(lived(phase(30)), answers)
    assert result.verdict.move is Move.WALK
    assert (result.next_step.name, result.next_step.sentence) == ("no_contact", None)


def test_not_wanted_is_walk_whatever_the_balance() -> None:
    assert judged(lived(phase(30)), replace(SAFE, want=False)).verdict.move is Move.WALK


def test_met_mostly_elsewhere_never_walks_on_messages_alone() -> None:
    acts = lived(phase(30), phase(16, them=GONE), seed=1)
    assert judged(acts, replace(SAFE, elsewhere="mostly")).verdict.move is not Move.WALK


def test_an_old_archive_is_judged_as_of_its_last_event() -> None:
    acts = lived(phase(30))
    last = int(acts.at[-1])
    fresh = judged(acts, clock=last + OLD)
    assert fresh.as_of.at == last + OLD
    old = judged(acts, clock=last + OLD + DAY)
    assert old.as_of.at == last
    assert "as_of_last" in old.assumed
    ahead = judged(acts, clock=last - DAY)
    assert ahead.as_of.at == last
    today = judged(acts, clock=last + 400 * DAY, now=last + 400 * DAY)
    assert "as_of_last" not in today.assumed
    assert today.change.status == "silent"


def test_a_day_before_the_first_message_is_refused() -> None:
    acts = lived(phase(5))
    with pytest.raises(UsageError, match="before the first message"):
        judged(acts, now=int(acts.at[0]) - 1)


def test_the_same_archive_gives_the_same_card() -> None:
    acts = lived(phase(30), phase(8, them=COLD))
    assert told(judged(acts)) == told(judged(acts))
