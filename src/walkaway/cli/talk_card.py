"""A talk that was weighed in; its card on a terminal, or a worksheet to print as one HTML page, out."""

from __future__ import annotations

from html import escape
from pathlib import Path

from rich.console import Console, Group
from rich.text import Text

from walkaway.app.errors import UsageError
from walkaway.app.talk import Talked
from walkaway.cli.card import WIDEST, bullets, can_unicode, numbers_grid
from walkaway.core.offers.advise import Move
from walkaway.words.en import talks
from walkaway.words.en.money import money
from walkaway.words.en.support import SUPPORT
from walkaway.words.printable import printable

_COLOURS = {Move.ACCEPT: "green", Move.COUNTER: "cyan", Move.ASK: "cyan", Move.WAIT: "yellow", Move.WALK: "magenta"}
_STYLE = (
    "body{font:16px/1.5 system-ui,sans-serif;max-width:44rem;margin:2rem auto;padding:0 1rem}"
    "body{color:#222;background:#fff}"
    "table{border-collapse:collapse;width:100%}td,th{border:1px solid #888;padding:.4rem;text-align:left}"
    ".blank td{height:1.8rem}"
)


def show_talk(found: Talked, console: Console) -> None:
    """Print the card. What to send stands on a line of its own, to be copied as it is."""
    width, unicode = min(console.width, WIDEST), can_unicode(console)
    if found.advice is None:
        console.print(Text(talks.TALK_HELD[found.held or "support"]), width=width)
        for line in SUPPORT if found.held == "support" else ():
            console.print(Text(line), width=width)
        return
    move = found.advice.move
    word = Text(f" {talks.TALK_MOVES[move].upper()} ", f"bold reverse {_COLOURS[move]}")
    console.print(Group(Text(printable(found.name, 60), "dim"), word), width=width)
    console.print()
    console.print(numbers_grid(tuple(talks.talk_numbers(found)), width), width=width)
    why, send, changes, noticed, safe = talks.TALK_HEADINGS
    console.print()
    console.print(bullets(why, tuple(talks.talk_reasons(found)), unicode=unicode), width=width)
    console.print()
    console.print(Text(send, "bold"))
    console.print(Text(talks.talk_sentence(found) or talks.NOTHING_SENT, "bold"), soft_wrap=True)
    parts = ((changes, talks.talk_changes(found)), (noticed, talks.talk_noticed(found)), (safe, list(talks.TALK_SAFE)))
    for heading, lines in parts:
        if lines:
            console.print()
            console.print(bullets(heading, tuple(lines), unicode=unicode), width=width)


def write_worksheet(found: Talked, out: Path) -> None:
    """One page to print and take along: the line, the number, what is safe to say, and room for what comes."""
    try:
        out.write_text(worksheet(found), encoding="utf-8")
    except OSError as error:
        why = (error.strerror or "unknown reason").lower()
        raise UsageError(f"I cannot write {out} ({why}). Give another place with --html.") from None


def worksheet(found: Talked) -> str:
    """The page: no script, nothing from elsewhere. Under support it holds the support page and nothing else."""
    if found.advice is None:
        lines = SUPPORT if found.held == "support" else (talks.TALK_HELD[found.held or "support"],)
        return _page("Notes", "".join(f"<p>{escape(line)}</p>" for line in lines))
    numbers = "".join(
        f"<tr><th>{escape(n.label)}</th><td>{escape(n.value)}</td><td>{escape(n.note)}</td></tr>"
        for n in talks.talk_numbers(found)
    )
    said = "".join(
        f"<tr><td>{'You' if s.by == 'you' else 'They'}</td><td>{escape(money(s.number, found.talk.currency))}</td></tr>"
        for s in found.talk.said
    )
    sections = [
        f"<h1>{escape(printable(found.name, 60))}</h1><p><b>{talks.TALK_MOVES[found.advice.move]}</b></p>",
        f"<table>{numbers}</table>",
        _listed("Why", talks.talk_reasons(found)),
        f"<h2>A sentence you can send</h2><p>{escape(talks.talk_sentence(found) or talks.NOTHING_SENT)}</p>",
        _listed("What would change this", talks.talk_changes(found)),
        _listed(talks.SAFE_HEADING, list(talks.TALK_SAFE)),
        f"<h2>What was said</h2><table><tr><th>Who</th><th>Number</th></tr>{said}"
        + "<tr class=blank><td></td><td></td></tr>" * 5
        + "</table>",
    ]
    return _page(printable(found.name, 60), "".join(sections))


def _listed(heading: str, lines: list[str]) -> str:
    items = "".join(f"<li>{escape(line)}</li>" for line in lines)
    return f"<h2>{escape(heading)}</h2><ul>{items}</ul>" if lines else ""


def _page(title: str, body: str) -> str:
    return (
        '<!doctype html><html lang="en"><meta charset="utf-8">'
        "<meta http-equiv=Content-Security-Policy content=\"default-src 'none'; style-src 'unsafe-inline'\">"
        f"<title>{escape(title)}</title><style>{_STYLE}</style><main>{body}</main></html>\n"
    )
