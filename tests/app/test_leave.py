"""Leaving: what is kept, what the clock says, and that nothing is shown where nothing may be."""

from __future__ import annotations

import itertools
from dataclasses import replace

import numpy as np
import pyarrow as pa
import pytest
from tests.app.test_review import archive_of
from tests.worlds import END, WARM, lived, phase

from walkaway.app.answers import Answers
from walkaway.app.demo import Pace
from walkaway.app.errors import UsageError
from walkaway.app.leave import Leaving, close, keep_letter, leave, leaving, note_urge, state_of, stay_after_all
from walkaway.app.left import Left
from walkaway.app.ports import Archive
from walkaway.app.pursuit import OwnOption, OwnStandard, OwnWeek, Pursuit
from walkaway.core.events import DAY, HOUR, WEEK, Acts, Side
from walkaway.core.standards.standard import PursuitKind

TODAY = END // DAY * DAY
QUIET = Pace(opens=0.0, replies=0.0, wait=40.0)
SAFE = Answers(kind=PursuitKind.FRIEND, afraid="no", elsewhere="no")
KIM = Pursuit("Kim", SAFE, me="Jo")
WARM_LIFE = lived(phase(40))


def before(life: Acts, day: int, *more: tuple[int, Side]) -> Acts:
    """The life up to a local day, and then these acts (us, whose)."""
    old = life.at < day
    at, side = np.array([a for a, _ in more], np.int64), np.array([s for _, s in more], np.int8)
    when = np.concatenate([life.at[old], at])
    n = len(when)
    return Acts(
        id=np.arange(1, n + 1),
        at=when,
        local=when,
        side=np.concatenate([life.side[old], side]),
        words=np.ones(n, np.int32),
        asks=np.zeros(n, np.bool_),
    )


def standing(pursuit: Pursuit, life: Acts | None, *, now: int = END) -> Leaving:
    return leaving(pursuit, None if life is None else archive_of(life), clock=now, tz="UTC")


def saying(archive: Archive, words: str) -> Archive:
    """With these words as the newest message of theirs."""
    chat = archive.chats[0]
    row = int(np.flatnonzero(chat.events.who == 1)[-1])
    texts = chat.text.to_pylist()
    texts[row] = words
    return replace(archive, chats=(replace(chat, text=pa.array(texts, pa.large_string())),))


