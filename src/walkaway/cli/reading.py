"""What a person typed, or a library caller passed, in; the review out. The one road of every door to the judgement."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace
from datetime import UTC, date, datetime, time
from pathlib import Path
from typing import TYPE_CHECKING, cast, get_args

from walkaway.app.errors import OpenQuestion, UsageError
from walkaway.cli.told import Told

if TYPE_CHECKING:
    from walkaway.app.answers import Answers
    from walkaway.app.choose_chat import Chosen
    from walkaway.app.ports import Archive, DateOrder, Progress, ReadOptions
    from walkaway.app.pursuit import Pursuit, You
    from walkaway.app.review import Review
    from walkaway.core.events import Moment

OUR_TIME = (1980, 2099)
"""Years in which somebody may have written a message."""
_EPOCH = datetime(1970, 1, 1, tzinfo=UTC)
_MICROSECONDS = 1_000_000
_DAY = 86_400 * _MICROSECONDS
_SPELL = re.compile(r"(\d{4}-\d{2}-\d{2})\.\.(\d{4}-\d{2}-\d{2})")


def clock() -> int:
    """Now, as us UTC. Doors may ask; rooms are told."""
    return instant(datetime.now(UTC))


def here_and_now() -> Moment:
    """Now, on this machine's wall clock too."""
    from walkaway.core.events import Moment

    now = datetime.now().astimezone()
    at, offset = instant(now), now.utcoffset()
    return Moment(at, at if offset is None else at + round(offset.total_seconds()) * _MICROSECONDS)


def open_files(paths: Sequence[Path], told: Told, progress: Progress | None = None) -> Archive:
    """The archive in these files. Raises UnreadableArchive or OpenQuestion (the order of day and month)."""
    from walkaway import wiring

    archive = wiring.read_files(paths, options(told.tz, told.order, told.columns, told.remembered), progress)
    if told.tz is None:
        return archive
    return replace(archive, assumed=tuple(code for code in archive.assumed if code != "tz"))  # the person said it


def options(
    tz: str | None, order: str | None, columns: str | None = None, remembered: tuple[str, ...] = ()
) -> ReadOptions:
    """How to read a file: in this zone, or the machine's, with this order of day and month, or the file's own."""
    from walkaway.app.ports import DateOrder, ReadOptions
    from walkaway.app.zone import zone

    name = machine_zone() if tz is None else tz
    zone(name)
    said = cast("DateOrder | None", _one_of("--order", order, get_args(DateOrder)))
    return ReadOptions(tz=name, order=said, columns=columns, remembered=remembered)


def options_of(pursuit: Pursuit, you: You | None = None) -> ReadOptions:
    """How to read the files of a pursuit, with what the person said of other tables."""
    return options(pursuit.tz, pursuit.order, pursuit.columns, () if you is None else you.columns)


def choose(archive: Archive, told: Told) -> Chosen:
    """The chat that is meant, and who is who in it. Raises OpenQuestion."""
    from walkaway.app.choose_chat import choose_chat

    try:
        return choose_chat(archive, me=told.me, with_=told.with_)
    except OpenQuestion as question:
        question.receipt = archive.receipt
        question.people = tuple(dict.fromkeys(name for chat in archive.chats for name in chat.people))
        raise


def judge(archive: Archive, chosen: Chosen, told: Told) -> Review:
    """The whole judgement of the chat that was chosen."""
    from walkaway.app.review import review as whole_review

    return whole_review(archive, chosen, answers(told), clock=clock(), now=moment(told.now, archive.tz))


def run(archive: Archive, told: Told) -> Review:
    """Choose and judge. Every door but a terminal's questions comes through here."""
    return judge(archive, choose(archive, told), told)


# --- for a program ----------------------------------------------------------------------------------------------------


def open_archive(
    paths: str | Path | Sequence[str | Path], *, tz: str | None = None, order: str | None = None
) -> Archive:
    """One file, or several as one archive. `tz` is the machine's zone if not given."""
    return open_files(_paths(paths), Told(tz=tz, order=order))


def review(
    archive: Archive,
    *,
    me: str | None = None,
    with_: str | None = None,
    kind: str | None = None,
    now: str | date | None = None,
    afraid: str | None = None,
    stop_contact: bool | None = None,
    want: bool | None = None,
    elsewhere: str | None = None,
    quiet: Sequence[str] = (),
) -> Review:
    """One pursuit of an opened archive, judged. The arguments are those of the command line, in its words."""
    told = Told(
        me=me,
        with_=with_,
        kind=kind,
        now=day_or_moment(now),
        afraid=afraid,
        stop_contact=stop_contact,
        want=None if want is None else "yes" if want else "no",
        elsewhere=elsewhere,
        quiet=tuple(quiet),
    )
    return run(archive, told)


