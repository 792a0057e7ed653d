"""A review in; one HTML file that needs nothing else, written whole or not at all, out."""

from __future__ import annotations

import base64
import hashlib
import os
import tempfile
from contextlib import suppress
from html import escape
from importlib.resources import files
from pathlib import Path
from typing import TYPE_CHECKING

from walkaway.app.errors import UsageError
from walkaway.core.verdict.verdict import Move
from walkaway.words import en
from walkaway.words.ribbon import svg

if TYPE_CHECKING:
    from walkaway.app.review import Review
    from walkaway.words.card import Card, Chart, Step

TITLE = "Your card"
NEUTRAL_TITLE = "Notes"
"""What a tab and a history show of the support page."""


def write(review: Review, out: Path) -> None:
    """Write the page. A reader of `out` sees the old file or the whole new one. Raises UsageError with a way out."""
    if out.is_dir():
        raise UsageError(f"{out} is a folder. Give a file in it, like {out / 'card.html'}.")
    page = html(en.card(review)).encode("utf-8")
    try:
        place = out.resolve()  # a link stays one
        if place.exists() and not place.is_file():  # nor must a device give way to a file
            place.write_bytes(page)
            return
        handle, name = tempfile.mkstemp(dir=place.parent, prefix=".walkaway-", suffix=".html")
    except OSError as error:
        raise _unwritable(out, error) from None
    try:
        with os.fdopen(handle, "wb") as file:
            file.write(page)
        Path(name).replace(place)
    except OSError as error:
        with suppress(OSError):
            Path(name).unlink()
        raise _unwritable(out, error) from None


def _unwritable(out: Path, error: OSError) -> UsageError:
    why = (error.strerror or "unknown reason").lower()
    return UsageError(f"I cannot write {out} ({why}). Give another place with --html, like a file in your home folder.")


def html(card: Card) -> str:
    """The page: no script, nothing from elsewhere, and a policy that says so."""
    css = files("walkaway.cli").joinpath("page.css").read_text(encoding="utf-8")
    digest = base64.b64encode(hashlib.sha256(css.encode("utf-8")).digest()).decode("ascii")
    policy = f"default-src 'none'; style-src 'sha256-{digest}'; base-uri 'none'; form-action 'none'"
    support = card.move is Move.SUPPORT
    return (
        "<!doctype html>\n"
        '<html lang="en">\n<head>\n<meta charset="utf-8">\n'
        f'<meta http-equiv="Content-Security-Policy" content="{escape(policy)}">\n'
        '<meta name="viewport" content="width=device-width, initial-scale=1">\n'
        '<meta name="referrer" content="no-referrer">\n<meta name="color-scheme" content="light dark">\n'
        f"<title>{NEUTRAL_TITLE if support else TITLE}</title>\n<style>{css}</style>\n</head>\n"
        f'<body class="{card.move.value}">\n<main>\n{_body(card)}</main>\n</body>\n</html>\n'
    )


def _body(card: Card) -> str:
    mark = f' <span class="mark">{escape(card.mark)}</span>' if card.mark else ""
    parts = [f'<header>\n<p class="who"><bdi>{escape(card.title)}</bdi>{mark}</p>\n<h1>{escape(card.word)}</h1>\n']
    parts.append(f'<p class="reason">{escape(card.reason)}</p>\n</header>\n')
    parts += [f"<p>{escape(p)}</p>\n" for p in card.paragraphs]
    parts.append(_section(card.headings.promises, card.promises, kind="promises"))
    if card.chart is not None:
        parts.append(_chart(card.chart))
    if card.step is not None:
        parts.append(_step(card.headings.step, card.step))
    if card.numbers:
        numbers = "".join(
            f"<div><dt>{escape(n.label)}</dt><dd><b>{escape(n.value)}</b><small>{escape(n.note)}</small></dd></div>\n"
            for n in card.numbers
        )
        parts.append(f'<dl class="numbers">\n{numbers}</dl>\n')
    sections = [
        _section(card.headings.signals, card.signals),
        _section(card.headings.together, card.together),
        _section(card.headings.outside, card.outside),
        _section(card.headings.standards, card.standards, _weeks(card)),
        _section(card.headings.changes, card.changes),
        _section(card.headings.basis, card.basis, kind="basis"),
    ]
    if any(sections):
        parts.append(f'<div class="sections">\n{"".join(sections)}</div>\n')
    return "".join(parts)


def _section(heading: str, lines: tuple[str, ...], more: str = "", kind: str = "") -> str:
    if not lines and not more:
        return ""
    items = "".join(f"<li>{escape(line)}</li>\n" for line in lines)
    listed = f"<ul>\n{items}</ul>\n" if items else ""
    return f'<section class="{kind}">\n<h2>{escape(heading)}</h2>\n{listed}{more}</section>\n'


def _step(heading: str, step: Step) -> str:
    send = (
        "" if step.send is None else f"<p>{escape(step.lead or '')}</p>\n<blockquote>{escape(step.send)}</blockquote>\n"
    )
    return f'<section class="step">\n<h2>{escape(heading)}</h2>\n<p>{escape(step.text)}</p>\n{send}</section>\n'


def _weeks(card: Card) -> str:
    """A square a week, each with its letter, so that no colour is needed to read it."""
    if card.weeks_text is None:
        return ""
    names = {"M": "met", "P": "partly", "x": "missed"}
    squares = "".join(
        f'<li class="{names.get(week.letter, "nothing")}"><span aria-hidden="true">{escape(week.letter)}</span>'
        f'<span class="spoken">{escape(week.monday)}: {escape(week.mark)}</span></li>'
        for week in card.weeks
    )
    meaning = dict.fromkeys((week.letter, week.mark) for week in card.weeks)
    key = ", ".join(f"{letter} {mark}" for letter, mark in meaning)
    listed = (
        f'<ol class="weeks">{squares}</ol>\n<p class="key" aria-hidden="true">{escape(key)}</p>\n' if squares else ""
    )
    return f"{listed}<p>{escape(card.weeks_text)}</p>\n"


def _chart(chart: Chart) -> str:
    rows = "".join(
        f"<tr><th scope=row>{escape(week.monday)}</th>"
        + "".join(f"<td>{'–' if x is None else f'{x:.0f}'}</td>" for x in (week.share, week.low, week.high))
        + "</tr>\n"
        for week in chart.weeks
    )
    head = "".join(f"<th scope=col>{escape(column)}</th>" for column in chart.columns)
    return (
        f'<section class="ribbon">\n<h2>{escape(chart.title)}</h2>\n{svg(chart)}'
        f"<p>{escape(chart.text)}</p>\n<p class=key>{escape(chart.key)} {escape(chart.band)}</p>\n"
        f"<details><summary>{escape(chart.table)}</summary>\n<table>\n<thead><tr>{head}</tr></thead>\n"
        f"<tbody>\n{rows}</tbody>\n</table></details>\n</section>\n"
    )
