"""Deutsch: Werte hinein, Sätze heraus. Dieselben Namen wie im Englischen; was hier fehlt, sagt das Englische."""

from __future__ import annotations

from walkaway.words.de.cards import card
from walkaway.words.de.measures import balance, change, signal

__all__ = ["balance", "card", "change", "signal"]
