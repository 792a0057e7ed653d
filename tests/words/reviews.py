"""Reviews made by hand, one builder per move and situation, for the rooms that speak."""

from __future__ import annotations

import dataclasses
from datetime import UTC, datetime
from typing import Any, Literal

import numpy as np

from walkaway.app.answers import Answers
from walkaway.app.left import Gone
from walkaway.app.ports import Receipt, Skip
from walkaway.app.position import position
from walkaway.app.pursuit import OwnOption, OwnWeek, Pursuit
from walkaway.app.review import NextStep, Review
from walkaway.app.review_pursuit import as_left
from walkaway.core.balance.drift import Change
from walkaway.core.balance.share import Balance, Component, Ribbon
from walkaway.core.balance.signals.signal import Signal
from walkaway.core.events import DAY, SECOND, WEEK, Moment, Side
from walkaway.core.measures import Measure
from walkaway.core.options.information import Asking
from walkaway.core.standards.commitment import Standing
from walkaway.core.standards.standard import Check, Mark, PursuitKind, Standard, WeekMarks
from walkaway.core.standards.weekly import Weekly
from walkaway.core.verdict.promise import Edit, Rule
from walkaway.core.verdict.verdict import Bounds, BreakEven, Evidence, Flip, Move, Verdict, WalkAway


def local(year: int, month: int, day: int) -> int:
    """Midnight of a day on the wall (us)."""
    return int(datetime(year, month, day, tzinfo=UTC).timestamp()) * SECOND


NOW = local(2026, 6, 28) + 21 * 3600 * SECOND
"""A Sunday evening."""
SINCE = local(2026, 4, 7)
MONDAY = local(2026, 6, 22)


def at(when: int) -> Moment:
    """A wall clock in Berlin's summer."""
    return Moment(at=when - 7200 * SECOND, local=when)


BALANCE = Balance(
    share=31.2,
    low=24.0,
    high=38.6,
    n=412,
    reading="you_carry",
    components=(
        Component("initiation", 18.0, 4.0, 0.35, 61),
        Component("replies", 0.93, 0.45, 0.30, 180),
        Component("volume", 30.0, 16.0, 0.20, 120),
        Component("patience", 1.2, 9.0, 0.15, 160),
    ),
)
EVEN = dataclasses.replace(BALANCE, share=49.6, low=43.0, high=56.0, reading="even")
STEADY = Signal("steady", Measure(49.6, 43.0, 56.0, 412), (401, 405), "Hidalgo & Rodriguez-Sickert 2008")
TAKEN = Signal("taken_for_granted", Measure(0.31, 0.18, 0.5, 44), (380, 396), "Sprecher 2006", SINCE, about="replies")
CHASING = Signal(
    "chasing", Measure((8 + 2 - 1 / 3) / (9 + 4 - 2 / 3), 0.6, 0.95, 9), (390,), "Schrodt 2014", count=(8, 9)
)
IGNORED = Signal(
    "ignored", Measure((2 + 2 - 1 / 3) / (17 + 4 - 2 / 3), 0.05, 0.3, 17), (391, 399), "Kooti 2015", count=(2, 17)
)
SILENCE = Signal("ignored", Measure(0.0, 0.0, 0.0, 1), (399,), "Kooti 2015", SINCE)
MIXED = Signal("mixed", Measure(3.1, 2.2, 4.4, 26), (388,), "Cox & Lewis 1966")
HARD = Signal("hard_to_get", Measure(0.4, 0.28, 0.52, 30), (388,), "Dai 2014", count=(12, 30))
SIGNALS = (STEADY, TAKEN, CHASING, IGNORED, SILENCE, MIXED, HARD)

LESS = Change("less", SINCE, Measure(0.34, 0.22, 0.52, 96), 7.2)
SILENT = Change("silent", SINCE, Measure(0.02, 0.0, 0.1, 60), 9.0)
MORE = Change("more", SINCE, Measure(2.1, 1.5, 3.0, 96), 6.0)
NONE = Change("none")
TOO_EARLY = Change("too_early")
CHANGES = (LESS, SILENT, MORE, NONE, TOO_EARLY)

