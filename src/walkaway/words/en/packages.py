"""A talk over packages: the move, the packages side by side and what to send."""

from __future__ import annotations

from walkaway.app.issues import OwnIssue, Swing
from walkaway.core.offers.advise import Move
from walkaway.words.en import talks

SWING_FIRST = "Think of the worst package: {worst}. Which one issue would you lift to its best first?"
SWING = "From {a} to {b} in {beside} is 100 points. How many is it to go from {c} to {d} in {issue}? From 0 to 100."
SWING_PLAIN = "From {c} to {d}"
FALLBACK = (
    "What do you have if this falls through? 0 is as good as the worst package here, 100 as the best. "
    "You can also name a package that is as good to you."
)
ISSUE_RENEWED = "There was an issue called {name}. It has other values now."
OVER_A_PRICE = "{option} goes with a talk over a price, and this one is over packages. Leave it out."
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
    """The one question to ask now, at a terminal."""
    if swing.issue is None or swing.beside is None:
        return SWING_FIRST.format(worst=", ".join(f"{issue.name} {issue.worst}" for issue in issues))
    one, other = swing.issue, swing.beside
    return SWING.format(a=other.worst, b=other.best, beside=other.name, c=one.worst, d=one.best, issue=one.name)
