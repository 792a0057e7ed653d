"""What the person said about their safety in; why nothing may be checked, weighed or drafted for it, if so, out."""

from __future__ import annotations

from typing import Literal

from walkaway.app.answers import Answers
from walkaway.core import safety
from walkaway.core.verdict.verdict import Move

Held = Literal["support", "stop_contact", "unanswered"]
_WHY: dict[Move, Held] = {Move.SUPPORT: "support", Move.WALK: "stop_contact", Move.UNANSWERED: "unanswered"}


def held(answers: Answers) -> Held | None:
    """Why there is nothing to say. The rule stands in core/safety.py."""
    instead = safety.held(kind=answers.kind, afraid=answers.afraid, stop_contact=bool(answers.stop_contact))
    return None if instead is None else _WHY[instead]
