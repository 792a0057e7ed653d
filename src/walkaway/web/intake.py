"""Files handed over in a browser in; step by step, an archive, what it leaves open, and a pursuit out."""

from __future__ import annotations

import secrets
from collections.abc import Callable
from dataclasses import dataclass, field, replace
from threading import Event, Thread

from walkaway.app.choose_chat import Chosen, choose_chat, preview
from walkaway.app.errors import OpenQuestion, WalkawayError
from walkaway.app.keeper import File
from walkaway.app.ports import Archive, Progress, ReadOptions
from walkaway.app.pursuit import Pursuit, You
from walkaway.web.desk import options
from walkaway.web.memory import Read
from walkaway.web.whole import Keeping

DAMAGED = "Something in this file is not as I expect it, so I stopped. Export the chat again and give me the new file."
TOO_LARGE = "This file is too large for the memory here. Export a part of the chat."
MOST_AT_ONCE = 8


@dataclass(slots=True, eq=False)
class Intake:
    """One handing over: what was handed over, what was said about it, and how far it is."""

    id: str
    files: tuple[File, ...]
    said: Pursuit
    you: You
    done: int = 0
    total: int = 0
    archive: Archive | None = None
    question: OpenQuestion | None = None
    error: WalkawayError | None = None
    keeping: Keeping | None = None
    empty: tuple[str, ...] = ()
    _read: Event = field(default_factory=Event)

    @property
    def reading(self) -> bool:
        """Whether there is nothing to see yet."""
        return self.archive is None and self.question is None and self.error is None

    def wait(self, seconds: float) -> None:
        """Until the reading has ended, at most so long."""
        self._read.wait(seconds)

    def ended(self, *, ended: bool) -> None:
        (self._read.set if ended else self._read.clear)()

    @property
    def share(self) -> int:
        """How much was read, in percent."""
        return 100 * self.done // self.total if self.total else 0


@dataclass(frozen=True, slots=True, eq=False)
class Choice:
    """What is still to be said about an archive: a question, or the chat with its first and last messages."""

    question: OpenQuestion | None
    chosen: Chosen | None
    messages: tuple[str, ...] = ()


@dataclass(slots=True, eq=False)
class Intakes:
    """All handings over of a visit, the newest few."""

    read: Read
    tz: str
    _all: dict[str, Intake] = field(default_factory=dict)

    def begin(self, files: tuple[File, ...], said: Pursuit | None, you: You) -> Intake:
        """Start reading; `said` is what is known of the pursuit already, `you` of the person."""
        intake = Intake(secrets.token_hex(6), files, said or Pursuit(""), you)
        self._all[intake.id] = intake
        for old in list(self._all)[:-MOST_AT_ONCE]:
            del self._all[old]
        self._start(intake)
        return intake

    def find(self, id_: str) -> Intake | None:
        return self._all.get(id_)

    def end(self, intake: Intake) -> None:
        """It is kept now, or not wanted."""
        self._all.pop(intake.id, None)

    def clear(self) -> None:
        self._all.clear()

    def again(self, intake: Intake, said: Pursuit) -> None:
        """Read again, knowing more."""
        intake.said, intake.question, intake.error, intake.archive = said, None, None, None
        self._start(intake)

    def _start(self, intake: Intake) -> None:
        intake.ended(ended=False)
        Thread(target=_read, args=(intake, self.read, options(intake.said, self.tz, intake.you)), daemon=True).start()


def _read(intake: Intake, read: Read, how: ReadOptions) -> None:
    try:
        intake.archive = read([(file.name, file.raw) for file in intake.files], how, _progress(intake))
    except OpenQuestion as question:
        intake.question = question
    except WalkawayError as error:
        intake.error = error
    except MemoryError:
        intake.error = WalkawayError(TOO_LARGE)
    except Exception:  # noqa: BLE001 (a thread that dies in silence would leave the page waiting for ever)
        intake.error = WalkawayError(DAMAGED)
    finally:
        intake.ended(ended=True)


def _progress(intake: Intake) -> Progress:
    def told(done: int, total: int) -> None:
        intake.done, intake.total = done, total

    return told


def choice(intake: Intake) -> Choice:
    """What the archive leaves open. Raises WalkawayError."""
    if intake.question is not None:
        return Choice(intake.question, None, intake.question.preview)
    assert intake.archive is not None
    said = intake.said
    try:
        chosen = choose_chat(intake.archive, me=said.me, with_=said.with_)
    except OpenQuestion as question:
        return Choice(question, None, question.preview)
    return Choice(None, chosen, tuple(preview(chosen.chat)))


ANSWERED: dict[str, Callable[[Pursuit, str], Pursuit]] = {
    "--me": lambda said, answer: replace(said, me=answer),
    "--with": lambda said, answer: replace(said, with_=answer),
    "--order": lambda said, answer: replace(said, order=answer),
    "--tz": lambda said, answer: replace(said, tz=answer),
    "--columns": lambda said, answer: replace(said, columns=answer),
}
"""Where the answer to a question belongs, by the option that answers it on a command line."""