def test_a_lapse_is_counted_from_the_messages_and_costs_its_day_only() -> None:
    left = TODAY - 42 * DAY
    kept = standing(leave(KIM, on=left), before(WARM_LIFE, left)).clock
    lapsed = standing(leave(KIM, on=left), before(WARM_LIFE, left, (left + 9 * DAY + HOUR, Side.YOU))).clock
    theirs = standing(leave(KIM, on=left), before(WARM_LIFE, left, (left + 9 * DAY + HOUR, Side.THEM))).clock
    assert kept is not None
    assert lapsed is not None
    assert (kept.kept, kept.days) == (41, 41)
    assert (lapsed.kept, lapsed.days, lapsed.lapses) == (40, 41, ((left + 9 * DAY) // DAY,))
    assert theirs == kept


def test_the_day_of_leaving_is_for_the_farewell() -> None:
    """It is there that day, with the door as it was said; the day after, it would be one more message."""
    today = standing(leave(KIM, on=TODAY, until=TODAY + 30 * DAY), WARM_LIFE)
    assert today.farewell is not None
    assert today.farewell.until == TODAY // DAY + 30
    assert today.look_again == TODAY + 30 * DAY
    assert standing(leave(KIM, on=TODAY), WARM_LIFE).farewell is not None
    assert standing(leave(KIM, on=TODAY - DAY), WARM_LIFE).farewell is None
    assert standing(KIM, WARM_LIFE).farewell is None
    assert standing(leave(KIM, on=TODAY), None).farewell is not None
    own_no = before(WARM_LIFE, TODAY, (TODAY + HOUR, Side.YOU))
    kept = standing(leave(KIM, on=TODAY), own_no, now=TODAY + DAY + HOUR).clock
    assert kept is not None
    assert (kept.days, kept.lapses, kept.wrote_today) == (0, (), False)


def test_while_they_are_silent_there_is_an_outlook_beside_the_usual() -> None:
    left = TODAY - 42 * DAY
    found = standing(leave(KIM, on=left), before(WARM_LIFE, left))
    assert found.outlook is not None
    assert found.outlook.status == "ok"
    assert [r.days for r in found.outlook.ranges] == [7, 30, 90]
    chances = [r.chance for r in found.outlook.ranges]
    assert chances == sorted(chances)
    assert all(r.usual is not None and r.low < r.chance < r.high for r in found.outlook.ranges)
    assert (found.since, found.back) == ((), None)


def test_once_they_wrote_the_outlook_goes_and_the_test_begins() -> None:
    left = TODAY - 10 * WEEK
    came = [(left + 3 * WEEK + k * DAY, Side.THEM) for k in range(0, 49, 2)]
    answered = [(at + HOUR, Side.YOU) for at, _ in came]
    found = standing(leave(KIM, on=left), before(WARM_LIFE, left, *sorted(came + answered)))
    assert found.outlook is None
    assert {"first_word", "took_up", "kept_writing"} <= {one.what for one in found.since}
    assert found.back is not None
    assert found.back.welcome.weeks >= 4
    assert not found.back.stated


def test_one_word_after_leaving_is_not_yet_a_return_to_welcome() -> None:
    left = TODAY - 6 * WEEK
    found = standing(leave(KIM, on=left), before(WARM_LIFE, left, (TODAY - 2 * DAY, Side.THEM)))
    assert found.back is not None
    assert (found.back.welcome.answer, found.back.welcome.because) == ("not_yet", ("too_few_weeks",))


def test_your_own_standards_are_the_terms_and_a_missed_must_have_decides() -> None:
    must = OwnStandard("answers", must_have=True, evidence="openings", target=3.0)
    left = TODAY - 10 * WEEK
    once_a_week = [(left + 3 * WEEK + k * WEEK, Side.THEM) for k in range(7)]
    kim = replace(KIM, standards=(must,), only_mine=True)
    found = standing(leave(kim, on=left), before(WARM_LIFE, left, *once_a_week))
    assert found.back is not None
    assert found.back.stated
    assert [effort.term.must_have for effort in found.back.efforts] == [True]
    assert found.back.welcome.answer == "keep_walking"
    assert found.back.welcome.because[0] == "must_have_missed"


def test_a_quick_answer_is_more_than_a_slow_one() -> None:
    quick = OwnStandard("quick", evidence="wait", target=4.0)
    left = TODAY - 10 * WEEK
    kim = replace(KIM, standards=(quick,), only_mine=True)

    def over(hours: int) -> float:
        mine = [(left + 3 * WEEK + k * DAY, Side.YOU) for k in range(0, 49, 2)]
        came = [(left + 2 * WEEK, Side.THEM), *((at + hours * HOUR, Side.THEM) for at, _ in mine)]
        found = standing(leave(kim, on=left), before(WARM_LIFE, left, *sorted(mine + came)))
        assert found.back is not None
        return found.back.welcome.against_asked[0]

    assert over(2) > 1 > over(30)


MOMENTS = {"silent": (), "back": ((TODAY - 3 * DAY, Side.THEM), (TODAY - 3 * DAY + HOUR, Side.YOU))}


@pytest.mark.parametrize("kind", [PursuitKind.CLIENT, PursuitKind.PARTNER, None])
@pytest.mark.parametrize("moment", MOMENTS)
def test_nothing_is_foretold_or_sent_after_a_stop_or_under_fear(kind: PursuitKind | None, moment: str) -> None:
    """Over all that can be said about fear and stop, leaving today, long ago, and closed."""
    for afraid, stop, days in itertools.product(("yes", "unsure", "no", None), (True, False), (0, 60)):
        on = TODAY - days * DAY
        said = Answers(kind=kind, afraid=afraid, stop_contact=stop, elsewhere="no")  # type: ignore[arg-type]
        kim = close(leave(replace(KIM, answers=said), on=on, until=TODAY + 9 * DAY), ("a",), on=TODAY)
        found = standing(kim, before(WARM_LIFE, on, *MOMENTS[moment]))
        assert found.state == state_of(kim)
        free = afraid == "no" or (afraid is None and kind not in (PursuitKind.PARTNER, PursuitKind.FRIEND, None))
        assert (found.state == "open") == (free and not stop)
        if found.state != "open":
            assert (found.farewell, found.outlook, found.back, found.look_again) == (None, None, None, None)
            assert found.since == ()
        if found.state == "support":
            assert (found.clock, found.closing, found.seen_to) == (None, None, None)


def test_a_stop_in_their_own_words_counts_without_being_typed_in() -> None:
    left = TODAY - 42 * DAY
    archive = saying(archive_of(before(WARM_LIFE, left)), "Please stop contacting me.")
    found = leaving(leave(KIM, on=left), archive, clock=END, tz="UTC")
    assert (found.state, found.outlook, found.farewell) == ("stop_contact", None, None)
    assert found.stop is not None
    assert found.clock is not None


def test_letters_and_urges_are_kept_and_outlive_a_change_of_mind() -> None:
    kim = note_urge(keep_letter(leave(KIM, on=TODAY), "What I would say.", at=END), 4, "a song", at=END)
    assert kim.left is not None
    assert [one.text for one in kim.left.letters] == ["What I would say."]
    assert [(one.strength, one.before) for one in kim.left.urges] == [(4, "a song")]
    stayed = stay_after_all(close(kim, on=TODAY))
    assert stayed.left == Left(letters=kim.left.letters, urges=kim.left.urges)
    assert standing(stayed, WARM_LIFE).clock is None
    assert stay_after_all(leave(KIM, on=TODAY)).left is None


def test_closing_says_what_is_free_and_what_comes_next() -> None:
    options = (OwnOption("choir", (2.0, 3.0, 4.0)), OwnOption("course", (6.0, 8.0, 9.0)))
    kim = replace(KIM, options=options, week=OwnWeek(hours=6.0))
    found = standing(close(kim, ("I asked late.\nI answer first.",), on=TODAY), WARM_LIFE)
    assert found.closing is not None
    assert (found.closing.hours, found.closing.assumed) == (6.0, False)
    assert [p.option.name for p in found.closing.options] == ["course", "choir"]
    assert found.pursuit.left is not None
    assert found.pursuit.left.learned == ("I asked late.", "I answer first.")
    assert found.pursuit.left.on == TODAY
    assert standing(leave(KIM, on=TODAY), WARM_LIFE).closing is None


def test_what_does_not_fit_is_said() -> None:
    with pytest.raises(UsageError, match="later day"):
        leave(KIM, on=TODAY, until=TODAY)
    with pytest.raises(UsageError, match="two lines"):
        close(KIM, ("a", "b", "c"), on=TODAY)
    with pytest.raises(UsageError, match="from 1"):
        note_urge(KIM, 6, at=END)
    with pytest.raises(UsageError, match="empty"):
        keep_letter(KIM, " \n", at=END)


def test_in_a_group_only_your_own_days_are_told() -> None:
    left = TODAY - 42 * DAY
    life = before(lived(phase(40, WARM, WARM)), left)
    third = replace(life, side=np.where(np.arange(len(life)) % 9 == 0, Side.OTHER, life.side).astype(np.int8))
    archive = archive_of(third, people=("Jo", "Kim", "Ada"))
    found = leaving(leave(replace(KIM, with_="Kim"), on=left), archive, clock=END, tz="UTC")
    assert found.clock is not None
    assert (found.outlook, found.back, found.since) == (None, None, ())
