"""Leave a pursuit: what the person does about it in, the pursuit with that kept out; and where the leaving stands."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import Literal

import numpy as np

from walkaway.app.choose_chat import Chosen, choose_chat
from walkaway.app.errors import UsageError
from walkaway.app.heard import asked_to_stop
from walkaway.app.left import Left
from walkaway.app.left_document import LEARNED
from walkaway.app.ports import Archive
from walkaway.app.position import HOURS, outside
from walkaway.app.pursuit import Pursuit
from walkaway.app.welcome_back import Back, welcome_back
from walkaway.app.zone import moment_of
from walkaway.core import safety
from walkaway.core.balance.contact import contact
from walkaway.core.comeback.after import Since, since_left
from walkaway.core.comeback.forecast import Domain, Outlook, comeback
from walkaway.core.events import DAY, Acts, Moment, Side, acts
from walkaway.core.leaving.farewell import Farewell, Register, farewell
from walkaway.core.leaving.silence import Clock, UnsentLetter, Urge
from walkaway.core.leaving.silence import clock as clock_of
from walkaway.core.options.batna import Prospect
from walkaway.core.verdict.verdict import Move, Verdict

State = Literal["open", "stop_contact", "support", "unanswered"]
MAIL = "mail"


@dataclass(frozen=True, slots=True)
class Closing:
    """What a closed pursuit sets free: hours a week (`assumed`: nobody said how many), and what else there is, what it
    is worth times its chance deciding which comes first.
    """

    hours: float
    assumed: bool
    options: tuple[Prospect, ...]


@dataclass(frozen=True, slots=True, eq=False)
class Leaving:
    """Where a leaving stands.

    `state` says what may be shown: under `support` nothing, after a `stop_contact` the clock of kept days and no
    more, while the question about fear is `unanswered` the clock too. `farewell` is there on the day of leaving
    only and while it is not closed: then it would be one more message. `seen_to` is the last message handed over.
    `outlook` is None once they wrote; `back` is None until they did, or where no standard can be held against it.
    `stop` are their words for it.
    """

    pursuit: Pursuit
    as_of: Moment
    state: State
    stop: str | None = None
    farewell: Farewell | None = None
    clock: Clock | None = None
    seen_to: Moment | None = None
    outlook: Outlook | None = None
    since: tuple[Since, ...] = ()
    back: Back | None = None
    closing: Closing | None = None

    @property
    def look_again(self) -> int | None:
        """The day on which to look again (local us), where one may be shown."""
        left = self.pursuit.left
        return left.until if left is not None and self.state == "open" else None


# --- what the person does ---------------------------------------------------------------------------------------------


def leave(pursuit: Pursuit, *, on: int, until: int | None = None, tone: Register | None = None) -> Pursuit:
    """The pursuit, left on a day (local us), the door closed or open again on a later one. Letters and urges stay.

    `tone`: how the farewell sounds; None leaves it as it was.
    """
    if until is not None and until <= on:
        raise UsageError("A door with a date needs a day after the one on which you leave. Give a later day.")
    left = pursuit.left or Left()
    return replace(pursuit, left=replace(left, on=on, until=until, tone=tone or left.tone))


def with_tone(pursuit: Pursuit, tone: Register) -> Pursuit:
    """With a farewell that sounds like this."""
    return replace(pursuit, left=replace(pursuit.left or Left(), tone=tone))


def stay_after_all(pursuit: Pursuit) -> Pursuit:
    """The pursuit, not left, nor closed. Letters, urges and what was learned stay."""
    kept = replace(pursuit.left or Left(), on=None, until=None, closed=None, tone="plain")
    return replace(pursuit, left=None if kept == Left() else kept)


def keep_letter(pursuit: Pursuit, text: str, *, at: int) -> Pursuit:
    """With a letter that is not sent (`at` us UTC)."""
    if not text.strip():
        raise UsageError("The letter is empty. Write what you would say; it stays here.")
    left = pursuit.left or Left()
    return replace(pursuit, left=replace(left, letters=(*left.letters, UnsentLetter(at, text))))


def note_urge(pursuit: Pursuit, strength: int, before: str = "", *, at: int) -> Pursuit:
    """With an urge to write noted (1 to 5), and what came before it."""
    left = pursuit.left or Left()
    try:
        urge = Urge(at, strength, before)
    except ValueError:
        raise UsageError(f"An urge cannot be {strength}. Give a number from 1 (faint) to 5 (strong).") from None
    return replace(pursuit, left=replace(left, urges=(*left.urges, urge)))


def close(pursuit: Pursuit, learned: tuple[str, ...] = (), *, on: int) -> Pursuit:
    """The pursuit, closed on a day (local us), with two lines at most of what was learned. Who closes has left."""
    lines = tuple(line.strip() for text in learned for line in text.splitlines() if line.strip())
    if len(lines) > LEARNED:
        raise UsageError("Say what you learned in two lines at most. What is longer can go into a letter: --letter.")
    left = pursuit.left or Left()
    day = on if left.on is None else left.on
    return replace(pursuit, left=replace(left, on=day, closed=on, learned=lines or left.learned))


# --- where it stands --------------------------------------------------------------------------------------------------


def state_of(pursuit: Pursuit, *, stop: bool = False) -> State:
    """What may be shown, by the rule that is applied last everywhere (`core.safety`)."""
    said = pursuit.answers
    plain = Verdict(Move.STAY, None, None, None, 0, None)
    held = safety.apply(plain, kind=said.kind, afraid=said.afraid, stop_contact=bool(said.stop_contact) or stop)
    shown: dict[Move, State] = {
        Move.SUPPORT: "support",
        Move.WALK: "stop_contact",
        Move.UNANSWERED: "unanswered",
        Move.STAY: "open",
    }
    return shown[held.move]


def leaving(
    pursuit: Pursuit,
    archive: Archive | None,
    *,
    clock: int,
    tz: str,
    now: int | None = None,
    register: Register | None = None,
) -> Leaving:
    """Where the leaving stands as of `now`, or the clock (us UTC): an old archive is what a kept silence looks like.

    `register`: how the farewell sounds this once; None: as it is kept.

    Raises OpenQuestion where the archive leaves something open.
    """
    at = clock if now is None else now
    as_of = moment_of(at, tz)
    if state_of(pursuit) == "support":
        return Leaving(pursuit, as_of, "support")
    chosen = None if archive is None else choose_chat(archive, me=pursuit.me, with_=pursuit.with_)
    denied = pursuit.answers.stop_contact is False
    stop = None if chosen is None or denied else asked_to_stop(chosen, now=at)
    state = state_of(pursuit, stop=stop is not None)
    found = Leaving(pursuit, as_of, state, stop=stop, closing=closing(pursuit))
    left = pursuit.left
    if left is None or left.on is None:
        return found
    found = replace(found, farewell=_farewell(pursuit, left.on, as_of, register or left.tone, state))
    if archive is None or chosen is None or not len(chosen.chat.events):
        return found
    done = acts(chosen.chat.events, you=chosen.me, them=chosen.them)
    found = replace(found, clock=kept_days(done, left.on, as_of), seen_to=_last(done, as_of))
    return _with_them(found, archive, chosen, done, left.on, tz) if state == "open" else found


def kept_days(done: Acts, on: int, now: Moment) -> Clock:
    """The clock of kept days since a local day (us). The day itself is for the farewell, and does not count."""
    return clock_of(done, since=Moment(on, on), now=now)


def closing(pursuit: Pursuit) -> Closing | None:
    """What a closed pursuit sets free; None while it is not closed."""
    if pursuit.left is None or pursuit.left.closed is None:
        return None
    hours = pursuit.week.hours
    return Closing(
        HOURS if hours is None else hours,
        hours is None,
        tuple(sorted(outside(pursuit).prospects, key=_worth, reverse=True)),
    )


def _worth(option: Prospect) -> float:
    return option.option.chance * option.option.worth.expected


def _farewell(pursuit: Pursuit, on: int, now: Moment, register: Register, state: State) -> Farewell | None:
    left, today = pursuit.left, now.local // DAY
    if state != "open" or left is None or on // DAY != today or left.closed is not None:
        return None
    said = pursuit.answers
    until = None if left.until is None else left.until // DAY
    return farewell(
        said.kind,
        register=register,
        door="closed" if until is None else "dated",
        until=until,
        today=today,
        stop_contact=bool(said.stop_contact),
        afraid=said.afraid,
    )


def _with_them(found: Leaving, archive: Archive, chosen: Chosen, done: Acts, on: int, tz: str) -> Leaving:
    """With what they did since, and what may come of it. In a group nobody writes to you alone, so neither is told."""
    if chosen.group:
        return found
    now, over = found.as_of, on + DAY - 1  # what they answered on the day itself is an answer to the farewell
    seen = contact(done, now=now)
    theirs = seen.acts.local[(seen.acts.side == Side.THEM) & (seen.acts.local > over)]
    told = since_left(seen, over)
    if not len(theirs):
        domain: Domain = "mail" if MAIL in archive.source else "private"
        return replace(found, since=told, outlook=comeback(done, now=now, domain=domain))
    returned = int(theirs[0])
    back = welcome_back(found.pursuit, archive, left=on, returned=returned, now=now.at, tz=tz)
    return replace(found, since=told, back=back)


def _last(done: Acts, now: Moment) -> Moment | None:
    place = int(np.searchsorted(done.at, now.at, side="right")) - 1
    return None if place < 0 else Moment(int(done.at[place]), int(done.local[place]))
