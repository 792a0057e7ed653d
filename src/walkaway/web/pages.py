"""A template's name and values in; a page, in the person's language and as discreet as they want it, out."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import replace
from datetime import UTC, datetime, timedelta
from decimal import Decimal
from functools import cache, partial
from importlib.resources import files
from types import SimpleNamespace
from typing import TYPE_CHECKING, Any

from jinja2 import Environment, PackageLoader, StrictUndefined, pass_context, select_autoescape
from jinja2.runtime import Context
from markupsafe import Markup, escape
from starlette.datastructures import FormData
from starlette.requests import Request
from starlette.responses import HTMLResponse

from walkaway.app.errors import WalkawayError
from walkaway.web.at_hand import desk_of, keeper_of, visit_of
from walkaway.web.refused import Refused, fields_of
from walkaway.web.veil import DOTS, Veil, names_in, veil_of, words_in
from walkaway.words.printable import printable
from walkaway.words.shell import LANGUAGES, PSEUDO, negotiated, shell

if TYPE_CHECKING:
    from walkaway.words.spoken import Spoken

_EPOCH = datetime(1970, 1, 1, tzinfo=UTC)
_QUOTED = re.compile(r"""(?<!\w)(?:'[^']*'|"[^"]*"|“[^”]*”|„[^“]*“|«[^»]*»)(?!\w)""")
"""What was typed, or stands in a file, as a sentence about it repeats it. An apostrophe within a word is none."""
_IN_ENGLISH = re.compile(r"\b(?:the|is|are|of|to|and|not|you|your|this|there|give|with|it|for|I)\b")
_DECIMALS, _READ_AS_THOUSANDS = 6, 3
LONGEST_TEXT = 2000
NEUTRAL = "https://www.wikipedia.org/"
"""Where Leave goes: a public page that shows everybody the same."""


@cache
def templates() -> Environment:
    """The templates; a name that is not given is an error, and everything is escaped."""
    environment = Environment(
        loader=PackageLoader("walkaway.web"),
        autoescape=select_autoescape(default=True, default_for_string=True),
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
        auto_reload=False,
    )
    environment.filters |= {
        "veil": _veil,
        "veil_part": _veil_part,
        "veil_whole": _veil_whole,
        "sorry": _sorry,
        "day": _day,
        "when": _when,
        "number": _number,
        "fill": fill,
    }
    environment.globals["static_file"] = static_file
    return environment


def page(
    request: Request, template: str, status: int | None = None, *, refused: Refused | None = None, **values: Any
) -> HTMLResponse:
    """The page. Every one of them knows the words, the visit, and where it is.

    `refused` is a form that did not fit: what was typed stands in it again, and what is wrong beside it. Among the
    values, `beside` are names that are not kept, `quoted` words that are not: both can be hidden as well.
    """
    visit, keeper = visit_of(request), keeper_of(request)
    words = shell(language(request))
    known: dict[str, Any] = {
        "say": SimpleNamespace(**words.words),  # not the mapping: its own methods would hide words like "copy"
        "language": words,
        "languages": LANGUAGES,
        "visit": visit,
        "neutral": NEUTRAL,
        "lang_of": lambda part: _marked(words.code, _spoken(words.code).language_of(part)),
        "hides": _hides(request, **values) if visit.discreet else None,
        "from_form": request.method == "POST",
        "path": _asked_for(request),
        "lasting": keeper.lasting,
        "can_last": keeper.can_last,
        "partial": "hx-request" in request.headers,
        "form_of": partial(fields_of, _waiting(request, refused)),
        "at_top": None,
        **values,
    }
    found = templates().get_template(template)
    text = found.render(known)
    if refused is not None and 'role="alert"' not in text:  # its form is not there any more: it is said all the same
        text = found.render(known | {"at_top": refused.trouble})
    return HTMLResponse(text, status or (200 if refused is None else 400))


def _asked_for(request: Request) -> str:
    """Where this page is when it is asked for; some forms are answered at an address that only takes them."""
    path = request.url.path
    if path in ("/hours", "/intake"):
        return "/"
    return re.sub(r"/(?:answers|let-go|counts-only)$", "/settings", path)


def _waiting(request: Request, refused: Refused | None) -> Refused | None:
    """The form that did not fit; while the page is hidden without what was typed, which waits until it is shown."""
    visit, place = visit_of(request), _asked_for(request)
    if refused is None:
        form = None if visit.discreet else visit.waiting.pop(place, None)
        return None if form is None else Refused(form)
    if visit.discreet and refused.form:
        visit.waiting[place] = refused.form
    return replace(refused, hidden=visit.discreet)


def _spoken(code: str) -> Spoken:
    """What says a review in this language. A page that says none does not wait for its words."""
    from walkaway.words.spoken import spoken

    return spoken(code)


def _marked(page: str, part: str) -> Markup:
    """What an element says of itself where its words are not in the language of the page."""
    return Markup("") if page == part else Markup(' lang="{}" dir="ltr"').format(part)


def language(request: Request) -> str:
    """What the person chose, else what their browser asks for."""
    visit = visit_of(request)
    if visit.language in (*LANGUAGES, PSEUDO):
        return visit.language or "en"
    return negotiated(request.headers.get("accept-language", ""))


