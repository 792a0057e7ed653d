"""A draft, and the pursuit it is for, in; the draft checked with what went before, or why it is not checked, out."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Sequence
from dataclasses import replace

from walkaway.app.answers import Answers
from walkaway.app.check_draft import CheckedDraft, check_draft, context_from_chat
from walkaway.app.choose_chat import Chosen
from walkaway.app.heard import heard
from walkaway.app.held import Held, held
from walkaway.core.events import Moment
from walkaway.core.leaving.context import Context
from walkaway.core.leaving.draft import Dismissed, Rule

_QUOTES = re.compile("[\"'`\u00b4\u2018-\u201f\u2039\u203a\u00ab\u00bb]")


def draft_to(
    text: str,
    answers: Answers | None,
    chosen: Chosen | None,
    rules: Sequence[Rule],
    *,
    now: Moment,
    context: Context | None = None,
    dismissed: frozenset[Dismissed] = frozenset(),
    offered: Callable[[], Iterable[str]] = tuple,
) -> CheckedDraft | Held:
    """The draft, checked. Without a pursuit (no answers) or its chat: with `context`, as far as it was told.

    Safety comes before the first rule: a draft to one whom the person fears, or who asked for no more contact, is
    not read at all. `offered` gives the sentences that are offered for this pursuit now: whoever sends one as it is
    needs no second look. It is asked only where something was found, for it may judge the pursuit.
    """
    known = None if answers is None else heard(answers, chosen, now=now.at)
    why = None if known is None else held(known)
    if why is not None:
        return why
    if chosen is None:
        return check_draft(text, context or Context(), rules, dismissed=dismissed)
    before = context_from_chat(chosen.chat, you=chosen.me, them=chosen.them, now=now)
    denied = known is not None and known.stop_contact is False
    found = check_draft(text, before, rules, dismissed=dismissed, heed_stop=not denied)
    if found.stop is not None:
        return "stop_contact"
    return replace(found, flags=()) if found.flags and _bare(text) in map(_bare, offered()) else found


def _bare(text: str) -> str:
    """The words alone: quotes, and how wide the spaces are, make no other message of it."""
    return " ".join(_QUOTES.sub("", text).split())
