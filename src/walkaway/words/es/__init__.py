"""Español: entran valores, salen frases. Los mismos nombres que en inglés; lo que falta aquí lo dice el inglés."""

from __future__ import annotations

from walkaway.words.es.cards import card
from walkaway.words.es.measures import balance, change, signal

__all__ = ["balance", "card", "change", "signal"]
