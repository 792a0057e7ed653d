"""Promises, what is settled and what else there is: the English sentences for them."""

from __future__ import annotations

from walkaway.core.verdict.promise import Due

DUE = {
    Due.HOLD: "You have asked about it. Give it the time you set, and hold.",
    Due.ASK: "By your own rule it is time to ask, once.",
    Due.WALK: "By your own rule it is time to walk.",
}
FREE_WEEK = "The best other thing you have is a free week."
NO_HOUR = "None of them is worth an hour this week."
ABOUT = ("about ",)
"""What is not to stand before an exact measure."""
POSITION = {
    "point": "{n} point",
    "points": "{n} points",
    "you_wrote": "You wrote: “{words}”",
    "rule": "Your rule: {standard} ({level} {amount}), and not missed {misses} in {weeks}.",
    "at_least": "at least",
    "at_most": "at most",
    "missed_one": "It was not so in the week of {weeks}.",
    "missed": "It was not so in the weeks of {weeks}.",
    "lowered": "You lowered your rule “{standard}” {times}.",
    "once": "once",
    "one_time": "once",
    "times": "{n} times",
    "dropped": "It is dropped now.",
    "left": "{percent} % of its strictest level is left.",
    "waits": "Your rule “{standard}” holds until {until}, then it {change}.",
    "drops": "is dropped",
    "loosens": "is looser",
    "leaving_brings": "Leaving would bring you {amount} a week",
    "leaving_costs": "Leaving would cost you {amount} a week",
    "leverage": (
        "{yours}; their effort says {low} to {high} for them, taking effort as what it is worth to them. {says}"
    ),
    "limit": (
        "You would stay for anything above {amount} a week ({back} of it for the chance that they come back, a guess)."
    ),
    "best": "The best other thing you have is {name}, worth {alone} a week with its chance and cost counted.",
    "holding_costs": "Each week you hold on costs you about {amount}.",
    "holding_brings": "Each week you stay brings you about {amount} more than leaving.",
    "look_first": "Look into {name} first: it costs nothing to find out.",
    "hour": "An hour is best spent on {name}: it adds about {amount} a week to {to}.",
    "to_outside": "what you could have without this",
    "to_all": "what you can have, this included",
}
MORE_TO_LOSE = {
    "you": "So they seem to have more to lose.",
    "them": "So you seem to have more to lose.",
    "open": "Who would lose more is open.",
}
