"""The verbs: `read`, `ask`, `weigh`, `demo`. Each takes what was typed, goes one road to a judgement, shows it."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

from walkaway import __version__
from walkaway.cli.add_command import add
from walkaway.cli.data_command import data
from walkaway.cli.draft_command import draft
from walkaway.cli.forecast_command import forecast
from walkaway.cli.kept_commands import verbs
from walkaway.cli.leave_command import leave
from walkaway.cli.offer_log_command import offer
from walkaway.cli.opening import HOME, PASSPHRASE_FILE
from walkaway.cli.options import AFRAID, ELSEWHERE, HTML, JSON, KIND, STOP, WANT
from walkaway.cli.people_command import people
from walkaway.cli.refusal_command import refusal
from walkaway.cli.serve_command import serve
from walkaway.cli.store_command import store
from walkaway.cli.told import Told

app = typer.Typer(
    name="walkaway",
    help="Who is meeting you halfway, what your limit is, and what to do now. Nothing leaves this machine.",
    rich_markup_mode=None,  # plain help costs a tenth of a second less
    pretty_exceptions_enable=False,  # what a person wrote must not show up in a traceback
    epilog="Exit codes: 0 fine, 2 usage, 3 a file cannot be read, 4 a question is open, "
    "5 worth another look, 6 the store, 130 stopped.",
)


def _version(asked: bool) -> None:
    if asked:
        typer.echo(f"walkaway {__version__}")
        raise typer.Exit


@app.callback(invoke_without_command=True)
def _walkaway(
    context: typer.Context,
    version: Annotated[  # noqa: ARG001 (its callback does all)
        bool, typer.Option("--version", callback=_version, is_eager=True, help="Show the version and leave.")
    ] = False,
) -> None:
    if context.invoked_subcommand is None:
        typer.echo(context.get_help())
        raise typer.Exit(2)


@app.command()
def read(
    files: Annotated[
        list[Path], typer.Argument(metavar="FILE", help="A chat export, as a file or in a zip.", readable=False)
    ],
    me: Annotated[str | None, typer.Option(metavar="NAME", help="Your name in the chat.")] = None,
    with_: Annotated[
        str | None, typer.Option("--with", metavar="NAME", help="Whom you mean, where there are several.")
    ] = None,
    kind: KIND = None,
    order: Annotated[
        str | None,
        typer.Option(metavar="ORDER", help="Order of day, month, year in the file: dmy, mdy, ymd, ydm, myd or dym."),
    ] = None,
    tz: Annotated[
        str | None,
        typer.Option(metavar="ZONE", help="Time zone of the file, like Europe/Berlin. Default: this machine's."),
    ] = None,
    now: Annotated[
        str | None, typer.Option(metavar="DAY", help="Judge as of this day, like 2024-08-03, or today.")
    ] = None,
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
    as_json: JSON = False,
    html: HTML = None,
) -> None:
    """Read a chat and show its card. Nothing is kept."""
    from walkaway.cli.sorry import sorry

    told = Told(me, with_, kind, order, tz, now, afraid, stop_contact, want, elsewhere, tuple(quiet or ()), columns)
    with sorry(as_json=as_json):
        from walkaway.cli.conversation import read_and_ask
        from walkaway.cli.showing import show_review

        show_review(read_and_ask(files, told, as_json=as_json), as_json=as_json, html=html)


@app.command()
def ask(
    name: Annotated[str | None, typer.Option(metavar="NAME", help="Who it is. A first name is enough.")] = None,
    kind: KIND = None,
    then_me: Annotated[
        float | None, typer.Option(metavar="N", min=0, max=1000, help="Times a week you wrote first, as it used to be.")
    ] = None,
    then_them: Annotated[
        float | None,
        typer.Option(metavar="N", min=0, max=1000, help="Times a week they wrote first, as it used to be."),
    ] = None,
    now_me: Annotated[
        float | None, typer.Option(metavar="N", min=0, max=1000, help="Times a week you write first now.")
    ] = None,
    now_them: Annotated[
        float | None, typer.Option(metavar="N", min=0, max=1000, help="Times a week they write first now.")
    ] = None,
    answers_then: Annotated[
        str | None, typer.Option(metavar="PERCENT", help="Of 100 messages of yours, those they answered then.")
    ] = None,
    answers_now: Annotated[
        str | None, typer.Option(metavar="PERCENT", help="Of 100 messages of yours, those they answer now.")
    ] = None,
    answers_me: Annotated[
        str | None, typer.Option(metavar="PERCENT", help="Of 100 messages of theirs, those you answer.")
    ] = None,
    days_then: Annotated[
        float | None, typer.Option(metavar="DAYS", min=0, max=7, help="Days a week they wrote then.")
    ] = None,
    days_now: Annotated[
        float | None, typer.Option(metavar="DAYS", min=0, max=7, help="Days a week they write now.")
    ] = None,
    months: Annotated[
        float | None, typer.Option(metavar="MONTHS", min=0, max=600, help="For how many months it has been like now.")
    ] = None,
    need: Annotated[
        list[str] | None,
        typer.Option(metavar="NAME=TARGET", help="What must be true: openings=1, replies=80 (percent), active_days=2."),
    ] = None,
    afraid: AFRAID = None,
    stop_contact: STOP = None,
    want: WANT = None,
    elsewhere: ELSEWHERE = None,
    keep: Annotated[bool, typer.Option("--keep", help="Keep it as a pursuit, to see and change later.")] = False,
    home: HOME = None,
    passphrase_file: PASSPHRASE_FILE = None,
    as_json: JSON = False,
    html: HTML = None,
) -> None:
    """No chat to read? Three questions give a first card."""
    from walkaway.cli.sorry import sorry

    with sorry(as_json=as_json):
        from walkaway.cli.memory import Remembered, kept_review, percent, review_of
        from walkaway.cli.showing import show_review

        said = Told(kind=kind, afraid=afraid, stop_contact=stop_contact, want=want, elsewhere=elsewhere)
        remembered = Remembered(
            name=name,
            then_me=then_me,
            then_them=then_them,
            now_me=now_me,
            now_them=now_them,
            answers_then=percent("--answers-then", answers_then, as_json=as_json),
            answers_now=percent("--answers-now", answers_now, as_json=as_json),
            answers_me=percent("--answers-me", answers_me, as_json=as_json),
            days_then=days_then,
            days_now=days_now,
            months=months,
            needs=None if need is None else tuple(need),
        )
        if keep:
            from walkaway.cli import kept

            with kept.opened(home, passphrase_file, as_json=as_json) as there:
                found = kept_review(there, remembered, said, as_json=as_json)
        else:
            found = review_of(remembered, said, as_json=as_json)
        show_review(found, as_json=as_json, html=html)


@app.command()
def weigh(
    kind: Annotated[str | None, typer.Option(metavar="KIND", help="client, deal, job or investor.")] = None,
    mine: Annotated[str | None, typer.Option(metavar="N", help="The last number you told them.")] = None,
    theirs: Annotated[str | None, typer.Option(metavar="N", help="What they offer.")] = None,
    fallback: Annotated[
        str | None, typer.Option(metavar="N", help="What you have if this falls through, after its own costs.")
    ] = None,
    sure: Annotated[str | None, typer.Option(metavar="0..100", help="How sure the fallback is. Default: 100.")] = None,
    answer: Annotated[
        str | None, typer.Option(metavar="DAYS|DATE", help="When you will know whether the fallback is there.")
    ] = None,
    otherwise: Annotated[
        str | None, typer.Option(metavar="N", help="What is left if the fallback fails too. Who sells: 0.")
    ] = None,
    spread: Annotated[
        str | None, typer.Option(metavar="N", help="By how much the fallback may turn out better or worse.")
    ] = None,
    deadline: Annotated[str | None, typer.Option(metavar="DAYS|DATE", help="When you must answer them.")] = None,
    likely: Annotated[
        str | None, typer.Option(metavar="LOW..HIGH", help="How far they may go, or LOW..LIKELY..HIGH.")
    ] = None,
    target: Annotated[str | None, typer.Option(metavar="N", help="What you aim for, if you named no number.")] = None,
    better: Annotated[str | None, typer.Option(metavar="N", help="A better offer that may come.")] = None,
    better_sure: Annotated[str | None, typer.Option(metavar="0..100", help="How likely it is.")] = None,
    better_days: Annotated[str | None, typer.Option(metavar="DAYS|DATE", help="When it would come.")] = None,
    waiting: Annotated[
        str | None, typer.Option(metavar="N", help="What a week of waiting costs, in the unit of the offer.")
    ] = None,
    cost: Annotated[
        str | None, typer.Option(metavar="N", help="What this deal costs you, like the job itself.")
    ] = None,
    term: Annotated[
        list[str] | None, typer.Option(metavar="NAME=N", help="A term and its worth to you, like remote=+200.")
    ] = None,
    trade: Annotated[
        bool, typer.Option("--trade", help="You would move from your own number, for something in return.")
    ] = False,
    buying: Annotated[bool, typer.Option("--buying", help="You buy, so less is better.")] = False,
    currency: Annotated[str | None, typer.Option(metavar="SIGN", help="A sign or code to show, like € or EUR.")] = None,
    per: Annotated[str | None, typer.Option(metavar="UNIT", help="hour, day, month, year or project.")] = None,
    as_json: JSON = False,
) -> None:
    """An offer typed in: accept, counter, ask for time or walk, and the number to say."""
    from walkaway.cli.sorry import sorry

    with sorry(as_json=as_json):
        from walkaway.cli.offer import TypedOffer, weigh_typed
        from walkaway.cli.showing import console, print_json

        typed = TypedOffer(
            kind=kind,
            theirs=theirs,
            mine=mine,
            target=target,
            fallback=fallback,
            sure=sure,
            otherwise=otherwise,
            spread=spread,
            answer=answer,
            deadline=deadline,
            likely=likely,
            better=better,
            better_sure=better_sure,
            better_days=better_days,
            waiting=waiting,
            cost=cost,
            currency=currency,
            per=per,
            terms=tuple(term or ()),
            buying=buying,
            trade=trade,
        )
        found = weigh_typed(typed, as_json=as_json)
        if as_json:
            from walkaway.words.offer_schema import offer_as_json

            print_json(offer_as_json(found))
        else:
            from walkaway.cli.offer_card import show_offer
            from walkaway.words.spoken import spoken

            show_offer(spoken("en").offers.offer_card(found), console())


@app.command()
def demo(
    name: Annotated[
        str | None, typer.Argument(metavar="NAME", help="client, deal, job, investor, partner or friend.")
    ] = None,
    as_json: JSON = False,
    html: HTML = None,
) -> None:
    """Six made-up stories, and what their cards say."""
    from walkaway.cli.sorry import sorry

    with sorry(as_json=as_json):
        from walkaway.cli import stories
        from walkaway.cli.showing import console, print_json, review_as_json, show_review

        if name is not None:
            show_review(stories.one(name), as_json=as_json, html=html)
            return
        told = stories.all_of_them()
        if as_json:
            print_json({name: review_as_json(review) for name, review in told.items()})
            return
        stories.show(told, console())
        show_review(told[stories.FIRST], as_json=False, html=html)


app.add_typer(verbs)
app.command()(add)
app.add_typer(data, name="data")
app.add_typer(people, name="people")
app.add_typer(store, name="store")
app.command()(serve)
app.command()(offer)
app.command()(draft)
app.command()(refusal)
app.command()(leave)
app.command()(forecast)
