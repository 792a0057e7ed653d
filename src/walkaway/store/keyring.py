"""The id of a store in; a random key that the system keyring holds for it, out. Only with the extra `keyring`."""

from __future__ import annotations

import base64
import secrets
from typing import Any

from walkaway.app.store import StoreError

_SERVICE = "walkaway"
_KEY = 32


class NoKeyring(StoreError):
    def __init__(self, why: str) -> None:
        super().__init__(f"{why} The passphrase opens the store as before.")


def hold(store: str) -> bytes:
    """A new key, now held by the keyring."""
    key = secrets.token_bytes(_KEY)
    _call("set_password", store, base64.b64encode(key).decode())
    return key


def held(store: str) -> bytes | None:
    """The key the keyring holds. None: it holds none, or cannot be asked."""
    try:
        found = _call("get_password", store)
        key = b"" if found is None else base64.b64decode(found)
    except (NoKeyring, ValueError):
        return None
    return key if len(key) == _KEY else None  # somebody else's, or cut


def let_go(store: str) -> None:
    """The keyring holds it no more."""
    if held(store) is not None:
        _call("delete_password", store)


def _call(what: str, *arguments: str) -> Any:
    try:
        import keyring
        from keyring.errors import KeyringError
    except ImportError:
        raise NoKeyring("The keyring is an extra: pip install 'walkaway[keyring]'.") from None
    try:
        return getattr(keyring, what)(_SERVICE, *arguments)
    except KeyringError:
        raise NoKeyring("The keyring of this system does not answer.") from None
