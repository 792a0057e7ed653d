"""walkaway: who is meeting you halfway, what your walk-away point is, and what to do now.

Nothing heavy is imported until a name is used.

    import walkaway
    review = walkaway.read("chat.txt", me="Jo", kind="friend")
    print(review.verdict.move, walkaway.as_json(review)["verdict"]["reason"])
"""

from __future__ import annotations

import os
from importlib import import_module
from typing import TYPE_CHECKING

# Our arrays are short: more threads in the linear algebra only cost time. Set before numpy loads, or it has no effect.
for _threads in ("OPENBLAS_NUM_THREADS", "OMP_NUM_THREADS", "MKL_NUM_THREADS"):
    os.environ.setdefault(_threads, "1")

if TYPE_CHECKING:
    from walkaway.app.errors import OpenQuestion as OpenQuestion
    from walkaway.app.errors import UnreadableArchive as UnreadableArchive
    from walkaway.app.errors import UsageError as UsageError
    from walkaway.app.errors import WalkawayError as WalkawayError
    from walkaway.app.ports import Archive as Archive
    from walkaway.app.pursuit import Pursuit as Pursuit
    from walkaway.app.review import Review as Review
    from walkaway.app.weigh_offer import WeighedOffer as WeighedOffer
    from walkaway.app.weigh_offer import weigh as weigh
    from walkaway.cli.kept import open_home as open_home
    from walkaway.cli.kept import review_kept as review_kept
    from walkaway.cli.reading import open_archive as open_archive
    from walkaway.cli.reading import read as read
    from walkaway.cli.reading import review as review
    from walkaway.cli.typed_draft import draft_kept as draft_kept
    from walkaway.cli.typed_forecast import forecast_kept as forecast_kept
    from walkaway.cli.writing import check_draft as check_draft
    from walkaway.cli.writing import read_refusal as read_refusal
    from walkaway.core.offers.advise import Talk as Talk
    from walkaway.core.offers.advise import advise as advise
    from walkaway.core.offers.advise_packages import Offered as Offered
    from walkaway.core.offers.advise_packages import advise_packages as advise_packages
    from walkaway.core.offers.concession import Said as Said
    from walkaway.core.offers.space import from_swings as from_swings
    from walkaway.core.offers.space import space as space
    from walkaway.core.offers.weigh import Answer as Answer
    from walkaway.core.options.distributions import Uniform as Uniform
    from walkaway.core.options.live import Outside as Outside
    from walkaway.core.verdict.verdict import Move as Move
    from walkaway.words.forecast_schema import forecast_as_json as forecast_as_json
    from walkaway.words.offer_schema import offer_as_json as offer_as_json
    from walkaway.words.schema import as_json as as_json
    from walkaway.words.writing_schema import draft_as_json as draft_as_json
    from walkaway.words.writing_schema import refusal_as_json as refusal_as_json

__version__ = "0.1.0"

_HOMES = {
    "Answer": "walkaway.core.offers.weigh",
    "Archive": "walkaway.app.ports",
    "Move": "walkaway.core.verdict.verdict",
    "Offered": "walkaway.core.offers.advise_packages",
    "OpenQuestion": "walkaway.app.errors",
    "Outside": "walkaway.core.options.live",
    "Pursuit": "walkaway.app.pursuit",
    "Review": "walkaway.app.review",
    "Said": "walkaway.core.offers.concession",
    "Talk": "walkaway.core.offers.advise",
    "Uniform": "walkaway.core.options.distributions",
    "UnreadableArchive": "walkaway.app.errors",
    "UsageError": "walkaway.app.errors",
    "WalkawayError": "walkaway.app.errors",
    "WeighedOffer": "walkaway.app.weigh_offer",
    "advise": "walkaway.core.offers.advise",
    "advise_packages": "walkaway.core.offers.advise_packages",
    "as_json": "walkaway.words.schema",
    "check_draft": "walkaway.cli.writing",
    "draft_as_json": "walkaway.words.writing_schema",
    "draft_kept": "walkaway.cli.typed_draft",
    "forecast_as_json": "walkaway.words.forecast_schema",
    "forecast_kept": "walkaway.cli.typed_forecast",
    "from_swings": "walkaway.core.offers.space",
    "offer_as_json": "walkaway.words.offer_schema",
    "open_archive": "walkaway.cli.reading",
    "open_home": "walkaway.cli.kept",
    "read": "walkaway.cli.reading",
    "read_refusal": "walkaway.cli.writing",
    "refusal_as_json": "walkaway.words.writing_schema",
    "review": "walkaway.cli.reading",
    "review_kept": "walkaway.cli.kept",
    "space": "walkaway.core.offers.space",
    "weigh": "walkaway.app.weigh_offer",
}
"""Each public name, and the module it lives in."""


def __getattr__(name: str) -> object:
    if name not in _HOMES:
        raise AttributeError(f"walkaway has no {name!r}. It has: {', '.join(sorted(_HOMES))}.")
    found: object = getattr(import_module(_HOMES[name]), name)
    globals()[name] = found
    return found


def __dir__() -> list[str]:
    return sorted([*globals(), *_HOMES])