def fill(text: str, **values: Any) -> str:
    """A sentence with its blanks filled in."""
    return text.format(**values)


def sentence(request: Request, error: WalkawayError) -> str:
    """What is wrong, and what to do about it on these pages."""
    code = language(request)
    what = _spoken(code).sorry.apology(error.what) or error.what
    return what if error.mend is None else f"{what} {shell(code).words[f'mend_{error.mend}']}"


def typed_here(request: Request, form: FormData) -> FormData:
    """What the fields of this page hold. While it is hidden that is nothing: it waits in memory until it is shown."""
    waiting, place = visit_of(request).waiting, _asked_for(request)
    if not visit_of(request).discreet:
        return form or waiting.pop(place, form)
    if form:
        waiting[place] = form
    return FormData()


def static_file(name: str) -> str:
    return f"/static/{name}"


@cache
def asset(name: str) -> bytes | None:
    """A file beside the pages, by its name. None: there is none, whatever the name climbs to."""
    here = files("walkaway.web").joinpath("static")
    place = here
    for part in name.split("/"):
        found = [entry for entry in place.iterdir() if entry.name == part] if place.is_dir() else []
        if not found:
            return None
        place = found[0]
    return place.read_bytes() if place.is_file() else None


# --- discreet ---------------------------------------------------------------------------------------------------------


def _hides(request: Request, beside: Iterable[str] = (), quoted: Iterable[str] = (), **_: Any) -> Veil:
    """What hides every name and every word of the person's own: of what is kept, and of what is on this page only."""
    kept = desk_of(request).all_kept()
    names = {*beside, *(name for pursuit in kept for name in names_in(pursuit))}
    return veil_of(names, {*quoted, *(word for pursuit in kept for word in words_in(pursuit))})


@pass_context
def _veil(context: Context, text: str | Markup) -> str:
    """Text that may hold names or numbers: as it is, or with initials and dots where somebody may look on."""
    plain = printable(str(text), LONGEST_TEXT) if text else ""
    return _veil_part(context, plain)


@pass_context
def _veil_part(context: Context, text: str) -> str:
    """A stretch of a longer text, with the spaces at its ends."""
    hides: Veil | None = context["hides"]
    return text if hides is None else hides(text)


@pass_context
def _veil_whole(context: Context, text: str) -> str:
    """What somebody wrote to somebody: no word of it is shown where somebody may look on."""
    return text if context["hides"] is None else DOTS


def veiled(text: str) -> str:
    """Three dots in place of every number."""
    return veil_of(())(text)


# --- what went wrong --------------------------------------------------------------------------------------------------


@pass_context
def _sorry(context: Context, sentence: object) -> Markup:
    """What went wrong, in the language of the page where it has the words; else as it is, and marked as English."""
    code, plain = context["language"].code, str(sentence)
    says = _spoken(code)
    own: str | None = says.sorry.apology(plain)
    said = plain if own is None else own
    shown = _veil(context, said if context["hides"] is None else _QUOTED.sub(DOTS, said))
    foreign = own is None or says.language_of("sorry") != code
    # Some of these are written by a page itself, and so in its language already.
    if foreign and len(_IN_ENGLISH.findall(plain)) > 1:
        return Markup("<span{}>{}</span>").format(_marked(code, "en"), shown)
    return escape(shown)


# --- days and numbers -------------------------------------------------------------------------------------------------


@pass_context
def _day(context: Context, local: int) -> str:
    """A local time (us) as a day, the way the language writes it."""
    return day_written(local, context["language"].code, "long")


def day_written(local: int, code: str, how: str = "medium") -> str:
    """A local time (us) as a day in this language."""
    from babel.dates import format_date

    return format_date((_EPOCH + timedelta(microseconds=local)).date(), how, locale=_written_as(code))


@pass_context
def _when(context: Context, local: int) -> str:
    """A local time (us) as a day with its time."""
    from babel.dates import format_skeleton

    when = _EPOCH + timedelta(microseconds=local)
    return f"{format_skeleton('yMMMEd', when, locale=_locale(context))}, {when:%H:%M}"


@pass_context
def _number(context: Context, value: float | None) -> str:
    """A number in full, the way the language writes it; "" where there is none."""
    return "" if value is None else number_written(value, context["language"].code)


def number_written(value: float, code: str) -> str:
    """A number in full in this language. It is read back as the same one.

    One separator with three digits behind it is read as parting thousands, so three decimals get a nought behind them.
    """
    from babel.numbers import format_decimal

    exact = round(Decimal(repr(float(value))), _DECIMALS).normalize()
    decimals = max(0, -int(exact.as_tuple().exponent))
    shown = f"#,##0.{'0' * (decimals + (decimals == _READ_AS_THOUSANDS))}" if decimals else "#,##0"
    return format_decimal(exact, shown, locale=_written_as(code))


def _locale(context: Context) -> str:
    return _written_as(context["language"].code)


def _written_as(code: str) -> str:
    # A day comes before its month in British English as on the cards.
    return "en_GB" if code in ("en", PSEUDO) else code
