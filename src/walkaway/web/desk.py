"""What is kept and what was typed in; reviews out, each judged once until something about it changes."""

from __future__ import annotations

from collections.abc import Callable
from contextlib import suppress
from dataclasses import dataclass, replace
from pathlib import Path
from threading import RLock
from time import monotonic
from typing import TYPE_CHECKING

from walkaway import wiring
from walkaway.app import everyone
from walkaway.app.answers import Answers
from walkaway.app.choose_chat import Chosen, choose_chat
from walkaway.app.column_mapping import remember
from walkaway.app.errors import UnknownPursuit, WalkawayError
from walkaway.app.keeper import File, Keeper
from walkaway.app.leave import Leaving, leaving, state_of
from walkaway.app.plan_week import WeekPlan, plan
from walkaway.app.ports import Archive, DateOrder, ReadOptions
from walkaway.app.pursuit import Pursuit, You, free_name
from walkaway.app.review import Review
from walkaway.app.review_pursuit import review_pursuit
from walkaway.app.same_chat import same_chat
from walkaway.app.unsent import without_writing
from walkaway.app.zone import moment_of
from walkaway.core.events import Moment
from walkaway.core.redirect.soft_no import SoftNo

if TYPE_CHECKING:
    from walkaway.app.forecast import Forecast

_DAY = 86_400_000_000


@dataclass(frozen=True, slots=True, eq=False)
class Reviewed:
    """A pursuit, judged. `chosen` is the chat it rests on; None where it rests on what the person said. `no` is
    the no in their last messages, if there is one.
    """

    pursuit: Pursuit
    review: Review
    chosen: Chosen | None
    no: SoftNo | None = None


