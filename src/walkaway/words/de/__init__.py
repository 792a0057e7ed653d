"""Deutsch: Werte hinein, Sätze heraus. Dieselben Namen wie im Englischen; was hier fehlt, sagt das Englische."""

from __future__ import annotations

from walkaway.words.names import lazily

__getattr__ = lazily(__name__, {"balance": "measures", "card": "cards", "change": "measures", "signal": "measures"})
