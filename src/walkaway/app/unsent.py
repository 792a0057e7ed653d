"""What is written to nobody, or not yet: a pursuit in; it without a letter, or with a message that waits, out."""

from __future__ import annotations

from dataclasses import replace

from walkaway.app.errors import UsageError
from walkaway.app.left import Left
from walkaway.app.pursuit import Pursuit
from walkaway.core.leaving.silence import MOST_HOURS, HeldMessage


def drop_letter(pursuit: Pursuit, at: int) -> Pursuit:
    """Without the letter written at that moment (us UTC)."""
    left = pursuit.left or Left()
    return replace(pursuit, left=_or_none(replace(left, letters=tuple(one for one in left.letters if one.at != at))))


def hold(pursuit: Pursuit, text: str, hours: float, *, at: int) -> Pursuit:
    """With a message that waits so many hours before it may be sent (`at` us UTC)."""
    if not text.strip():
        raise UsageError("The message is empty. Write what you think of sending; it waits here.")
    left = pursuit.left or Left()
    try:
        held = HeldMessage(at, text, hours)
    except ValueError:
        raise UsageError(f"A message cannot wait {hours:g} hours. Give a number up to {MOST_HOURS}.") from None
    return replace(pursuit, left=replace(left, held=(*left.held, held)))


def drop_held(pursuit: Pursuit, at: int) -> Pursuit:
    """Without the message written at that moment (us UTC): it was sent, or let go of."""
    left = pursuit.left or Left()
    return replace(pursuit, left=_or_none(replace(left, held=tuple(one for one in left.held if one.at != at))))


def without_writing(pursuit: Pursuit) -> Pursuit:
    """Without anything of this: what a judgement rests on."""
    left = pursuit.left
    return pursuit if left is None else replace(pursuit, left=_or_none(replace(left, letters=(), urges=(), held=())))


def _or_none(left: Left) -> Left | None:
    return None if left == Left() else left
