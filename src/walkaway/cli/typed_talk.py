"""What was typed about a talk, and a pursuit, in; the pursuit with it kept out. Raises UsageError with the option."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, replace
from datetime import date
from typing import TypeVar

from walkaway.app.errors import UsageError
from walkaway.app.pursuit import Pursuit
from walkaway.app.talk import Came, OwnNumber, OwnTalk
from walkaway.cli.offer import percent, span
from walkaway.core.events import DAY
from walkaway.core.offers.signals import Walked
from walkaway.words.amount import amount

_T = TypeVar("_T")
_EPOCH = date(1970, 1, 1)
A_NUMBER = "Give a number, like 1200 or 95.50."
A_DAY = "Give a day like 2024-08-03."
A_RANGE = "Give a low and a high number, like 80..120."
A_SHARE = "Give percent, from 0 to 100."


@dataclass(frozen=True, slots=True)
class TypedTalk:
    """What was typed, as it was typed. None: not said."""

    theirs: str | None = None
    mine: str | None = None
    came: str | None = None
    on: str | None = None
    fallback: str | None = None
    expires: str | None = None
    likely: str | None = None
    market: str | None = None
    left: int | None = None
    breaks_off: str | None = None
    buying: bool | None = None
    currency: str | None = None
    walked: str | None = None
    back: str | None = None


def today() -> int:
    """The local day on this machine's wall, in us."""
    return (date.today() - _EPOCH).days * DAY  # noqa: DTZ011 (a day on the wall here)


def changed(pursuit: Pursuit, typed: TypedTalk, *, undo: bool, anew: bool) -> Pursuit:
    """The pursuit with the talk as it now stands."""
    talk = pursuit.talk or OwnTalk()
    if anew:
        talk = OwnTalk(selling=talk.selling, currency=talk.currency, walked=talk.walked)
    if undo:
        talk = replace(talk, said=talk.said[:-1])
    on = _read("on", typed.on, _day, A_DAY)
    day = today() if on is None else on
    theirs, mine = (_read(name, getattr(typed, name), _value, A_NUMBER) for name in ("theirs", "mine"))
    said = [OwnNumber("them", theirs, day)] if theirs is not None else []
    said += [OwnNumber("you", mine, day)] if mine is not None else []
    came = _read("came", typed.came, _value, A_NUMBER)
    if came is not None and came <= 0:
        raise UsageError(f"--came cannot be {typed.came!r}. {A_NUMBER}")
    talk = replace(
        talk,
        selling=talk.selling if typed.buying is None else not typed.buying,
        fallback=_or(_read("fallback", typed.fallback, _value, A_NUMBER), talk.fallback),
        expires=_or(_read("expires", typed.expires, _day, A_DAY), talk.expires),
        likely=_or(_read("likely", typed.likely, _pair, A_RANGE), talk.likely),
        market=_or(_read("market", typed.market, _pair, A_RANGE), talk.market),
        left=_or(typed.left, talk.left),
        breaks_off=_or(_read("breaks-off", typed.breaks_off, _share, A_SHARE), talk.breaks_off) or 0.0,
        currency=typed.currency if typed.currency is not None else talk.currency or _currency(typed),
        said=(*talk.said, *said),
        came=(*talk.came, *([Came(came, day)] if came is not None else [])),
        walked=_walked(talk, typed),
    )
    return replace(pursuit, talk=talk)


def _walked(talk: OwnTalk, typed: TypedTalk) -> tuple[Walked, ...]:
    """A new time of walking; or the last one, to which they came back."""
    walked, back = (_read(name, getattr(typed, name), _value, A_NUMBER) for name in ("walked", "back"))
    found = talk.walked if walked is None else (*talk.walked, Walked(walked))
    if back is None:
        return found
    if not found:
        raise UsageError("--back needs a time you walked: say --walked N first.")
    return (*found[:-1], Walked(found[-1].at, None, back))


def _currency(typed: TypedTalk) -> str:
    for text in (typed.theirs, typed.mine, typed.fallback):
        found = None if text is None else amount(text)
        if found is not None and found.currency:
            return found.currency
    return ""


def _or(new: _T | None, old: _T | None) -> _T | None:
    return old if new is None else new


def _read(name: str, typed: str | None, reader: Callable[[str], _T | None], hint: str) -> _T | None:
    if typed is None:
        return None
    found = reader(typed)
    if found is None:
        raise UsageError(f"--{name} cannot be {typed!r}. {hint}")
    return found


def _value(typed: str) -> float | None:
    found = amount(typed)
    return None if found is None else found.value


def _pair(typed: str) -> tuple[float, float] | None:
    ends = span(typed)
    return None if ends is None else (ends[0], ends[-1])


def _share(typed: str) -> float | None:
    found = percent(typed)
    return None if found is None else found / 100


def _day(typed: str) -> int | None:
    try:
        return (date.fromisoformat(typed.strip()) - _EPOCH).days * DAY
    except ValueError:
        return None
