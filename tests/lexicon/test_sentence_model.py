"""The sentence model: found or not, never another one; the same vectors as its own library."""

from __future__ import annotations

from pathlib import Path

import numpy as np
import pytest

from walkaway.lexicon import refusals, sentence_model
from walkaway.lexicon.sentence_model import word_pieces

PIECES = {
    piece: k for k, piece in enumerate(["[CLS]", "[SEP]", "[UNK]", "play", "##ing", "cafe", "!", "'", "don", "t"])
}


def test_words_are_cut_into_the_longest_known_pieces() -> None:
    assert word_pieces("Playing CAFÉ!", PIECES) == [0, 3, 4, 5, 6, 1]
    assert word_pieces("don't xyz", PIECES) == [0, 8, 7, 9, 2, 1]
    assert word_pieces("play " * 900, PIECES)[-1] == 1
    assert len(word_pieces("play " * 900, PIECES)) == 256
    assert word_pieces("", PIECES) == [0, 1]


def test_other_weights_are_refused(tmp_path: Path) -> None:
    assert sentence_model.load(tmp_path) is None
    (tmp_path / "model.safetensors").write_bytes(b"\x02\0\0\0\0\0\0\0{}")
    (tmp_path / "vocab.txt").write_text("[CLS]\n")
    assert sentence_model.load(tmp_path) is None


def test_without_a_model_words_alone_read(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv(sentence_model.FOLDER_NAMED, "")
    sentence_model.find.cache_clear()
    refusals.reader.cache_clear()
    assert refusals.reader()[0].made_of == "words"
    sentence_model.find.cache_clear()
    refusals.reader.cache_clear()


def test_the_vectors_are_those_of_its_own_library() -> None:
    """Similarities that the model's page publishes: .695, .943, .257 to "That is a happy person"."""
    model = sentence_model.find()
    if model is None:
        pytest.skip("no sentence model on this machine (pip install 'walkaway[words]')")
    one = model("That is a happy person")
    others = ("That is a happy dog", "That is a very happy person", "Today is a sunny day")
    assert np.allclose([one @ model(text) for text in others], [0.695, 0.943, 0.257], atol=6e-4)
