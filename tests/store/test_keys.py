"""Keys: what opens a store, what does not, and what is said."""

from __future__ import annotations

import json
import random

import pytest
from hypothesis import given
from hypothesis import strategies as st

from walkaway.app.store import DamagedStore, NewerStore, WeakPassphrase, WrongPassphrase, WrongRecoveryCode
from walkaway.store import keys as k
from walkaway.store.recovery_code import looks_like_a_code, new_code, read_code

CHEAP = k.Cost(n=2**4)
SIGNS = "0123456789ABCDEFGHJKMNPQRSTVWXYZ"


def made(passphrase: str = "four plain words here") -> tuple[k.Keys, bytearray, str]:
    key, code = k.new_key(), new_code()
    keys = k.Keys(k.new_name(), "store-a.db").with_passphrase(key, passphrase, CHEAP).with_code(key, code)
    return keys, key, code


def test_either_secret_gives_the_same_key() -> None:
    keys, key, code = made()
    assert keys.open("passphrase", "four plain words here") == key
    assert keys.open("recovery", code) == key
    assert len(key) == 32


def test_another_passphrase_or_code_gives_none() -> None:
    keys, _, _ = made()
    with pytest.raises(WrongPassphrase):
        keys.open("passphrase", "four plain words her")
    with pytest.raises(WrongPassphrase):
        keys.open("recovery", new_code())


def test_a_new_passphrase_ends_the_old_one() -> None:
    keys, key, code = made()
    keys = keys.with_passphrase(key, "other words altogether", CHEAP)
    assert keys.open("passphrase", "other words altogether") == key
    assert keys.open("recovery", code) == key
    with pytest.raises(WrongPassphrase):
        keys.open("passphrase", "four plain words here")


def test_the_same_passphrase_typed_on_another_keyboard_opens_it() -> None:
    keys, key, _ = made("caf\u00e9 und stra\u00dfe")
    assert keys.open("passphrase", " cafe\u0301 und stra\u00dfe\n") == key


def test_a_short_passphrase_is_refused() -> None:
    with pytest.raises(WeakPassphrase, match="at least 8"):
        made("seven77")


def test_a_key_of_one_store_does_not_open_another() -> None:
    keys, _, _ = made()
    with pytest.raises(WrongPassphrase):
        k.Keys("another", keys.file, keys.slots).open("passphrase", "four plain words here")


def test_the_file_holds_neither_the_key_nor_the_secrets() -> None:
    keys, key, code = made()
    raw = k.as_bytes(keys)
    assert k.from_bytes(raw) == keys
    for secret in (bytes(key), key.hex().encode(), b"four plain", code.encode(), code.replace("-", "").encode()):
        assert secret not in raw


def test_every_flipped_bit_of_the_key_file_is_seen() -> None:
    keys, key, _ = made()
    raw = k.as_bytes(keys)
    for at in range(len(raw)):
        flipped = bytearray(raw)
        flipped[at] ^= 1 << random.Random(at).randrange(7)
        try:
            # White space between values may change without anything being lost.
            assert k.from_bytes(bytes(flipped)).open("passphrase", "four plain words here") == key
        except (DamagedStore, NewerStore):
            continue
        assert json.loads(flipped) == json.loads(raw)


def test_a_key_file_that_asks_for_all_memory_is_refused() -> None:
    keys, key, _ = made()
    for cost in (k.Cost(n=2**40), k.Cost(n=2**17 + 1), k.Cost(r=10**6)):
        slots = (k.Slot("passphrase", b"s" * 16, b"n" * 12, bytes(key), cost),)
        with pytest.raises(DamagedStore):
            k.from_bytes(k.as_bytes(k.Keys(keys.store, keys.file, slots)))


def test_a_key_file_of_a_later_format_is_called_newer() -> None:
    with pytest.raises(NewerStore):
        k.from_bytes(b'{"format": "walkaway.keys/2"}')


@pytest.mark.parametrize("file", ["../other.db", "/etc/passwd", "a/b.db", "store"])
def test_a_key_file_names_a_file_beside_it(file: str) -> None:
    keys, _, _ = made()
    with pytest.raises(DamagedStore):
        k.from_bytes(k.as_bytes(k.Keys(keys.store, file, keys.slots)))


def test_a_forgotten_key_is_gone() -> None:
    key = k.new_key()
    k.forget(key)
    assert not key


def test_a_code_is_easy_to_type() -> None:
    code = new_code()
    assert len(code.split("-")) == 7
    assert looks_like_a_code(code)
    typed = code.lower().replace("-", " ").replace("0", "o").replace("1", "l")
    assert read_code(typed) == read_code(code)
    assert not looks_like_a_code("four plain words that are long enough")


@given(st.integers(0, 27), st.sampled_from(SIGNS), st.randoms(use_true_random=False))
def test_one_wrong_sign_or_two_swapped_are_seen(at: int, sign: str, dice: random.Random) -> None:
    signs = list(new_code().replace("-", ""))
    wrong = list(signs)
    if dice.random() < 0.5:
        wrong[at] = sign
    elif at < 27:
        wrong[at], wrong[at + 1] = wrong[at + 1], wrong[at]
    if wrong == signs:
        assert read_code("".join(wrong))
        return
    with pytest.raises(WrongRecoveryCode, match="slip"):
        read_code("".join(wrong))


def test_a_code_with_signs_missing_says_how_many() -> None:
    with pytest.raises(WrongRecoveryCode, match="has 27"):
        read_code(new_code()[:-1])