STANDARDS = (
    Check(Standard("openings", 2.2, 0.35, must_have=False, origin="best_past"), 0.4, 4, Mark.MISSED),
    Check(Standard("replies", 0.85, 0.30, must_have=True, origin="stated"), 0.45, 4, Mark.PARTLY),
    Check(Standard("active_days", 4.0, 0.20, must_have=False, origin="best_past"), 3.5, 4, Mark.MET),
    Check(Standard("wait", 6.0, 0.15, must_have=False, origin="default"), float("inf"), 4, Mark.MISSED),
)
LIMIT = WalkAway(limit=0.35, now=0.28)
BREAK_EVENS = (
    BreakEven("outside", 0.35, 0.22, Move.STAY),
    BreakEven("effort", 0.25, 0.11, Move.STAY),
    BreakEven("engaged", 0.18, 0.44, Move.STAY),
)
FLIPS = (Flip("met", 3, Move.STAY), Flip("missed", 1, Move.WALK))


def marks(letters: str) -> WeekMarks:
    """Weeks up to the last complete one: M met, P partly, x missed, . nothing."""
    values = {"M": Mark.MET, "P": Mark.PARTLY, "x": Mark.MISSED, ".": Mark.NOTHING}
    n = len(letters)
    return WeekMarks(
        np.array([MONDAY - WEEK * (n - 1 - k) for k in range(n)], np.int64),
        np.array([values[c] for c in letters], np.int8),
    )


def ribbon(shares: list[float]) -> Ribbon:
    """A ribbon that ends in the week of now; NaN where nobody wrote."""
    share = np.array(shares, np.float64)
    monday = np.array([MONDAY - WEEK * (len(shares) - 1 - k) for k in range(len(shares))], np.int64)
    return Ribbon(monday, share, np.maximum(share - 11, 0), np.minimum(share + 11, 100))


FALLING = [
    48.0,
    52,
    55,
    47,
    50,
    46,
    51,
    53,
    49,
    45,
    50,
    52,
    48,
    47,
    44,
    38,
    33,
    30,
    28,
    float("nan"),
    26,
    24,
    27,
    25,
    22,
    24,
]


def verdict(move: Move, **changed: Any) -> Verdict:
    """A verdict of the model, with all its parts."""
    whole = Verdict(
        move=move,
        sure=0.78,
        values=(9.1, 9.6, 8.8, 9.2),
        belief=(0.18, 0.55, 0.27),
        informative=22,
        bounds=Bounds(9.55, 9.61),
        because=("weeks_missed", "ask_best"),
        break_evens=BREAK_EVENS,
        flips=FLIPS,
        walk_away=LIMIT,
        evidence=(Evidence(0, 2, -0.81), Evidence(0, 0, 0.36)),
        asking=Asking(0.41, 0.1, 0.21, 0.11, 0.09, ask=True),
    )
    return dataclasses.replace(whole, **changed)


def build(move: Move, step: NextStep, **changed: Any) -> Review:
    """A review of a partner whose effort fell in April, changed as told."""
    whole = Review(
        me="Jo",
        them="Robin",
        people=("Jo", "Robin"),
        group=False,
        source="whatsapp",
        receipt=Receipt(1204, 1203, (Skip(118, "no date at the start"),)),
        first=at(local(2025, 4, 1)),
        last=at(NOW - DAY),
        tz="Europe/Berlin",
        last_side=Side.YOU,
        days_in_touch=31,
        as_of=at(NOW),
        answers=Answers(kind=PursuitKind.PARTNER, afraid="no", want=True, elsewhere="no"),
        balance=BALANCE,
        ribbon=ribbon(FALLING),
        trend=Measure(-58.0, -71.0, -40.0, 61),
        change=LESS,
        signals=(TAKEN, CHASING),
        standards=STANDARDS,
        seen=Weekly(np.zeros(0, np.int64), {}, np.zeros(0, np.bool_)),
        weeks=marks("MMMMMPMMMMM.MMPPxxPx.xxx"),
        verdict=verdict(move),
        next_step=step,
        assumed=("dynamics", "free_week"),
    )
    made = dataclasses.replace(whole, **changed)
    seen = made.weeks.mark != Mark.NOTHING
    return made if seen[:1].any() else dataclasses.replace(made, verdict=dataclasses.replace(made.verdict, evidence=()))


