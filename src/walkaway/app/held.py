"""What the person said about their safety in; why nothing may be checked, weighed or drafted for it, if so, out."""

from __future__ import annotations

from typing import Literal

from walkaway.app.answers import Answers
from walkaway.core import safety
from walkaway.core.verdict.verdict import Move, Verdict

Held = Literal["support", "stop_contact", "unanswered"]
_BARE = Verdict(Move.NOT_ENOUGH, None, None, None, 0, None)
_WHY: dict[Move, Held] = {Move.SUPPORT: "support", Move.WALK: "stop_contact", Move.UNANSWERED: "unanswered"}


def held(answers: Answers) -> Held | None:
    """Why there is nothing to say. The rule stands in core/safety.py; here it is put to a verdict that says nothing."""
    ruled = safety.apply(_BARE, kind=answers.kind, afraid=answers.afraid, stop_contact=answers.stop_contact)
    return _WHY.get(ruled.move)
