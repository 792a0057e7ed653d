"""No text in; ways of asking for no more contact, and of not asking, over every act and everybody, out."""

from __future__ import annotations

ACTS = {
    "contact": "contacting", "text": "texting", "call": "calling", "write to": "writing to", "talk to": "talking to",
    "reach out to": "reaching out to", "bother": "bothering", "come near": "coming near",
}  # fmt: skip
OBJECTS = ("me", "us", "my family", "our staff", "me or my kids")
ASKING = (
    "Please don't {act} {whom}.", "Do not {act} {whom} again.", "Stop {acting} {whom}.",
    "You need to stop {acting} {whom}.",
    "I'd like you to stop {acting} {whom}.", "I would appreciate it if you didn't {act} {whom}.",
    "I am asking you not to {act} {whom}.", "We request that you cease {acting} {whom}.",
    "You must not {act} {whom} again.",
    "Could you please stop {acting} {whom}?", "I no longer want you to {act} {whom}.", "You may not {act} {whom}.",
    "You no longer have permission to {act} {whom}.", "If you {act} {whom} again I will call the police.",
    "pls dont {act} {whom} anymore thx", "How many times must I tell you to stop {acting} {whom}?",
)  # fmt: skip
NOT_ASKING = (
    "Why don't you {act} {whom} anymore?", "You never {act} {whom}.", "I won't {act} you again.",
    "Do you want me to stop {acting} you?", "Don't stop {acting} {whom}.", "Don't {act} {whom} until Friday.",
    "I never asked you to stop {acting} {whom}.", "I told him to stop {acting} {whom}.",
    "Did I ask you to stop {acting} {whom}?",
    "My ex won't stop {acting} {whom}.", "Don't hesitate to {act} {whom} again.", "You stopped {acting} {whom} in May.",
    "I hope you never stop {acting} {whom}.", "Nobody told you not to {act} {whom}.",
    "I understand that you don't want me to {act} you.",
)  # fmt: skip


def every(phrase: str) -> list[str]:
    """The phrase with each act and each person."""
    return [phrase.format(act=act, acting=acting, whom=whom) for act, acting in ACTS.items() for whom in OBJECTS]
