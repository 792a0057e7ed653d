"""Write: a draft, or a no that came, in; what is worth another look, or what sort of no it may be, out."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import UTC, date, datetime
from itertools import pairwise
from typing import Any, NamedTuple

from starlette.concurrency import run_in_threadpool
from starlette.datastructures import FormData
from starlette.requests import Request
from starlette.responses import Response

from walkaway import wiring
from walkaway.app import corrections
from walkaway.app.check_draft import CheckedDraft
from walkaway.app.choose_chat import Chosen
from walkaway.app.draft_to import draft_to
from walkaway.app.errors import UsageError, WalkawayError
from walkaway.app.held import Held, held
from walkaway.app.read_refusal import ReadRefusal, read_refusal
from walkaway.core.events import DAY
from walkaway.core.leaving.draft import Finding
from walkaway.core.redirect.reading import Confirmed, Label
from walkaway.web.at_hand import desk_of, visit_of
from walkaway.web.forms import day_in
from walkaway.web.pages import language, page, sentence, typed_here
from walkaway.web.screens.lines import lines
from walkaway.web.screens.lists import when_judged
from walkaway.words.offered import offered
from walkaway.words.shell import shell
from walkaway.words.spoken import spoken

LONGEST = 20_000
"""Letters of one message; nobody writes more, and a whole chat pasted by mistake is no draft."""
_OF_A_NO = ("refusal", "confirm", "forget")
_EPOCH = datetime(1970, 1, 1, tzinfo=UTC).date()


class Piece(NamedTuple):
    """A stretch of a draft with the numbers of the flags that point at it."""

    text: str
    flags: tuple[int, ...]


@when_judged
def write(request: Request) -> Response:
    """Sentences that may be sent as things stand now, and room for one's own."""
    return _write(request, FormData())


async def written(request: Request) -> Response:
    """A draft checked, or a no read, and what the person says of either. None of it is in an address.

    What is kept is what they said: of a no its text and its label, of a draft the rule and a fingerprint of the text.
    """
    form = await request.form()
    answer = _refusal if form.get("do") in _OF_A_NO else _draft
    try:
        found = await run_in_threadpool(answer, request, form)
    except WalkawayError as error:
        return await run_in_threadpool(_write, request, form, sentence(request, error))
    return await run_in_threadpool(lambda: _write(request, form, **found))


def _write(request: Request, form: FormData, trouble: str | None = None, **found: Any) -> Response:
    typed = typed_here(request, form)
    rows = lines(request)
    answers = {row.key: desk_of(request).answers(visit_of(request).name(row.key) or "") for row in rows}
    values: dict[str, Any] = {"why": None, "flags": (), "pieces": (), "checked": False, "refusal": None, "kept": False}
    told = corrections.told(desk_of(request).keeper.shelf(), wiring.draft_rules())
    gone = found.get("why") is not None
    return page(
        request,
        "write.html",
        200 if trouble is None else 400,
        lines=[row for row in rows if row.send],
        # Under support nothing on a list tells whom it is about.
        people=[(row.key, "…" if held(answers[row.key]) == "support" else row.name) for row in rows],
        typed={name: "" if gone else str(typed.get(name, "")) for name in ("draft", "refusal", "to", "day")},
        today=_day_of(desk_of(request).now().local),
        longest=LONGEST,
        fresh=not found and trouble is None,
        silent=told.flags,
        known=told.refusals,
        flag_names=spoken(language(request)).writing.FLAG_NAMES,
        of_name=visit_of(request).name(str(typed.get("to", ""))) or "",
        trouble=trouble,
        **(values | found),
    )


def _text(request: Request, form: FormData, name: str) -> str:
    text = str(form.get(name, "")).replace("\r\n", "\n")
    words = shell(language(request)).words
    if not text.strip():
        raise UsageError(words["write_empty"])
    if len(text) > LONGEST:
        raise UsageError(words["write_long"])
    return text


# --- a draft ----------------------------------------------------------------------------------------------------------


