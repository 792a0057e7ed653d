"""The card of an offer: its words and sentences."""

from __future__ import annotations

from walkaway.core.offers.weigh import Answer
from walkaway.core.standards.standard import PursuitKind
from walkaway.words.offer_card import OfferHeadings

OFFER_WORDS = {
    Answer.ACCEPT: "Accept",
    Answer.COUNTER: "Counter",
    Answer.TIME: "Ask for time",
    Answer.WALK: "Walk",
}
TITLES = {
    PursuitKind.CLIENT: "The price with your client",
    PursuitKind.DEAL: "The price of this deal",
    PursuitKind.JOB: "The pay for this job",
    PursuitKind.INVESTOR: "The terms of your investor",
}
HEADINGS = OfferHeadings(
    limit="Where your limit comes from",
    send="A sentence you can send",
    changes="What would change this",
    basis="What this is based on",
)
OFFER_ASSUMED = {
    "range": "You did not say how far they may go, so a wide range around the numbers you gave stands in.",
    "otherwise": "If your fallback fails too, you are left with nothing.",
    "average": "An even chance of more or less counts as its average. If a loss would hurt you, hold a safer limit.",
    "fallback_stays": "Your fallback stays there while you wait for a better offer.",
    "withdrawn": "In 3 of 100 cases they take the offer back if you do not say yes at once.",
    "offer_stays": "If they say no to your number, you can still take their offer.",
    "reply_days": "An answer to your number takes three days.",
    "terms_stay": "The other terms stay as they are.",
}
NO_CHANGE = "No small change in their offer or your fallback would change this."
GIVE_RANGE = "Say how far they may go, and the number gets better: --likely LOW..HIGH."
OFFER = {
    "place": "Their {theirs} is {where} {limit}",
    "above_your": "above your limit of",
    "below_your": "below your limit of",
    "at_your": "right at your limit of",
    "accept": "{place}, and a counter would not bring you enough more.",
    "time": "You will know more {in_days}. Waiting for that is worth about {more} more than an answer now.",
    "counter": "{place}, {link} {number} has {chance} of a yes.",
    "and": "and",
    "but": "but",
    "far": "{place}, and a yes to your {mine} is not likely at all.",
    "walk": "{place}, and they are not likely to go past it.",
    "fallback": "Your fallback: {worth}.",
    "fallback_unsure": "Your fallback: {worth}, there in {share} of 100 cases, so it counts as {counts}.",
    "better": "A better offer of {worth} has {chance} {in_days}. Without a deal you could wait for it.",
    "cost": "This deal costs you {amount}.",
    "term_gain": "{name} is worth {amount} to you.",
    "term_cost": "{name} costs {amount} to you.",
    "all": "All in all that makes {amount}.",
    "trade": "If you would go {way} for something in return: Counter. {number} has {chance} of a yes (--trade).",
    "down": "down",
    "up": "up",
}
OFFER_TURNS = {
    "deadline": "If they give you {at} to answer: {word}.",
    "theirs": "If they offer {at}: {word}.",
    "fallback": "If your fallback is {at}: {word}.",
}
OFFER_NUMBERS = {
    "to_say": "The number to say",
    "their_own": "their own number",
    "a_yes": "{chance} of a yes",
    "limit": "Your limit",
    "none_below": "no deal below this; keep it to yourself",
    "none_above": "no deal above this; keep it to yourself",
    "theirs": "Their offer",
    "above": "above your limit",
    "below": "below your limit",
    "at": "right at your limit",
    "if_counter": "If you do counter",
    "counter_worth": "A counter is worth",
    "waiting_worth": "Waiting is worth",
    "as_sure": "as a sure deal, chances counted in",
}
