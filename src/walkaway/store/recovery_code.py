"""Chance in, a code to write down out; and what a person typed of it in, the code or what is wrong with it out.

26 signs of Crockford's base 32 (no I, L, O, U) hold 130 bits of chance; two more check them: the code as a number
modulo 1021. As 1021 is prime and each sign below it, any one wrong sign and any two neighbours swapped are seen.
"""

from __future__ import annotations

import secrets

from walkaway.app.store import WrongRecoveryCode

_SIGNS = "0123456789ABCDEFGHJKMNPQRSTVWXYZ"
_READ_AS = str.maketrans("OIL", "011")
_LENGTH, _CHECK, _GROUP = 26, 2, 4
_FOURS = 5
"""So many groups of four, with a digit somewhere, and it is no passphrase."""
_PRIME = 1021


def new_code() -> str:
    """28 signs in seven groups of four."""
    signs = "".join(secrets.choice(_SIGNS) for _ in range(_LENGTH))
    whole = signs + _check(signs)
    return "-".join(whole[k : k + _GROUP] for k in range(0, len(whole), _GROUP))


def looks_like_a_code(typed: str) -> bool:
    """Whether this is meant as a recovery code: as long as one, and made of its signs."""
    signs = _signs(typed)
    return len(signs) == _LENGTH + _CHECK and all(sign in _SIGNS for sign in signs)


def meant_as_a_code(typed: str) -> bool:
    """Whether this was to be a recovery code, be it with a slip: as long as one, or in groups of four."""
    groups = typed.upper().replace("-", " ").split()
    fours = sum(len(group) == _GROUP for group in groups)
    written = fours >= _FOURS and any(sign.isdigit() for sign in typed)
    return looks_like_a_code(typed) or written


def read_code(typed: str) -> str:
    """The 26 signs that count. Capitals, gaps and the letters one mistakes for digits do not matter."""
    signs = _signs(typed)
    if len(signs) != _LENGTH + _CHECK:
        raise WrongRecoveryCode(
            f"A recovery code has {_LENGTH + _CHECK} letters and digits; this has {len(signs)}. Please type it again."
        )
    if any(sign not in _SIGNS for sign in signs) or _check(signs[:_LENGTH]) != signs[_LENGTH:]:
        raise WrongRecoveryCode("There is a slip in that recovery code. Compare it sign by sign, and retype it.")
    return signs[:_LENGTH]


def _signs(typed: str) -> str:
    return "".join(sign for sign in typed.upper() if sign.isalnum()).translate(_READ_AS)


def _check(signs: str) -> str:
    number = 0
    for sign in signs:
        number = (number * len(_SIGNS) + _SIGNS.index(sign)) % _PRIME
    # 28 signs as one number are then 0 modulo the prime.
    rest = -number * len(_SIGNS) ** _CHECK % _PRIME
    return _SIGNS[rest // len(_SIGNS)] + _SIGNS[rest % len(_SIGNS)]
