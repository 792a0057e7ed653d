"""A talk over packages as the person keeps it in; what to do now, and packages to put side by side, out.

All amounts are what something is worth to you: 0 the worst package, 100 the best.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace

from walkaway.app.answers import Answers
from walkaway.app.beside_talk import Beside, beside, signals
from walkaway.app.errors import OpenQuestion, UsageError
from walkaway.app.held import Held, held
from walkaway.app.issues import MOST_POINTS, OwnIssue, next_swing
from walkaway.app.outside import outside
from walkaway.app.own_talk import OwnTalk
from walkaway.app.talk import ROUNDS
from walkaway.core.events import DAY, FloatArray
from walkaway.core.offers.advise import Advice, Flip, Move, flips
from walkaway.core.offers.advise_packages import Offered, advise_packages
from walkaway.core.offers.concession import By, Said
from walkaway.core.offers.space import Space, Worths, from_swings, space
from walkaway.core.offers.walked import Walk
from walkaway.core.options.live import Outside

BEST = 100.0


@dataclass(frozen=True, slots=True)
class Package:
    """A package as it is shown: a value for each issue, what it is worth to you and seems worth to them (both 0 to
    100), and the chance that they would take it. `by` None: nobody has offered it yet.
    """

    choice: tuple[str, ...]
    worth: float
    theirs: float
    chance: float
    by: By | None = None
    on: int | None = None


@dataclass(frozen=True, slots=True)
class PackagesTalked:
    """The talk, the advice, the packages said so far and those to put side by side; `held`: why there is none of it.

    `weights` of the issues add up to 100. In `advice` and `flips` worths run from 0 to 1.
    """

    name: str
    talk: OwnTalk
    advice: Advice | None = None
    weights: tuple[float, ...] = ()
    said: tuple[Package, ...] = ()
    offers: tuple[Package, ...] = ()
    zone: float = 0.0
    flips: tuple[Flip, ...] = ()
    beside: Beside | None = None
    held: Held | None = None

    @property
    def theirs(self) -> Package | None:
        """What they offered last."""
        return next((one for one in reversed(self.said) if one.by == "them"), None)


def weigh_packages(
    name: str,
    talk: OwnTalk,
    told: Answers,
    today: int,
    *,
    elsewhere: Sequence[Walk] = (),
    contacts: Sequence[float] | None = None,
) -> PackagesTalked:
    """What to do in this talk as of the local day `today` (us). Safety comes first: then there is nothing else.

    `elsewhere` and `contacts` as in a talk over a price. Raises OpenQuestion where something is
    missing that only the person can say.
    """
    instead = held(told)
    if instead is not None:
        return PackagesTalked(name, talk, held=instead)
    fallback = _known(talk)
    packages, worths = worths_of(talk.issues)
    mine = worths.of(packages)
    log = [Offered(p.by, place(packages, talk.issues, p.choice)) for p in talk.packages]
    left = ROUNDS if talk.left is None else talk.left
    found = advise_packages(packages, mine, log, _outside(talk, fallback, today), left=left)
    advice = found.advice
    numbers = [Said(p.by, BEST * float(mine[o.package]), p.on / DAY) for p, o in zip(talk.packages, log, strict=True)]
    seen = signals(talk, numbers, BEST * advice.line, contacts)

    def shown(row: int, by: By | None = None, on: int | None = None) -> Package:
        values = tuple(i.values[k] for i, k in zip(talk.issues, packages.choices[row].tolist(), strict=True))
        return Package(
            values, BEST * float(mine[row]), BEST * float(found.theirs[row]), float(found.chances[row]), by, on
        )

    return PackagesTalked(
        name,
        talk,
        advice,
        tuple(BEST * weight for weight in worths.weights),
        tuple(shown(o.package, p.by, p.on) for p, o in zip(talk.packages, log, strict=True)),
        tuple(map(shown, found.offers)),
        found.zone,
        tuple(flip for flip in flips(found.talk) if flip.name == "outside" or flip.at <= float(mine.max()) + 1e-9),
        beside(seen, numbers, talk, today, elsewhere),
    )


def _known(talk: OwnTalk) -> float:
    """What there is without them. Asks for the first thing that is missing."""
    if not talk.issues:
        raise OpenQuestion("What is there to settle? Give each issue with its values.", option="--issue")
    swing = next_swing(talk.issues)
    if swing is not None and swing.issue is None:
        raise OpenQuestion(
            "Think of the worst package. Which one issue would you lift to its best first? It gets 100 points.",
            option="--points",
            choices=tuple(issue.name for issue in talk.issues),
        )
    if swing is not None and swing.issue is not None and swing.beside is not None:
        raise OpenQuestion(
            f"From {swing.beside.worst} to {swing.beside.best} in {swing.beside.name} is 100 points. "
            f"How many is it to go from {swing.issue.worst} to {swing.issue.best} in {swing.issue.name}?",
            option="--points",
        )
    if talk.fallback is None:
        raise OpenQuestion(
            "What do you have if this falls through? Give 0 to 100 (0: as good as the worst package here, 100: as the "
            "best), or a package that is as good to you.",
            option="--fallback",
        )
    return talk.fallback


def worths_of(issues: tuple[OwnIssue, ...]) -> tuple[Space, Worths]:
    """All packages, and how you value them. Points that were not said count alike."""
    points = [MOST_POINTS if issue.points is None else issue.points for issue in issues]
    try:
        return space([len(issue.values) for issue in issues]), from_swings(points, [issue.scores for issue in issues])
    except ValueError as wrong:
        raise UsageError(str(wrong)) from None


def place(packages: Space, issues: tuple[OwnIssue, ...], choice: Mapping[str, str]) -> int:
    """The row of a package. An issue that came later counts at its worst for you."""
    return packages.place([issue.values.index(choice.get(issue.name, issue.worst)) for issue in issues])


def worth_of(issues: tuple[OwnIssue, ...], choice: Mapping[str, str]) -> float:
    """What this package is worth to you, 0 to 100."""
    packages, worths = worths_of(issues)
    mine: FloatArray = worths.of(packages)
    return BEST * float(mine[place(packages, issues, choice)])


def _outside(talk: OwnTalk, fallback: float, today: int) -> Outside:
    """The live outside in units of the best package."""
    came = tuple(replace(one, number=one.number / BEST) for one in talk.came)
    return outside(replace(talk, selling=True, fallback=fallback / BEST, came=came), today)


def agreed_package(found: PackagesTalked) -> Package | None:
    """The package that goes with the move: theirs with a yes, the first of yours with a counter."""
    if found.advice is None:
        return None
    if found.advice.move is Move.ACCEPT:
        return found.theirs
    return found.offers[0] if found.advice.move is Move.COUNTER and found.offers else None
