"""A whole account in; with whom its chats are, and what is left out and why, out; and each of them kept.

Each person is a pursuit of their own, kept whole before the next is begun: who is stopped goes on where they were, and
what was kept counts once. Who you are is settled once for all chats.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from itertools import count

from walkaway.app.choose_chat import Chosen, choose_chat, one_name
from walkaway.app.errors import OpenQuestion, UnreadableArchive, UsageError
from walkaway.app.keep_archive import Added
from walkaway.app.kept_home import KeptHome
from walkaway.app.ports import Archive, Chat
from walkaway.app.store import Handed, Store
from walkaway.core.events import wrote
from walkaway.core.standards.standard import PursuitKind

PAIR = 2
LEFT_OUT = {
    "group": "a group",
    "not_yours": "you have not written there",
    "alone": "nobody else is named there",
    "empty": "there is no message in it",
}
"""Why a chat of a whole account is left out."""


@dataclass(frozen=True, slots=True, eq=False)
class Partner:
    """Somebody you write with, under a name that nobody else in the account has."""

    name: str
    archive: Archive
    chosen: Chosen

    @property
    def messages(self) -> int:
        return len(self.chosen.chat.events)


@dataclass(frozen=True, slots=True)
class LeftOut:
    """A chat that is not taken in, and why: a key of LEFT_OUT."""

    name: str
    why: str
    messages: int


@dataclass(frozen=True, slots=True, eq=False)
class Account:
    """With whom the chats of these archives are, those with the most messages first, and what is left out."""

    archives: tuple[Archive, ...]
    partners: tuple[Partner, ...]
    left_out: tuple[LeftOut, ...]


@dataclass(frozen=True, slots=True)
class AccountReceipt:
    """What came of an account: every record is kept, was there, or is skipped, by reason.

    A mail to several counts once for each of them. Those of people who were not asked for are skipped too.
    """

    read: int
    kept: int
    there: int
    skipped: Mapping[str, int]

    def __post_init__(self) -> None:
        if self.read != self.kept + self.there + sum(self.skipped.values()):
            raise ValueError(f"AccountReceipt: read {self.read} is not kept {self.kept} + there {self.there} + skipped")


# --- who is in it -----------------------------------------------------------------------------------------------------


def several(archive: Archive) -> bool:
    """Whether more than one conversation with words in it lies there."""
    return sum(bool(wrote(chat.events).any()) for chat in archive.chats) > 1


def open_account(archives: Sequence[Archive], *, me: str | None = None) -> Account:
    """Everybody in them. Raises OpenQuestion where only the person can say who they are, once for all chats."""
    me = _settled_me([chat for archive in archives for chat in archive.chats], me)
    found: list[tuple[Archive, Chosen]] = []
    left: list[LeftOut] = []
    for archive in archives:
        for chat in archive.chats:
            why, chosen = _taken(archive, chat, me)
            if chosen is not None:
                found.append((archive, chosen))
            elif why is not None:
                left.append(LeftOut(chat.title or ", ".join(chat.people[:3]), why, len(chat.events)))
    found.sort(key=lambda one: -len(one[1].chat.events))
    partners = tuple(Partner(name, *one) for name, one in zip(_names(found), found, strict=True))
    return Account(tuple(archives), partners, tuple(left))


def _settled_me(chats: Sequence[Chat], me: str | None) -> str | None:
    """Your name, where the account does not say it everywhere. None: every chat knows.

    Chats of two that are called after the other tell it, if all of them say the same and you are in more than one.
    """
    unsaid = [chat for chat in chats if chat.me is None and len(chat.people) >= PAIR]
    if not unsaid:
        return None
    met = Counter(name for chat in unsaid for name in chat.people)
    if me is not None:
        return one_name(me, tuple(met), "--me")
    by_title = {name for chat in unsaid if (name := _me_by_title(chat)) is not None}
    told = next(iter(by_title), "")
    if len(by_title) == 1 and met[told] > 1:
        return told
    names = [name for name, _ in met.most_common()]  # who is in the most chats comes first
    raise OpenQuestion("Which one is you, in all of these chats?", option="--me", choices=names)


def _me_by_title(chat: Chat) -> str | None:
    """Of two people, who is not the one that the chat is called after."""
    if len(chat.people) != PAIR or chat.title not in chat.people:
        return None
    return chat.people[chat.title == chat.people[0]]


def _taken(archive: Archive, chat: Chat, me: str | None) -> tuple[str | None, Chosen | None]:
    """Why a chat is left out, or you and the other in it."""
    if not wrote(chat.events).any():
        return "empty", None
    if len(chat.people) > PAIR:
        return "group", None
    own = chat.me or me
    if own is None or own not in chat.people:
        return "not_yours", None
    try:
        title = chat.title if len(chat.people) < PAIR else None
        return None, choose_chat(replace(archive, chats=(chat,)), me=own, with_=title)
    except OpenQuestion:
        return "alone", None
    except (UsageError, UnreadableArchive):
        return "not_yours", None


def _names(found: Sequence[tuple[Archive, Chosen]]) -> list[str]:
    """What to call each: as the account does. Two of one name get the address or number that tells them apart."""
    plain = [_called(one) for _, one in found]
    times = Counter(name.casefold() for name in plain)
    full = [
        name if times[name.casefold()] == 1 else f"{name} ({_telling(one, name) or archive.source})"
        for name, (archive, one) in zip(plain, found, strict=True)
    ]
    seen: Counter[str] = Counter()
    for k, name in enumerate(full):
        seen[name.casefold()] += 1
        full[k] = name if seen[name.casefold()] == 1 else f"{name} {seen[name.casefold()]}"
    return full


def _called(one: Chosen) -> str:
    title, them = one.chat.title, one.chat.people[one.them]
    return " ".join((title if title and title != one.chat.people[one.me] else them).split()) or them


def _telling(one: Chosen, name: str) -> str | None:
    """What else the other is called."""
    known = (one.chat.people[one.them], *(one.chat.handles[one.them] if one.them < len(one.chat.handles) else ()))
    return next((other for other in known if other.casefold() != name.casefold()), None)


def wanted(account: Account, names: Sequence[str]) -> tuple[Partner, ...]:
    """Those of these names. Raises UsageError with the nearest."""
    everybody = tuple(partner.name for partner in account.partners)
    chosen = {one_name(name, everybody, "--with") for name in names}
    return tuple(partner for partner in account.partners if partner.name in chosen)


# --- kept -------------------------------------------------------------------------------------------------------------


def keep_account(
    store: Store,
    partners: Sequence[Partner],
    *,
    now: int,
    kind: PursuitKind | None = None,
    counts_only: bool = False,
    progress: Callable[[int, int], None] | None = None,
) -> Iterator[Added]:
    """Keep each in turn, told as it is kept. `kind` is that of all whose kind nobody has said yet."""
    known = _Known(store)
    for done, partner in enumerate(partners, start=1):
        archive, chosen = partner.archive, partner.chosen
        name = known.name_of(partner)
        if counts_only:
            store.keep_counts_only(name)
        handed = Handed(
            chat=chosen.chat,
            source=archive.source,
            tz=archive.tz,
            now=now,
            me=chosen.chat.people[chosen.me],
            them=chosen.chat.people[chosen.them],
            assumed=archive.assumed,
        )
        receipt = store.add(name, handed)
        keep_kind(store, name, kind)
        if progress is not None:
            progress(done, len(partners))
        yield Added(name, receipt)


def keep_kind(store: Store, name: str, kind: PursuitKind | None) -> None:
    """Of which kind a pursuit is, unless that was said before."""
    if kind is None:
        return
    home = KeptHome(store)
    if store.document(name) is None:
        store.keep_document(name, {})
    pursuit = home.pursuit(name)
    if pursuit.answers.kind is None:
        home.keep(replace(pursuit, answers=replace(pursuit.answers, kind=kind)))


def receipt_of(account: Account, added: Sequence[Added]) -> AccountReceipt:
    """The receipt of the whole account, after all that were wanted are kept."""
    skipped = Counter(skip.reason for archive in account.archives for skip in archive.receipt.skipped)
    for left in account.left_out:
        skipped[LEFT_OUT[left.why]] += left.messages
    messages = sum(partner.messages for partner in account.partners)
    taken = sum(one.receipt.read for one in added)
    if messages > taken:
        skipped["with others"] += messages - taken
    kept, there = (sum(getattr(one.receipt, part) for one in added) for part in ("kept", "there"))
    plain = {reason: n for reason, n in skipped.most_common() if n}
    return AccountReceipt(kept + there + sum(plain.values()), kept, there, plain)


class _Known:
    """Which pursuit somebody is kept as: the one that holds the same two people of the same kind of archive.

    Names alone would mix two people of one name, and keep one person twice whose contact was renamed.
    """

    def __init__(self, store: Store) -> None:
        self._by: dict[tuple[str, str, str], str] = {}
        self._taken: dict[str, frozenset[tuple[str, str]]] = {}
        for name in store.names():
            channels = store.channels(name)
            self._taken[name.casefold()] = frozenset((c.source, c.them or "") for c in channels)
            for channel in channels:
                if len(channel.people) <= PAIR:
                    self._by[channel.source, channel.me or "", channel.them or ""] = channel.pursuit

    def name_of(self, partner: Partner) -> str:
        chosen, source = partner.chosen, partner.archive.source
        me, them = (chosen.chat.people[k] for k in (chosen.me, chosen.them))
        known = self._by.get((source, me, them))
        if known is not None:
            return known
        name = partner.name
        if self._taken.get(name.casefold()):  # somebody of this name is kept: two side by side can be joined by hand
            name = next(new for new in _other_names(name, them, source) if not self._taken.get(new.casefold()))
        self._taken[name.casefold()] = frozenset({(source, them)})
        self._by[source, me, them] = name
        return name


def _other_names(name: str, them: str, source: str) -> Iterator[str]:
    if them.casefold() != name.casefold():
        yield f"{name} ({them})"
    yield f"{name} ({source})"
    yield from (f"{name} ({source} {k})" for k in count(2))