def _draft(request: Request, form: FormData) -> dict[str, Any]:
    desk, key = desk_of(request), str(form.get("to", ""))
    name = visit_of(request).name(key)
    if key and name not in desk.names():
        raise UsageError(shell(language(request)).words["missing_text"])
    answers = None if name is None else desk.heard(name)
    # One whose chat is not to be opened needs no chat to be told so: nothing can fail on the way to "send nothing".
    why = None if answers is None else held(answers)
    if why is not None:
        return {"why": why, "of": key}
    if form.get("do") == "again":
        corrections.this_again(desk.keeper.shelf(), str(form.get("flag", "")), wiring.draft_rules())
        if not str(form.get("draft", "")).strip():
            return {}
    text = _text(request, form, "draft")
    if form.get("do") == "not_this":
        _not_this(request, form, text, name)
    kept = corrections.dismissed(desk.you(), None if name is None else desk.pursuit(name))
    chat = _chat(request, name)

    def sendable() -> Iterable[str]:
        return () if name is None else offered(desk.reviewed(name).review, desk.leaving(name))

    found = draft_to(text, answers, chat, wiring.draft_rules(), now=desk.now(), dismissed=kept, offered=sendable)
    return _checked(found, key, spoken(language(request)).writing)


def _not_this(request: Request, form: FormData, text: str, name: str | None) -> None:
    """Not in this message, not with this one, or never."""
    desk, flag, reach, rules = desk_of(request), str(form.get("flag", "")), form.get("reach"), wiring.draft_rules()
    if reach == "all" or name is None:
        said = None if reach == "all" else text
        desk.keeper.shelf().keep_you(corrections.not_this(desk.you(), flag, rules, text=said))
    else:
        said = None if reach == "person" else text
        desk.keep(corrections.not_this(desk.pursuit(name), flag, rules, text=said))


def _checked(found: CheckedDraft | Held, key: str, says: Any) -> dict[str, Any]:
    if not isinstance(found, CheckedDraft):
        return {"why": found, "of": key}
    notes = [_note(flag, says) for flag in found.flags]
    return {"checked": True, "flags": found.flags, "notes": notes, "pieces": pieces(found.text, found.flags)}


def _note(flag: Finding, says: Any) -> tuple[str, str, bool]:
    """Why, what instead, and whether that is in the words of the rule itself, which are English."""
    own: tuple[str, str] | None = says.flag_words(flag)
    return (flag.why, flag.suggestion, True) if own is None else (*own, False)


def _chat(request: Request, name: str | None) -> Chosen | None:
    return None if name is None else desk_of(request).reviewed(name).chosen


def pieces(text: str, flags: tuple[Finding, ...]) -> list[Piece]:
    """The draft, cut where a flag begins or ends; together they are the draft again."""
    spans = [(k, f.start, f.end) for k, f in enumerate(flags, 1) if f.start is not None and f.end is not None]
    cuts = sorted({0, len(text), *(end for _, start, stop in spans for end in (start, stop))})
    return [Piece(text[a:b], tuple(k for k, start, end in spans if start <= a and b <= end)) for a, b in pairwise(cuts)]


# --- a no -------------------------------------------------------------------------------------------------------------


def _refusal(request: Request, form: FormData) -> dict[str, Any]:
    desk = desk_of(request)
    if form.get("do") == "forget":
        corrections.forget(desk.keeper.shelf())
        return {}
    text = _text(request, form, "refusal")
    said = _label(form) if form.get("do") == "confirm" else None
    if form.get("do") == "confirm" and said is None:
        raise UsageError(shell(language(request)).words["first_label"])
    if said is not None:
        desk.keeper.shelf().keep_you(corrections.confirm(desk.you(), Confirmed(text, said)))
    now, reader = _day_typed(request, form), wiring.refusal_reader()
    found = read_refusal(text, now=now, reader=reader, confirmed=desk.you().confirmed, said=said)
    quoted = (found.reading.contact, None if found.reading.when is None else found.reading.when.said)
    return {
        "refusal": _read(request, found, said),
        "kept": said is not None,
        "quoted": tuple(words for words in quoted if words),
    }


def _read(request: Request, found: ReadRefusal, said: Label | None) -> dict[str, Any]:
    words, reading = spoken(language(request)).writing, found.reading
    return {
        "stop": reading.stop is not None,
        "sentences": words.refusal_lines(found),
        "ranked": [(label.value, f"{words.LABELS[label]} ({100 * p:.0f} %)") for label, p in reading.ranked],
        "said": None if said is None else said.value,
    }


def _label(form: FormData) -> Label | None:
    typed = str(form.get("label", ""))
    return Label(typed) if typed in tuple(Label) else None


def _day_typed(request: Request, form: FormData) -> int:
    """The day it came, as a local time (us): today where nothing was typed."""
    typed = day_in(form, "day", language(request))
    return desk_of(request).now().local // DAY * DAY if typed is None else typed


def _day_of(local: int) -> str:
    return date.fromordinal(_EPOCH.toordinal() + local // DAY).isoformat()
