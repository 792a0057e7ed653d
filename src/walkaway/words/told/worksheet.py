"""A talk, weighed or not, and a language's sentences in; its worksheet, with blanks for what is not known yet, out.

One page to print and take along, in the order in which one prepares: what you have, your line, theirs, what to say.
English is told here too: its module brings sentences like those of any other language.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Any

from walkaway.app.belief import Asking
from walkaway.app.held import Held
from walkaway.app.own_talk import OwnTalk
from walkaway.app.talk import Talked, agreed_number
from walkaway.app.weigh_packages import BEST, PackagesTalked
from walkaway.words.printable import printable
from walkaway.words.sheet import Part, Row, Sheet
from walkaway.words.told.noticing import safe_to_say
from walkaway.words.told.packages import package_sentence, package_table
from walkaway.words.told.talks import talk_sentence

_BLANK_ROWS = 4
_MOST_SAID = 8
_LONGEST = 60


def sheet(name: str, talk: OwnTalk, found: Talked | PackagesTalked | None, why: Held | None, *, of: Any) -> Sheet:
    """The worksheet. `found` is None where a number is missing; where safety holds there is only the reason."""
    if why is not None:
        lines = of.SUPPORT if why == "support" else (of.SHEET_HELD[why],)
        return Sheet(of.SHEET["notes"], "", (Part("", lines=lines),), of.LANGUAGE)
    parts = _packages(talk, found if isinstance(found, PackagesTalked) else None, of)
    if not talk.issues:
        parts = _price(talk, found if isinstance(found, Talked) else None, of)
    word = "" if found is None or found.advice is None else of.TALK_MOVES[found.advice.move]
    return Sheet(printable(name, _LONGEST), word, tuple(parts), of.LANGUAGE)


def _price(talk: OwnTalk, found: Talked | None, of: Any) -> Iterator[Part]:
    says, advice = of.SHEET, None if found is None else found.advice

    def amount(number: float | None) -> str:
        return "" if number is None else of.money(float(f"{number:.4g}"), talk.currency)

    def span(ends: tuple[float, float] | None) -> str:
        return "" if ends is None else says["from_to"].format(low=amount(ends[0]), high=amount(ends[1]))

    yield Part(
        says["have"],
        (
            Row(says["falls_through"], amount(talk.fallback), _until(talk, of)),
            Row(says["came"], ", ".join(amount(one.number) for one in talk.came[-4:])),
            Row(says["one_more"]),
            Row(says["line"], amount(None if advice is None else advice.line), says["to_yourself"]),
            Row(says["aim"]),
        ),
    )
    yield Part(
        says["they_have"],
        (
            Row(says["how_far"], span(talk.likely if found is None or found.theirs is None else found.theirs)),
            Row(says["usual"], span(talk.market)),
            Row(says["without_you"]),
            Row(says["zone"], "" if advice is None else f"{round(100 * advice.zone)} %", says["zone_note"]),
        ),
    )
    asked: Sequence[Asking] = () if found is None else found.asking
    yield Part(
        says["to_say"],
        (
            Row(says["number"], amount(None if found is None else agreed_number(found))),
            *(
                Row(
                    says["if_you_think"].format(shape=of.SHAPES[a.shape]),
                    amount(a.price),
                    says["a_yes"].format(chance=of.chance(a.chance)),
                )
                for a in asked
            ),
            Row(says["in_words"], "" if found is None else talk_sentence(found, of=of)),
        ),
    )
    yield _safe(found, of)
    said = [(says[one.by], amount(one.number), "") for one in talk.by_day[-_MOST_SAID:]]
    head = (says["who"], says["a_number"], says["what_changed"])
    yield Part(says["said"], head=head, table=tuple(said), blanks=_BLANK_ROWS)


def _packages(talk: OwnTalk, found: PackagesTalked | None, of: Any) -> Iterator[Part]:
    says, advice = of.SHEET, None if found is None else found.advice
    weights = found.weights if found is not None and found.advice is not None else ()
    rows = [
        (issue.name, issue.worst, issue.best, f"{weights[k]:.0f} %" if weights else "")
        for k, issue in enumerate(talk.issues)
    ]
    yield Part(says["settle"], head=("", says["worst"], says["best"], says["matters"]), table=tuple(rows))
    yield Part(
        says["you_stand"],
        (
            Row(says["falls_through"], "" if talk.fallback is None else f"{talk.fallback:.0f}", _until(talk, of)),
            Row(says["package_line"], "" if advice is None else f"{BEST * advice.line:.0f}"),
            Row(says["they_care"]),
            Row(says["without_you"]),
        ),
    )
    if found is not None and found.advice is not None:
        side_by_side, table = package_table(found, of=of)
        yield Part(of.SIDE_BY_SIDE, head=side_by_side, table=tuple(table))
    yield Part(says["to_say"], (Row(says["in_words"], "" if found is None else package_sentence(found, of=of)),))
    yield _safe(found, of)
    said = [
        (says[one.by], ", ".join(f"{name} {value}" for name, value in one.choice.items()), "")
        for one in talk.packages[-_MOST_SAID:]
    ]
    head = (says["who"], says["a_package"], says["what_changed"])
    yield Part(says["said"], head=head, table=tuple(said), blanks=_BLANK_ROWS)


def _safe(found: Talked | PackagesTalked | None, of: Any) -> Part:
    return Part(of.SAFE_HEADING, lines=tuple(safe_to_say(None if found is None else found.beside, of=of)))


def _until(talk: OwnTalk, of: Any) -> str:
    return "" if talk.expires is None else str(of.SHEET["until"].format(day=of.day(talk.expires)))
