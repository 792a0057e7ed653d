"""A talk, and what was typed about it, in; the talk changed, weighed and shown, over a price or packages, out."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import typer

from walkaway.app import set_talk
from walkaway.app.answers import Answers
from walkaway.app.choose_chat import Chosen, choose_chat
from walkaway.app.errors import OpenQuestion, UsageError, WalkawayError
from walkaway.app.held import held
from walkaway.app.home import Home
from walkaway.app.own_talk import OwnTalk
from walkaway.app.pursuit import Pursuit
from walkaway.app.talk import Talked, weigh_talk
from walkaway.app.walks import contact_days, walks_elsewhere
from walkaway.app.weigh_packages import PackagesTalked, weigh_packages
from walkaway.cli import asking, kept, reading, typed_packages, typed_talk
from walkaway.cli.offer import span
from walkaway.cli.showing import console, print_json
from walkaway.cli.typed_packages import TypedIssues
from walkaway.cli.typed_talk import TypedTalk, today
from walkaway.words.amount import amount
from walkaway.words.en import noticing
from walkaway.words.en.doors import AN_AMOUNT, OFFER_HINTS, OFFER_QUESTIONS, WRITTEN
from walkaway.words.shell import LANGUAGES
from walkaway.words.spoken import spoken


def changed(pursuit: Pursuit, issues: TypedIssues, typed: TypedTalk, *, undo: bool, anew: bool, ask: bool) -> Pursuit:
    """The pursuit with the talk as it now stands. Nothing is asked of one who is not to be advised."""
    ask = ask and held(pursuit.answers) is None
    if typed_packages.over_packages(pursuit, issues, anew=anew):
        found = typed_packages.changed(pursuit, issues, typed, undo=undo, anew=anew, ask=ask)
    else:
        found = typed_talk.changed(pursuit, typed, undo=undo, anew=anew)
    if pursuit.talk is None and found.talk == OwnTalk():  # nothing was said of it, so there is nothing to keep
        found = replace(found, talk=None)
    return _free(_asked(found), pursuit) if ask else found


def left_open(there: Home, pursuit: Pursuit) -> bool:
    """Whether what was typed last ended in a question. Then it may be typed once more, with the answer."""
    if pursuit.talk is None:
        return False
    try:
        return weighed(there, pursuit, kept.heard(there, pursuit)).held == "unanswered"
    except OpenQuestion:
        return True


def said_once(before: Pursuit, after: Pursuit) -> Pursuit:
    """The pursuit without a number or a package that was only typed again."""
    if before.talk is None or after.talk is None:
        return after
    return replace(after, talk=set_talk.said_once(before.talk, after.talk))


def _asked(pursuit: Pursuit) -> Pursuit:
    """What a talk over a price cannot be weighed without is asked for."""
    talk = pursuit.talk
    if talk is None or talk.issues:
        return pursuit
    if talk.fallback is None:
        typed = TypedTalk(fallback=_readable("fallback", amount))
        pursuit = typed_talk.changed(pursuit, typed, undo=False, anew=False)
    if talk.likely is None and not any(said.by == "them" for said in talk.said):
        typed = TypedTalk(likely=_readable("likely", span))
        pursuit = typed_talk.changed(pursuit, typed, undo=False, anew=False)
    return pursuit


def _readable(name: str, reader: Callable[[str], object | None]) -> str:
    while True:
        typed = asking.text(OFFER_QUESTIONS[name])
        if reader(typed) is not None:
            return typed
        asking.say(OFFER_HINTS.get(name, AN_AMOUNT))


def _free(pursuit: Pursuit, before: Pursuit) -> Pursuit:
    """Whether the person may leave for what they have is asked once, in words, when they first say what that is."""
    talk, known = pursuit.talk, before.talk is not None and before.talk.fallback is not None
    if talk is None or talk.fallback is None or known or talk.voluntary is not None or talk.breaks_off:
        return pursuit
    picked = asking.choose(noticing.FREE_QUESTION, noticing.FREE, skip=True)
    if picked is None:
        return pursuit
    risk = None if picked == "yes" else str(asking.number(noticing.BREAKS, 100))
    said = TypedTalk(free=picked == "yes", breaks_off=risk)
    return typed_talk.changed(pursuit, said, undo=False, anew=False)


def weighed(there: Home, pursuit: Pursuit, told: Answers) -> Talked | PackagesTalked:
    """What to do now."""
    talk = pursuit.talk or OwnTalk()
    judge = weigh_packages if talk.issues else weigh_talk
    if held(told) is not None:
        return judge(pursuit.name, talk, told, today())
    days = contact_days(_chat(there, pursuit)) if talk.wanted else None
    elsewhere = walks_elsewhere(there, pursuit.name, lambda other: kept.heard(there, other))
    return judge(pursuit.name, talk, told, today(), elsewhere=elsewhere, contacts=days)


def _chat(there: Home, pursuit: Pursuit) -> Chosen | None:
    """The chat with them; None where there is none, or where reading it would ask something: this is not its door."""
    try:
        archive = there.archive(pursuit, reading.options(pursuit.tz, pursuit.order, pursuit.columns))
        return None if archive is None else choose_chat(archive, me=pursuit.me, with_=pursuit.with_)
    except WalkawayError:
        return None


def show(found: Talked | PackagesTalked, *, as_json: bool) -> None:
    """The card or the JSON of it."""
    if isinstance(found, PackagesTalked):
        if as_json:
            from walkaway.words.packages_schema import packages_as_json

            print_json(packages_as_json(found))
        else:
            from walkaway.cli.packages_card import show_packages

            show_packages(found, console())
    elif as_json:
        from walkaway.words.talk_schema import talk_as_json

        print_json(talk_as_json(found))
    else:
        from walkaway.cli.talk_card import show_talk

        show_talk(found, console())


def language_in(typed: str | None) -> str:
    """The language of the worksheet: English, like all that is typed here, unless another one is asked for."""
    if typed not in (None, *LANGUAGES):
        raise UsageError(f"--language cannot be {typed!r}. There is: {', '.join(LANGUAGES)}.")
    return typed or "en"


def write_sheet(
    pursuit: Pursuit, found: Talked | PackagesTalked | None, told: Answers, out: Path, language: str
) -> None:
    """The worksheet; of a talk that cannot be weighed yet too, with blanks."""
    from walkaway.cli.worksheet import write

    sheet = spoken(language).worksheet.sheet
    write(sheet(pursuit.name, pursuit.talk or OwnTalk(), found, held(told)), out)
    typer.echo(WRITTEN.format(path=out), err=True)
