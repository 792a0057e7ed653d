"""A chat handed over: the upload in; what was read, what is still open, and then the card, out. And the demo."""

from __future__ import annotations

from collections.abc import AsyncGenerator, Iterable
from dataclasses import fields, replace

from starlette.concurrency import run_in_threadpool
from starlette.datastructures import FormData, UploadFile
from starlette.formparsers import MultiPartException, MultiPartParser
from starlette.requests import Request
from starlette.responses import Response

from walkaway.app import demo
from walkaway.app.answers import Answers
from walkaway.app.errors import OpenQuestion, UnknownColumns, WalkawayError
from walkaway.app.keeper import File
from walkaway.app.ports import ReadOptions
from walkaway.app.pursuit import Pursuit
from walkaway.web.at_hand import desk_of, intakes_of, visit_of
from walkaway.web.forms import COLUMNS, about, columns_in, columns_of, said_in
from walkaway.web.intake import ANSWERED, Choice, Intake, choice
from walkaway.web.pages import language, page, sentence
from walkaway.web.refused import Refused
from walkaway.web.screens.account import is_account
from walkaway.web.screens.lists import library
from walkaway.web.screens.plain import seen
from walkaway.web.screens.setting import about_them
from walkaway.words.shell import shell

LARGEST = 2**30
"""Bytes that are taken through the browser, and held in memory."""
FIRST = {"--me": "first_me", "--columns": "first_columns"}
"""What is said where a question was sent back without its answer."""
PATIENCE = 0.4
"""Seconds a page waits for the reading to end before it shows how far it is."""


class TooLargeError(Exception):
    """More than we take."""


class _InMemory(MultiPartParser):
    """Nothing that was handed over may lie on a disk, not even for a moment in a temporary file."""

    spool_max_size = LARGEST + 1


async def handed(request: Request) -> Response:
    """The upload. Then read, and go to where it can be watched."""
    words = shell(language(request)).words
    try:
        form = await form_in_memory(request)
    except TooLargeError:
        return await run_in_threadpool(_not_taken, request, FormData(), words["too_large"], 413)
    except MultiPartException:
        return await run_in_threadpool(_not_taken, request, FormData(), words["no_file"])
    handed_over = [await file_of(part) for part in form.getlist("file")]
    await form.close()
    files, empty = tuple(file for file in handed_over if file.raw), empty_of(handed_over)
    if not files:
        why = words["file_empty"].format(names=", ".join(empty)) if empty else words["no_file"]
        return await run_in_threadpool(_not_taken, request, form, why)
    name = _of(request, form)
    known = None if name is None else desk_of(request).pursuit(name)
    intake = intakes_of(request).begin(files, known, await run_in_threadpool(desk_of(request).you))
    intake.empty = empty
    return seen(f"/intake/{intake.id}")


def _of(request: Request, form: FormData) -> str | None:
    """The pursuit that a file is added to. None: it begins a new one."""
    name = visit_of(request).name(str(form.get("pursuit", "")))
    return name if name is not None and name in desk_of(request).names() else None


def _not_taken(request: Request, form: FormData, trouble: str, status: int = 400) -> Response:
    """The page with the form for a file again, and why this one was not taken."""
    refused, name = Refused(form, trouble), _of(request, form)
    if name is not None:
        return about_them(request, name, refused, status)
    return (
        library(request, refused, status)
        if desk_of(request).names()
        else page(request, "start.html", status, refused=refused)
    )


async def file_of(part: UploadFile | str) -> File:
    """A file of a form; a field that holds text instead is none, and has no name."""
    return File("", b"") if isinstance(part, str) else File(part.filename or "", await part.read())


def empty_of(files: Iterable[File]) -> tuple[str, ...]:
    """The names of files that were chosen, and hold nothing."""
    return tuple(file.name for file in files if file.name and not file.raw)


async def form_in_memory(request: Request) -> FormData:
    """A form with files, none of which touches a disk. Raises TooLargeError."""
    taken = 0

    async def counted() -> AsyncGenerator[bytes, None]:
        nonlocal taken
        async for piece in request.stream():
            taken += len(piece)
            if taken > LARGEST:
                raise TooLargeError
            yield piece

    return await _InMemory(request.headers, counted(), max_files=100, max_fields=10).parse()


async def watched(request: Request) -> Response:
    """How far the reading is, or what it left open."""
    intake = intakes_of(request).find(request.path_params["id"])
    if intake is None:
        return seen("/")
    await run_in_threadpool(intake.wait, PATIENCE)
    return await run_in_threadpool(_shown, request, intake, Answers())


