"""What was typed about a forecast in; the forecast out, on the screen, as JSON, or for a program."""

from __future__ import annotations

from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING

import typer

from walkaway.app import forecast as steps
from walkaway.app.choose_chat import Chosen, choose_chat
from walkaway.app.errors import OpenQuestion, UnknownPursuit, WalkawayError
from walkaway.app.forecast import Forecast
from walkaway.app.home import Home
from walkaway.app.leave import state_of
from walkaway.app.zone import moment_of
from walkaway.cli import asking, kept, reading
from walkaway.cli.card import WIDEST, bullets, can_unicode
from walkaway.cli.showing import console, print_json
from walkaway.cli.sorry import OPEN, say
from walkaway.cli.told import Told
from walkaway.words.en import doors
from walkaway.words.forecast_schema import forecast_as_json
from walkaway.words.spoken import spoken

if TYPE_CHECKING:
    from walkaway.app.ports import Archive
    from walkaway.app.pursuit import Pursuit


def foretold(there: Home, name: str, told: Told, purchases: Path | None, *, as_json: bool) -> Forecast:
    """The forecast of a pursuit that is kept. For a table of purchases, which is not kept, the name may be new."""
    from walkaway import wiring

    def judged(pursuit: Pursuit, archive: Archive | None, zone: str, now: int | None) -> Forecast:
        bought = None if purchases is None else wiring.read_purchases(purchases, zone, of=(name, pursuit.with_ or name))
        held = state_of(pursuit) in ("support", "stop_contact")
        chosen = None if held or archive is None else _chosen(archive, pursuit, needed=bought is None)
        moment = moment_of(reading.clock() if now is None else now, zone)
        source = "" if archive is None else archive.source
        return steps.forecast(pursuit, chosen, source=source, now=moment, bought=bought)

    if purchases is not None and not _known(there, name):
        pursuit = kept.with_told(kept.found_or_new(there, name), told)
        zone = pursuit.tz or reading.machine_zone()
        return judged(pursuit, None, zone, reading.moment(told.now, zone))
    return kept.with_answers(there, name, told, lambda pursuit: pursuit, judged, as_json=as_json)


def _chosen(archive: Archive, pursuit: Pursuit, *, needed: bool) -> Chosen | None:
    """Their chat. Where purchases are counted it is asked for nothing but a wish for no more contact, if it can be."""
    try:
        return choose_chat(archive, me=pursuit.me, with_=pursuit.with_)
    except WalkawayError:
        if needed:
            raise
        return None


def _known(there: Home, name: str) -> bool:
    try:
        there.pursuit(name)
    except UnknownPursuit:
        return False
    return True


def forecast_kept(
    name: str, *, home: str | Path | None = None, now: str | date | None = None, purchases: str | Path | None = None
) -> Forecast:
    """Will they answer if you write, will they write first; or, for a client with a table of purchases, buy again?

    As of today, or of `now` (a day like 2024-08-03). What may not be foretold is not: `Forecast.state` says why.
    """
    with kept.opened(None if home is None else Path(home), as_json=True) as there:
        file = None if purchases is None else Path(purchases)
        return foretold(there, name, Told(now=reading.day_or_moment(now)), file, as_json=True)


def show(found: Forecast, *, as_json: bool) -> None:
    """The forecast, on the screen or as JSON. The question about safety, if open, leaves with code 4."""
    if as_json:
        print_json(forecast_as_json(found))
    else:
        screen = console()
        width, unicode = min(screen.width, WIDEST), can_unicode(screen)
        for heading, lines in spoken("en").forecasts.parts(found, spoken("en").leaving):
            screen.print(bullets(heading, lines, unicode=unicode), width=width)
            screen.print()
    if found.state == "unanswered" and not asking.at_terminal(as_json=as_json):
        say(OpenQuestion(doors.SAFETY, option="--afraid", choices=tuple(doors.FEARS)), as_json=False)
        raise typer.Exit(OPEN)
