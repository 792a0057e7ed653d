"""The text of a mail in, what its sender wrote new out: no quoted lines, no forwarded mail, no signature.

What was quoted is the other's words. Counting it would make the one who answers below a long quote look like the one
who writes most.
"""

from __future__ import annotations

import re

# Each pattern that looks for a line begins with the break before it, and the text is given one at its start: a search
# then runs from break to break, where with "^" it would stop at every character. Behind the break, the letters that any
# alternative begins with are looked for first.
# From here on everything is an older mail. Whole lines only.
_TITLES = (
    "Original Message|Original-Nachricht|Ursprüngliche Nachricht|Mensaje original|Message d'origine|Messaggio originale"
    "|Oorspronkelijk bericht|Mensagem original|Forwarded message|Weitergeleitete Nachricht|Mensaje reenviado"
    "|Message transféré|Messaggio inoltrato|Doorgestuurd bericht|Mensagem encaminhada"
)
_FIELDS = (
    "Sent|Date|Gesendet|Datum|Enviado(?: el)?|Fecha|Envoyé|Inviato|Data|Verzonden|Skickat|Sendt|To|An|Para|À|A|Aan"
    "|Subject|Betreff|Cc"
)
_FROM_HERE = re.compile(
    rf"\n(?=[-_*abdfvo])(?:-{{2,}} ?(?:{_TITLES}) ?-{{0,12}}"
    r"|Begin forwarded message:|Anfang der weitergeleiteten (?:Nachricht|E-Mail):"
    r"|Début du message (?:réexpédié|transféré) :|_{20,}"
    rf"|\*?(?:From|Von|De|Da|Van|Från|Fra|Od):\*? .{{1,300}}\n(?:\*?(?:{_FIELDS})\s?:\*? .{{0,300}}\n){{1,4}})",
    re.IGNORECASE,
)
# "On Monday Bob wrote:", on one line or folded over up to three; a quote or the end must follow.
_OPENING = r"On|Am|Le|El|Il|Op|Em|Den|Dne|W dniu|På|\d{4}-\d\d-\d\d|\d{1,2}[./]\d{1,2}[./]\d{2,4}"
_VERBS = (
    r"wrote|schrieb[^:]{0,200}|a écrit|écrit|escribió|scritto|schreef[^:]{0,200}|escreveu|skrev[^:]{0,200}"
    r"|napsal[^\n:]{0,99}|napisał[^\n:]{0,99}"
)
_ATTRIBUTION = re.compile(
    rf"\n(?=[OALEIDWP\d])(?:{_OPENING})\b[^\n]{{0,300}}(?:\n[^\n>]{{1,200}}){{0,2}}?\b(?:{_VERBS}) ?:[ \t]*$",
    re.MULTILINE,
)
_DATED = re.compile(r"[\d@<]")
_QUOTED = re.compile(r"\n[ \t]{0,3}>[^\n]*")
_SIGNATURE = re.compile(r"\n-- ?$", re.MULTILINE)
_FROM_A_PHONE = re.compile(
    r"\n+(?:Sent from my \w[^\n]{0,40}|Von meinem \w[^\n]{0,40} gesendet|Gesendet (?:von|mit) [^\n]{1,60}"
    r"|Envoyé de mon \w[^\n]{0,40}|Enviado desde mi \w[^\n]{0,40}"
    r"|Inviato da \w[^\n]{0,40}|Get Outlook for \w[^\n]{0,40})\s*\Z"
)
_PHONES = ("Sent", "Von", "Gesendet", "Envoyé", "Enviado", "Inviato", "Get")
_EMPTY = re.compile(r"\n{3,}")


def new_text(text: str) -> str:
    """Only what is new."""
    text = "\n" + text
    if (end := _FROM_HERE.search(text)) is not None:
        text = text[: end.start() + 1]
    if ":\n" in text or text.endswith((":", ": ")) or ": \n" in text:
        text = _without_attributions(text)
    if ">" in text:
        text = _QUOTED.sub("", text)
    if (end := _SIGNATURE.search(text)) is not None:
        text = text[: end.start() + 1]
    text = text[1:].rstrip()
    if "\n" not in text:
        return text
    lines = [line.rstrip() for line in text.split("\n")]
    text = "\n".join(lines)
    if lines[-1].startswith(_PHONES):
        text = _FROM_A_PHONE.sub("", text)
    if "\n\n\n" in text:
        text = _EMPTY.sub("\n\n", text)
    return text.strip("\n")


def _without_attributions(text: str) -> str:
    """Without "On 3 May Bob wrote:" before a quote; where nothing but unmarked text follows, that is the quote."""
    kept: list[str] = []
    low = 0
    for match in _ATTRIBUTION.finditer(text):
        if not _DATED.search(match[0]):
            continue
        after = text[match.end() : match.end() + 400].lstrip()
        kept.append(text[low : match.start() + 1])
        low = match.end()
        if not after.startswith(">"):
            return "".join(kept)
    return "".join([*kept, text[low:]])
