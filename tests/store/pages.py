"""An SQLCipher 4 file and its key in; every page of it, decrypted, out: also those that no table uses any more.

Page layout (SQLCipher 4): 4,096 bytes, the last 80 of them the initialisation vector (16) and the HMAC-SHA512 (64);
AES-256-CBC over the rest. The first 16 bytes of the file are the salt.
"""

from __future__ import annotations

from cryptography.hazmat.primitives.ciphers import Cipher, algorithms, modes

PAGE, RESERVED, VECTOR, SALT = 4096, 80, 16, 16


def decrypted(raw: bytes, key: bytes) -> bytes:
    out = bytearray()
    for at in range(0, len(raw), PAGE):
        page = raw[at : at + PAGE]
        start = SALT if at == 0 else 0
        end = PAGE - RESERVED
        decryptor = Cipher(algorithms.AES(key), modes.CBC(page[end : end + VECTOR])).decryptor()
        out += decryptor.update(page[start:end]) + decryptor.finalize()
    return bytes(out)
