"""A passphrase or a recovery code in, the data key of a store out; and the file in which that key lies, wrapped.

The data key is 32 random bytes and never changes with the passphrase. It lies in `keys.json` once per way to open it
(a slot), each time encrypted by AES-256-GCM under a key of that way: scrypt of the passphrase, HKDF of the recovery
code (130 bits of chance need no slow derivation), or a random key held by the system keyring. The library
that does so is imported when a key is used: the first page asks only whether there is a store.
"""

from __future__ import annotations

import base64
import hashlib
import json
import os
import secrets
import unicodedata
from collections.abc import Mapping
from dataclasses import dataclass, replace
from typing import Any, Literal

from walkaway.app.store import DamagedStore, NewerStore, WeakPassphrase, WrongPassphrase
from walkaway.store.recovery_code import read_code

FORMAT = "walkaway.keys/1"
Way = Literal["passphrase", "recovery", "keyring"]
LEAST = 8
"""Characters of a passphrase."""
_KEY, _SALT, _NONCE = 32, 16, 12


@dataclass(frozen=True, slots=True)
class Cost:
    """Of scrypt: n * r * 128 bytes of memory, and time with n, r and p. 128 MiB and about half a second."""

    n: int = 2**17
    r: int = 8
    p: int = 1

    def sane(self) -> bool:
        """A damaged or forged file must not ask for all memory there is."""
        return 2 <= self.n <= 2**20 and self.n & (self.n - 1) == 0 and 1 <= self.r <= 16 and 1 <= self.p <= 4


@dataclass(frozen=True, slots=True)
class Slot:
    """The data key, wrapped in one way. `cost` belongs to a passphrase."""

    way: Way
    salt: bytes
    nonce: bytes
    wrapped: bytes
    cost: Cost | None = None


@dataclass(frozen=True, slots=True)
class Keys:
    """All ways to open one store; `file` is the name of its database, so that both change in one step."""

    store: str
    file: str
    slots: tuple[Slot, ...] = ()

    def with_passphrase(self, key: bytearray, passphrase: str, cost: Cost) -> Keys:
        """The same with this passphrase in place of the one before."""
        if len(_plain(passphrase)) < LEAST:
            raise WeakPassphrase(LEAST)
        salt = secrets.token_bytes(_SALT)
        return self._with("passphrase", salt, _of_passphrase(passphrase, salt, cost), key, cost)

    def with_code(self, key: bytearray, code: str) -> Keys:
        """The same with this recovery code in place of the one before."""
        salt = secrets.token_bytes(_SALT)
        return self._with("recovery", salt, _of_code(code, salt), key)

    def with_keyring(self, key: bytearray, held: bytes) -> Keys:
        """The same with a key that the system keyring holds."""
        return self._with("keyring", b"", held, key)

    def without(self, way: Way) -> Keys:
        """The same, not to be opened this way any more."""
        return replace(self, slots=tuple(slot for slot in self.slots if slot.way != way))

    def has(self, way: Way) -> bool:
        """Whether it can be opened this way."""
        return any(slot.way == way for slot in self.slots)

    def open(self, way: Way, secret: str | bytes) -> bytearray:
        """The data key. Raises WrongPassphrase or WrongRecoveryCode."""
        for slot in self.slots:
            if slot.way == way:
                return self._unwrapped(slot, secret)
        raise WrongPassphrase

    def _with(self, way: Way, salt: bytes, wrapping: bytes, key: bytearray, cost: Cost | None = None) -> Keys:
        from cryptography.hazmat.primitives.ciphers.aead import AESGCM

        nonce = secrets.token_bytes(_NONCE)
        wrapped = AESGCM(wrapping).encrypt(nonce, bytes(key), self._bound_to(way))
        return replace(self, slots=(*self.without(way).slots, Slot(way, salt, nonce, wrapped, cost)))

    def _unwrapped(self, slot: Slot, secret: str | bytes) -> bytearray:
        from cryptography.exceptions import InvalidTag
        from cryptography.hazmat.primitives.ciphers.aead import AESGCM

        if isinstance(secret, bytes):
            wrapping = secret
        elif slot.way == "passphrase":
            wrapping = _of_passphrase(secret, slot.salt, slot.cost or Cost())
        else:
            wrapping = _of_code(secret, slot.salt)
        try:
            return bytearray(AESGCM(wrapping).decrypt(slot.nonce, slot.wrapped, self._bound_to(slot.way)))
        except InvalidTag:
            raise WrongPassphrase from None

    def _bound_to(self, way: Way) -> bytes:
        """What a wrapped key belongs to: it does not open another store, or in another way."""
        return f"{FORMAT} {self.store} {way}".encode()


