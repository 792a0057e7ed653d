"""The name of an exported file in, what the chat is called out."""

from __future__ import annotations

import re
from pathlib import PurePath

_WITH = (
    r"WhatsApp[ -]Chat (?:with|mit|met|con|com|avec|med|dengan) (?P<title>.+)",
    r"(?:Chat de WhatsApp con|Discussion WhatsApp avec|Conversation WhatsApp avec|Chat WhatsApp con) (?P<title>.+)",
    r"(?:Conversa do WhatsApp com|Chat do WhatsApp com) (?P<title>.+)",
    r"(?:WhatsApp-?chatt? (?:med|met)|Chat WhatsApp dengan) (?P<title>.+)",
    r"(?:Чат WhatsApp с(?: контактом)?|Czat WhatsApp z|Rozmowa WhatsApp z) (?P<title>.+)",
    r"(?:دردشة واتساب مع|محادثة واتساب مع) (?P<title>.+)",
    r"(?P<title>.+?)(?: ile WhatsApp Sohbeti| के साथ WhatsApp चैट|님과의? ?WhatsApp ?대화)",
    r"(?P<title>.+?)とのWhatsApp(?:のトーク|チャット)",
    r"(?:与|與) ?(?P<title>.+?) ?的 ?WhatsApp ?(?:聊天|對話|对话).*",
    r"[^-]*WhatsApp[^-]* - (?P<title>.+)",
)
_TITLE = [re.compile(pattern, re.IGNORECASE) for pattern in _WITH]
_COPY = re.compile(r" ?\(\d+\)$")


def title_of(name: str) -> str | None:
    """The other's name or the group's, where the file name says it."""
    stem = _COPY.sub("", re.sub(r"\.(?:txt|zip)$", "", PurePath(name).name, flags=re.IGNORECASE))
    for pattern in _TITLE:
        match = pattern.fullmatch(stem)
        if match is not None:
            return match["title"].strip() or None
    return None
