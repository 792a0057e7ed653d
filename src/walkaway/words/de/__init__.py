"""Deutsch: die Wörter der Seiten."""