def stay(**changed: Any) -> Review:
    """Both carry it."""
    told = {
        "balance": EVEN,
        "ribbon": ribbon([50.0, 47, 52, 49, 55, 51, 46, 50, 53, 48, 50, 51]),
        "trend": Measure(4.0, -12.0, 22.0, 61),
        "change": NONE,
        "signals": (STEADY,),
        "weeks": marks("MMPMMMMMMMPM"),
        "verdict": verdict(Move.STAY, because=("weeks_met", "stay_best"), sure=0.93),
    }
    return build(Move.STAY, NextStep("keep_going"), **{**told, **changed})


def ask(subject: str = "replies", **changed: Any) -> Review:
    """Time for one clear request."""
    return build(Move.ASK, NextStep("send_ask", sentence=f"ask_{subject}"), **changed)


def step_back(**changed: Any) -> Review:
    """Three weeks of less."""
    step = NextStep("step_back", sentence="step_back", days=21, until=local(2026, 7, 19))
    return build(Move.STEP_BACK, step, **changed)


def walk(**changed: Any) -> Review:
    """A plain no."""
    return build(Move.WALK, NextStep("send_no", sentence="no"), **changed)


def not_enough(**changed: Any) -> Review:
    """Three weeks of messages."""
    told = {
        "balance": dataclasses.replace(BALANCE, low=18.0, high=66.0, n=12, reading="open"),
        "ribbon": ribbon([44.0, 40, 47]),
        "trend": None,
        "change": TOO_EARLY,
        "signals": (),
        "standards": (),
        "weeks": marks("PMx"),
        "verdict": verdict(Move.NOT_ENOUGH, sure=0.41, because=("few_weeks",), informative=3, flips=FLIPS[:1]),
        "assumed": ("kind", "default_targets", "elsewhere", "dynamics", "free_week"),
    }
    return build(Move.NOT_ENOUGH, NextStep("wait_and_see", until=local(2026, 7, 26)), **{**told, **changed})


def support(**changed: Any) -> Review:
    """Afraid. What the rule of safety leaves: nothing but the move."""
    told = {
        "answers": Answers(kind=PursuitKind.PARTNER, afraid="yes"),
        "verdict": Verdict(Move.SUPPORT, None, None, None, 22, None),
    }
    return build(Move.SUPPORT, NextStep("support"), **{**told, **changed})


def unanswered(**changed: Any) -> Review:
    """The safety question is open."""
    told = {
        "answers": Answers(kind=PursuitKind.PARTNER),
        "verdict": Verdict(Move.UNANSWERED, None, None, None, 22, None),
        "assumed": ("elsewhere",),
    }
    return build(Move.UNANSWERED, NextStep("answer_first"), **{**told, **changed})


def stop_contact(**changed: Any) -> Review:
    """They asked for no more contact."""
    told = {
        "answers": Answers(kind=PursuitKind.PARTNER, afraid="no", stop_contact=True),
        "verdict": Verdict(Move.WALK, None, None, None, 22, None, because=("stop_contact",)),
    }
    return build(Move.WALK, NextStep("no_contact"), **{**told, **changed})


def group(**changed: Any) -> Review:
    """A group: only days and direct answers."""
    told = {
        "people": ("Jo", "Robin", "Kim", "Alex"),
        "group": True,
        "balance": dataclasses.replace(BALANCE, components=BALANCE.components[1:3]),
        "signals": (),
    }
    return ask("active_days", **{**told, **changed})


def elsewhere(**changed: Any) -> Review:
    """They live together; messages are the smaller part."""
    return step_back(**{"answers": Answers(kind=PursuitKind.PARTNER, afraid="no", elsewhere="mostly"), **changed})


