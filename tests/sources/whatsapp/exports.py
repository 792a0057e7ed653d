"""Made-up exports in the styles that phones write, small enough to read."""

from __future__ import annotations

import random
from datetime import UTC, datetime, timedelta

WORDS = (
    *("hey", "ok", "yes", "so", "the", "it's", "10:30", "http://example.com/x?y=1", "café", "naïve", "😂", "❤️", "…"),
    *("привет", "你好", "مرحبا", "really?", "(see", "below)", "dinner:", "friday", "<3", "2/11/19", "[1]", "13.06.18"),
    *("¿qué?", "note:", "that"),
)
PEOPLE = ("Ann Müller", "+1 (555) 010-2030", "~\u202fБорис", "李雷", "Dr: Who", "\u202a+49 123\u202c")
PLACEHOLDERS = {
    "\u200e": (
        *("\u200eimage omitted", "\u200e<attached: 1-PHOTO.jpg>", "\u200eMissed voice call", "\u200eVoice call, 5 min"),
        *("\u200eThis message was deleted.", "\u200ePOLL:\nWhere?\n\u200eOPTION: here", "\u200eAnn added Bob"),
        *("look \u200eimage omitted", "fine \u200e<This message was edited>", "\u200eneznáme médium"),
        "\u200eMessages and calls are end-to-end encrypted. No one outside of this chat can read them.",
    ),
    "": (
        *("<Media omitted>", "IMG-1.jpg (file attached)", "IMG-1.jpg (Datei angehängt)\nThe view", "Video call"),
        *("This message was deleted", "You deleted this message", "location: https://maps.google.com/?q=1,2"),
        *("Missed voice call", "POLL:\nWhere?\nOPTION: here (1 vote)", "fine <This message was edited>", "null"),
    ),
}
STYLES = {
    "android, day first": "{t:%d/%m/%Y, %H:%M} - ",
    "android, US": "{m}/{d}/{t:%y}, {h}:{t:%M}\u202f{t:%p} - ",
    "android, German": "{t:%d.%m.%y, %H:%M} - ",
    "android, dots in am": "{d}/{m}/{t:%Y} {h}:{t:%M} {ap}\u00a0m. - ",
    "iPhone, German": "[{t:%d.%m.%y, %H:%M:%S}] ",
    "iPhone, US": "[{m}/{d}/{t:%y}, {h}:{t:%M:%S}\u202f{t:%p}] ",
    "iPhone, mark in the bracket": "[\ufeff{t:%d/%m/%Y, %H:%M:%S}] ",
    "iPhone, Chinese": "[{t:%Y}/{m}/{d} {noon}{h}:{t:%M:%S}] ",
    "iPhone, Arabic digits": "[{ar}] ",
    "old iPhone": "{t:%d.%m.%y %H.%M.%S}: ",
    "Finnish": "{d}.{m}.{t:%Y} klo {t:%H.%M} - ",
    "Croatian": "{d}. {m}. {t:%Y}. {t:%H:%M:%S} ",
    "year in the middle": "[{t:%m/%Y/%d, %H:%M:%S}] ",
    "Hindi digits": "{hi} - ",
}
_ARABIC = str.maketrans("0123456789", "٠١٢٣٤٥٦٧٨٩")
_HINDI = str.maketrans("0123456789", "०१२३४५६७८९")


def header(style: str, t: datetime) -> str:
    return STYLES[style].format(
        t=t,
        d=t.day,
        m=t.month,
        h=t.hour % 12 or 12,
        ap="ap"[t.hour >= 12],
        noon=("上午", "下午")[t.hour >= 12],
        ar=f"{t.day}\u200f/{t.month}\u200f/{t:%Y، %H:%M:%S}".translate(_ARABIC),
        hi=f"{t:%d/%m/%Y, %H:%M}".translate(_HINDI),
    )


def make(style: str, seed: int, messages: int = 120) -> bytes:
    """An export in one style: several people, system lines, placeholders, messages of several lines."""
    dice = random.Random(seed)
    iphone = style.startswith("iPhone")
    people = dice.sample(PEOPLE, dice.choice((2, 2, 2, 3, 5)))
    t = datetime(2019, dice.randrange(1, 13), 3, 8, tzinfo=UTC)
    lines = [header(style, t) + "Messages and calls are end-to-end encrypted."]
    for _ in range(messages):
        t += timedelta(seconds=int(dice.expovariate(1 / 40_000)) + 1)
        text = " ".join(dice.choices(WORDS, k=dice.randrange(1, 9)))
        chance = dice.random()
        if chance < 0.1:
            text += "\n" + "\n".join(" ".join(dice.choices(WORDS, k=dice.randrange(4))) for _ in range(3))
        elif chance < 0.3:
            text = dice.choice(PLACEHOLDERS["\u200e" if iphone else ""])
        author = dice.choice(people) + ": "
        if chance > 0.97:
            author, text = (
                "",
                dice.choice(("Ann added Bob", 'Bob changed the subject from "a: b" to "c"', "Missed voice call")),
            )
        elif chance > 0.95:
            author, text = author.rstrip(), dice.choice(("", "."))
        mark = "\u200e" if iphone and text.startswith("\u200e") and dice.random() < 0.5 else ""
        lines.append(mark + header(style, t) + author + text)
    line_break = "\r\n" if iphone else "\n"
    return (line_break.join(line.replace("\n", line_break) for line in lines) + line_break).encode()


def mutate(raw: bytes, seed: int) -> bytes:
    """Lines dropped, doubled, swapped; bytes changed, inserted, cut off."""
    dice = random.Random(seed)
    lines = raw.split(b"\n")
    for _ in range(dice.randrange(1, 6)):
        k = dice.randrange(len(lines))
        match dice.randrange(6):
            case 0:
                del lines[k : k + dice.randrange(1, 4)]
            case 1:
                lines.insert(k, dice.choice(lines) if lines else b"")
            case 2:
                dice.shuffle(lines[k : k + 20])
                lines[k : k + 20] = dice.sample(lines[k : k + 20], len(lines[k : k + 20]))
            case 3:
                place = dice.randrange(len(lines[k]) + 1)
                lines[k] = lines[k][:place] + dice.randbytes(dice.randrange(1, 4)) + lines[k][place:]
            case 4:
                place = dice.randrange(len(lines[k]) + 1)
                lines[k] = lines[k][:place] + dice.choice((b"\0", b":", b" ", b"\r", b"9", b"\n", "\u200e".encode()))
            case _:
                place = dice.randrange(len(lines[k]) + 1)
                lines[k] = lines[k][:place] + lines[k][place + 1 :]
        if not lines:
            return b""
    raw = b"\n".join(lines)
    return raw[: dice.randrange(len(raw) + 1)] if dice.random() < 0.1 else raw
