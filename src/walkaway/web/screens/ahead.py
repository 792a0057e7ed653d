"""Ahead: a pursuit in; whether they answer, write first or buy again, as ranges beside what is usual, out."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from starlette.concurrency import run_in_threadpool
from starlette.datastructures import FormData
from starlette.formparsers import MultiPartException
from starlette.requests import Request
from starlette.responses import Response

from walkaway import wiring
from walkaway.app.errors import UsageError, WalkawayError
from walkaway.app.forecast import Forecast, forecast
from walkaway.app.keeper import File
from walkaway.core.comeback.forecast import Range
from walkaway.core.standards.standard import PursuitKind
from walkaway.web.at_hand import desk_of
from walkaway.web.desk import Reviewed
from walkaway.web.pages import language, page, sentence
from walkaway.web.refused import Refused
from walkaway.web.screens.handing import TooLargeError, file_of, form_in_memory
from walkaway.web.screens.plain import missing, name_of
from walkaway.web.screens.pursuit import tabs_of
from walkaway.web.screens.setting import judged
from walkaway.words.shell import shell
from walkaway.words.spoken import spoken


def ahead(request: Request) -> Response:
    """What may come, from the chat."""
    return _ahead(request)


async def ahead_of_purchases(request: Request) -> Response:
    """The same from a table of a client's purchases. It is read and let go of."""
    words = shell(language(request)).words
    try:
        form = await form_in_memory(request)
    except TooLargeError:
        return await run_in_threadpool(_ahead, request, refused=Refused(FormData(), words["too_large"]), status=413)
    except MultiPartException:
        return await run_in_threadpool(_ahead, request, refused=Refused(FormData(), words["no_file"]))
    file = await file_of(form.get("purchases") or "")
    await form.close()
    if not file.raw:
        why = words["file_empty"].format(names=file.name) if file.name else words["no_file"]
        return await run_in_threadpool(_ahead, request, refused=Refused(form, why))
    return await run_in_threadpool(_ahead, request, file)


def _ahead(
    request: Request, file: File | None = None, refused: Refused | None = None, status: int | None = None
) -> Response:
    name = name_of(request)
    if name is None:
        return missing(request)
    words, reviewed = spoken(language(request)), judged(request, name)
    found, trouble = None, None
    try:
        found = _foretold(request, name, reviewed, file)
    except WalkawayError as error:
        if file is not None:
            refused = Refused(FormData(), sentence(request, error))
        elif not isinstance(error, UsageError):
            trouble, status = sentence(request, error), 400
    silent = found is not None and found.state == "support"
    reason, paragraphs = words.forecasts.parts(found, words.leaving)[0] if silent else ("", ())
    client = desk_of(request).pursuit(name).answers.kind is PursuitKind.CLIENT
    return page(
        request,
        "ahead.html",
        status,
        refused=refused,
        key=request.path_params["key"],
        tab="ahead",
        name=name,
        state=None if found is None else found.state,
        reason=reason,
        paragraphs=paragraphs,
        held=None if found is None or silent else _held(request, found),
        tables=[] if found is None or found.state != "open" else list(_tables(found, words)),
        client=client and (found is None or found.state == "open"),
        trouble=trouble,
        **tabs_of(reviewed),
    )


def _foretold(request: Request, name: str, reviewed: Reviewed | None, file: File | None) -> Forecast:
    desk = desk_of(request)
    if file is None and reviewed is not None:
        return desk.foretold(reviewed)
    pursuit = desk.pursuit(name)
    of = (name, pursuit.with_ or name)
    bought = None if file is None else wiring.purchases_in(file.name, file.raw, pursuit.tz or desk.tz, of)
    return forecast(pursuit, None, source="", now=desk.now(), bought=bought)


def _held(request: Request, found: Forecast) -> str | None:
    """Why nothing is foretold, in a browser's words."""
    words = spoken(language(request))
    held = words.forecasts.held_line(found, words.leaving)
    return None if held is None else str(words.doors.in_a_browser(held))


def _tables(found: Forecast, words: Any) -> Iterator[dict[str, Any]]:
    """Each question with its ranges as rows, and what they are; or the sentence why there are none."""
    said = words.forecasts
    if found.bought is not None:
        notes = (said.bought(found.bought), said.BUY_NOTE if found.bought.ranges else said.TOO_FEW)
        yield _table(said, "buy", found.bought.ranges, notes)
        return
    if found.waiting:
        yield _table(said, "waiting", found.waiting, ())
    else:
        yield _table(said, "write", found.if_you_write, (said.answer_lines(found.if_you_write)[-1],))
    if found.outlook is not None:
        ranges = found.outlook.ranges if found.outlook.status == "ok" else ()
        rows = [words.leaving.odds_cells(one) for one in ranges]
        note, columns = words.leaving.odds_lines(found.outlook)[-1], words.leaving.ODDS_COLUMNS
        yield {"heading": said.HEADINGS["first"], "columns": columns, "rows": rows, "notes": (note,)}


def _table(said: Any, name: str, ranges: tuple[Range, ...], notes: tuple[str, ...]) -> dict[str, Any]:
    columns = said.COLUMNS[name]
    if all(one.usual is None for one in ranges):  # what is usual stands in the last one: not an empty column
        columns = columns[:2]
    rows = [said.cells(one)[: len(columns)] for one in ranges]
    return {"heading": said.HEADINGS[name], "columns": columns, "rows": rows, "notes": notes}
