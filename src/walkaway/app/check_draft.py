"""Check one draft: its text and what went before it in; what is worth another look, out."""

from __future__ import annotations

import math
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

import numpy as np

from walkaway.app.errors import UsageError
from walkaway.app.ports import Chat
from walkaway.core.events import Moment, acts
from walkaway.core.leaving.closing import closes
from walkaway.core.leaving.context import Context, context_of
from walkaway.core.leaving.draft import Dismissed, Finding, Rule
from walkaway.core.leaving.draft import check_draft as check
from walkaway.core.leaving.prices import prices
from walkaway.core.redirect.settled import says_no
from walkaway.core.redirect.stop import stop_contact

NUDGE = "double_text"
"""The flag of one more message that brings nothing new; a close is none."""


@dataclass(frozen=True, slots=True)
class CheckedDraft:
    """A draft and what was found in it. `stop`: the words by which they had asked for no more contact."""

    text: str
    context: Context
    flags: tuple[Finding, ...]
    stop: str | None

    @property
    def worth_another_look(self) -> bool:
        """Whether a door should say so (exit code 5)."""
        return bool(self.flags) or self.stop is not None


def check_draft(
    text: str,
    context: Context,
    rules: Sequence[Rule],
    *,
    dismissed: frozenset[Dismissed] = frozenset(),
    heed_stop: bool = True,
) -> CheckedDraft:
    """The draft, checked. After a stop-contact there is one thing to say, and it is not about wording.

    `heed_stop` is False where the person says that what reads like a stop-contact is none.
    """
    stop = stop_contact(context.their_last) if context.their_last and heed_stop else None
    flags = () if stop else check(text, context, rules, dismissed=dismissed)
    if closes(text):
        flags = tuple(flag for flag in flags if flag.flag != NUDGE)
    return CheckedDraft(text, context, flags, stop)


def context_from_chat(chat: Chat, *, you: int, them: int, now: Moment) -> Context:
    """What went before a message written now, read from the chat itself."""
    done = acts(chat.events, you=you, them=them)

    def text_of(place: int) -> str:
        row = int(np.flatnonzero(chat.events.id == done.id[place])[0])
        return str(chat.text[row].as_py() or "")

    return context_of(done, text_of, now=now.at, settled_no=says_no)


# --- a context as typed in --------------------------------------------------------------------------------------------


def context_from(typed: Mapping[str, Any]) -> Context:
    """A context out of plain values, by the names of its fields; other names are left alone. Raises UsageError."""
    asked, settled = (_said_yes(typed, key) for key in ("they_asked_lower_price", "settled_no_before"))
    return Context(
        their_last=_words(typed.get("their_last")),
        unanswered_before=round(_amount(typed, "unanswered_before") or 0),
        hours_since_my_last=_amount(typed, "hours_since_my_last"),
        they_asked_lower_price=asked,
        settled_no_before=settled,
        my_last_price=_amount(typed, "my_last_price"),
    )


def _words(value: object) -> str | None:
    if value is None or isinstance(value, str):
        return value
    raise UsageError("their_last must be a text.")


def _said_yes(typed: Mapping[str, Any], key: str) -> bool:
    value = typed.get(key)
    if value is None or isinstance(value, bool):
        return bool(value)
    raise UsageError(f"{key} must be true or false.")


def _amount(typed: Mapping[str, Any], key: str) -> float | None:
    value = typed.get(key)
    if value is None:
        return None
    if isinstance(value, str) and key == "my_last_price":
        named = prices(value)
        if len(named) == 1:
            return named[0].value
    elif isinstance(value, (int, float)) and not isinstance(value, bool) and math.isfinite(value) and value >= 0:
        return float(value)
    raise UsageError(f"{key} must be a number that is not below 0.")
