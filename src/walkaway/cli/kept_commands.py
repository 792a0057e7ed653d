"""The verbs about pursuits that are kept: `review`, `standard`, `option`, `status`."""

from __future__ import annotations

from dataclasses import replace
from typing import Annotated

import typer

from walkaway.cli.opening import HOME, PASSPHRASE_FILE
from walkaway.cli.options import AFRAID, ELSEWHERE, HTML, JSON, KIND, STOP, WANT
from walkaway.cli.told import Told

verbs = typer.Typer()
NAME = Annotated[str, typer.Argument(metavar="NAME", help="Whom or what it is about, as you call it.")]


@verbs.command()
def review(
    name: NAME,
    home: HOME = None,
    passphrase_file: PASSPHRASE_FILE = None,
    me: Annotated[str | None, typer.Option(metavar="NAME", help="Your name in the chat.")] = None,
    with_: Annotated[str | None, typer.Option("--with", metavar="NAME", help="Whom you mean there.")] = None,
    kind: KIND = None,
    order: Annotated[str | None, typer.Option(metavar="ORDER", help="Order of day, month, year in the files.")] = None,
    tz: Annotated[str | None, typer.Option(metavar="ZONE", help="Time zone, like Europe/Berlin.")] = None,
    now: Annotated[str | None, typer.Option(metavar="DAY", help="Judge as of this day, or today.")] = None,
    afraid: AFRAID = None,
    stop_contact: STOP = None,
    want: WANT = None,
    elsewhere: ELSEWHERE = None,
    quiet: Annotated[
        list[str] | None, typer.Option(metavar="FROM..TO", help="A spell that illness, grief or work explains.")
    ] = None,
    columns: Annotated[
        str | None, typer.Option(metavar="MAP", help="Columns of a table, like when=Date, who=Sender, text=Body.")
    ] = None,
    asked: Annotated[str | None, typer.Option(metavar="DAY", help="You asked them on this day.")] = None,
    as_json: JSON = False,
    html: HTML = None,
) -> None:
    """The card of a pursuit that is kept. What you say here is kept with it."""
    from walkaway.cli.sorry import sorry

    told = Told(me, with_, kind, order, tz, now, afraid, stop_contact, want, elsewhere, tuple(quiet or ()), columns)
    with sorry(as_json=as_json):
        from walkaway.cli import kept
        from walkaway.cli.showing import show_review

        with kept.opened(home, passphrase_file, as_json=as_json) as there:
            found = kept.review(there, name, told, as_json=as_json, asked=asked)
        show_review(found, as_json=as_json, html=html)


@verbs.command()
def standard(
    name: NAME,
    home: HOME = None,
    passphrase_file: PASSPHRASE_FILE = None,
    kind: KIND = None,
    examples: Annotated[bool, typer.Option("--examples", help="Show 24 examples of this kind.")] = False,
    add: Annotated[
        list[str] | None,
        typer.Option(metavar="NAME[=N]", help="Add one, like answers=80, or your own words. N is what you need."),
    ] = None,
    must: Annotated[list[str] | None, typer.Option(metavar="NAME", help="Make it a must-have.")] = None,
    soft: Annotated[list[str] | None, typer.Option(metavar="NAME", help="Weigh it only.")] = None,
    drop: Annotated[list[str] | None, typer.Option(metavar="NAME", help="Take it off the list.")] = None,
    rate: Annotated[
        list[str] | None, typer.Option(metavar="NAME=N", help="How true it was lately, from 0 to 10.")
    ] = None,
    on: Annotated[str | None, typer.Option(metavar="DAY", help="The day of the rating. Default: today.")] = None,
    points: Annotated[list[str] | None, typer.Option(metavar="NAME=N", help="What it weighs; the most: 100.")] = None,
    first: Annotated[str | None, typer.Option(metavar="NAME,NAME", help="Most important first.")] = None,
    only_mine: Annotated[
        bool | None, typer.Option("--only-mine/--with-usual", help="Count only these, or the usual ones too.")
    ] = None,
    promise: Annotated[
        str | None, typer.Option(metavar="NAME=N", help="A rule made while calm: the least you accept.")
    ] = None,
    misses: Annotated[int | None, typer.Option(metavar="N", help="How many missed weeks make it due: 2.")] = None,
    within: Annotated[int | None, typer.Option(metavar="N", help="Within how many weeks: 4.")] = None,
    ask_first: Annotated[
        bool | None, typer.Option("--ask-first/--walk-at-once", help="Ask once before you walk (as usual).")
    ] = None,
    grace: Annotated[int | None, typer.Option(metavar="N", help="Weeks to wait after asking: 2.")] = None,
    words: Annotated[str, typer.Option(metavar="TEXT", help="Why, in your own words.")] = "",
    drop_promise: Annotated[str | None, typer.Option(metavar="NAME", help="Drop the rule, after its delay.")] = None,
    you_said: Annotated[str | None, typer.Option(metavar="STEP", help="How far your words go.")] = None,
    you_did: Annotated[str | None, typer.Option(metavar="STEP", help="How far your acts go.")] = None,
    they_said: Annotated[str | None, typer.Option(metavar="STEP", help="How far their words go.")] = None,
    they_did: Annotated[str | None, typer.Option(metavar="STEP", help="How far their acts go.")] = None,
    as_json: JSON = False,
) -> None:
    """What you need of them, what you promised yourself, and what is settled."""
    from walkaway.cli.sorry import sorry

    with sorry(as_json=as_json):
        from walkaway.cli import kept, reading
        from walkaway.cli.kept_lists import show_examples, show_standards
        from walkaway.cli.typed_standards import TypedStandards, changed

        typed = TypedStandards(
            add=tuple(add or ()),
            must=tuple(kept.names_in(must or ())),
            soft=tuple(kept.names_in(soft or ())),
            drop=tuple(kept.names_in(drop or ())),
            rate=tuple(rate or ()),
            on=on,
            points=tuple(points or ()),
            first=tuple(kept.names_in([first or ""])),
            only_mine=only_mine,
            promise=promise,
            rule={"misses": misses, "within": within, "ask_first": ask_first, "grace": grace, "words": words},
            drop_promise=drop_promise,
            you={"said": you_said, "done": you_did},
            them={"said": they_said, "done": they_did},
        )
        now = reading.here_and_now()
        with kept.opened(home, passphrase_file, as_json=as_json) as there:
            before = kept.found_or_new(there, name)
            pursuit = changed(kept.with_told(before, Told(kind=kind)), typed, now)
            looks = examples and replace(pursuit, answers=before.answers) == before  # a kind alone: to show those of it
            if pursuit != before and not looks:
                there.keep(pursuit)
        if examples:
            show_examples(pursuit, as_json=as_json)
        else:
            show_standards(pursuit, now, as_json=as_json)