def nothing(**changed: Any) -> Review:
    """A first message yesterday."""
    told = {
        "balance": None,
        "ribbon": ribbon([]),
        "trend": None,
        "change": TOO_EARLY,
        "signals": (),
        "standards": (),
        "weeks": marks(""),
        "verdict": Verdict(Move.NOT_ENOUGH, None, None, None, 0, None),
    }
    return build(Move.NOT_ENOUGH, NextStep("wait_and_see", until=local(2026, 7, 26)), **{**told, **changed})


def kept(**changed: Any) -> Review:
    """A client that is kept, with all that can be set: options, a stage, rules that are due, loosened, and dropped."""
    early, late = at(local(2026, 2, 1)), at(local(2026, 6, 26))
    rule = Rule("replies", 0.8, 2, 4, ask_first=True, grace=2, words="I need answers to do good work.")
    wait = Rule("wait", 24.0, 2, 4, ask_first=False, grace=0, words="")
    hand = Rule("speaks_with_respect", 8.0, 1, 4, ask_first=False, grace=0, words="Never again.")
    pursuit = Pursuit(
        "Robin",
        Answers(kind=PursuitKind.CLIENT, afraid="no", want=True, elsewhere="no"),
        week=OwnWeek(unit="€", good=900.0, weak=300.0, costs=200.0, free=250.0, hours=8.0, hour_pays=60.0),
        options=(
            OwnOption("Kiel", (400.0, 700.0, 1000.0), 0.4, hours=3.0, weeks=2.0),
            OwnOption("a call back", (100.0, 200.0, 300.0), 0.5),
        ),
        you=Standing("signed", "signed"),
        them=Standing("agreed", "scoped"),
        promises={
            "replies": (Edit(early, rule), Edit(late, dataclasses.replace(rule, level=0.5))),
            "wait": (Edit(early, wait), Edit(at(early.local + DAY), None)),
            "speaks_with_respect": (Edit(early, hand),),
        },
    )
    mondays = marks("MMMMMPMMMMM.MMPPxxPx.xxx").monday
    low = np.full(len(mondays), 0.3)
    weeks = Weekly(mondays, {"replies": low, "speaks_with_respect": 10 * low}, np.ones(len(mondays), np.bool_))
    told = {"answers": pursuit.answers, "position": position(pursuit, weeks, BALANCE, LIMIT, at(NOW))}
    return ask(**{**told, **changed})


def rated(**changed: Any) -> Review:
    """Only ratings by hand."""
    respect = Standard("speaks_with_respect", 8.0, 1.0, must_have=True, origin="stated")
    own = Standard("They call when they say they will.", 7.0, 0.5, must_have=False, origin="stated")
    checks = (Check(respect, 3.0, 4, Mark.MISSED), Check(own, float("nan"), 0, Mark.NOTHING))
    told: dict[str, Any] = {
        "source": "ratings",
        "balance": None,
        "signals": (),
        "trend": None,
        "change": Change("too_early"),
        "last_side": None,
        "standards": checks,
        "assumed": ("ratings_only", "dynamics"),
    }
    return ask("speaks_with_respect", **{**told, **changed})


def left(door: Literal["closed", "dated", "here"] = "dated", closed: int | None = None) -> Review:
    """Left in May, whatever the model says."""
    until = NOW + 30 * DAY if door == "dated" else NOW - DAY if door == "here" else None
    return as_left(kept(), Gone(local(2026, 5, 3), door, until, closed))


def each() -> dict[str, Review]:
    """One of every sort."""
    return {
        "stay": stay(),
        "ask": ask(),
        "step_back": step_back(),
        "walk": walk(),
        "not_enough": not_enough(),
        "support": support(),
        "unanswered": unanswered(),
        "stop_contact": stop_contact(),
        "group": group(),
        "elsewhere": elsewhere(),
        "nothing": nothing(),
        "old": walk(assumed=("as_of_last", "tz", "date_only", "me_from_title")),
        "no_want": walk(answers=Answers(kind=PursuitKind.CLIENT, afraid="no", want=False)),
        "kept": kept(),
        "left": left(),
        "left for good": left("closed"),
        "look again": left("here"),
        "closed": left("closed", NOW - 9 * DAY),
        "rated": rated(),
        "from_answers": ask(source="answers", signals=(), assumed=("from_answers", "dynamics")),
    }
