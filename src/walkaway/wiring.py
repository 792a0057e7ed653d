"""Ports meet adapters: paths in, an archive out, through the sources there are. The only module that knows them.

Everything is imported when it is first used, so that `walkaway --help` stays quick.
"""

from __future__ import annotations

from collections.abc import Sequence
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from walkaway.app.ports import Archive, Progress, ReadOptions, Source


@cache
def sources() -> tuple[Source, ...]:
    """Every archive kind we read. The first that recognises a file reads it, so the pickiest come first."""
    from walkaway.sources.imessage import IMessage
    from walkaway.sources.mail import Mails
    from walkaway.sources.messenger import Messenger
    from walkaway.sources.signal import Signal
    from walkaway.sources.sms import Sms
    from walkaway.sources.table import Table
    from walkaway.sources.telegram import Telegram
    from walkaway.sources.whatsapp import WhatsApp
    from walkaway.sources.whatsapp_json import WhatsAppJson

    return (Telegram(), Messenger(), WhatsAppJson(), Mails(), Sms(), IMessage(), Signal(), Table(), WhatsApp())


def read_files(paths: Sequence[Path], options: ReadOptions, progress: Progress | None = None) -> Archive:
    """These files as one archive. Raises UnreadableArchive or OpenQuestion."""
    from walkaway.app.read_archive import read_archive
    from walkaway.sources.opening import open_archive

    return read_archive(paths, open_=open_archive, sources=sources(), options=options, progress=progress)
