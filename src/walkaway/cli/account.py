"""A whole account in; who is in it shown, all or some of them kept in the store, and one receipt, out."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from pathlib import Path
from typing import TYPE_CHECKING, Any

import typer

from walkaway.app.errors import OpenQuestion, UnknownColumns, UnreadableArchive, UsageError
from walkaway.cli import asking, reading
from walkaway.cli.conversation import Recall
from walkaway.cli.progress import Bar
from walkaway.cli.told import Told
from walkaway.words.en import keeping
from walkaway.words.en.amounts import count
from walkaway.words.printable import printable

if TYPE_CHECKING:
    from walkaway.app.keep_archive import Added
    from walkaway.app.ports import Archive
    from walkaway.app.store import Store
    from walkaway.app.whole_account import Account, AccountReceipt, Partner

_MOST_LINES = 10
_Asked = tuple["Account", tuple["Partner", ...]]


@dataclass(frozen=True, slots=True)
class Place:
    """Where it is kept, and how: with words or counts alone."""

    store: Callable[[], Store]
    recall: Recall
    counts_only: bool
    as_json: bool


def read_accounts(
    files: Sequence[Path], told: Told, *, as_json: bool, recall: Recall | None = None
) -> tuple[list[Archive], Told]:
    """What lies in these files and folders, by kind. At a terminal what a file leaves open is asked."""
    from walkaway import wiring

    present = asking.at_terminal(as_json=as_json)
    while True:
        try:
            with Bar(shown=not as_json) as bar:
                how = reading.options(told.tz, told.order, told.columns, told.remembered)
                found = wiring.read_accounts(files, how, bar)
            break
        except OpenQuestion as question:
            if isinstance(question, UnknownColumns) and recall is not None:
                told, recall = replace(told, remembered=(*told.remembered, *recall())), None
                continue
            told = _answered(told, question, present=present)
    if told.tz is not None:  # the person said it
        found = [replace(one, assumed=tuple(code for code in one.assumed if code != "tz")) for one in found]
    return found, told


def choose(archives: Sequence[Archive], told: Told, names: Sequence[str], *, everyone: bool, as_json: bool) -> _Asked:
    """The account, and who of it is to be kept: all, those named, or those said at a terminal."""
    from walkaway.app.whole_account import open_account, wanted

    present = asking.at_terminal(as_json=as_json)
    try:
        account = open_account(archives, me=told.me)
    except OpenQuestion as question:
        account = open_account(archives, me=_answered(told, question, present=present).me)
    if not as_json:
        _show(account)
    if not account.partners:
        raise UnreadableArchive(keeping.NO_PARTNER)
    if names:
        return account, wanted(account, names)
    if everyone or len(account.partners) == 1:
        return account, account.partners
    return account, _asked(account, present=present)


def _asked(account: Account, *, present: bool) -> tuple[Partner, ...]:
    from walkaway.app.whole_account import wanted

    n = f"{len(account.partners):,}"
    everybody = tuple(partner.name for partner in account.partners)
    if not present:
        raise OpenQuestion(keeping.ALL_NEEDED.format(n=n), option="--with", choices=everybody)
    asking.say(f"\n{keeping.ALL_OR_WHICH.format(n=n)}")
    for partner in account.partners[: asking.MOST_SHOWN]:
        asking.say(f"  {printable(partner.name, 60)} ({partner.messages:,})")
    while True:
        typed = asking.text(keeping.ALL_HINT)
        if typed.casefold() == keeping.ALL:
            return account.partners
        try:
            return wanted(account, [name.strip() for name in typed.split(",") if name.strip()])
        except UsageError as error:
            asking.say(printable(str(error), 400))


def _answered(told: Told, question: OpenQuestion, *, present: bool) -> Told:
    fields = {"--me": "me", "--order": "order", "--tz": "tz", "--columns": "columns"}
    if not present or question.option not in fields:
        raise question
    given: dict[str, Any] = {fields[question.option]: asking.answer(question)}
    return replace(told, **given)


def keep(store: Store, chosen: _Asked, told: Told, *, counts_only: bool, as_json: bool) -> None:
    """Keep them, each whole before the next, with one bar; then the receipt."""
    from walkaway.app.whole_account import keep_account, receipt_of

    account, partners = chosen
    kind = reading.answers(told).kind
    added: list[Added] = []
    with Bar(shown=not as_json, what="Keeping") as bar:
        added.extend(
            keep_account(store, partners, now=reading.clock(), kind=kind, counts_only=counts_only, progress=bar)
        )
    receipt = receipt_of(account, added)
    if as_json:
        _print(account, added, receipt)
    else:
        _say(added, receipt)


def _people(n: int) -> str:
    return count(n, "person", "people")


def _show(account: Account) -> None:
    from collections import Counter

    from walkaway.app.whole_account import LEFT_OUT

    kinds = ", ".join(dict.fromkeys(archive.source for archive in account.archives))
    messages = sum(partner.messages for partner in account.partners)
    asking.say(
        keeping.FOUND.format(kinds=kinds, people=_people(len(account.partners)), messages=count(messages, "message"))
    )
    left = Counter(LEFT_OUT[one.why] for one in account.left_out)
    left.update(skip.reason for archive in account.archives for skip in archive.receipt.skipped)
    if left:
        what = "; ".join(f"{n:,} × {printable(reason, 80)}" for reason, n in left.most_common(_MOST_LINES))
        asking.say(keeping.LEFT_OUT.format(what=what))


def _say(added: Sequence[Added], receipt: AccountReceipt) -> None:
    counts = {"read": receipt.read, "kept": receipt.kept, "there": receipt.there}
    counts |= {"skipped": sum(receipt.skipped.values())}
    typer.echo(keeping.ACCOUNT.format(people=_people(len(added)), **{key: f"{n:,}" for key, n in counts.items()}))
    for reason, n in list(receipt.skipped.items())[:_MOST_LINES]:
        typer.echo(f"  {n:,} × {printable(reason, 80)}")
    typer.echo(keeping.NEXT)


def _print(account: Account, added: Sequence[Added], receipt: AccountReceipt) -> None:
    import json

    from walkaway.app.whole_account import LEFT_OUT

    def row(one: Added) -> dict[str, Any]:
        counts = {"read": one.receipt.read, "kept": one.receipt.kept, "there": one.receipt.there}
        return {"file": None, "pursuit": one.name, **counts, "skipped": []}

    value = {
        "schema": "walkaway.added/1",
        "added": [row(one) for one in added],
        "left_out": [
            {"name": one.name, "reason": LEFT_OUT[one.why], "messages": one.messages} for one in account.left_out
        ],
        "account": {
            "kinds": list(dict.fromkeys(archive.source for archive in account.archives)),
            "read": receipt.read,
            "kept": receipt.kept,
            "there": receipt.there,
            "skipped": dict(receipt.skipped),
        },
    }
    typer.echo(json.dumps(value, ensure_ascii=False, indent=2).encode("utf-8", "replace"))


def kept_whole(
    files: Sequence[Path], told: Told, names: Sequence[str], place: Place, *, to: str | None, everyone: bool
) -> tuple[bool, Told]:
    """Whether this was a whole account, and is kept; one chat, or a group, is not one. And what was told on the way.

    It is if all are wanted or several are named, and if it is one file or folder with chats with several people.
    """
    from walkaway.app.store import Stopped
    from walkaway.app.whole_account import several

    reading.answers(told)  # a word that does not fit should be said before a long file is read
    asked_for = everyone or len(names) > 1
    if to is not None and asked_for:
        raise UsageError(keeping.NOT_TO_ALL)
    if to is not None or (not asked_for and len(files) > 1 and not any(file.is_dir() for file in files)):
        return False, told
    archives, told = read_accounts(files, told, as_json=place.as_json, recall=place.recall)
    if not asked_for:
        if len(archives) == 1 and not several(archives[0]):
            return False, told
        if names and not _among(archives, told, names[0]):
            return False, told
    chosen = choose(archives, told, names, everyone=everyone, as_json=place.as_json)
    try:
        keep(place.store(), chosen, told, counts_only=place.counts_only, as_json=place.as_json)
    except KeyboardInterrupt:
        raise Stopped(keeping.STOPPED_ACCOUNT) from None
    return True, told


def _among(archives: Sequence[Archive], told: Told, name: str) -> bool:
    """Whether this is somebody of the account you write with; a group, or somebody in one, is not."""
    from walkaway.app.whole_account import open_account, wanted

    try:
        return bool(wanted(open_account(archives, me=told.me), [name]))
    except (UsageError, OpenQuestion):
        return False
