"""A sound file's bytes in, damaged ones out: cut, doubled, overwritten, spiced with what parsers trip over."""

from __future__ import annotations

import random
from collections.abc import Iterator

# What turns a sound file into a strange one sooner than a random byte does.
TOKENS = (
    *(
        b'"',
        b"'",
        b",",
        b";",
        b":",
        b"[",
        b"{",
        b"]",
        b"}",
        b"<",
        b">",
        b"&",
        b"=",
        b"--",
        b"\n",
        b"\n\n",
        b"\r",
        b"\t",
    ),
    *(b"\\", b"\x00", b"\xff", b"\xc3", b"-", b"null", b"true", b"1e999", b"-1", b"99999999999999999999", b"NaN"),
    *(b"\\ud800", b"\xe2\x80\x8f", b"\xef\xbb\xbf", b"&#55357;", b"&#0;", b"\nFrom ", b"=?utf-8?q?", b"=?", b"?="),
    *(b"[" * 3000, b"<a>" * 1000, b">" * 2000, b"=" * 2000, b" " * 3000, b'""', b"0001-01-01", b"9999-12-31T23:59:59"),
    *(b"\xff" * 8, b"\x7f\xff\xff\xff", b"PK\x01\x02", b"1" * 5000),
)


def mutants(raw: bytes, count: int, seed: int) -> Iterator[bytes]:
    """`count` damaged copies; the same ones for the same seed."""
    dice = random.Random(seed)  # noqa: S311 (damage, not secrets)
    for _ in range(count):
        mutant = bytearray(raw)
        for _ in range(dice.choice((1, 1, 2, 5, 20))):
            a, b = sorted((dice.randrange(len(mutant) + 1), dice.randrange(len(mutant) + 1)))
            b = min(b, a + dice.choice((1, 4, 50, 5000)))
            match dice.randrange(6):
                case 0:
                    mutant[a:b] = b""
                case 1:
                    mutant[a:a] = mutant[a:b] * dice.choice((1, 2, 50))
                case 2:
                    mutant[a:a] = dice.choice(TOKENS)
                case 3:
                    mutant[a : a + 4] = dice.choice(TOKENS)
                case 4:
                    mutant[a : a + 1] = dice.randbytes(1)
                case _:
                    mutant = mutant[: max(1, a)] if dice.random() < 0.2 else mutant
            if not mutant:
                mutant = bytearray(b"x")
        yield bytes(mutant)