def new_key() -> bytearray:
    """A data key."""
    return bytearray(secrets.token_bytes(_KEY))


def new_name() -> str:
    """What tells one store from another, and one database file of it from the next."""
    return secrets.token_hex(6)


def forget(key: bytearray) -> None:
    """Overwrite a key, so that nothing is opened with it any more."""
    key[:] = bytes(len(key))
    del key[:]


def as_bytes(keys: Keys) -> bytes:
    """The keys as a file."""
    body: dict[str, Any] = {
        "format": FORMAT,
        "store": keys.store,
        "file": keys.file,
        "slots": [_slot_out(slot) for slot in keys.slots],
    }
    return json.dumps({**body, "check": _check(body)}, indent=2).encode()


def from_bytes(raw: bytes) -> Keys:
    """The keys in a file. Raises DamagedStore or NewerStore."""
    try:
        document = json.loads(raw)
        name = document["format"]
        if name != FORMAT and str(name).startswith("walkaway.keys/"):
            raise NewerStore
        check = document.pop("check")
        if check != _check(document):
            raise DamagedStore("The key file of the store")
        file = str(document["file"])
        if os.path.basename(file) != file or not file.endswith(".db"):  # noqa: PTH119 (a name, not a path)
            raise DamagedStore("The key file of the store")
        return Keys(str(document["store"]), file, tuple(_slot_in(slot) for slot in document["slots"]))
    except (ValueError, KeyError, TypeError, AttributeError):
        raise DamagedStore("The key file of the store") from None


def _of_passphrase(passphrase: str, salt: bytes, cost: Cost) -> bytes:
    from cryptography.hazmat.primitives.kdf.scrypt import Scrypt

    return Scrypt(salt=salt, length=_KEY, n=cost.n, r=cost.r, p=cost.p).derive(_plain(passphrase).encode())


def _of_code(code: str, salt: bytes) -> bytes:
    from cryptography.hazmat.primitives.hashes import SHA256
    from cryptography.hazmat.primitives.kdf.hkdf import HKDF

    return HKDF(algorithm=SHA256(), length=_KEY, salt=salt, info=b"walkaway recovery").derive(read_code(code).encode())


def _plain(passphrase: str) -> str:
    """One spelling: keyboards write the same letter in more than one way, and a file ends in a new line."""
    return unicodedata.normalize("NFKC", passphrase).strip()


def _check(body: Mapping[str, Any]) -> str:
    """Tells a damaged file from a wrong passphrase."""
    return hashlib.sha256(json.dumps(body, sort_keys=True, separators=(",", ":")).encode()).hexdigest()


def _slot_out(slot: Slot) -> dict[str, Any]:
    out = {"way": slot.way, "salt": _text(slot.salt), "nonce": _text(slot.nonce), "wrapped": _text(slot.wrapped)}
    return out if slot.cost is None else {**out, "scrypt": [slot.cost.n, slot.cost.r, slot.cost.p]}


def _slot_in(row: Mapping[str, Any]) -> Slot:
    cost = Cost(*map(int, row["scrypt"])) if "scrypt" in row else None
    if cost is not None and not cost.sane():
        raise DamagedStore("The key file of the store")
    salt, nonce, wrapped = (base64.b64decode(row[name], validate=True) for name in ("salt", "nonce", "wrapped"))
    return Slot(row["way"], salt, nonce, wrapped, cost)


def _text(raw: bytes) -> str:
    return base64.b64encode(raw).decode()
