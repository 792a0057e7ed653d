"""Español: entran valores, salen frases. Los mismos nombres que en inglés; lo que falta aquí lo dice el inglés."""

from __future__ import annotations

from walkaway.words.names import lazily

__getattr__ = lazily(__name__, {"balance": "measures", "card": "cards", "change": "measures", "signal": "measures"})
