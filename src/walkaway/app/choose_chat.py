"""An archive and what the person said in; the chat meant, who in it is them and who the other, out."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from difflib import get_close_matches

import numpy as np

from walkaway.app.errors import OpenQuestion, UnreadableArchive, UsageError
from walkaway.app.ports import Archive, Chat
from walkaway.core.events import BoolArray, Kind, wrote

_CONTROL = re.compile("[\x00-\x1f\x7f-\x9f]+")
_PREVIEW = 3
_PREVIEW_LENGTH = 48


@dataclass(frozen=True, slots=True, eq=False)
class Chosen:
    """A chat with the places of `me` and `them` among its people. In a group a third person wrote too."""

    chat: Chat
    me: int
    them: int
    group: bool
    assumed: tuple[str, ...] = ()


def choose_chat(archive: Archive, *, me: str | None = None, with_: str | None = None) -> Chosen:
    """The chat and the two people meant. Raises OpenQuestion where only the person can say: nothing is guessed."""
    chats = [chat for chat in archive.chats if _written(chat).any()]
    if not chats:
        raise UnreadableArchive(
            f"There is no message in {archive.name}. Export the chat again and give me the new file."
        )
    chat, with_ = _chat_meant(chats, with_)
    mine, assumed = _me(chat, me, with_)
    place = chat.people.index(mine)
    if not (_written(chat) & (chat.events.who == place)).any():
        raise _not_written(mine)
    others = tuple(name for name in chat.people if name != mine)
    if with_ is not None and with_.strip().casefold() == mine.casefold():
        raise UsageError(f"{mine} is you.", typed="With --with, name the other person.", mend="with")
    if others:
        theirs = _them(others, with_)
    else:
        theirs = _who_never_wrote(chat, mine, with_)
        chat = replace(chat, people=(*chat.people, theirs))
    group = len(chat.people) > 2
    return Chosen(chat=chat, me=place, them=chat.people.index(theirs), group=group, assumed=assumed)


# --- which chat -------------------------------------------------------------------------------------------------------


def _chat_meant(chats: Sequence[Chat], with_: str | None) -> tuple[Chat, str | None]:
    """The chat, and what is left of `--with`: nothing, where it was a title and no person's name."""
    if len(chats) == 1:
        return chats[0], with_
    labels = _labels(chats)
    if with_ is None:
        raise OpenQuestion(
            f"There are {len(chats)} chats here. Which one do you mean?", option="--with", choices=labels
        )
    # A title says more than a person, and a chat of two with this person more than a group with them in it.
    pairs = [chat.people if len(chat.people) <= 2 else () for chat in chats]
    everybody = [chat.people for chat in chats]
    for fits in _ways_to_fit(with_):
        for names in ([(label,) for label in labels], pairs, everybody):
            found = [k for k, those in enumerate(names) if any(fits(name) for name in those)]
            if len(found) == 1:
                chat = chats[found[0]]
                return chat, with_ if _fitting(with_, chat.people) else None
            if found:
                raise OpenQuestion(
                    f"{len(found)} chats fit {with_!r}. Which one do you mean?",
                    option="--with",
                    choices=[labels[k] for k in found],
                )
    raise UsageError(f"I find no chat with {with_!r}. {_nearest(with_, labels)}")


def _labels(chats: Sequence[Chat]) -> list[str]:
    """What to call each chat: its title, else its people. Two of one name are numbered."""
    plain = [chat.title or ", ".join(chat.people[:3]) for chat in chats]
    count, seen = Counter(plain), Counter[str]()
    labels: list[str] = []
    for label in plain:
        seen[label] += 1
        labels.append(label if count[label] == 1 else f"{label} ({seen[label]})")
    return labels


# --- who is who -------------------------------------------------------------------------------------------------------


