"""A talk that was weighed in and a language's sentences in; its numbers, reasons and the sentence to send, out."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from walkaway.app.talk import Talked, agreed_number
from walkaway.core.offers.advise import Move
from walkaway.words.card import Number


def talk_numbers(found: Talked, *, of: Any) -> Iterator[Number]:
    """The numbers of the card: what to say, the line, theirs, the zone, and how they seem to move."""
    advice, said = found.advice, of.TALK
    if advice is None:
        return
    number = agreed_number(found)
    if number is not None:
        far = said["go_that_far"].format(chance=of.chance(advice.chance))
        yield Number(
            said["to_say"], _money(number, found, of), said["their_own"] if advice.move is Move.ACCEPT else far
        )
    later = ""
    if advice.line_ahead[-1] != advice.line:
        rounds = of.count(len(advice.line_ahead) - 1, *of.ROUND)
        later = said["later"].format(at=_money(advice.line_ahead[-1], found, of), rounds=rounds)
    yield Number(said["line"], _money(advice.line, found, of), said["line_note"].format(later=later))
    yield Number(said["zone"], f"{round(100 * advice.zone)} %", said["zone_note"])
    if advice.likely:
        family, share = advice.likely[0]
        yield Number(said["moves"], of.TALK_FAMILIES[family], said["moves_note"].format(share=round(100 * share)))


def talk_reasons(found: Talked, *, of: Any) -> list[str]:
    """Why this move, each in a sentence."""
    return [of.TALK_REASONS[code] for code in (found.advice.reasons if found.advice else ())]


def talk_sentence(found: Talked, *, of: Any) -> str:
    """What to send, as it is; empty where nothing is to be sent. It names no limit, no need and no alternative."""
    if found.advice is None:
        return ""
    number = agreed_number(found)
    said = "" if number is None else _money(number, found, of)
    return str(of.TALK_SENTENCES[found.advice.move].format(number=said))


def talk_changes(found: Talked, *, of: Any) -> list[str]:
    """What would change the move."""
    return [
        of.TALK_CHANGED[flip.name].format(at=_money(flip.at, found, of), to=of.TALK_MOVES[flip.to])
        for flip in found.flips
    ]


def talk_noticed(found: Talked, *, of: Any) -> list[str]:
    """Signals, then the person's own record of walking."""
    lines = [
        of.TALK_NOTICED[n.name].format(value=_money(n.value, found, of), n=n.n)
        for n in found.notices
        if n.name in of.TALK_NOTICED
    ]
    record = found.record
    if record is not None:
        back = of.count(round(record.back.value * record.walked), *of.TIMES)
        lines.append(of.TALK["record"].format(walked=of.count(record.walked, *of.TIMES), back=back))
    return lines


def _money(amount: float, found: Talked, of: Any) -> str:
    """Four digits: more would say more than is known."""
    return str(of.money(float(f"{amount:.4g}"), found.talk.currency))
