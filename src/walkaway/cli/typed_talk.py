"""What was typed about a talk, and a pursuit, in; the pursuit with it kept out. Raises UsageError with the option."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, replace
from datetime import date
from typing import TypeVar

from walkaway.app.belief import SHAPES
from walkaway.app.currency import one_currency
from walkaway.app.errors import UsageError
from walkaway.app.own_talk import Came, OwnNumber, OwnTalk
from walkaway.app.pursuit import Pursuit
from walkaway.app.set_talk import a_coming_day, a_past_day, a_price, came_back
from walkaway.app.set_talk import anew as new_talk
from walkaway.cli.offer import percent, shown_currency, span
from walkaway.core.events import DAY
from walkaway.core.offers.signals import Walked
from walkaway.words.amount import amount, currency_in

_T = TypeVar("_T")
_EPOCH = date(1970, 1, 1)
A_NUMBER = "Give a number, like 1200 or 95.50."
A_DAY = "Give a day like 2024-08-03."
A_RANGE = "Give a low and a high number, like 80..120."
A_SCOPE = "Give the hours or pieces of work, like 40."
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
    scope: str | None = None
    wanted: str | None = None
    shape: str | None = None
    free: bool | None = None


def today() -> int:
    """The local day on this machine's wall, in us."""
    return (date.today() - _EPOCH).days * DAY  # noqa: DTZ011 (a day on the wall here)


def day_of(typed: TypedTalk) -> int:
    """The day that was typed, or today."""
    on = _read("on", typed.on, _past, A_DAY)
    return today() if on is None else on


def changed(pursuit: Pursuit, typed: TypedTalk, *, undo: bool, anew: bool) -> Pursuit:
    """The pursuit with the talk as it now stands."""
    talk = pursuit.talk or OwnTalk()
    if anew:
        talk = new_talk(talk)
    if undo:
        talk = replace(talk, said=talk.said[:-1])
    day = day_of(typed)
    theirs, mine = (_read(name, getattr(typed, name), _price, A_NUMBER) for name in ("theirs", "mine"))
    scope = _read("scope", typed.scope, _work, A_SCOPE)
    if scope is not None and theirs is None and mine is None:
        raise UsageError("--scope goes with the number it is for: --theirs or --mine.")
    said = [OwnNumber("them", theirs, day, scope)] if theirs is not None else []
    said += [OwnNumber("you", mine, day, scope)] if mine is not None else []
    wanted = _read("wanted", typed.wanted, _past, A_DAY)
    if typed.shape is not None and typed.shape not in SHAPES:
        raise UsageError(f"--shape cannot be {typed.shape!r}. There is: {', '.join(SHAPES)}.")

    def coming(text: str) -> int | None:
        return a_coming_day(_day(text), today(), talk.expires)

    came = _read("came", typed.came, _value, A_NUMBER)
    if came is not None and came <= 0:
        raise UsageError(f"--came cannot be {typed.came!r}. {A_NUMBER}")
    talk = replace(
        talk,
        selling=talk.selling if typed.buying is None else not typed.buying,
        fallback=_or(_read("fallback", typed.fallback, _value, A_NUMBER), talk.fallback),
        expires=_or(_read("expires", typed.expires, coming, A_DAY), talk.expires),
        likely=_or(_read("likely", typed.likely, _pair, A_RANGE), talk.likely),
        market=_or(_read("market", typed.market, _pair, A_RANGE), talk.market),
        left=_or(typed.left, talk.left),
        breaks_off=_or(_read("breaks-off", typed.breaks_off, _share, A_SHARE), talk.breaks_off) or 0.0,
        currency=_currency(typed, talk.currency),
        said=(*talk.said, *said),
        came=(*talk.came, *([Came(came, day)] if came is not None else [])),
        walked=_walked(talk, typed, day),
        shape=_or(typed.shape, talk.shape),
        voluntary=_or(typed.free, talk.voluntary),
        wanted=tuple(sorted({*talk.wanted, *([] if wanted is None else [wanted])})),
    )
    return replace(pursuit, talk=talk)


def _walked(talk: OwnTalk, typed: TypedTalk, day: int) -> tuple[Walked, ...]:
    """A new time of walking; or the last one, to which they came back."""
    walked, back = (_read(name, getattr(typed, name), _price, A_NUMBER) for name in ("walked", "back"))
    found = talk.walked if walked is None else (*talk.walked, Walked(walked, on=day))
    if back is None:
        return found
    if not found:
        raise UsageError("--back needs a time you walked: say --walked N first.")
    return (*found[:-1], came_back(found[-1], back, day))


def _currency(typed: TypedTalk, kept: str) -> str:
    """As said, else as kept, else what stood beside the amounts. Raises UsageError where there are two."""
    amounts = (typed.theirs, typed.mine, typed.fallback, typed.came, typed.walked, typed.back)
    beside = [currency_in(text) for text in (*amounts, typed.likely, typed.market)]
    said = shown_currency(typed.currency)
    return one_currency(kept if said is None else said, *beside)


def _or(new: _T | None, old: _T | None) -> _T | None:
    return old if new is None else new


def _read(name: str, typed: str | None, reader: Callable[[str], _T | None], hint: str) -> _T | None:
    if typed is None:
        return None
    try:
        found = reader(typed)
    except UsageError as wrong:
        raise UsageError(f"--{name} cannot be {typed!r}. {wrong}") from None
    if found is None:
        raise UsageError(f"--{name} cannot be {typed!r}. {hint}")
    return found


def _price(typed: str) -> float | None:
    found = _value(typed)
    return None if found is None else a_price(found)


def _past(typed: str) -> int | None:
    found = _day(typed)
    return None if found is None else a_past_day(found, today())


def _value(typed: str) -> float | None:
    found = amount(typed)
    return None if found is None else found.value


def _work(typed: str) -> float | None:
    found = _value(typed)
    return found if found is not None and found > 0 else None


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
