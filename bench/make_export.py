"""A number and a seed in, a made-up WhatsApp export of two people out, in one of three header styles.

    python bench/make_export.py STYLE FILE [--messages N] [--seed S]

The same seed gives the same bytes, and each style the same messages. Lengths are log-normal around six words, one
message in twenty has further lines, two in a hundred are pictures; gaps are bursts, pauses and nights. However many
messages, they fill the same nine years: a larger file is a busier chat and no longer one.
"""

from __future__ import annotations

import argparse
import random
from collections.abc import Callable, Iterator
from datetime import UTC, datetime, timedelta
from pathlib import Path

ME, THEM = "Zoë Brandt", "+1 (555) 010-4477"
NOTICE = "Messages and calls are end-to-end encrypted. Only people in this chat can read, listen to, or share them."
BEGINS = datetime(2016, 1, 4, 7, 30, tzinfo=UTC)
SPAN = 200_000  # messages that fill the nine years at the pace below

WORDS = """
and so but then if when what who how yes no ok well fine good great late early soon now later today tomorrow
tonight morning evening monday friday weekend train bus bike car home office kitchen garden market bread tea
coffee café crème naïve jalapeño smörgåsbord über façade call write send bring take leave stay come go see hear
think know want need like the a this that my your our some any more less very really maybe perhaps sure sorry
thanks please haha hm hey hello bye price quote invoice draft plan list ticket room key door rain sun 9:45 3-4
12/5 50% a/b see:this http://example.org/a?b=c 🙂 😂 🎉 ❤️ 👍🏽 👩‍👩‍👧 … don't it's I'm you're we'll
""".split()  # noqa: SIM905  # a list literal of them would fill the screen


def iphone(at: datetime) -> str:
    return f"[{at:%d.%m.%y}, {at:%H:%M:%S}] "


def android_24(at: datetime) -> str:
    return f"{at:%d/%m/%Y}, {at:%H:%M} - "


def android_12(at: datetime) -> str:
    return f"{at.month}/{at.day}/{at:%y}, {at.hour % 12 or 12}:{at:%M}\u202f{at:%p} - "


STYLES: dict[str, Callable[[datetime], str]] = {"android24": android_24, "android12": android_12, "ios": iphone}


def _gap(dice: random.Random) -> float:
    """Seconds to the next message: inside a burst, after a pause, or after a night or a quiet spell."""
    kind = dice.random()
    return dice.expovariate(1 / 25 if kind < 0.62 else 1 / 240 if kind < 0.93 else 1 / 20_000)


def _some_words(dice: random.Random, count: int) -> str:
    return " ".join(dice.choices(WORDS, k=count))


def _body(dice: random.Random, picture: str) -> str:
    """What one message says."""
    text = _some_words(dice, min(200, max(1, int(dice.lognormvariate(1.75, 0.85)))))
    chance = dice.random()
    if chance < 0.05:
        further = (
            "" if dice.random() < 0.2 else _some_words(dice, dice.randint(1, 12)) for _ in range(dice.randint(1, 4))
        )
        return "\n".join((text, *further))
    return picture if chance < 0.07 else text


def lines(style: str, messages: int, seed: int) -> Iterator[str]:
    """The records of the export, each with its header; a record may hold line breaks."""
    dice = random.Random(seed)
    header = STYLES[style]
    phone = style == "ios"
    picture = "\u200eimage omitted" if phone else "<Media omitted>"
    pace = SPAN / max(messages, 1)
    at, mine, seconds = BEGINS, True, 0.0
    yield header(at) + (f"\u200e{THEM}: \u200e{NOTICE}" if phone else NOTICE)
    for _ in range(messages):
        seconds += (1 + _gap(dice)) * pace
        mine ^= dice.random() < 0.52
        yield f"{header(at + timedelta(seconds=int(seconds)))}{ME if mine else THEM}: {_body(dice, picture)}"


def write(style: str, path: Path, messages: int = SPAN, seed: int = 11) -> None:
    end = "\r\n" if style == "ios" else "\n"
    with path.open("w", encoding="utf-8", newline=end) as file:
        file.writelines(f"{line}\n" for line in lines(style, messages, seed))


if __name__ == "__main__":
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("style", choices=STYLES)
    parser.add_argument("file", type=Path)
    parser.add_argument("--messages", type=int, default=SPAN)
    parser.add_argument("--seed", type=int, default=11)
    said = parser.parse_args()
    write(said.style, said.file, said.messages, said.seed)