def _me(chat: Chat, me: str | None, with_: str | None) -> tuple[str, tuple[str, ...]]:
    """The person's own name, and what had to be assumed to know it."""
    people = chat.people
    if me is not None:
        also = [name for name, handles in zip(people, chat.handles, strict=False) if me in handles]
        return (also[0] if len(also) == 1 and me not in people else one_name(me, people, "--me")), ()
    if chat.me is not None:
        if chat.me not in people:
            raise _not_written(chat.me)
        return chat.me, ()
    if len(people) == 2:
        them = _fitting(with_, people) if with_ is not None else []
        if len(them) == 1:
            return _other(people, them[0]), ()
        if chat.title in people:
            return _other(people, chat.title), ("me_from_title",)
    raise OpenQuestion("Which one is you?", option="--me", choices=people, preview=preview(chat))


def _other(people: Sequence[str], name: str | None) -> str:
    return people[1] if people[0] == name else people[0]


def _them(others: Sequence[str], with_: str | None) -> str:
    if with_ is not None:
        return one_name(with_, others, "--with")
    if len(others) == 1:
        return others[0]
    raise OpenQuestion(
        f"This is a group: {len(others)} others wrote in it. Whom do you mean?", option="--with", choices=others
    )


def _who_never_wrote(chat: Chat, mine: str, with_: str | None) -> str:
    """In a chat that one person wrote alone, the other has no name yet."""
    name = _CONTROL.sub("", with_ or "").strip()
    if name:
        return name
    choices = [chat.title] if chat.title and chat.title != mine else []
    raise OpenQuestion(
        f"Only {mine} has written in this chat. Who is the other person?", option="--with", choices=choices
    )


def _not_written(name: str) -> UsageError:
    return UsageError(
        f"{name} has not written in this chat, and I only read chats you wrote in yourself.",
        typed="If you wrote under another name, give it with --me.",
        mend="me",
    )


# --- names ------------------------------------------------------------------------------------------------------------


def _ways_to_fit(wanted: str) -> tuple[Callable[[str], bool], ...]:
    folded = wanted.strip().casefold()
    return (
        lambda name: name == wanted,
        lambda name: name.casefold() == folded,
        lambda name: bool(folded) and name.casefold().startswith(folded),
    )


def _fitting(wanted: str, names: Sequence[str]) -> list[str]:
    """The names it may stand for: the same; else the same but for capitals; else those that begin with it."""
    return next((found for fits in _ways_to_fit(wanted) if (found := [name for name in names if fits(name)])), [])


def one_name(wanted: str, names: Sequence[str], option: str) -> str:
    """The one of these names that was meant. Raises UsageError with the nearest."""
    found = _fitting(wanted, names)
    if len(found) == 1:
        return found[0]
    if found:
        raise UsageError(f"{option} {wanted!r} fits {', '.join(found[:5])}. Give the whole name.")
    raise UsageError(f"I find nobody called {wanted!r} in this chat. {_nearest(wanted, names)}")


def _nearest(wanted: str, names: Sequence[str]) -> str:
    by_folded = {name.casefold(): name for name in names}
    near = get_close_matches(wanted.casefold(), by_folded, n=1)
    if near:
        return f"Did you mean {by_folded[near[0]]}?"
    more = f" and {len(names) - 5:,} more" if len(names) > 5 else ""
    return f"I know: {', '.join(names[:5])}{more}."


# --- what the person is shown -----------------------------------------------------------------------------------------


def _written(chat: Chat) -> BoolArray:
    return wrote(chat.events)


def preview(chat: Chat) -> tuple[str, ...]:
    """The first and last three messages, a short line each."""
    places = np.flatnonzero(_written(chat)).tolist()
    shown = places if len(places) <= 2 * _PREVIEW else places[:_PREVIEW] + places[-_PREVIEW:]
    return tuple(_line(chat, k) for k in shown)


def _line(chat: Chat, k: int) -> str:
    events = chat.events
    minute = str(events.local[k].astype("datetime64[us]").astype("datetime64[m]")).replace("T", " ")
    text = _CONTROL.sub(" ", chat.text[k].as_py() or "").strip() or f"[{Kind(events.kind[k]).name.lower()}]"
    short = text if len(text) <= _PREVIEW_LENGTH else text[: _PREVIEW_LENGTH - 1].rstrip() + "…"
    return f"{minute}  {_CONTROL.sub('', chat.people[events.who[k]])}: {short}"