def read(
    paths: str | Path | Sequence[str | Path],
    *,
    me: str | None = None,
    with_: str | None = None,
    kind: str | None = None,
    order: str | None = None,
    tz: str | None = None,
    now: str | date | None = None,
    afraid: str | None = None,
    stop_contact: bool | None = None,
    want: bool | None = None,
    elsewhere: str | None = None,
    quiet: Sequence[str] = (),
) -> Review:
    """Files in, one pursuit judged out: `open_archive`, then `review`."""
    return review(
        open_archive(paths, tz=tz, order=order),
        me=me,
        with_=with_,
        kind=kind,
        now=now,
        afraid=afraid,
        stop_contact=stop_contact,
        want=want,
        elsewhere=elsewhere,
        quiet=quiet,
    )


def day_or_moment(now: str | date | None) -> str | None:
    """A day or a moment of a program's as one types it."""
    if now is None or isinstance(now, str):
        return now
    if not isinstance(now, date):
        raise UsageError(f"now cannot be {now!r}. Give a day like 2024-08-03, a date or a datetime.")
    return now.isoformat()


def _paths(paths: str | Path | Sequence[str | Path]) -> list[Path]:
    return [Path(p) for p in ([paths] if isinstance(paths, (str, Path)) else paths)]


# --- words typed, as values -------------------------------------------------------------------------------------------


def answers(told: Told) -> Answers:
    """What only the person can say, checked. Raises UsageError with the choices."""
    from walkaway.app.answers import Answers, Elsewhere, Fear
    from walkaway.core.standards.standard import PursuitKind

    kind = _one_of("--kind", told.kind, [k.value for k in PursuitKind])
    want = _one_of("--want", told.want, ("yes", "no"))
    return Answers(
        kind=None if kind is None else PursuitKind(kind),
        afraid=cast("Fear | None", _one_of("--afraid", told.afraid, get_args(Fear))),
        stop_contact=told.stop_contact,
        want=None if want is None else want == "yes",
        elsewhere=cast("Elsewhere | None", _one_of("--elsewhere", told.elsewhere, get_args(Elsewhere))),
        quiet=tuple(map(_spell, told.quiet)),
    )


def _one_of(option: str, said: str | None, choices: Sequence[str]) -> str | None:
    """What was said, if it is one of the choices; capitals and spaces do not matter."""
    if said is None:
        return None
    plain = said.strip().casefold()
    if plain not in choices:
        raise UsageError(f"{option} cannot be {said!r}. Give one of: {', '.join(choices)}.")
    return plain


def moment(said: str | None, tz: str) -> int | None:
    """`--now` as us UTC: today, a day (its end, so that it counts), or a day and time in the archive's zone."""
    from walkaway.app.zone import zone

    if said is None:
        return None
    plain = said.strip()
    if plain.casefold() in ("today", "now"):
        return clock()
    try:
        when = datetime.fromisoformat(plain)
    except ValueError:
        raise UsageError(f"--now cannot be {said!r}. Give a day like 2024-08-03, or today.") from None
    if len(plain) <= len("2024-08-03"):
        when = datetime.combine(when.date(), time(23, 59, 59))
    if not OUR_TIME[0] <= when.year <= OUR_TIME[1]:
        raise UsageError(f"--now cannot be {said!r}. Give a day from {OUR_TIME[0]} to {OUR_TIME[1]}.")
    return instant(when if when.tzinfo else when.replace(tzinfo=zone(tz)))


def _spell(said: str) -> tuple[int, int]:
    """2024-03-01..2024-04-15 as its first and last local day (us)."""
    match = _SPELL.fullmatch(said.strip())
    try:
        first, last = (_local_day(day) for day in match.groups()) if match else (None, None)
    except ValueError:
        first = last = None
    if first is None or last is None:
        raise UsageError(f"--quiet cannot be {said!r}. Give two days, like 2024-03-01..2024-04-15.")
    if last < first:
        raise UsageError(f"--quiet {said}: the second day lies before the first. Give the earlier one first.")
    return first, last


def local_day(option: str, said: str) -> int:
    """A day as typed, as local us. Raises UsageError."""
    if said.strip().casefold() == "today":
        return _local_day(datetime.now().astimezone().date().isoformat())
    try:
        return _local_day(said.strip())
    except ValueError:
        raise UsageError(f"{option} cannot be {said!r}. Give a day like 2024-08-03, or today.") from None


def day_gone(option: str, said: str) -> int:
    """A day that has come. One still to come would count before it is there, and hide what is said until then."""
    day = local_day(option, said)
    if day > local_day(option, "today"):
        raise UsageError(f"{option} {said} is a day to come. Give the day on which it was, or leave it out.")
    return day


def _local_day(said: str) -> int:
    return instant(datetime.fromisoformat(said).replace(tzinfo=UTC)) // _DAY * _DAY


def instant(when: datetime) -> int:
    return round((when - _EPOCH).total_seconds() * _MICROSECONDS)


def machine_zone() -> str:
    """The zone of this machine; UTC where it cannot be told."""
    from tzlocal import get_localzone_name

    try:
        return get_localzone_name() or "UTC"
    except Exception:  # noqa: BLE001 (tzlocal raises what it meets in a broken set-up; a zone is needed all the same)
        return "UTC"