@verbs.command()
def option(
    name: NAME,
    home: HOME = None,
    passphrase_file: PASSPHRASE_FILE = None,
    kind: KIND = None,
    add: Annotated[str | None, typer.Option(metavar="NAME", help="Something else you could have.")] = None,
    worth: Annotated[
        str | None, typer.Option(metavar="A..B", help="What a week of it would be worth: like 4..9 or 4..6..9.")
    ] = None,
    chance: Annotated[str | None, typer.Option(metavar="PERCENT", help="The chance that it comes through.")] = None,
    hours: Annotated[str | None, typer.Option(metavar="N", help="Hours it takes to find out.")] = None,
    money: Annotated[str | None, typer.Option(metavar="N", help="Money it takes to find out.")] = None,
    weeks: Annotated[str | None, typer.Option(metavar="N", help="Weeks until you know.")] = None,
    drop: Annotated[str | None, typer.Option(metavar="NAME", help="Take it off the list.")] = None,
    unit: Annotated[str | None, typer.Option(metavar="UNIT", help="points (0 to 10), or money, like €.")] = None,
    good: Annotated[str | None, typer.Option(metavar="N", help="What a week with everything met is worth.")] = None,
    weak: Annotated[str | None, typer.Option(metavar="N", help="And one in which they do less.")] = None,
    costs: Annotated[str | None, typer.Option(metavar="N", help="What a week here takes out of you.")] = None,
    free: Annotated[str | None, typer.Option(metavar="N", help="What a week without this would be worth.")] = None,
    asking: Annotated[str | None, typer.Option(metavar="N", help="What it costs you to ask once.")] = None,
    week_hours: Annotated[str | None, typer.Option(metavar="N", help="Hours a week this takes.")] = None,
    hour_pays: Annotated[str | None, typer.Option(metavar="N", help="What an hour of yours earns, in money.")] = None,
    income: Annotated[str | None, typer.Option(metavar="N", help="What this pays you a week, in money.")] = None,
    as_json: JSON = False,
) -> None:
    """What else you have, what a week is worth to you, and the limit that follows."""
    from walkaway.cli.sorry import sorry

    with sorry(as_json=as_json):
        from walkaway.cli import kept
        from walkaway.cli.kept_lists import show_options
        from walkaway.cli.typed_options import TypedOption, changed

        week = {"good": good, "weak": weak, "costs": costs, "free": free, "asking": asking}
        week |= {"hours": week_hours, "hour_pays": hour_pays, "income": income}
        typed = TypedOption(add, worth, chance, hours, money, weeks, drop, unit, week)
        with kept.opened(home, passphrase_file, as_json=as_json) as there:
            before = kept.found_or_new(there, name)
            pursuit = changed(kept.with_told(before, Told(kind=kind)), typed, as_json=as_json)
            if pursuit != before:
                there.keep(pursuit)
            pursuit = replace(pursuit, answers=kept.heard(there, pursuit))
        show_options(pursuit, as_json=as_json)


@verbs.command()
def status(
    name: Annotated[str | None, typer.Argument(metavar="NAME", help="Only this one.")] = None,
    home: HOME = None,
    passphrase_file: PASSPHRASE_FILE = None,
    hours: Annotated[float | None, typer.Option(metavar="N", min=0, max=168, help="Hours a week you have.")] = None,
    own_life: Annotated[
        float | None, typer.Option(metavar="PERCENT", min=0, max=100, help="Of them first for your own life.")
    ] = None,
    as_json: JSON = False,
) -> None:
    """Everyone in one table: whose move it is, what to do, and where the next hour is worth most."""
    from walkaway.cli.sorry import sorry

    with sorry(as_json=as_json):
        from walkaway.app.everyone import judged, resting, rows
        from walkaway.app.plan_week import plan
        from walkaway.cli import kept
        from walkaway.cli.kept_lists import show_status

        with kept.opened(home, passphrase_file, as_json=as_json) as there:
            only = None if name is None else there.pursuit(name).name
            you = kept.you_with(there, hours=hours, own_life=own_life)
            reviewed = kept.review_all(there, as_json=as_json)
        week = plan(judged(reviewed), you, resting=resting(reviewed))
        table = [
            pair
            for pair in zip(reviewed, rows(reviewed, week), strict=True)
            if only is None or pair[0].pursuit.name == only
        ]
        show_status(table, week, whole=name is None, as_json=as_json)
