"""What is said in place of a verdict: under support, and while the safety question is open."""

from __future__ import annotations

SUPPORT_REASON = "You said that you are afraid, or that you may be. So there is no verdict here."

SUPPORT = (
    "A card that says stay or walk could make things less safe. That is why there is none here, and nothing to send.",
    "Your own sense of danger counts most. You know more than a chat can show. If it says take care, trust it.",
    "You do not have to decide anything today. You do not have to explain yourself to anyone.",
    (
        "A trained advocate can help you think it through, in your own time. They do not tell you what to do. "
        "A search for “domestic abuse help” with the name of your country will find one. If it is not safe to search "
        "on this device, use one that only you can open."
    ),
    "If you may be in danger right now, call the emergency number where you are.",
    "This page may stay in the history of this device. You can close it and delete it now.",
)

UNANSWERED_REASON = "Before a verdict there is one question that only you can answer. Here is what was measured so far."

SAFETY_QUESTION = "Are you ever afraid of them, or of what they would do if you stepped away?"

UNANSWERED_STEP = f"Answer this first: “{SAFETY_QUESTION}” Your answer stays on this machine."
