"""A draft, and the pursuit it is for, in; the draft checked with what went before, or why it is not checked, out."""

from __future__ import annotations

from collections.abc import Sequence

from walkaway.app.answers import Answers
from walkaway.app.check_draft import CheckedDraft, check_draft, context_from_chat
from walkaway.app.choose_chat import Chosen
from walkaway.app.heard import heard
from walkaway.app.held import Held, held
from walkaway.core.events import Moment
from walkaway.core.leaving.context import Context
from walkaway.core.leaving.draft import Dismissed, Rule


def draft_to(
    text: str,
    answers: Answers | None,
    chosen: Chosen | None,
    rules: Sequence[Rule],
    *,
    now: Moment,
    context: Context | None = None,
    dismissed: frozenset[Dismissed] = frozenset(),
) -> CheckedDraft | Held:
    """The draft, checked. Without a pursuit (no answers) or its chat: with `context`, as far as it was told.

    Safety comes before the first rule: a draft to one whom the person fears, or who asked for no more contact, is
    not read at all.
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
    return "stop_contact" if found.stop is not None else found
