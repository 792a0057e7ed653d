"""What a person remembers of two normal weeks in; the provisional review out. What is missing is asked for."""

from __future__ import annotations

import dataclasses
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any, NamedTuple

from walkaway.app.errors import OpenQuestion, UsageError
from walkaway.cli import asking, reading
from walkaway.cli.conversation import ask_about
from walkaway.cli.told import Told
from walkaway.words.en import doors

if TYPE_CHECKING:
    from walkaway.app.home import Home
    from walkaway.app.recalled import NormalWeek, Recalled
    from walkaway.app.review import Review
    from walkaway.core.standards.standard import Counted

_WEEKS_PER_MONTH = 52 / 12
MOST_TIMES, MOST_MONTHS = 1000, 600


@dataclass(frozen=True, slots=True)
class Remembered:
    """Two normal weeks as typed. Openings and days per week, answers in percent. None: not said."""

    name: str | None = None
    then_me: float | None = None
    then_them: float | None = None
    now_me: float | None = None
    now_them: float | None = None
    answers_then: float | None = None
    answers_now: float | None = None
    answers_me: float | None = None
    days_then: float | None = None
    days_now: float | None = None
    months: float | None = None
    needs: tuple[str, ...] | None = None


class _Question(NamedTuple):
    """A number up to `most` to ask for. The sentence asks for `unit` of what is kept; some a script may leave out.

    `typed` asks in the unit of its option, where that is another.
    """

    field: str
    sentence: str
    most: float
    unit: float = 1.0
    needed: bool = True
    typed: str | None = None


_QUESTIONS: dict[str, tuple[_Question, ...]] = {
    doors.THEN: (
        _Question("then_me", doors.YOU_OPEN, MOST_TIMES),
        _Question("then_them", doors.THEY_OPEN, MOST_TIMES),
        _Question("answers_then", doors.THEY_ANSWER, 10, unit=10.0, typed=doors.THEY_ANSWER_PERCENT),
        _Question("days_then", doors.THEIR_DAYS, 7, needed=False),
    ),
    doors.NOW: (
        _Question("now_me", doors.YOU_OPEN, MOST_TIMES),
        _Question("now_them", doors.THEY_OPEN, MOST_TIMES),
        _Question("answers_now", doors.THEY_ANSWER, 10, unit=10.0, typed=doors.THEY_ANSWER_PERCENT),
        _Question("days_now", doors.THEIR_DAYS, 7, needed=False),
        _Question("answers_me", doors.YOU_ANSWER, 10, unit=10.0, needed=False),
        _Question("months", doors.MONTHS, MOST_MONTHS),
    ),
}


class _Answered(NamedTuple):
    """The three questions, answered: who, what every door asks, the two weeks and what must be true."""

    name: str
    told: Told
    recalled: Recalled
    needs: dict[Counted, float]


def review_of(said: Remembered, told: Told, *, as_json: bool) -> Review:
    """The review that these answers give, through the same rooms as an archive.

    Raises OpenQuestion where something is missing and nobody can be asked.
    """
    from walkaway.app.ask import remember
    from walkaway.app.pursuit import Pursuit
    from walkaway.app.review_pursuit import review_pursuit

    found = _answered(said, told, as_json=as_json)
    pursuit = remember(Pursuit(found.name, reading.answers(found.told)), found.recalled, found.needs)
    return review_pursuit(pursuit, None, clock=reading.clock(), tz=reading.machine_zone())


def kept_review(there: Home, said: Remembered, told: Told, *, as_json: bool) -> Review:
    """The same, kept as a pursuit. Where a chat of it is kept, that is what the review rests on."""
    from walkaway.app.ask import remember
    from walkaway.cli import kept

    found = _answered(said, told, as_json=as_json)
    before = kept.found_or_new(there, found.name)
    there.keep(remember(kept.with_told(before, found.told), found.recalled, found.needs))
    return kept.review(there, found.name, Told(), as_json=as_json)