async def answered(request: Request) -> Response:
    """What the person said about the file. When nothing is open any more, it is kept and its card shown."""
    intake = intakes_of(request).find(request.path_params["id"])
    if intake is None:
        return seen("/")
    form = await request.form()
    option = str(form.get("option", ""))
    answer = columns_in(form) if option == "--columns" else visit_of(request).named(str(form.get("answer", "")).strip())
    if option in ANSWERED and answer:
        said = ANSWERED[option](intake.said, answer)
        if intake.question is not None:
            intakes_of(request).again(intake, said)
            return seen(f"/intake/{intake.id}")
        intake.said = said
    if option and not answer:
        trouble = shell(language(request)).words[FIRST.get(option, "first_answer")]
        return await run_in_threadpool(_shown, request, intake, Answers(), Refused(form, trouble))
    return await run_in_threadpool(_kept, request, intake, form)


def _kept(request: Request, intake: Intake, form: FormData) -> Response:
    answers = said_in(form, Answers())
    try:
        open_ = choice(intake)
    except WalkawayError as error:
        intake.said = replace(intake.said, me=None, with_=None)
        return _shown(request, intake, answers, Refused(form, sentence(request, error)))
    # Where only a question about the file was on the page, what it is to the person comes next.
    if open_.chosen is None or (not intake.said.name and "afraid" not in form):
        return _shown(request, intake, answers)
    desk, chosen = desk_of(request), open_.chosen
    assert intake.archive is not None
    known, them = intake.said.name, chosen.chat.people[chosen.them]
    again = None if known else desk.kept_as(chosen, intake.archive.source)
    if again is not None:
        pursuit = _with_more(desk.pursuit(again), intake.said, answers)
    elif known:
        pursuit = intake.said
    else:
        pursuit = replace(intake.said, name=desk.free_name(them), answers=answers)
    pursuit = replace(pursuit, me=chosen.chat.people[chosen.me], with_=them)
    desk.take_in(pursuit, intake.files, intake.archive)
    intakes_of(request).end(intake)
    return seen(f"/p/{visit_of(request).key(pursuit.name)}{'' if again is None else '?again=yes'}")


def _with_more(kept: Pursuit, said: Pursuit, answers: Answers) -> Pursuit:
    """What is kept of a chat that came again, with what was said now. No answer takes an earlier one back."""
    new = {each.name: getattr(answers, each.name) for each in fields(answers)}
    return replace(
        kept,
        answers=replace(kept.answers, **{name: value for name, value in new.items() if value not in (None, ())}),
        order=said.order or kept.order,
        tz=said.tz or kept.tz,
        columns=said.columns or kept.columns,
    )


def _shown(request: Request, intake: Intake, said: Answers, refused: Refused | None = None) -> Response:
    template = "intake_body.html" if "hx-request" in request.headers else "intake.html"
    open_ = Choice(None, None)
    if not intake.reading and intake.error is None:
        try:
            open_ = choice(intake)
        except WalkawayError as error:
            intake.error = error
    question = open_.question
    # Who is who and what it is to you can be said on one page; which chat is meant must be known before.
    ask_about = not intake.said.name and (question is None or question.option == "--me")
    return page(
        request,
        template,
        refused=None if intake.error is not None else refused,
        beside=_people(open_),
        quoted=(*(file.name for file in intake.files), *_columns(request, question)[1]),
        intake=intake,
        choice=open_,
        receipt=None if intake.archive is None else intake.archive.receipt,
        columns=_columns(request, question),
        question_choices=[]
        if question is None
        else [(visit_of(request).chosen_by(text), text) for text in question.choices],
        ask_about=ask_about,
        is_account=is_account(intake),
        said=said,
        trouble=None if intake.error is None else sentence(request, intake.error),
        **about(language(request)),
    )


def _people(open_: Choice) -> tuple[str, ...]:
    """Names that the page may show though nothing of them is kept yet."""
    asked = () if open_.question is None else open_.question.choices
    return (*asked, *(() if open_.chosen is None else open_.chosen.chat.people))


def _columns(request: Request, question: OpenQuestion | None) -> tuple[list[tuple[str, str, bool]], list[str]]:
    """For a table whose columns only the person can name: what to ask for, and the names it has."""
    if not isinstance(question, UnknownColumns):
        return [], []
    words = shell(language(request)).words
    return [(name, words[f"column_{name}"], needed) for name, needed in COLUMNS], columns_of(question.header)


async def look_around(request: Request) -> Response:
    """The six made-up stories, kept like anything else."""
    await run_in_threadpool(_stories, request)
    return seen("/")


def _stories(request: Request) -> None:
    desk = desk_of(request)
    for story in demo.STORIES:
        file = File(f"WhatsApp Chat with {story.them}.txt", demo.export(story).encode())
        pursuit = Pursuit(story.them, story.answers, me=demo.YOU, with_=story.them, order="dmy")
        archive = intakes_of(request).read([(file.name, file.raw)], ReadOptions(tz=desk.tz, order="dmy"), None)
        desk.take_in(pursuit, (file,), archive)
