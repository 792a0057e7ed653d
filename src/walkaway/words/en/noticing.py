"""What holds in any talk: signals, what changed after you walked, and what is safe to say."""

from __future__ import annotations

from walkaway.app.belief import Shape
from walkaway.app.beside_talk import Alternative
from walkaway.core.offers.signals import Noticed

MORE_NOTICED: dict[Noticed, str] = {
    "only_around_asks": "Of the {n} days on which they wrote, {value} % lie around days when they wanted something.",
    "scope_without_price": "The work grew from one version to the next. The price for the same work fell by {value} %.",
}
UNTOLD: dict[Noticed, str] = {
    "below_line": "whether their number is short of your line (they have said none)",
    "below_market": "whether they are below the usual range (note that range)",
    "yours_alone": "whether you move alone (note your numbers)",
    "scope_without_price": "whether the work grows without the price (note the hours with two of their numbers)",
    "only_around_asks": "whether they write only when they want something (note those days; the messages help)",
}
UNTOLD_LEAD = "Not to be told yet: {what}."
ALSO = "Also looked for"
ALTERNATIVE = "What is true of what you have"
AFTER_WALK = "After you walked"
ALTERNATIVES: dict[Alternative, str] = {
    "offer": "An offer from elsewhere came on {day}. So it is true to say: “I am weighing another offer, too.”",
    "something": "You have something else. So it is true to say: “I have another way to go.” You need not say which.",
    "gone": "What you had was gone on {day}. Do not speak of it as if it were still there.",
    "nothing": "You noted nothing else that you have. So do not speak of it. “I need a day to think” is enough.",
    "not_free": "You cannot leave for what you have whenever you like. So do not say that you will.",
}
FREE_QUESTION = "Could you leave for it whenever you like?"
FREE = {"yes": "yes, at any time", "no": "no, it is what is left if this breaks off"}
BREAKS = "How likely is it each round that this breaks off by itself, in percent?"
SHAPES: dict[Shape, str] = {
    "even": "each price in the range alike",
    "middle": "most of them in the middle",
    "low_middle": "most of them low in the middle",
    "few_far": "few of them far up",
}
ASKING = "The first number, and a yes to it"
ASK = "If you think {shape}: say {price}, with {chance} of a yes."
SINCE = {
    "none": "You walked at {at}. No number of theirs has come since.",
    "came": "You walked at {at}. They said {first}: {how}.",
    "came_later": "You walked at {at}. They said {first} {days} later: {how}.",
    "same": "the same as before",
    "better": "{by} better for you",
    "worse": "{by} worse for you",
    "steps": "Towards you they moved {before} a step before, {after} since.",
    "minus": "minus {step}",
}
RECORD = {
    "few": "Over all talks you walked {walked}. A share needs {least}.",
    "share": "Over all talks you walked {walked} times, and {back} came back: {low} to {high} in 100.",
    "days": "In the middle that took {days}.",
    "more": "{times} it was with a better number.",
    "better": "In the middle it was {share} % better for you.",
    "worse": "In the middle it was {share} % worse for you.",
}
