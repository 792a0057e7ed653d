"""A talk over packages and a language's sentences in; the move, the packages side by side and what to send, out."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from walkaway.app.weigh_packages import BEST, Package, PackagesTalked, agreed_package
from walkaway.core.offers.advise import Move
from walkaway.words.card import Number


def package_numbers(found: PackagesTalked, *, of: Any) -> Iterator[Number]:
    """The numbers of the card: what to offer is worth, the line, the zone, and how they seem to move."""
    advice = found.advice
    if advice is None:
        return
    with_it = agreed_package(found)
    if with_it is not None:
        yes = of.PACKAGE["a_yes"].format(chance=of.chance(with_it.chance))
        note = of.PACKAGE["their_own"] if advice.move is Move.ACCEPT else yes
        yield Number(of.PACKAGE["to_say"], of_100(with_it.worth, of=of), note)
    later = ""
    if advice.line_ahead[-1] != advice.line:
        rounds = of.count(len(advice.line_ahead) - 1, *of.ROUND)
        later = of.PACKAGE["later"].format(at=of_100(BEST * advice.line_ahead[-1], of=of), rounds=rounds)
    yield Number(of.PACKAGE["line"], of_100(BEST * advice.line, of=of), of.PACKAGE["line_note"].format(later=later))
    yield Number(of.PACKAGE["zone"], f"{round(100 * found.zone)} %", of.PACKAGE["zone_note"])
    if advice.likely:
        family, share = advice.likely[0]
        note = of.PACKAGE["moves_note"].format(share=round(100 * share))
        yield Number(of.PACKAGE["moves"], of.TALK_FAMILIES[family], note)


def side_by_side(found: PackagesTalked, *, of: Any) -> list[tuple[str, Package]]:
    """Their last package, your last one, and those to say, each with its heading."""
    mine = next((one for one in reversed(found.said) if one.by == "you"), None)
    told = [(of.THEIRS_NOW, found.theirs), (of.YOURS_NOW, mine)]
    shown = [(heading, one) for heading, one in told if one is not None]
    return [*shown, *((_letter(k), one) for k, one in enumerate(found.offers))]


def package_table(found: PackagesTalked, *, of: Any) -> tuple[tuple[str, ...], list[tuple[str, ...]]]:
    """The same as a table: its head, and a row for each issue and for what the packages are worth."""
    shown = side_by_side(found, of=of)
    rows = [(issue.name, *(one.choice[k] for _, one in shown)) for k, issue in enumerate(found.talk.issues)]
    to_you, to_them, a_yes = of.ROWS
    rows.append((to_you, *(f"{one.worth:.0f}" for _, one in shown)))
    rows.append((to_them, *(f"{one.theirs:.0f}" for _, one in shown)))
    rows.append((a_yes, *("–" if one.by == "them" else _percent(one.chance, of) for _, one in shown)))
    return ("", *(heading for heading, _ in shown)), rows


def weight_lines(found: PackagesTalked, *, of: Any) -> list[str]:
    """Each issue with its share in the worth of a package."""
    return [
        of.WEIGHT.format(name=issue.name, worst=issue.worst, best=issue.best, weight=f"{weight:.0f}")
        for issue, weight in zip(found.talk.issues, found.weights, strict=True)
    ]


def package_reasons(found: PackagesTalked, *, of: Any) -> list[str]:
    """Why this move, each in a sentence."""
    return [of.PACKAGE_REASONS[code] for code in (found.advice.reasons if found.advice else ())]


def package_sentence(found: PackagesTalked, *, of: Any) -> str:
    """What to send, as it is; empty where nothing is to be sent. It names no limit, no need and no alternative."""
    if found.advice is None:
        return ""
    move, with_it = found.advice.move, agreed_package(found)
    if move is Move.COUNTER and len(found.offers) > 1:
        named = (f"({_letter(k)}) {_package_words(found, one)}" for k, one in enumerate(found.offers))
        return str(of.SEVERAL.format(packages="; ".join(named)))
    return str(of.PACKAGE_SENTENCES[move].format(package="" if with_it is None else _package_words(found, with_it)))


def package_changes(found: PackagesTalked, *, of: Any) -> list[str]:
    """What would change the move."""
    return [
        of.PACKAGE_CHANGED[flip.name].format(at=f"{BEST * flip.at:.0f}", to=of.PACKAGE_MOVES[flip.to])
        for flip in found.flips
    ]


def package_noticed(found: PackagesTalked, *, of: Any) -> list[str]:
    """Signals, in terms of packages."""
    return [
        of.PACKAGE_NOTICED[notice.name].format(value=f"{notice.value:.0f}", n=notice.n)
        for notice in (found.beside.notices if found.beside else ())
        if notice.name in of.PACKAGE_NOTICED
    ]


def of_100(worth: float, *, of: Any) -> str:
    """What a package is worth to you."""
    return str(of.OF_100.format(worth=f"{worth:.0f}"))


def _percent(share: float, of: Any) -> str:
    if share < 0.01:
        return str(of.HARDLY)
    return f"{min(99, round(100 * share))} %"


def _package_words(found: PackagesTalked, package: Package) -> str:
    """Pay 60k, Days 2."""
    return ", ".join(f"{issue.name} {value}" for issue, value in zip(found.talk.issues, package.choice, strict=True))


def _letter(k: int) -> str:
    return "ABCDEF"[k]
