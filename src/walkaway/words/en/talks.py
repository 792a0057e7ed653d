"""A talk over a price: the move, the reasons, the sentence to send and what would change it."""

from __future__ import annotations

from walkaway.core.offers.advise import Move
from walkaway.core.offers.counterpart import Family
from walkaway.core.offers.signals import Noticed
from walkaway.words.en.support import SAFETY_QUESTION

TALK_MOVES = {
    Move.ACCEPT: "Accept",
    Move.COUNTER: "Counter",
    Move.ASK: "Ask",
    Move.WAIT: "Wait",
    Move.WALK: "Walk",
}
TALK_REASONS = {
    "their_number_is_past_your_line": "Their number beats what you have without them.",
    "their_number_is_short_of_your_line": "Their number is worse than what you have without them.",
    "zone_unlikely": "It is not likely that they would go past your line at all.",
    "they_slow_down": "Their steps get smaller. That is what one sees before a limit.",
    "they_stand": "They have not moved in their last numbers.",
    "you_move_alone": "Your last moves were made alone. Nothing came back for them.",
    "outside_weak": "What you have outside is far worse than their number, so staying in the talk is worth more.",
    "outside_may_break_off": "The talk may break off by itself. That is a risk for you and nothing to walk to.",
    "little_said": "They have said little so far, so all this is wide open.",
}
TALK_SENTENCES = {
    Move.ACCEPT: "Thank you, {number} works for me. Shall we put it in writing?",
    Move.COUNTER: "Thank you. I can do {number}. Does that work for you?",
    Move.ASK: "Thank you for talking this through with me. What is the best you can do?",
    Move.WAIT: "",
    Move.WALK: "Thank you for your time. We are too far apart on the price, so I will pass. I wish you well.",
}
TALK_FAMILIES = {
    Family.TIME: "by the clock, a bit more each time",
    Family.TIT_FOR_TAT: "as much as you move",
    Family.SPLIT: "to the middle between the two of you",
    Family.HARD_LINER: "not at all",
    Family.RANDOM: "up and down",
    Family.NONE_OF_THESE: "in none of the usual ways",
}
TALK_NOTICED: dict[Noticed, str] = {
    "below_line": "Their number is {value} short of your own line.",
    "below_market": "Their number is {value} short of the whole range you gave for the market.",
    "yours_alone": "You moved {n} times in a row, and they did not move.",
}
TALK_SAFE = (
    "Say only what is true. You can say that you have another option if you do; you need not say which.",
    "Do not make up an offer. If they ask for it, you lose more than the deal.",
    "You do not have to say why you need this, or how much. “This is what works for me” is enough.",
)
TALK_HELD = {
    "support": "You said that you are afraid, or that you may be. So there is no advice on this talk.",
    "unanswered": "Say first what this is, with --kind. For a partner or a friend one question comes before advice: "
    f"“{SAFETY_QUESTION}” Answer with --afraid yes, no or unsure. Your answer stays on this machine.",
    "stop_contact": "They asked for no more contact. So there is nothing to send, and the talk is over.",
}
TALK_CHANGED = {"theirs": "If they say {at}: {to}.", "outside": "If what you have outside is {at}: {to}."}
TALK_LINE = "Your line: no deal past it"
NOTHING_SENT = "Nothing. It is their turn."
SAFE_HEADING = "What is safe to say"
TALK_HEADINGS = ("Why", "A sentence you can send", "What would change this", "Worth noticing", SAFE_HEADING)
TALK = {
    "to_say": "The number to say",
    "their_own": "their own number",
    "go_that_far": "{chance} that they go that far",
    "line": "Your line",
    "line_note": "no deal past it; keep it to yourself{later}",
    "later": "; {at} in {rounds}",
    "zone": "A zone",
    "zone_note": "the chance that they would go past your line",
    "moves": "They move",
    "moves_note": "{share} % likely, from their numbers",
    "record": "You walked on a price {walked}. They came back {back}.",
}
ROUND = ("round", "rounds")
TIMES = ("time", "times")
