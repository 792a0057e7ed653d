"""A talk over packages that was weighed in; the move, the packages side by side and what to send, in words, out."""

from __future__ import annotations

from collections.abc import Iterator

from walkaway.app.issues import OwnIssue, Swing
from walkaway.app.weigh_packages import BEST, Package, PackagesTalked, agreed_package
from walkaway.core.offers.advise import Move
from walkaway.words.card import Number
from walkaway.words.en import talks
from walkaway.words.en.amounts import count
from walkaway.words.en.money import chance

SWING_FIRST = "Think of the worst package: {worst}. Which one issue would you lift to its best first?"
SWING = "From {a} to {b} in {beside} is 100 points. How many is it to go from {c} to {d} in {issue}? From 0 to 100."
SWING_PLAIN = "From {c} to {d}"
FALLBACK = (
    "What do you have if this falls through? 0 is as good as the worst package here, 100 as the best. "
    "You can also name a package that is as good to you."
)
AN_ISSUE = "Give an issue like this, the worst value for you first: Pay: 55k, 60k, 65k"
A_PACKAGE = "Give a package by its values, like: {example}"
POINTS = "Give points like this: {example}"
PACKAGE_REASONS = talks.TALK_REASONS | {
    "their_number_is_past_your_line": "Their package beats what you have without them.",
    "their_number_is_short_of_your_line": "Their package is worse for you than what you have without them.",
    "they_stand": "Their last packages were worth the same to you.",
    "outside_weak": "What you have outside is far below their package, so staying in the talk is worth more.",
}
PACKAGE_SENTENCES = {
    Move.ACCEPT: "Thank you, this works for me: {package}. Shall we put it in writing?",
    Move.COUNTER: "Thank you. I can do this: {package}. Does that work for you?",
    Move.ASK: "Thank you for talking this through with me. Which of these points matters most to you?",
    Move.WAIT: "",
    Move.WALK: "Thank you for your time. We are too far apart on the terms, so I will pass. I wish you well.",
}
SEVERAL = "Thank you. Each of these would work for me: {packages}. Which comes closest for you?"
PACKAGE_CHANGED = {
    "theirs": "If they offer a package worth {at} of 100 to you: {to}.",
    "outside": "If what you have outside is worth {at} of 100: {to}.",
}
PACKAGE_NOTICED = {
    "below_line": "Their package is {value} of 100 short of your own line.",
    "yours_alone": "You moved {n} times in a row, and they did not move.",
}
SIDE_BY_SIDE = "Packages side by side"
ROWS = ("To you, of 100", "To them, a guess", "A yes, a guess")
THEIRS_NOW, YOURS_NOW = "Theirs now", "Yours now"
MATTERS = "What matters to you"
WEIGHT = "{name}, from {worst} to {best}: {weight} %"
OF_100 = "{worth} of 100"
HARDLY = "hardly"
PACKAGE_MOVES = {move: word.lower() for move, word in talks.TALK_MOVES.items()}
"""The moves within a sentence."""
PACKAGE = {
    "to_say": "The package to say",
    "their_own": "their own package",
    "a_yes": "{chance} of a yes, a guess",
    "line": "Your line",
    "line_note": "no package below it; keep it to yourself{later}",
    "later": "; {at} in {rounds}",
    "zone": "A zone",
    "zone_note": "the chance that some package suits both",
    "moves": "They move",
    "moves_note": "{share} % likely, from their packages",
}


def swing_question(swing: Swing, issues: tuple[OwnIssue, ...]) -> str:
    """The one question to ask now."""
    if swing.issue is None or swing.beside is None:
        return SWING_FIRST.format(worst=", ".join(f"{issue.name} {issue.worst}" for issue in issues))
    one, other = swing.issue, swing.beside
    return SWING.format(a=other.worst, b=other.best, beside=other.name, c=one.worst, d=one.best, issue=one.name)


def package_words(found: PackagesTalked, package: Package) -> str:
    """Pay 60k, Days 2."""
    return ", ".join(f"{issue.name} {value}" for issue, value in zip(found.talk.issues, package.choice, strict=True))


