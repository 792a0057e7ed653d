"""A worksheet in; one HTML file for one page of A4, without script and with nothing from elsewhere, out."""

from __future__ import annotations

from html import escape
from pathlib import Path

from walkaway.app.errors import UsageError
from walkaway.words.sheet import Part, Sheet

_STYLE = (
    "@page{size:A4;margin:12mm}*{box-sizing:border-box}"
    "body{font:9.5pt/1.3 system-ui,sans-serif;max-width:186mm;margin:0 auto;color:#222;background:#fff}"
    "h1{font-size:15pt;margin:0 0 1mm}h2{font-size:10.5pt;margin:2.5mm 0 .7mm}p{margin:0 0 1mm}"
    "ul{margin:0;padding-left:5mm}"
    "table{border-collapse:collapse;width:100%}td,th{border:1px solid #999;padding:.6mm 1.5mm;text-align:left;"
    "vertical-align:top;overflow-wrap:anywhere}th{font-weight:600}.blank td{height:6mm}th[scope=row]{width:34%}"
    "td:empty{background:linear-gradient(#bbb,#bbb) 1.5mm calc(100% - 1.2mm)/calc(100% - 3mm) .2mm no-repeat}"
    "section{break-inside:avoid}"
)
_NONE = "&nbsp;"
"""An empty cell is drawn as a line to write on; this one is not."""


def write(sheet: Sheet, out: Path) -> None:
    """Write the page. Raises UsageError with a way out."""
    try:
        out.write_text(html(sheet), encoding="utf-8")
    except OSError as error:
        why = (error.strerror or "unknown reason").lower()
        raise UsageError(f"I cannot write {out} ({why}). Give another place with --worksheet.") from None


def html(sheet: Sheet) -> str:
    """The page."""
    word = f"<p><b>{escape(sheet.word)}</b></p>" if sheet.word else ""
    body = f"<h1>{escape(sheet.title)}</h1>{word}{''.join(map(_part, sheet.parts))}"
    return (
        f'<!doctype html><html lang="{sheet.language}"><meta charset="utf-8">'
        "<meta http-equiv=Content-Security-Policy content=\"default-src 'none'; style-src 'unsafe-inline'\">"
        f"<title>{escape(sheet.title)}</title><style>{_STYLE}</style><main>{body}</main></html>\n"
    )


def _part(part: Part) -> str:
    heading = f"<h2>{escape(part.heading)}</h2>" if part.heading else ""
    noted = any(row.note for row in part.rows)
    rows = "".join(
        f"<tr><th scope=row>{escape(row.label)}</th><td>{escape(row.value)}</td>"
        f"{f'<td>{escape(row.note) or _NONE}</td>' if noted else ''}</tr>"
        for row in part.rows
    )
    lines = "".join(f"<li>{escape(line)}</li>" for line in part.lines)
    head = "".join(f"<th scope=col>{escape(cell)}</th>" for cell in part.head)
    table = "".join("<tr>" + "".join(f"<td>{escape(cell)}</td>" for cell in row) + "</tr>" for row in part.table)
    blank = f"<tr class=blank>{'<td></td>' * len(part.head)}</tr>" * part.blanks
    return (
        f"<section>{heading}{f'<table>{rows}</table>' if rows else ''}{f'<ul>{lines}</ul>' if lines else ''}"
        f"{f'<table><tr>{head}</tr>{table}{blank}</table>' if head else ''}</section>"
    )