class Desk:
    """One person's pursuits, as the keeper keeps them. `clock` is us UTC, `tz` the zone of this machine."""

    def __init__(self, keeper: Keeper, *, clock: Callable[[], int], tz: str) -> None:
        self.keeper = keeper
        self.clock = clock
        self.tz = tz
        self._judged: dict[str, tuple[Pursuit, int, Reviewed | WalkawayError]] = {}
        self._left: dict[str, tuple[tuple[Pursuit, int], Leaving]] = {}
        self._ahead: dict[str, tuple[Reviewed, Forecast]] = {}
        self._one_at_a_time = RLock()

    def lock(self) -> None:
        """Let go of everything on the desk, and lock what is kept."""
        with self._one_at_a_time:
            self.forget_judged()
            self.keeper.lock()

    def create(self, passphrase: str) -> str:
        """Make the place that lasts. The code that opens it without the passphrase is returned once."""
        with self._one_at_a_time:
            self.forget_judged()
            return self.keeper.create(passphrase)

    def restore(self, secret: str, backup: Path) -> None:
        """The store of this backup in place of what is here. Nothing that was judged before counts any more."""
        with self._one_at_a_time:
            self.forget_judged()
            self.keeper.restore(secret, backup)

    def now(self) -> Moment:
        """Now, and what the clock on the wall here says."""
        at = self.clock()
        return moment_of(at, self.tz)

    def forget_judged(self) -> None:
        """Judge everything anew: what is kept is another, or of other people and words."""
        with self._one_at_a_time:
            self._judged.clear()
            self._left.clear()
            self._ahead.clear()

    def names(self) -> tuple[str, ...]:
        """Every pursuit, in order of name."""
        return self.keeper.shelf().names()

    def free_name(self, name: str) -> str:
        """The name, numbered where another is called so."""
        return free_name(name, self.names())

    def all_kept(self) -> tuple[Pursuit, ...]:
        """Every pursuit as it is kept; none while it is locked."""
        return tuple(self.pursuit(name) for name in self.names()) if self.keeper.state() == "open" else ()

    def take_in(self, pursuit: Pursuit, files: tuple[File, ...], archive: Archive) -> None:
        """Keep a pursuit and its files."""
        with self._one_at_a_time:
            if pursuit.columns is not None and pursuit.columns not in self.you().columns:
                self.keeper.shelf().keep_you(remember(self.you(), pursuit.columns))
            self.keeper.shelf().hand_over(pursuit, files, archive, now=self.clock())
            self._judged.pop(pursuit.name, None)
            self._left.pop(pursuit.name, None)

    def kept_as(self, chosen: Chosen, source: str) -> str | None:
        """The pursuit that rests on this chat already, from the same kind of archive. None: there is none."""
        them = chosen.chat.people[chosen.them].strip().casefold()
        with self._one_at_a_time:
            for said in map(self.pursuit, self.names()):
                if (said.with_ or said.name).strip().casefold() != them:
                    continue
                with suppress(WalkawayError):  # what cannot be read is not what was handed over
                    archive = self.keeper.shelf().archive(said, options(said, self.tz, self.you()))
                    if archive is None or source not in archive.source.split(", "):
                        continue
                    if same_chat(choose_chat(archive, me=said.me, with_=said.with_), chosen):
                        return said.name
        return None

    def told(self, name: str) -> Pursuit:
        """The pursuit of this name that rests on what was told; a new one where there is none, or it has a chat."""
        try:
            there = self.pursuit(name)
        except UnknownPursuit:
            return Pursuit(name)
        return there if there.recalled is not None else Pursuit(self.free_name(name))

    def answers(self, name: str) -> Answers:
        """What the person said about it."""
        return self.pursuit(name).answers

    def heard(self, name: str, *, wait: bool = True) -> Answers:
        """The same, with a request for no more contact that stands in the messages; of one judged, if not to `wait`."""
        if not wait and self._before(self.pursuit(name), self.clock()) is None:
            return self.answers(name)
        try:
            return self.reviewed(name).review.answers
        except WalkawayError:
            return self.answers(name)

    def say(self, name: str, answers: Answers) -> None:
        """What the person says about it from now on."""
        with self._one_at_a_time:
            self.keep(replace(self.pursuit(name), answers=answers))

    def pursuit(self, name: str) -> Pursuit:
        """What is kept of it."""
        return self.keeper.shelf().pursuit(name)

    def you(self) -> You:
        """What is true of the person over all pursuits."""
        return self.keeper.shelf().you()

    def keep(self, pursuit: Pursuit) -> None:
        """Keep this in place of what was kept under its name."""
        self.keeper.shelf().keep(pursuit)

    def let_go(self, name: str) -> None:
        """Keep nothing of it any more."""
        with self._one_at_a_time:
            self._judged.pop(name, None)
            self._left.pop(name, None)
            self._ahead.pop(name, None)
            if name in self.keeper.shelf().names():
                self.keeper.shelf().erase(name)

    def reviewed(self, name: str) -> Reviewed:
        """The review of it, as of now. Raises WalkawayError."""
        with self._one_at_a_time:
            now = self.clock()
            said = self.pursuit(name)
            found = self._before(said, now)
            if found is None:
                found = self._judge(said, now)
                self._judged[name] = (said, now // _DAY, found)
            if isinstance(found, WalkawayError):
                raise found
            return found

    def foretold(self, found: Reviewed) -> Forecast:
        """What may come of it, counted once for each time it was judged. Raises UsageError."""
        from walkaway.app.forecast import forecast

        with self._one_at_a_time:
            before = self._ahead.get(found.pursuit.name)
            if before is None or before[0] is not found:
                ahead = forecast(found.pursuit, found.chosen, source=found.review.source, now=self.now())
                before = self._ahead[found.pursuit.name] = found, ahead
            return before[1]

    def judge_for(self, seconds: float) -> tuple[int, int]:
        """Judge what is not judged yet, for about so long and one at least. How many are now, of how many."""
        began, now, names = monotonic(), self.clock(), self.names()
        fresh = False
        for done, name in enumerate(names):
            if self._before(self.pursuit(name), now) is not None:
                continue
            if fresh and monotonic() - began > seconds:
                return done, len(names)
            fresh = True
            with suppress(WalkawayError):
                self.reviewed(name)
        return len(names), len(names)

    def all_reviewed(self) -> dict[str, Reviewed | WalkawayError]:
        """Every pursuit's review, or why there is none."""
        found: dict[str, Reviewed | WalkawayError] = {}
        for name in self.names():
            try:
                found[name] = self.reviewed(name)
            except WalkawayError as error:
                found[name] = error
        return found

    def over_everyone(self) -> tuple[list[tuple[everyone.Reviewed, everyone.Row]], WeekPlan]:
        """Each pursuit with its row of the table over everyone, and the week over all of them."""
        rows = [
            everyone.Reviewed(r.pursuit, r.review, r.no)
            if isinstance(r, Reviewed)
            else everyone.Reviewed(self.pursuit(name), r)
            for name, r in self.all_reviewed().items()
        ]
        week = plan(everyone.judged(rows), self.you(), resting=everyone.resting(rows))
        return list(zip(rows, everyone.rows(rows, week), strict=True)), week

    def leaving(self, name: str) -> Leaving:
        """Where the leaving of it stands, as of now. Raises WalkawayError.

        What is written to nobody changes nothing about it, so the chat is not read again for a letter.
        """
        with self._one_at_a_time:
            now, pursuit = self.clock(), self.pursuit(name)
            tz = pursuit.tz or self.tz
            at = moment_of(now, tz)
            known = (without_writing(pursuit), at.local // _DAY)
            before = self._left.get(name)
            if before is None or before[0] != known:
                silent = state_of(pursuit) == "support"
                archive = (
                    None if silent else self.keeper.shelf().archive(pursuit, options(pursuit, self.tz, self.you()))
                )
                before = known, leaving(pursuit, archive, clock=now, tz=tz)
                self._left[name] = before
            return replace(before[1], pursuit=pursuit, as_of=at)

    def _before(self, said: Pursuit, now: int) -> Reviewed | WalkawayError | None:
        """What was found today of a pursuit as it is now."""
        before = self._judged.get(said.name)
        return before[2] if before is not None and before[:2] == (said, now // _DAY) else None

    def _judge(self, said: Pursuit, now: int) -> Reviewed | WalkawayError:
        try:
            archive = self.keeper.shelf().archive(said, options(said, self.tz, self.you()))
            chosen = None if archive is None else choose_chat(archive, me=said.me, with_=said.with_)
            found = review_pursuit(said, archive, clock=now, tz=self.tz)
        except WalkawayError as error:
            return error
        return Reviewed(said, found, chosen, everyone.their_no(archive, said, wiring.refusal_reader()))


def options(pursuit: Pursuit, tz: str, you: You) -> ReadOptions:
    """How to read the files of a pursuit, with what the person said of other tables."""
    orders: dict[str, DateOrder] = {"dmy": "dmy", "mdy": "mdy", "ymd": "ymd", "ydm": "ydm", "myd": "myd", "dym": "dym"}
    order = orders.get(pursuit.order or "")
    return ReadOptions(tz=pursuit.tz or tz, order=order, columns=pursuit.columns, remembered=you.columns)