def _answered(said: Remembered, told: Told, *, as_json: bool) -> _Answered:
    from walkaway.app.recalled import Recalled

    reading.answers(told)
    needs = _needs(said.needs or ())
    if asking.at_terminal(as_json=as_json):
        said, needs, told = _asked(said, needs, told)
    _complete(said)
    recalled = Recalled(
        on=reading.local_day("--on", "today"),
        then=_week(said, said.then_me, said.then_them, said.answers_then, said.days_then),
        now=_week(said, said.now_me, said.now_them, said.answers_now, said.days_now),
        weeks_now=round((said.months or 0.0) * _WEEKS_PER_MONTH),
    )
    return _Answered(said.name or "", told, recalled, needs)


def _asked(said: Remembered, needs: dict[Counted, float], told: Told) -> tuple[Remembered, dict[Counted, float], Told]:
    """The three questions: who, what both put in then and now, what must be true. Then what every door asks."""
    if said.name is None:
        said = dataclasses.replace(said, name=asking.text(doors.WHO))
    if told.kind is None:
        told = dataclasses.replace(told, kind=asking.kind())
    for heading, questions in _QUESTIONS.items():
        missing = [q for q in questions if getattr(said, q.field) is None]
        if missing:
            asking.say(f"\n{heading}")
        for question in missing:
            answered: dict[str, Any] = {question.field: question.unit * asking.number(question.sentence, question.most)}
            said = dataclasses.replace(said, **answered)
    if not needs:
        picked = [doors.NEEDED[k] for k in asking.pick(doors.NEEDS, [sentence for sentence, _, _ in doors.NEEDED])]
        needs = {name: target for _, name, target in picked}
    return said, needs, ask_about(told)


def _complete(said: Remembered) -> None:
    if not said.name:
        raise OpenQuestion(doors.WHO, option="--name")
    for questions in _QUESTIONS.values():
        for question in questions:
            if question.needed and getattr(said, question.field) is None:
                raise OpenQuestion(question.typed or question.sentence, option=f"--{question.field.replace('_', '-')}")


def percent(option: str, typed: str | None, *, as_json: bool) -> float | None:
    """How many of 100 messages get an answer. One to ten without a % is asked about: it may be out of ten."""
    if typed is None:
        return None
    text = typed.strip()
    try:
        value = float(text.removesuffix("%").strip().replace(",", "."))
    except ValueError:
        value = -1.0
    if not 0 <= value <= 100:
        raise UsageError(f"{option} cannot be {typed!r}. Give a number from 0 to 100.")
    if text.endswith("%") or value == 0 or value > 10:
        return value
    sentence, meant = doors.TEN_OR_HUNDRED.format(n=f"{value:g}"), (f"{10 * value:g}%", f"{value:g}%")
    if not asking.at_terminal(as_json=as_json):
        raise OpenQuestion(sentence, option=option, choices=meant)
    picked = asking.choose(sentence, {one: one for one in meant})
    return 10 * value if picked == meant[0] else value


def _week(
    said: Remembered, you: float | None, they: float | None, answered: float | None, days: float | None
) -> NormalWeek:
    from walkaway.app.recalled import USUAL_ANSWER, normal_week

    return normal_week(
        you_open=you or 0.0,
        they_open=they or 0.0,
        they_answer=(answered or 0.0) / 100,
        you_answer=USUAL_ANSWER if said.answers_me is None else said.answers_me / 100,
        their_days=days,
    )


def _needs(said: tuple[str, ...]) -> dict[Counted, float]:
    """`openings=1`, `replies=80` (percent), `active_days=2` as targets."""
    targets: dict[Counted, float] = {}
    names: dict[str, tuple[Counted, float, float]] = {
        "openings": ("openings", 1.0, MOST_TIMES),
        "replies": ("replies", 100.0, 100.0),
        "active_days": ("active_days", 1.0, 7.0),
    }
    for need in said:
        name, _, target = need.partition("=")
        try:
            counted, unit, most = names[name.strip().replace("-", "_")]
            value = float(target)
        except (KeyError, ValueError):
            value, most = -1.0, 0.0
        if not 0 < value <= most:
            raise UsageError(f"--need cannot be {need!r}. Give it like openings=1, replies=80 or active_days=2.")
        targets[counted] = value / unit
    return targets
