"""The passphrase, the recovery code and backups: what was typed or handed over in; the same pages, and a file, out."""

from __future__ import annotations

from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

from starlette.concurrency import run_in_threadpool
from starlette.formparsers import MultiPartException
from starlette.requests import Request
from starlette.responses import Response

from walkaway.app.errors import WalkawayError
from walkaway.app.keeper import File
from walkaway.app.store import NotABackup, Vault
from walkaway.web.at_hand import desk_of, keeper_of
from walkaway.web.pages import language, page, sentence
from walkaway.web.screens.handing import TooLargeError, empty_of, file_of, form_in_memory
from walkaway.web.screens.plain import seen
from walkaway.words.shell import shell

SAVED = "notes.backup"
"""What a backup is called where it is saved: nothing that tells what it is about."""


def store(request: Request) -> Response:
    """What can be done with the store, where there is one."""
    return seen("/library") if _vault(request) is None else _shown(request)


async def store_said(request: Request) -> Response:
    """Another passphrase, another code, or a backup."""
    vault, form = _vault(request), await request.form()
    if vault is None:
        return seen("/library")
    secret = str(form.get("secret", ""))
    try:
        if form.get("do") == "passphrase":
            return await run_in_threadpool(_another_passphrase, request, vault, secret, *map(str, form.getlist("new")))
        if form.get("do") == "code":
            code = await run_in_threadpool(vault.new_recovery_code, secret)
            return page(request, "locked.html", new=True, code=code, trouble=None)
        return await run_in_threadpool(_backup, vault, secret)
    except WalkawayError as error:
        return _shown(request, 400, trouble=sentence(request, error))


def restore(request: Request) -> Response:
    """Asks for a backup, also where all is locked or there is nothing yet."""
    return _asked_for_backup(request) if keeper_of(request).can_last else seen("/library")


async def restored(request: Request) -> Response:
    """The store of a backup in place of what is here, open."""
    if not keeper_of(request).can_last:
        return seen("/library")
    words = shell(language(request)).words
    try:
        form = await form_in_memory(request)
    except TooLargeError:
        return _asked_for_backup(request, 413, words["restore_too_large"])
    except MultiPartException:
        return _asked_for_backup(request, 400, words["no_file"])
    handed = [await file_of(part) for part in form.getlist("file")]
    await form.close()
    empty, files = empty_of(handed), [file for file in handed if file.raw]
    if not files:
        why = words["file_empty"].format(names=", ".join(empty)) if empty else words["no_file"]
        return _asked_for_backup(request, 400, why)
    try:
        await run_in_threadpool(_put_back, request, str(form.get("secret", "")), files[0])
    except WalkawayError as error:
        return _asked_for_backup(request, 400, sentence(request, error))
    return seen("/")


def _vault(request: Request) -> Vault | None:
    keeper = keeper_of(request)
    return keeper.vault if keeper.lasting else None


def _shown(request: Request, status: int = 200, **said: Any) -> Response:
    return page(request, "store.html", status, **{"trouble": None, "changed": False, **said})


def _asked_for_backup(request: Request, status: int = 200, trouble: str | None = None) -> Response:
    return page(request, "restore.html", status, trouble=trouble)


def _another_passphrase(request: Request, vault: Vault, secret: str, new: str = "", again: str = "") -> Response:
    if new != again:
        return _shown(request, 400, trouble=shell(language(request)).words["store_not_same"])
    vault.change_passphrase(secret, new)
    return _shown(request, changed=True)


def _backup(vault: Vault, secret: str) -> Response:
    """The file lies on the disk for a moment, but as encrypted as the store itself."""
    with TemporaryDirectory() as folder:
        made = Path(folder) / SAVED
        vault.backup(secret, made)
        raw = made.read_bytes()
    named = {"content-disposition": f'attachment; filename="{SAVED}"'}
    return Response(raw, media_type="application/octet-stream", headers=named)


def _put_back(request: Request, secret: str, file: File) -> None:
    with TemporaryDirectory() as folder:
        handed = Path(folder) / SAVED
        handed.write_bytes(file.raw)
        try:
            desk_of(request).restore(secret, handed)
        except NotABackup:
            raise NotABackup(file.name) from None
