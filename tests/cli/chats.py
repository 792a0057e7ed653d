"""Small chats written for the doors to read."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta
from pathlib import Path

NOW = "2026-06-28"
START = datetime(2025, 9, 1, 9, tzinfo=UTC)
FELL = datetime(2026, 4, 6, tzinfo=UTC)
END = datetime(2026, 6, 28, tzinfo=UTC)


def falling(folder: Path, me: str = "Jo", them: str = "Robin") -> Path:
    """Jo and Robin write most days, by turns, until April, when Robin answers once a week and opens nothing."""
    lines = ["when,who,text"]
    day, k = START, 0
    while day < END:
        fallen = day >= FELL
        opener, other = (me, them) if k % 2 == 0 or fallen else (them, me)
        if k % 3 != 2:
            lines.append(f"{day:%Y-%m-%d %H:%M},{opener},how are you?")
            if not fallen or k % 7 == 0:
                lines.append(f"{day + timedelta(hours=2):%Y-%m-%d %H:%M},{other},fine")
        day, k = day + timedelta(days=1), k + 1
    file = folder / "chat.csv"
    file.write_text("\n".join(lines) + "\n", encoding="utf-8")
    return file


def alone(folder: Path) -> Path:
    """One author only."""
    file = folder / "alone.csv"
    file.write_text("when,who,text\n2026-06-01 09:00,Jo,hello\n2026-06-02 09:00,Jo,hello?\n", encoding="utf-8")
    return file
