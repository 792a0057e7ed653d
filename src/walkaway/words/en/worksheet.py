"""What stands on the worksheet of a talk, in English; `walkaway.words.told.worksheet` makes the page of it."""

from __future__ import annotations

from walkaway.words.en.talks import TALK_HELD

LANGUAGE = "en"
SHEET = {
    "notes": "Notes",
    "have": "What you have",
    "falls_through": "If this falls through",
    "until": "until {day}",
    "came": "Other offers that came",
    "one_more": "One more way you could find",
    "line": "Your line: no deal past it",
    "to_yourself": "keep it to yourself",
    "aim": "What you aim for",
    "they_have": "What they have",
    "how_far": "How far they may go",
    "from_to": "{low} to {high}",
    "usual": "The usual range",
    "without_you": "What they have without you",
    "zone": "A zone",
    "zone_note": "the chance of one",
    "to_say": "What to say",
    "number": "The number to say",
    "if_you_think": "If you think: {shape}",
    "a_yes": "{chance} of a yes",
    "in_words": "In words",
    "said": "What was said",
    "who": "Who",
    "you": "You",
    "them": "They",
    "a_number": "Number",
    "a_package": "Package",
    "what_changed": "What changed",
    "settle": "What there is to settle",
    "worst": "Worst for you",
    "best": "Best for you",
    "matters": "How much it matters",
    "you_stand": "Where you stand, of 100",
    "package_line": "Your line: no package below it",
    "they_care": "One more thing they may care about",
}
SHEET_HELD = {why: TALK_HELD[why] for why in ("unanswered", "stop_contact")}