def package_numbers(found: PackagesTalked) -> Iterator[Number]:
    """The numbers of the card: what to offer is worth, the line, the zone, and how they seem to move."""
    advice = found.advice
    if advice is None:
        return
    with_it = agreed_package(found)
    if with_it is not None:
        yes = PACKAGE["a_yes"].format(chance=chance(with_it.chance))
        note = PACKAGE["their_own"] if advice.move is Move.ACCEPT else yes
        yield Number(PACKAGE["to_say"], of_100(with_it.worth), note)
    later = ""
    if advice.line_ahead[-1] != advice.line:
        rounds = count(len(advice.line_ahead) - 1, "round")
        later = PACKAGE["later"].format(at=of_100(BEST * advice.line_ahead[-1]), rounds=rounds)
    yield Number(PACKAGE["line"], of_100(BEST * advice.line), PACKAGE["line_note"].format(later=later))
    yield Number(PACKAGE["zone"], f"{round(100 * found.zone)} %", PACKAGE["zone_note"])
    if advice.likely:
        family, share = advice.likely[0]
        note = PACKAGE["moves_note"].format(share=round(100 * share))
        yield Number(PACKAGE["moves"], talks.TALK_FAMILIES[family], note)


def side_by_side(found: PackagesTalked) -> list[tuple[str, Package]]:
    """Their last package, your last one, and those to say, each with its heading."""
    mine = next((one for one in reversed(found.said) if one.by == "you"), None)
    told = [(THEIRS_NOW, found.theirs), (YOURS_NOW, mine)]
    shown = [(heading, one) for heading, one in told if one is not None]
    return [*shown, *((letter(k), one) for k, one in enumerate(found.offers))]


def letter(k: int) -> str:
    return "ABCDEF"[k]


def package_table(found: PackagesTalked) -> tuple[tuple[str, ...], list[tuple[str, ...]]]:
    """The same as a table: its head, and a row for each issue and for what the packages are worth."""
    shown = side_by_side(found)
    rows = [(issue.name, *(one.choice[k] for _, one in shown)) for k, issue in enumerate(found.talk.issues)]
    to_you, to_them, a_yes = ROWS
    rows.append((to_you, *(f"{one.worth:.0f}" for _, one in shown)))
    rows.append((to_them, *(f"{one.theirs:.0f}" for _, one in shown)))
    rows.append((a_yes, *("–" if one.by == "them" else _percent(one.chance) for _, one in shown)))
    return ("", *(heading for heading, _ in shown)), rows


def weight_lines(found: PackagesTalked) -> list[str]:
    """Each issue with its share in the worth of a package."""
    return [
        WEIGHT.format(name=issue.name, worst=issue.worst, best=issue.best, weight=f"{weight:.0f}")
        for issue, weight in zip(found.talk.issues, found.weights, strict=True)
    ]


def package_reasons(found: PackagesTalked) -> list[str]:
    return [PACKAGE_REASONS[code] for code in (found.advice.reasons if found.advice else ())]


def package_sentence(found: PackagesTalked) -> str:
    """What to send, as it is; empty where nothing is to be sent. It names no limit, no need and no alternative."""
    if found.advice is None:
        return ""
    move, with_it = found.advice.move, agreed_package(found)
    if move is Move.COUNTER and len(found.offers) > 1:
        named = (f"({letter(k)}) {package_words(found, one)}" for k, one in enumerate(found.offers))
        return SEVERAL.format(packages="; ".join(named))
    return PACKAGE_SENTENCES[move].format(package="" if with_it is None else package_words(found, with_it))


def package_changes(found: PackagesTalked) -> list[str]:
    return [
        PACKAGE_CHANGED[flip.name].format(at=f"{BEST * flip.at:.0f}", to=PACKAGE_MOVES[flip.to]) for flip in found.flips
    ]


def package_noticed(found: PackagesTalked) -> list[str]:
    return [
        PACKAGE_NOTICED[notice.name].format(value=f"{notice.value:.0f}", n=notice.n)
        for notice in (found.beside.notices if found.beside else ())
        if notice.name in PACKAGE_NOTICED
    ]


def of_100(worth: float) -> str:
    return OF_100.format(worth=f"{worth:.0f}")


def _percent(share: float) -> str:
    if share < 0.01:
        return HARDLY
    return f"{min(99, round(100 * share))} %"
